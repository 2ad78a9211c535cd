"""The first command of the README, as it stands there, in a fresh clone."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

ROOT = Path(__file__).parents[2]
_NO_INDEX = re.compile("No matching distribution|Could not find a version|Failed to establish|Network is unreachable")


def main_command() -> str:
    """Return the command that the README gives first."""
    return re.search("```sh\n(.+)\n```", (ROOT / "README.md").read_text(encoding="utf-8"))[1]


@pytest.mark.slow
def test_the_main_command_opens_the_bundled_dossier(terminal, tmp_path):
    if not (ROOT / ".git").exists() or not shutil.which("git") or not shutil.which("python3"):
        pytest.skip("this is no clone, or git or python3 is missing")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    screen = terminal(command=["bash", "-c", main_command()], folder=clone, PYTHONPATH=None, patience=400)
    try:
        written = {path.name for path in (clone / "articles").glob("*.md")} - {"README.md"}
        screen.wait_for_articles(f"{len(written)}")
    except AssertionError:
        if _NO_INDEX.search(screen.raw.decode("utf-8", "replace")):
            pytest.skip("no package index can be reached")
        raise
    screen.press("/", "to the articles")
    screen.press("minusma", "understood as minusma")
    assert screen.end("\x11") == 0
    assert screen.unrestored() == []

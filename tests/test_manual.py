import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.commands.parser import VERBS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "mali-tui.1"


def test_the_manual_page_is_what_the_parsers_say():
    spec = importlib.util.spec_from_file_location("make_manual", ROOT / ".ci" / "make_manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert PAGE.read_text(encoding="utf-8") == module.page()


def test_it_has_every_verb_the_exit_statuses_and_the_environment():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f".SS mali\\-tui {verb}" in page for verb in VERBS)
    assert ".SH EXIT STATUS" in page
    assert "MALI_TUI_CACHE" in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_say_against_it():
    done = subprocess.run(["groff", "-man", "-ww", "-Tascii", str(PAGE)], capture_output=True, text=True, check=True)
    assert done.stderr == ""

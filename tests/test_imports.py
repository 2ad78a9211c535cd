"""What a start loads: none of what other formats than text and Markdown are read with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tui

READERS = (
    "lxml", "trafilatura", "htmldate", "feedparser", "pypdfium2", "mammoth", "warcio", "charset_normalizer",
    "email", "zipfile", "tarfile", "csv",
)  # fmt: skip
"""What parses files of other formats, of other hands and of the standard library."""

STARTS = [
    ("the front door", "import tui.cli"),
    ("the core", "import tui.core.explorer"),
    ("the reading of files", "import tui.core.read_folder, tui.importing.read_file, tui.importing.registry"),
    ("the formats of our own", "import tui.importing.formats.markdown, tui.importing.formats.plain"),
    ("a start on Markdown", "from tui.cli import main; main(['list', '-d', sys.argv[1]])"),
]


@pytest.mark.parametrize("code", [case[1] for case in STARTS], ids=[case[0] for case in STARTS])
def test_no_reader_of_other_formats_is_loaded(code: str, tmp_path: Path, process_environment: dict[str, str]) -> None:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "heron.md").write_text(
        "---\ntitle: The heron\ndate: 2023-07-04\n---\n\nThe heron came back.\n", encoding="utf-8"
    )
    ours = "(name != 'email' or 'whoosh' not in sys.modules)"  # the engine loads it by itself, with urllib
    told = f"print(*(name for name in {READERS!r} if name in sys.modules and {ours}), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; {told}", str(dossier)],
        env=process_environment,
        cwd=Path(tui.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "\n"


NETWORK = ("tui.served", "opensearchpy", "aiohttp", "keyring")
"""What only `--engine` and `push` load."""


@pytest.mark.parametrize("code", [*(case[1] for case in STARTS), "import tui.ui.app, tui.commands.command"])
def test_nothing_that_reaches_a_network_is_loaded_without_an_engine(
    code: str, tmp_path: Path, process_environment: dict[str, str]
) -> None:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "heron.md").write_text("---\ntitle: The heron\n---\n\nThe heron came back.\n", encoding="utf-8")
    told = f"print(*(name for name in {NETWORK!r} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; {told}", str(dossier)],
        env=process_environment,
        cwd=Path(tui.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "\n"


def test_the_rules_that_search_texts_are_loaded_only_when_a_text_is_searched(
    process_environment: dict[str, str],
) -> None:
    code = "import sys, tui.core.explorer, tui.core.mention_service, tui.core.search_service, tui.core.figure_service"
    rules = ("tui.dates.resolver", "tui.figures.finder", "tui.names.finder", "tui.names.table")
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*(name for name in {rules!r} if name in sys.modules))"],
        env=process_environment,
        cwd=Path(tui.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\n"

"""The path of a manuscript is completed as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.ui.path_suggester import PathSuggester, completed_path
from tui.ui.screens.dossier.proofs import is_manuscript


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("drafts", ".hidden"):
        (tmp_path / name).mkdir()
    for name in ("drafts/first.md", "drafts/final.docx", "dress.png", ".draft.md", "report.txt", "red\x1b[31m.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("d", "drafts/"),
        ("drafts/", "drafts/final.docx"),
        ("drafts/fir", "drafts/first.md"),
        ("drafts/first.md", None),
        ("re", "report.txt"),
        ("red", None),
        (".d", ".draft.md"),
        ("nothing", None),
        ("nowhere/x", None),
        ("dres", None),
        ("\0", None),
    ],
)
def test_a_path_goes_on_with_the_first_name_that_fits(desk, typed, completed):
    assert completed_path(typed, is_manuscript) == completed


def test_an_absolute_path_stays_absolute(desk):
    assert completed_path(f"{desk}/rep", is_manuscript) == f"{desk}/report.txt"


async def test_it_is_suggested_without_a_key(desk):
    assert await PathSuggester(is_manuscript).get_suggestion("rep") == "report.txt"
    assert await PathSuggester(is_manuscript).get_suggestion("") is None

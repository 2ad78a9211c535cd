"""The folder beside a saved page is told by the page, never by its name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.dossier.account import Outcome
from tui.importing.folder import walk
from tui.importing.html.companion_folder import page_beside

FOLDERS = [
    ("an english browser", "Ferry_files", {"Ferry.html"}, "Ferry.html"),
    ("a french one", "Le bac_fichiers", {"Le bac.htm"}, "Le bac.htm"),
    ("a german one", "Fähre-Dateien", {"Fähre.html"}, "Fähre.html"),
    ("a spanish one", "Barco_archivos", {"Barco.html"}, "Barco.html"),
    ("no page beside it", "Ferry_files", {"Tides.html"}, ""),
    ("a folder of one's own", "case files", {"case.html"}, ""),
    ("a name that is nothing but the ending", "_files", {".html"}, ""),
]


@pytest.mark.parametrize(("folder", "names", "page"), [case[1:] for case in FOLDERS], ids=[case[0] for case in FOLDERS])
def test_a_folder_belongs_to_the_page_beside_it(folder: str, names: set[str], page: str) -> None:
    assert page_beside(folder, names) == page


def test_frames_in_the_folder_of_a_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_text("<p>The ferry sails again.")
    inner = tmp_path / "Ferry_files" / "frames"
    inner.mkdir(parents=True)
    (inner / "advert.html").write_text("<p>Buy a boat.")
    (inner.parent / "notes.txt").write_text("window.x = 1")
    (tmp_path / "Tides_files").mkdir()
    (tmp_path / "Tides_files" / "kept.html").write_text("<p>A page of its own.")
    found = {entry.path: (entry.outcome, entry.reason) for entry in walk(tmp_path)}
    part = (Outcome.SKIPPED, "a part of the saved page Ferry.html")
    assert found == {
        "Ferry.html": (None, ""),
        "Ferry_files/frames/advert.html": part,
        "Ferry_files/notes.txt": part,
        "Tides_files/kept.html": (None, ""),
    }

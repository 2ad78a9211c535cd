"""Annotations of other programs are tied to the article that has their address, or their title and their quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.test_foreign_notes import rdf, readwise
from tui.core.desk import DossierDesk
from tui.core.desk_import import import_annotations
from tui.core.explorer import Explorer


@pytest.fixture
def explorer(tmp_path: Path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, title, address, text in (
        ("a", "Page one", "http://www.lake.example/ferry/", "The last ferry left the harbour. Nobody waved."),
        ("b", "The harbour", "", "A harbour was built. It is quiet there."),
        ("c", "The harbour", "", "A harbour was closed. It is empty."),
    ):
        front = f"title: {title}\ndate: 2021-03-0{ord(name) - 96}\nsource: Lake Post\nurl: {address}\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    opened = Explorer.open(folder)
    opened.refresh()
    yield opened
    opened.close()


def imported(explorer: Explorer, content: str):
    desk = DossierDesk.open(explorer)
    result = import_annotations(desk, explorer, [content])
    return result, {placed.note.text: (placed.path, placed.placement.state.value) for placed in desk.placed()}


def test_notes_of_zotero_find_their_article_by_its_address_however_that_is_written(explorer):
    result, placed = imported(explorer, rdf())
    assert not result.told
    assert placed["Who says so?"] == ("a.md", "anchored")
    assert placed[""] == ("a.md", "anchored")
    again, _ = imported(explorer, rdf())
    assert (again.events, again.known) == ((), 3)


def test_highlights_of_readwise_find_their_article_by_title_and_among_several_by_quote(explorer):
    rows = (
        ("A harbour was closed.", "The Harbour", "closed", ""),
        ("It is quiet there.", "The harbour", "quiet", "calm"),
        ("Nobody said this.", "The harbour", "lost", ""),
        ("", "The harbour", "which one", ""),
    )
    result, placed = imported(explorer, readwise(*rows))
    assert placed["closed"] == ("c.md", "anchored")
    assert placed["quiet"] == ("b.md", "anchored")
    assert placed["lost"][1] == placed["which one"][1] == "orphaned"
    assert result.told == ("2 annotations could not be tied to a place in an article: kept as orphans.",)

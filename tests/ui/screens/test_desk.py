"""Somebody looks through all notes, searches them, goes to one, mends one and deletes one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.screens.dossier.test_desk_keys import IDS, SIZES, held
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.desk.drafts import note, tag
from tui.ui.widgets.desk_list import DeskList
from tui.ui.widgets.reader import Reader


@pytest.fixture
def noted(lost_ferry: Path) -> Path:
    """The dossier with a note on a passage of one article and one on the whole of another."""
    explorer = Explorer.open(lost_ferry)
    explorer.refresh()
    desk = DossierDesk.open(explorer)
    start = explorer.article(explorer.find("a.md")).text.index("The harbour was founded")
    passage = desk.anchor(explorer.find("a.md"), start, start + len("The harbour was founded in 1998."))
    desk.desk.add(note(passage, "Which archive says so?"))
    desk.desk.add(note(desk.anchor(explorer.find("c.md"), 0, 0), "Too short"))
    explorer.close()
    return lost_ferry


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_the_desk_lists_notes_with_quote_state_source_and_day(visit, noted, size):
    async with visit(noted, size) as reader:
        await reader.press("D")
        assert "Desk · 2 notes: 2 anchored · 0 stars" in reader.rows[0]
        assert "anchored · you " in reader.text
        assert "The ferry is gone · Lake Post, 6 Mar 2021" in reader.text
        assert "“The harbour was founded in 1998.”" in reader.text
        assert "✎ Which archive says so?" in reader.text
        assert "the whole article" in reader.text


async def test_enter_reads_the_passage_even_where_the_question_does_not_find_it_and_q_comes_back(visit, noted):
    async with visit(noted, query="silence") as reader:
        await reader.press("D", "slash")
        await reader.write("archive")
        await reader.press("enter")
        assert reader.app.screen.query_one(DeskList).count == 1
        await reader.press("enter")
        shown = reader.app.screen.query_one(Reader)
        assert shown.reading.article.title == "The ferry is gone"
        assert shown.has_focus
        await reader.press("q")
        assert reader.app.screen.query_one(DeskList).placed.note.text == "Which archive says so?"
        await reader.press("escape", "q")
        assert reader.app.screen.query_one("#search").value == "silence"


async def test_without_a_note_the_desk_says_how_one_is_written(visit, dossier: Path):
    async with visit(dossier) as reader:
        await reader.press("D")
        assert "In a text, a writes a note." in reader.text
        assert "* stars an article" in reader.text


async def test_what_was_undone_on_the_desk_is_done_again(visit, noted):
    async with visit(noted) as reader:
        await reader.press("D", "minus", "u")
        assert reader.app.screen.query_one(DeskList).count == 2
        await reader.press("ctrl+r")
        assert reader.app.screen.query_one(DeskList).count == 1
        assert len(held(noted).notes) == 1


async def test_a_note_is_edited_and_deleted_and_undo_brings_it_back(visit, noted):
    async with visit(noted) as reader:
        await reader.press("D")
        first = reader.app.screen.query_one(DeskList).placed.note.text
        await reader.press("e")
        await reader.write(" Ask.")
        await reader.press("escape")
        assert reader.app.screen.query_one(DeskList).placed.note.text == f"{first} Ask."
        await reader.press("minus")
        assert reader.app.screen.query_one(DeskList).count == 1
        assert len(held(noted).notes) == 1
        await reader.press("u", "u")
        assert sorted(each.note.text for each in reader.app.screen.query_one(DeskList).notes) == [
            "Too short",
            "Which archive says so?",
        ]


async def test_an_empty_desk_says_which_key_writes_a_note(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("D")
        assert "a writes a note." in reader.text
        await reader.press("enter", "e", "minus", "q")
        assert reader.app.screen.query_one(Reader)


async def test_notes_are_listed_by_article_by_time_and_under_each_tag(visit, noted):
    explorer = Explorer.open(noted)
    desk = DossierDesk.open(explorer)
    for number, name in (
        (explorer.find("a.md"), "harbour"),
        (explorer.find("a.md"), "dates"),
        (explorer.find("c.md"), "dates"),
    ):
        desk.desk.add(tag(desk.ref(number), name))
    explorer.close()
    async with visit(noted) as reader:
        await reader.press("D")
        listed = reader.app.screen.query_one(DeskList)
        assert "by article, then by their place in the text" in reader.text
        assert [placed.note.text for placed in listed.notes] == ["Which archive says so?", "Too short"]
        await reader.press("o")
        assert "by time, the newest first" in reader.text
        await reader.press("o")
        assert "dates · anchored" in reader.text
        assert [placed.note.text for placed in listed.notes] == [
            "Which archive says so?",
            "Too short",
            "Which archive says so?",
        ]
        await reader.press("q", "D")
        assert reader.app.screen.query_one(DeskList).count == 3
        await reader.press("slash")
        await reader.write("harbour which")
        await reader.press("enter")
        assert {placed.title for placed in reader.app.screen.query_one(DeskList).notes} == {"The ferry is gone"}


async def test_an_orphan_is_tied_to_what_is_selected_in_the_reader_and_u_takes_that_back(visit, noted):
    path = noted / "a.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("The harbour was founded in 1998.", "Of its beginnings little is told."), encoding="utf-8"
    )
    async with visit(noted) as reader:
        await reader.press("D")
        assert "1 orphaned" in reader.rows[0]
        await reader.press("slash")
        await reader.write("orphaned")
        await reader.press("enter", "r")
        assert "select the passage" in reader.text
        await reader.press("enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("j", "v", "v", "D", "r")
        assert "is tied to" in reader.text
        await reader.press("escape")
        assert reader.app.screen.query_one(DeskList).placed is not None
        assert "orphaned" not in reader.rows[0]
        await reader.press("u")
        assert "1 orphaned" in reader.rows[0]


async def test_a_changed_note_is_tied_to_where_it_stands_now(visit, noted):
    path = noted / "a.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("founded in 1998", "founded in 1989"), encoding="utf-8")
    async with visit(noted) as reader:
        await reader.press("D", "slash")
        await reader.write("changed")
        await reader.press("enter")
        assert "changed: 1998 → 1989" in reader.text
        await reader.press("r", "escape")
        assert "2 anchored" in reader.rows[0]
        assert "“The harbour was founded in 1989.”" in reader.text
        await reader.press("r")
        assert "This note stands where it stood" in reader.text


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_the_desk_lists_stars_behind_the_notes_reads_there_and_takes_them_off(visit, noted, size):
    async with visit(noted, size) as reader:
        await reader.press("G", "asterisk", "D")
        assert "Desk · 2 notes: 2 anchored · 1 star" in reader.rows[0]
        await reader.press("G")
        placed = reader.app.screen.query_one(DeskList).placed
        assert placed.star
        assert f"★ starred · {placed.title}" in reader.text
        await reader.press("e")
        assert "A star has no text." in reader.text
        await reader.press("enter")
        assert reader.app.screen.query_one(Reader).reading.article.title == placed.title
        reader.app.clear_notifications()
        await reader.rest()
        assert "q back to the desk" in reader.rows[-1]
        await reader.press("q", "minus")
        assert reader.app.screen.query_one(DeskList).count == 2
        assert not held(noted).starred
        await reader.press("u")
        assert reader.app.screen.query_one(DeskList).count == 3
        assert held(noted).starred


async def test_a_star_is_found_by_its_word_and_x_writes_the_notes_alone(visit, noted, tmp_path):
    async with visit(noted) as reader:
        await reader.press("asterisk", "D", "x", "ctrl+u")
        await reader.write(str(tmp_path / "mine.md"))
        await reader.press("enter")
        assert "Wrote 2 notes to" in reader.text
        await reader.press("slash")
        await reader.write("starred")
        await reader.press("enter")
        assert [each.star for each in reader.app.screen.query_one(DeskList).notes] == [True]
        await reader.press("x")
        assert "Nothing to write: no note is listed." in reader.text
    written = (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert "Which archive says so?" in written
    assert "Too short" in written

"""Somebody writes notes while reading; they stand in the margin, are walked, edited, and follow the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.screens.dossier.test_desk_keys import IDS, SIZES, held
from tui.ui.widgets.note_editor import NoteEditor
from tui.ui.widgets.reader import Reader


async def read_first(reader, title: str) -> None:
    """Go to an article of the list by its title, and read it."""
    while title not in str(reader.app.screen.query_one(Reader).reading.article.title):
        await reader.press("j")
    await reader.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_a_note_on_the_paragraph_is_typed_below_the_text_and_stands_in_the_margin(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        await read_first(reader, "The ferry is gone")
        await reader.press("a")
        assert "Typing a note: esc keeps it · “The last ferry left the harbour of" in reader.text
        assert "The last ferry left" in reader.text.replace("keeps it · “The last ferry left", "")
        await reader.write("Ask who waved.")
        await reader.press("escape")
        assert reader.app.screen.query_one(Reader).has_focus
        margin = next(row for row in reader.rows if "✎" in row and "The last ferry left" in row)
        assert margin.index("✎") < margin.index("The last ferry left")
        assert "✎1" in reader.text
        await reader.press("m")
        assert "✎ Ask who waved. · anchored · " in reader.rows[1]
    (note,) = held(lost_ferry).notes.values()
    assert note.anchor.quote == "The last ferry left the harbour of Orma on 4 March 2021. Nobody waved."
    assert note.text == "Ask who waved."


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_what_was_said_last_covers_no_key_while_a_note_is_typed(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        await reader.press("asterisk")
        assert "? keys" not in reader.rows[-1]
        await reader.press("a")
        assert "esc keep the note" in reader.rows[-1]


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_somebody_who_types_a_note_sees_that_it_is_typed_how_it_ends_and_that_it_was_kept(
    visit, lost_ferry, size
):
    async with visit(lost_ferry, size) as reader:
        await reader.press("enter", "a")
        assert "enter begins a new line, esc keeps the note" in reader.text
        assert reader.rows[-1].split("   ")[:2] == [" esc keep the note", "ctrl+g drop what was typed"]
        await reader.write("Who waved?")
        await reader.press("enter")
        assert reader.text.count("esc keeps the note") == 1, "where the caret is"
        await reader.press("right", "q", "escape")
        assert "Kept: note on “" in reader.text
        assert "u takes it back" in reader.text
    (note,) = held(lost_ferry).notes.values()
    assert note.text == "Who waved?\nq", "a hint is no text"


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_what_was_typed_can_be_dropped_and_brought_back(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        await reader.press("enter", "a")
        await reader.write("Who waved?")
        await reader.press("ctrl+g")
        assert "Dropped what was typed; ctrl+r brings it back." in reader.text
        assert "✎" not in reader.text
        assert reader.app.screen.query_one(Reader).has_focus
        await reader.press("ctrl+r")
        assert "✎1" in reader.text
    (note,) = held(lost_ferry).notes.values()
    assert note.text == "Who waved?"


async def test_a_note_on_the_selection_keeps_its_quote_even_without_a_word(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await read_first(reader, "The ferry is gone")
        await reader.press("v", "w", "a", "ctrl+enter")
    (note,) = held(lost_ferry).notes.values()
    assert (note.anchor.quote, note.text) == ("The last", "")


async def test_from_the_list_a_note_is_on_the_whole_article_and_stands_in_its_head(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("a")
        await reader.write("Read again")
        await reader.press("enter")
        await reader.write("on Monday")
        await reader.press("escape")
        assert "✎ Read again on Monday" in reader.text
    (note,) = held(lost_ferry).notes.values()
    assert (note.anchor.quote, note.text) == ("", "Read again\non Monday")


async def test_nothing_typed_makes_no_note(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "a", "escape")
        assert "Nothing was typed: no note is written." in reader.text
        await reader.press("a", "ctrl+g")
        assert "Nothing was typed: no note is written." in reader.text
        assert "✎" not in reader.text
    assert not held(lost_ferry).notes


async def test_what_was_typed_when_the_program_ended_is_kept(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "a")
        await reader.write("half a thou")
        await reader.press("ctrl+q")
    assert [note.text for note in held(lost_ferry).notes.values()] == ["half a thou"]


async def test_enter_on_a_note_edits_it_and_undo_gives_the_first_text_back(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await read_first(reader, "The ferry is gone")
        await reader.press("a")
        await reader.write("one")
        await reader.press("escape", "m", "enter")
        assert reader.app.screen.query_one(NoteEditor).text == "one"
        await reader.write(" two")
        await reader.press("escape")
        assert "✎ one two" in reader.rows[1]
        await reader.press("u")
        assert "✎ one · anchored" in reader.rows[1]


async def test_a_note_says_what_changed_below_it_and_that_its_passage_is_gone(visit, lost_ferry: Path):
    async with visit(lost_ferry) as reader:
        await read_first(reader, "The ferry is gone")
        await reader.press("a")
        await reader.write("check the day")
        await reader.press("escape")
    file = lost_ferry / "a.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("4 March 2021", "9 March 2021"), encoding="utf-8")
    async with visit(lost_ferry) as reader:
        await read_first(reader, "The ferry is gone")
        assert any("!The last ferry left" in row.replace(" The", "The") for row in reader.rows)
        assert "✎! 1 note on words that changed" in reader.text
        await reader.press("m")
        assert "changed: 4 → 9" in reader.rows[1]
    file.write_text(text.replace("The last ferry left the harbour of Orma on 4 March 2021. Nobody waved.\n\n", ""))
    async with visit(lost_ferry) as reader:
        await read_first(reader, "The ferry is gone")
        assert "✎? 1 note orphaned: D shows them" in reader.text


async def test_walking_notes_where_there_are_none_says_so(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "m")
        assert any("a writes one" in notice.message for notice in reader.app._notifications)


async def test_pasted_control_characters_reach_neither_screen_nor_desk(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "a")
        reader.app.screen.query_one(NoteEditor).insert("a\x1b[31mb")
        await reader.press("escape")
        assert "\x1b" not in reader.text
    (note,) = held(lost_ferry).notes.values()
    assert "\x1b" not in note.text

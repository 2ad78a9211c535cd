"""Somebody closes a dossier, or its terminal dies, and opens it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.conftest import Visit
from tui.base.locations import place_folder
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.ui.app import MaliTui
from tui.ui.kept_place import PlaceFiles, TypedNote
from tui.ui.screens.chronology import ChronologyScreen
from tui.ui.screens.proof import ProofScreen
from tui.ui.start import Start
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.note_editor import NoteEditor
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar


@pytest.fixture
def again(lost_ferry: Path):
    """Open the dossier as the command does, so that it is known the next time."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened(size=(120, 36), folder=lost_ferry, **asked):
        files = PlaceFiles(place_folder(folder))
        app = MaliTui(Explorer.open(folder), start=Start(files=files, **asked))
        visiting = Visit(app)
        async with app.run_test(size=size, notifications=True, message_hook=visiting.hear):
            await visiting.rest()
            yield visiting

    return opened


async def test_the_first_start_begins_at_the_beginning(again):
    async with again() as reader:
        assert isinstance(reader.app.focused, ArticleList)
        assert reader.app.focused.cursor == 0


async def test_the_article_its_line_and_the_question_come_back_and_q_leads_where_it_led(again):
    async with again() as reader:
        await reader.press("slash")
        await reader.write("ferry")
        await reader.press("enter", "j", "enter")
        title = reader.app.screen.query_one(Reader).reading.article.title
    async with again() as reader:
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.focused.reading.article.title == title
        assert reader.app.screen.asked.text == "ferry"
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)
        assert reader.app.focused.cursor == 1
        await reader.press("q")
        assert reader.app.screen.asked.text in ("", "ferry")


async def test_span_clock_sorting_and_copies_come_back(again):
    async with again() as reader:
        await reader.press("o", "X", "t", "c", "enter")
        asked, pane = reader.app.screen.asked, type(reader.app.focused)
        assert asked.span is not None
    async with again() as reader:
        assert reader.app.screen.asked == asked
        assert isinstance(reader.app.focused, pane)


async def test_widths_come_back(again):
    async with again() as reader:
        await reader.press("greater_than_sign", "enter", "less_than_sign")
        share, measure = reader.app.screen.panes.chosen, reader.app.screen.query_one(Reader).viewport.measure
    assert share
    assert measure < 72
    async with again() as reader:
        assert reader.app.screen.panes.chosen == share
        assert reader.app.screen.query_one("#list-pane").styles.width.value == share
        assert reader.app.screen.query_one(Reader).viewport.measure == measure


async def test_fresh_begins_at_the_beginning_and_so_does_another_query(again):
    async with again() as reader:
        await reader.press("slash")
        await reader.write("harbour")
        await reader.press("enter", "enter")
    async with again(query="silence") as reader:
        assert reader.app.screen.asked.text == "silence"
        assert isinstance(reader.app.focused, ArticleList)
    async with again(fresh=True) as reader:
        assert reader.app.screen.asked.text == ""
        assert isinstance(reader.app.focused, ArticleList)
        assert reader.app.focused.count == 3


async def test_a_question_that_was_being_asked_is_there_again_with_the_cursor_behind_it(again):
    async with again() as reader:
        await reader.press("slash")
        await reader.write("harb")
        reader.app.screen.resume._ask()  # what the timer does: the terminal dies after this
        await reader.rest()
        (place,) = place_folder(reader.app.screen.explorer.folder).glob("place.json")
        kept = place.read_bytes()
    place.write_bytes(kept)
    async with again() as reader:
        bar = reader.app.focused
        assert isinstance(bar, SearchBar)
        assert bar.value == "harb"
        assert reader.app.screen.query_one(ArticleList).count == 2
        await reader.write("our")
        assert bar.value == "harbour"


async def test_somebody_who_quits_in_the_search_bar_begins_in_the_list_and_types_another_query(again):
    async with again() as reader:
        await reader.press("slash")
        await reader.write("harbour")
    async with again() as reader:
        assert reader.app.screen.asked.text == "harbour"
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("slash")
        await reader.write("silence")
        assert reader.app.screen.asked.text == "silence"


async def test_a_note_that_was_being_typed_is_there_again_and_once_kept_it_is_on_the_desk_once(again):
    async with again() as reader:
        folder = reader.app.screen.explorer.folder
        files = place_folder(folder)
        await reader.press("enter", "a")
        await reader.write("Who waved")
        typed = (files / "note.json").read_bytes()
        assert b"Who waved" in typed
        reader.app.screen.notes.finish = lambda: None  # nobody gets to keep it: kill -9
    assert (files / "note.json").read_bytes() == typed
    async with again() as reader:
        editor = reader.app.focused
        assert isinstance(editor, NoteEditor)
        assert editor.text == "Who waved"
        assert "keeps it · “The last ferry left" in reader.text
        await reader.write(" at all?")
        await reader.press("escape")
        assert not (files / "note.json").exists()
        notes = list(DossierDesk.open(reader.app.screen.explorer).desk.state().notes.values())
        assert [(note.text, note.anchor.quote[:14]) for note in notes] == [("Who waved at all?", "The last ferry")]
    async with again() as reader:
        assert not reader.app.screen.query(NoteEditor)


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (TypedNote("gone", "A lost article", "Where is it?", 0, 4, "Gone"), "not in the dossier: "),
        (TypedNote("", "", "On what?", 3, 9, "words that stand nowhere"), "not in the dossier: "),
    ],
)
async def test_a_note_on_an_article_that_is_gone_is_kept_as_an_orphan(again, lost_ferry, note, says):
    files = PlaceFiles(place_folder(lost_ferry))
    files.keep_note(note, lambda: False)
    async with again() as reader:
        assert isinstance(reader.app.focused, NoteEditor)
        assert says in reader.text
        await reader.press("escape")
        kept = list(DossierDesk.open(reader.app.screen.explorer).desk.state().notes.values())
        assert [each.text for each in kept] == [note.text]


async def test_a_passage_that_moved_is_found_and_one_that_is_gone_leaves_the_whole_article(again, lost_ferry):
    files = PlaceFiles(place_folder(lost_ferry))
    explorer = Explorer.open(lost_ferry)
    explorer.refresh()
    ident = explorer.article(explorer.find("a.md")).id
    explorer.close()
    for quote, kept_quote in (("Nobody waved.", "Nobody waved."), ("No such words.", "")):
        files.keep_note(TypedNote(ident, "The ferry is gone", f"on {quote}", 500, 513, quote), lambda: False)
        async with again() as reader:
            await reader.press("escape")
            kept = list(DossierDesk.open(reader.app.screen.explorer).desk.state().notes.values())
            assert (kept[-1].text, kept[-1].anchor.quote) == (f"on {quote}", kept_quote)


async def test_a_screen_over_the_panes_is_open_again(again, elsewhere):
    async with again() as reader:
        await reader.press("T")
    async with again() as reader:
        assert isinstance(reader.app.screen, ChronologyScreen)
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)
    draft = elsewhere / "draft.md"
    draft.write_text("The last ferry left Orma on 4 March 2021.", encoding="utf-8")
    async with again(proof=draft) as reader:
        assert isinstance(reader.app.screen, ProofScreen)
    async with again() as reader:
        assert isinstance(reader.app.screen, ProofScreen)
        assert "draft.md" in reader.rows[0]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"v": 99}', '{"v": 1}', '{"v": 1, "here": 3, "trail": []}', "\x00\xff", "[" * 5000],
)
async def test_a_file_that_cannot_be_read_begins_at_the_beginning(again, lost_ferry, content):
    folder = place_folder(lost_ferry)
    folder.mkdir(parents=True)
    for name in ("place.json", "note.json"):
        (folder / name).write_text(content, encoding="latin-1")
    async with again() as reader:
        assert reader.app.focused.count == 3


async def test_an_article_that_is_gone_leaves_the_cursor_on_the_first(again, lost_ferry):
    async with again() as reader:
        await reader.press("G", "enter")
    (lost_ferry / "c.md").unlink()
    async with again() as reader:
        await reader.press("f5")
        assert reader.app.screen.query_one(ArticleList).count == 2


async def test_without_a_place_to_write_nothing_is_kept_and_nothing_fails(again, lost_ferry, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.ui.kept_place.atomic_write", full)
    async with again() as reader:
        await reader.press("enter", "a")
        await reader.write("x")
    assert not place_folder(lost_ferry).joinpath("place.json").exists()


async def test_a_note_that_another_program_is_typing_is_left_to_it(again, lost_ferry, monkeypatch):
    files = PlaceFiles(place_folder(lost_ferry))
    files.keep_note(TypedNote("x", "y", "mine"), lambda: False)
    path = place_folder(lost_ferry) / "note.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), "pid": 1}), encoding="utf-8")
    assert files.note() is None
    async with again() as reader:
        assert not reader.app.screen.query(NoteEditor)
    assert path.exists()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("equals_sign",), "You left off here, in the figures: esc goes to the list of articles."),
        (("D",), "You left off here, at the desk: esc goes to the list of articles."),
        (("j", "enter"), "You left off here, in this article: esc goes to the list of articles."),
        (("o",), "You left off here, with this query: / and typing replaces it."),
    ],
)
async def test_somebody_who_begins_elsewhere_than_in_the_list_is_told_where_and_how_to_get_there(again, keys, words):
    async with again((80, 24)) as reader:
        await reader.press(*keys)
    async with again((80, 24)) as reader:
        assert words in " ".join(reader.text.split())


async def test_a_query_that_cannot_be_searched_is_called_so_at_the_next_start(again):
    async with again((80, 24)) as reader:
        await reader.press("slash")
        await reader.write("is:foo")
    async with again((80, 24)) as reader:
        assert "You left off here, with a query that cannot be searched: / corrects it." in reader.text
        assert "column 4" in reader.text


async def test_somebody_who_begins_in_the_whole_list_is_told_nothing(again):
    async with again() as reader:
        await reader.press("j")
    async with again() as reader:
        assert "You left off" not in reader.text

"""Somebody stars, tags and reads through a dossier; all of it is there again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.desk.state import DeskState
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.prompt_line import PromptLine

SIZES = [(120, 36), (80, 24)]
IDS = [f"{width}x{height}" for width, height in SIZES]


def held(folder: Path) -> DeskState:
    """What the desk of a dossier holds on the disk."""
    explorer = Explorer.open(folder)
    try:
        return DossierDesk.open(explorer).desk.state()
    finally:
        explorer.close()


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_a_star_shows_in_the_row_and_the_reader_and_is_there_the_next_time(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        assert "★" not in reader.text
        await reader.press("asterisk")
        assert reader.text.count("★") == 2, "in the row and in the reader"
        assert "★ starred" in reader.text
        assert "Star on “" in reader.text
    assert len(held(lost_ferry).starred) == 1
    async with visit(lost_ferry, size) as reader:
        assert "★ starred" in reader.text
        await reader.press("asterisk")
        assert "★" not in reader.text
    assert not held(lost_ferry).starred


async def test_one_key_goes_through_the_statuses_and_back_to_none(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        seen = []
        for _ in range(4):
            await reader.press("R")
            seen.append(next((word for word in ("reviewed", "to check", "read") if f"▌ {word} " in reader.text), ""))
        assert seen == ["read", "reviewed", "to check", ""]


async def test_tags_are_added_with_completion_and_taken_off(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("plus")
        await reader.write("harbour, later")
        await reader.press("enter")
        assert "your tags: harbour, later" in reader.text
        await reader.press("j", "plus")
        await reader.write("har")
        await reader.press("tab")
        assert reader.app.screen.query_one(PromptLine).value == "harbour"
        await reader.press("enter")
        assert "your tags: harbour" in reader.text
        await reader.press("minus")
        assert "your tags" not in reader.text
        await reader.press("k", "minus")
        await reader.write("lat")
        await reader.press("tab", "enter")
        assert "your tags: harbour" in reader.text
        assert "later" not in "\n".join(row for row in reader.rows if "your tags" in row)
    assert sorted(held(lost_ferry).tags.values()) == [("harbour",)]


async def test_a_line_that_is_left_changes_nothing_and_gives_the_list_back(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        before = reader.app.focused
        await reader.press("plus")
        await reader.write("never")
        await reader.press("escape")
        assert reader.app.focused is before
        assert not reader.app.screen.query(PromptLine)
    assert not held(lost_ferry).tags


async def test_undo_says_what_it_undid_also_over_a_restart_and_redo_does_it_again(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("asterisk", "R")
    async with visit(lost_ferry) as reader:
        await reader.press("u")
        assert "Undone: status read on “" in reader.text
        await reader.press("u")
        assert "Undone: star on “" in reader.text
        assert not held(lost_ferry).starred
        await reader.press("u")
        assert "There is nothing of yours to undo." in reader.text
        await reader.press("ctrl+r")
        assert "Done again: star on “" in reader.text
    assert held(lost_ferry).starred


async def test_a_query_for_the_desk_follows_its_keys(visit, lost_ferry):
    async with visit(lost_ferry, query="is:starred") as reader:
        assert "0 of 3 articles" in reader.rows[0]
    async with visit(lost_ferry) as reader:
        await reader.press("asterisk", "slash")
        await reader.write("is:starred")
        await reader.press("enter")
        assert "1 of 3 articles" in reader.rows[0]
        await reader.press("u")
        assert "0 of 3 articles" in reader.rows[0]


async def test_without_a_place_to_write_the_desk_lives_in_memory_and_says_so_each_time(visit, lost_ferry, monkeypatch):
    (lost_ferry.parent / "a file").write_text("no folder\n", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_DESK", str(lost_ferry.parent / "a file" / "desk.jsonl"))
    async with visit(lost_ferry, (160, 40)) as reader:
        for _ in range(2):
            await reader.press("asterisk")
            assert "kept in memory" in list(reader.app._notifications)[-1].message


async def test_a_file_that_is_no_desk_stops_nothing_and_is_left_alone(visit, lost_ferry, monkeypatch):
    poem = lost_ferry.parent / "poem.txt"
    poem.write_text("The heron came back.\n", encoding="utf-8")
    monkeypatch.setenv("MALI_TUI_DESK", str(poem))
    async with visit(lost_ferry, (320, 40)) as reader:
        assert "holds something else than a desk" in reader.rows[1]
        await reader.press("asterisk")
        assert "★ starred" in reader.text
        assert any("kept in memory" in notice.message for notice in reader.app._notifications)
    assert poem.read_text(encoding="utf-8") == "The heron came back.\n"


async def test_what_is_added_to_an_article_stays_with_it_when_its_file_moves(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("asterisk", "plus")
        await reader.write("harbour")
        await reader.press("enter", "enter", "a")
        await reader.write("Ask the mayor.")
        await reader.press("escape")
        assert "1 note" in reader.text
    state = held(lost_ferry)
    (ident,) = state.starred
    explorer = Explorer.open(lost_ferry)
    path = lost_ferry / explorer.article(explorer.find(ident)).path
    explorer.close()
    (lost_ferry / "read").mkdir()
    path.rename(lost_ferry / "read" / f"moved{path.suffix}")
    async with visit(lost_ferry) as reader:
        await reader.press("slash")
        await reader.write("is:starred is:noted tag:harbour")
        await reader.press("enter")
        assert "★ starred" in reader.text
        assert "your tags: harbour" in reader.text
        assert reader.app.screen.explorer.find(f"read/moved{path.suffix}") == reader.app.screen.explorer.find(ident)
    assert held(lost_ferry).starred == state.starred


async def end_reached(reader) -> None:
    """Go to the end of the article and rest there for as long as it takes."""
    await reader.press("enter", "G")
    reader.app.screen.query_one(ReaderPane).end_rest()
    await reader.rest()


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_an_article_that_was_read_to_its_end_has_a_sign_until_a_key_takes_it_back(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        reader.app.screen.query_one(ReaderPane).end_rest()
        await reader.rest()
        assert "✓" not in reader.text, "what is shown beside the list was not read"
        await end_reached(reader)
        await reader.press("q")
        assert reader.text.count("✓") == 1
        await reader.press("u")
        assert "There is nothing of yours to undo." in reader.text
    assert not held(lost_ferry).statuses, "nothing that a reader did not do is in the journal"
    async with visit(lost_ferry, size) as reader:
        assert reader.text.count("✓") == 1
        await reader.press("R")
        assert "✓" not in reader.text
        await end_reached(reader)
        await reader.press("q")
        assert "✓" not in reader.text, "what was said by hand holds"


async def test_the_list_of_what_is_unread_stays_while_one_of_it_is_read(visit, lost_ferry):
    async with visit(lost_ferry, query="is:unread") as reader:
        count = reader.app.screen.query_one(ArticleList).count
        await end_reached(reader)
        assert reader.app.screen.query_one(ArticleList).count == count
        await reader.press("q", "slash")
        await reader.write("is:read")
        await reader.press("enter")
        assert reader.app.screen.query_one(ArticleList).count == 1


async def test_who_pages_on_from_the_end_has_read_the_article(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press(*["space"] * 2)
        assert "✓" in reader.text

"""What people take away from the chronology, and the ways that lead out of it and back, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.base.days import Clock
from tui.ui.screens.dossier import DossierScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

ARTICLES = (
    (
        "a",
        "The weir",
        "date: 2031-03-06\nsource: Lake Post\n",
        "The weir of Orma broke on 4 March 2031. It had been built in 1998.",
    ),
    (
        "b",
        "Still no weir",
        "date: 2031-08-02\nsource: Inland Times\n",
        "The council promised in May a weir of stone. The miller left the valley in 2030.",
    ),
    ("c", "The mill", "", "The mill burnt down on Friday. The roof fell in yesterday."),
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A dossier whose articles name dates, one of them without a day to count them from."""
    folder = tmp_path / "told"
    folder.mkdir()
    for name, title, facts, text in ARTICLES:
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n{facts}language: en\n---\n\n{text}\n", "utf-8")
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program was started."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_what_is_written_is_counted_and_what_stayed_open_is_told_of(visit, told, elsewhere):
    async with visit(told) as reader:
        await reader.press("T")
        assert "4 events · 6 statements, 2 with an open date" in reader.rows[0]
        await reader.press("x")
        assert "Write 4 events, 4 statements, to a file" in reader.text
        reader.app.screen.query_one("FileName").value = "told.jsonl"
        await reader.press("enter")
        assert len((elsewhere / "told.jsonl").read_text(encoding="utf-8").splitlines()) == 4
        (told_of,) = (notice.message for notice in reader.app._notifications)
        assert told_of.startswith("Wrote 4 events, 4 statements, to ")
        assert told_of.endswith("told.jsonl, without 2 statements whose date is open.")


async def test_where_no_date_has_a_place_nothing_is_written(visit, told, elsewhere):
    async with visit(told, query="mill") as reader:
        await reader.press("T", "slash")
        await reader.write("burnt")
        await reader.press("enter", "x")
        assert "every date that is listed is open" in reader.text
        assert len(reader.app.screen.query_one(ChronologyList).items) == 1
        assert list(elsewhere.iterdir()) == []


async def test_somebody_reads_a_statement_and_goes_back_one_step_at_a_time(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "j", "j")
        left = reader.rows
        await reader.press("enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert reader.rows == left
        await reader.press("j", "enter", "q", "q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("q")
        assert not reader.app.is_running


async def test_the_way_back_is_that_to_where_the_chronology_was_asked_for(visit, told):
    async with visit(told) as reader:
        await reader.press("enter", "T", "G", "enter", "q", "q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)


OTHER_WAYS = [
    ("to the list and in again", ("h", "enter")),
    ("other words", ("f5", "s", "w", "e", "i", "r", "enter", "enter")),
]


@pytest.mark.parametrize("keys", [way[1] for way in OTHER_WAYS], ids=[way[0] for way in OTHER_WAYS])
async def test_another_way_leads_back_to_the_list_as_ever(visit, told, keys):
    async with visit(told) as reader:
        await reader.press("T", "enter", *keys)
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)


async def test_a_statement_of_a_copy_leads_back_too(visit, told):
    for name, source in (("x", "Lake Post"), ("y", "Inland Times"), ("z", "Courier")):
        text = (
            "The lock keeper of Orma counted nine barges and twenty rafts on the day that the lock opened in 2029. " * 3
        )
        (told / f"{name}.md").write_text(f"---\ntitle: {name}\nsource: {source}\n---\n\n{text}\n", encoding="utf-8")
    async with visit(told) as reader:
        screen = reader.app.screen
        await reader.press("T", "slash")
        await reader.write("2029")
        await reader.press("enter", "G", "enter")
        assert screen.asked.opened
        await reader.press("q")
        assert "1 of 5 events" in reader.rows[0]
        assert reader.app.screen.query_one(ChronologyList).item.told.source == "Courier"


async def test_a_narrow_terminal_leads_back_too(visit, told):
    async with visit(told, size=(40, 12)) as reader:
        await reader.press("T", "enter", "q", "q")
        assert isinstance(reader.app.focused, ArticleList)
        assert "The weir" in reader.text


async def test_the_timeline_says_what_the_chronology_changed_and_leads_back(visit, told):
    async with visit(told) as reader:
        screen = reader.app.screen
        await reader.press("t", "g", "enter", "T")
        asked, left = screen.asked, reader.rows[:6]
        assert asked.span is not None
        await reader.press("t")
        assert (screen.asked.clock, screen.asked.span) == (Clock.MENTIONED, None)
        (notice,) = reader.app._notifications
        assert notice.message.startswith(
            "Now showing the dates that texts name, for all time; q goes back to published "
        )
        await reader.press("t")
        assert (screen.asked, reader.rows[:6]) == (asked, left)
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)


async def test_a_date_that_is_followed_out_of_a_span_says_so(visit, told):
    async with visit(told) as reader:
        await reader.press("enter", "e", "enter", "t")
        assert not reader.app._notifications
        await reader.press("t", "g", "enter", "enter", "e", "enter")
        (notice,) = reader.app._notifications
        assert "for all time; q goes back to published" in notice.message
        await reader.press("t")
        assert isinstance(reader.app.focused, Reader)


async def test_a_span_of_what_happened_stays_where_the_date_lies_in_it(visit, told):
    async with visit(told) as reader:
        screen = reader.app.screen
        await reader.press("t", "c", "G", "enter", "T")
        asked = screen.asked
        assert asked.span is not None
        await reader.press("t")
        assert screen.asked == asked
        assert screen.query_one(Timeline).has_focus
        assert not reader.app._notifications
        await reader.press("q", "q")
        assert isinstance(reader.app.focused, ArticleList)
        assert screen.asked == asked


async def test_the_clock_alone_is_told_of_too(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "t")
        (notice,) = reader.app._notifications
        assert notice.message == "Now showing the dates that texts name; q goes back to published."
        await reader.press("enter")
        assert reader.app.screen.asked.span is not None
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("t", "t")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)

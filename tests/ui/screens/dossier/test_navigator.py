"""Going somewhere and back, key by key: q and backspace go one place back, esc goes to the list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tui.base.days import Clock
from tui.ui.screens.account import AccountScreen
from tui.ui.screens.chronology import ChronologyScreen
from tui.ui.screens.dossier import DossierScreen
from tui.ui.trail import Pane
from tui.ui.widgets.account_list import AccountList
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline


async def test_somebody_walks_the_dates_and_is_told_what_they_mean(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "e")
        assert "“4 March 2021”: 4 Mar 2021, as written" in reader.rows[1]
        assert "date 1 of 3" in reader.text
        await reader.press("e", "e")
        assert "“Last month”: Feb 2021, counted from the publication, 6 Mar 2021" in reader.rows[1]
        await reader.press("e")
        assert "date 3 of 3" in reader.text
        await reader.press("E", "escape")
        assert "as written" not in reader.rows[1]
        assert "date" not in reader.rows[2]


@pytest.mark.parametrize("leave", ["q", "t", "escape"])
async def test_whoever_followed_a_date_has_the_clock_of_before_again(visit, lost_ferry, leave):
    async with visit(lost_ferry, (80, 24)) as reader:
        screen = reader.app.screen
        asked, rows = screen.asked, reader.rows
        await reader.press("enter", "e", "e", "enter")
        assert screen.asked.clock is Clock.MENTIONED
        await reader.press(leave, "escape")
        assert screen.asked == asked
        assert reader.rows[-5:-1] == rows[-5:-1]


async def test_what_was_chosen_on_the_timeline_stays(visit, lost_ferry):
    async with visit(lost_ferry, (80, 24)) as reader:
        screen = reader.app.screen
        await reader.press("enter", "e", "e", "enter", "left", "right", "enter")
        assert screen.asked.clock is Clock.MENTIONED
        assert screen.asked.span is not None
        await reader.press("escape", "escape")
        await reader.press("t", "c", "escape", "enter", "e", "e", "enter", "q", "escape", "t", "c", "escape")
        assert screen.asked.clock is Clock.MENTIONED


async def test_an_article_without_dates_says_so(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("G", "enter", "e")
        assert "names no date" in reader.text


async def test_somebody_follows_a_date_and_comes_back_to_the_same_place(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        screen = reader.app.screen
        await reader.press("enter", "e", "e")
        before, asked, place = reader.rows, screen.asked, screen.query_one(Reader).line
        await reader.press("enter")
        timeline = screen.query_one(Timeline)
        assert timeline.has_focus
        assert screen.asked.clock is timeline.clock is Clock.MENTIONED
        assert timeline._day == date(1998, 1, 1)
        assert "mentioned" in reader.rows[0]
        await reader.press("q")
        assert isinstance(reader.app.focused, Reader)
        assert (screen.asked, screen.query_one(Reader).line) == (asked, place)
        assert reader.rows == before
        await reader.press("enter", "t")
        assert reader.rows == before


async def test_a_span_that_was_chosen_comes_back_with_the_reader(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("t", "g", "enter")
        screen = reader.app.screen
        span, number = screen.asked.span, screen.query_one(ArticleList).number
        assert span is not None
        await reader.press("enter", "e", "e", "enter")
        assert screen.asked.span is None
        await reader.press("backspace")
        assert screen.asked.span == span
        assert screen.query_one(ArticleList).number == number


async def test_enter_on_the_other_clock_keeps_what_happened_then(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "e", "e", "enter", "enter")
        screen = reader.app.screen
        assert screen.asked.clock is Clock.MENTIONED
        assert date(1998, 1, 1) in screen.asked.span
        assert "1 of 3 articles · mentioned Jan 1998" in reader.rows[0]
        assert isinstance(reader.app.focused, ArticleList)


async def test_somebody_changes_the_clock_and_is_told_which_one_it_is(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        assert "published" in reader.rows[0]
        await reader.press("t", "c")
        timeline = reader.app.screen.query_one(Timeline)
        assert "mentioned" in reader.rows[0]
        assert timeline.whole.extent.first == date(1998, 1, 1)
        assert not [count for day, count in timeline.whole.days if day == date(1998, 1, 1).toordinal()]
        await reader.press("c")
        assert "published" in reader.rows[0]
        assert timeline.whole.extent.first == date(2021, 3, 6)


async def test_far_mentions_can_be_reached_by_keys(visit, lost_ferry):
    async with visit(lost_ferry, size=(80, 24)) as reader:
        await reader.press("t", "c", "g")
        assert "1998" in reader.text
        await reader.press("G")
        assert "2021" in reader.text


LONG = "The dredger waits at the quay. " * 300


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A dossier with two long articles that share a rare word, and nine others."""
    folder = tmp_path / "quay"
    folder.mkdir()
    texts = (LONG + "One.", LONG + "Another, later.", *(f"Town number {number}." for number in range(9)))
    for number, text in enumerate(texts):
        front = f"title: Piece {number}\ndate: 2021-0{number % 9 + 1}-02\nsource: Post {number % 2}\n"
        (folder / f"{number:02}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


def where(somebody) -> tuple[object, ...]:
    """Return where somebody is: the question, the pane, the article and what of it is in sight."""
    screen = somebody.app.screen
    asked, reader = screen.asked, screen.query_one(Reader)
    return asked.text, asked.span, asked.clock, type(somebody.app.focused), reader.reading.article.title, reader.line


async def test_q_leads_back_from_related_articles_to_the_line_that_was_read(visit, quay):
    async with visit(quay) as somebody:
        await somebody.press("enter", "space", "space", "j")
        before = where(somebody)
        assert before[-1] > 0
        await somebody.press("r")
        assert somebody.app.screen.asked.text
        await somebody.press("J", "q")
        assert where(somebody) == before
        await somebody.press("q")
        assert isinstance(somebody.app.focused, ArticleList)
        await somebody.press("q")
        assert not somebody.app.is_running


ASKED = [
    ("a facet", ("f", "enter")),
    ("the undated", ("d",)),
    ("another order", ("o",)),
    ("typed words", ("slash", *"town", "enter")),
    ("typed words, left with esc", ("slash", *"town", "down")),
    ("a span", ("t", "g", "enter")),
    ("the other clock", ("t", "c", "up")),
]


@pytest.mark.parametrize("back", ["q", "backspace"])
@pytest.mark.parametrize("keys", [case[1] for case in ASKED], ids=[case[0] for case in ASKED])
async def test_each_other_question_is_one_place_away(visit, quay, keys, back):
    async with visit(quay) as somebody:
        await somebody.press("j")
        before, articles = somebody.app.screen.asked, somebody.app.screen.query_one(ArticleList)
        number = articles.number
        await somebody.press(*keys)
        after = somebody.app.screen.asked
        assert (after.text, after.span, after.clock) != (before.text, before.span, before.clock)
        await somebody.press(back)
        assert somebody.app.screen.asked == before
        assert articles.has_focus
        assert articles.number == number
        await somebody.press(back)
        assert not somebody.app.is_running


async def test_a_suggestion_that_was_taken_is_one_place_away(visit, dossier):
    async with visit(dossier) as somebody:
        await somebody.press("slash")
        await somebody.write("ferry volcano")
        await somebody.press("enter", "down", "enter")
        assert somebody.app.screen.asked.text != "ferry volcano"
        await somebody.press("q")
        assert somebody.app.screen.asked.text == "ferry volcano"
        assert "Nothing found" in somebody.text
        await somebody.press("q", "q")
        assert not somebody.app.is_running


async def test_the_account_comes_back_as_it_was_left(visit, lost_ferry):
    async with visit(lost_ferry) as somebody:
        await somebody.press("A", "slash")
        await somebody.write("b.md")
        await somebody.press("enter", "enter")
        assert "1 of 3 articles" in somebody.rows[0]
        await somebody.press("q")
        listed = somebody.app.screen.query_one(AccountList)
        assert [entry.name for entry in listed.entries] == ["b.md"]
        await somebody.press("q")
        assert isinstance(somebody.app.screen, DossierScreen)
        assert "3 articles" in somebody.rows[0]


async def test_the_chronology_comes_back_to_where_it_was_asked_for(visit, lost_ferry):
    async with visit(lost_ferry) as somebody:
        await somebody.press("j", "enter", "e")
        before = where(somebody)
        await somebody.press("T", "enter", "T", "G", "enter", "q")
        assert isinstance(somebody.app.screen, ChronologyScreen)
        assert somebody.app.screen.query_one(ChronologyList).item.statement.source == "Inland Times"
        await somebody.press("q")
        assert isinstance(somebody.app.focused, Reader)
        await somebody.press("q", "q")
        assert where(somebody) == before


async def test_reading_on_keeps_the_article_in_the_list(visit, quay):
    async with visit(quay) as somebody:
        await somebody.press("enter", "J", "J", "q")
        articles = somebody.app.screen.query_one(ArticleList)
        assert (articles.has_focus, articles.cursor) == (True, 2)
        await somebody.press("q")
        assert not somebody.app.is_running


async def test_going_in_and_out_many_times_leaves_one_place(visit, quay):
    async with visit(quay) as somebody:
        await somebody.press(*("enter", "left", "right", "escape", "t", "t", "slash", "escape") * 2, "q")
        assert not somebody.app.is_running


async def test_a_pane_that_tab_led_to_is_left_like_any_other(visit, quay):
    async with visit(quay) as somebody:
        await somebody.press("tab")
        assert isinstance(somebody.app.focused, Reader)
        await somebody.press("q")
        assert isinstance(somebody.app.focused, ArticleList)


async def test_the_list_comes_back_at_the_same_row(visit, quay):
    for number in range(40):
        (quay / f"more{number}.md").write_text(f"# More {number}\n\nNothing about number {number}.\n", encoding="utf-8")
    async with visit(quay, (80, 24)) as somebody:
        await somebody.press("ctrl+d", "ctrl+d", "j", "k")
        articles = somebody.app.screen.query_one(ArticleList)
        before = articles.number, articles.scroll_offset.y
        assert before[1] > 0
        await somebody.press("slash")
        await somebody.write("town")
        await somebody.press("enter", "q")
        assert (articles.number, articles.scroll_offset.y) == before


async def test_t_leaves_the_timeline_and_keeps_what_was_chosen_there(visit, lost_ferry):
    async with visit(lost_ferry) as somebody:
        screen = somebody.app.screen
        await somebody.press("enter", "t", "c", "t")
        assert isinstance(somebody.app.focused, Reader)
        assert screen.asked.clock is Clock.MENTIONED
        await somebody.press("q")
        assert screen.asked.clock is Clock.PUBLISHED
        assert isinstance(somebody.app.focused, Reader)
        await somebody.press("e", "enter")
        assert screen.query_one(Timeline).has_focus
        await somebody.press("t")
        assert isinstance(somebody.app.focused, Reader)
        assert screen.asked.clock is Clock.PUBLISHED


ESCAPED = [
    ("the list", ()),
    ("the reader", ("enter",)),
    ("the timeline", ("t",)),
    ("a date that was followed", ("enter", "e", "enter")),
    ("the search bar", ("slash",)),
    ("the chronology", ("T",)),
    ("the account", ("A",)),
    ("the facets", ("f",)),
    ("the keys", ("question_mark",)),
]


@pytest.mark.parametrize("keys", [case[1] for case in ESCAPED], ids=[case[0] for case in ESCAPED])
async def test_esc_goes_to_the_list_and_changes_neither_the_article_nor_the_words(visit, lost_ferry, keys):
    async with visit(lost_ferry, query="ferry") as somebody:
        screen = somebody.app.screen
        await somebody.press("j")
        number = screen.query_one(ArticleList).number
        await somebody.press(*keys)
        for _ in range(4):
            await somebody.press("escape")
        assert somebody.app.screen is screen
        assert isinstance(somebody.app.focused, ArticleList)
        assert screen.asked.text == "ferry"
        assert screen.query_one(ArticleList).number == number


async def test_esc_leaves_what_is_being_done_in_the_reader_first(visit, lost_ferry):
    async with visit(lost_ferry) as somebody:
        await somebody.press("enter", "slash")
        await somebody.write("ferry")
        await somebody.press("enter", "e", "v")
        reader = somebody.app.screen.query_one(Reader)
        left = []
        for _ in range(4):
            await somebody.press("escape")
            left.append((reader.selection.spots is None, not somebody.app.screen.query("FindBar"), reader.date is None))
        assert left == [(True, False, False), (True, True, False), (True, True, True), (True, True, True)]
        assert isinstance(somebody.app.focused, ArticleList)


async def test_esc_empties_the_bar_only_of_what_was_just_typed(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry") as somebody:
        bar = somebody.app.screen.query_one(SearchBar)
        await somebody.press("slash", "escape")
        assert (bar.value, bar.has_focus) == ("ferry", False)
        await somebody.press("slash")
        await somebody.write("harbour")
        await somebody.press("escape")
        assert (bar.value, bar.has_focus) == ("", True)
        await somebody.press("escape", "q")
        assert bar.value == "ferry"


async def test_esc_drops_a_span_in_the_list_and_the_words_stay(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry") as somebody:
        screen = somebody.app.screen
        await somebody.press("t", "g", "enter")
        number = screen.query_one(ArticleList).number
        assert screen.asked.span is not None
        await somebody.press("escape")
        assert (screen.asked.span, screen.asked.text) == (None, "ferry")
        assert screen.query_one(ArticleList).number == number
        await somebody.press("escape")
        assert screen.asked.text == "ferry"


async def test_a_place_whose_article_is_gone_shows_its_list(visit, quay):
    async with visit(quay) as somebody:
        await somebody.press("enter", "o")
        (quay / "00.md").unlink()
        await somebody.press("f5", "q")
        assert isinstance(somebody.app.focused, Reader)
        assert somebody.app.screen.asked.text == ""
        await somebody.press("q")
        assert isinstance(somebody.app.focused, ArticleList)


async def test_an_account_that_leads_to_a_word_list_is_an_account_again(visit, lost_ferry):
    async with visit(lost_ferry) as somebody:
        await somebody.press("A", "enter", "A", "j", "enter", "q")
        assert isinstance(somebody.app.screen, AccountScreen)
        assert somebody.app.screen.query_one(AccountList).cursor == 1


async def test_going_round_the_panes_and_back_and_forth_leaves_one_step(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("enter", "t", "right", "escape", "d", "d", "enter", "tab", "tab", "tab")
        navigator = reader.app.screen.navigator
        while navigator.here.pane is not Pane.READER:
            await reader.press("tab")
        assert len(navigator.state[0].places) <= 1
        await reader.press("q")
        assert navigator.here.pane is Pane.LIST
        assert navigator.state[0].last is None

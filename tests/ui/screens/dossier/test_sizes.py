"""What fits on the screen at 80x24, 120x36 and 160x45, and how the panes share it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.base.locations import bundled_dossier
from tui.ui.kept_choice import WELCOMED
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar

SIZES = [(80, 24), (120, 36), (160, 45)]


def whole_titles(visiting) -> int:
    """Count the articles of the list whose titles can be read to their end."""
    articles = visiting.app.screen.query_one(ArticleList)
    height, region = articles.item_height, articles.region
    seen = 0
    for place in range(region.height // height):
        lines = [articles.line(place, row) for row in range(height)]
        title = " ".join(text.strip() for line in lines for text, role in line if role in ("title", "background"))
        seen += not title.rstrip().endswith("…")
    return seen


@pytest.mark.parametrize(("size", "least"), [((80, 24), 12), ((120, 36), 9), ((160, 45), 15)])
async def test_so_many_titles_are_seen_whole(visit, size, least):
    async with visit(bundled_dossier(), size) as reader:
        assert whole_titles(reader) >= least


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_has_half_a_line_at_least_and_the_counts_are_seen(visit, dossier: Path, size):
    async with visit(dossier, size) as reader:
        bar = reader.app.screen.query_one(SearchBar)
        assert bar.region.width >= size[0] // 2
        assert size[0] > 80 or bar.region.width >= 76
        assert sum("6 articles" in row for row in reader.rows[:2]) == 1


async def test_at_80_columns_the_pane_that_is_read_is_the_higher_one(visit, dossier: Path):
    async with visit(dossier, (80, 24)) as reader:
        articles, text = reader.app.screen.query_one(ArticleList), reader.app.screen.query_one(Reader)
        assert articles.region.height > text.region.height
        assert articles.region.width == text.region.width == 80
        await reader.press("enter")
        assert articles.region.height < text.region.height
        await reader.press("escape")
        assert articles.region.height > text.region.height


async def test_at_80_columns_the_head_is_one_line_until_it_is_opened(visit, lost_ferry: Path):
    async with visit(lost_ferry, (80, 24)) as reader:
        await reader.press("enter")
        before = reader.rows
        assert any("Lake Post · 6 Mar 2021 · " in row and "i shows more" in row for row in before)
        assert "(from the front matter)" not in reader.text
        await reader.press("i")
        assert "(from the front matter)" in reader.text
        await reader.press("i")
        assert reader.rows == before


async def test_at_120_columns_the_head_is_open_and_can_be_closed(visit, lost_ferry: Path):
    async with visit(lost_ferry) as reader:
        assert "(from the front matter)" in reader.text
        await reader.press("i")
        assert "(from the front matter)" not in reader.text
        assert "The ferry is gone · " in reader.text


async def test_the_share_of_the_list_holds_only_where_the_panes_are_side_by_side(visit, dossier: Path):
    async with visit(dossier) as reader:
        articles = reader.app.screen.query_one(ArticleList)
        await reader.press("greater_than_sign")
        assert articles.region.width == 120 * 45 // 100
        await reader.pilot.resize_terminal(80, 24)
        await reader.rest()
        assert articles.region.width == 80


@pytest.mark.parametrize("size", SIZES)
async def test_three_hints_go_with_the_first_key_and_never_come_back(visit, dossier: Path, size):
    async with visit(dossier, size) as reader:
        assert reader.rows[-1].strip().startswith("T where the reports disagree")
        await reader.press("j")
        assert "where the reports disagree" not in reader.text
        assert "? keys" in reader.rows[-1]
        assert WELCOMED.get()
    async with visit(dossier, size) as reader:
        assert "where the reports disagree" not in reader.text


async def test_the_first_frame_shows_the_first_article(visit, dossier: Path):
    async with visit(dossier):
        pass
    async with visit(dossier) as reader:
        assert reader.app.screen.query_one(Reader).reading is not None


@pytest.mark.parametrize("size", SIZES)
async def test_that_reports_disagree_is_said_and_one_key_leads_there(visit, lost_ferry: Path, size):
    async with visit(lost_ferry, size) as reader:
        for _ in range(20):  # what the first look at a dossier is worked out from is loaded after the first frame
            if "T shows" not in reader.rows[1]:
                await reader.rest()
        assert "T shows 1 date on which reports disagree" in reader.rows[1]
        await reader.press("T", "n")
        assert "disputed:" in reader.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_that_does_nothing_says_so_once_a_screen(visit, dossier: Path, size):
    async with visit(dossier, size) as reader:
        await reader.press("Q")
        assert "Nothing is bound to Q here · ? shows the keys" in reader.rows[-1]
        await reader.press("j", "question_mark", "escape")
        assert len(reader.app._notifications) <= 1
        await reader.press("T", "Q")
        assert "Nothing is bound to Q here" in reader.rows[-1]


@pytest.mark.parametrize("key", ["T", "D", "A"])
async def test_what_was_said_of_one_screen_never_lies_over_the_keys_of_the_next(visit, dossier: Path, key: str):
    async with visit(dossier) as reader:
        await reader.press("Q")
        assert "Nothing is bound to Q here" in reader.rows[-1]
        await reader.press(key)
        assert "Nothing is bound" not in reader.text
        assert "q back" in reader.rows[-1]
        await reader.press("q")
        assert "Nothing is bound" not in reader.text


async def test_ctrl_c_says_which_key_quits_in_the_words_of_the_program(visit, dossier: Path):
    async with visit(dossier) as reader:
        await reader.press("ctrl+c")
        assert "ctrl+q quits" in reader.rows[-1]
        assert "app" not in reader.rows[-1]
        await reader.press("ctrl+c")
        assert "ctrl+q quits" in reader.rows[-1]


async def test_what_must_be_acted_on_stays_when_another_screen_opens(visit, dossier: Path):
    async with visit(dossier) as reader:
        reader.app.notify("The disk is full", severity="error")
        await reader.press("T")
        assert "The disk is full" in reader.text


async def test_the_finest_step_of_the_timeline_says_so_and_a_key_fits_all_of_time(visit, dossier: Path):
    async with visit(dossier) as reader:
        await reader.press("t", *"zzzzzz")
        assert "This is the finest step" in reader.rows[-1]
        await reader.press("F")
        assert "all time" in reader.text


async def test_the_line_of_keys_and_the_titles_of_panes_answer_the_mouse(visit, dossier: Path):
    async with visit(dossier) as reader:
        await reader.press("j", "k")
        column = reader.rows[-1].index("/ search")
        await reader.pilot.click(offset=(column, 35))
        await reader.rest()
        assert isinstance(reader.app.focused, SearchBar)
        await reader.pilot.click(offset=(80, 2))
        await reader.rest()
        assert isinstance(reader.app.focused, Reader)

"""On wide screens the article stands beside chronology, figures and desk, at the passage that is chosen."""

from __future__ import annotations

import pytest

from tui.ui.widgets.reader.reader import Reader


@pytest.mark.parametrize("key", ["T", "D"])
async def test_the_article_of_what_is_chosen_stands_beside_the_list(visit, lost_ferry, key: str):
    async with visit(lost_ferry, (160, 45)) as reader:
        await reader.press("enter", "a", "x", "escape", key)
        beside = reader.app.screen.query_one("#beside", Reader)
        assert beside.display
        assert beside.reading is not None
        assert beside.selection.text
        assert not beside.has_focus
        await reader.press("G")
        chosen = reader.app.screen.passage()
        assert chosen is not None
        assert beside.reading.number == chosen[0]
        await reader.press("q")
        assert reader.app.screen.focused is not None


async def test_at_120_columns_there_is_no_room_beside_the_list(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "j")
        assert not reader.app.screen.query_one("#beside", Reader).display
        assert reader.app.screen.query_one("#beside", Reader).reading is None


async def test_the_article_comes_when_the_terminal_grows(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T")
        await reader.pilot.resize_terminal(160, 45)
        await reader.rest()
        assert reader.app.screen.query_one("#beside", Reader).reading is not None


async def test_the_account_has_the_whole_width_for_itself(visit, lost_ferry):
    async with visit(lost_ferry, (160, 45)) as reader:
        await reader.press("A")
        assert not reader.app.screen.query_one("#beside", Reader).display
        assert reader.app.screen.query_one("#listing").region.width == 160

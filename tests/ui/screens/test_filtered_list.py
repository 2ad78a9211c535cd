"""What the account and the chronology have in common, key by key."""

from __future__ import annotations

import pytest

from tui.ui.screens.dossier import DossierScreen
from tui.ui.screens.filtered_list import Filtered
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.filter_bar import FilterBar

KEYS = pytest.mark.parametrize("key", ["A", "T"], ids=["account", "chronology"])


def listed(somebody) -> int:
    return somebody.app.screen.listing.count


@KEYS
async def test_a_filter_is_typed_accepted_and_dropped(visit, lost_ferry, key):
    async with visit(lost_ferry) as somebody:
        await somebody.press(key)
        whole = listed(somebody)
        await somebody.press("slash")
        await somebody.write("zzz")
        assert listed(somebody) == 0
        await somebody.press("enter")
        assert somebody.app.focused is somebody.app.screen.listing
        await somebody.press("escape")
        assert listed(somebody) == whole
        assert not somebody.app.screen.query(FilterBar)
        await somebody.press("escape")
        assert isinstance(somebody.app.focused, ArticleList)


@KEYS
async def test_what_other_words_have_found_is_not_listed(visit, lost_ferry, key):
    async with visit(lost_ferry) as somebody:
        await somebody.press(key)
        whole, screen = listed(somebody), somebody.app.screen
        assert whole > 1
        screen.post_message(Filtered((), "zzz", None))
        await somebody.rest()
        assert listed(somebody) == whole


@KEYS
@pytest.mark.parametrize("back", ["q", "backspace", ""])
async def test_it_is_left_by_q_backspace_and_the_key_that_opened_it(visit, lost_ferry, key, back):
    async with visit(lost_ferry) as somebody:
        await somebody.press("enter", key, back or key)
        assert isinstance(somebody.app.screen, DossierScreen)
        await somebody.press("q")
        assert isinstance(somebody.app.focused, ArticleList)


@KEYS
async def test_a_filter_comes_back_with_the_list_in_focus(visit, lost_ferry, key):
    async with visit(lost_ferry) as somebody:
        await somebody.press(key, "slash")
        await somebody.write("zzz")
        await somebody.press("enter", "q", key)
        assert listed(somebody) == 0
        assert somebody.app.screen.query_one(FilterBar).value == "zzz"
        assert somebody.app.focused is somebody.app.screen.listing

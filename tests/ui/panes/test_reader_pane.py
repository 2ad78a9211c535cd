"""The reader's pane: what is found in its article, and what is not."""

from __future__ import annotations

import pytest

from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_not_in_the_article_is_searched_in_all_by_enter_as_the_title_says(visit, dossier, size):
    async with visit(dossier, size) as reader:
        await reader.press("enter", "slash")
        await reader.write("bridge")
        assert "not in this article · enter searches all" in reader.text
        await reader.press("down")
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.screen.asked.text == ""
        await reader.press("slash")
        await reader.write("bridge")
        await reader.press("enter")
        assert reader.app.screen.asked.text == "bridge"
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("q")
        assert reader.app.screen.asked.text == ""
        assert isinstance(reader.app.focused, Reader)


async def test_what_is_in_the_article_is_gone_on_with_there(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("enter", "slash")
        await reader.write("ferry")
        assert "found 1 of" in reader.text
        await reader.press("enter")
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.screen.asked.text == ""

"""The list's pane while one answer follows the other."""

from __future__ import annotations

from msgspec.structs import replace

from tui.ui.panes.list_pane import ListPane
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.suggestion_list import SuggestionList


async def test_enter_searches_for_no_words_that_nobody_typed_or_chose(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("slash")
        await reader.write("ferry volcano")
        assert "↓ then enter searches for:" in reader.text
        await reader.press("enter", "enter")
        assert reader.app.screen.asked.text == "ferry volcano"
        assert "↓ chooses one of these" in reader.text
        await reader.press("down", "enter")
        assert reader.app.screen.asked.text == "ferry"
        assert "5 of 6 articles" in reader.text


async def test_the_focus_stays_with_what_is_shown_however_fast_answers_come(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("ferry volcano")
        await reader.press("enter")
        screen, pane = reader.app.screen, reader.app.screen.query_one(ListPane)
        assert isinstance(screen.focused, SuggestionList)
        with_suggestions = screen.view
        screen.query_one(SearchBar).focus()
        await reader.press("end")
        pane.take_focus()
        pane.show(replace(with_suggestions), "")
        pane.show(replace(with_suggestions), "")
        await reader.rest()
        assert screen.focused is screen.query_one(SuggestionList)
        assert screen.focused.is_attached
        pane.show(replace(with_suggestions, suggestions=()), "")
        await reader.rest()
        assert screen.focused is screen.query_one("#list")

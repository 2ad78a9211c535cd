"""Somebody stars, tags and marks several articles at once, having been told how many they are."""

from __future__ import annotations

import pytest

from tests.ui.screens.dossier.test_desk_keys import held
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.prompt_line import PromptLine


@pytest.fixture
def state(lost_ferry):
    """The state of the desk that lies on the disk."""
    return lambda: held(lost_ferry)


async def test_selected_rows_are_starred_as_one_action_and_one_undo_takes_it_back(visit, lost_ferry, state):
    async with visit(lost_ferry) as reader:
        await reader.press("v", "v")
        assert "2 articles selected" in reader.text
        assert reader.text.count("✓") == 2
        await reader.press("asterisk")
        assert "Star 2 articles? enter does it, esc leaves" in reader.text
        assert not state().starred
        await reader.press("enter")
        assert len(state().starred) == 2
        assert "and 1 more" in reader.text
        await reader.press("asterisk")
        assert "Take the stars of 2 articles off?" in reader.text
        await reader.press("escape")
        assert len(state().starred) == 2
        await reader.press("u")
        assert not state().starred


async def test_all_hits_are_selected_those_folded_away_too_and_escape_selects_none(visit, lost_ferry, state):
    async with visit(lost_ferry, query="ferry") as reader:
        articles = reader.app.screen.query_one(ArticleList)
        await reader.press("comma")
        assert articles.selected == frozenset(articles.view.hits)
        await reader.press("R")
        assert "Set 2 articles to “read”?" in reader.text
        await reader.press("enter")
        assert len(state().statuses) == 2
        await reader.press("escape")
        assert not articles.selected
        assert "Articles" in reader.text
        await reader.press("comma", "comma")
        assert not articles.selected


async def test_a_tag_for_several_says_the_number_first_and_is_taken_off_again(visit, lost_ferry, state):
    async with visit(lost_ferry) as reader:
        await reader.press("comma", "plus")
        assert "add a tag to 3 articles; several with commas" in reader.text
        await reader.write("port, water")
        await reader.press("enter")
        assert sorted(state().tags.values()) == [("port", "water")] * 3
        await reader.press("minus")
        assert "take off which, of 3 articles: port, water" in reader.text
        await reader.write("port")
        await reader.press("enter")
        assert sorted(state().tags.values()) == [("water",)] * 3
        await reader.press("u")
        assert sorted(len(tags) for tags in state().tags.values()) == [2, 2, 2]


async def test_what_another_question_does_not_find_is_selected_no_longer(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        articles = reader.app.screen.query_one(ArticleList)
        await reader.press("comma", "slash")
        await reader.write("silence")
        await reader.press("enter")
        assert len(articles.selected) == 1
        await reader.press("slash", "ctrl+u", "enter")
        assert len(articles.selected) == 1


async def test_without_a_selection_keys_are_about_the_article_under_the_cursor_and_ask_nothing(
    visit, lost_ferry, state
):
    async with visit(lost_ferry) as reader:
        await reader.press("asterisk")
        assert not reader.app.screen.query(PromptLine)
        assert len(state().starred) == 1
        await reader.press("asterisk")
        assert not state().starred
        await reader.press("minus")
        assert "no tag of yours" in reader.text


async def test_undo_goes_back_over_starts_of_the_program_and_says_what_it_undid(visit, lost_ferry, state):
    async with visit(lost_ferry) as reader:
        await reader.press("asterisk", "plus")
        await reader.write("port")
        await reader.press("enter")
    async with visit(lost_ferry) as reader:
        await reader.press("u")
        assert any("Undone: tag port on “The ferry is gone”" in each.message for each in reader.app._notifications)
        assert (len(state().starred), dict(state().tags)) == (1, {})
    async with visit(lost_ferry) as reader:
        await reader.press("u")
        assert any("Undone: star on “The ferry is gone”" in each.message for each in reader.app._notifications)
        assert not state().starred
        await reader.press("ctrl+r", "ctrl+r")
        assert (len(state().starred), list(state().tags.values())) == (1, [("port",)])

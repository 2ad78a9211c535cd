"""Somebody comes back to a dossier to which articles were added, and to saved queries that find more than before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.screens.dossier.test_desk_keys import held
from tui.ui.screens.saved_list import SavedList
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.timeline import Timeline


def add(folder: Path, name: str = "d.md", title: str = "A new ferry") -> None:
    front = f"title: {title}\ndate: 2021-05-20\nsource: Lake Post\nlanguage: en\n"
    (folder / name).write_text(f"---\n{front}---\n\nA ferry was bought for Orma.\n", encoding="utf-8")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["120x36", "80x24"])
async def test_new_articles_are_marked_in_list_and_timeline_and_found(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        assert "•" not in reader.text
    add(lost_ferry)
    async with visit(lost_ferry, size) as reader:
        row = next(line for line in reader.rows if "A new ferry" in line or "•" in line)
        assert row
        articles, timeline = reader.app.screen.query_one(ArticleList), reader.app.screen.query_one(Timeline)
        assert list(articles.signs.values()) == ["•"]
        assert len(timeline.new) == 1
        top = reader.rows[timeline.region.y]
        assert "•" in top
        await reader.press("t", "G")
        assert "1 new" in reader.text
        await reader.press("slash")
        await reader.write("is:new")
        await reader.press("enter")
        assert articles.count == 1
    async with visit(lost_ferry, size) as reader:
        assert "•" not in reader.text


async def test_the_saved_queries_are_listed_with_their_counts_and_what_is_new(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry") as reader:
        await reader.press("S")
        await reader.write("Ships")
        await reader.press("enter", "0")
        assert isinstance(reader.app.screen, SavedList)
        assert "1  Ships  ferry  2 articles" in reader.text
        await reader.press("enter")
        assert "Saved query: Ships" in reader.text
    add(lost_ferry)
    async with visit(lost_ferry) as reader:
        await reader.press("0")
        assert "3 articles · 1 new since " in reader.text
        await reader.press("escape", "1")
        assert reader.app.screen.asked.text == "ferry"
        assert "Ships: 1 article is new since " in reader.text
        await reader.press("0")
        assert "new since" not in reader.text.replace("Ships: 1 article is new since", "")


async def test_a_saved_query_is_taken_off_in_the_list_and_comes_back_with_u(visit, lost_ferry):
    async with visit(lost_ferry, query="silence") as reader:
        await reader.press("S")
        await reader.write("Nothing")
        await reader.press("enter", "0", "minus")
        assert "No query is saved yet" in reader.text
        assert not held(lost_ferry).saved
        await reader.press("enter", "minus", "escape", "u", "0")
        assert "1  Nothing  silence  1 article" in reader.text


async def test_without_saved_queries_the_list_says_how_to_save_one(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("0")
        assert "No query is saved yet; S saves the present one." in reader.text
        await reader.press("q")
        assert reader.app.screen.query_one(ArticleList).has_focus

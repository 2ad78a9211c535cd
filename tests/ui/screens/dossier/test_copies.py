"""What people do with copies of one text, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.ui.trail import Goal, Pane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar

STORY = (
    "The council of the lake towns has put off the vote on the new sluice until the fishermen have been heard, its "
    "chair said after a meeting that went on past midnight on 4 March 2021. Boats from all seven towns had closed the "
    "canal since Sunday, and the mill had no water left for its wheel."
)
NOUVELLE = (
    "Le conseil des villes du lac a reporté le vote sur la nouvelle écluse en attendant d’entendre les pêcheurs, a "
    "indiqué sa présidente après une réunion qui a duré jusqu’à minuit passé. Les bateaux bloquaient le canal depuis "
    "dimanche et le moulin n’avait plus d’eau."
)
ARTICLES = (
    ("a", "Vote on sluice put off", "2021-03-05", "Lake Wire", STORY),
    ("b", "Sluice: towns wait", "2021-03-06", "Inland Times", STORY + " With agencies."),
    ("c", "Boats still block canal", "2021-03-06", "Coast Post", STORY.replace("put off", "postponed")),
    ("d", "Le vote est reporté", "2021-03-05", "Fil du Lac", NOUVELLE),
    ("e", "Écluse : pas de vote", "2021-03-07", "Le Jour", NOUVELLE.replace("a indiqué", "selon")),
    ("f", "Fishermen heard", "2021-04-02", "Lake Wire", "The council heard the fishermen. It will vote on the sluice."),
)


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    folder = tmp_path / "lake"
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: '{title}'\ndate: {day}\nsource: {source}\nlanguage: {'fr' if name in 'de' else 'en'}\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


def titles(reader) -> list[str]:
    """Return the titles of the rows of the list."""
    articles = reader.app.screen.query_one(ArticleList)
    return [articles._rows[place].title for place in range(len(articles.view.listed))]


def chosen(reader) -> str:
    articles = reader.app.screen.query_one(ArticleList)
    return articles._rows[articles.cursor].title


FOLDED = ["Vote on sluice put off", "Le vote est reporté", "Fishermen heard"]
OPENED = ["Vote on sluice put off", "Sluice: towns wait", "Boats still block canal", *FOLDED[1:]]


async def test_somebody_opens_a_row_and_closes_it_from_within(visit, lake):
    async with visit(lake) as reader:
        assert titles(reader) == FOLDED
        assert "6 articles, 3 distinct" in reader.rows[0]
        assert "×3▸" in reader.text
        await reader.press("right")
        assert isinstance(reader.app.focused, ArticleList)
        assert titles(reader) == OPENED
        assert "×3▾" in reader.text
        assert "└ 2021 Mar  6" in reader.text
        await reader.press("j", "j")
        assert chosen(reader) == "Boats still block canal"
        await reader.press("left")
        assert titles(reader) == FOLDED
        assert chosen(reader) == "Vote on sluice put off"


async def test_enter_opens_the_copies_of_a_row_first_and_then_reads(visit, lake):
    async with visit(lake) as reader:
        await reader.press("enter")
        assert titles(reader) == OPENED
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("j", "enter")
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.focused.reading.article.title == "Sluice: towns wait"
        await reader.press("escape", "G", "enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("escape", "left")
        assert chosen(reader) == "Fishermen heard"
        assert titles(reader)[:3] == OPENED[:3]


async def test_somebody_lists_every_article_by_itself_and_keeps_it_so(visit, lake):
    async with visit(lake) as reader:
        await reader.press("X")
        assert len(titles(reader)) == 6
        assert "×" not in "".join(reader.rows[2:12])
        assert "6 articles, 3 distinct" in reader.rows[0]
        await reader.press("left", "enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("escape")
        await reader.press("slash")
        await reader.write("sluice")
        await reader.press("enter")
        assert len(titles(reader)) == 4
        await reader.press("X")
        assert "×3▸" in reader.text
        assert "4 of 6 articles, 2 distinct" in reader.rows[0]


async def test_what_is_opened_stays_open_while_other_words_are_asked(visit, lake):
    async with visit(lake) as reader:
        await reader.press("right", "slash")
        await reader.write("sluice sort:-date")
        await reader.press("enter")
        assert titles(reader) == [
            "Fishermen heard",
            "Sluice: towns wait",
            "Boats still block canal",
            "Vote on sluice put off",
        ]


async def test_the_reader_names_who_else_has_the_text(visit, lake):
    async with visit(lake) as reader:
        assert "also in: Inland Times 6 Mar 2021; Coast Post 6 Mar 2021" in reader.text
        await reader.press("G")
        assert "also in" not in reader.text


async def test_a_copy_that_alone_is_found_has_nothing_to_open(visit, lake):
    async with visit(lake) as reader:
        await reader.press("slash")
        await reader.write("agencies")
        await reader.press("enter")
        assert "distinct" not in reader.rows[0]
        await reader.press("right")
        assert isinstance(reader.app.focused, Reader)


async def test_the_marks_are_walked_row_by_row(visit, lake):
    async with visit(lake) as reader:
        await reader.press("slash")
        await reader.write("sluice sort:date")
        await reader.press("enter", "n")
        assert chosen(reader) == "Fishermen heard"
        await reader.press("K", "right", "n")
        assert chosen(reader) == "Sluice: towns wait"


async def test_the_timeline_counts_every_article(visit, lake):
    async with visit(lake) as reader:
        for keys in ((), ("right",), ("X",)):
            await reader.press(*keys)
            assert reader.app.screen.view.found.total == 6
        await reader.press("X", "t", "g", "l", "enter")
        assert reader.app.screen.view.total == 2
        assert titles(reader) == ["Sluice: towns wait"]


async def test_a_statement_of_a_copy_behind_a_row_is_reached(visit, lake):
    async with visit(lake) as reader:
        screen = reader.app.screen
        found = screen.explorer.chronology(screen.asked)
        told = next(each for entry in found.entries for each in entry.told if each.source == "Coast Post")
        await reader.press("T")
        reader.app.screen.leave(Goal(Pane.READER, article=told.number, date=told.timex.start))
        await reader.rest()
        assert chosen(reader) == "Boats still block canal"
        assert screen.query_one(Reader).reading.article.source == "Coast Post"
        assert screen.query_one(Reader).date == told.timex
        assert screen.query_one(Reader).has_focus


async def test_copies_at_the_lower_edge_come_into_sight(visit, lake, tmp_path):
    for place in range(12):
        (lake / f"early{place}.md").write_text(
            f"---\ntitle: Early {place}\ndate: 2020-01-{place + 1:02}\n---\n\nNothing about number {place}.\n",
            encoding="utf-8",
        )
    (lake / "d.md").unlink()
    (lake / "e.md").unlink()
    (lake / "f.md").unlink()
    async with visit(lake, (80, 24)) as reader:
        await reader.press("G")
        assert chosen(reader) == "Vote on sluice put off"
        await reader.press("right")
        assert "Boats still" in "\n".join(row[:32] for row in reader.rows)


async def test_related_articles_are_listed_as_the_session_lists(visit, lake):
    async with visit(lake) as reader:
        await reader.press("X", "r")
        assert reader.app.screen.query_one(SearchBar).value
        assert not reader.app.screen.asked.folded


async def test_articles_of_the_account_are_listed_as_the_session_lists(visit, lake):
    (lake / "g.md").write_text("---\ntitle: No day\n---\n\nThe sluice is shut.\n", encoding="utf-8")
    async with visit(lake) as reader:
        await reader.press("X", "A", "f", "enter")
        assert chosen(reader) == "No day"
        assert not reader.app.screen.asked.folded

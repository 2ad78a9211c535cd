"""Somebody in front of the application whose archive is an index: the panes, the screens and the faults, key by key."""

from __future__ import annotations

from contextlib import asynccontextmanager, closing

import pytest
from filed import explorer_of

from tests.ui.conftest import Visit
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.served.archive import ServedArchive
from tui.served.push import Push
from tui.served.server import Writer
from tui.ui.app import MaliTui
from tui.ui.screens.desk import DeskScreen
from tui.ui.widgets.timeline import Timeline

GREEN = "/_cluster/health?wait_for_nodes=2&wait_for_status=green&timeout=1s"
WIRE = (
    "The last ferry left the harbour of Orma on 4 March 2021, and 40 people were on board. Nobody waved when it passed "
    "the lighthouse, said the harbour master, who had counted the passengers twice that morning before the wind rose."
)
TOLD = (
    ("The ferry is gone", "2021-03-06", "Lake Post", WIRE),
    ("The ferry has left", "2021-03-07", "Wire Copy", WIRE),
    (
        "A lake without a ferry",
        "2021-04-02",
        "Inland Times",
        "The last ferry left the harbour of Orma on 9 March 2021. It had 30 people on board, the harbour master said.",
    ),
    ("Silence", "2021-05-01", "Lake Post", "Nothing more was heard of the matter."),
    ("A letter", "", "Lake Post", "Somebody asked for the harbour."),
)


def articles():
    for at, (title, day, source, text) in enumerate(TOLD):
        yield Article(
            id=chr(ord("a") + at) * 10,
            path=f"told/{at}.md",
            title=title,
            text=text,
            source=source,
            published=PublishedDate.from_iso(day, Provenance.FRONT_MATTER) if day else None,
            language="en",
            words=len(text.split()),
        )


@pytest.fixture
def pushed(engine, index, tmp_path):
    with closing(explorer_of(articles(), tmp_path)) as local, closing(Writer(engine, 30)) as writer:
        sent = Push(writer, index, local.services, "story").run(rebuild=False)
        assert sent.there == len(TOLD)
        yield sent.index
        writer.write("DELETE", f"/{sent.index}")


@pytest.fixture
def visit_index(engine, index, pushed):
    @asynccontextmanager
    async def opened(size=(120, 36)):
        app = MaliTui(ServedArchive.open(engine, index))
        visiting = Visit(app)
        async with app.run_test(size=size, notifications=True, message_hook=visiting.hear):
            await visiting.rest()
            yield visiting

    return opened


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_list_timeline_and_reader_follow_what_is_typed(visit_index, size):
    async with visit_index(size) as reader:
        assert "5 articles" in reader.text
        assert "undated" in reader.text
        await reader.press("slash")
        await reader.write("harbour")
        assert "4 of 5 articles" in reader.text
        assert "understood as harbour" in reader.text
        assert reader.app.screen.query_one(Timeline).found.total == 3
        await reader.press("enter")
        assert "mark 1 of" in reader.text
        await reader.press("c")
        assert "told" in reader.text or "mentioned" in reader.text


async def test_copies_are_one_row_and_are_held_against_each_other(visit_index):
    async with visit_index() as reader:
        await reader.press("slash")
        await reader.write("ferry")
        assert "3 of 5 articles" in reader.text
        assert "×2" in reader.text
        await reader.press("enter", "X")
        assert "×2" not in reader.text
        assert "The ferry has left" in reader.text


async def test_facets_chronology_figures_and_words(visit_index):
    async with visit_index() as reader:
        await reader.press("f")
        assert "Lake Post" in reader.text
        assert "Sources" in reader.text
        await reader.press("escape", "T")
        assert "Chronology" in reader.rows[0]
        assert "4 Mar 2021" in reader.text
        assert "9 Mar 2021" in reader.text
        await reader.press("q", "equals_sign")
        assert "Figures" in reader.rows[0]
        assert "40" in reader.text
        await reader.press("q", "slash")
        await reader.write("harbour")
        await reader.press("enter", "w")
        assert "Words in context" in reader.rows[0]
        await reader.press("q")
        assert "4 of 5 articles" in reader.text


async def test_the_desk_is_the_readers_own_and_is_there_again(visit_index):
    async with visit_index() as reader:
        await reader.press("asterisk", "a")
        await reader.write("ask the master")
        await reader.press("escape")
        await reader.press("D")
        assert isinstance(reader.app.screen, DeskScreen)
        assert "ask the master" in reader.text
    async with visit_index() as again:
        await again.press("slash")
        await again.write("is:starred")
        assert "1 of 5 articles" in again.text
        await again.press("enter", "D")
        assert "ask the master" in again.text


async def test_what_an_index_has_not_is_said(visit_index):
    async with visit_index() as reader:
        await reader.press("F5".lower())
        assert "Nothing has changed in the index." in reader.text
        await reader.press("A")
        assert "An index has no files." in reader.text
        await reader.press("q", "W")
        assert "not asked in wider words" in reader.text
        await reader.press("f6")
        assert "The glossary is not asked" in reader.text
        await reader.press("P")
        assert "no dossier on this machine" in reader.text or "open its folder, not an engine" in reader.text


async def test_the_path_of_an_article_opens_no_file_of_this_machine(visit_index):
    async with visit_index() as reader:
        await reader.press("O")
        assert "told/0.md, where the article was pushed from" in reader.text
        for key in ("enter", "e"):
            await reader.press(key)
            assert "is not on this machine" in reader.text


async def test_one_node_gone_costs_nothing_and_both_cost_a_sentence(cluster, visit_index):
    async with visit_index() as reader:
        await reader.press("slash")
        await reader.write("ferry")
        await reader.press("enter")
        cluster.kill("n2")
        try:
            await reader.press("slash", "ctrl+u")
            await reader.write("harbour")
            assert "4 of 5 articles" in reader.text
            cluster.kill("n1")
            await reader.press("enter", "slash", "ctrl+u")
            await reader.write("lighthouse")
            assert "cannot be reached" in reader.text
            assert "Last heard of at" in reader.text
            await reader.press("enter", "j", "right", "f", "escape", "T", "q")
            assert reader.app.is_running
        finally:
            cluster.start_node("n1")
            cluster.start_node("n2")
            cluster.wait_for(GREEN)
        await reader.press("s", "ctrl+u")
        await reader.write("lighthouse")
        assert "2 of 5 articles" in reader.text
        assert "cannot be reached" not in reader.text

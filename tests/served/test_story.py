"""Somebody in front of the application whose archive is an index: the panes, the screens and the faults, key by key."""

from __future__ import annotations

from contextlib import asynccontextmanager, closing

import pytest
from filed import explorer_of

from tests.served.test_foreign import DATASHARE, LEAKS
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
    "The last ferry left the harbour of Orma on 4 March 2021. On 4 March 2021, 12 fishermen were killed in the storm "
    "at Orma, the police said. Nobody waved when it passed the lighthouse, whose keeper had counted the boats at dawn."
)
TOLD = (
    ("The ferry is gone", "2021-03-06", "Lake Post", WIRE),
    ("The ferry has left", "2021-03-07", "Wire Copy", WIRE),
    (
        "A lake without a ferry",
        "2021-04-02",
        "Inland Times",
        "The last ferry left the harbour of Orma on 9 March 2021. "
        "On 4 March 2021, 15 fishermen were killed in the storm at Orma, the police said.",
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
        assert reader.app.screen.query_one(Timeline).found.total == 4
        await reader.press("enter")
        assert "mark 1 of" in reader.text
        await reader.press("t", "c")
        assert "mentioned" in reader.text


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
        assert "killed" in reader.text
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
        await reader.press("f5")
        assert "Nothing has changed in the index." in reader.text
        await reader.press("A")
        assert "An index has no files." in reader.text
        await reader.press("q", "W")
        assert "not asked in wider words" in reader.text
        await reader.press("f6")
        assert "The glossary is not used" in reader.text
        await reader.press("B")
        assert "Outlets by time are counted in all articles of a dossier on this machine" in reader.text


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


async def test_an_index_of_others_is_listed_read_and_searched_and_stays_as_it_was(cluster, engine, index):
    inner = {name: each for name, each in DATASHARE["mappings"]["properties"].items() if each.get("type") != "join"}
    with closing(Writer(engine, 30)) as writer:
        writer.write("PUT", f"/{index}", {"mappings": {"properties": inner}})
        for number, document in enumerate(LEAKS):
            writer.write("PUT", f"/{index}/_doc/{number}", document)
        writer.write("POST", f"/{index}/_refresh")
    before = cluster.ask("GET", f"/{index}/_search?version=true&seq_no_primary_term=true")["hits"]["hits"]
    app = MaliTui(ServedArchive.open(engine, index, "datashare"))
    visiting = Visit(app)
    async with app.run_test(size=(120, 36), notifications=True, message_hook=visiting.hear):
        await visiting.rest()
        assert "2 articles" in visiting.text
        assert visiting.app.screen.query_one(Timeline).found.total == 2
        await visiting.press("slash")
        await visiting.write("ferry")
        assert "1 of 2 articles" in visiting.text
        assert "its own analysis decides what words match" in visiting.text
        await visiting.press("enter", "right")
        assert "The ferry left the harbour." in visiting.text
        assert "\x1b" not in visiting.text
        await visiting.press("q", "f", "escape", "asterisk", "T", "q", "w", "q", "r", "D", "q", "A", "q", "F", "f2")
        await visiting.press("escape", "plus")
        await visiting.write("ship")
        await visiting.press("enter", "f5")
    assert cluster.ask("GET", f"/{index}/_search?version=true&seq_no_primary_term=true")["hits"]["hits"] == before
    cluster.ask("DELETE", f"/{index}")

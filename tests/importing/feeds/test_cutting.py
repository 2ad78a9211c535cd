"""Feeds are cut where entries end, closed or not; each batch is a feed of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.feeds.cutting import Batch, cut, local, root_of
from tui.importing.limits import FEED_BATCH_ENTRIES, FEED_ENTRY_TAGS

HEAD = "<rss version='2.0'><channel><title>River Gazette</title>"


def entries(text: str) -> list[str]:
    return [entry for batch in list(cut(text))[1:] if isinstance(batch, Batch) for entry in batch.entries]


FEEDS = [
    ("whole", f"{HEAD}<item>a</item><item>b</item></channel></rss>", ["<item>a</item>", "<item>b</item>"]),
    ("never closed", f"{HEAD}<item>a<item>b", ["<item>a</item>", "<item>b</item>"]),
    ("in capitals", "<RSS><Channel><Item>a", ["<Item>a</Item>"]),
    ("with a prefix", "<rdf:RDF><x:item>a</x:item></rdf:RDF>", ["<x:item>a</x:item>"]),
    ("marks in an entry", f"{HEAD}<item><![CDATA[<item>]]></item>", ["<item><![CDATA[<item>]]></item>"]),
    ("Atom", "<feed><entry>a</entry></feed>", ["<entry>a</entry>"]),
    ("without entries", f"{HEAD}</channel></rss>", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FEEDS], ids=[case[0] for case in FEEDS])
def test_entries_are_found(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


def test_a_batch_is_a_feed_of_its_own() -> None:
    head, batch = cut(f"{HEAD}<item>a</item></channel></rss>")
    assert isinstance(head, Batch)
    assert isinstance(batch, Batch)
    assert head.document() == "<rss version='2.0'><channel><title>River Gazette</title></channel></rss>"
    assert batch.document() == "<rss version='2.0'><channel><item>a</item></channel></rss>"


@given(st.integers(0, 3 * FEED_BATCH_ENTRIES))
def test_no_entry_is_lost_between_batches(count: int) -> None:
    assert entries(HEAD + "".join(f"<item>{number}</item>" for number in range(count))) == [
        f"<item>{number}</item>" for number in range(count)
    ]


def test_entries_beyond_a_limit_are_counted() -> None:
    batches = list(cut(f"{HEAD}<item>{'<b/>' * FEED_ENTRY_TAGS}</item><item>a</item>"))
    assert [batch for batch in batches if isinstance(batch, int)] == [1]


@pytest.mark.parametrize("text", ["", "The heron came back.", "<html><item>a</item></html>"])
def test_what_is_no_feed_is_told(text: str) -> None:
    with pytest.raises(FileProblem, match="no feed"):
        list(cut(text))


def test_names_without_their_prefixes() -> None:
    assert (local("dc:date"), local("date")) == ("date", "date")
    assert (root_of("<?xml version='1.0'?><a:Feed>"), root_of("heron")) == ("feed", "")

"""Feeds are cut where entries end, closed or not; each batch is a feed of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.feeds import Batch, Feed, FeedEntry, MissingParts, cut, draft_of_entry, local, root_of
from tui.importing.limits import FEED_BATCH_ENTRIES, FEED_ENTRY_TAGS
from tui.importing.parsed import Draft

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
    with pytest.raises(FileProblem, match="not a feed"):
        list(cut(text))


def test_names_without_their_prefixes() -> None:
    assert (local("dc:date"), local("date")) == ("date", "date")
    assert (root_of("<?xml version='1.0'?><a:Feed>"), root_of("heron")) == ("feed", "")


FEED = Feed("River Gazette", "fr-FR")


def drafted(entry: FeedEntry) -> tuple[Draft, tuple[str, ...]]:
    missing = MissingParts(Counter())
    return draft_of_entry(entry, FEED, missing), missing.notes()


LACKS = [
    ("a whole text", FeedEntry(title="Heron", content="<p>It came back.</p>", published="2023-07-04"), ()),
    ("a summary", FeedEntry(title="Heron", summary="It came back."), ("1 with a summary only",)),
    ("a long summary is a text", FeedEntry(title="Heron", summary="It came back. " * 60), ()),
    (
        "a long one that breaks off",
        FeedEntry(title="Heron", summary="It came " * 90 + "[…]"),
        ("1 with a summary only",),
    ),
    ("a title", FeedEntry(title="Heron"), ("1 with a title and no text",)),
    ("a title said twice", FeedEntry(title="Heron", summary="Heron"), ("1 with a title and no text",)),
    ("nothing", FeedEntry(), ("1 with neither title nor text left out",)),
    (
        "an odd date",
        FeedEntry(title="Heron", content="Back.", published="soon"),
        ("1 whose date was not understood: 'soon' of “Heron”",),
    ),
]


@pytest.mark.parametrize(("entry", "expected"), [case[1:] for case in LACKS], ids=[case[0] for case in LACKS])
def test_what_it_lacks_is_told(entry: FeedEntry, expected: tuple[str, ...]) -> None:
    assert drafted(entry)[1] == expected


AUTHORS = [
    ("a mailbox of RSS", "ada@example.org (Ada Rell)", "Ada Rell"),
    ("a mailbox", "Ada Rell <ada@example.org>", "Ada Rell"),
    ("an address alone", "ada@example.org", ""),
    ("by somebody", "By Ada Rell,", "Ada Rell"),
    ("a name that ends so", "Toby Rell", "Toby Rell"),
    ("a name that begins so", "Byron Rell", "Byron Rell"),
]


@pytest.mark.parametrize(("written", "expected"), [case[1:] for case in AUTHORS], ids=[case[0] for case in AUTHORS])
def test_an_author_is_a_name(written: str, expected: str) -> None:
    assert drafted(FeedEntry(title="Heron", authors=(written, written)))[0].author == expected


def test_what_the_entry_says_goes_before_the_feed() -> None:
    draft, _ = drafted(FeedEntry(title="Heron - Weir News", source="Weir News", language="en", content="Back."))
    assert (draft.title, draft.source, draft.language) == ("Heron", "Weir News", "en")
    plain, _ = drafted(FeedEntry(title="A <b>heron</b> &amp; more", content="Back."))
    assert (plain.title, plain.source, plain.language) == ("A heron & more", "River Gazette", "fr")


def test_only_addresses_of_the_web_are_addresses() -> None:
    draft, _ = drafted(FeedEntry(title="Heron", address="javascript:odd()"))
    assert (draft.address, draft.key) == ("", "javascript:odd()")


SUMMARIES = [
    ("of other words", "Nobody had seen one for years.", ("Nobody had seen one for years.",)),
    ("the beginning again", "The heron came back to […]", ()),
    ("cut within a word", "The heron came back to the squ…", ()),
    ("the title again", "Heron", ()),
    ("with a word on the post", "The heron came back. The post Heron appeared first on River Gazette.",
     ("The heron came back. The post Heron appeared first on River Gazette.",)),
]  # fmt: skip


@pytest.mark.parametrize(("summary", "left"), [case[1:] for case in SUMMARIES], ids=[case[0] for case in SUMMARIES])
def test_a_summary_beside_the_text_is_left_out_and_not_lost(summary: str, left: tuple[str, ...]) -> None:
    draft, notes = drafted(
        FeedEntry(title="Heron", content="<p>The heron came back to the square.</p>", summary=summary)
    )
    assert (draft.paragraphs, draft.left_out, notes) == (("The heron came back to the square.",), left, ())

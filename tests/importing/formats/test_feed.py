"""Feeds saved as files: the dialects, what their entries lack, and what attacks come to."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.importing.formats import feed
from tui.importing.formats.feed import read, read_json_feed
from tui.importing.parsed import HEARTBEAT, Draft, RawFile
from tui.importing.read_file import FileReading, read_content

LONG = " ".join(["Nobody fell into the river on that day."] * 20)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>River Gazette</title><language>en-gb</language>
<lastBuildDate>Fri, 05 Jan 2024 00:00:00 GMT</lastBuildDate>
<item><title>The bridge &amp; the river</title><link>https://gazette.example/2023/08/01/bridge</link>
<guid isPermaLink="false">g-1</guid><pubDate>Tue, 01 Aug 2023 23:30:00 -0500</pubDate><dc:creator>Ada Rell</dc:creator>
<category>Bridges</category><category>Mali</category><description>Too short.</description>
<content:encoded><![CDATA[<p>It is <b>open</b> at&nbsp;last.</p><script>x()</script>
<p>{LONG}</p>]]></content:encoded></item>
<item><title>A song</title><guid>g-2</guid><pubDate>Wed, 2 Aug 23 10:00 GMT</pubDate>
<description>&lt;p&gt;They sang&amp;hellip;&lt;/p&gt;</description></item>
<item><title>A photograph</title><pubDate>03/08/2023</pubDate></item>
<item><guid>g-4</guid><pubDate>soon</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Gazette</title>
<updated>2024-01-01T00:00:00Z</updated>
<entry><title type="html">Le pont &amp;amp; la &lt;i&gt;rivi&amp;egrave;re&lt;/i&gt;</title>
<id>tag:gazette.example,2023:1</id>
<link href="https://gazette.example/p/1"/><published>2023-08-01T23:30:00-05:00</published>
<updated>2023-09-01T00:00:00Z</updated><author><name>Ada Rell</name></author><category term="m" label="Mali"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il est <b>ouvert</b>.</p>
<p>Enfin&nbsp;!</p></div></content>
</entry><entry><title>Sans date</title><id>2</id><updated>2023-09-01T00:00:00Z</updated>
<summary>Rien.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example"><title>Old Gazette</title>
<items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel><item rdf:about="https://x.example/1">
<title>A bridge</title><link>https://x.example/1</link><description>It is open.</description>
<dc:date>2003-12-13T23:30:02-08:00</dc:date></item></rdf:RDF>"""
TAKEN_OVER = """<rss version="2.0"><channel><title>"bridge" - Search</title><item><title>A bridge - The Gazette</title>
<link>https://search.example/abc</link><pubDate>Mon, 07 Aug 2023 07:00:00 GMT</pubDate>
<description>&lt;a href="https://search.example/abc"&gt;A bridge&lt;/a&gt;
&amp;nbsp;&lt;font&gt;The Gazette&lt;/font&gt;</description>
<source url="https://gazette.example">The Gazette</source></item></channel></rss>"""


def reading(content: bytes | str) -> FileReading:
    raw = content if isinstance(content, bytes) else content.encode()
    return read_content(RawFile("a.rss", raw), read)


def drafts(content: str) -> list[Draft]:
    return [one for one in read(RawFile("a.rss", content.encode())) if one.title or one.paragraphs]


def test_an_entry_has_its_whole_text_and_its_own_day() -> None:
    one = drafts(RSS)[0]
    assert (one.title, one.source, one.author, one.language) == (
        "The bridge & the river",
        "River Gazette",
        "Ada Rell",
        "en",
    )
    assert (one.key, one.address) == ("g-1", "https://gazette.example/2023/08/01/bridge")
    assert (one.tags, one.paragraphs) == (("Bridges", "Mali"), ("It is open at last.", LONG))
    assert [f"{date.iso} {date.provenance}" for date in one.dates] == ["2023-08-01 record"]


def test_an_entry_whose_date_was_not_understood_is_named_and_doubtful() -> None:
    items = "".join(
        f"<item><title>{title}</title><description>{LONG}</description><pubDate>{day}</pubDate></item>"
        for title, day in (("Quay", "the other day"), ("Mill", "some day"), ("Dam", "Tue, 01 Aug 2023 10:00:00 GMT"))
    )
    feed = f'<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()
    read = reading(feed)
    assert "2 whose date was not understood: 'the other day' of “Quay”, and others" in read.account.reason
    assert [(one.title, one.doubt) for one in read.articles] == [
        ("Quay", "its own date 'the other day' was not understood"),
        ("Mill", "its own date 'some day' was not understood"),
        ("Dam", ""),
    ]


def test_the_account_tells_what_entries_lack() -> None:
    assert reading(RSS).account.reason == (
        "1 with a summary only; 1 with a title and no text; 1 with neither title nor text left out;"
        " 1 whose date was not understood: 'soon'"
    )
    assert [(a.title, a.published and a.published.iso, a.text) for a in reading(RSS).articles[1:]] == [
        ("A song", "2023-08-02", "They sang…"),
        ("A photograph", "2023", ""),
    ]


def test_a_day_that_may_be_two_is_doubtful() -> None:
    assert reading(RSS).articles[2].doubt.startswith("03/08/2023 may be 3 August or 8 March")


def test_atom_tells_a_change_from_a_publication() -> None:
    one, other = reading(ATOM).articles
    assert (one.title, one.text, one.language) == ("Le pont & la rivière", "Il est ouvert.\n\nEnfin !", "fr")
    assert (one.author, one.tags, one.doubt) == ("Ada Rell", ("Mali",), "")
    assert [date.iso for date in (one.published, *one.candidates) if date] == ["2023-08-01", "2023-09-01"]
    assert other.doubt == "it is the day of a change"


def test_the_one_date_of_dublin_core_is_a_publication() -> None:
    (one,) = drafts(RDF)
    assert [f"{date.iso} {date.provenance}" for date in one.dates] == ["2003-12-13 record"]


def test_an_entry_taken_over_names_its_outlet() -> None:
    (one,) = drafts(TAKEN_OVER)
    assert (one.title, one.source, one.paragraphs) == ("A bridge", "The Gazette", ())


def test_an_article_keeps_its_id_when_entries_come_before_it() -> None:
    more = RSS.replace("<item>", "<item><title>New</title><guid>g-0</guid></item><item>", 1)
    assert reading(RSS).articles[0].id == reading(more).articles[1].id


BROKEN = [
    ("cut off in its last entry", RSS[: RSS.index("</pubDate></item>\n<item><guid>g-4") - 4], 3),
    ("entries that are never closed", RSS.replace("</item>", ""), 3),
    ("a tag that is never closed", RSS.replace("<item>", "<item><b>", 1), 3),
    ("a lone ampersand and an unknown entity", RSS.replace("They sang", "They & them &nix; sang"), 3),
    ("another encoding than it says", RSS.replace("A song", "Chant caché").encode("cp1252"), 3),
    ("an encoding that it names", RSS.replace("utf-8", "koi8-r").replace("A song", "Мост").encode("koi8-r"), 3),
    ("utf-16", RSS.encode("utf-16"), 3),
    ("control characters", RSS.replace("A song", "A\x00 so\x1bng\x07"), 0),
    ("many entries", RSS.replace("</channel>", "<item><title>One of many</title></item>" * 120 + "</channel>"), 123),
]  # fmt: skip


@pytest.mark.parametrize(("content", "count"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_no_entry_is_lost(content: str | bytes, count: int) -> None:
    assert reading(content).account.articles == count


def test_a_feed_that_breaks_off_is_told() -> None:
    assert reading(RSS[: RSS.index("A photo") + 4]).account.reason.endswith("; the file ends before the feed does")
    assert "breaks off" not in reading(RSS + "<!-- kept for an hour -->").account.reason


def test_a_named_encoding_is_believed_where_the_bytes_are_no_utf_8() -> None:
    content = RSS.replace("utf-8", "koi8-r").replace("A song", "Мост").encode("koi8-r")
    assert reading(content).articles[1].title == "Мост"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = [
    ("a page", "<!doctype html><html><p>It is open.</p></html>", "failed: not a feed: its first tag is <html>"),
    ("no tags", "It is open.", "failed: not a feed: it has no tags"),
    ("no entries", "<rss><channel><title>x</title></channel></rss>", "skipped: a feed without entries"),
    ("entities that grow", f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]><rss><item>&l11;</item></rss>', "failed: it dec"),
    ("a file as an entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "/x">]><rss><item>&x;</item></rss>', "failed: it dec"),
    ("an entity behind the first tag", RSS.replace("They sang", '<!DOCTYPE r [<!ENTITY x "y">]>&x;'), "read: "),
    ("an address in place of a feed", "https://x.example/feed", "failed: not a feed"),
    ("a path in place of a feed", "/etc/passwd", "failed: not a feed"),
    ("tags without an end", "<rss><channel>" + "<item><b>" * 20_000, "skipped: 20,000 with neither"),
    ("an entry of many tags", "<rss><item><title>x</title>" + "<b>" * 60_000 + "</item></rss>", "skipped: 1 too long"),
    ("deep nesting", "<rss>" + "<a>" * 50_000 + "<item><title>It is open</title></item>", "read: "),
    ("quotation marks", '<rss><item><title>It is open</title><a b="' + '<a b="' * 20_000, "read: "),
    ("comments", "<rss><item><title>It is open</title>" + "<!-- " * 20_000, "read: "),
]  # fmt: skip


@pytest.mark.parametrize(("content", "outcome"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile(content: str, outcome: str) -> None:
    account = reading(content).account
    assert f"{account.outcome}: {account.reason}".startswith(outcome)


def test_life_is_seen_while_no_entry_gives_an_article() -> None:
    drafts = list(read(RawFile("a.rss", ("<rss><channel>" + "<item>" * 260).encode())))
    assert drafts.count(HEARTBEAT) == 6
    assert "260 with neither title nor text left out" in drafts[-1].notes


def test_a_feed_that_goes_on_without_articles_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "FEED_BARREN_ENTRIES", 200)
    empty, full = "<item></item>", "<item><title>It is open</title></item>"
    whole = reading(f"<rss><channel>{(empty * 150 + full) * 4}</channel></rss>").account
    assert (whole.articles, "behind them" in whole.reason) == (4, False)
    account = reading(f"<rss><channel>{full}{empty * 900}{full}</channel></rss>").account
    assert account.articles == 1
    assert "consecutive entries: the rest was not read" in account.reason


@given(st.integers(min_value=0), st.sampled_from((RSS, ATOM, RDF, TAKEN_OVER)))
def test_damage_ends_in_the_account(seed: int, feed: str) -> None:
    chance = random.Random(seed)
    damaged = bytearray(feed.encode())
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice(
            (b"", b"<", b">", b'"', b"&", b"\xff\xfe", b"</item>", b"<entry ")
        )
    assert reading(bytes(damaged)).account.outcome in list(Outcome)


JSON_FEED: dict[str, object] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "River Gazette",
    "language": "fr-ML",
    "items": [
        {
            "id": 7,
            "url": "https://gazette.example/2023/08/01/pont",
            "title": "Le pont",
            "content_html": "<p>Il est ouvert.</p><p>Enfin.</p>",
            "date_published": "2023-08-01T23:30:00-05:00",
            "date_modified": "2023-08-02T01:00:00Z",
            "authors": [{"name": "Ada Rell"}, {"name": "Bo Li"}, "?"],
            "tags": ["Mali", 5],
        },
        {"id": "8", "content_text": "Rien.\n\nPlus.", "author": {"name": "Ada Rell"}},
        {"id": "9"},
        "nothing",
    ],
}


def test_a_json_feed_is_read_alike() -> None:
    one, other, notes = read_json_feed(JSON_FEED)
    assert (one.title, one.author, one.tags, one.language) == ("Le pont", "Ada Rell, Bo Li", ("Mali", "5"), "fr")
    assert (one.key, one.source, one.paragraphs) == ("7", "River Gazette", ("Il est ouvert.", "Enfin."))
    assert [f"{d.iso} {d.provenance}" for d in one.dates] == ["2023-08-01 record", "2023-08-02 date of change"]
    assert (other.paragraphs, other.author) == (("Rien.", "Plus."), "Ada Rell")
    assert notes.notes == ("1 with neither title nor text left out", "1 damaged and left out")


def test_a_list_of_zotero_is_no_feed_but_gives_its_items() -> None:
    content = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#"><bib:Article rdf:about="#1">
<dc:title>A light</dc:title><dc:date>2023-03-04</dc:date></bib:Article></rdf:RDF>"""
    reading = read_content(RawFile("a.rdf", content), read)
    assert [(one.title, one.published and one.published.iso) for one in reading.articles] == [("A light", "2023-03-04")]
    assert reading.account.reason == "1 of its 1 references without a text"

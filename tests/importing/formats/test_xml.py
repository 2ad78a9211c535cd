"""XML by its first tags: feeds, collections of articles, and what is neither."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.dossier.article import Article
from tui.importing.formats.xml import read, record_name
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content

RECORDS = """<?xml version="1.0"?><articles><article id="1"><title>The bridge &amp; the river</title>
<date>2023-08-01</date><author>Ada Rell</author><author>Bo Li</author><url>https://gazette.example/1</url>
<text><![CDATA[<p>It is <b>open</b>.</p><p>At last.</p>]]></text></article>
<article id="2"><title>A song</title><published>2 août 2023</published><summary>Short.</summary>
<body>&lt;p&gt;They sang.&lt;/p&gt;</body></article><article/></articles>"""
NITF = """<nitf><head><title>Doc 7</title><docdata><date.issue norm="20230801T100000+0200"/><doc-id id-string="g-7"/>
<key-list><keyword key="rivers"/></key-list></docdata><pubdata name="River Gazette" date.publication="20230801"/></head>
<body><body.head><hedline><hl1>The bridge</hl1><hl2>A song at noon</hl2></hedline><byline>By <person>Ada Rell</person>
</byline><dateline><location>BAMAKO</location></dateline></body.head><body.content><p>It is <em>open</em>.</p>
<p>At last.</p></body.content></body></nitf>"""
NEWS_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="fr"><itemMeta>
<versionCreated>2023-08-03T10:00:00Z</versionCreated><firstCreated>2023-08-01T23:00:00-05:00</firstCreated>
<provider qcode="x"><name>River Gazette</name></provider></itemMeta><contentMeta><headline>Le pont</headline>
<by>Ada Rell</by><subject qcode="m:1"><name>fleuves</name></subject></contentMeta><contentSet><inlineXML>
<html><head><title>t</title></head><body><p>Il est ouvert.</p><p>Enfin.</p></body></html></inlineXML></contentSet>
</newsItem>"""
DUMP = """<dump><table name="posts"><row><field name="id">5</field><field name="title">The bridge</field>
<field name="date">2023-08-01</field><field name="content">It is open.</field></row></table></dump>"""
ATTRIBUTES = (
    """<posts><row Id="1" Title="The bridge" Body="&lt;p&gt;It is open.&lt;/p&gt;" Date="2023-08-01"/></posts>"""
)
WITHIN = """<all><document><meta><title>The bridge</title><date>1 August 2023</date></meta>
<content>It is open.</content></document></all>"""
FEED = """<rss version="2.0"><channel><title>River Gazette</title><item><title>The bridge</title>
<pubDate>Tue, 1 Aug 2023 10:00:00 GMT</pubDate><description>It is open.</description></item></channel></rss>"""


def reading(content: bytes | str) -> FileReading:
    return read_content(RawFile("a.xml", content if isinstance(content, bytes) else content.encode()), read)


def said(article: Article) -> list[str]:
    dates = [date.iso for date in (article.published, *article.candidates) if date]
    return [article.title, " ".join(dates), article.source, article.author, article.text]


KINDS = [
    ("records", RECORDS, ["The bridge & the river", "2023-08-01", "", "Ada Rell, Bo Li", "It is open.\n\nAt last."]),
    (
        "a story of an agency",
        NITF,
        ["The bridge", "2023-08-01", "River Gazette", "Ada Rell", "A song at noon\n\nBAMAKO – It is open.\n\nAt last."],
    ),
    (
        "a news item",
        NEWS_ITEM,
        ["Le pont", "2023-08-01 2023-08-03", "River Gazette", "Ada Rell", "Il est ouvert.\n\nEnfin."],
    ),
    ("a table's dump", DUMP, ["The bridge", "2023-08-01", "", "", "It is open."]),
    ("records of attributes", ATTRIBUTES, ["The bridge", "2023-08-01", "", "", "It is open."]),
    ("fields within fields", WITHIN, ["The bridge", "2023-08-01", "", "", "It is open."]),
    ("a feed", FEED, ["The bridge", "2023-08-01", "River Gazette", "", "It is open."]),
    (
        "a tagged archive",
        "<ALL><DOC><HEADLINE>The bridge</HEADLINE><DATE>910611</DATE><TEXT>It is open.</TEXT></DOC></ALL>",
        ["The bridge", "1991-06-11", "", "", "It is open."],
    ),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_kinds(content: str, expected: list[str]) -> None:
    assert said(reading(content).articles[0]) == expected


def test_a_summary_beside_the_text_is_left_out_and_an_empty_record_counted() -> None:
    read_file = reading(RECORDS)
    assert (read_file.articles[1].text, read_file.articles[1].left_out) == ("They sang.", ("Short.",))
    assert read_file.account.reason == "1 with neither title nor text left out"


def test_ids_stay_when_records_come_before() -> None:
    more = RECORDS.replace("<articles>", '<articles><article id="0"><title>New</title></article>')
    assert {article.id for article in reading(RECORDS).articles} < {article.id for article in reading(more).articles}


NAMES = [
    ("no fields of known names", "<a><b>c</b></a>", ""),
    ("a name that archives use", "<all><story><x/></story></all>", "story"),
    ("a title alone is no article", "<all><thing><title>x</title></thing></all>", ""),
    ("what has a title and a text", "<all><thing><title>x</title><text>y</text></thing></all>", "thing"),
    ("what has a text and a date", "<all><thing><date>x</date><text>y</text></thing></all>", "thing"),
]


@pytest.mark.parametrize(("content", "name"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_record_name(content: str, name: str) -> None:
    assert record_name(content) == name


HOSTILE = [
    ("no tags", "It is open.", "skipped: neither a feed nor articles with known fields: it has no tags"),
    ("another kind", "<svg><title>x</title><text>y</text></svg>", "skipped: neither a feed nor articles"),
    ("a list of feeds", "<opml><head><title>x</title></head><body><outline/></body></opml>", "skipped: neither a feed"),
    ("XML entities", f'<!DOCTYPE a [<!ENTITY x "y">]>{RECORDS[21:]}', "failed: it declares XML entities"),
    (
        "entities of its own in UTF-16",
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
        "failed: it declares",
    ),
    ("elements without an end", "<a>" * 100_000, "skipped: neither a feed"),
    ("elements within elements", "<a b='c'>" * 50_000 + "</a>" * 50_000, "skipped: neither a feed"),
    ("brackets without an end", "<![CDATA[" * 100_000, "skipped: neither a feed"),
    ("records within records", "<r>" + "<article><title>x</title>" * 5_000, "read: "),
    ("an entity that is not known", RECORDS.replace("They", "&nix; They"), "read: "),
    ("not well formed", RECORDS.replace("</title>", ""), "read: "),
]


@pytest.mark.parametrize(("content", "outcome"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile(content: str | bytes, outcome: str) -> None:
    account = reading(content).account
    assert f"{account.outcome}: {account.reason}".startswith(outcome)


@given(st.integers(min_value=0), st.sampled_from((RECORDS, NITF, NEWS_ITEM, DUMP, ATTRIBUTES, FEED)))
def test_damage_ends_in_the_account(seed: int, content: str) -> None:
    chance = random.Random(seed)
    damaged = bytearray(content.encode())
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice(
            (b"", b"<", b">", b'"', b"&", b"\xff\xfe", b"</title>", b"/>")
        )
    assert reading(bytes(damaged)).account.outcome in list(Outcome)


def test_articles_of_factiva_keep_their_paragraphs() -> None:
    article = (
        "<article><accessionNo>HARB{0}</accessionNo><headline><paragraph>Crane {0}</paragraph></headline>"
        "<leadParagraph><paragraph>It stands.</paragraph></leadParagraph>"
        "<publicationDate><date>2023-03-0{0}</date></publicationDate><sourceName>Harbour Times</sourceName></article>"
    )
    content = f"<PPSResponse>{article.format(1)}{article.format(2)}</PPSResponse>".encode()
    found = read_content(RawFile("a.xml", content), read).articles
    assert [(one.title, one.source, one.text) for one in found] == [
        *(("Crane 1", "Harbour Times", "It stands."), ("Crane 2", "Harbour Times", "It stands.")),
    ]

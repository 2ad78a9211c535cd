"""Structured data name the page's own article, and no other that the page describes."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from tui.importing.html.metadata import PageMetadata
from tui.importing.html.structured import read_json_ld, read_microdata

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry &amp; barge collide",
    "datePublished": "2021-05-06T07:08:09+02:00",
    "dateModified": "2021-05-07",
    "author": [{"@type": "Person", "name": "Ada Rell"}, {"@type": "Person", "name": "Jon Oduya"}],
    "publisher": {"@type": "Organization", "name": "The River Post"},
    "inLanguage": "en-GB",
    "keywords": "ferries, rivers",
}
READ = PageMetadata(
    title="Ferry & barge collide",
    published=("2021-05-06T07:08:09+02:00",),
    changed=("2021-05-07",),
    authors=("Ada Rell", "Jon Oduya"),
    site="The River Post",
    language="en-GB",
    tags=("ferries", "rivers"),
)


def page(*things: object) -> str:
    scripts = (thing if isinstance(thing, str) else json.dumps(thing) for thing in things)
    return "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts) + "<p>x</p>"


OTHER = {**ARTICLE, "headline": "Another", "url": "https://river.example/other"}
SITE = {"@type": "WebSite", "name": "The River Post", "datePublished": "1999"}
SHAPES = [
    ("alone", page(ARTICLE), READ),
    ("in a list", page([SITE, ARTICLE]), READ),
    ("in a graph", page({"@graph": [SITE, ARTICLE]}), READ),
    ("as what a page is about", page({"@type": "WebPage", "mainEntity": ARTICLE}), READ),
    ("of several kinds", page({**ARTICLE, "@type": ["Article", "NewsArticle"]}), READ),
    ("within a comment", page(f"<!-- {json.dumps(ARTICLE)} -->"), READ),
    ("as cdata, with a semicolon", page(f"//<![CDATA[\n{json.dumps(ARTICLE)};\n//]]>"), READ),
    ("beside another that the address tells apart", page(OTHER, {**ARTICLE, "url": "https://river.example/collide?x"}),
     PageMetadata(**{**{name: getattr(READ, name) for name in PageMetadata.__slots__}, "address": "https://river.example/collide?x"})),
    ("beside another that the title tells apart", page(OTHER, ARTICLE), READ),
    ("by references", page({"@graph": [
        {**ARTICLE, "author": [{"@id": "#a"}, {"@id": "#j"}], "publisher": {"@id": "#p"}},
        {"@type": "Person", "@id": "#a", "name": "Ada Rell"}, {"@type": "Person", "@id": "#j", "name": "Jon Oduya"},
        {"@type": "Organization", "@id": "#p", "name": "The River Post"}]}), READ),
    ("only a site", page(SITE), PageMetadata()),
    ("two others", page(OTHER, {**OTHER, "headline": "A third"}), PageMetadata()),
    ("a list of items", page({"@type": "ItemList", "itemListElement": [ARTICLE]}), PageMetadata()),
    ("no json", page("{'@type': NewsArticle}"), PageMetadata()),
    ("a nest", page("[" * 100_000), PageMetadata()),
    ("figures where words belong", page({**ARTICLE, "headline": 7, "author": 8, "datePublished": {}}), PageMetadata()),
    ("a number without end", page('{"@type": "NewsArticle", "headline": ' + "9" * 9000 + "}"), PageMetadata()),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_described(html: str, expected: PageMetadata) -> None:
    tree = document_fromstring(html)
    assert read_json_ld(tree, "https://river.example/collide", "Ferry & barge collide | The River Post") == expected


def test_the_name_is_taken_where_the_page_shows_it_and_not_the_headline() -> None:
    thing = {**ARTICLE, "headline": "a kind of boat", "name": "Ferry"}
    assert read_json_ld(document_fromstring(page(thing)), "", "Ferry - Encyclopaedia").title == "Ferry"


def test_microdata() -> None:
    tree = document_fromstring("""
        <article itemscope itemtype="http://schema.org/NewsArticle">
          <h1 itemprop="headline">Ferry sinks</h1>
          <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ada Rell</b></span>
          <time itemprop="datePublished" datetime="2020-02-03T10:00">yesterday</time>
          <meta itemprop="dateModified" content="2020-02-04">
          <div itemscope itemtype="http://schema.org/Comment"><time itemprop="datePublished" datetime="2020-03-01"></time></div>
        </article>""")  # noqa: E501 - the page's own lines
    expected = PageMetadata("Ferry sinks", ("2020-02-03T10:00",), ("2020-02-04",), ("Ada Rell",))
    assert read_microdata(tree) == expected

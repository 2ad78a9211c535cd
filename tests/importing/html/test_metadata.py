"""The metadata of a page, by the many names that tools give them."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.metadata import PageMetadata, read_meta_tags

HEADS = [
    (
        "open graph",
        '<meta property="og:title" content="Ferry sinks"><meta property="article:published_time" content="2020-02-03">'
        '<meta property="article:modified_time" content="2020-02-04">'
        '<meta property="og:site_name" content="River Post">'
        '<meta property="og:url" content="https://river.example/f"><meta property="og:locale" content="en_GB">'
        '<meta property="article:tag" content="ferries"><meta property="article:tag" content="rivers">',
        PageMetadata(
            "Ferry sinks", ("2020-02-03",), ("2020-02-04",), (), "River Post", "en_GB", ("ferries", "rivers"),
            "https://river.example/f",
        ),
    ),
    (
        "dublin core with points",
        '<meta name="DC.title" content="Ferry"><meta name="DC.date.issued" content="2020-02">'
        '<meta name="DC.creator" content="Ada Rell">',
        PageMetadata("Ferry", ("2020-02",), (), ("Ada Rell",)),
    ),
    (
        "parsely and sailthru",
        '<meta name="parsely-title" content="Ferry"><meta name="sailthru.date" content="2020-02-03 01:02:03 +0000">'
        '<meta name="parsely-author" content="Ada Rell"><meta name="sailthru.tags" content="ferries, rivers">',
        PageMetadata("Ferry", ("2020-02-03 01:02:03 +0000",), (), ("Ada Rell",), tags=("ferries", "rivers")),
    ),
    (
        "a property before a name",
        '<meta name="dc:title" content="by name"><meta property="dc:title og:title" content="by property">',
        PageMetadata("by property"),
    ),
    (
        "an author who is an address",
        '<meta property="article:author" content="https://social.example/ada"><meta name="byl" content="By Ada Rell">',
        PageMetadata(authors=("Ada Rell",)),
    ),
    (
        "a label of twitter's",
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Rell">',
        PageMetadata(authors=("Ada Rell",)),
    ),
    (
        "another label of twitter's",
        '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="4 min">',
        PageMetadata(),
    ),
    (
        "a day of creation beside that of publication",
        '<meta name="created" content="2020-01-01"><meta name="date" content="2020-02-03">',
        PageMetadata(published=("2020-02-03",)),
    ),
    ("a day of creation alone", '<meta name="created" content="2020-01-01">', PageMetadata(published=("2020-01-01",))),
    ("a name that ends like a byline's word", '<meta name="author" content="Toby Rell">',
     PageMetadata(authors=("Toby Rell",))),
    ("nothing in them", '<meta name="author" content=" "><meta name="og:title"><meta>', PageMetadata()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_meta(head: str, expected: PageMetadata) -> None:
    assert read_meta_tags(document_fromstring(f"<html><head>{head}</head><body>x</body></html>")) == expected

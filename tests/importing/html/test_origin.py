"""Where a copy came from and when it was taken, by the marks of the tools that save pages."""

from __future__ import annotations

from datetime import date

import pytest
from lxml.html import document_fromstring

from tui.importing.html.origin import Origin, article_address, origin_of

AT = "https://river.example/2020/ferry"
DAY = date(2024, 2, 10)
MARKS = [
    (
        "single file",
        f"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: {AT} \n"
        " saved date: Sat Feb 10 2024 18:12:09 GMT+0100 (Central European Standard Time)\n--><p>x",
        Origin(AT, DAY),
    ),
    (
        "save page we",
        f'<meta name="savepage-url" content="{AT}">'
        '<meta name="savepage-date" content="Sat Feb 10 2024 18:12:09 GMT+0100"><p>x',
        Origin(AT, DAY),
    ),
    ("a browser", f"<!-- saved from url=(0031){AT} -->\n<html><p>x", Origin(AT)),
    ("a browser, of a file", "<!-- saved from url=(0014)about:internet --><html><p>x", Origin()),
    (
        "a mirror",
        "<!-- Mirrored from river.example/2020/ferry by HTTrack Website Copier/3.x [XR&CO'2014],"
        " Sat, 10 Feb 2024 18:12:09 GMT --><p>x",
        Origin("http://river.example/2020/ferry", DAY),
    ),
    (
        "a scrapbook",
        f'<html data-scrapbook-source="{AT}" data-scrapbook-create="20240210181209123"><p>x',
        Origin(AT, DAY),
    ),
    (
        "an archive's copy",
        "<!-- saved from url=(0070)https://web.archive.org/web/20240210181209/https://river.example/2020/ferry --><p>x",
        Origin("https://web.archive.org/web/20240210181209/https://river.example/2020/ferry", DAY),
    ),
    ("none", "<html><p>saved date: 2024-02-10 url: https://river.example</p>", Origin()),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_origin(html: str, expected: Origin) -> None:
    assert origin_of(html, document_fromstring(html)) == expected


ADDRESSES = [
    ("its own word", AT, "https://river.example/f?utm=1", "", AT),
    ("where it was taken", "", AT, "", AT),
    ("a relative word", "/2020/ferry", "https://river.example/x", "", AT),
    ("another site's", "https://elsewhere.example.org/x", AT, "", AT),
    ("another site's in a country", "https://post.co.uk/x", "https://river.co.uk/f", "", "https://river.co.uk/f"),
    ("its own in a country", "https://www.river.co.uk/x", "https://m.river.co.uk/f", "", "https://www.river.co.uk/x"),
    ("of a short name", "https://bac.ml/x", "https://www.bac.ml/f", "", "https://bac.ml/x"),
    ("only the front page", "https://river.example/", AT, "", AT),
    ("of the archive's copy", "", f"https://web.archive.org/web/20240210181209id_/{AT}", "", AT),
    ("by its metadata", "", "", AT, AT),
    ("broken", "http://[x", "http://[y", "nothing", ""),
]


@pytest.mark.parametrize(
    ("canonical", "saved", "claimed", "expected"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES]
)
def test_the_address_of_the_article(canonical: str, saved: str, claimed: str, expected: str) -> None:
    tree = document_fromstring(f'<html><head><link rel="canonical" href="{canonical}"></head><body>x</body></html>')
    assert article_address(tree, saved, (claimed,)) == expected

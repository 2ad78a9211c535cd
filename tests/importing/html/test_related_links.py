"""Strangers among the words of a page: what goes before the article is looked for, and what never does."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.related_links import is_overview, without_related_links

BODY = "<p>The ferry at Tassara sails again after three weeks of low water, its office said.</p>" * 20
TEASER = "<li><h3><a href='/{0}'>The lock at pier {0} opens</a></h3><p>Its keeper waited for rain.</p></li>"
ENTRY = "<li><h3>Pier {0}</h3><p>Its keeper waited for rain.</p></li>"

GONE = [
    ("a player's dialog", "<div class='video-js'><p class='vjs-text'>stranger</p></div>"),
    ("a player that fails", "<div class='yvp-error-screen'>stranger</div>"),
    ("a dialog", "<div role='dialog'><p>stranger</p></div>"),
    ("other articles by their box", "<div class='story-related'><p>stranger</p></div>"),
    ("a slide show", "<div><ul class='slideshow'><li>Previous</li><li>stranger</li></ul></div>"),
    (
        "other articles by their shape",
        f"<ul>{''.join(TEASER.format(place) for place in range(6))}<li>stranger</li></ul>",
    ),
]
KEPT = [
    ("a word in a line", "<p>The <span class='related'>stranger</span> came by boat.</p>"),
    ("a list of headings", f"<ol>{''.join(ENTRY.format(place) for place in range(6))}<li>stranger</li></ol>"),
    ("few announcements", f"<ul>{''.join(TEASER.format(place) for place in range(3))}<li>stranger</li></ul>"),
    ("what holds the article", f"<div class='carousel'>stranger{BODY * 2}</div>"),
    ("what holds the title", "<div class='modal'><h1>stranger</h1></div>"),
    ("behind what goes", "<div role='dialog'><p>x</p></div>stranger"),
]


def left(part: str) -> str:
    tree = document_fromstring(f"<html><body><article>{BODY}{part}</article></body></html>")
    before = tree.text_content()
    result = str(without_related_links(tree).text_content())
    assert tree.text_content() == before
    return result


@pytest.mark.parametrize("part", [case[1] for case in GONE], ids=[case[0] for case in GONE])
def test_goes(part: str) -> None:
    assert "stranger" not in left(part)
    assert "three weeks" in left(part)


@pytest.mark.parametrize("part", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_stays(part: str) -> None:
    assert "stranger" in left(part)


def test_a_page_of_announcements_is_an_overview_and_stays_whole() -> None:
    teasers = "".join(TEASER.format(place) for place in range(80))
    tree = document_fromstring(f"<html><body><h1>Ferry News</h1><ul>{teasers}</ul><p>x</p></body></html>")
    assert is_overview(tree)
    assert "pier 79" in without_related_links(tree).text_content()
    assert not is_overview(document_fromstring(f"<html><body>{BODY}<ul>{teasers}</ul></body></html>"))

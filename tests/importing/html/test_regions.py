"""What stands beside an article is told by the marks around it, and a page of links by its links."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.regions import (
    fact_lines,
    in_facts,
    is_aside,
    is_fact,
    is_mostly_links,
    is_overview,
    without_related_links,
)

PLACES = [
    ("in the text", "<div class='story'><b id='it'>x</b></div>", False),
    ("in a sidebar", "<div class='left sidebar'><b id='it'>x</b></div>", True),
    ("in a menu", "<nav><b id='it'>x</b></nav>", True),
    ("in a list of others", "<div id='related-stories'><ul><li id='it'>x</ul></div>", True),
    ("in the article within such a list", "<div class='popular'><article><b id='it'>x</b></article></div>", False),
    ("a word that only holds such a mark", "<div class='commentary'><b id='it'>x</b></div>", False),
    ("in a box of a sidebar", "<div class='widget'><b id='it'>x</b></div>", True),
    ("in a box around a post", "<div class='widget Blog'><div class='h-entry'><b id='it'>x</b></div></div>", False),
    ("in the foot of a post", "<div class='post-footer'><b id='it'>x</b></div>", True),
]


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_beside_the_article(html: str, expected: bool) -> None:
    tree = document_fromstring(f"<html><body>{html}</body></html>")
    assert is_aside(tree.get_element_by_id("it")) is expected


def test_the_foot_of_a_post_may_be_asked_for_its_day() -> None:
    own, whole = "<footer class='entry-footer'><b id='it'>x</b></footer>", "<footer><i id='of'>x</i></footer>"
    tree = document_fromstring(f"<html><body>{own}{whole}</body></html>")
    assert not is_aside(tree.get_element_by_id("it"), feet=False)
    assert is_aside(tree.get_element_by_id("of"), feet=False)


HEADLINES = [f"Ferry number {name} is out of order" for name in range(1, 10)]
TEXT = "The ferry was tied up on Monday, and nobody knew for how long it would stay there. " * 4


def page_of(links: list[str], text: str = "") -> tuple[object, list[str]]:
    lines = "".join(f"<p><a href='/{place}'>{link}</a></p>" for place, link in enumerate(links))
    return document_fromstring(f"<html><body>{lines}<p>{text}</p></body></html>"), [*links, *([text] if text else [])]


LINKED = [
    ("a front page", HEADLINES, "", True),
    ("headlines that head many of its paragraphs", HEADLINES, TEXT * 9, True),
    ("an article with a few links", HEADLINES[:3], TEXT, False),
    ("an article with words that are links", [f"boat {place}" for place in range(12)], TEXT * 2, False),
    ("nothing", [], "", False),
]


@pytest.mark.parametrize(("links", "text", "expected"), [case[1:] for case in LINKED], ids=[case[0] for case in LINKED])
def test_a_page_of_links(links: list[str], text: str, expected: bool) -> None:
    tree, paragraphs = page_of(links, text)
    assert is_mostly_links(tree, paragraphs) is expected


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


LINES = [
    ("Founded February 28, 1998", True),
    ("Date of birth: 3 May 1950", True),
    ("Opened\u00a04 July 2001", True),
    ("Née le 3 mai 1950", True),
    ("Initial release 3 May 2001", True),
    ("Published 3 May 2001", False),
    ("By Max Born, 3 May 2001", False),
    ("Bornholm, 3 May 2001", False),
    ("", False),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines(line: str, expected: bool) -> None:
    assert is_fact(line) is expected


FACTS = [
    ("a row with a heading", "<table><tr><th>Lock</th><td><i>3 May 2001</i></td></tr></table>", True),
    ("below headings", "<table><tr><th>Day</th></tr><tr><td><i>3 May 2001</i></td></tr></table>", True),
    ("a row named in its first cell", "<table><tr><td>Opened</td><td><i>3 May 2001</i></td></tr></table>", True),
    ("a definition", "<dl><dt>Built</dt><dd><i>3 May 2001</i></dd></dl>", True),
    ("a box", "<div class='infobox'><i>3 May 2001</i></div>", True),
    ("a table that only arranges", "<table><tr><td><i>3 May 2001</i></td></tr></table>", False),
    (
        "arranged around a table",
        "<table><tr><td><i>3 May</i><table><tr><th>x</th></tr></table></td></tr></table>",
        False,
    ),
    ("when it appeared", "<dl><dt>Published</dt><dd><i>3 May 2001</i></dd></dl>", False),
    ("an article within a box", "<div class='facts'><article><i>3 May 2001</i></article></div>", False),
]


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in FACTS], ids=[case[0] for case in FACTS])
def test_places(html: str, expected: bool) -> None:
    tree = document_fromstring(f"<html><body>{html}</body></html>")
    assert in_facts(next(tree.iter("i"))) is expected


def test_rows_and_definitions_are_known_by_their_lines() -> None:
    tree = document_fromstring(
        "<table><tr><th>Lock</th><td>3 May 2001</td></tr></table><dl><dt>Built</dt><dd>4 May 2001</dd></dl>"
    )
    assert fact_lines(tree) == {"lock 3 may 2001", "4 may 2001", "built 4 may 2001"}

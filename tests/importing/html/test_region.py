"""What stands beside an article is told by the marks around it, and a page of links by its links."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.region import is_aside, is_mostly_links

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

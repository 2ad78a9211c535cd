"""Who wrote a page's article: persons, by its claims or by its lines."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.byline import PageByline, page_byline, shown_byline
from tui.importing.html.metadata import PageMetadata

CLAIMS = [
    ("a person", ("Ada Rell",), "Ada Rell"),
    ("several", ("Ada Rell", "Jon Oduya"), "Ada Rell, Jon Oduya"),
    ("several in one", ("Ada Rell and Jon Oduya",), "Ada Rell, Jon Oduya"),
    ("with the word before it", ("By Ada Rell",), "Ada Rell"),
    ("a name in another script", ("陳美玲",), "陳美玲"),
    ("a name in lower case", ("adarell77",), "adarell77"),
    ("an address", ("https://social.example/ada",), ""),
    ("the outlet", ("River Post",), ""),
    ("an agency", ("AFP",), ""),
    ("nobody", ("admin",), ""),
]


@pytest.mark.parametrize(("written", "author"), [case[1:] for case in CLAIMS], ids=[case[0] for case in CLAIMS])
def test_claimed(written: tuple[str, ...], author: str) -> None:
    found = page_byline(document_fromstring("<p>x"), [PageMetadata(authors=written)], ("River Post",))
    assert found.author == author


LINES = [
    ("a marked line", "<p class='byline'>By Ada Rell</p>", "By Ada Rell", "Ada Rell"),
    ("a bare name", "<span class='author'>Ada Rell</span>", "Ada Rell", "Ada Rell"),
    ("a link to the writer", "<a rel='author'>Ada Rell</a>", "Ada Rell", "Ada Rell"),
    (
        "a name marked within it",
        "<div class='author'><a class='author-name'>Ada Rell</a><p>Editor at large</p></div>",
        "Ada Rell",
        "Ada Rell",
    ),
    (
        "the day beside it",
        "<div class='author-date'><h6 class='byline'>By Ada Rell</h6><p>May 20, 2019</p></div>",
        "By Ada Rell",
        "Ada Rell",
    ),
    ("others' work", "<p class='byline'>Written by Ada Rell Edited by Jon Oduya</p>", None, "Ada Rell"),
    ("in french", "<p class='auteur author'>Par Ada Rell</p>", "Par Ada Rell", "Ada Rell"),
    ("a button", "<p class='author'>Follow this author now</p>", "", ""),
    ("a name that no rule knows", "<p class='author'>the_ferryman</p>", "the_ferryman", ""),
    ("a comment's", "<div class='comments'><p class='author'>Jon Oduya</p></div>", "", ""),
    ("a menu", "<div class='author'>" + "<a>Sign In</a> " * 6 + "</div>", None, ""),
    ("a text", f"<div class='author'>{'Ada Rell has written on rivers. ' * 9}</div>", "", ""),
]


@pytest.mark.parametrize(("html", "given", "author"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_shown(html: str, given: str | None, author: str) -> None:
    found = page_byline(document_fromstring(f"<html><body>{html}</body></html>"), [PageMetadata()], ())
    assert found.author == author
    assert given is None or found.given == given


GIVEN = [
    ("with a button behind it", ("Ada Rell", "Ada Rell Follow", "Ada RellFollow"), "Ada Rell"),
    ("whose name goes on", ("Ada Rell", "Ada Relling"), "Ada Rell, Ada Relling"),
]


@pytest.mark.parametrize(("written", "given"), [case[1:] for case in GIVEN], ids=[case[0] for case in GIVEN])
def test_given(written: tuple[str, ...], given: str) -> None:
    assert page_byline(document_fromstring("<p>x"), [PageMetadata(authors=written)], ()).given == given


def test_a_person_in_the_page_comes_before_an_outlet_in_its_claims() -> None:
    tree = document_fromstring("<html><body><p class='byline'>By Ada Rell</p></body></html>")
    found = page_byline(tree, [PageMetadata(authors=("Reuters",))], ())
    assert (found.given, found.author) == ("By Ada Rell", "Ada Rell")


SITES = ("River Post", "ferrynews.example")
CREDITED = [
    ("persons", PageByline("By Ada Rell, Chief Writer", "Ada Rell"), "Ada Rell"),
    ("a word before an unusual name", PageByline("von the_ferryman"), "the_ferryman"),
    ("a label", PageByline("Autorin: adarell"), "adarell"),
    ("the site", PageByline("River Post"), ""),
    ("the site in one word", PageByline("Riverpost"), ""),
    ("the host", PageByline("ferrynews"), ""),
    ("nobody", PageByline("No Author"), ""),
    ("an account of the site", PageByline("wordpressadmin"), ""),
    ("a company", PageByline("Rivers and Ferries GmbH"), ""),
    ("a dateline", PageByline("KOBE –"), ""),
    ("buttons", PageByline("Twitter Facebook"), ""),
    ("digits", PageByline("105092"), ""),
]


@pytest.mark.parametrize(("byline", "shown"), [one[1:] for one in CREDITED], ids=[one[0] for one in CREDITED])
def test_whom_a_page_credits(byline: PageByline, shown: str) -> None:
    assert shown_byline(byline, SITES) == shown

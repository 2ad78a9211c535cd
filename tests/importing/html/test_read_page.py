"""A page that is no article is told by its title and its want of words together, never by one of them."""

from __future__ import annotations

import pytest

from tui.importing.html.read_page import why_no_article

SHORT = ["The page you asked for is not here."]
LONG = ["The ferry sails again. " * 50]
PAGES = [
    ("an error", "404 Not Found", SHORT, "an error page, not an article"),
    ("in french", "Page introuvable | Le Fleuve", SHORT, "an error page, not an article"),
    ("with the word", "Error 503", SHORT, "an error page, not an article"),
    (
        "a check",
        "Attention Required! | A Service",
        SHORT,
        "a page shown before the article, which itself was not saved",
    ),
    ("a login", "Log in to River Post", SHORT, "a page shown before the article, which itself was not saved"),
    ("nothing", "Ferry", [], "no text but its title"),
    ("nothing at all", "", [], ""),
    ("a short article", "Ferry sails again", SHORT, ""),
    ("a number that is none", "4000 people wait", SHORT, ""),
    ("a long text of that title", "404 Not Found", LONG, ""),
]


@pytest.mark.parametrize(
    ("title", "paragraphs", "reason"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES]
)
def test_no_article(title: str, paragraphs: list[str], reason: str) -> None:
    assert why_no_article(title, paragraphs, dated=False, links=False) == reason


def test_a_page_that_claims_a_date_is_an_article() -> None:
    assert why_no_article("404 Not Found", SHORT, dated=True, links=False) == ""


def test_links_are_none() -> None:
    assert why_no_article("River Post", [], dated=False, links=True) == "an overview of other articles, or a menu"

"""A title loses the site's name where that is sure, and nothing else."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.title import page_title

AT = "https://www.riverpost.example/f"
TITLES = [
    ("the window's, with the outlet", "Ferry sinks - River Post", "", "", "Ferry sinks"),
    ("the outlet before it", "River Post: Ferry sinks at dawn", "", "", "Ferry sinks at dawn"),
    ("sections and outlet", "Ferry sinks now | Rivers | River Post", "Ferry sinks now", "", "Ferry sinks now"),
    ("the host's name", "Ferry sinks – riverpost.example", "", "", "Ferry sinks"),
    ("the claim has it too", "x", "", "Ferry sinks | The River Post", "Ferry sinks"),
    ("a dash that belongs to it", "Ferry sinks - three saved", "", "", "Ferry sinks - three saved"),
    ("a colon that belongs to it", "Ferries: a history", "", "", "Ferries: a history"),
    ("a stroke without a known name", "Ferry sinks at dawn | Old Blog", "", "", "Ferry sinks at dawn"),
    ("the heading is the site's", "Ferry sinks - River Post", "River Post", "", "Ferry sinks"),
    ("brackets", "Ferry sinks [River Post]", "", "", "Ferry sinks"),
    ("cut short", "The ferry at the old harbour sank at…", "The ferry at the old harbour sank at dawn", "",
     "The ferry at the old harbour sank at dawn"),
    ("escaped twice", "x", "", "Ferry &amp;amp; barge", "Ferry & barge"),
    ("only a heading", "", "Ferry sinks", "", "Ferry sinks"),
    ("nothing", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("window", "heading", "claim", "expected"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES]
)
def test_own_title(window: str, heading: str, claim: str, expected: str) -> None:
    tree = document_fromstring(f"<html><head><title>{window}</title></head><body><h1>{heading}</h1><p>x</body></html>")
    claimed = (document_fromstring(f"<p>{claim}x").text_content()[:-1],)
    assert page_title(tree, claimed, ("The River Post",), AT).own == expected


def test_the_claim_that_the_page_shows_is_its_own() -> None:
    tree = document_fromstring("<title>Ferry sinks - River Post</title><h1>Ferry sinks</h1>")
    found = page_title(tree, ("You won't believe this ferry", "Ferry sinks"), ("River Post",), AT)
    assert (found.given, found.own) == ("You won't believe this ferry", "Ferry sinks")


PRINTED = [
    ("the site's name behind it", "Ferry sinks at dawn – Some Blog", "Ferry sinks at dawn", "Ferry sinks at dawn"),
    (
        "worded otherwise",
        "Ferry sinks at dawn, three saved",
        "Three saved as ferry sinks",
        "Three saved as ferry sinks",
    ),
    ("another heading", "Ferry sinks at dawn", "More from our rivers", "Ferry sinks at dawn"),
    ("two words", "Ferry sinks at dawn", "Ferry sinks", "Ferry sinks at dawn"),
    ("the site's name", "The River Post today: ferry sinks", "The River Post", "The River Post today: ferry sinks"),
    ("none", "Ferry sinks at dawn", "", "Ferry sinks at dawn"),
]


@pytest.mark.parametrize(("claim", "heading", "shown"), [one[1:] for one in PRINTED], ids=[one[0] for one in PRINTED])
def test_the_heading_outweighs_a_title_for_machines(claim: str, heading: str, shown: str) -> None:
    tree = document_fromstring(f"<html><head><title>x</title></head><body><h1>{heading}</h1><p>x</body></html>")
    found = page_title(tree, (claim,), ("The River Post",), AT)
    assert (found.given, found.shown) == (claim, shown)


def printed(window: str, body: str, claim: str = "", names: tuple[str, ...] = ()) -> str:
    tree = document_fromstring(f"<html><head><title>{window}</title></head><body>{body}<p>x</body></html>")
    return page_title(tree, (claim,) if claim else (), names, "").shown


HOME = '<a href="/"><img alt="Rivers and Ferries"></a>'
SHOWN = [
    ("linked to the front page", "Ferry sinks – Rivers and Ferries", HOME, "Ferry sinks"),
    ("behind a small arrow", "Ferry sinks ‹ Rivers and Ferries", HOME, "Ferry sinks"),
    ("a link to another page", "Ferry sinks – Rivers and Ferries", HOME.replace("/", "/all", 1), None),
    (
        "a menu of the front page",
        "Ferry sinks – Tides",
        '<a href="/">A</a><a href="/">B</a><a href="/">Tides</a>',
        None,
    ),
    ("a host", "Ferry sinks at dawn - Some.news.example.org", "", "Ferry sinks at dawn"),
    ("a word for a site", "Ferry sinks with three aboard – My website", "", "Ferry sinks with three aboard"),
    ("an outlet", "Ferry sinks with three aboard – Harbour Times", "", "Ferry sinks with three aboard"),
    ("a part of the title", "Ferry sinks with three aboard – what we know", "", None),
    ("the heading has a subtitle", "Ferry sinks at dawn today", "<h1>Ferry sinks at dawn today Three saved</h1>", None),
    (
        "the second heading",
        "Ferry sinks at dawn - Post",
        "<h1>Menu</h1><h1>Ferry sinks at dawn</h1>",
        "Ferry sinks at dawn",
    ),
    ("a heading with a sign", "Ferry sinks at - Post", "<h1>Ferry sinks at¶</h1>", "Ferry sinks at"),
    (
        "two lines in a heading",
        "Ferry sinks at dawn",
        "<h1>Ferry<br>sinks<div>at dawn</div></h1>",
        "Ferry sinks at dawn",
    ),
    ("channels before the site", "渡轮沉没后三人获救_新闻频道_河流", '<a href="/">河流</a>', "渡轮沉没后三人获救"),
]


@pytest.mark.parametrize(("window", "body", "expected"), [one[1:] for one in SHOWN], ids=[one[0] for one in SHOWN])
def test_titles_as_printed(window: str, body: str, expected: str | None) -> None:
    assert printed(window, body) == (window if expected is None else expected)


def test_the_only_heading_outweighs_another_title_of_the_same_article() -> None:
    claim, heading = "New sailing boat of the club 2022 - comparison", "Which boat to buy: sailing for those who begin"
    assert printed("x", f"<h1>{heading}</h1>", claim) == heading


def test_soft_hyphens_are_no_part_of_a_title() -> None:
    assert (
        printed("Dampfschiff sinkt am Morgen, drei gerettet", "<h1>Dampf\xadschiff sinkt am Morgen</h1>")
        == "Dampfschiff sinkt am Morgen"
    )

"""Dates that a page shows near its title, at the head of its text, or at its foot."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.dossier.article import PublishedDate
from tui.importing.html.shown_dates import guessed_date, leading, shown_dates

FIRST = "The ferry at Tassara sails again, the port's office said, after three weeks of low water."


def told(dates: list[PublishedDate]) -> list[tuple[str, str]]:
    return [(date.iso, date.provenance.value) for date in dates]


SHOWN = [
    (
        "a time below the title",
        "<h1>Ferry sails</h1><time datetime='2020-02-03T10:00'>Monday</time>",
        [("2020-02-03", "page metadata")],
    ),
    (
        "a time of change",
        "<h1>Ferry sails</h1>Updated <time datetime='2020-02-04'>x</time>",
        [("2020-02-04", "date of change")],
    ),
    ("a line below the title", "<h1>Ferry sails</h1><p>Published on 3 February 2020</p>", [("2020-02-03", "byline")]),
    ("who and when", "<h1>Ferry sails</h1><div>By Ada Rell, 3 February 2020</div>", [("2020-02-03", "byline")]),
    ("a line above the title", "<span>3 February 2020</span><h1>Ferry sails</h1>", [("2020-02-03", "byline")]),
    (
        "changed as the line says",
        "<h1>Ferry sails</h1><p>Last updated: 4 February 2020</p>",
        [("2020-02-04", "date of change")],
    ),
    ("aside", "<h1>Ferry sails</h1><aside><time datetime='2019-01-01'>x</time></aside>", []),
    ("of a related article", "<h1>Ferry sails</h1><ul class='related'><li>3 March 2019</li></ul>", []),
    (
        "a fact in a table",
        "<h1>Ferry sails</h1><table><tr><th>Built</th><td><time datetime='1998-02-28'>then</time></td></tr></table>",
        [],
    ),
    ("a date that could mean two days", "<h1>Ferry sails</h1><p>02/03/2020</p>", []),
    ("a date within a sentence", "<h1>Ferry sails</h1><p>It sank on 3 March 2019 near the old lock.</p>", []),
    (
        "marked anywhere",
        "<div><time class='entry-date published' datetime='2020-02-03'></time></div><h2>x</h2>",
        [("2020-02-03", "page metadata")],
    ),
    (
        "marked in the foot of a post",
        "<div class='widget Blog'><h2 class='date-header'><i>Monday, 3 February 2020</i></h2><div class='hentry'>"
        "<h3>Ferry sails</h3><div class='post-footer'><abbr class='published' title='2020-02-03T10:00'>x</abbr></div>",
        [("2020-02-03", "page metadata"), ("2020-02-03", "byline")],
    ),
    (
        "a time whose words say another day",
        "<h1>Ferry sails</h1><time datetime='2020-02-05T10:00'>Published 3 February 2020</time>",
        [("2020-02-05", "page metadata"), ("2020-02-03", "byline")],
    ),
    ("an element of a date", "<div class='datum'>Portham, 3. Februar 2020</div><p>x</p>", [("2020-02-03", "byline")]),
    ("several of them", "<i class='date'>3 Feb 2020</i><i class='date'>4 Feb 2020</i>", []),
    (
        "stated in RDFa",
        "<i property='schema:dateCreated' content='2020-02-03T12:45:46+00:00'></i>",
        [("2020-02-03", "page metadata")],
    ),
    ("marked in a line", "<p class='meta published'>3 Feb 2020 8:00am</p>", [("2020-02-03", "page metadata")]),
    ("in a box of a sidebar", "<div class='widget'><abbr class='published' title='2020-02-03'>x</abbr></div>", []),
    ("marked in a box of facts", "<div class='infobox'><i class='bday published'>1998-02-28</i></div>", []),
    (
        "marked in a list of articles",
        "<time class='entry-date' datetime='2020-02-03'></time><time class='entry-date' datetime='2020-02-09'></time>",
        [],
    ),
]


@pytest.mark.parametrize(("head", "expected"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_shown(head: str, expected: list[tuple[str, str]]) -> None:
    below = "<p>5 May 2021</p><time datetime='2021-06-07'>x</time>"
    tree = document_fromstring(f"<html><body>{head}<p>{FIRST}</p>{below}</body></html>")
    assert told(shown_dates(tree, "Ferry sails", FIRST)) == expected


def test_a_day_before_a_dash_opens_the_text() -> None:
    tree = document_fromstring(f"<h1>Ferry sails</h1><p>Feb. 3, 2020 -- {FIRST}</p>")
    assert told(shown_dates(tree, "Ferry sails", f"Feb. 3, 2020 -- {FIRST}")) == [("2020-02-03", "dateline")]


def test_a_day_before_a_dash_may_open_the_second_paragraph_and_is_none_in_a_chronicle() -> None:
    opened = f"Feb. 3, 2020 -- {FIRST}"
    assert told(list(leading(["What a lock is for.", opened, FIRST]))) == [("2020-02-03", "dateline")]
    assert told(list(leading(["What a lock is for.", opened, f"Feb. 9, 2020 -- {FIRST}"]))) == []
    assert told(list(leading([FIRST, FIRST, FIRST, opened]))) == []


GUESSES = [
    ("a date that is shown", "<div class='info'>Montag, 3 February 2020 im Hafen</div>", [("2020-02-03", "text")]),
    ("a copyright", "<footer>© 2020 River Post</footer>", []),
    ("a day of two orders", "<div class='date'>02/03/2020</div>", []),
    ("only in a script", "<script>x = '2020-02-03'</script>", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("part", "expected"), [case[1:] for case in GUESSES], ids=[case[0] for case in GUESSES])
def test_guessed(part: str, expected: list[tuple[str, str]]) -> None:
    guess = guessed_date(document_fromstring(f"<html><body><p>{FIRST}</p>{part}</body></html>"))
    assert told([guess] if guess else []) == expected

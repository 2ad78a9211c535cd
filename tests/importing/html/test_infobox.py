"""Facts of a page: days of its subject, told from those of the page."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.infobox import fact_lines, in_facts, is_fact

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


PLACES = [
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


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_places(html: str, expected: bool) -> None:
    tree = document_fromstring(f"<html><body>{html}</body></html>")
    assert in_facts(next(tree.iter("i"))) is expected


def test_rows_and_definitions_are_known_by_their_lines() -> None:
    tree = document_fromstring(
        "<table><tr><th>Lock</th><td>3 May 2001</td></tr></table><dl><dt>Built</dt><dd>4 May 2001</dd></dl>"
    )
    assert fact_lines(tree) == {"lock 3 may 2001", "4 may 2001", "built 4 may 2001"}

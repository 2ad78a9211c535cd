"""Lines around a title say when and who; a line that says more is a part of the text."""

from __future__ import annotations

import pytest

from tui.importing.html.head_line import read_head_line

LINES = [
    ("3 February 2020", "2020-02-03", "", ""),
    ("By Ada Rell", "", "Ada Rell", ""),
    ("Posted on February 3, 2020 at 10:05 am by Ada Rell", "2020-02-03", "Ada Rell", ""),
    ("lundi 3 février 2020, par Ada Rell", "2020-02-03", "Ada Rell", ""),
    ("lundi 3 février 2020, par", "2020-02-03", "", ""),
    ("Ada Rell | Monday, 3 February 2020 10:05", "2020-02-03", "Ada Rell", ""),
    ("Ada Rell / Feb 3, 2020", "2020-02-03", "Ada Rell", ""),
    ("Par AFP - 3 Fév 2020", "2020-02-03", "", "AFP"),
    ("Soumis par Ada Rell le lun 03/02/2020 - 10:05", "2020-02-03", "Ada Rell", ""),
    ("Tassara, le 3 février 2020", "2020-02-03", "", ""),
    ("Politique | 3 février 2020 | 4 commentaires", "2020-02-03", "", ""),
    ("February 3, 2020 in News", "2020-02-03", "", ""),
    ("Published: 3 February 2020, 10:05 GMT | Updated 4 February 2020", "2020-02-03 2020-02-04", "", ""),
    ("Minh Le | 3 February 2020", "2020-02-03", "Minh Le", ""),
    ("Sam Rell, 3 February 2020 at 10:05", "2020-02-03", "Sam Rell", ""),
    ("Posted by Ada Le Roux On February 3, 2020", "2020-02-03", "Ada Le Roux", ""),
    ("3 hours ago", "", "", ""),
    ("Il y a 2 jours", "", "", ""),
    ("10:05", "", "", ""),
]


@pytest.mark.parametrize(("line", "days", "author", "source"), LINES, ids=[case[0] for case in LINES])
def test_head_lines(line: str, days: str, author: str, source: str) -> None:
    found = read_head_line(line, day_first=True)
    assert found is not None
    said = " ".join(date.span.first.isoformat() for date in found.dates if date.span)
    assert (said, found.author, found.source) == (days, author, source)


OTHERS = [
    "The ferry sank on 3 February 2020",
    "Why did the ferry sink on 3 February 2020?",
    "Three boats, 3 February 2020",
    "The ferry sails",
    "",
    "x" * 200,
]


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines(line: str) -> None:
    assert read_head_line(line) is None


def test_figures_are_no_riddle_where_the_language_knows_one_order() -> None:
    (french,) = read_head_line("03/02/2020", day_first=True).dates  # type: ignore[union-attr]
    (unknown,) = read_head_line("03/02/2020").dates  # type: ignore[union-attr]
    assert french.span is not None
    assert (french.span.first.isoformat(), unknown.span) == ("2020-02-03", None)


def test_a_day_of_the_week_may_open_the_whole_page() -> None:
    page, byline = read_head_line("Monday, 3 February 2020"), read_head_line("3 February 2020")
    assert page is not None
    assert byline is not None
    assert (page.opens_with_weekday, byline.opens_with_weekday) == (True, False)

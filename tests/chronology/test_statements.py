import pytest

from tui.chronology.statements import statements
from tui.dates import find_dates

SPLITS = [
    ("short month", "It fell on Dec. 31 in Gao. It rained.", ["It fell on Dec. 31 in Gao.", "It rained."]),
    ("time of day", "It fell at 5 p.m. on Friday.", ["It fell at 5 p.m. on Friday."]),
    ("time before a weekday", "Doors open 10 a.m. Friday. Come.", ["Doors open 10 a.m. Friday.", "Come."]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in SPLITS])
def test_a_date_is_never_split_between_sentences(text, expected):
    marks = find_dates(text, language="en", published=None)
    assert [statement.text for statement in statements(text, marks, dated_only=False)] == expected


def test_a_statement_holds_its_own_dates_alone():
    text = "In 2012 it rose. Nothing here. It fell in May 2013 and in 2014."
    marks = find_dates(text, language="en", published=None)
    found = statements(text, marks)
    assert [[mark.value for mark in statement.timexes] for statement in found] == [["2012"], ["2013-05", "2014"]]
    assert all(text[statement.start : statement.end] == statement.text for statement in found)

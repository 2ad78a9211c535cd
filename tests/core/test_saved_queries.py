"""What a saved query asks, and what is new in what it finds."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Clock, Span
from tui.core.saved_queries import CountedQuery, query_of, query_words
from tui.core.view import Query
from tui.desk.state import SavedQuery

SPANS = [
    ("all time", "", "published", Query("camp")),
    (
        "a span",
        "2023-06..2023-07",
        "mentioned",
        Query("camp", Span(date(2023, 6, 1), date(2023, 7, 31)), Clock.MENTIONED),
    ),
    ("no time at all", "whenever", "published", None),
    ("no clock", "", "sundial", None),
]


@pytest.mark.parametrize(("span", "clock", "query"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_what_a_saved_query_asks(span, clock, query):
    assert query_of(SavedQuery("a", "Camps", "camp", span, clock), folded=True) == query


def test_what_is_new_was_not_found_when_it_was_last_looked_at():
    seen = SavedQuery("a", "Camps", "camp", seen=frozenset({"x", "y"}))
    assert CountedQuery(seen, ("x", "z")).new == 1
    assert CountedQuery(SavedQuery("a", "Camps", "camp"), ("x",)).new is None


def test_it_is_told_in_words():
    saved = SavedQuery("a", "Camps", "", "2023-06..2023-07", "mentioned")
    assert query_words(saved) == "(everything) · 2023-06..2023-07 · mentioned"

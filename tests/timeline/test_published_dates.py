from __future__ import annotations

from array import array
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.published_dates import PublishedDates

INTERVALS = st.lists(
    st.one_of(
        st.just((0, 0)),
        st.tuples(st.integers(700_000, 700_400), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    ),
    max_size=30,
)


def dated(intervals: list[tuple[int, int]]) -> PublishedDates:
    firsts, lasts = (array("q", column) for column in (zip(*intervals, strict=True) if intervals else ((), ())))
    return PublishedDates(array("q", range(10, 10 + len(intervals))), firsts, lasts)


@given(INTERVALS, st.integers(700_000, 700_400), st.integers(0, 200))
def test_a_span_counts_what_its_tally_counts(intervals: list[tuple[int, int]], first: int, length: int):
    column = dated(intervals)
    span = Span.from_ordinals(first, first + length)
    inside = [number for number in column.numbers if column.in_span(number, span)]
    brute = sum(any(first <= day <= first + length for day in range(a, b + 1)) for a, b in intervals if a)
    assert len(inside) == column.whole.within(span) == brute


@given(INTERVALS)
def test_the_whole_tally_counts_every_article_once(intervals: list[tuple[int, int]]):
    assert dated(intervals).whole.total == len(intervals)


def test_an_unknown_article_is_in_no_span():
    column = dated([(738_000, 738_000)])
    assert not column.known(99)
    assert not column.in_span(99, Span(date(1, 1, 1), date(9999, 12, 31)))

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Precision, Span, last_of_month, precision_of, read_iso, shifted, write_iso

DAYS = st.dates()

READ = [
    ("a day", "2023-06-30", Span(date(2023, 6, 30), date(2023, 6, 30)), Precision.DAY),
    ("a day without zeros", "2023-6-3", Span(date(2023, 6, 3), date(2023, 6, 3)), Precision.DAY),
    ("a month", "2023-06", Span(date(2023, 6, 1), date(2023, 6, 30)), Precision.MONTH),
    ("February of a leap year", "2024-02", Span(date(2024, 2, 1), date(2024, 2, 29)), Precision.MONTH),
    ("a year", "2023", Span(date(2023, 1, 1), date(2023, 12, 31)), Precision.YEAR),
    ("white space around", " 2023 ", Span(date(2023, 1, 1), date(2023, 12, 31)), Precision.YEAR),
]


@pytest.mark.parametrize(("written", "span", "precision"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_iso_dates_are_read_with_their_precision(written: str, span: Span, precision: Precision):
    assert read_iso(written) == (span, precision)


@pytest.mark.parametrize(
    "written", ["", "23", "2023-13", "2023-02-30", "2023/06", "0000", "June 2023", "2023-06-30T10:00"]
)
def test_other_forms_are_refused(written: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own words differ between Pythons
        read_iso(written)


@given(DAYS, st.sampled_from(Precision))
def test_what_is_written_is_read_back(day: date, precision: Precision):
    written = write_iso(Span.of_day(day), precision)
    span, read = read_iso(written)
    assert read is precision
    assert day in span
    assert precision_of(span) is precision
    assert write_iso(span, precision) == written


@given(DAYS, DAYS, DAYS, DAYS)
def test_spans_overlap_exactly_where_they_share_a_day(a: date, b: date, c: date, d: date):
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is other.overlaps(one) is shared
    joined = one.joined(other)
    assert one.first in joined
    assert other.last in joined


def test_a_span_never_ends_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        Span(date(2023, 2, 1), date(2023, 1, 1))


@given(DAYS, st.integers(-4_000_000, 4_000_000))
def test_shifting_a_day_stays_in_the_calendar(day: date, days: int):
    moved = shifted(day, days)
    assert moved in (date.min, date.max) or (moved - day).days == days


@given(st.integers(1, 9999), st.integers(1, 12))
def test_the_last_of_a_month_is_what_the_standard_library_says(year: int, month: int):
    assert last_of_month(year, month) == date(year, month, calendar.monthrange(year, month)[1])


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_that_there_is_not_has_no_last_day(month: int):
    with pytest.raises(ValueError, match=r"1\.\.12"):
        last_of_month(2023, month)

"""Granularities: buckets tile the calendar, and every name carries its year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.granularity import Granularity, described, span_label

units = st.sampled_from(Granularity)
days = st.dates(date.min, date.max)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


NAMES = [
    ("year", Granularity.YEAR, "2023-06-30", span("2023-01-01", "2023-12-31"), "2023", "2023"),
    ("quarter", Granularity.QUARTER, "2023-06-30", span("2023-04-01", "2023-06-30"), "Q2 2023", "2023-Q2"),
    ("month", Granularity.MONTH, "2023-06-30", span("2023-06-01", "2023-06-30"), "Jun 2023", "2023-06"),
    ("leap-february", Granularity.MONTH, "2024-02-03", span("2024-02-01", "2024-02-29"), "Feb 2024", "2024-02"),
    ("week", Granularity.WEEK, "2023-06-30", span("2023-06-26", "2023-07-02"), "2023-W26", "2023-W26"),
    ("week-of-another-year", Granularity.WEEK, "2027-01-01", span("2026-12-28", "2027-01-03"), "2026-W53", "2026-W53"),
    ("day", Granularity.DAY, "2023-06-30", span("2023-06-30", "2023-06-30"), "30 Jun 2023", "2023-06-30"),
    ("early-year", Granularity.MONTH, "0079-08-24", span("0079-08-01", "0079-08-31"), "Aug AD 79", "0079-08"),
    ("a-year-of-two-figures", Granularity.YEAR, "0021-08-24", span("0021-01-01", "0021-12-31"), "AD 21", "0021"),
    ("first-week-of-all", Granularity.WEEK, "0001-01-01", span("0001-01-01", "0001-01-07"), "0001-W01", "0001-W01"),
    ("last-week-of-all", Granularity.WEEK, "9999-12-31", span("9999-12-27", "9999-12-31"), "9999-W52", "9999-W52"),
]


@pytest.mark.parametrize(
    ("unit", "day", "bucket", "label", "written"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES]
)
def test_a_day_has_its_bucket_and_the_bucket_its_names(unit, day, bucket, label, written):
    assert unit.bucket(date.fromisoformat(day)) == bucket
    assert unit.label(bucket) == label
    assert unit.written(bucket) == written


SPANS = [
    ("one-year", span("2023-01-01", "2023-12-31"), "2023"),
    ("years", span("2021-01-01", "2023-12-31"), "2021 – 2023"),
    ("one-month", span("2023-06-01", "2023-06-30"), "Jun 2023"),
    ("months", span("2023-06-01", "2024-03-31"), "Jun 2023 – Mar 2024"),
    ("a-quarter-is-told-by-its-months", span("2023-04-01", "2023-06-30"), "Apr 2023 – Jun 2023"),
    ("one-day", span("2023-06-30", "2023-06-30"), "30 Jun 2023"),
    ("days", span("2023-06-30", "2023-12-31"), "30 Jun 2023 – 31 Dec 2023"),
]


@pytest.mark.parametrize(("days_", "label"), [c[1:] for c in SPANS], ids=[c[0] for c in SPANS])
def test_a_span_is_named_by_the_coarsest_units_that_it_fills(days_, label):
    assert span_label(days_) == label


def test_a_week_is_described_by_its_days_too():
    week = Granularity.WEEK.bucket(date(2023, 6, 30))
    assert described(Granularity.WEEK, week) == "2023-W26, 26 Jun 2023 – 2 Jul 2023"
    assert described(Granularity.MONTH, Span.of_month(2023, 6)) == "Jun 2023"


@given(units, days)
def test_buckets_tile_the_calendar(unit, day):
    bucket = unit.bucket(day)
    assert day in bucket
    if bucket.last < date.max:
        following = unit.bucket(bucket.last + timedelta(days=1))
        assert following == unit.following(bucket)
        assert unit.following(following, -1) == bucket
        assert unit.written(bucket) < unit.written(following)


@given(days)
def test_weeks_are_those_of_iso_8601(day):
    year, week, _ = day.isocalendar()
    bucket = Granularity.WEEK.bucket(day)
    assert bucket.first.weekday() == 0
    assert Granularity.WEEK.written(bucket) == f"{year:04}-W{week:02}"


@given(units, days)
def test_every_name_carries_its_year(unit, day):
    bucket = unit.bucket(day)
    year = bucket.first.isocalendar().year if unit is Granularity.WEEK else bucket.first.year
    assert str(year) in unit.label(bucket)


@pytest.mark.parametrize("unit", Granularity)
def test_time_ends_where_the_calendar_ends(unit):
    assert unit.following(unit.bucket(date.max)) == unit.bucket(date.max)
    assert unit.following(unit.bucket(date.min), -1) == unit.bucket(date.min)
    with pytest.raises(ValueError, match=r"year|ordinal"):
        unit.numbered(unit.number(date.max.toordinal()) + 1)
    with pytest.raises(ValueError, match=r"year|ordinal"):
        unit.numbered(unit.number(1) - 1)


def test_there_are_five_and_each_leads_to_the_next():
    chain = [Granularity.YEAR]
    while chain[-1].finer is not chain[-1]:
        assert chain[-1].finer.coarser is chain[-1]
        chain.append(chain[-1].finer)
    assert chain == list(Granularity)
    assert Granularity.YEAR.coarser is Granularity.YEAR

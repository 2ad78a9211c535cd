"""Histograms: every dated article counts once, and a coarse date never falls on one of its days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram, beyond, occupied, peaks
from tui.timeline.tally import Tally

EPOCH = date(2019, 11, 1).toordinal()

starts = st.integers(EPOCH, EPOCH + 1500)
intervals = st.lists(
    st.builds(lambda first, length: (first, first + length), starts, st.sampled_from([0, 0, 0, 6, 30, 365]))
)
spans = st.builds(lambda a, b: Span.from_ordinals(min(a, b), max(a, b)), starts, starts)
units = st.sampled_from(Granularity)


def ordinals(*written: str) -> list[tuple[int, int]]:
    return [(date.fromisoformat(day).toordinal(),) * 2 for day in written]


def interval(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def test_empty_buckets_are_there():
    histogram = Histogram.of(Tally.of(ordinals("2023-11-30", "2024-02-01", "2024-02-29")), Granularity.MONTH)
    assert histogram.counts == (1, 0, 0, 2)
    assert [bucket.first for bucket in histogram.buckets] == [
        date(2023, 11, 1),
        date(2023, 12, 1),
        date(2024, 1, 1),
        date(2024, 2, 1),
    ]


def test_a_coarse_date_within_one_bucket_counts_there():
    tally = Tally.of([interval("2023-06-01", "2023-06-30")] * 3)
    assert Histogram.of(tally, Granularity.MONTH).counts == (3,)
    assert Histogram.of(tally, Granularity.QUARTER).counts == (3,)


def test_a_date_coarser_than_its_bucket_lies_faint_over_all_of_its_days():
    tally = Tally.of([*ordinals("2023-05-10"), interval("2023-06-01", "2023-06-30")])
    histogram = Histogram.of(tally, Granularity.WEEK, Span(date(2023, 5, 8), date(2023, 7, 9)))
    assert histogram.counts == (1, 0, 0, 0, 0, 0, 0, 0, 0)
    assert histogram.faint == (0, 0, 0, 1, 1, 1, 1, 1, 0)
    assert [round(30 * share) for share in histogram.spread] == [0, 0, 0, 4, 7, 7, 7, 5, 0]
    assert histogram.coarse == 1


def test_what_lies_outside_the_window_is_told():
    tally = Tally.of([*ordinals("2022-01-01", "2023-06-15", "2025-01-01"), interval("2021-01-01", "2021-12-31")])
    histogram = Histogram.of(tally, Granularity.MONTH, Span.of_month(2023, 6))
    assert (histogram.counts, histogram.before, histogram.after, histogram.coarse) == ((1,), 2, 1, 0)


def test_a_window_is_widened_to_whole_buckets():
    tally = Tally.of(ordinals("2023-06-01", "2023-06-30"))
    middle = Span(date(2023, 6, 10), date(2023, 6, 11))
    assert Histogram.of(tally, Granularity.MONTH, middle).counts == (2,)


def test_a_bucket_is_found_by_its_number():
    histogram = Histogram.of(
        Tally.of([*ordinals("2023-02-01"), interval("2023-01-15", "2023-02-15")]), Granularity.MONTH
    )
    assert histogram.at(histogram.first) == (0, 1)
    assert histogram.at(histogram.first + 1) == (1, 1)
    assert histogram.at(histogram.first + 2) == (0, 0)
    assert histogram.at(histogram.first - 1) == (0, 0)


@pytest.mark.parametrize("unit", Granularity)
def test_no_dates_make_no_buckets(unit):
    assert Histogram.of(Tally.of([(0, 0)]), unit) == Histogram(unit)


@given(intervals, units)
def test_every_dated_article_counts_once(dates, unit):
    histogram = Histogram.of(Tally.of(dates), unit)
    assert sum(histogram.counts) + histogram.coarse == len(dates)
    assert histogram.before == histogram.after == 0
    assert sum(histogram.spread) == pytest.approx(histogram.coarse)


@given(intervals, units, spans)
def test_every_dated_article_counts_once_whatever_is_in_sight(dates, unit, window):
    histogram = Histogram.of(Tally.of(dates), unit, window)
    assert sum(histogram.counts) + histogram.coarse + histogram.before + histogram.after == len(dates)


@given(intervals, units, spans)
def test_counts_are_those_of_looking_at_each_date(dates, unit, window):
    histogram = Histogram.of(Tally.of(dates), unit, window)
    for bucket, count, faint, share in zip(
        histogram.buckets, histogram.counts, histogram.faint, histogram.spread, strict=True
    ):
        first, last = bucket.first.toordinal(), bucket.last.toordinal()
        inside = sum(first <= begin and end <= last for begin, end in dates)
        touching = [
            (begin, end)
            for begin, end in dates
            if begin <= last and first <= end and unit.number(begin) != unit.number(end)
        ]
        assert (count, faint) == (inside, len(touching))
        overlap = sum((min(end, last) - max(begin, first) + 1) / (end - begin + 1) for begin, end in touching)
        assert share == pytest.approx(overlap)
        assert (share > 0) == (faint > 0)


@given(intervals, units)
def test_occupied_buckets_are_those_that_are_not_empty(dates, unit):
    histogram = Histogram.of(Tally.of(dates), unit)
    counted = ((histogram.first + place, count) for place, count in enumerate(histogram.counts))
    assert occupied(Tally.of(dates), unit) == tuple(pair for pair in counted if pair[1])


HEIGHTS = [
    ("nothing", [], []),
    ("one", [4], [0]),
    ("a-hill", [1, 2, 5, 2, 1], [2]),
    ("a-plateau-is-one-peak", [1, 4, 4, 1], [1]),
    ("a-step-is-none", [1, 3, 3, 5], [3]),
    ("gaps-part-peaks", [3, 0, 3], [0, 2]),
    ("equals-in-a-row-are-one", [2, 2, 2], [0]),
    ("ripples-below-the-mean-are-none", [9, 1, 2, 1, 8], [0, 4]),
    ("lone-articles-all-stand-out", [1, 0, 0, 1, 0, 1], [0, 3, 5]),
]


@pytest.mark.parametrize(("heights", "expected"), [c[1:] for c in HEIGHTS], ids=[c[0] for c in HEIGHTS])
def test_peaks_stand_out(heights, expected):
    assert peaks([(number, height) for number, height in enumerate(heights) if height]) == tuple(expected)


@given(st.lists(st.integers(0, 5), min_size=1).filter(any))
def test_the_highest_bucket_is_a_peak(heights):
    found = peaks([(number, height) for number, height in enumerate(heights) if height])
    assert max(heights) in {heights[number] for number in found}


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [(3, 1, 7), (3, -1, None), (4, 1, 7), (7, 1, 9), (9, 1, None), (9, -1, 7), (8, -1, 7), (0, 1, 3), (99, -1, 9)],
)
def test_the_next_one_lies_beyond(number, step, expected):
    assert beyond((3, 7, 9), number, step) == expected

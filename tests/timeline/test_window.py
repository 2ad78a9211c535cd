"""Windows: whatever the width, all of time can be reached and every bucket has the same columns."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.tally import Tally
from tui.timeline.window import MOST_COLUMNS, Window, core_of, fitting, most_of

MONTHS_17 = Span(date(2023, 6, 30), date(2024, 11, 7))
YEARS_38 = Span(date(1980, 4, 26), date(2017, 12, 21))

extents = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.dates(), st.dates())
widths = st.integers(1, 200)
units = st.sampled_from(Granularity)

FITS = [
    ("months-in-a-small-terminal", MONTHS_17, 40, Granularity.QUARTER),
    ("months-in-a-usual-one", MONTHS_17, 80, Granularity.MONTH),
    ("weeks-in-a-wide-one", MONTHS_17, 240, Granularity.WEEK),
    ("decades", YEARS_38, 120, Granularity.YEAR),
    ("more-years-than-columns", Span(date(1000, 1, 1), date(2023, 1, 1)), 80, Granularity.YEAR),
    ("a-fortnight", Span(date(2023, 7, 1), date(2023, 7, 14)), 80, Granularity.DAY),
]


@pytest.mark.parametrize(("extent", "width", "unit"), [c[1:] for c in FITS], ids=[c[0] for c in FITS])
def test_the_finest_unit_with_room_for_its_buckets_is_chosen(extent, width, unit):
    assert fitting(extent, width) is unit


def test_home_shows_all_of_time():
    window = Window.home(MONTHS_17, 80)
    assert (window.granularity, window.shown, window.step, window.bar) == (Granularity.MONTH, 18, 4, 3)
    assert window.span == Span(date(2023, 6, 1), date(2024, 11, 30))


def test_where_not_even_the_years_fit_home_shows_the_latest():
    window = Window.home(Span(date(1800, 1, 1), date(2023, 1, 1)), 80)
    assert window.span == Span(date(1944, 1, 1), date(2023, 12, 31))


def test_a_single_day_stands_in_the_middle_of_its_surroundings():
    window = Window.home(Span.of_day(date(2023, 7, 8)), 80)
    assert window.step == MOST_COLUMNS
    assert window.span == Span(date(2023, 7, 5), date(2023, 7, 12))


def test_where_not_all_fits_a_bucket_is_one_column_and_the_window_scrolls():
    window = Window.home(MONTHS_17, 80).zoomed(Granularity.DAY, date(2024, 1, 1))
    assert (window.step, window.shown) == (1, 80)
    assert date(2024, 1, 1) in window.span
    assert window.shifted(10**6).span.last == MONTHS_17.last
    assert window.shifted(-(10**6)).span.first == MONTHS_17.first


def test_zooming_in_and_out_again_comes_back():
    home = Window.home(MONTHS_17, 80)
    window, day = home, date(2023, 9, 15)
    for unit in (Granularity.WEEK, Granularity.DAY, Granularity.WEEK, Granularity.MONTH):
        window = window.zoomed(unit, day)
        assert day in window.span
    assert window == home


def test_zooming_leaves_the_cursor_where_it_is_on_the_screen():
    home = Window.home(YEARS_38, 120)
    day = date(2001, 7, 2)
    for unit in (Granularity.QUARTER, Granularity.MONTH, Granularity.WEEK, Granularity.DAY):
        column = home.zoomed(unit, day).column(unit.number(day.toordinal()))
        assert abs(column - home.column(day.year) - home.step // 2) <= home.step


def test_another_width_keeps_the_middle():
    window = Window.home(YEARS_38, 120).zoomed(Granularity.MONTH, date(2001, 7, 2))
    middle = window.first + window.shown // 2
    for width in (40, 80, 200):
        other = window.resized(width)
        assert other.first + other.shown // 2 == middle


def test_a_lone_date_far_away_does_not_squeeze_the_rest():
    days = [(date(2023, month, 5).toordinal(),) * 2 for month in range(1, 13)]
    tally = Tally.of([*days, (date(1960, 9, 22).toordinal(),) * 2])
    core = core_of(tally)
    assert core == Span(date(2023, 1, 5), date(2023, 12, 5))
    window = Window.home(tally.extent, 80, core)
    assert window.granularity is Granularity.MONTH
    assert window.step > 1
    assert window.showing(window.granularity.number(date(1960, 9, 22).toordinal())).span.first <= date(1960, 9, 22)


EXTENTS = [
    ("nothing", [], None),
    ("evenly", [(day, day) for day in range(700_000, 714_000, 100)], Span.from_ordinals(700_000, 713_900)),
    ("two-far-apart", [(600_000, 600_000), (700_000, 700_000)], Span.from_ordinals(600_000, 700_000)),
    ("a-coarse-date-counts-whole", [(700_000, 700_000), (699_900, 700_264)], Span.from_ordinals(699_900, 700_264)),
    ("a-century", [*((day, day) for day in range(738_000, 738_100)), (694_000, 730_000)],
     Span.from_ordinals(738_000, 738_099)),
]  # fmt: skip


@pytest.mark.parametrize(("dates", "core"), [c[1:] for c in EXTENTS], ids=[c[0] for c in EXTENTS])
def test_the_core_leaves_out_only_what_lies_far_out(dates, core):
    assert core_of(Tally.of(dates)) == core


@given(extents, widths, units, st.dates())
def test_every_bucket_of_all_time_can_be_brought_into_sight(extent, width, unit, day):
    window = Window.home(extent, width).zoomed(unit, day)
    for end in (extent.first, extent.last, max(extent.first, min(day, extent.last))):
        number = unit.number(end.toordinal())
        seen = window.showing(number)
        assert seen.first <= number <= seen.last
        assert 0 <= seen.column(number) <= width - seen.step


@given(extents, widths, units)
def test_columns_lead_back_to_their_buckets(extent, width, unit):
    window = Window.home(extent, width).zoomed(unit, extent.first)
    assert 1 <= window.shown * window.step <= width
    for number in range(window.first, window.last + 1):
        first = window.column(number)
        assert {window.bucket(column) for column in range(first, first + window.step)} == {number}
    assert window.bucket(-5) == window.first
    assert window.bucket(width + 5) == window.last


@given(extents, widths, st.lists(st.tuples(units, st.integers(-500, 500), widths), max_size=5))
def test_no_walk_leads_out_of_the_calendar(extent, width, walk):
    window = Window.home(extent, width)
    for unit, steps, other in walk:
        window = window.zoomed(unit, window.middle(window.first)).shifted(steps).resized(other)
        assert window.span.overlaps(extent)
        assert window.nearest(extent.first) in window.span


def test_a_day_that_is_in_sight_is_its_own_nearest():
    window = Window.home(MONTHS_17, 80)
    assert window.nearest(date(2023, 8, 2)) == date(2023, 8, 2)
    assert window.nearest(date(1999, 8, 2)) == date(2023, 6, 15)


@pytest.mark.parametrize(("first_year", "whole"), [(2012, True), (1994, False)])
def test_far_ends_are_left_off_only_where_they_are_most_of_time(first_year: int, whole: bool):
    days = [date(first_year, 7, 4), *(date(2018 + month // 12, month % 12 + 1, 1) for month in range(80))]
    tally = Tally.of([(day.toordinal(), day.toordinal()) for day in days])
    core = core_of(tally)
    assert core is not None
    assert tally.extent is not None
    assert (core == tally.extent) is whole


def test_what_is_left_beside_the_core_is_shared_by_both_sides():
    core = Span(date(2008, 3, 1), date(2012, 3, 30))
    window = Window.home(Span(date(1990, 1, 1), date(2030, 12, 31)), 80, core)
    before = (core.first - window.span.first).days
    after = (window.span.last - core.last).days
    assert before > 92
    assert abs(after - before) <= 92


STORIES = [
    ("five-weeks-and-strays", (("1971-03-01", 1), ("1987-02-20", 30), ("1987-03-27", 30), ("2000-01-01", 1)), ()),
    ("years-say-no-day", (("1987-02-20", 30), ("1987-03-27", 30)), (("1971-01-01", "2000-12-31", 20),)),
    ("a-month-counts", (("1987-02-20", 30),), (("1987-03-01", "1987-03-27", 30),)),
]


@pytest.mark.parametrize(("dates", "periods"), [c[1:] for c in STORIES], ids=[c[0] for c in STORIES])
def test_most_of_a_story_is_where_nine_tenths_of_its_dates_lie(dates, periods):
    def day(text: str) -> int:
        return date.fromisoformat(text).toordinal()

    tally = Tally(
        tuple((day(text), count) for text, count in dates),
        tuple((day(first), day(last), count) for first, last, count in periods),
    )
    assert most_of(tally) == Span(date(1987, 2, 20), date(1987, 3, 27))


def test_where_only_years_are_known_the_years_are_most_of_it_and_of_nothing_there_is_none():
    year = Span.of_year(1987)
    assert most_of(Tally((), ((year.first.toordinal(), year.last.toordinal(), 3),))) == year
    assert most_of(Tally()) is None

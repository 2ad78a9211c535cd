"""Folding: a long stretch without anything takes the room of two buckets, and every place in it is found again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.cells import ASCII, UNICODE, Glyphs
from tui.timeline.folding import Folds, empty_stretches, folds_of, length_forms, unfolded
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.tally import Tally
from tui.timeline.window import Window, core_of

DAYS = [date(2001, 3, 4), date(2001, 9, 9), date(2015, 5, 7), date(2016, 1, 2), date(2016, 11, 30)]
FEW = Tally.of([(day.toordinal(),) * 2 for day in DAYS])
EMPTY = (Span(date(2001, 9, 10), date(2015, 5, 6)),)


def test_a_long_stretch_is_one_of_all_time_s_sixths_and_of_two_years():
    assert empty_stretches(FEW) == EMPTY
    assert empty_stretches(Tally()) == ()
    near = [(day.toordinal(),) * 2 for day in (date(2023, 6, 30), date(2023, 12, 11), date(2024, 11, 7))]
    assert empty_stretches(Tally.of(near)) == ()
    spread = Tally.of([(date(year, 6, 1).toordinal(),) * 2 for year in range(1990, 2024, 3)])
    assert empty_stretches(spread) == ()


def test_a_date_known_to_its_year_is_in_no_empty_stretch():
    years = [(date(2008, 1, 1).toordinal(), date(2008, 12, 31).toordinal())]
    tally = Tally((*FEW.days,), tuple((*each, 1) for each in years))
    assert [span.first.year for span in empty_stretches(tally)] == [2001, 2009]


LENGTHS = [
    ("2001-01-01", "2003-12-31", ("3 years", "3 y")),
    ("2001-01-01", "2001-12-31", ("1 year", "1 y")),
    ("2016-04-01", "2018-12-31", ("over 2 years", ">2 y")),
    ("2016-04-01", "2017-06-30", ("15 months", "15 mo")),
    ("2016-04-02", "2017-06-30", ("over 14 months", ">14 mo")),
    ("2016-04-02", "2016-05-01", ("30 days", "30 d")),
]


@pytest.mark.parametrize(("first", "last", "forms"), LENGTHS)
def test_a_length_is_told_in_the_largest_unit_and_never_as_more_than_it_is(first, last, forms):
    assert length_forms(Span(date.fromisoformat(first), date.fromisoformat(last))) == forms


RUNS = st.lists(st.tuples(st.integers(1, 40), st.integers(6, 90)), max_size=4)


@st.composite
def folds(draw) -> Folds:
    runs, at = [], 100
    for gap, length in draw(RUNS):
        runs.append((at + gap, at + gap + length - 1))
        at += gap + length
    return Folds(tuple(runs))


@given(folds(), st.integers(0, 600))
def test_every_slot_leads_to_a_bucket_and_back(folded, place):
    assert folded.slot(folded.number(place)) == place
    number = folded.number(folded.slot(place))
    assert folded.stretch(number) == folded.stretch(place)
    assert folded.slot(place + 1) - folded.slot(place) in (0, 1)


@st.composite
def tallies(draw) -> Tally:
    """Return days with long gaps between them."""
    day = draw(st.dates(date(1850, 1, 1), date(1950, 1, 1)))
    days = [day]
    for gap in draw(st.lists(st.sampled_from([1, 20, 300, 1500, 9000]), min_size=1, max_size=6)):
        day += timedelta(gap)
        days.append(day)
    return Tally.of([(each.toordinal(),) * 2 for each in days])


units = st.sampled_from(Granularity)


@given(tallies(), st.integers(1, 200), units)
def test_every_article_can_be_brought_into_sight_and_pointed_at(tally, width, unit):
    empty = empty_stretches(tally)
    window = Window.home(tally.extent, width, core_of(tally, empty), empty).zoomed(unit, tally.extent.first)
    for day, _count in tally.days:
        number = unit.number(day)
        seen = window.showing(number)
        assert seen.folded(number) is None
        assert 0 <= seen.column(number) <= width - seen.step
        assert {seen.bucket(seen.column(number) + at) for at in range(seen.step)} == {number}
        assert number in list(seen.numbers)


@given(tallies(), st.integers(10, 200), units)
def test_steps_of_the_cursor_pass_every_stretch_at_once_and_end_where_time_ends(tally, width, unit):
    empty = empty_stretches(tally)
    window = Window.home(tally.extent, width, None, empty).zoomed(unit, tally.extent.first)
    low, high = unit.reach(tally.extent)
    saved = sum(last - first for first, last in window.folds.runs)
    number = low
    for _step in range(high - low - saved):
        number = window.stepped(number, 1)
    assert number == high
    for _step in range(high - low - saved):
        number = window.stepped(number, -1)
    assert number == low


@given(tallies(), st.integers(18, 200), units, st.integers(-300, 300))
def test_a_shifted_window_is_full_and_covers_its_columns_once(tally, width, unit, by):
    empty = empty_stretches(tally)
    window = Window.home(tally.extent, width, None, empty).zoomed(unit, tally.extent.first).shifted(by)
    columns = [column for number in window.numbers for column in window.columns(number)]
    assert columns == sorted(set(columns))
    assert all(0 <= column < window.width for column in columns)
    whole = Histogram.of(tally, unit, window.span)
    assert all(whole.at(number) == (0, 0) for number in window.numbers if window.folded(number) is not None)


def test_what_is_folded_makes_room_for_finer_buckets():
    plain, folded = Window.home(FEW.extent, 150), Window.home(FEW.extent, 150, None, EMPTY)
    assert (plain.granularity, folded.granularity) == (Granularity.YEAR, Granularity.MONTH)
    assert unfolded(FEW.extent, EMPTY) == len(FEW.extent) - len(EMPTY[0])


def test_a_stretch_of_few_buckets_is_shown_as_it_is():
    assert folds_of(Granularity.YEAR, (Span(date(2016, 4, 1), date(2018, 12, 31)),)).runs == ()


def drawn(width: int, height: int, cursor: date | None = None, glyphs: Glyphs = UNICODE) -> list[str]:
    from tui.timeline.bars import Scene, draw
    from tui.timeline.captions import slider_captions
    from tui.timeline.cells import text_of

    window = Window.home(FEW.extent, width - 2, core_of(FEW, EMPTY), EMPTY)
    whole = Histogram.of(FEW, window.granularity, window.span)
    number = window.granularity.number(cursor.toordinal()) if cursor else None
    folded = window.folded(number) if number is not None else None
    captions = slider_captions(whole, whole, None, FEW.extent, number, folded=folded)
    scene = Scene(window, whole, whole, FEW.extent, number, captions)
    return [text_of(row).rstrip() for row in draw(scene, height, glyphs)]


SIGNS = [
    (
        (40, 3),
        """
 ██    ██ >13 y ██      │██       ██
│2001                   │2016
◀━━━━ 4 Mar 2001 – 30 Nov 2016 ━━━━━▶
""",
    ),
    (
        (80, 4),
        """
 █████       █████             █████            │█████             █████
 █████       █████ ┈┈ >13 y ┈┈ █████            │█████             █████
│2001                         ╵Q2 2015          │2016
◀━━━━━━━━━━━━━━━━━ all time · 4 Mar 2001 – 30 Nov 2016 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        (120, 5),
        """
 ███                     ███         ███                            │███                                     ███
 ███                     ███         ███                            │███                                     ███
 ███                     ███ ┈>13 y┈ ███                            │███                                     ███
    ╵Apr 2001   ╵Jul 2001                   ╵Jul 2015   ╵Oct 2015   │Jan 2016   ╵Apr 2016   ╵Jul 2016   ╵Oct 2016
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 4 Mar 2001 – 30 Nov 2016 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        (160, 5),
        """
 ████                          ████           ████                                   │████                                              ████
 ████                          ████           ████                                   │████                                              ████
 ████                          ████ ┈ >13 y ┈ ████                                   │████                                              ████
     ╵Apr 2001      ╵Jul 2001                          ╵Jul 2015      ╵Oct 2015      │Jan 2016      ╵Apr 2016      ╵Jul 2016      ╵Oct 2016
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 4 Mar 2001 – 30 Nov 2016 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",  # noqa: E501 - a drawing of 160 cells
    ),
]


@pytest.mark.parametrize(("size", "rows"), SIGNS, ids=[f"{width}x{height}" for (width, height), _rows in SIGNS])
def test_a_folded_stretch_says_how_long_it_is(size, rows):
    assert drawn(*size) == rows.strip("\n").splitlines()


def test_under_the_cursor_it_says_which_days_it_leaves_out():
    told = "nothing in Oct 2001 – Mar 2015: folded, over 13 years"
    assert told in drawn(80, 4, date(2005, 1, 1))[-1]
    assert told in drawn(80, 4, date(2015, 3, 31))[-1]
    assert told not in drawn(80, 4, date(2015, 5, 7))[-1]
    assert "~~ >13 y ~~" in drawn(80, 4, glyphs=ASCII)[1]

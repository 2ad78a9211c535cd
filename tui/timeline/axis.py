"""The axis: where years, months, weeks and days begin, each named with its year.

A label stands whole or not at all, never touches its neighbour, and begins where its time begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from tui.timeline.cells import Glyphs, Line, Role
from tui.timeline.granularity import Granularity
from tui.timeline.window import Window

_BETWEEN = 2
"""The least number of empty cells between a label and the next mark, the mark's own not counted."""

_ROUND_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
_YEARS = tuple((Granularity.YEAR, every, Granularity.YEAR) for every in _ROUND_YEARS)
_MONTHS = tuple((Granularity.MONTH, every, Granularity.MONTH) for every in (1, 3, 6))

_UNITS = {
    Granularity.YEAR: _YEARS,
    Granularity.QUARTER: ((Granularity.QUARTER, 1, Granularity.QUARTER), *_YEARS),
    Granularity.MONTH: (*_MONTHS, *_YEARS),
    Granularity.WEEK: ((Granularity.WEEK, 1, Granularity.WEEK), *_MONTHS, *_YEARS),
    Granularity.DAY: (
        (Granularity.DAY, 1, Granularity.DAY),
        (Granularity.WEEK, 1, Granularity.DAY),
        *_MONTHS,
        *_YEARS,
    ),
}
"""What can mark the buckets of each granularity, the closest first: a unit, every how many of it, how it is named."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis."""

    column: int
    """The first column of the bucket in which the named time begins."""
    label: str
    begins_year: bool


@lru_cache(maxsize=32)
def ticks(window: Window) -> tuple[Tick, ...]:
    """Choose the marks of a window: the closest that leave every label its room."""
    for unit, every, naming in _UNITS[window.granularity]:
        marks = _marks(window, unit, every, naming)
        if all(right.column - left.column > len(left.label) + _BETWEEN for left, right in pairwise(marks)):
            return marks
    return ()


@lru_cache(maxsize=32)
def year_columns(window: Window) -> frozenset[int]:
    """Return the first columns of the buckets in which a year begins."""
    return frozenset(tick.column for tick in _marks(window, Granularity.YEAR, 1, Granularity.YEAR))


def draw_axis(line: Line, offset: int, window: Window, glyphs: Glyphs) -> None:
    """Paint the axis of a window whose first column is the line's column `offset`, at least 1.

    Where buckets have a gap, marks stand in it and labels begin above their bars; else both move one cell to the right.
    """
    marks = ticks(window)
    mark_at = offset - 1 if window.gap else offset
    for tick in marks:
        column = tick.column + mark_at
        fits = column + 1 + len(tick.label) <= offset + window.width
        if fits or tick.begins_year:
            line.put(column, glyphs.year if tick.begins_year else glyphs.tick, Role.AXIS)
        if fits:
            line.put(column + 1, tick.label, Role.AXIS)
    room = marks[0].column + mark_at - offset if marks else window.width
    opening = next((name for name in _openings(window) if len(name) + (_BETWEEN - 1 if marks else 0) <= room), "")
    line.put(offset, opening, Role.AXIS)


def _marks(window: Window, unit: Granularity, every: int, naming: Granularity) -> tuple[Tick, ...]:
    marks = []
    for number in range(window.first, window.last + 1):
        low, high = window.granularity.ends(number)
        period = unit.number(high)
        begin = unit.ends(period)[0]
        if low <= begin and period % every == 0:
            label = naming.label(naming.bucket(date.fromordinal(begin)))
            new_year = Granularity.YEAR.ends(Granularity.YEAR.number(high))[0]
            marks.append(Tick(window.column(number), label, low <= new_year))
    return tuple(marks)


def _openings(window: Window) -> tuple[str, ...]:
    """Name the window's first bucket, from the exact to the short."""
    bucket = window.granularity.numbered(window.first)
    units = (window.granularity, Granularity.MONTH, Granularity.YEAR)
    names = (unit.label(unit.bucket(bucket.first)) for unit in units if len(unit.bucket(bucket.first)) >= len(bucket))
    return tuple(names)

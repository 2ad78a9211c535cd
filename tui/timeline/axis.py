"""The axis: where years, months, weeks and days begin, each named with its year.

A label is drawn whole or not at all, never touches its neighbour, and begins where its time begins. Milestone signs are
drawn beside the labels, never over one; if they need room, fewer labels are chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from msgspec import Struct

from tui.timeline.cells import UNICODE, CellLine, CellRole, Glyphs
from tui.timeline.granularity import Granularity
from tui.timeline.window import Window

_BETWEEN = 2
"""The minimum of empty cells between a label and the next mark, not counting the mark itself."""

_LEAST = 2
"""Labels that must remain, if there are that many, when labels make room for signs."""

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
"""What can mark the buckets of each granularity, the densest first: a unit, how many of it apart, how it is named."""


class Tick(Struct, frozen=True):
    """A mark on the axis."""

    column: int
    """The first column of the bucket in which the named time begins."""
    label: str
    begins_year: bool


@lru_cache(maxsize=32)
def ticks(window: Window, signed: frozenset[int] = frozenset()) -> tuple[Tick, ...]:
    """Choose the marks of a window: the densest that leave every label room.

    Of these, the densest that also leave room for a sign at each of the `signed` buckets, if any do.
    """
    closest = None
    for unit, every, naming in _UNITS[window.granularity]:
        marks = _marks(window, unit, every, naming)
        if all(right.column - left.column > len(left.label) + _BETWEEN for left, right in pairwise(marks)):
            closest = marks if closest is None else closest
            if len(marks) >= min(len(closest), _LEAST) and _all_have_room(window, marks, signed):
                return _with_ends_of_folds(window, marks, signed)
    return _with_ends_of_folds(window, closest or (), signed)


def _with_ends_of_folds(window: Window, marks: tuple[Tick, ...], signed: Collection[int]) -> tuple[Tick, ...]:
    """Add a mark where time goes on behind a folded stretch, if its label leaves all others and the signs room."""
    for first, last in window.folds.runs:
        column = window.column(last + 1)
        if not (window.first <= first and 0 < column < window.width) or any(tick.column == column for tick in marks):
            continue
        low, _high = window.granularity.ends(last + 1)
        begins_year = Granularity.YEAR.number(low) != Granularity.YEAR.number(low - 1)
        naming = Granularity.YEAR if begins_year else window.granularity
        label = naming.label(naming.numbered(naming.number(low)))
        ends = [tick.column for tick in marks if tick.column > column]
        ends += [at for at in map(window.column, signed) if at >= column]
        starts = [tick.column + len(tick.label) + _BETWEEN for tick in marks if tick.column < column]
        room = min(ends, default=window.width + _BETWEEN) - column
        if room > len(label) + _BETWEEN and column >= max(starts, default=0):
            marks = tuple(sorted((*marks, Tick(column, label, begins_year)), key=lambda tick: tick.column))
    return marks


def _all_have_room(window: Window, marks: tuple[Tick, ...], signed: Collection[int]) -> bool:
    line = CellLine(window.width + 1)
    _draw_marks(line, 1, window, marks, UNICODE, signed=signed)
    columns = [_sign_column(line, 1, window, marks, number) for number in signed]
    return all(column is not None and (line.free(column - 1) or not line.free(column)) for column in columns)


@lru_cache(maxsize=32)
def year_columns(window: Window) -> frozenset[int]:
    """Return the first columns of the buckets in which a year begins."""
    return frozenset(tick.column for tick in _marks(window, Granularity.YEAR, 1, Granularity.YEAR))


def draw_axis(
    line: CellLine, offset: int, window: Window, glyphs: Glyphs, signs: Mapping[int, bool] = MappingProxyType({})
) -> None:
    """Paint the axis of a window whose first column is the line's column `offset`, at least 1.

    If buckets have a gap, marks are in the gap and labels begin above their bars; otherwise both are one cell further
    right. `signs` are the visible buckets with milestones, by number, and whether any of these is disputed.
    """
    marks = ticks(window, frozenset(signs))
    _draw_marks(line, offset, window, marks, glyphs, signed=signs)
    for number, disputed in signs.items():
        column = _sign_column(line, offset, window, marks, number)
        if column is not None:
            line.put(column, glyphs.disputed if disputed else glyphs.agreed, CellRole.MILESTONE)


def _sign_column(line: CellLine, offset: int, window: Window, marks: tuple[Tick, ...], number: int) -> int | None:
    """Return the column for a sign: as near to the middle of its bar as labels allow, otherwise on its own mark."""
    begin = offset + window.column(number)
    free = [column for column in range(begin, begin + window.bar) if line.free(column)]
    if free:
        return min(free, key=lambda column: (not line.free(column - 1), abs(column - begin - window.bar // 2)))
    own = any(tick.column + offset == begin for tick in marks)
    return begin - (1 if window.gap else 0) if own else None


def _draw_marks(
    line: CellLine, offset: int, window: Window, marks: tuple[Tick, ...], glyphs: Glyphs, *, signed: Collection[int]
) -> None:
    mark_at = offset - 1 if window.gap else offset
    for tick in marks:
        column = tick.column + mark_at
        fits = column + 1 + len(tick.label) <= offset + window.width
        if fits or tick.begins_year:
            line.put(column, glyphs.year if tick.begins_year else glyphs.tick, CellRole.AXIS)
        if fits:
            line.put(column + 1, tick.label, CellRole.AXIS)
    begins = [tick.column + mark_at - offset for tick in marks[:1]] + [window.column(number) for number in signed]
    room = min(begins, default=window.width)
    opening = next((name for name in _openings(window) if len(name) + (_BETWEEN - 1 if begins else 0) <= room), "")
    line.put(offset, opening, CellRole.AXIS)


def _marks(window: Window, unit: Granularity, every: int, naming: Granularity) -> tuple[Tick, ...]:
    marks = []
    for number in window.numbers:
        if window.folded(number) is not None:
            continue
        low, high = window.granularity.ends(number)
        period = unit.number(high)
        begin = unit.ends(period)[0]
        if low <= begin and period % every == 0:
            label = naming.label(naming.bucket(date.fromordinal(begin)))
            new_year = Granularity.YEAR.ends(Granularity.YEAR.number(high))[0]
            marks.append(Tick(window.column(number), label, low <= new_year))
    return tuple(marks)


def _openings(window: Window) -> tuple[str, ...]:
    """Name the window's first bucket, from the most exact name to the shortest."""
    bucket = window.granularity.numbered(window.first)
    units = (window.granularity, Granularity.MONTH, Granularity.YEAR)
    names = (unit.label(unit.bucket(bucket.first)) for unit in units if len(unit.bucket(bucket.first)) >= len(bucket))
    return tuple(names)

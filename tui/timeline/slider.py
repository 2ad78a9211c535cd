"""The slider: two handles, how they move, and how they are drawn with the label that says what is chosen.

A span is never shorter than one bucket. A span that covers the whole extent is no choice and becomes None, which brings
back the undated articles. The handles stand just outside the columns of the chosen buckets, so that they can be told
apart and grabbed even if the span is one bucket and the bucket one column.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from operator import add

from msgspec import Struct

from tui.base.days import Span
from tui.timeline.cells import CellLine, CellRole, Glyphs
from tui.timeline.granularity import Granularity
from tui.timeline.window import Window


class Handle(StrEnum):
    """One end of a span."""

    START = "start"
    END = "end"


def chosen(span: Span, extent: Span) -> Span | None:
    """Return the span as a choice: None if it covers the whole extent."""
    return None if span.first <= extent.first and extent.last <= span.last else span


def put(handle: Handle, span: Span | None, granularity: Granularity, number: int, extent: Span) -> Span | None:
    """Move one handle to a bucket; it stops at the other handle and at the end of the extent."""
    span = span or extent
    start, end = granularity.reach(span)
    low, high = granularity.reach(extent)
    if handle is Handle.START:
        number = max(min(number, end), min(low, start))
        return chosen(Span(granularity.numbered(number).first, span.last), extent)
    number = min(max(number, start), max(high, end))
    return chosen(Span(span.first, granularity.numbered(number).last), extent)


def moved(
    handle: Handle,
    span: Span | None,
    granularity: Granularity,
    steps: int,
    extent: Span,
    *,
    stepped: Callable[[int, int], int] = add,
) -> Span | None:
    """Move one handle by a number of buckets, earlier if negative.

    A handle within a bucket moves to the edge of that bucket first. `stepped` returns the bucket so many steps from
    another one.
    """
    now = span or extent
    start, end = granularity.reach(now)
    if handle is Handle.START:
        within = now.first != granularity.numbered(start).first
        return put(handle, span, granularity, stepped(start, steps + (within and steps < 0)), extent)
    within = now.last != granularity.numbered(end).last
    return put(handle, span, granularity, stepped(end, steps - (within and steps > 0)), extent)


def nearest(span: Span | None, granularity: Granularity, number: int, extent: Span) -> Handle:
    """Say which handle is nearer to a bucket; if both are equally near, the one on its side, else the end."""
    start, end = granularity.reach(span or extent)
    return Handle.START if abs(number - start) < abs(number - end) or number < start else Handle.END


_AIR = 2
"""Cells between a handle and a label beside it."""


class Grip(Struct, frozen=True):
    """The columns of a span's handles in its window; -1 and the width are the columns beside the window."""

    start: int
    end: int

    @classmethod
    def of(cls, span: Span, window: Window) -> Grip:
        """Place the handles of a span; they may lie far outside the window."""
        first, last = window.granularity.reach(span)
        return cls(window.column(first) - 1, window.column(last) + window.bar)


def draw_slider(
    line: CellLine, offset: int, window: Window, span: Span, *, labels: tuple[str, ...], room: int, glyphs: Glyphs
) -> None:
    """Paint the slider for a window whose first column is the line's column `offset`, at least 1.

    The first of `labels` that has room is shown: after the end, before the start, or between the handles. `room` is the
    number of columns that a label may use, from the window's first; it can be more than the window has.
    """
    grip = Grip.of(span, window)
    columns = range(-1, window.width + 1)
    for column in columns:
        if grip.start < column < grip.end:
            line.put(offset + column, glyphs.track, CellRole.TRACK)
        elif 0 <= column < window.shown * window.step - window.gap:
            line.put(offset + column, glyphs.outside, CellRole.OUTSIDE)
    for column, glyph in ((grip.start, glyphs.start), (grip.end, glyphs.end)):
        if column in columns:
            line.put(offset + column, glyph, CellRole.HANDLE)
    for label in labels:
        place = _place(len(label), grip, window.width, room)
        if place is not None:
            line.put(offset + place - 1, f" {label} ", CellRole.LABEL)
            return


def _place(length: int, grip: Grip, width: int, room: int) -> int | None:
    """Return the column at which a label has room, or None."""
    after, before = max(grip.end, -2) + _AIR, min(grip.start, width + 1) - _AIR
    if after + length <= room:
        return after
    if before - length + 1 >= 0:
        return before - length + 1
    left, right = max(grip.start, -1) + _AIR, min(grip.end, width) - _AIR
    return left + (right - left + 1 - length) // 2 if right - left + 1 >= length else None

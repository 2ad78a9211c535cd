"""The slider: two handles with the way between them, and a label that says what is chosen.

The handles stand just outside the columns of the buckets that are chosen, so that each can be told from the other and
taken hold of, even where the span is one bucket and the bucket one column.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.base.days import Span
from tui.timeline.cells import Glyphs, Line, Role
from tui.timeline.window import Window

_AIR = 2
"""Cells between a handle and a label beside it."""


@dataclass(frozen=True, slots=True)
class Grip:
    """Where the handles of a span stand, in columns of its window; -1 and the width are the columns beside it."""

    start: int
    end: int

    @classmethod
    def of(cls, span: Span, window: Window) -> Grip:
        """Place the handles of a span; they may lie far outside the window."""
        first, last = window.granularity.reach(span)
        return cls(window.column(first) - 1, window.column(last) + window.bar)


def draw_slider(
    line: Line, offset: int, window: Window, span: Span, *, labels: tuple[str, ...], room: int, glyphs: Glyphs
) -> None:
    """Paint the slider for a window whose first column is the line's column `offset`, at least 1.

    The first of `labels` that has room is shown: after the end, before the start, or on the way between. `room` is the
    number of columns that a label may use, from the window's first; it can be more than the window has.
    """
    grip = Grip.of(span, window)
    columns = range(-1, window.width + 1)
    for column in columns:
        if grip.start < column < grip.end:
            line.put(offset + column, glyphs.track, Role.TRACK)
        elif 0 <= column < window.shown * window.step - window.gap:
            line.put(offset + column, glyphs.outside, Role.OUTSIDE)
    for column, glyph in ((grip.start, glyphs.start), (grip.end, glyphs.end)):
        if column in columns:
            line.put(offset + column, glyph, Role.HANDLE)
    for label in labels:
        place = _place(len(label), grip, window.width, room)
        if place is not None:
            line.put(offset + place - 1, f" {label} ", Role.LABEL)
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

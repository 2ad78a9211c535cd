"""Layout: how the timeline divides its cells, and what a cell under the mouse belongs to."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from tui.base.days import Span
from tui.timeline.bars import MARGIN
from tui.timeline.slider import Grip
from tui.timeline.window import Window

_LEAST_WINDOW = 18
"""The narrowest window, in columns, that leaves room for lines at the side."""


class Zone(StrEnum):
    """What a cell of the timeline is for."""

    BARS = "bars"
    START = "start"
    END = "end"
    TRACK = "track"
    EARLIER = "earlier"
    LATER = "later"
    SIDE = "side"


class Layout(Struct, frozen=True):
    """The division of the timeline's cells."""

    width: int
    height: int
    side_width: int = 0
    """The cells at the right edge for the lines at the side, including the empty one before them."""

    @classmethod
    def of(cls, width: int, height: int, side: tuple[str, ...]) -> Layout:
        """Divide a width; the lines at the side are dropped if the window would become too narrow."""
        wanted = max((len(line) + 1 for line in side), default=0)
        return cls(width, height, wanted if width - 2 * MARGIN - wanted >= _LEAST_WINDOW else 0)

    @property
    def window_width(self) -> int:
        """The columns that are left for the window, at least 1."""
        return max(1, self.width - 2 * MARGIN - self.side_width)

    def column(self, x: int) -> int:
        """Return the window's column at a cell of the widget; below 0 or beyond the width if outside."""
        return x - MARGIN

    def place(self, x: int, y: int, window: Window, span: Span) -> Zone:
        """Say what lies under a cell; `span` is what the handles enclose."""
        column = self.column(x)
        if self.side_width and x >= self.width - self.side_width:
            return Zone.SIDE
        if y == self.height - 1 and self.height > 2:
            grip = Grip.of(span, window)
            near = [(abs(column - at), place) for at, place in ((grip.start, Zone.START), (grip.end, Zone.END))]
            distance, place = min(near, key=lambda pair: pair[0])
            return place if distance <= 1 else Zone.TRACK
        if column < 0:
            return Zone.EARLIER
        return Zone.BARS if column < window.width else Zone.LATER

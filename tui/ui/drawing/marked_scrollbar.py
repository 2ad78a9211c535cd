"""A vertical scrollbar on which marks are ticked, in shapes as well as in colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from tui.search.passage import Mark
from tui.ui.drawing.quick_scrollbar import QuickScrollBar
from tui.ui.drawing.spans import first_from

TICK = "─"
HERE = "━"
"""The tick of the current mark."""

Ticks = Callable[[int], Mapping[int, bool | str]]
"""From the height of the bar, in cells, to the cells that hold marks, and whether one of them is the current one; or to
the sign that a cell has instead of a tick."""


class MarkedScrollBar(QuickScrollBar):
    """The bar of a text with marks; to be given its ticks with `functools.partial`."""

    def __init__(self, *bar: Any, ticks: Ticks, tick_style: Callable[[], Style], **named: Any) -> None:  # noqa: ANN401
        super().__init__(*bar, **named)
        self._ticks = ticks
        self._tick_style = tick_style

    def render_bar(self, size: int = 25, *bar: Any, **named: Any) -> Segments:  # type: ignore[override]  # noqa: ANN401
        """Draw the bar, then the ticks over it; clicks on its cells work as before.

        A method of the class in Textual; ours needs to know its marks.
        """
        drawn = ScrollBarRender.render_bar(size, *bar, **named)
        tick_style = self._tick_style()
        for cell, current in self._ticks(size).items():
            if 0 <= cell < len(drawn.segments):
                text, style, _ = drawn.segments[cell]
                glyph = current if isinstance(current, str) else HERE if current else TICK
                drawn.segments[cell] = Segment(glyph * len(text), _over(style or Style(), tick_style))
        return drawn


def _over(bar: Style, tick: Style) -> Style:
    """Return the style of a tick on a cell of the bar: a full cell shows it in reverse, so it is seen on both."""
    return bar + Style(color=tick.color, bold=True) if not bar.reverse else bar + Style(bgcolor=tick.color, bold=True)


def ticked(edges: Sequence[int], spans: Sequence[Mark], current: Mark | None) -> dict[int, bool]:
    """Say which cells of a bar hold spans and whether the current one is among them.

    Cell number `n` covers the characters from `edges[n]` to before `edges[n + 1]`.
    """
    ticks = {}
    for cell, (first, last) in enumerate(pairwise(edges)):
        place = first_from(spans, first)
        if place < len(spans) and spans[place][0] < last:
            ticks[cell] = current is not None and first <= current[0] < last
    return ticks

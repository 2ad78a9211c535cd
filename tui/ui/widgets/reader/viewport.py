"""The part of a document that is in sight: how it is wrapped, and which row is at the top.

The text in sight never moves unless a key or the mouse moves it: a viewport holds on to a spot of the document, not to
a row, when the width changes or when estimated rows turn out otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import perf_counter

from textual.geometry import Size
from textual.scroll_view import ScrollView

from tui.search.passage import Mark
from tui.ui.drawing.document import Document, Spot
from tui.ui.widgets.reader.stops import Sight

Composer = Callable[[int], Document]
"""Makes the document for a measure, in cells."""

NARROWEST, WIDEST = 40, 120
"""Between these the longest line can be chosen."""
_SLICE = 0.004
"""Seconds for which the wrapping of a long text may hold up the keys."""
_STEP = 4
"""Cells by which a key changes the measure."""


class Viewport:
    """Wraps a document for a scroll view and keeps in sight what is to be in sight."""

    def __init__(self, widget: ScrollView, moved: Callable[[], None]) -> None:
        """Scroll `widget`; `moved` is called when something else came in sight."""
        self._widget = widget
        self._moved = moved
        self._composer: Composer = lambda measure: Document((), measure)
        self._measure = 72
        self._width = 0
        self._held = Spot(0, 0)
        self._above = 0
        self._moving = False
        self.document = Document((), self._measure)
        """What is shown, wrapped as it is shown."""

    @property
    def rows(self) -> int:
        """The rows in sight."""
        return max(1, self._widget.scrollable_content_region.height)

    @property
    def measure(self) -> int:
        """The longest line that is wanted, in cells; a narrower pane makes it shorter."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = max(NARROWEST, min(cells, WIDEST))

    @property
    def third(self) -> int:
        """The rows above what a jump brings in sight."""
        return self.rows // 3

    @property
    def top(self) -> Spot:
        """The first character in sight."""
        return self.document.spot_at(self._widget.scroll_offset.y)

    @property
    def bottom(self) -> Spot:
        """The first character below what is in sight."""
        return self.document.spot_at(self._widget.scroll_offset.y + self.rows)

    @property
    def percent(self) -> int:
        """How much of the document lies above the lower edge, from 0 to 100."""
        height = self.document.height
        seen = min(height, self._widget.scroll_offset.y + self._widget.scrollable_content_region.height)
        return 100 * seen // height if height else 0

    @property
    def margin(self) -> int:
        """Cells left of the text: the text stands in the middle, but never far from the left edge."""
        return max(1, min(8, (self._widget.scrollable_content_region.width - self.document.measure) // 2))

    @property
    def body(self) -> str:
        """The section that is named `text`; empty where there is none."""
        section = self.document.section("text")
        return "" if section is None else self.document.sections[section].text

    def offset_of(self, spot: Spot) -> int:
        """Return the character of the body at a spot; its end for one below it, 0 for one above it."""
        section = self.document.section("text")
        if section is None or spot.section < section:
            return 0
        return spot.offset if spot.section == section else len(self.body)

    def spot_of(self, offset: int) -> Spot:
        """Return the spot of a character of the body."""
        return Spot(self.document.section("text") or 0, offset)

    @property
    def sight(self) -> Sight:
        """What of the body is in sight; a blank line at the top is none of it."""
        first, last = self.offset_of(self.top), self.offset_of(self.bottom)
        body = self.body
        while first < last and body[first].isspace():
            first += 1
        return Sight(first, last, lambda offset: self.shows(self.spot_of(offset)))

    def open(self, composer: Composer, spot: Spot, above: int = 0) -> None:
        """Show a document with `spot` `above` rows below the top."""
        self._composer = composer
        self._held, self._above = spot, above
        self._wrap(self._fitting)

    def recompose(self, composer: Composer) -> int:
        """Compose the document again; what is in sight stays. Return how many more sections are above the body."""
        self._composer = composer
        before = self.document.section("text") or 0
        self._wrap(self.document.measure)
        more = (self.document.section("text") or 0) - before
        if more and self._held.section:
            self.move_to(self._held._replace(section=self._held.section + more), self._above)
        return more

    def fit(self) -> None:
        """Wrap to the width that there is."""
        self._width = self._widget.scrollable_content_region.width or self._width
        if self._fitting != self.document.measure:
            self._wrap(self._fitting)
        else:
            self._put()

    def widen(self, steps: int) -> None:
        """Make the lines longer, or shorter, by steps of a few cells."""
        shown = self._measure if steps > 0 else min(self._measure, self.document.measure)
        self.measure = shown + steps * _STEP
        self.fit()

    def move_to(self, spot: Spot, above: int = 0) -> None:
        """Bring `spot` `above` rows below the top, as far as the document's ends allow."""
        self._held, self._above = spot, above
        self._put()
        self._moved()

    def move_by(self, rows: int) -> bool:
        """Scroll; say whether anything moved."""
        before = self._widget.scroll_offset.y
        self._widget.scroll_to(y=before + rows)
        return self._widget.scroll_offset.y != before

    def scrolled(self, row: int) -> None:
        """Hold on to the line that somebody scrolled to the top."""
        if self._moving:
            return
        self._held = self.document.spot_at(row)
        self._above = self.document.row_of(self._held) - row
        self._put()
        self._moved()

    def shows(self, spot: Spot, margin: int = 0) -> bool:
        """Say whether `spot` is in sight, at least `margin` rows from an edge beyond which there is more."""
        top, rows, height = self._widget.scroll_offset.y, self.rows, self.document.height
        upper = top + (margin if top else 0)
        lower = top + rows - (margin if top + rows < height else 0)
        return self.document.spot_at(upper) <= spot and (lower >= height or spot < self.document.spot_at(lower))

    def bring(self, span: Mark) -> None:
        """Bring a stretch of the body in sight; what is well in sight stays where it is."""
        spot = self.spot_of(span[0])
        if not self.shows(spot, margin=min(2, self.third)):
            self.move_to(spot, self.third)
        self.repaint()
        self._moved()

    def repaint(self) -> None:
        """Draw the text and what is ticked on the scrollbar again."""
        self._widget.refresh()
        self._widget.vertical_scrollbar.refresh()

    def follow(self, spot: Spot) -> None:
        """Bring a spot in sight by as little as will do."""
        row, top = self.document.row_of(spot), self._widget.scroll_offset.y
        if row < top:
            self.move_to(spot)
        elif row >= top + self.rows:
            self.move_to(spot, self.rows - 1)

    def embrace(self, first: Spot, last: Spot) -> None:
        """Bring a stretch in sight from its beginning on, by as little as will do; of a longer one the beginning."""
        top, head, foot = self._widget.scroll_offset.y, self.document.row_of(first), self.document.row_of(last)
        if head < top or foot - head >= self.rows:
            self.move_to(first)
        else:
            self.follow(last)

    def edges(self, cells: int) -> list[int]:
        """Return about which characters of the body lie at the edges of that many equal parts of the document."""
        rows = self.document.height / max(1, cells)
        return [self.offset_of(self.document.guessed_spot(cell * rows)) for cell in range(cells + 1)]

    @property
    def _fitting(self) -> int:
        """The measure that the pane has room for: one cell of margin on the left, two on the right."""
        # While the pane is hidden it has no width; it will most likely come back with the one that it had.
        width = self._widget.scrollable_content_region.width or self._width
        return max(1, min(self._measure, width - 3)) if width else self._measure

    def _wrap(self, measure: int) -> None:
        self.document = self._composer(measure)
        self._put()
        widget = self._widget
        widget.refresh()
        if widget.is_attached:
            widget.workers.cancel_group(widget, "wrap")
            if not self.document.complete:
                widget.run_worker(self._finish(self.document), group="wrap")

    async def _finish(self, document: Document) -> None:
        """Wrap the rest of a long text between the keys; only then do its rows change, all at once."""
        until = perf_counter() + _SLICE
        for _ in document.prepare():
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
        if document is self.document:
            document.adopt()
            self._put()
            self._moved()

    def _put(self) -> None:
        """Bring the spot that is held to where it belongs, with exact rows around it."""
        document, widget = self.document, self._widget
        document.steady(self._held, 3 * self.rows)
        widget.virtual_size = Size(widget.scrollable_content_region.width, document.height)
        row = max(0, document.row_of(self._held) - self._above)
        if row == round(widget.scroll_y):
            return
        self._moving = True
        try:
            widget.scroll_to(y=row)
        finally:
            self._moving = False

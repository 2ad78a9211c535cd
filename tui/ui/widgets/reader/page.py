"""A page: a document that is wrapped to the pane, scrolled, drawn line by line and selected from.

The text in sight never moves unless a key or the mouse moves it: the page holds on to a spot of the document, not to a
row, when the width changes or when estimated rows turn out otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import perf_counter
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.drawing.document import Document, Row, Spot
from tui.ui.drawing.selecting import between, edge_meta, spot_of, spot_offset
from tui.ui.drawing.spans import Layer, drawn, styled
from tui.ui.widgets.base.scroll_view import SteadyView

_SLICE = 0.004
"""Seconds for which the wrapping of a long text may hold up the keys."""

Composer = Callable[[int], Document]
"""Makes the document for a measure, in cells."""


class Page(SteadyView, can_focus=True, inherit_bindings=False):
    """A scrolled document; what it holds and which keys move it is for subclasses to say."""

    NARROWEST: ClassVar[int] = 40
    WIDEST: ClassVar[int] = 120
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--selection"}
    DEFAULT_CSS = """
    Page {
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    Page > .page--selection { background: $screen-selection-background; color: $screen-selection-foreground; }
    Page:nocolor > .page--selection { text-style: reverse; }
    """

    measure: reactive[int] = reactive(72, init=False)
    """The longest line that is wanted, in cells; a narrower pane makes it shorter."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._width = 0
        self._seen: Size | None = Size(0, 0)
        self._composer: Composer = lambda measure: Document((), measure)
        self._document = Document((), self.measure)
        self._held = Spot(0, 0)
        self._above = 0
        self._moving = False
        self._selected: tuple[Spot, Spot] | None = None

    @property
    def document(self) -> Document:
        """What is shown, wrapped as it is shown."""
        return self._document

    @property
    def settled(self) -> bool:
        """Whether every row is exact: the whole text was wrapped."""
        return self._document.settled

    @property
    def page_rows(self) -> int:
        """The rows in sight."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> Spot:
        """The first character in sight."""
        return self._document.spot_at(self.scroll_offset.y)

    @property
    def bottom(self) -> Spot:
        """The first character below what is in sight."""
        return self._document.spot_at(self.scroll_offset.y + self.page_rows)

    @property
    def selected(self) -> tuple[Spot, Spot] | None:
        """The selected stretch, its first character and the one after its last."""
        return self._selected

    def spans_in(self, section: str) -> list[Layer]:
        """Return the marked stretches of the sections of that name."""
        raise NotImplementedError

    def section_style(self, section: str) -> Style:
        """Return the style of the sections of that name."""
        raise NotImplementedError

    def layers_above(self, section: str) -> list[Layer]:
        """Return what lies above even the selection."""
        raise NotImplementedError

    def laid_out(self) -> None:
        """Do what is to be done when the pane has got its size, or another one."""
        raise NotImplementedError

    def moved(self) -> None:
        """Do what is to be done when something else came in sight."""
        raise NotImplementedError

    def open(self, composer: Composer, spot: Spot, above: int = 0) -> None:
        """Show a document with `spot` `above` rows below the top."""
        self._composer = composer
        self._held, self._above = spot, above
        self.unselect()
        self._wrap(self._fitting)

    def recompose_page(self) -> None:
        """Make the document anew; what is in sight stays."""
        self._wrap(self._document.measure)

    def sections_moved(self, by: int) -> None:
        """Hold on to what was in sight after the document was made anew with `by` more sections above it."""
        if by and self._held.section:
            if self._selected is not None:
                self.unselect()
            self.move_to(self._held._replace(section=self._held.section + by), self._above)

    def move_to(self, spot: Spot, above: int = 0) -> None:
        """Bring `spot` `above` rows below the top, as far as the document's ends allow."""
        self._held, self._above = spot, above
        self._put()
        self.moved()

    def move_by(self, rows: int) -> bool:
        """Scroll; say whether anything moved."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + rows)
        return self.scroll_offset.y != before

    def shows(self, spot: Spot, margin: int = 0) -> bool:
        """Say whether `spot` is in sight, at least `margin` rows from an edge beyond which there is more."""
        top, rows, height = self.scroll_offset.y, self.page_rows, self._document.height
        upper = top + (margin if top else 0)
        lower = top + rows - (margin if top + rows < height else 0)
        return self._document.spot_at(upper) <= spot and (lower >= height or spot < self._document.spot_at(lower))

    def scroll_to(self, x: float | None = None, y: float | None = None, **_: object) -> None:  # noqa: ARG002
        """Scroll at once, whoever asks: an animation would send every step in between over the line."""
        super().scroll_to(None, y, animate=False, immediate=True, force=True)

    def validate_measure(self, measure: int) -> int:
        """Keep the measure readable."""
        return max(self.NARROWEST, min(measure, self.WIDEST))

    def watch_measure(self) -> None:
        """Wrap to another measure."""
        self._fit()

    def on_resize(self) -> None:
        """Wrap to another width."""
        self._seen = self.size
        self._width = self.scrollable_content_region.width or self._width
        self._fit()
        self.laid_out()

    def on_hide(self) -> None:
        """Lay out anew when the pane comes back: Textual tells of that only where its size has changed."""
        self._seen = None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Hold on to the line that is now at the top."""
        super().watch_scroll_y(old_value, new_value)
        if self._moving or round(old_value) == round(new_value):
            return
        self._held = self._document.spot_at(round(new_value))
        self._above = self._document.row_of(self._held) - round(new_value)
        self._put()
        self.moved()

    def render_line(self, y: int) -> Strip:
        """Draw one row: margin, line, nothing."""
        if self._seen is None:
            self._seen = self.size
            self.call_later(self.on_resize)
        row = self._document.at(y + self.scroll_offset.y)
        base, width = self.base_style, self.size.width
        if row is None or row.line is None:
            end = self._document.end if row is None else Spot(row.section, 0)
            return Strip([Segment(" " * width, base + edge_meta(end))], width)
        return self._line_strip(row, base).adjust_cell_length(width, base)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what is selected, without soft line ends."""
        first, last = self._spots(selection)
        return self._document.text_between(first, last).strip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Keep what is selected as spots: rows will move.

        Told some time after the fact, so that only what is selected by now counts.
        """
        selection = self.text_selection
        self._selected = None if selection is None else self._spots(selection)
        self.refresh()

    def select(self, first: Spot, last: Spot) -> None:
        """Select from `first` to before `last`."""
        self._selected = first, last
        self.refresh()
        chosen: dict[Widget, Selection] = {self: Selection(spot_offset(first), spot_offset(last))}
        self.screen.selections = chosen

    def unselect(self) -> None:
        """Select nothing."""
        self._selected = None
        self.refresh()
        if self.text_selection is not None:
            self.screen.clear_selection()

    def spot_under(self, event: events.MouseEvent) -> Spot | None:
        """Return the character under the mouse."""
        _, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        return None if offset is None else self._spot(offset)

    @property
    def _fitting(self) -> int:
        """The measure that the pane has room for: one cell of margin on the left, two on the right."""
        # While the pane is hidden it has no width; it will most likely come back with the one that it had.
        width = self.scrollable_content_region.width or self._width
        return max(1, min(self.measure, width - 3)) if width else self.measure

    @property
    def _margin(self) -> int:
        """Cells left of the text: the text stands in the middle, but never far from the left edge."""
        return max(1, min(8, (self.scrollable_content_region.width - self._document.measure) // 2))

    def _fit(self) -> None:
        if self._fitting != self._document.measure:
            self._wrap(self._fitting)
        else:
            self._put()

    def _wrap(self, measure: int) -> None:
        self._document = self._composer(measure)
        self._put()
        self.refresh()
        self.workers.cancel_group(self, "settle")
        if not self.settled and self.is_attached:
            self._settle(self._document)

    @work(group="settle")
    async def _settle(self, document: Document) -> None:
        """Wrap the rest of a long text between the keys; only then do its rows change, all at once."""
        until = perf_counter() + _SLICE
        for _ in document.prepare():
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
        if document is self._document:
            document.adopt()
            self._put()
            self.moved()

    def _put(self) -> None:
        """Bring the spot that is held to where it belongs, with exact rows around it."""
        document = self._document
        document.steady(self._held, 3 * self.page_rows)
        self.virtual_size = Size(self.scrollable_content_region.width, document.height)
        row = max(0, document.row_of(self._held) - self._above)
        if row == round(self.scroll_y):
            return
        self._moving = True
        try:
            self.scroll_to(y=row)
        finally:
            self._moving = False

    def _line_strip(self, row: Row, base: Style) -> Strip:
        assert row.line is not None
        section = self._document.sections[row.section]
        start, end, _ = row.line
        layers = self.spans_in(section.name)
        if self._selected is not None:
            layers = [*layers, self._selection_layer(row.section, len(section.text))]
        layers = [*layers, *self.layers_above(section.name)]
        style = base + self.section_style(section.name)
        edge = base + edge_meta(Spot(row.section, start))
        lead = [Segment(" " * self._margin, edge)]
        if section.prefix:
            lead.append(Segment(drawn(section.prefix), style + edge_meta(Spot(row.section, start))))
        line = styled(section.text, start, end, style, layers)
        cells = sum(cell_len(segment.text) for segment in line)
        text = Strip(line, cells).apply_offsets(*spot_offset(Spot(row.section, start)))
        return Strip([*lead, *text], cells + self._margin + cell_len(section.prefix))

    def _selection_layer(self, section: int, length: int) -> Layer:
        assert self._selected is not None
        own = self.get_component_rich_style("page--selection", partial=True)
        blended = self.get_component_rich_style("page--selection")
        return Layer(between(self._selected, section, length), own + Style(bgcolor=blended.bgcolor))

    def _spots(self, selection: Selection) -> tuple[Spot, Spot]:
        """Translate a selection, whose ends may be anywhere on the page."""
        first = Spot(0, 0) if selection.start is None else self._spot(selection.start)
        last = self._document.end if selection.end is None else self._spot(selection.end)
        return self._document.whole(min(first, last), max(first, last))

    def _spot(self, offset: Offset) -> Spot:
        spot = spot_of(offset)
        if spot is None:
            return self._document.spot_at(self.scroll_offset.y + offset.y)
        return spot

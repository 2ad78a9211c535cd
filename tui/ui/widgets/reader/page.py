"""A page: a document that is wrapped to the pane, scrolled, drawn line by line and selected from."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip

from tui.ui.drawing.document import Row, Section, Spot
from tui.ui.drawing.selecting import edge_meta, spot_offset
from tui.ui.drawing.spans import Layer, drawn, styled
from tui.ui.widgets.base.quick_scroll_view import QuickScrollView
from tui.ui.widgets.reader.text_selection import TextSelection
from tui.ui.widgets.reader.viewport import Viewport


class Page(QuickScrollView, can_focus=True, inherit_bindings=False):
    """A scrolled document; what it holds and which keys move it is for subclasses to say."""

    STYLES: ClassVar[str] = "page"
    """What the names of its sections' component classes begin with: `page` for `page--text`."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--selection", "page--caret"}
    DEFAULT_CSS = """
    Page {
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .page--selection { background: $screen-selection-background; color: $screen-selection-foreground; }
        & > .page--caret { text-style: reverse; }
        &:nocolor > .page--selection { text-style: reverse; }
        &:nocolor > .page--caret { text-style: bold underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.viewport = Viewport(self, self.moved)
        """The document, and what of it is in sight."""
        self.selection = TextSelection(self, self.viewport)
        """What is selected."""
        self._seen: Size | None = Size(0, 0)

    def highlights(self, section: str) -> list[Layer]:  # noqa: ARG002
        """Return the marked stretches of the sections of that name."""
        return []

    def margin_sign(self, section: str, start: int, end: int) -> str:  # noqa: ARG002
        """Return the character left of the line that holds the characters from `start` to before `end`; or none."""
        return ""

    def style(self, name: str) -> Style:
        """Return what a component class says of a style, to be laid over another one.

        A background that lets the page's own through is blended with it: Rich knows no such colour.
        """
        own = self.get_component_rich_style(f"{self.STYLES}--{name}", partial=True)
        if own.bgcolor is None:
            return own
        return own + Style(bgcolor=self.get_component_rich_style(f"{self.STYLES}--{name}").bgcolor)

    def laid_out(self) -> None:
        """Do what is to be done when the pane has got its size, or another one."""

    def moved(self) -> None:
        """Do what is to be done when something else came in sight."""

    def scroll_to(self, x: float | None = None, y: float | None = None, **_: object) -> None:  # noqa: ARG002
        """Scroll at once, whoever asks: an animation would send every step in between over the line."""
        super().scroll_to(None, y, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Wrap to another width."""
        self._seen = self.size
        self.viewport.fit()
        self.laid_out()

    def on_hide(self) -> None:
        """Lay out again when the pane comes back: Textual reports that only where its size has changed."""
        self._seen = None

    def on_click(self, event: events.Click) -> None:
        """Select the word at a double click, the paragraph at a triple one."""
        self.selection.click(event)

    def key_escape(self, event: events.Key) -> None:
        """Drop the selection and nothing else: Textual's screen drops it too, and then lets the key go on."""
        if self.selection.spots is not None:
            event.stop()
            self.selection.drop()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Hold on to the line that is now at the top."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.viewport.scrolled(round(new_value))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what is selected, without soft line ends."""
        return self.selection.text_of(selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Keep what is selected by now: Textual calls this some time after the fact."""
        self.selection.take(self.text_selection)

    def render_line(self, y: int) -> Strip:
        """Draw one row: margin, line, nothing."""
        if self._seen is None:
            self._seen = self.size
            self.call_later(self.on_resize)
        document = self.viewport.document
        row = document.at(y + self.scroll_offset.y)
        base, width = self.base_style, self.size.width
        if row is None or row.line is None:
            end = document.end if row is None else Spot(row.section, 0)
            return Strip([Segment(" " * width, base + edge_meta(end))], width)
        section = document.sections[row.section]
        layers = [*self.highlights(section.name), *self.selection.layers(row.section)]
        style = base + self.get_component_rich_style(f"{self.STYLES}--{section.name}")
        sign = self.margin_sign(section.name, row.line.start, row.line.end)
        strip = line_strip(row, section, self.viewport.margin, (base, style), layers, sign=sign)
        return strip.adjust_cell_length(width, base)


def line_strip(
    row: Row, section: Section, margin: int, styles: tuple[Style, Style], layers: list[Layer], *, sign: str = ""
) -> Strip:
    """Draw the line of a row behind so many cells of margin, at least one, with a `sign` of one cell at its left.

    `styles` are those of page and section.
    """
    assert row.line is not None
    base, style = styles
    start, end, _ = row.line
    edge = edge_meta(Spot(row.section, start))
    lead = [Segment(f"{sign:<{margin}}", base + edge)]
    if section.prefix:
        lead.append(Segment(drawn(section.prefix), style + edge))
    line = styled(section.text, start, end, style, layers)
    cells = sum(cell_len(segment.text) for segment in line)
    text = Strip(line, cells).apply_offsets(*spot_offset(Spot(row.section, start)))
    return Strip([*lead, *text], cells + margin + cell_len(section.prefix))

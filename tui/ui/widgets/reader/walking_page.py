"""A page whose marks are walked and in which words are found.

While words are sought, the keys that walk the marks walk what was found. The scrollbar shows where either lies.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from rich.style import Style
from textual import work
from textual.message import Message

from tui.search.passage import Mark
from tui.ui.drawing.marked_scrollbar import MarkedScrollBar, ticked
from tui.ui.drawing.spans import Layer, first_from
from tui.ui.widgets.reader.seeking import Seeking
from tui.ui.widgets.reader.selecting_page import SelectingPage

_SLICE = 0.01
"""Seconds of searching between two looks at the keys."""


class WalkingPage(SelectingPage):
    """A page with marks in its body."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--mark",
        "page--current-mark",
        "page--found",
        "page--current-found",
        "page--tick",
    }
    DEFAULT_CSS = """
    WalkingPage {
        & > .page--mark { color: $warning; text-style: bold underline; }
        & > .page--current-mark { color: $warning; text-style: bold reverse; }
        & > .page--found { color: $primary; text-style: bold underline; }
        & > .page--current-found { color: $primary; text-style: bold reverse; }
        & > .page--tick { color: $warning; }
    }
    """

    class MarksEnded(Message, namespace="reader"):
        """There is no further mark on this page."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction
            """1 for the end, -1 for the beginning."""

    class FindChanged(Message, namespace="reader"):
        """Something else was found, or another place of it is shown."""

        def __init__(self, place: int, places: int, sought: str) -> None:
            super().__init__()
            self.place = place
            """The place that is shown, from 1; 0 where nothing was found."""
            self.places = places
            self.sought = sought
            """The words; empty when nothing is sought any more."""

    class FindLeft(Message, namespace="reader"):
        """The page stopped seeking of its own accord."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks: tuple[Mark, ...] = ()
        self._mark: int | None = None
        self._seeking = Seeking()

    @property
    def here(self) -> int:
        """The shown place of what is sought or the current mark, where it is in sight; else the first character."""
        for span in (self._seeking.shown, self._current):
            if span is not None and self.shows(self.spot_of(span[0])):
                return span[0]
        return super().here

    def on_mount(self) -> None:
        """Give the scrollbar its ticks."""
        bar = partial(MarkedScrollBar, ticks=self._ticks, tick_style=partial(self._style, "tick"))
        setattr(self.vertical_scrollbar, "renderer", bar)  # noqa: B010  # declared as a class, called as a function

    def spans_in(self, section: str) -> list[Layer]:
        """Return marks and what was found, each in its style."""
        if section != "text":
            return []
        layers = [Layer(self._marks, self._style("mark"))]
        if self.sought:
            layers.append(Layer(self._seeking.places, self._style("found")))
            layers.append(Layer(_one(self._seeking.shown), self._style("current-found")))
        else:
            layers.append(Layer(_one(self._current), self._style("current-mark")))
        return layers

    def find(self, words: str) -> None:
        """Find words, or stop seeking where there are none."""
        self.workers.cancel_group(self, "find")
        if not words.strip():
            self._stop_seeking()
            return
        origin = self._seeking.origin if self.sought else self.here
        self._seeking = Seeking(self.body, words, origin)
        self._go_on_seeking()
        if not self._seeking.done:
            self._seek(self._seeking)

    def action_walk(self, steps: int) -> None:
        """Go to the next (1) or the previous (-1) mark, or place of what is sought."""
        if self.sought:
            self._seeking.walk(steps)
            self._show_found()
            return
        mark = self._neighbour(steps)
        if 0 <= mark < len(self._marks):
            self._mark = mark
            self._show_span(self._marks[mark])
        else:
            self.post_message(self.MarksEnded(steps))

    def take_marks(self, marks: tuple[Mark, ...], current: int | None) -> None:
        """Walk other marks from now on; what is sought has to be found anew."""
        self._marks, self._mark = marks, current
        self.workers.cancel_group(self, "find")
        self._seeking = Seeking(words=self.sought)

    @property
    def sought(self) -> str:
        """The words that are sought, or nothing."""
        return self._seeking.words

    @property
    def _current(self) -> Mark | None:
        return None if self._mark is None else self._marks[self._mark]

    @property
    def third(self) -> int:
        """The rows above what a jump brings in sight."""
        return self.page_rows // 3

    def _show_span(self, span: Mark) -> None:
        """Bring a stretch of the text in sight; what is well in sight stays where it is."""
        spot = self.spot_of(span[0])
        if not self.shows(spot, margin=min(2, self.third)):
            self.move_to(spot, self.third)
        self._repaint()
        self.moved()

    def _repaint(self) -> None:
        self.refresh()
        self.vertical_scrollbar.refresh()

    def _neighbour(self, steps: int) -> int:
        """Return the mark to walk to: from the current one, or from what is in sight where that one is not."""
        if self._mark is not None and self._current is not None and self.shows(self.spot_of(self._current[0])):
            return self._mark + steps
        if steps > 0:
            return first_from(self._marks, self.offset_of(self.top))
        return first_from(self._marks, self.offset_of(self.bottom)) - 1

    def _go_on_seeking(self) -> None:
        shown = self._seeking.shown
        self._seeking.go_on(_SLICE)
        if shown is None or self._seeking.done:
            self._show_found()

    @work(group="find", exclusive=True)
    async def _seek(self, seeking: Seeking) -> None:
        """Search the rest of a long text between the keys."""
        while not seeking.done and seeking is self._seeking:
            await asyncio.sleep(0)
            self._go_on_seeking()

    def _show_found(self) -> None:
        seeking = self._seeking
        if seeking.shown is not None:
            self._show_span(seeking.shown)
        else:
            self._repaint()
        place = 0 if seeking.current is None else seeking.current + 1
        self.post_message(self.FindChanged(place, len(seeking.places), seeking.words))

    def _stop_seeking(self) -> None:
        if self.sought:
            self._seeking = Seeking()
            self._repaint()
            self.post_message(self.FindChanged(0, 0, ""))

    def _ticks(self, cells: int) -> dict[int, bool]:
        """Say which cells of a scrollbar of that height hold marks, or places found, and which the current one."""
        spans, current = (
            (self._seeking.places, self._seeking.shown) if self._seeking.words else (self._marks, self._current)
        )
        if not spans:
            return {}
        rows = self.document.height / max(1, cells)
        edges = [self.offset_of(self.document.guessed_spot(cell * rows)) for cell in range(cells + 1)]
        return ticked(edges, spans, current)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page--{name}", partial=True)


def _one(span: Mark | None) -> tuple[Mark, ...]:
    return () if span is None else (span,)

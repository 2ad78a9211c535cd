"""Finding words in an article, a window of text at a time between the keys, so that a long text holds up none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import perf_counter

from textual.widget import Widget

from tui.search.passage import Mark
from tui.ui.drawing.find_in_text import find_all
from tui.ui.drawing.spans import first_from
from tui.ui.widgets.reader.stops import StopList

_SLICE = 0.01
"""Seconds of searching between two looks at the keys."""


class Find:
    """A search through one text; what it finds are stops.

    The stop that is shown first is the first one at or after `origin`; where there is none, the first of all.
    """

    def __init__(self, stops: StopList, text: str = "", words: str = "", origin: int = 0) -> None:
        """Search `text` for `words` and put what is found into `stops`, which are emptied first."""
        self.words = words
        """What is sought; empty where nothing is."""
        self.origin = origin
        self.done = False
        """Whether the whole text was searched."""
        self.stops = stops
        self._found: list[Mark] = []
        self._windows: Iterator[list[Mark]] = find_all(text, words)
        stops.drop()
        stops.fill(self._found)
        stops.sought = bool(words)

    def go_on(self, seconds: float) -> None:
        """Search for about that long."""
        until = perf_counter() + seconds
        for found in self._windows:
            self._found += found
            if self.stops.current is None and self._found and self._found[-1][0] >= self.origin:
                self.stops.current = first_from(self._found, self.origin)
            if perf_counter() > until:
                return
        self.done = True
        if self.stops.current is None and self._found:
            self.stops.current = 0


class Finder:
    """Runs one search after another for a widget."""

    def __init__(self, widget: Widget, stops: StopList, show: Callable[[], None]) -> None:
        """Run searches as workers of `widget`; `show` is called for what is found first, and when all is searched."""
        self._widget = widget
        self._stops = stops
        self._show = show
        self._find = Find(stops)

    @property
    def words(self) -> str:
        """What is sought; empty where nothing is."""
        return self._find.words

    def search(self, text: str, words: str, here: int) -> None:
        """Search from `here`; while words are typed, every search begins where the first one did."""
        self._widget.workers.cancel_group(self._widget, "find")
        origin = self._find.origin if self._find.words else here
        self._find = find = Find(self._stops, text, words, origin)
        self._go_on(find)
        if not find.done:
            self._widget.run_worker(self._search(find), group="find")

    def stop(self) -> None:
        """Seek nothing any more."""
        self._widget.workers.cancel_group(self._widget, "find")
        self._find = Find(self._stops)

    def leave_text(self) -> None:
        """Stop searching in a text that is left; the words stay sought."""
        self._widget.workers.cancel_group(self._widget, "find")
        self._find = Find(self._stops, words=self.words)

    def _go_on(self, find: Find) -> None:
        shown = find.stops.current
        find.go_on(_SLICE)
        if shown is None or find.done:
            self._show()

    async def _search(self, find: Find) -> None:
        """Search the rest of a long text between the keys."""
        while not find.done and find is self._find:
            await asyncio.sleep(0)
            self._go_on(find)

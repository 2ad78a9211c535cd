"""Finding words in an article, window by window, so that a long text holds up no key."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tui.search.passage import Mark
from tui.ui.drawing.find_in_text import find_all
from tui.ui.drawing.spans import first_from
from tui.ui.widgets.reader.stops import StopList


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

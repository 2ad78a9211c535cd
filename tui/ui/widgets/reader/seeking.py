"""What is being sought in an article: the words, the places found so far and the one that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tui.search.passage import Mark
from tui.ui.drawing.find_in_text import find_all
from tui.ui.drawing.spans import first_from


class Seeking:
    """A search through one text, window by window.

    The place that is shown is the first one at or after `origin`; where there is none, the first of all.
    """

    def __init__(self, text: str = "", words: str = "", origin: int = 0) -> None:
        self.words = words
        self.origin = origin
        self.places: list[Mark] = []
        """Everything found so far, ascending."""
        self.current: int | None = None
        """The place that is shown."""
        self.done = False
        """Whether the whole text was searched."""
        self._windows: Iterator[list[Mark]] = find_all(text, words)

    def go_on(self, seconds: float) -> None:
        """Search for about so long."""
        until = perf_counter() + seconds
        for places in self._windows:
            self.places += places
            self._choose()
            if perf_counter() > until:
                return
        self.done = True
        if self.current is None and self.places:
            self.current = 0

    def walk(self, steps: int) -> None:
        """Go to the next or the previous place, round the ends."""
        if self.places:
            self.current = ((self.current or 0) + steps) % len(self.places)

    @property
    def shown(self) -> Mark | None:
        """The place that is shown."""
        return None if self.current is None else self.places[self.current]

    def _choose(self) -> None:
        if self.current is None and self.places and self.places[-1][0] >= self.origin:
            self.current = first_from(self.places, self.origin)

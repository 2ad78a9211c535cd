"""A long text wrapped chunk by chunk, so that megabytes open at once.

A chunk is a few thousand characters, cut at a newline (inside a longer paragraph at a space). Rows of chunks that were
not wrapped yet are estimated from the first one; once a chunk is wrapped its rows are exact and never change. Whatever
lies before a row stays where it is when that row's own chunk is wrapped.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.ui.drawing.line_breaks import SOFT_ENDS, joins, line_starts
from tui.ui.drawing.text_structure import parts_items

_CHUNK = 4096
"""Characters that a chunk has at least; twice as many at most. A chunk of Chinese takes some 4 ms to wrap."""

_JOINED = 64
"""Characters that are kept together, at most, where a chunk has to be cut within a word."""


class Line(NamedTuple):
    """One wrapped line."""

    start: int
    """Its first character."""
    end: int
    """The one after the last that is shown."""
    after: int
    """Where the next line begins."""


class LazyWrap:
    """A text and its lines at one measure, in cells."""

    def __init__(self, text: str, measure: int) -> None:
        self.text = text
        self.measure = max(1, measure)
        self._bounds = _cut(text)
        chunks = len(self._bounds) - 1
        self._starts: list[array[int] | None] = [None] * chunks
        self._ready: dict[int, array[int]] = {}
        self._counts: list[int] = []
        if chunks:
            self._starts[0] = first = self._wrapped(0)
            self._counts = self._estimates(len(first))
        self._rows = list(accumulate(self._counts, initial=0))

    @property
    def height(self) -> int:
        """The number of rows; partly estimated until all is complete."""
        return self._rows[-1]

    @property
    def complete(self) -> bool:
        """Whether every row is exact."""
        return None not in self._starts

    def line(self, row: int) -> Line:
        """Return the line at `row`, from 0 to below `height`; wraps its chunk unless that was done."""
        chunk = self._chunk_at_row(row)
        while self._starts[chunk] is None:
            self._wrap(chunk)
            chunk = self._chunk_at_row(min(row, self.height - 1))
        starts = self._starts[chunk]
        assert starts is not None
        local = min(row, self.height - 1) - self._rows[chunk]
        after = starts[local + 1] if local + 1 < len(starts) else self._bounds[chunk + 1]
        start = starts[local]
        return Line(start, start + len(self.text[start:after].rstrip(SOFT_ENDS)), after)

    def row_of(self, offset: int) -> int:
        """Return the row that holds the character at `offset`; wraps its chunk unless that was done."""
        if not self._starts:
            return 0
        chunk = self._chunk_of(offset)
        self._wrap(chunk)
        return self._rows[chunk] + max(0, bisect_right(self._starts[chunk] or (), offset) - 1)

    def steady(self, offset: int, rows: int) -> None:
        """Make the rows around `offset` exact, at least `rows` of them before and after it."""
        if not self._starts:
            return
        here = self._chunk_of(offset)
        self._wrap(here)
        local = self.row_of(offset) - self._rows[here]
        found, chunk = self._counts[here] - local, here + 1
        while found < rows and chunk < len(self._counts):
            self._wrap(chunk)
            found, chunk = found + self._counts[chunk], chunk + 1
        found, chunk = local, here - 1
        while found < rows and chunk >= 0:
            self._wrap(chunk)
            found, chunk = found + self._counts[chunk], chunk - 1

    def prepare(self) -> Iterator[None]:
        """Wrap the rest in the background, a chunk at each step; no row changes before `adopt`."""
        for chunk in range(len(self._starts)):
            if self._starts[chunk] is None:
                self._ready[chunk] = self._wrapped(chunk)
                yield

    def adopt(self) -> None:
        """Use everything that was prepared."""
        for chunk, starts in self._ready.items():
            self._starts[chunk] = starts
            self._counts[chunk] = len(starts)
        self._ready.clear()
        self._rows = list(accumulate(self._counts, initial=0))

    def guessed_offset(self, row: float) -> int:
        """Estimate which character is at `row`, without wrapping anything; ascending with `row`."""
        if row >= self.height or not self._starts:
            return len(self.text)
        chunk = self._chunk_at_row(max(0, int(row)))
        share = max(0.0, row - self._rows[chunk]) / self._counts[chunk]
        first, last = self._bounds[chunk : chunk + 2]
        return first + int(share * (last - first))

    def _chunk_of(self, offset: int) -> int:
        return min(max(0, bisect_right(self._bounds, offset) - 1), len(self._starts) - 1)

    def _chunk_at_row(self, row: int) -> int:
        return min(bisect_right(self._rows, row) - 1, len(self._starts) - 1)

    def _wrapped(self, chunk: int) -> array[int]:
        first, end = self._bounds[chunk : chunk + 2]
        starts = line_starts(self.text, first, end, self.measure)
        return array("q", [start for start in starts if start == first or not parts_items(self.text, start)])

    def _wrap(self, chunk: int) -> None:
        if self._starts[chunk] is None:
            self._starts[chunk] = starts = self._ready.pop(chunk, None) or self._wrapped(chunk)
            self._counts[chunk] = len(starts)
            self._rows = list(accumulate(self._counts, initial=0))

    def _estimates(self, rows: int) -> list[int]:
        each = rows / self._bounds[1]
        sizes = (last - first for first, last in pairwise(self._bounds[1:]))
        return [rows, *(max(1, round(size * each)) for size in sizes)]


def _cut(text: str) -> list[int]:
    """Return the bounds of the chunks: 0 first, the length of the text last."""
    bounds = [0]
    while bounds[-1] < len(text):
        bounds.append(_next_bound(text, bounds[-1]))
    return bounds


def _next_bound(text: str, start: int) -> int:
    soonest, latest = start + _CHUNK, start + 2 * _CHUNK
    if latest >= len(text):
        return len(text)
    if (newline := text.find("\n", soonest, latest)) >= 0:
        return newline + 1
    if (space := text.rfind(" ", soonest, latest)) >= 0:
        return space + 1
    return next((bound for bound in range(latest, latest - _JOINED, -1) if not joins(text, bound)), latest)

"""Patience: regular expressions on lines of any length, so that a search can be left at any moment.

The interpreter cannot be interrupted within one call, and a saved page can be one line of megabytes; for `a.*b.*c` one
long paragraph can take half a minute. What is long for its pattern is looked through in windows that overlap; between
two of them it is asked whether anybody still waits. Where a match may need more of the line than a window shows, the
windows grow up to the line if what they took says that this cannot take long; where it might, that is told.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

from tui.search.language.expression import compiled, shape_of

WINDOW, OVERLAP = 8_192, 2_048
"""Characters that are looked through at once, and how far into the next window a match may reach that begins in one."""

_GROWTH = 2
"""How many times wider windows become where time allows."""

_LEAST = 32
"""The narrowest windows."""

_WHOLE = 0.25
"""Seconds that nobody can interrupt: as long as wider windows may take."""

Place = tuple[int, int]
"""The first character of a match and the one past its last."""


class BoundedRegex:
    """Looks for one regular expression in many lines, as far as `stop` allows."""

    def __init__(
        self,
        written: str,
        stop: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        window: int = 0,
        overlap: int = 0,
    ) -> None:
        """Take an expression that `compiled` takes; `clock` counts seconds, `window` and `overlap` are for tests."""
        self._pattern = compiled(written)
        self._shape = shape_of(written)
        self._stop, self._clock = stop, clock
        self._window, self.overlap = (window, overlap) if window else _sizes(self._shape.repeats)
        self.partly = 0
        """Lines that were looked through in windows alone, though a match may need more of them."""

    def holds(self, line: str) -> bool:
        """Say whether a line holds a match, as far as it was looked through until `stop` answered yes."""
        if len(line) <= self._window + self.overlap:
            return self._pattern.search(line) is not None
        return next(self.places(line), None) is not None

    def places(self, line: str) -> Iterator[Place]:
        """Yield the places of the matches in a line, as `finditer` does, until `stop` answers yes."""
        if len(line) <= self._window + self.overlap:
            return (found.span() for found in self._pattern.finditer(line))
        if self._shape.reach <= self.overlap:
            return self._in_windows(line, self._window, self.overlap)
        return self._farther(line)

    def _farther(self, line: str) -> Iterator[Place]:
        """Yield the places of matches that may need more of a line than a window shows.

        The windows grow as long as the time that they took says that wider ones cannot take long, at last to the line.
        """
        window, overlap = self._window, self.overlap
        while True:
            begun = self._clock()
            found = list(self._in_windows(line, window, overlap))
            if self._stop() or window + overlap >= len(line):
                break
            # Each part that repeats across words can take as many times longer as the windows are wider.
            if (self._clock() - begun) * _GROWTH ** (self._shape.repeats + 1) > _WHOLE:
                self.partly += 1
                break
            window, overlap = window * _GROWTH, overlap * _GROWTH
        yield from found

    def _in_windows(self, line: str, window: int, overlap: int) -> Iterator[Place]:
        """Yield the places of matches that need no more characters than windows overlap, and of some that do."""
        at = 0
        while at < len(line) and not self._stop():
            end = min(len(line), at + window + overlap)
            following = len(line) if end == len(line) else at + window
            while at < following and (found := self._next(line, at, end)) is not None and found.start() < following:
                yield found.span()
                at = found.end() + (found.end() == found.start())
            at = max(at, following)

    def _next(self, line: str, at: int, end: int) -> re.Match[str] | None:
        """Return the next match; one that ends where the window does is looked for anew in a wider one."""
        found = self._pattern.search(line, at, end)
        while found is not None and found.end() == end < len(line):
            end = min(len(line), 2 * end - at + 1)
            found = self._pattern.search(line, at, end)
        return found


def _sizes(repeats: int) -> tuple[int, int]:
    """Return window and overlap in which a search takes some hundredths of a second at worst.

    Every part that repeats across words can go to each place in the window for each place of the one before it.
    """
    if repeats < 2:
        return WINDOW, OVERLAP
    overlap = max(_LEAST, OVERLAP // 4 ** (repeats - 1))
    return overlap, overlap

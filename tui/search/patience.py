"""Patience: regular expressions on lines of any length, so that a search can be left at any moment.

The interpreter cannot be interrupted within one call, and a saved page can be one line of megabytes. A long line is
looked through in windows that overlap; between two of them it is asked whether anybody still waits. Where a match may
need more of the line than a window shows, the line is looked through as a whole too, if what the windows took says
that this cannot take long; where it might, that is known afterwards.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

from tui.search.language.expression import compiled, shape_of

WINDOW, OVERLAP = 8_192, 2_048
"""Characters that are looked through at once, and how far into the next window a match may reach that begins in one."""

_WHOLE = 0.25
"""Seconds that nobody can interrupt: as long as a line may take that is looked through as a whole."""

Place = tuple[int, int]
"""The first character of a match and the one past its last."""


class Seeker:
    """Looks for one regular expression in many lines, as far as `stop` allows."""

    def __init__(
        self,
        written: str,
        stop: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        window: int = WINDOW,
        overlap: int = OVERLAP,
    ) -> None:
        """Take an expression that `compiled` takes; `clock` counts seconds."""
        self._pattern = compiled(written)
        self._shape = shape_of(written)
        self._stop, self._clock = stop, clock
        self._window, self._overlap = window, overlap
        self.partly = 0
        """Lines that were looked through in windows alone, though a match may need more of them."""

    def holds(self, line: str) -> bool:
        """Say whether a line holds a match, as far as it was looked through until `stop` answered yes."""
        if len(line) <= self._window + self._overlap:
            return self._pattern.search(line) is not None
        return next(self.places(line), None) is not None

    def places(self, line: str) -> Iterator[Place]:
        """Yield the places of the matches in a line, as `finditer` does, until `stop` answers yes."""
        if len(line) <= self._window + self._overlap:
            return (found.span() for found in self._pattern.finditer(line))
        return self._in_windows(line) if self._shape.reach <= self._overlap else self._farther(line)

    def _farther(self, line: str) -> Iterator[Place]:
        """Yield the places of matches that may need more of a line than a window shows."""
        begun = self._clock()
        found = list(self._in_windows(line))
        if self._stop():
            yield from found
        elif self._at_most(self._clock() - begun, len(line)) <= _WHOLE:
            yield from (each.span() for each in self._pattern.finditer(line))
        else:
            self.partly += 1
            yield from found

    def _at_most(self, taken: float, length: int) -> float:
        """Return the seconds that a whole line may take whose windows took so long.

        From wherever a match may begin, a window shows at least as much as it overlaps the next one; each part that
        repeats without an end can take as many times longer as the line goes on beyond that.
        """
        return taken * (length / self._overlap) ** self._shape.repeats

    def _in_windows(self, line: str) -> Iterator[Place]:
        """Yield the places of matches that need no more characters than windows overlap, and of some that do."""
        at = 0
        while at < len(line) and not self._stop():
            end = min(len(line), at + self._window + self._overlap)
            following = len(line) if end == len(line) else at + self._window
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

"""Patience: regular expressions on lines of any length, so that a search can be left at any moment.

The interpreter cannot be interrupted within one call, and a saved page can be one line of megabytes. A long line is
looked through in windows that overlap; between two of them it is asked whether anybody still waits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

WINDOW, OVERLAP = 8_192, 2_048
"""Characters that are looked through at once, and how far into the next window a match may reach that begins in one."""

Place = tuple[int, int]
"""The first character of a match and the one past its last."""


def holds(pattern: re.Pattern[str], line: str, stop: Callable[[], bool]) -> bool:
    """Say whether a line holds a place of a pattern, as far as it was looked through until `stop` answered yes."""
    if len(line) <= WINDOW + OVERLAP:
        return pattern.search(line) is not None
    return next(places(pattern, line, stop), None) is not None


def places(
    pattern: re.Pattern[str], line: str, stop: Callable[[], bool], window: int = WINDOW, overlap: int = OVERLAP
) -> Iterator[Place]:
    """Yield the places of a pattern in a line, as `finditer` does, until `stop` answers yes.

    In a line that is longer than a window, a match that needs more than `overlap` characters may be passed over.
    """
    if len(line) <= window + overlap:
        yield from (found.span() for found in pattern.finditer(line))
        return
    at = 0
    while at < len(line) and not stop():
        end = min(len(line), at + window + overlap)
        following = len(line) if end == len(line) else at + window
        while at < following and (found := _whole(pattern, line, at, end)) is not None and found.start() < following:
            yield found.span()
            at = found.end() + (found.end() == found.start())
        at = max(at, following)


def _whole(pattern: re.Pattern[str], line: str, at: int, end: int) -> re.Match[str] | None:
    """Return the next match; one that ends where the window does is looked for anew in a wider one."""
    found = pattern.search(line, at, end)
    while found is not None and found.end() == end < len(line):
        end = min(len(line), 2 * end - at + 1)
        found = pattern.search(line, at, end)
    return found

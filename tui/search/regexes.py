"""Regular expressions: what can be said of one before a search, and searching in lines of any length without hanging.

Python cannot interrupt a search within one call, and a saved page can be one line of megabytes; for `a.*b.*c` one long
paragraph can take half a minute. A line that is long for its pattern is therefore searched in overlapping windows, with
a check between two windows whether anybody still waits. If a match may need more of the line than one window shows, the
windows grow as long as the time they took says that wider ones are cheap; otherwise the result says it is partial.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from tui.locale import _
from tui.search.passage import Mark

_MANY = 10
"""A part that may repeat more often counts as unbounded."""


class RegexShape(NamedTuple):
    """What is known about a regular expression without running it."""

    least: int
    """The fewest characters of a match."""
    reach: int
    """The most characters from its start that can decide whether and where a match ends; huge for `.*`."""
    repeats: int
    """How many of its parts repeat, effectively unbounded, across words and the spaces between them."""
    endless: bool
    """Whether one such part lies within another, so that a search can take exponential time."""


@lru_cache(64)
def compiled(written: str) -> re.Pattern[str]:
    """Compile a regular expression, ignoring capitals; raises `ValueError` with a sentence if it is faulty."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings about future Python versions
            return re.compile(written, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as found:
        raise ValueError(_("this regular expression cannot be read: {problem}").format(problem=found)) from None


@lru_cache(64)
def regex_shape(written: str) -> RegexShape:
    """Return the shape of a valid regular expression."""
    from re import _parser  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = _parser.parse(written, re.IGNORECASE)
    least, most = parsed.getwidth()
    steps = list(_steps(parsed, 0))
    ahead = sum(operand[1].getwidth()[1] for name, operand, _ in steps if name in ("ASSERT", "ASSERT_NOT"))
    repeats = [name for name, operand, _ in steps if _is_long(name, operand) and not _is_run(operand[2])]
    endless = any(depth for name, operand, depth in steps if _goes_back(name, operand))
    return RegexShape(least, most + ahead + 1, len(repeats), endless)


def _is_long(name: str, operand: Any) -> bool:  # noqa: ANN401
    return name.endswith("_REPEAT") and int(operand[1]) > _MANY


def _is_run(repeated: Any) -> bool:  # noqa: ANN401
    """Say whether what repeats is one character class, either within words or between them."""
    if len(repeated) != 1:
        return False
    name, operand = str(repeated[0][0]), repeated[0][1]
    members = operand if name == "IN" else [repeated[0]]
    return {_side(str(kind), value) for kind, value in members} in ({"word"}, {"space"})


def _side(kind: str, value: Any) -> str:  # noqa: ANN401
    """Say where a member of a character class can be: `word`, `space`, or `both`."""
    if kind == "CATEGORY":
        return {"CATEGORY_WORD": "word", "CATEGORY_DIGIT": "word", "CATEGORY_SPACE": "space"}.get(str(value), "both")
    if kind == "LITERAL":
        return "space" if chr(value).isspace() else "word"
    return "word" if kind == "RANGE" and value[0] > ord(" ") else "both"


def _goes_back(name: str, operand: Any) -> bool:  # noqa: ANN401
    return _is_long(name, operand) and name != "POSSESSIVE_REPEAT"


def _steps(parsed: Any, depth: int) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401
    """Yield name and operand of every step, and in how many long backtracking repetitions it is nested."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(parsed, tuple) and len(parsed) == 2 and isinstance(parsed[0], type(_parser.BRANCH)):
        name, operand = str(parsed[0]), parsed[1]
        yield name, operand, depth
        yield from _steps(operand, depth + _goes_back(name, operand))
    elif isinstance(parsed, (tuple, list, _parser.SubPattern)):
        for part in parsed:
            yield from _steps(part, depth)


WINDOW, OVERLAP = 8_192, 2_048
"""Characters that are searched at once, and how far a match may reach into the next window."""

_GROWTH = 2
"""How many times wider windows become if time allows."""

_LEAST = 32
"""The narrowest windows."""

_WHOLE = 0.25
"""Seconds that wider windows may take, which nobody can interrupt."""


class BoundedRegex:
    """Searches many lines for one regular expression until `stop` returns true."""

    def __init__(
        self,
        written: str,
        stop: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        window: int = 0,
        overlap: int = 0,
    ) -> None:
        """Take a valid expression; `clock` counts seconds, `window` and `overlap` are for tests."""
        self._pattern = compiled(written)
        self._shape = regex_shape(written)
        self._stop, self._clock = stop, clock
        self._window, self.overlap = (window, overlap) if window else _sizes(self._shape.repeats)
        self.partly = 0
        """Lines that were searched in windows only, though a match may need more of them."""

    def holds(self, line: str) -> bool:
        """Say whether a line holds a match, as far as it was searched until `stop` returned true."""
        if len(line) <= self._window + self.overlap:
            return self._pattern.search(line) is not None
        return next(self.places(line), None) is not None

    def places(self, line: str) -> Iterator[Mark]:
        """Yield the matches in a line, like `finditer`, until `stop` returns true."""
        if len(line) <= self._window + self.overlap:
            return (found.span() for found in self._pattern.finditer(line))
        if self._shape.reach <= self.overlap:
            return self._in_windows(line, self._window, self.overlap)
        return self._farther(line)

    def _farther(self, line: str) -> Iterator[Mark]:
        """Yield matches that may need more of a line than one window.

        The windows grow, up to the whole line, as long as the time they took says that wider ones are quick.
        """
        window, overlap = self._window, self.overlap
        while True:
            begun = self._clock()
            found = list(self._in_windows(line, window, overlap))
            if self._stop() or window + overlap >= len(line):
                break
            # Each part that repeats across words can multiply the time by the growth of the window.
            if (self._clock() - begun) * _GROWTH ** (self._shape.repeats + 1) > _WHOLE:
                self.partly += 1
                break
            window, overlap = window * _GROWTH, overlap * _GROWTH
        yield from found

    def _in_windows(self, line: str, window: int, overlap: int) -> Iterator[Mark]:
        """Yield matches that need no more characters than windows overlap, and some that do."""
        at = 0
        while at < len(line) and not self._stop():
            end = min(len(line), at + window + overlap)
            following = len(line) if end == len(line) else at + window
            while at < following and (found := self._next(line, at, end)) is not None and found.start() < following:
                yield found.span()
                at = found.end() + (found.end() == found.start())
            at = max(at, following)

    def _next(self, line: str, at: int, end: int) -> re.Match[str] | None:
        """Return the next match; one that ends with the window is searched for again in a wider one."""
        found = self._pattern.search(line, at, end)
        while found is not None and found.end() == end < len(line):
            end = min(len(line), 2 * end - at + 1)
            found = self._pattern.search(line, at, end)
        return found


def _sizes(repeats: int) -> tuple[int, int]:
    """Return a window and overlap in which a search takes some hundredths of a second at worst.

    Every part that repeats across words multiplies the work by the width of the window.
    """
    if repeats < 2:
        return WINDOW, OVERLAP
    overlap = max(_LEAST, OVERLAP // 4 ** (repeats - 1))
    return overlap, overlap

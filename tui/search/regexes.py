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

from tui.search.passage import Mark

_MANY = 10
"""What may repeat more often than this is taken for what repeats for ever."""


class RegexShape(NamedTuple):
    """What is known of a regular expression."""

    least: int
    """The fewest characters of a match."""
    reach: int
    """So many characters from where it begins decide at most whether and where a match ends; huge for `.*`."""
    repeats: int
    """How many of its parts repeat, without an end that is worth the name, across words and the spaces between them."""
    endless: bool
    """Whether one such part lies within another, so that a search can take exponential time."""


@lru_cache(64)
def compiled(written: str) -> re.Pattern[str]:
    """Compile a regular expression that ignores capitals; raises `ValueError` with a sentence where it is faulty."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # advice to those who write programs, for later versions of Python
            return re.compile(written, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as found:
        raise ValueError(f"this regular expression cannot be read: {found}") from None


@lru_cache(64)
def regex_shape(written: str) -> RegexShape:
    """Return the shape of a regular expression that `compiled` takes."""
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
    """Say whether what repeats is one sign, of those within words or of those between them: it ends with either."""
    if len(repeated) != 1:
        return False
    name, operand = str(repeated[0][0]), repeated[0][1]
    members = operand if name == "IN" else [repeated[0]]
    return {_side(str(kind), value) for kind, value in members} in ({"word"}, {"space"})


def _side(kind: str, value: Any) -> str:  # noqa: ANN401
    """Say where a member of a set of signs stands: `word`, `space`, or `both` if it can be either."""
    if kind == "CATEGORY":
        return {"CATEGORY_WORD": "word", "CATEGORY_DIGIT": "word", "CATEGORY_SPACE": "space"}.get(str(value), "both")
    if kind == "LITERAL":
        return "space" if chr(value).isspace() else "word"
    return "word" if kind == "RANGE" and value[0] > ord(" ") else "both"


def _goes_back(name: str, operand: Any) -> bool:  # noqa: ANN401
    return _is_long(name, operand) and name != "POSSESSIVE_REPEAT"


def _steps(parsed: Any, depth: int) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401
    """Yield name and operand of every step, and in how many long repetitions that can go back it lies."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(parsed, tuple) and len(parsed) == 2 and isinstance(parsed[0], type(_parser.BRANCH)):
        name, operand = str(parsed[0]), parsed[1]
        yield name, operand, depth
        yield from _steps(operand, depth + _goes_back(name, operand))
    elif isinstance(parsed, (tuple, list, _parser.SubPattern)):
        for part in parsed:
            yield from _steps(part, depth)


WINDOW, OVERLAP = 8_192, 2_048
"""Characters that are looked through at once, and how far into the next window a match may reach that begins in one."""

_GROWTH = 2
"""How many times wider windows become where time allows."""

_LEAST = 32
"""The narrowest windows."""

_WHOLE = 0.25
"""Seconds that nobody can interrupt: as long as wider windows may take."""


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
        self._shape = regex_shape(written)
        self._stop, self._clock = stop, clock
        self._window, self.overlap = (window, overlap) if window else _sizes(self._shape.repeats)
        self.partly = 0
        """Lines that were looked through in windows alone, though a match may need more of them."""

    def holds(self, line: str) -> bool:
        """Say whether a line holds a match, as far as it was looked through until `stop` answered yes."""
        if len(line) <= self._window + self.overlap:
            return self._pattern.search(line) is not None
        return next(self.places(line), None) is not None

    def places(self, line: str) -> Iterator[Mark]:
        """Yield the places of the matches in a line, as `finditer` does, until `stop` returns true."""
        if len(line) <= self._window + self.overlap:
            return (found.span() for found in self._pattern.finditer(line))
        if self._shape.reach <= self.overlap:
            return self._in_windows(line, self._window, self.overlap)
        return self._farther(line)

    def _farther(self, line: str) -> Iterator[Mark]:
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

    def _in_windows(self, line: str, window: int, overlap: int) -> Iterator[Mark]:
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
        """Return the next match; one that ends where the window does is looked for again in a wider one."""
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

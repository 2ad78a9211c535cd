"""Lines of a concordance: a match with the words to its left and right, its day and its outlet (KWIC)."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from tui.base.days import Span
from tui.search.analysis import TextWords, scanned
from tui.search.passage import Mark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """An article in whose text there are matches."""

    id: str
    text: str
    number: int = 0
    """Its number in the catalogue; 0 where nobody asks for it."""
    title: str = ""
    source: str = ""
    day: str = ""
    """When it was published, as ISO 8601 writes it; empty where it is not known."""
    published: Span | None = None
    """The days of that."""

    @property
    def first(self) -> date:
        """The first day of its publication; the last day of all time without one, so that it comes last."""
        return self.published.first if self.published is not None else date.max


class ContextLine(NamedTuple):
    """A match in its context."""

    document: Document
    start: int
    """The first character of the match in the text, counted from 0."""
    end: int
    """The character past its last one."""
    low: int
    """The first character of the context."""
    high: int
    """The character past its last one."""
    left_words: tuple[str, ...]
    """The folded words before the match, the nearest first."""
    right_words: tuple[str, ...]
    """The folded words behind it, the nearest first."""
    before: int
    """How many words of the text stand before the match: the nearest one on the left is the word before this place."""
    behind: int
    """The place among the words of the text of the nearest one on the right."""

    @property
    def left(self) -> str:
        """What stands before the match in its paragraph, as far as it is shown."""
        return self.document.text[self.low : self.start]

    @property
    def match(self) -> str:
        """What was found."""
        return self.document.text[self.start : self.end]

    @property
    def right(self) -> str:
        """What stands behind the match in its paragraph, as far as it is shown."""
        return self.document.text[self.end : self.high]

    @property
    def name(self) -> tuple[str, int]:
        """What tells the line from every other one of its query."""
        return self.document.id, self.start

    @property
    def placed_words(self) -> Iterator[tuple[int, str]]:
        """Yield the words beside the match, each with its place among the words of the text."""
        left = zip(range(self.before - 1, -1, -1), self.left_words, strict=False)
        return chain(left, enumerate(self.right_words, self.behind))


def lines_of(
    document: Document,
    marks: Sequence[Mark],
    width: int = 5,
    shown: int = 0,
    read: TextWords | None = None,
) -> list[ContextLine]:
    """Return a line for each mark of a text: `width` words on each side, or `shown` of them in its context if more.

    No line leaves its paragraph. `read` are the words of the text, where they are known. A word that a mark cuts is
    none of the words beside it.
    """
    if not marks:
        return []
    text = document.text
    _written, words, starts, ends = read if read is not None else scanned(text)
    breaks = _breaks(text)
    lines = []
    for start, end in marks:
        begin, stop = _paragraph(breaks, start, end, len(text))
        behind, before = bisect_left(starts, end), bisect_right(ends, start)
        first, last = bisect_left(starts, begin), bisect_right(ends, stop)
        low, high = max(first, before - max(width, shown)), min(last, behind + max(width, shown))
        lines.append(
            ContextLine(
                document,
                start,
                end,
                starts[low] if low < before else start,
                ends[high - 1] if high > behind else end,
                tuple(words[max(first, before - width) : before][::-1]),
                tuple(words[behind : min(last, behind + width)]),
                before,
                behind,
            )
        )
    return lines


def _breaks(text: str) -> list[int]:
    """Return where the empty lines of a text begin."""
    places, place = [], text.find("\n\n")
    while place >= 0:
        places.append(place)
        place = text.find("\n\n", place + 1)
    return places


def _paragraph(breaks: Sequence[int], start: int, end: int, length: int) -> Mark:
    """Return the first character of the paragraph of a match and the one past its last."""
    before, behind = bisect_right(breaks, start - 2), bisect_left(breaks, end)
    return breaks[before - 1] + 2 if before else 0, breaks[behind] if behind < len(breaks) else length


def sampled(lines: Sequence[T], most: int, seed: int = 1) -> list[T]:
    """Return at most `most` of some lines chosen at random, in the order in which they came; the same for a seed."""
    if len(lines) <= most:
        return list(lines)
    chosen = random.Random(seed).sample(range(len(lines)), most)  # noqa: S311 - a sample, no secret
    return [lines[place] for place in sorted(chosen)]


def documents_of(lines: Iterable[ContextLine]) -> dict[str, list[ContextLine]]:
    """Return the lines of each article, by its id, in the order in which they came."""
    found: dict[str, list[ContextLine]] = {}
    for line in lines:
        found.setdefault(line.document.id, []).append(line)
    return found

"""Lines of a concordance: a match with the words to its left and right, its day and its outlet (KWIC)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tui.base.folding import fold
from tui.search.analysis import tokens
from tui.search.passage import Mark

_REACH = 12
"""Characters of the context for each word that is kept of it: more than most words have."""


class ContextLine(NamedTuple):
    """A match in its context."""

    article: str
    """The id of its article."""
    day: str
    """When that was published, as ISO 8601 writes it; empty where it is not known."""
    first: date
    """The first day of that; the last day of all time without one, so that these come last."""
    source: str
    start: int
    """The first character of the match in the text of the article, counted from 0."""
    end: int
    left: str
    """What stands before it in its paragraph."""
    match: str
    right: str
    left_words: tuple[str, ...]
    """The folded words before it, the nearest first."""
    right_words: tuple[str, ...]
    """The folded words behind it, the nearest first."""
    places: tuple[int, ...]
    """Where these words begin in the text, in the order of both."""


def lines_of(
    text: str,
    marks: Sequence[Mark],
    *,
    article: str = "",
    day: str = "",
    first: date | None = None,
    source: str = "",
    width: int = 5,
) -> Iterator[ContextLine]:
    """Yield a line for each mark of a text, with `width` words on each side, and no more than its paragraph has."""
    for start, end in marks:
        begin, stop = text.rfind("\n\n", 0, start), text.find("\n\n", end)
        begin, stop = begin + 2 if begin >= 0 else 0, stop if stop >= 0 else len(text)
        reach = max(width, 1) * _REACH * 2
        low, high = max(begin, start - reach), min(stop, end + reach)
        left = [token for token in tokens(text[low:start]) if low == begin or token.start][-width:]
        right = list(tokens(text[end:high]))[:width]
        yield ContextLine(
            article,
            day,
            first or date.max,
            source,
            start,
            end,
            text[low + left[0].start : start] if left else "",
            text[start:end],
            text[end : end + right[-1].end] if right else "",
            tuple(token.word for token in reversed(left)),
            tuple(token.word for token in right),
            (*(low + token.start for token in reversed(left)), *(end + token.start for token in right)),
        )


_Order = Callable[[ContextLine], tuple[object, ...]]

ORDERS: dict[str, _Order] = {
    "day": lambda line: (line.first, line.article, line.start),
    "source": lambda line: (fold(line.source), line.first, line.article, line.start),
    "right": lambda line: (line.right_words[:3], fold(line.match), line.first, line.article, line.start),
    "left": lambda line: (line.left_words[:3], fold(line.match), line.first, line.article, line.start),
}
"""What lines can be sorted by; words by the three nearest ones, the nearest first."""


def sorted_lines(lines: Sequence[ContextLine], order: str) -> list[ContextLine]:
    """Return lines in an order of `ORDERS`."""
    return sorted(lines, key=ORDERS[order])


def sampled(lines: Sequence[ContextLine], most: int, seed: int = 1) -> list[ContextLine]:
    """Return at most `most` lines chosen at random, in the order in which they came; the same for the same seed."""
    if len(lines) <= most:
        return list(lines)
    chosen = random.Random(seed).sample(range(len(lines)), most)  # noqa: S311 - a sample, no secret
    return [lines[place] for place in sorted(chosen)]

"""Sentences with the dates that they name: what a chronology is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.base.sentences import sentences
from tui.dates.values import Timex


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and the dates in it."""

    start: int
    """Its first character in the text."""
    end: int
    """The character after its last."""
    text: str
    timexes: tuple[Timex, ...]
    """In their order; offsets are those of the whole text."""


def statements(text: str, timexes: Sequence[Timex], *, dated_only: bool = True) -> tuple[Statement, ...]:
    """Split a text into sentences and give each its dates; with `dated_only`, leave out those without any.

    `timexes` are the text's own, ascending, as `find_dates` gives them; none is torn apart by a sentence's end.
    """
    found: list[Statement] = []
    place = 0
    for start, end in sentences(text, [(timex.start, timex.end) for timex in timexes]):
        own: list[Timex] = []
        while place < len(timexes) and timexes[place].start < end:
            own.append(timexes[place])
            place += 1
        if own or not dated_only:
            found.append(Statement(start, end, text[start:end], tuple(own)))
    return tuple(found)

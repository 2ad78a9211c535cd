"""Which words differ between sentences that answer each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from tui.search.analysis import WordToken


class Edit(NamedTuple):
    """Words of one text in place of words of the other one; either may be none, where start and end are the same."""

    start: int
    """The first character in the first text."""
    end: int
    other_start: int
    """The first character in the other text."""
    other_end: int


def changes(ones: Sequence[WordToken], others: Sequence[WordToken]) -> tuple[Edit, ...]:
    """Return what differs between two runs of words, neither of them empty; fewest words changed (Levenshtein)."""
    steps = Levenshtein.opcodes([token.word for token in ones], [token.word for token in others])
    held: list[tuple[int, int, int, int]] = []
    for step in steps:
        if step.tag == "equal":
            continue
        here = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        if held and held[-1][1] == here[0] and held[-1][3] == here[2]:
            here = (held[-1][0], here[1], held[-1][2], here[3])
            held.pop()
        held.append(here)
    return tuple(Edit(*_span(ones, a, b), *_span(others, c, d)) for a, b, c, d in held)


def _span(words: Sequence[WordToken], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first].start if first < len(words) else words[-1].end
    return place, place

"""Evidence without repeats: what several outlets print in nearly the same words is one thing to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from tui.base.folding import essence
from tui.proof.values import Evidence

_SAME = 85.0
"""Per cent of similarity from which on two sentences are one, printed twice."""


def without_repeats(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence in its order, each sentence once and with the other articles that have it too.

    Two sentences that speak for different verdicts, or have another figure there, are both kept.
    """
    kept: list[tuple[str, Evidence]] = []
    for each in evidence:
        wording = essence(each.sentence)
        for place, (other, first) in enumerate(kept):
            alike = (first.verdict, essence(first.text)) == (each.verdict, essence(each.text))
            if alike and first.number != each.number and ratio(wording, other) >= _SAME:
                kept[place] = other, replace(first, also=(*first.also, each))
                break
        else:
            kept.append((wording, each))
    return tuple(each for _, each in kept)

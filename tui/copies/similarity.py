"""How alike two texts are: at a glance by their sketches, and exactly by their rows of words.

A periodical notice is no copy of the last one, however alike they are. What appeared on different days may have a
figure or two replaced where it is long, such as a time and a count of comments, and none if it is short; what
appeared weeks apart must be long, with every figure in its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.copies.fingerprint import LONG_WORDS, Fingerprint, Ordinals, Sketch

COPY = 0.8
"""From this similarity on two texts are copies of one."""

NEAR_DAYS = 6
"""Outlets carry a story of an agency within as many days; what comes once a week is no copy of the week before."""

_FIGURES_REPLACED = 2
"""Figures that a long text may have in the place of others: of a clock, a calendar or a count of comments."""

_GLANCE = 13 / 24
"""The part of two sketches that copies have in common; of texts that are just copies, one pair in 1,000 has less."""


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """Return the part of all rows of words in either text that both have (Jaccard's index), from 0 to 1."""
    if one.whole == other.whole:
        return 1.0
    if not one.rows or not other.rows:
        return 0.0
    both = len(one.rows & other.rows)
    return both / (len(one.rows) + len(other.rows) - both)


def copied(one: Fingerprint, other: Fingerprint) -> float:
    """Return how alike two articles are where they are copies of one text, else 0."""
    alike = similarity(one, other)
    return alike if alike >= COPY and _of_one_story(one, other) else 0.0


def in_common(one: Sketch, others: Mapping[int, Sketch]) -> dict[int, int]:
    """Return for each text that may be a copy of `one` how many numbers their sketches have in common."""
    least, found = frozenset(one.least), {}
    for number, other in others.items():
        if one.whole == other.whole:
            found[number] = max(1, len(least))
        elif COPY * one.size <= other.size and COPY * other.size <= one.size:
            both = len(least.intersection(other.least))
            if both >= _GLANCE * max(len(least), len(other.least)):
                found[number] = both
    return found


def _of_one_story(one: Fingerprint, other: Fingerprint) -> bool:
    """Say whether days and figures let two texts that are nearly equal tell of the same."""
    apart = _days_apart(one.days, other.days)
    if apart == 0:
        return True
    long = min(one.words, other.words) >= LONG_WORDS
    if apart is not None and apart > NEAR_DAYS:
        return long and one.figures == other.figures
    if apart is not None and not long and _replaced(one.title_figures, other.title_figures):
        return False
    return _replaced(one.figures, other.figures) <= (_FIGURES_REPLACED if long else 0)


def _replaced(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many figures have others in their place; what only one text has beyond that is none."""
    here, there = set(one), set(other)
    return min(len(here - there), len(there - here))


def _days_apart(one: Ordinals, other: Ordinals) -> int | None:
    """Return the days from one time to another, 0 if they overlap; None if either is unknown."""
    if not one[0] or not other[0]:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])

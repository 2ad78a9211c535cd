"""How similar two texts are: estimated by their sketches, and exactly by their word triples.

A periodical notice is not a copy of the last one, however similar, nor a table of the same day with other figures. Long
texts of different days may differ in a figure or two, such as a time and a count of comments; short ones in none. Texts
that appeared weeks apart must be long, with every figure the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.copies.fingerprint import LONG_WORDS, Fingerprint, Ordinals, Sketch

COPY = 0.8
"""From this similarity on two texts are copies."""

NEAR_DAYS = 6
"""Outlets carry an agency's story within this many days; a weekly text is not a copy of last week's."""

_FIGURES_REPLACED = 2
"""How many figures of a long text may be replaced: those of a clock, a calendar or a count of comments."""

_TABLE = 1 / 5
"""From this share of figures among its words on a text is a table."""

_GLANCE = 13 / 24
"""The part of their sketches that copies share; of pairs that are barely copies, one in 1,000 shares less."""


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """Return the share of all word triples that both texts have (Jaccard index), from 0 to 1."""
    if one.whole == other.whole:
        return 1.0
    if not one.rows or not other.rows:
        return 0.0
    both = len(one.rows & other.rows)
    return both / (len(one.rows) + len(other.rows) - both)


def copied(one: Fingerprint, other: Fingerprint) -> float:
    """Return the similarity of two articles if they are copies of one text, else 0."""
    alike = similarity(one, other)
    return alike if alike >= COPY and _of_one_story(one, other) else 0.0


def in_common(one: Sketch, others: Mapping[int, Sketch]) -> dict[int, int]:
    """Return, for each text that may be a copy of `one`, how many numbers their sketches share."""
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
    """Say whether two nearly equal texts can be one story, by their days and figures."""
    apart = _days_apart(one.days, other.days)
    if apart == 0:
        return not (_is_table(one) and _is_table(other)) or _replaced(one.figures, other.figures) <= _FIGURES_REPLACED
    long = min(one.words, other.words) >= LONG_WORDS
    if apart is not None and apart > NEAR_DAYS:
        return long and one.figures == other.figures
    if apart is not None and not long and _replaced(one.title_figures, other.title_figures):
        return False
    return _replaced(one.figures, other.figures) <= (_FIGURES_REPLACED if long else 0)


def _is_table(one: Fingerprint) -> bool:
    """Return whether figures make up much of a text, as in the prices of an hour: other figures are another table."""
    return len(one.figures) >= _TABLE * one.words


def _replaced(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many figures were replaced; figures that were only added or only removed do not count."""
    here, there = set(one), set(other)
    return min(len(here - there), len(there - here))


def _days_apart(one: Ordinals, other: Ordinals) -> int | None:
    """Return the days between two dates, 0 if they overlap; None if either is unknown."""
    if not one[0] or not other[0]:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])

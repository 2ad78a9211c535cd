"""Ranking: BM25F in its simple form, in which a word of the title counts as several of the text.

After Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004): the weighted
frequencies of all fields are added before they saturate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

TITLE_WEIGHT = 3.0
"""How many words of the text one word of the title counts for; chosen on Cranfield by
`tests/benchmarks/bench_search.py`."""

K1 = 2.0
"""How slowly the frequency saturates; chosen with the title's weight."""

B = 0.7
"""How much the length of an article counts, from 0 to 1; chosen with the title's weight."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the score of an article depends on in the collection."""

    count: int
    """All articles, including deleted ones that are still in the index, as in all counts of this module."""
    average: float
    """The average number of words in title and text; at least 1."""

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Ranking:
        """Make the ranking from the lengths of all articles."""
        return cls(len(lengths), max(1.0, sum(lengths) / len(lengths)) if len(lengths) else 1.0)

    def rarity(self, found: int) -> float:
        """Return the weight of a term that `found` articles hold: never below 0."""
        return log(1.0 + (self.count - found + 0.5) / (found + 0.5))

    def factors(self, found: int) -> tuple[float, float, float]:
        """Return the numbers a, b and c of the score a * f / (f + (b + c * length)) of a term with frequency f.

        `found` is how many articles hold the term.
        """
        return self.rarity(found) * (K1 + 1.0), K1 * (1.0 - B), K1 * B / self.average

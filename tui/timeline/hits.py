"""Hits: what the timeline can ask of the articles that a query found, whatever they are kept in.

Hits never change: every method returns new ones. `published_dates` has hits in plain arrays, `numpy_hits` in numpy
arrays; both give the same numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Set
from typing import Protocol

from tui.base.days import Span
from tui.timeline.tally import Tally

Ranks = Callable[[str], Mapping[int, int]]
"""Gives a sort key for each article, by `source` or by `length`."""


class Hits(Protocol):
    """Some articles of a dossier, each once, in some order."""

    @property
    def numbers(self) -> array[int]:
        """Their numbers in the catalogue, in order."""

    @property
    def scores(self) -> array[float]:
        """The score of each, parallel to `numbers`."""

    def __len__(self) -> int: ...

    def ranked(self) -> bool:
        """Say whether any of them has a score."""

    def tally(self) -> Tally:
        """Count them by day."""

    def within(self, span: Span) -> Hits:
        """Return those whose date may lie in `span`, both ends included; never undated ones."""

    def among(self, numbers: Set[int]) -> Hits:
        """Return those that are among `numbers`, in the same order."""

    def ordered(self, order: str, ranks: Ranks) -> Hits:
        """Return them sorted by `date`, `relevance`, `source` or `length`; a minus sign reverses the order.

        Ties are sorted by date, undated ones last, and then by number.
        """

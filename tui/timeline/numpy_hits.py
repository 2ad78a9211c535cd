"""Hits in numpy arrays, for dossiers of many thousand articles.

Hits are kept as indexes into the columns of a dossier. Nothing here loops over articles in Python: an order by date is
taken from the order of the whole dossier, which is computed once.
"""

from __future__ import annotations

from array import array
from collections.abc import Set
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.base.days import Span
from tui.base.sorting import order_of
from tui.timeline.hits import Ranks
from tui.timeline.tally import Tally

Indexes = NDArray[np.intp]

_WIDEST = 1 << 18
"""The widest range of days that is counted in an array with an element for each day: seven hundred years."""
_SHIFT = 22
"""Bits that can hold any ordinal of a day."""
_SPARSE = 8
"""Used numbers per article, on average, up to which an array with an element for each number pays."""


class NumpyDates:
    """The columns of a dossier as numpy arrays."""

    def __init__(self, numbers: array[int], firsts: array[int], lasts: array[int]) -> None:
        """Take the columns of `PublishedDates`."""
        self.numbers, self.firsts, self.lasts = (
            np.array(column, dtype=np.int64) for column in (numbers, firsts, lasts)
        )
        self._ranks: dict[str, NDArray[np.int64]] = {}

    def hits(self, numbers: array[int], scores: array[float]) -> NumpyHits:
        """Return hits without those that the dossier does not hold."""
        asked = np.frombuffer(numbers, dtype=np.int64) if numbers else np.zeros(0, dtype=np.int64)
        given = np.frombuffer(scores, dtype=np.float64) if scores else np.zeros(0)
        places, known = self._places(asked)
        return NumpyHits(self, places, given) if bool(known.all()) else NumpyHits(self, places[known], given[known])

    @cached_property
    def by_date(self) -> Indexes:
        """The indexes of all articles, the earliest first, the undated last."""
        return np.lexsort((self.firsts, self.firsts == 0))

    def numbers_by_date(self) -> array[int]:
        """Return the numbers of all articles, the earliest first, the undated last."""
        return array("q", self.numbers[self.by_date].tobytes())

    @cached_property
    def by_date_backwards(self) -> Indexes:
        """The indexes of all articles, the latest first, the undated last."""
        return np.lexsort((-self.firsts, self.firsts == 0))

    def ranks(self, key: str, ranks: Ranks) -> NDArray[np.int64]:
        """Return the rank of each index by `source` or by `length`."""
        known = self._ranks.get(key)
        if known is None:
            table = ranks(key)
            known = np.fromiter((table.get(number, 0) for number in self.numbers.tolist()), np.int64, len(self.numbers))
            self._ranks[key] = known
        return known

    @cached_property
    def _table(self) -> Indexes | None:
        """The index of each number, -1 if there is none; None if the numbers are too sparse for such an array."""
        most = int(self.numbers[-1]) + 1 if len(self.numbers) else 0
        if most > _SPARSE * len(self.numbers):
            return None
        table = np.full(most, -1, dtype=np.intp)
        table[self.numbers] = np.arange(len(self.numbers))
        return table

    def _places(self, asked: NDArray[np.int64]) -> tuple[Indexes, NDArray[np.bool_]]:
        """Return the indexes of numbers, and which of them exist; the indexes of the others mean nothing."""
        if not len(self.numbers):
            return np.zeros(len(asked), dtype=np.intp), np.zeros(len(asked), dtype=np.bool_)
        table = self._table
        if table is None:
            places = np.minimum(np.searchsorted(self.numbers, asked), len(self.numbers) - 1)
            return places, self.numbers[places] == asked
        inside = (asked >= 0) & (asked < len(table))
        places = table[np.where(inside, asked, 0)]
        return places, inside & (places >= 0)


class NumpyHits:
    """Hits as indexes into the columns of a dossier."""

    def __init__(self, dates: NumpyDates, places: Indexes, scores: NDArray[np.float64]) -> None:
        self._dates = dates
        self._places = places
        self._scores = scores

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def numbers(self) -> array[int]:
        """Their numbers in the catalogue, in order."""
        return array("q", self._dates.numbers[self._places].tobytes())

    @cached_property
    def scores(self) -> array[float]:
        """The score of each, parallel to `numbers`."""
        return array("d", self._scores.tobytes())

    def ranked(self) -> bool:
        """Say whether any of them has a score."""
        return bool(self._scores.any())

    def tally(self) -> Tally:
        """Count them by day."""
        firsts, lasts = self._dates.firsts[self._places], self._dates.lasts[self._places]
        dated = firsts != 0
        exact = firsts == lasts
        coarse = ~exact & dated
        pairs, counts = np.unique(firsts[coarse] << _SHIFT | lasts[coarse], return_counts=True)
        triples = zip((pairs >> _SHIFT).tolist(), (pairs & (1 << _SHIFT) - 1).tolist(), counts.tolist(), strict=True)
        return Tally(_counted(firsts[exact & dated]), tuple(triples), len(self) - int(dated.sum()))

    def within(self, span: Span) -> NumpyHits:
        """Return those whose date may lie in `span`."""
        firsts, lasts = self._dates.firsts[self._places], self._dates.lasts[self._places]
        kept = (firsts != 0) & (firsts <= span.last.toordinal()) & (lasts >= span.first.toordinal())
        return NumpyHits(self._dates, self._places[kept], self._scores[kept])

    def among(self, numbers: Set[int]) -> NumpyHits:
        """Return those that are among some numbers."""
        asked = np.fromiter(numbers, dtype=np.int64, count=len(numbers))
        kept = np.isin(self._dates.numbers[self._places], asked)
        return NumpyHits(self._dates, self._places[kept], self._scores[kept])

    def ordered(self, order: str, ranks: Ranks) -> NumpyHits:
        """Return them sorted; see `Hits.ordered`."""
        key, backwards = order.removeprefix("-"), order.startswith("-")
        hits = self._by_date(backwards and key == "date")
        if key == "date":
            return hits
        rising = hits._scores if key == "relevance" else self._dates.ranks(key, ranks)[hits._places]
        falling = backwards != (key == "relevance")
        turned = order_of(-rising if falling else rising)
        return NumpyHits(self._dates, hits._places[turned], hits._scores[turned])

    def _by_date(self, backwards: bool) -> NumpyHits:
        """Return them by date, taken from the order of all articles."""
        everything = self._dates.by_date_backwards if backwards else self._dates.by_date
        there = np.zeros(len(everything), dtype=np.bool_)
        there[self._places] = True
        scores = np.zeros(len(everything))
        scores[self._places] = self._scores
        places = everything[there[everything]]
        return NumpyHits(self._dates, places, scores[places])


def _counted(days: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    """Return each day with its count, ascending."""
    if not len(days):
        return ()
    low, high = int(days.min()), int(days.max())
    if high - low < _WIDEST:
        row = np.bincount(days - low)
        there = np.flatnonzero(row)
        return tuple(zip((there + low).tolist(), row[there].tolist(), strict=True))
    found, counts = np.unique(days, return_counts=True)
    return tuple(zip(found.tolist(), counts.tolist(), strict=True))

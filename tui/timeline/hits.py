"""Hits: the articles that a query found, with what their dates say of them; small dossiers do it without numpy.

Hits never change: every method returns others. `wide_hits` does the same in arrays of numpy, number for number.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Set
from typing import TYPE_CHECKING, Protocol

from tui.base.days import Span
from tui.timeline.tally import Tally

if TYPE_CHECKING:
    from tui.timeline.published_dates import PublishedDates

Ranks = Callable[[str], Mapping[int, int]]
"""Gives for `source` or `length` a number for each article by which they can be sorted."""


class Hits(Protocol):
    """Some articles of a dossier, each once, in an order."""

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
        """Return those whose date may lie in `span`, both ends included; undated ones never do."""

    def among(self, numbers: Set[int]) -> Hits:
        """Return those that are among some numbers, in the order in which they are."""

    def ordered(self, order: str, ranks: Ranks) -> Hits:
        """Return them sorted by `date`, `relevance`, `source` or `length`, backwards after a minus sign.

        Where two are equal, the earlier comes first, the undated last, and then the one with the smaller number.
        """


class ArrayHits:
    """Hits in arrays that are walked one by one."""

    def __init__(self, dates: PublishedDates, numbers: array[int], scores: array[float]) -> None:
        """Take hits, all of them known to `dates`."""
        self._dates = dates
        self.numbers = numbers
        self.scores = scores

    def __len__(self) -> int:
        return len(self.numbers)

    def ranked(self) -> bool:
        """Say whether any of them has a score."""
        return any(self.scores)

    def tally(self) -> Tally:
        """Count them by day."""
        return Tally.of(map(self._dates.interval, self.numbers))

    def within(self, span: Span) -> ArrayHits:
        """Return those whose date may lie in `span`."""
        pairs = zip(self.numbers, self.scores, strict=True)
        return self._of([pair for pair in pairs if self._dates.in_span(pair[0], span)])

    def among(self, numbers: Set[int]) -> ArrayHits:
        """Return those that are among some numbers."""
        return self._of([pair for pair in zip(self.numbers, self.scores, strict=True) if pair[0] in numbers])

    def ordered(self, order: str, ranks: Ranks) -> ArrayHits:
        """Return them sorted; see `Hits.ordered`."""
        key, backwards = order.removeprefix("-"), order.startswith("-")

        def by_date(hit: tuple[int, float]) -> tuple[bool, int, int]:
            first, _ = self._dates.interval(hit[0])
            return first == 0, -first if backwards and key == "date" else first, hit[0]

        hits = sorted(zip(self.numbers, self.scores, strict=True), key=by_date)
        if key == "relevance":
            hits.sort(key=lambda hit: hit[1], reverse=not backwards)
        elif key != "date":
            places = ranks(key)
            hits.sort(key=lambda hit: places.get(hit[0], 0), reverse=backwards)
        return self._of(hits)

    def _of(self, hits: list[tuple[int, float]]) -> ArrayHits:
        return ArrayHits(
            self._dates, array("q", [number for number, _ in hits]), array("d", [score for _, score in hits])
        )


class AllHits:
    """All articles of a dossier, by date, without a score."""

    def __init__(self, dates: PublishedDates) -> None:
        self._dates = dates
        self.numbers = dates.by_date
        self.scores = array("d", bytes(8 * len(dates)))

    def __len__(self) -> int:
        return len(self.numbers)

    def ranked(self) -> bool:
        """Say that none of them has a score."""
        return False

    def tally(self) -> Tally:
        """Count them by day: this was done once for all."""
        return self._dates.whole

    def within(self, span: Span) -> Hits:
        """Return those whose date may lie in `span`."""
        return self._dates.hits(self.numbers, self.scores).within(span)

    def among(self, numbers: Set[int]) -> Hits:
        """Return those that are among some numbers."""
        return self._dates.hits(self.numbers, self.scores).among(numbers)

    def ordered(self, order: str, ranks: Ranks) -> Hits:
        """Return them sorted; see `Hits.ordered`."""
        return self if order == "date" else self._dates.hits(self.numbers, self.scores).ordered(order, ranks)

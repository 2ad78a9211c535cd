"""The publication dates of a dossier and the hits that are sorted, counted and selected by them.

The dates are columns in memory, so that a span is answered without touching the disk.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from tui.base.days import Span
from tui.timeline.hits import Hits, Ranks
from tui.timeline.tally import Tally

if TYPE_CHECKING:
    from tui.timeline.numpy_hits import NumpyDates

_NEVER = 1 << 30
"""Sorts after every day."""


class PublishedDates:
    """The publication dates of all articles of a dossier; immutable."""

    def __init__(self, numbers: array[int], firsts: array[int], lasts: array[int], wide: bool = False) -> None:
        """Take parallel columns of type `q`: article numbers, ascending; ordinals of first and last day, 0 for none.

        With `wide`, numpy answers once anything but the whole dossier is asked for.
        """
        self.numbers = numbers
        self._firsts = firsts
        self._lasts = lasts
        self._is_wide = wide

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def whole(self) -> Tally:
        """All articles by day."""
        if self._is_wide and "numpy" in sys.modules:
            return self._wide.hits(self.numbers, array("d", bytes(8 * len(self)))).tally()
        return Tally.of(zip(self._firsts, self._lasts, strict=True))

    @cached_property
    def extent(self) -> Span | None:
        """The span from the first to the last dated day, or None if nothing is dated."""
        return self.whole.extent

    @cached_property
    def by_date(self) -> array[int]:
        """The numbers of all articles: the earliest first, the undated last, ties by number."""
        if self._is_wide and "numpy" in sys.modules:
            return self._wide.numbers_by_date()
        firsts = self._firsts
        places = sorted(range(len(firsts)), key=lambda place: firsts[place] or _NEVER)
        return array("q", [self.numbers[place] for place in places])

    @cached_property
    def _place(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.numbers)}

    @cached_property
    def _wide(self) -> NumpyDates:
        from tui.timeline.numpy_hits import NumpyDates

        return NumpyDates(self.numbers, self._firsts, self._lasts)

    def interval(self, number: int) -> tuple[int, int]:
        """Return the ordinals of the first and the last day of an article; (0, 0) if it is undated or unknown."""
        place = self._place.get(number)
        return (0, 0) if place is None else (self._firsts[place], self._lasts[place])

    def known(self, number: int) -> bool:
        """Say whether the dossier holds an article of this number."""
        return number in self._place

    def intervals(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Return the interval of each article, in the order asked."""
        return map(self.interval, numbers)

    def in_span(self, number: int, span: Span) -> bool:
        """Say whether the article's date may lie in `span`, both ends included; an undated one never does."""
        first, last = self.interval(number)
        return first != 0 and first <= span.last.toordinal() and span.first.toordinal() <= last

    def grown(self, numbers: array[int], firsts: array[int], lasts: array[int], wide: bool) -> PublishedDates:
        """Return these dates and those of further articles, whose numbers are all higher."""
        return PublishedDates(self.numbers + numbers, self._firsts + firsts, self._lasts + lasts, wide)

    def hits(self, numbers: array[int], scores: array[float]) -> Hits:
        """Return hits for the articles found, without those that the dossier does not hold."""
        if self._is_wide:
            return self._wide.hits(numbers, scores)
        if all(map(self._place.__contains__, numbers)):
            return ArrayHits(self, numbers, scores)
        kept = [pair for pair in zip(numbers, scores, strict=True) if pair[0] in self._place]
        return ArrayHits(self, array("q", [pair[0] for pair in kept]), array("d", [pair[1] for pair in kept]))

    def everything(self) -> Hits:
        """Return all articles, by date, without loading numpy."""
        return AllHits(self)

    def packed(self) -> list[array[int]]:
        """Return the columns and what is computed from them once, as arrays for `unpacked`."""
        return [
            *(self.numbers, self._firsts, self._lasts, self.by_date),
            array("q", chain.from_iterable(self.whole.days)),
            array("q", chain.from_iterable(self.whole.coarse)),
            array("q", [self.whole.undated]),
        ]

    @classmethod
    def unpacked(cls, arrays: Sequence[array[int]], wide: bool = False) -> PublishedDates:
        """Return the dates that were packed; raises `ValueError` if the arrays do not fit together."""
        numbers, firsts, lasts, by_date, days, coarse, (undated,) = arrays
        counted = sum(days[1::2]) + sum(coarse[2::3]) + undated
        if not len(numbers) == len(firsts) == len(lasts) == len(by_date) == counted:
            raise ValueError("columns of different lengths")
        dates = cls(numbers, firsts, lasts, wide)
        dates.__dict__["by_date"] = by_date
        dates.__dict__["whole"] = Tally(
            tuple(zip(days[::2], days[1::2], strict=True)),
            tuple(zip(coarse[::3], coarse[1::3], coarse[2::3], strict=True)),
            undated,
        )
        return dates


class ArrayHits:
    """Hits in plain arrays, for small dossiers; numpy is not loaded."""

    def __init__(self, dates: PublishedDates, numbers: array[int], scores: array[float]) -> None:
        """Take hits that `dates` holds, all of them."""
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
        """Return those that are among `numbers`."""
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
        """Return false: none of them has a score."""
        return False

    def tally(self) -> Tally:
        """Return the counts by day, which are made once."""
        return self._dates.whole

    def within(self, span: Span) -> Hits:
        """Return those whose date may lie in `span`."""
        return self._dates.hits(self.numbers, self.scores).within(span)

    def among(self, numbers: Set[int]) -> Hits:
        """Return those that are among `numbers`."""
        return self._dates.hits(self.numbers, self.scores).among(numbers)

    def ordered(self, order: str, ranks: Ranks) -> Hits:
        """Return them sorted; see `Hits.ordered`."""
        return self if order == "date" else self._dates.hits(self.numbers, self.scores).ordered(order, ranks)

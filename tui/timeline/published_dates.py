"""Which article falls on which days: columns held in memory, so that a span is answered without touching a disk."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from tui.base.days import Span
from tui.timeline.hits import AllHits, ArrayHits, Hits
from tui.timeline.tally import Tally

if TYPE_CHECKING:
    from tui.timeline.numpy_hits import NumpyDates

_NEVER = 1 << 30
"""Sorts after every day."""


class PublishedDates:
    """The dates of all articles of a dossier on one clock; never changed once made."""

    def __init__(self, numbers: array[int], firsts: array[int], lasts: array[int], wide: bool = False) -> None:
        """Take parallel columns of type `q`: article numbers, ascending; ordinals of first and last day, 0 for none.

        `wide` answers with numpy, once anything but the whole dossier is asked for.
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
        """The span from the first to the last dated day, or None where nothing is dated."""
        return self.whole.extent

    @cached_property
    def by_date(self) -> array[int]:
        """The numbers of all articles: the earliest first, the undated last, equals by their number."""
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
        """Return the ordinals of the first and the last day of an article; (0, 0) where it is undated or unknown."""
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
        """Return these dates and those of further articles, whose numbers are all above the present ones."""
        return PublishedDates(self.numbers + numbers, self._firsts + firsts, self._lasts + lasts, wide)

    def hits(self, numbers: array[int], scores: array[float]) -> Hits:
        """Return articles that were found, without those that the dossier does not hold."""
        if self._is_wide:
            return self._wide.hits(numbers, scores)
        if all(map(self._place.__contains__, numbers)):
            return ArrayHits(self, numbers, scores)
        kept = [pair for pair in zip(numbers, scores, strict=True) if pair[0] in self._place]
        return ArrayHits(self, array("q", [pair[0] for pair in kept]), array("d", [pair[1] for pair in kept]))

    def everything(self) -> Hits:
        """Return all articles, by date; numpy is not loaded for them."""
        return AllHits(self)

    def packed(self) -> list[array[int]]:
        """Return the columns with what is made of them once, as arrays that `unpacked` takes."""
        return [
            *(self.numbers, self._firsts, self._lasts, self.by_date),
            array("q", chain.from_iterable(self.whole.days)),
            array("q", chain.from_iterable(self.whole.coarse)),
            array("q", [self.whole.undated]),
        ]

    @classmethod
    def unpacked(cls, arrays: Sequence[array[int]], wide: bool = False) -> PublishedDates:
        """Return the dates that were packed; raises `ValueError` where the arrays do not fit one another."""
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

"""Which article falls on which days: columns held in memory, so that a span is answered without touching a disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property

from tui.days import Span
from tui.timeline.tally import Tally


class Dated:
    """The dates of all articles of a dossier on one clock; never changed once made."""

    def __init__(self, numbers: array[int], firsts: array[int], lasts: array[int]) -> None:
        """Take parallel columns: article numbers, ascending, and the ordinals of first and last day (0 for none)."""
        self.numbers = numbers
        self._firsts = firsts
        self._lasts = lasts

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def whole(self) -> Tally:
        """All articles by day."""
        return Tally.of(zip(self._firsts, self._lasts, strict=True))

    @cached_property
    def _place(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.numbers)}

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

    def tally(self, numbers: Iterable[int]) -> Tally:
        """Count some articles by day."""
        return Tally.of(map(self.interval, numbers))

    def in_span(self, number: int, span: Span) -> bool:
        """Say whether the article's date may lie in `span`, both ends included; an undated one never does."""
        first, last = self.interval(number)
        return first != 0 and first <= span.last.toordinal() and span.first.toordinal() <= last

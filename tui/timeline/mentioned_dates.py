"""The dates that the texts of a dossier mention, in memory: the other clock.

Each mention counts once on its days, so an article counts as often as it mentions dates; one that mentions none is
undated.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from tui.base.days import Span
from tui.catalogue.mentions import MentionColumns, unpacked_days
from tui.timeline.tally import Tally

_KEPT_SPANS = 8


class MentionedDates:
    """The mentions of all articles of a dossier; immutable."""

    def __init__(self, columns: MentionColumns) -> None:
        self.numbers = columns.numbers
        self._begins = columns.begins
        self._days = columns.days
        self._found: dict[Span, frozenset[int]] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def whole(self) -> Tally:
        """All mentions of the dossier by day."""
        begins = self._begins
        without = sum(begins[place] == begins[place + 1] for place in range(len(self.numbers)))
        return _tally(Counter(self._days), without)

    @cached_property
    def _place(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.numbers)}

    @cached_property
    def _by_days(self) -> dict[int, array[int]]:
        """The articles that mention the same days, by those packed days."""
        by_days: dict[int, array[int]] = {}
        for place, number in enumerate(self.numbers):
            for packed in set(self._days[self._begins[place] : self._begins[place + 1]]):
                by_days.setdefault(packed, array("q")).append(number)
        return by_days

    def tally(self, numbers: Iterable[int]) -> Tally:
        """Count the mentions of some articles by day; an article without any counts as undated."""
        asked = list(numbers)
        if len(asked) == len(self.numbers):
            return self.whole
        counts: Counter[int] = Counter()
        without = 0
        for number in asked:
            mentions = self._of(number)
            counts.update(mentions)
            without += not mentions
        return _tally(counts, without)

    def _of(self, number: int) -> array[int]:
        place = self._place.get(number)
        return array("q") if place is None else self._days[self._begins[place] : self._begins[place + 1]]

    def in_span(self, number: int, span: Span) -> bool:
        """Say whether an article mentions a day of `span`, or a longer period that overlaps it."""
        return number in self.mentioning(span)

    def mentioning(self, span: Span) -> frozenset[int]:
        """Return the numbers of all articles that mention a day of `span`."""
        found = self._found.get(span)
        if found is None:
            low, high = span.first.toordinal(), span.last.toordinal()
            numbers: set[int] = set()
            for packed, those in self._by_days.items():
                first, last = unpacked_days(packed)
                if first <= high and low <= last:
                    numbers.update(those)
            if len(self._found) >= _KEPT_SPANS:
                self._found.clear()
            found = self._found[span] = frozenset(numbers)
        return found


def _tally(counts: Counter[int], undated: int) -> Tally:
    days: list[tuple[int, int]] = []
    coarse: list[tuple[int, int, int]] = []
    for packed, count in sorted(counts.items()):
        first, last = unpacked_days(packed)
        if first == last:
            days.append((first, count))
        else:
            coarse.append((first, last, count))
    return Tally(tuple(days), tuple(coarse), undated)

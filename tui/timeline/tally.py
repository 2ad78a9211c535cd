"""A tally: how many articles, or mentions of dates, fall on each day; every histogram is drawn from one.

On the clock of publication each article counts once; on the other clock each mention counts, and each article without
any. A date known to the day counts on that day; one known only to the month or year counts over all of it, never on its
first day; an article without a date counts as undated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from tui.base.days import Span


class Tally(Struct, frozen=True):
    """Counts of articles, or of mentions, by day."""

    days: tuple[tuple[int, int], ...] = ()
    """Pairs of a proleptic Gregorian ordinal and the count of that day, ascending, without zeros."""
    coarse: tuple[tuple[int, int, int], ...] = ()
    """Triples of first ordinal, last ordinal and count: dates that are known only to a longer span, ascending."""
    undated: int = 0
    """Articles without a date on this clock."""

    @classmethod
    def of(cls, intervals: Iterable[tuple[int, int]]) -> Tally:
        """Count intervals of ordinals, first and last day included; an interval that begins with 0 is undated."""
        days: Counter[int] = Counter()
        coarse: Counter[tuple[int, int]] = Counter()
        undated = 0
        for first, last in intervals:
            if first == 0:
                undated += 1
            elif first == last:
                days[first] += 1
            else:
                coarse[first, last] += 1
        return cls(
            tuple(sorted(days.items())),
            tuple((first, last, count) for (first, last), count in sorted(coarse.items())),
            undated,
        )

    @property
    def dated(self) -> int:
        """The number of articles that have a date."""
        return sum(count for _, count in self.days) + sum(count for _, _, count in self.coarse)

    @property
    def total(self) -> int:
        """The number of all articles, dated or not."""
        return self.dated + self.undated

    @property
    def extent(self) -> Span | None:
        """The span from the first to the last dated day, or None if nothing is dated."""
        firsts = [day for day, _ in self.days[:1]] + [first for first, _, _ in self.coarse[:1]]
        if not firsts:
            return None
        lasts = [day for day, _ in self.days[-1:]] + [last for _, last, _ in self.coarse]
        return Span.from_ordinals(min(firsts), max(lasts))

    def within(self, span: Span) -> int:
        """Count the articles whose date may lie in `span`, both ends included; undated ones never do."""
        low, high = span.first.toordinal(), span.last.toordinal()
        return sum(count for day, count in self.days if low <= day <= high) + sum(
            count for first, last, count in self.coarse if first <= high and low <= last
        )

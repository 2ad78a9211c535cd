"""Folding: a long stretch of time in which nothing lies takes the room of two buckets, whatever its length."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from msgspec import Struct

from tui.base.days import Span
from tui.locale import _, ngettext
from tui.timeline.granularity import Granularity
from tui.timeline.tally import Tally

_PART = 6
"""A stretch is long that is more than one of so many parts of all time, …"""
_LONG = 730
"""… and that has more days than these: a gap within a year or two is told best by its width."""
_LEAST = 6
"""Buckets of a stretch that are worth a fold."""


class Folds(Struct, frozen=True):
    """The folded runs of buckets at one granularity.

    Slots are the places that are left once each run has but two, room for the sign that says how long it is. Bucket and
    slot have the same number before the first fold.
    """

    runs: tuple[tuple[int, int], ...] = ()
    """The numbers of the first and the last bucket of each run, ascending."""

    def stretch(self, number: int) -> tuple[int, int]:
        """Return the first and the last bucket of the run that a bucket is in; where it is in none, the bucket."""
        return next((run for run in self.runs if run[0] <= number <= run[1]), (number, number))

    def slot(self, number: int) -> int:
        """Return the slot of a bucket: of a run, its last bucket has the second slot and all others have the first."""
        first, last = self.stretch(number)
        saved = sum(high - low - 1 for low, high in self.runs if high < number)
        return first - saved + (first < number == last)

    def number(self, slot: int) -> int:
        """Return the bucket at a slot; at those of a run, its first and its last one."""
        number = slot
        for first, last in self.runs:
            if number <= first:
                break
            number += last - first - 1
        return number


def empty_stretches(tally: Tally) -> tuple[Span, ...]:
    """Return the days of each long stretch in which a tally has nothing, ascending."""
    extent = tally.extent
    if extent is None:
        return ()
    long = max(len(extent) // _PART, _LONG)
    stretches, reached = [], extent.first.toordinal()
    days = ((day, day) for day, _count in tally.days)
    for first, last in sorted([*days, *((low, high) for low, high, _count in tally.coarse)]):
        if first - reached - 1 > long:
            stretches.append(Span.from_ordinals(reached + 1, first - 1))
        reached = max(reached, last)
    return tuple(stretches)


def length_forms(span: Span) -> tuple[str, str]:
    """Say how long a span is, in the largest unit of which it has two or fills one: `over 2 years`, `>2 y`."""
    first, end = span.first, span.last + timedelta(1)
    months = (end.year - first.year) * 12 + end.month - first.month - (end.day < first.day)
    over = end.day != first.day
    if months >= 24 or (months == 12 and not over):
        count, over = months // 12, over or months % 12 > 0
        length, short = ngettext("{count} year", "{count} years", count), _("{count} y")
    elif months >= 2:
        count, length, short = months, ngettext("{count} month", "{count} months", months), _("{count} mo")
    else:
        count, over = len(span), False
        length, short = ngettext("{count} day", "{count} days", count), _("{count} d")
    length, short = length.format(count=count), short.format(count=count)
    return (_("over {length}").format(length=length), f">{short}") if over else (length, short)


@lru_cache(64)
def folds_of(granularity: Granularity, empty: tuple[Span, ...]) -> Folds:
    """Return the runs of buckets of a granularity that lie wholly in empty stretches, where they are worth a fold."""
    runs = []
    for span in empty:
        first, last = granularity.reach(span)
        first += granularity.numbered(first).first < span.first
        last -= granularity.numbered(last).last > span.last
        if last - first + 1 >= _LEAST:
            runs.append((first, last))
    return Folds(tuple(runs))


def unfolded(span: Span, empty: Iterable[Span]) -> int:
    """Return how many days of a span lie in no empty stretch."""
    low, high = span.first.toordinal(), span.last.toordinal()
    ends = ((max(low, each.first.toordinal()), min(high, each.last.toordinal())) for each in empty)
    return len(span) - sum(max(0, last - first + 1) for first, last in ends)

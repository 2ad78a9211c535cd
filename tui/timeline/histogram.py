"""Histograms: the articles of a tally counted in the buckets of a window.

Each dated article counts once: in a bucket, as coarse, before the window or after it. A date that is known only to a
period longer than a bucket is never put into one of the possible buckets: it is drawn faint over all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add

from msgspec import Struct

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.tally import Tally


class Histogram(Struct, frozen=True):
    """Counts in consecutive buckets, including empty ones."""

    granularity: Granularity
    first: int = 0
    """The number of the first bucket."""
    counts: tuple[int, ...] = ()
    """How many dates lie in each bucket for certain."""
    faint: tuple[int, ...] = ()
    """How many coarse dates may lie in each bucket; a coarse date is one that no single bucket holds."""
    spread: tuple[float, ...] = ()
    """The coarse dates, each shared out evenly over its days; 0 exactly where `faint` is 0."""
    coarse: int = 0
    """How many coarse dates touch the window, each counted once."""
    before: int = 0
    """How many dates lie wholly before the window."""
    after: int = 0
    """How many dates lie wholly after the window."""

    @classmethod
    def of(cls, tally: Tally, granularity: Granularity, window: Span | None = None) -> Histogram:
        """Count a tally in the buckets that `window` touches; without one, in those of the tally's whole extent."""
        window = window or tally.extent
        if window is None:
            return cls(granularity)
        first, last = granularity.reach(window)
        low, high = granularity.ends(first)[0], granularity.ends(last)[1]
        lowest, highest = bisect_left(tally.days, (low,)), bisect_left(tally.days, (high + 1,))
        inside = [item for item in tally.coarse if item[0] <= high and low <= item[1]]
        counts, loose = _counted(tally.days[lowest:highest], inside, granularity)
        faint, spread = _spread(loose, granularity, first, last)
        return cls(
            granularity,
            first,
            tuple(counts[number] for number in range(first, last + 1)),
            faint,
            spread,
            sum(count for _, _, count in loose),
            _total(tally.days[:lowest]) + sum(count for _, end, count in tally.coarse if end < low),
            _total(tally.days[highest:]) + sum(count for start, _, count in tally.coarse if start > high),
        )

    @property
    def buckets(self) -> tuple[Span, ...]:
        """The days of each bucket."""
        return tuple(self.granularity.numbered(self.first + place) for place in range(len(self.counts)))

    @property
    def heights(self) -> tuple[float, ...]:
        """The dates of each bucket, certain ones and what is shared out of coarse ones."""
        return tuple(map(add, self.counts, self.spread))

    def at(self, number: int) -> tuple[int, int]:
        """Return the certain and the faint count of a bucket, by its number; nothing outside the window."""
        place = number - self.first
        return (self.counts[place], self.faint[place]) if 0 <= place < len(self.counts) else (0, 0)


def occupied(tally: Tally, granularity: Granularity) -> tuple[tuple[int, int], ...]:
    """Return number and count of each bucket that certainly holds a date, ascending, over all time."""
    counts, _ = _counted(tally.days, tally.coarse, granularity)
    return tuple(sorted(counts.items()))


def _counted(
    days: Iterable[tuple[int, int]], coarse: Iterable[tuple[int, int, int]], granularity: Granularity
) -> tuple[Counter[int], list[tuple[int, int, int]]]:
    """Count by bucket number; also return the intervals that no single bucket holds."""
    counts: Counter[int] = Counter()
    number, end = 0, 0
    for day, count in days:
        if day > end:  # days ascend, so each bucket's number is computed once
            number = granularity.number(day)
            end = granularity.ends(number)[1]
        counts[number] += count
    loose = []
    for first, last, count in coarse:
        number = granularity.number(first)
        if last <= granularity.ends(number)[1]:
            counts[number] += count
        else:
            loose.append((first, last, count))
    return counts, loose


def _spread(
    loose: Iterable[tuple[int, int, int]], granularity: Granularity, first: int, last: int
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Spread each coarse date over its buckets: as a count, and by the share of its days in each."""
    size = last - first + 1
    rises, slopes = [0] * (size + 1), [0.0] * (size + 1)  # differences: what changes from one bucket to the next
    extra = [0.0] * size  # the first and the last bucket hold only a part of the bucket's days
    low, high = granularity.ends(first)[0], granularity.ends(last)[1]
    for begin, end, count in loose:
        each_day = count / (end - begin + 1)
        seen, gone = max(begin, low), min(end, high)
        head, tail = granularity.number(seen) - first, granularity.number(gone) - first
        rises[head] += count
        rises[tail + 1] -= count
        slopes[head] += each_day
        slopes[tail + 1] -= each_day
        extra[head] -= (seen - granularity.ends(head + first)[0]) * each_day
        extra[tail] -= (granularity.ends(tail + first)[1] - gone) * each_day
    faint = tuple(accumulate(rises[:-1]))
    shares = []
    for place, (count, slope) in enumerate(zip(faint, accumulate(slopes), strict=False)):
        start, stop = granularity.ends(first + place)
        shares.append(max(slope * (stop - start + 1) + extra[place], 1e-9) if count else 0.0)
    return faint, tuple(shares)


def _total(days: Iterable[tuple[int, int]]) -> int:
    return sum(count for _, count in days)


def peaks(occupied: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the buckets that are higher than both neighbours and at least as high as the mean of the occupied ones.

    `occupied` holds numbers and counts, ascending, without zeros. A plateau is one peak, at its first bucket.
    """
    mean = sum(count for _, count in occupied) / max(1, len(occupied))
    runs: list[tuple[int, int, int]] = []  # first bucket, last bucket and count of neighbours that are equally high
    for number, count in occupied:
        if runs and runs[-1][1:] == (number - 1, count):
            runs[-1] = (runs[-1][0], number, count)
        else:
            runs.append((number, number, count))
    heights = {run[0]: run[2] for run in runs} | {run[1]: run[2] for run in runs}
    return tuple(
        first
        for first, last, count in runs
        if count >= mean and heights.get(first - 1, 0) < count > heights.get(last + 1, 0)
    )


def beyond(numbers: Sequence[int], number: int, step: int) -> int | None:
    """Return the nearest of the ascending `numbers` after `number` (before it where `step` is negative), if any."""
    place = bisect_right(numbers, number) if step > 0 else bisect_left(numbers, number) - 1
    return numbers[place] if 0 <= place < len(numbers) else None

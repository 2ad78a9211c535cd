"""Landmarks of a histogram over all time: the buckets that hold something, and those that stand out.

They are numbers of buckets in ascending order, whatever part of time is on the screen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


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

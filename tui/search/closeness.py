"""Closeness: which of several words stand together in a text; pure functions on positions.

A position is the number of a word within a text. Many texts can be laid one after another in one row of positions,
as long as the gaps between them are wider than any distance that is asked for. A stretch is a pair of its first and
its last position. All rows of positions and stretches are ascending.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Stretch = tuple[int, int]
"""The first and the last position of a word or of a phrase, both included."""


def in_order(slots: Sequence[Sequence[int]]) -> list[int]:
    """Return the positions at which a phrase begins: the words of every slot follow one another."""
    begins = set(slots[0])
    for place, slot in enumerate(slots[1:], 1):
        begins.intersection_update([position - place for position in slot])
    return sorted(begins)


def near(parts: Sequence[Sequence[Stretch]], distance: int, ordered: bool) -> list[list[Stretch]]:
    """Return of each part the stretches that belong to a chain in which each part is close to the next one.

    Two stretches are close where neither overlaps the other and the last word of the one is at most `distance`
    words before the first word of the other; `ordered` asks for the earlier part first.
    """
    kept = [list(parts[0])]
    for part in parts[1:]:
        kept.append(_close_to(part, kept[-1], distance, before=not ordered, after=True))
    for place in range(len(kept) - 2, -1, -1):
        kept[place] = _close_to(kept[place], kept[place + 1], distance, before=True, after=not ordered)
    return kept


def _close_to(
    stretches: Sequence[Stretch], others: Sequence[Stretch], distance: int, *, before: bool, after: bool
) -> list[Stretch]:
    """Return the stretches that come shortly `before` or shortly `after` one of the others."""
    firsts = [first for first, _ in others]
    lasts = sorted(last for _, last in others)
    return [
        (first, last)
        for first, last in stretches
        if (before and _any_between(firsts, last + 1, last + distance))
        or (after and _any_between(lasts, first - distance, first - 1))
    ]


def _any_between(row: Sequence[int], low: int, high: int) -> bool:
    """Say whether an ascending row has a number from `low` to `high`, both included."""
    return bisect_left(row, low) < bisect_right(row, high)


def within(slots: Sequence[Sequence[int]], width: int) -> list[list[int]]:
    """Return of each slot the positions that lie in a window of `width` words which holds a word for every slot.

    The words may come in any order; there are at least as many of them in the window as there are slots.
    """
    everywhere = sorted(set().union(*slots))
    kept: list[set[int]] = [set() for _ in slots]
    for begin in everywhere:
        end = begin + width - 1
        ranges = [(bisect_left(slot, begin), bisect_right(slot, end)) for slot in slots]
        distinct = bisect_right(everywhere, end) - bisect_left(everywhere, begin)
        if distinct >= len(slots) and all(low < high for low, high in ranges):
            for slot, (low, high), keep in zip(slots, ranges, kept, strict=True):
                keep.update(slot[low:high])
    return [sorted(each) for each in kept]

"""Proximity: which of several words are close together in a text; pure functions on positions.

A position is the number of a word within a text. Many texts can share one row of positions, as long as the gaps between
them are wider than any distance asked for. A stretch is a pair of first and last position. All rows are ascending.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_MANY = 24
"""With more slots, no matching of slots to positions is tried, since it takes cubic time."""

Stretch = tuple[int, int]
"""The first and the last position of a word or of a phrase, both included."""


def in_order(slots: Sequence[Sequence[int]]) -> list[int]:
    """Return the positions at which a phrase begins: the words of every slot follow one another."""
    begins = set(slots[0])
    for place, slot in enumerate(slots[1:], 1):
        begins.intersection_update([position - place for position in slot])
    return sorted(begins)


def near(parts: Sequence[Sequence[Stretch]], distance: int, ordered: bool) -> list[list[Stretch]]:
    """Return, for each part, the stretches in chains in which each part is close to the next one.

    Two stretches are close if they do not overlap and the last word of one is at most `distance` words before the first
    word of the other; `ordered` requires the earlier part to come first.
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
    """Return, for each slot, the positions in windows of `width` words that hold a word for every slot.

    The words may come in any order; each counts for one slot only.
    """
    everywhere = sorted(set().union(*slots))
    shared = sum(map(len, slots)) > len(everywhere)
    kept: list[set[int]] = [set() for _ in slots]
    for begin in everywhere:
        end = begin + width - 1
        there = [slot[bisect_left(slot, begin) : bisect_right(slot, end)] for slot in slots]
        if all(there) and (not shared or _each_has_one(there)):
            for positions, keep in zip(there, kept, strict=True):
                keep.update(positions)
    return [sorted(each) for each in kept]


def _each_has_one(slots: Sequence[Sequence[int]]) -> bool:
    """Say whether every slot can have a position of its own (bipartite matching by augmenting paths).

    For very many slots only the number of positions is checked.
    """
    if len(slots) > _MANY:
        return len(set().union(*slots)) >= len(slots)
    holders: dict[int, int] = {}
    taken: dict[int, int] = {}
    for wanting in range(len(slots)):
        asked_by: dict[int, int] = {}
        asking = [wanting]
        for slot in asking:
            asked_by.update((each, slot) for each in slots[slot] if each not in asked_by)
            free = next((each for each in slots[slot] if each not in holders), None)
            if free is not None:
                break
            asking += [holder for each in slots[slot] if (holder := holders[each]) not in asking]
        else:
            return False
        while free is not None:  # along the path, each slot takes its new position and frees its old one
            slot = asked_by[free]
            holders[free], taken[slot], free = slot, free, taken.get(slot)
    return True

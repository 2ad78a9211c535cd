"""The order of a concordance: by several keys at once, each worked out once for all lines.

Every key gives each line a rank, so that sorting compares whole numbers, however long the words are.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

from tui.base.folding import fold
from tui.concordance.lines import ContextLine

_NEAREST = 3
"""Words beside a match by which lines are sorted."""
MOST_KEYS = 3
"""Keys that count; further ones change nothing that a reader could follow."""

ORDERS: dict[str, Callable[[ContextLine], object]] = {
    "day": lambda line: line.document.first.toordinal(),
    "source": lambda line: fold(line.document.source),
    "right": lambda line: "\0".join((*line.right_words[:_NEAREST], "", fold(line.match))),
    "left": lambda line: "\0".join((*line.left_words[:_NEAREST], "", fold(line.match))),
}
"""What lines can be sorted by; words by the nearest ones, the nearest first, then by the match itself."""


class RankedLines:
    """Lines with their ranks by each key; the ranks are made at a key's first use."""

    def __init__(self, lines: Sequence[ContextLine]) -> None:
        self.lines = lines
        self._ranks: dict[str, array[int]] = {}

    def prepare(self) -> None:
        """Make the ranks of every key."""
        for order in ORDERS:
            self._rank(order)

    def places(self, orders: Iterable[str], among: Sequence[int] | None = None) -> list[int]:
        """Return the places of the lines, or of those `among`, by some keys of `ORDERS`; ties as they came."""
        keys = [self._rank(order) for order in orders][:MOST_KEYS]
        chosen = range(len(self.lines)) if among is None else among
        if not keys:
            return list(chosen)
        size = len(self.lines) + 1
        whole: Sequence[int] = keys[0]
        for key in keys[1:]:
            whole = [one * size + other for one, other in zip(whole, key, strict=True)]
        return sorted(chosen, key=whole.__getitem__)

    def sorted(self, orders: Iterable[str]) -> list[ContextLine]:
        """Return the lines by some keys of `ORDERS`; see `places`."""
        return [self.lines[place] for place in self.places(orders)]

    def _rank(self, order: str) -> array[int]:
        ranks = self._ranks.get(order)
        if ranks is None:
            key = ORDERS[order]
            keys = [key(line) for line in self.lines]
            rank = {each: place for place, each in enumerate(sorted(set(keys)))}  # type: ignore[type-var] # one type
            ranks = self._ranks[order] = array("q", map(rank.__getitem__, keys))
        return ranks


def sorted_lines(lines: Sequence[ContextLine], order: str) -> list[ContextLine]:
    """Return lines in an order of `ORDERS`, those that are equal by day."""
    return RankedLines(lines).sorted((order, "day"))

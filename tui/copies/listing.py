"""How hits that are copies of one another are listed: in one row that stands for all, or each by itself.

Nothing is hidden for good: every hit is a row, or is behind one that can be opened.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from itertools import compress, count, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WIDE = 2_000
"""From this many hits on numpy finds the copies among them, if it is loaded anyway."""

Column = TypeVar("Column", "array[int]", "array[float]")


class Listing(NamedTuple):
    """The rows of a list in which some stand for several hits."""

    numbers: array[int]
    """The article of each row."""
    scores: array[float]
    """The score of each, parallel to `numbers`."""
    copies: Mapping[int, tuple[int, ...]] = MappingProxyType({})
    """The other hits that are copies, in the order of the hits, by the article that stands for them."""
    stands_for: Mapping[int, int] = MappingProxyType({})
    """The article that stands for each of those copies."""
    folded: bool = True
    """Whether copies are hidden behind one row; otherwise `copies` only says which rows are copies."""
    opened: frozenset[int] = frozenset()
    """The articles whose copies are listed below them."""

    def place(self, number: int) -> int | None:
        """Return the row of a hit, or of the hit that stands for it; None if it is not among the hits."""
        for shown in (number, self.stands_for.get(number)):
            if shown is not None and shown in self.numbers:
                return self.numbers.index(shown)
        return None


class Groups:
    """Which articles of a dossier are copies of which; immutable."""

    def __init__(self, copies: Iterable[tuple[int, int]] = ()) -> None:
        """Take pairs of a copy and the head of its group, by number."""
        self._heads = dict(copies)
        self._heads.update([(head, head) for head in set(self._heads.values())])

    def __len__(self) -> int:
        """Return the number of articles that have copies."""
        return len(self._heads)

    def head(self, number: int) -> int:
        """Return the head of an article's group; an article without copies is its own head."""
        return self._heads.get(number, number)

    def others(self, number: int, most: int | None = None) -> tuple[int, ...]:
        """Return the other copies of an article's text, ascending; at most `most` of them."""
        group = self._members.get(self.head(number), ())
        return tuple(islice((other for other in group if other != number), most))

    def listing(
        self, numbers: array[int], scores: array[float], opened: Set[int] = frozenset(), folded: bool = True
    ) -> Listing | None:
        """Return how hits are listed, the first of each group standing for all; None if no two hits are copies.

        `opened` holds the heads of groups whose hits are all listed. Without `folded` every hit is a row.
        """
        groups: dict[int, list[int]] = {}
        for place in self._grouped_places(numbers):
            groups.setdefault(self._heads[numbers[place]], []).append(place)
        several = {head: places for head, places in groups.items() if len(places) > 1}
        if not several:
            return None
        copies = {numbers[first]: tuple(numbers[place] for place in rest) for first, *rest in several.values()}
        behind = {number: shown for shown, others in copies.items() for number in others}
        if not folded:
            return Listing(numbers, scores, copies, behind, folded=False)
        below = {places[0]: places[1:] for head, places in several.items() if head in opened}
        moved = {place for _, *rest in several.values() for place in rest}
        return Listing(
            _rearranged(numbers, moved, below),
            _rearranged(scores, moved, below),
            copies,
            behind,
            opened=frozenset(numbers[place] for place in below),
        )

    @cached_property
    def _members(self) -> dict[int, list[int]]:
        members: dict[int, list[int]] = {}
        for number in sorted(self._heads):
            members.setdefault(self._heads[number], []).append(number)
        return members

    def _grouped_places(self, numbers: array[int]) -> list[int]:
        """Return the indexes of hits that have copies in the dossier, ascending."""
        heads = self._heads
        if not heads:
            return []
        if len(numbers) < _WIDE or "numpy" not in sys.modules:
            return list(compress(count(), map(heads.__contains__, numbers)))
        import numpy as np

        hits = np.frombuffer(numbers, dtype=np.int64)
        places: list[int] = np.flatnonzero(self._grouped.take(hits, mode="clip")).tolist()
        return places

    @cached_property
    def _grouped(self) -> NDArray[np.bool_]:
        """Whether each number belongs to an article with copies; the last, false, stands for all higher numbers."""
        import numpy as np

        grouped = np.zeros(max(self._heads) + 2, dtype=bool)
        grouped[np.fromiter(self._heads, dtype=np.int64, count=len(self._heads))] = True
        return grouped


def _rearranged(column: Column, moved: Set[int], below: Mapping[int, list[int]]) -> Column:
    """Return a column without the `moved` rows, except those that `below` puts after another row."""
    here, whole = 0, memoryview(column)
    pieces: list[memoryview] = []
    for place in sorted(moved | below.keys()):
        pieces.append(whole[here:place])
        if place not in moved:
            pieces.append(whole[place : place + 1])
            pieces += [whole[copy : copy + 1] for copy in below[place]]
        here = place + 1
    result = column[:0]
    result.frombytes(b"".join([*pieces, whole[here:]]))
    return result

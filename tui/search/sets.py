"""Sets of hits: the arithmetic that the engine asks for, whatever the sets are kept in.

`dict_sets` keeps them in dictionaries, for small dossiers; `numpy_sets` keeps them in arrays, for large ones. Both give
the same numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Protocol, TypeVar

from tui.search.snapshot import PostingList

Frequencies = TypeVar("Frequencies")
"""How often a term stands in each article."""
Positions = TypeVar("Positions")
"""Where a term stands: the article in the upper bits, the position in the lower ones; ascending."""
Hits = TypeVar("Hits")
"""Articles with their scores."""


class HitSets(Protocol[Frequencies, Positions, Hits]):
    """Sets of hits in one snapshot of the index."""

    def row(self, pieces: Iterable[PostingList], weight: float) -> Frequencies:
        """Return how often any of the words stands in each article, times a weight."""

    def places(self, pieces: Iterable[PostingList]) -> Positions:
        """Return where any of the words stands."""

    def in_order(self, slots: Sequence[Positions]) -> Positions:
        """Return where a phrase begins."""

    def near(self, parts: Sequence[Sequence[tuple[Positions, int]]], distance: int, ordered: bool) -> Positions:
        """Return where the first part begins in chains of parts that are close; each comes with its width in words."""

    def counted(self, places: Iterable[int] | Positions, weight: float) -> Frequencies:
        """Return how many of the positions lie in each article, times a weight."""

    def narrowed(self, rows: Sequence[Positions]) -> list[list[int]]:
        """Return the positions in articles that occur in every row."""

    def joined_places(self, rows: Iterable[Positions]) -> Positions:
        """Return the positions of any row."""

    def less(self, places: Positions, others: Positions) -> Positions:
        """Return the positions that are none of the others."""

    def scored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row, scored by the sum of their frequencies."""

    def unscored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row without a score."""

    def packed(self, hits: Hits) -> tuple[Any, int]:
        """Return hits in the form in which they are cached, and how many there are."""

    def unpacked(self, packed: Any) -> Hits:  # noqa: ANN401
        """Return hits that `packed` packed."""

    def everything(self) -> Hits:
        """Return all articles."""

    def published(self, low: int, high: int) -> Hits:
        """Return the articles whose date may lie between two ordinals, both included."""

    def state(self, name: str) -> Hits:
        """Return the articles in a state: one of `fields.STATES`."""

    def both(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in all parts, their scores added."""

    def either(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in any part, their scores added."""

    def without(self, hits: Hits, other: Hits) -> Hits:
        """Return the articles in `hits` that are not in `other`."""

    def kept(self, hits: Hits, numbers: AbstractSet[int]) -> Hits:
        """Return the articles whose numbers are in `numbers`."""

    def numbers(self, hits: Hits) -> list[int]:
        """Return the numbers of the articles that are not deleted, in no order."""

    def weighted(self, hits: Hits, weight: float) -> Hits:
        """Return the articles with their scores times a weight."""

    def listed(self, hits: Hits, ranked: bool) -> tuple[array[int], array[float]]:
        """Return numbers and scores; `ranked` puts the best first and sorts ties by number."""

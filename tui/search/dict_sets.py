"""Sets of hits in dictionaries, for dossiers too small for numpy to pay; see `sets.HitSets`.

A row maps an article's place in the snapshot to how often a term stands in it; a set maps it to a score. `numpy_sets`
gives the same numbers.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tui.search import proximity
from tui.search.codec import POSITION_BITS, unpack
from tui.search.language.fields import STATES
from tui.search.ranking import Ranking
from tui.search.snapshot import PostingList, Snapshot

Frequencies = dict[int, float]
Positions = list[int]
Hits = dict[int, float]


class DictSets:
    """Sets of hits in one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._columns = {name: snapshot.column(name) for name in ("number", "first", "last", "state", "language")}
        self._lengths = snapshot.column("length")
        self._living = [place for place in range(snapshot.count) if place not in snapshot.deleted]
        self._deleted = snapshot.deleted
        self._ranking = Ranking.of(self._lengths)

    def row(self, pieces: Iterable[PostingList], weight: float) -> Frequencies:
        """Return how often any of the words stands in each article, times a weight."""
        row: dict[int, float] = defaultdict(float)
        for piece in pieces:
            postings = unpack(piece.packed)
            for place, count in zip(postings.ids, postings.frequencies, strict=True):
                if self._counts(piece, place):
                    row[piece.base + place] += count * piece.weight
        return {place: count * weight for place, count in row.items()}

    def _counts(self, piece: PostingList, place: int) -> bool:
        if place in piece.without or (piece.within is not None and place not in piece.within):
            return False
        return piece.codes is None or self._columns["language"][piece.base + place] in piece.codes

    def places(self, pieces: Iterable[PostingList]) -> Positions:
        """Return where any of the words stands."""
        found: set[int] = set()
        for piece in pieces:
            for place, positions in unpack(piece.packed).by_article():
                if self._counts(piece, place):
                    above = piece.base + place << POSITION_BITS
                    found.update([above | position for position in positions])
        return sorted(found)

    def in_order(self, slots: Sequence[Positions]) -> Positions:
        """Return where a phrase begins."""
        return proximity.in_order(slots)

    def near(self, parts: Sequence[Sequence[tuple[Positions, int]]], distance: int, ordered: bool) -> Positions:
        """Return where the first part begins in chains of parts that are close; each comes with its width in words."""
        rows = [sorted({(begin, begin + width - 1) for begins, width in part for begin in begins}) for part in parts]
        return [first for first, _ in proximity.near(rows, distance, ordered)[0]]

    def counted(self, places: Iterable[int], weight: float) -> Frequencies:
        """Return how many of the positions lie in each article, times a weight."""
        return {place: count * weight for place, count in Counter([each >> POSITION_BITS for each in places]).items()}

    def narrowed(self, rows: Sequence[Positions]) -> list[list[int]]:
        """Return the positions in articles that occur in every row."""
        common = set.intersection(*({each >> POSITION_BITS for each in row} for row in rows))
        return [[each for each in row if each >> POSITION_BITS in common] for row in rows]

    def joined_places(self, rows: Iterable[Positions]) -> Positions:
        """Return the positions of any row."""
        return sorted(set().union(*rows))

    def less(self, places: Positions, others: Positions) -> Positions:
        """Return the positions that are none of the others."""
        return sorted(set(places).difference(others))

    def scored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row, scored by the sum of their frequencies."""
        total: Frequencies = dict(rows[0]) if len(rows) == 1 else {}
        if len(rows) > 1:
            for row in rows:
                for place, count in row.items():
                    total[place] = total.get(place, 0.0) + count
        top, fixed, by_length = self._ranking.factors(len(total))
        lengths = self._lengths
        return {place: top * count / (count + (fixed + by_length * lengths[place])) for place, count in total.items()}

    def unscored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row without a score."""
        return dict.fromkeys(set().union(*rows), 0.0)

    def packed(self, hits: Hits) -> tuple[Hits, int]:
        """Return hits in the form in which they are cached, and how many there are."""
        return hits, len(hits)

    def unpacked(self, packed: Hits) -> Hits:
        """Return hits that `packed` packed."""
        return packed

    def everything(self) -> Hits:
        """Return all articles."""
        return dict.fromkeys(self._living, 0.0)

    def published(self, low: int, high: int) -> Hits:
        """Return the articles whose date may lie between two ordinals, both included."""
        firsts, lasts = self._columns["first"], self._columns["last"]
        return {each: 0.0 for each in self._living if 0 < firsts[each] <= high and lasts[each] >= low}

    def state(self, name: str) -> Hits:
        """Return the articles in a state: one of `fields.STATES`."""
        if name == "undated":
            return {each: 0.0 for each in self._living if not self._columns["first"][each]}
        states, bit = self._columns["state"], STATES[name].bit
        return {each: 0.0 for each in self._living if states[each] & bit}

    def both(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in all parts, their scores added."""
        common = set(parts[0]).intersection(*parts[1:])
        return {place: _sum(part[place] for part in parts) for place in common}

    def either(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in any part, their scores added."""
        total: Hits = {}
        for part in parts:
            for place, score in part.items():
                total[place] = total.get(place, 0.0) + score
        return total

    def without(self, hits: Hits, other: Hits) -> Hits:
        """Return the articles in `hits` that are not in `other`."""
        return {place: score for place, score in hits.items() if place not in other}

    def kept(self, hits: Hits, numbers: AbstractSet[int]) -> Hits:
        """Return the articles whose numbers are in `numbers`."""
        return {place: score for place, score in hits.items() if self._columns["number"][place] in numbers}

    def numbers(self, hits: Hits) -> list[int]:
        """Return the numbers of the articles that are not deleted, in no order."""
        return [self._columns["number"][place] for place in hits if place not in self._deleted]

    def weighted(self, hits: Hits, weight: float) -> Hits:
        """Return the articles with their scores times a weight."""
        return {place: score * weight for place, score in hits.items()}

    def listed(self, hits: Hits, ranked: bool) -> tuple[array[int], array[float]]:
        """Return numbers and scores; `ranked` puts the best first and sorts ties by number."""
        numbers = self._columns["number"]
        found = [(-score, numbers[place]) for place, score in hits.items() if place not in self._deleted]
        if ranked:
            found.sort()
        return array("q", [number for _, number in found]), array("d", [0.0 - score for score, _ in found])


def _sum(scores: Iterable[float]) -> float:
    total = 0.0
    for score in scores:
        total += score
    return total

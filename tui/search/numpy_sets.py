"""Sets of hits in numpy arrays, for dossiers of many thousand articles; see `sets.HitSets`.

Every row and set has one place for each article of the snapshot. The scores equal those of `dict_sets` exactly: every
sum adds the same numbers in the same order.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.base.sorting import distinct, order_of
from tui.search.codec import POSITION_BITS, layout
from tui.search.language.fields import STATES
from tui.search.ranking import Ranking
from tui.search.snapshot import PostingList, Snapshot

Frequencies = NDArray[np.float64]
Positions = NDArray[np.int64]

Stretches = tuple[Positions, Positions]
"""The first and last positions of runs of words, parallel, ascending by the first."""


class Hits(NamedTuple):
    """Articles and their scores."""

    there: NDArray[np.bool_]
    """Whether each article of the snapshot is a hit."""
    scores: NDArray[np.float64]
    """The score of each article; 0 if it is not a hit."""


class NumpySets:
    """Sets of hits in one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._count = snapshot.count
        names = ("number", "first", "last", "state", "language", "length")
        self._columns = {name: np.array(snapshot.column(name), dtype=np.int64) for name in names}
        self._lengths = self._columns["length"].astype(np.float64)
        self._living = np.ones(self._count, dtype=np.bool_)
        self._living[list(snapshot.deleted)] = False
        self._in_order = bool(np.all(np.diff(self._columns["number"]) > 0))
        self._ranking = Ranking.of(snapshot.column("length"))

    def row(self, pieces: Iterable[PostingList], weight: float) -> Frequencies:
        """Return how often any of the words stands in each article, times a weight."""
        ids: list[Positions] = []
        counts = []
        for piece in pieces:
            articles, _, frequencies = layout(piece.packed)
            found = _read(piece.packed, articles).astype(np.int64) + piece.base
            often = _read(piece.packed, frequencies) * piece.weight
            kept = self._counting(piece, found)
            if kept is not None:
                found, often = found[kept], often[kept]
            ids.append(found)
            counts.append(often)
        if not ids:
            return np.zeros(self._count)
        found, often = np.concatenate(ids), np.concatenate(counts).astype(np.float64)
        return np.bincount(found, weights=often, minlength=self._count).astype(np.float64) * weight

    def places(self, pieces: Iterable[PostingList]) -> Positions:
        """Return where any of the words stands."""
        found = [self._places(piece) for piece in pieces]
        if not found:
            return np.zeros(0, dtype=np.int64)
        whole = np.concatenate(found)
        return whole if len(whole) < 2 or bool(np.all(whole[1:] > whole[:-1])) else distinct(whole)

    def _places(self, piece: PostingList) -> Positions:
        articles, positions, frequencies = layout(piece.packed)
        found = _read(piece.packed, articles).astype(np.int64) + piece.base
        whole = np.repeat(found, _read(piece.packed, frequencies))
        places: Positions = whole << POSITION_BITS | _read(piece.packed, positions)
        kept = self._counting(piece, whole)
        return places if kept is None else places[kept]

    def _counting(self, piece: PostingList, found: Positions) -> NDArray[np.bool_] | None:
        """Say which of the articles of a posting list count; None for all."""
        kept: NDArray[np.bool_] | None = None
        if piece.codes is not None:
            kept = np.isin(self._columns["language"][found], list(piece.codes))
        for places, wanted in ((piece.within, True), (piece.without or None, False)):
            if places is not None:
                there = np.isin(found - piece.base, np.fromiter(places, dtype=np.int64, count=len(places)))
                there = there if wanted else ~there
                kept = there if kept is None else kept & there
        return kept

    def in_order(self, slots: Sequence[Positions]) -> Positions:
        """Return where a phrase begins; starts from the rarest word."""
        order = sorted(range(len(slots)), key=lambda each: len(slots[each]))
        begins = slots[order[0]] - order[0]
        for each in order[1:]:
            begins = begins[_isin(begins + each, slots[each])]
        return begins

    def near(self, parts: Sequence[Sequence[tuple[Positions, int]]], distance: int, ordered: bool) -> Positions:
        """Return where the first part begins in chains of parts that are close; each comes with its width in words."""
        kept = [self._stretches(part) for part in parts]
        common = np.ones(self._count, dtype=np.bool_)
        for firsts, _ in kept:
            there = np.zeros(self._count, dtype=np.bool_)
            there[firsts >> POSITION_BITS] = True
            common &= there
        kept = [
            (firsts[common[firsts >> POSITION_BITS]], lasts[common[firsts >> POSITION_BITS]]) for firsts, lasts in kept
        ]
        for at in range(1, len(kept)):
            kept[at] = _close_to(kept[at], kept[at - 1], distance, before=not ordered, after=True)
        for at in range(len(kept) - 2, -1, -1):
            kept[at] = _close_to(kept[at], kept[at + 1], distance, before=True, after=not ordered)
        return kept[0][0]

    def _stretches(self, part: Sequence[tuple[Positions, int]]) -> Stretches:
        """Return the first and last positions of all runs of a part, each once, in order."""
        if len(part) == 1:
            begins, width = part[0]
            return begins, begins + (width - 1)
        pairs = np.unique(np.concatenate([np.stack((row, row + (width - 1)), axis=1) for row, width in part]), axis=0)
        return pairs[:, 0], pairs[:, 1]

    def counted(self, places: Iterable[int] | Positions, weight: float) -> Frequencies:
        """Return how many of the positions lie in each article, times a weight."""
        found = np.asarray(places if isinstance(places, np.ndarray) else list(places), dtype=np.int64) >> POSITION_BITS
        return np.bincount(found, minlength=self._count).astype(np.float64) * weight

    def narrowed(self, rows: Sequence[Positions]) -> list[list[int]]:
        """Return the positions in articles that occur in every row."""
        common = np.ones(self._count, dtype=np.bool_)
        for row in rows:
            common &= np.bincount(row >> POSITION_BITS, minlength=self._count) > 0
        return [row[common[row >> POSITION_BITS]].tolist() for row in rows]

    def joined_places(self, rows: Iterable[Sequence[int]]) -> Positions:
        """Return the positions of any row."""
        found = [np.asarray(row, dtype=np.int64) for row in rows]
        return distinct(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)

    def less(self, places: Positions, others: Positions) -> Positions:
        """Return the positions that are none of the others."""
        return places[~_isin(places, others)]

    def scored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row, scored by the sum of their frequencies."""
        total = rows[0] if len(rows) == 1 else np.sum(rows, axis=0)
        places = np.flatnonzero(total)
        top, fixed, by_length = self._ranking.factors(len(places))
        frequency = total[places]
        scores = np.zeros(self._count)
        scores[places] = top * frequency / (frequency + (fixed + by_length * self._lengths[places]))
        return Hits(total > 0, scores)

    def unscored(self, rows: Sequence[Frequencies]) -> Hits:
        """Return the articles of any row without a score."""
        return self._set(np.any(np.asarray(rows) > 0, axis=0))

    def _set(self, there: NDArray[np.bool_]) -> Hits:
        return Hits(there, np.zeros(self._count))

    def packed(self, hits: Hits) -> tuple[tuple[NDArray[np.uint32], NDArray[np.float64]], int]:
        """Return hits in the form in which they are cached, and how many there are."""
        places = np.flatnonzero(hits.there)
        return (places.astype(np.uint32), hits.scores[places]), len(places)

    def unpacked(self, packed: tuple[NDArray[np.uint32], NDArray[np.float64]]) -> Hits:
        """Return hits that `packed` packed."""
        places, scores = packed
        hits = self._set(np.zeros(self._count, dtype=np.bool_))
        hits.there[places], hits.scores[places] = True, scores
        return hits

    def everything(self) -> Hits:
        """Return all articles."""
        return self._set(self._living)

    def published(self, low: int, high: int) -> Hits:
        """Return the articles whose date may lie between two ordinals, both included."""
        firsts, lasts = self._columns["first"], self._columns["last"]
        return self._set((firsts > 0) & (firsts <= high) & (lasts >= low))

    def state(self, name: str) -> Hits:
        """Return the articles in a state: one of `fields.STATES`."""
        if name == "undated":
            return self._set(self._columns["first"] == 0)
        return self._set((self._columns["state"] & STATES[name].bit) > 0)

    def both(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in all parts, their scores added."""
        there = np.logical_and.reduce([part.there for part in parts])
        scores = parts[0].scores
        for part in parts[1:]:
            scores = scores + part.scores
        return Hits(there, np.where(there, scores, 0.0))

    def either(self, parts: Sequence[Hits]) -> Hits:
        """Return the articles in any part, their scores added."""
        if not parts:
            return self._set(np.zeros(self._count, dtype=np.bool_))
        scores = parts[0].scores
        for part in parts[1:]:
            scores = scores + part.scores
        return Hits(np.logical_or.reduce([part.there for part in parts]), scores)

    def without(self, hits: Hits, other: Hits) -> Hits:
        """Return the articles in `hits` that are not in `other`."""
        there = hits.there & ~other.there
        return Hits(there, np.where(there, hits.scores, 0.0))

    def kept(self, hits: Hits, numbers: AbstractSet[int]) -> Hits:
        """Return the articles whose numbers are in `numbers`."""
        there = hits.there & np.isin(self._columns["number"], list(numbers))
        return Hits(there, np.where(there, hits.scores, 0.0))

    def numbers(self, hits: Hits) -> list[int]:
        """Return the numbers of the articles that are not deleted."""
        return [int(number) for number in self._columns["number"][hits.there & self._living]]

    def weighted(self, hits: Hits, weight: float) -> Hits:
        """Return the articles with their scores times a weight."""
        return Hits(hits.there, hits.scores * weight)

    def listed(self, hits: Hits, ranked: bool) -> tuple[array[int], array[float]]:
        """Return numbers and scores; `ranked` puts the best first and sorts ties by number."""
        places = np.flatnonzero(hits.there & self._living)
        numbers, scores = self._columns["number"][places], hits.scores[places]
        if ranked:
            order = np.lexsort((numbers, -scores)) if not self._in_order else order_of(-scores)
            numbers, scores = numbers[order], scores[order]
        return array("q", numbers.tobytes()), array("d", scores.tobytes())


def _read(packed: bytes, part: tuple[int, str, int]) -> NDArray[np.unsignedinteger]:
    offset, code, count = part
    return np.frombuffer(packed, dtype=code, count=count, offset=offset)


def _isin(wanted: Positions, row: Positions) -> NDArray[np.bool_]:
    """Say for each wanted number whether an ascending row holds it."""
    if not len(row):
        return np.zeros(len(wanted), dtype=np.bool_)
    at = np.minimum(np.searchsorted(row, wanted), len(row) - 1)
    there: NDArray[np.bool_] = row[at] == wanted
    return there


def _close_to(stretches: Stretches, others: Stretches, distance: int, *, before: bool, after: bool) -> Stretches:
    """Return the runs that come shortly `before` or shortly `after` one of the others."""
    firsts, lasts = stretches
    close = np.zeros(len(firsts), dtype=np.bool_)
    if before:
        close |= _any_between(others[0], lasts + 1, lasts + distance)
    if after:
        close |= _any_between(np.sort(others[1]), firsts - distance, firsts - 1)
    return firsts[close], lasts[close]


def _any_between(row: Positions, low: Positions, high: Positions) -> NDArray[np.bool_]:
    """Say whether an ascending row has a number from each `low` to its `high`, both included."""
    if not len(row):
        return np.zeros(len(low), dtype=np.bool_)
    at = np.searchsorted(row, low, "left")
    there: NDArray[np.bool_] = (at < len(row)) & (row[np.minimum(at, len(row) - 1)] <= high)
    return there

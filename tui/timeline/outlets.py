"""Outlets by time: how many of its articles an outlet has among the hits, time by time, and where it is silent.

An outlet that has articles of a time, but none among the hits, is silent on what was asked. One that has nothing of
that time at all is not: nobody can say what it would have written. A date that is known only to a period longer than a
column is put into none of them; where nothing else stands, the cell is unsure.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from tui.base.days import Span
from tui.locale import N_
from tui.timeline.granularity import Granularity

MOST_COLUMNS = 24
"""So many columns are chosen by themselves at most."""
LARGEST = 1_000
"""Columns of a matrix at most: so many that nobody reads all of them."""

Label = tuple[int, str, int, int]
"""An article: its number, its outlet, and the ordinals of its first and its last day; 0 for no day."""


class Voice(StrEnum):
    """What a cell says of an outlet."""

    HEARD = N_("heard")
    """It has hits of that time."""
    SILENT = N_("silent")
    """It has articles of that time, and none is a hit."""
    ABSENT = N_("absent")
    """It has no article of that time in the whole dossier."""
    UNSURE = N_("unsure")
    """Only articles of dates known to a longer time may lie there."""


class Cell(NamedTuple):
    """The articles of an outlet in a column."""

    hits: int = 0
    articles: int = 0
    """All of them, whether or not they are hits."""
    vague_hits: int = 0
    """Hits that may lie there, by a date known only to a longer time."""
    vague: int = 0
    """All articles that may lie there."""

    @property
    def voice(self) -> Voice:
        """What it says of the outlet."""
        if self.hits:
            return Voice.HEARD
        if self.vague_hits or (self.vague and not self.articles):
            return Voice.UNSURE
        return Voice.SILENT if self.articles else Voice.ABSENT


class OutletRow(Struct, frozen=True):
    """An outlet."""

    source: str
    """Empty for the articles that name none."""
    cells: tuple[Cell, ...]
    """One for each column."""
    whole: Cell
    """All its articles of any time, each counted once."""
    undated: Cell
    """Those without a day."""

    @property
    def is_silent(self) -> bool:
        """Whether it has articles of the time of the columns, and no hit at all."""
        return not self.whole.hits and any(cell.articles or cell.vague for cell in self.cells)


class OutletMatrix(Struct, frozen=True):
    """Outlets down, time across."""

    granularity: Granularity = Granularity.YEAR
    first: int = 0
    """The number of the first column's bucket."""
    columns: int = 0
    rows: tuple[OutletRow, ...] = ()
    """Those with the most hits first, then those with the most articles."""

    @property
    def hits(self) -> int:
        """All hits, the undated and the vague ones too."""
        return sum(row.whole.hits for row in self.rows)

    def bucket(self, column: int) -> Span:
        """Return the days of a column, counted from 0."""
        return self.granularity.numbered(self.first + column)


def fitting(extent: Span, most: int = MOST_COLUMNS) -> Granularity:
    """Return the finest unit that has at most `most` columns in an extent; years where none has."""
    for unit in reversed(Granularity):
        first, last = unit.reach(extent)
        if last - first < most:
            return unit
    return Granularity.YEAR


def extent_of(labels: Iterable[Label], hits: Container[int]) -> Span | None:
    """Return the days from the first to the last hit, or of all articles where no hit has a day; None for no day."""
    dated = [(number, first, last) for number, _source, first, last in labels if first]
    chosen = [(first, last) for number, first, last in dated if number in hits]
    days = chosen or [(first, last) for _number, first, last in dated]
    return Span.from_ordinals(min(first for first, _ in days), max(last for _, last in days)) if days else None


def outlet_matrix(
    labels: Sequence[Label], hits: Container[int], extent: Span, granularity: Granularity | None = None
) -> OutletMatrix:
    """Count articles by outlet and time, in the columns that an `extent` touches; the last of too many are left out."""
    unit = granularity if granularity is not None else fitting(extent)
    first, last = unit.reach(extent)
    columns = min(last - first + 1, LARGEST)
    found: dict[str, _Counts] = {}
    for number, source, low, high in labels:
        counts = found.get(source)
        if counts is None:
            counts = found[source] = _Counts(unit, first, columns)
        counts.add(int(number in hits), low, high)
    rows = (counts.row(source) for source, counts in found.items())
    return OutletMatrix(unit, first, columns, tuple(sorted(rows, key=_rank)))


class _Counts:
    """The articles of one outlet while they are counted."""

    def __init__(self, unit: Granularity, first: int, columns: int) -> None:
        self._unit = unit
        self._first = first
        self._cells = [[0, 0, 0, 0] for _ in range(columns)]
        self._whole = [0, 0]
        self._undated = [0, 0]

    def add(self, hit: int, low: int, high: int) -> None:
        """Count an article from the ordinal of its first day to that of its last."""
        for counts in (self._whole, self._undated) if not low else (self._whole,):
            counts[0] += hit
            counts[1] += 1
        if not low:
            return
        one = self._unit.number(low) - self._first
        other = one if low == high else self._unit.number(high) - self._first
        vague = 0 if one == other else 2
        for cell in self._cells[max(0, one) : max(0, other + 1)]:
            cell[vague] += hit
            cell[vague + 1] += 1

    def row(self, source: str) -> OutletRow:
        """Return what was counted."""
        return OutletRow(source, tuple(Cell(*cell) for cell in self._cells), Cell(*self._whole), Cell(*self._undated))


def _rank(row: OutletRow) -> tuple[int, int, str]:
    return -row.whole.hits, -row.whole.articles, row.source.casefold()


COLUMNS = ("source", "time", "hits", "articles", "vague_hits", "vague", "voice")
"""The fields of a cell, in JSON and CSV; `voice` is one of `Voice`."""


def cell_rows(matrix: OutletMatrix, rows: Iterable[OutletRow]) -> Iterator[tuple[object, ...]]:
    """Yield the cells of some outlets, and a last one for their articles without a day, where there are any."""
    times = [matrix.granularity.written(matrix.bucket(column)) for column in range(matrix.columns)]
    for row in rows:
        for time, cell in zip(times, row.cells, strict=True):
            yield row.source or None, time, *cell, cell.voice.value
        if row.undated.articles:
            yield row.source or None, None, *row.undated, row.undated.voice.value

"""The head of a table: its delimiter, and the row that names its columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.base.printable import printable_line
from tui.importing.columns import NO_COLUMNS, renamed
from tui.importing.decoding import text_of
from tui.importing.metadata import TITLES, folded_name
from tui.importing.records.delimited import DELIMITERS, Delimited
from tui.importing.records.exports import KNOWN_EXPORTS
from tui.importing.records.record import BODIES, NAMES

_FIRST_ROWS = 20
"""The first rows in which the column names are looked for."""

_SAMPLE_BYTES = 2**20
_FEWEST_NAMES = 2
_LONGEST_NAME = 60
_SEPARATOR_LINE = re.compile(rb"sep=([,;\t|])\r?\n", re.IGNORECASE)
"""What spreadsheets put above a table to state its delimiter."""

_NO_NAME = re.compile(r"\d[\d\s./:,-]*|https?://.*", re.DOTALL)
_TITLES = frozenset(map(folded_name, TITLES))
_TEXT_NAMES = tuple(map(folded_name, BODIES))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table."""

    table: Delimited
    names: tuple[str, ...]
    """The names of the columns, or the cells of the first row if there are none."""
    rows_at: int
    """Where the rows begin, in bytes."""
    above: int = 0
    """Rows above the names."""
    named: bool = False
    """Whether a row names the columns."""
    score: tuple[int, int] = (0, 0)
    """How many names are known, and how many of the first rows have as many cells."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The names, folded."""
        return tuple(map(folded_name, self.names))

    @property
    def holds_articles(self) -> bool:
        """Whether a column has titles or texts."""
        folded = frozenset(self.folded)
        return self.named and (
            bool(folded & (_TITLES | frozenset(_TEXT_NAMES))) or any(map(folded.issuperset, KNOWN_EXPORTS))
        )


def head_of(content: bytes, tab_first: bool = False, columns: Mapping[str, str] = NO_COLUMNS) -> Head:
    """Find the head of a table with the delimiter that gives the most known names.

    `columns` are what the reader says that columns hold, by their folded names.
    """
    declared = _SEPARATOR_LINE.match(content)
    if declared:
        return _head(Delimited(content, declared.group(1)), declared.end(), columns)
    delimiters = dict.fromkeys((b"\t", *DELIMITERS) if tab_first else DELIMITERS)
    return max(
        (_head(Delimited(content, delimiter), 0, columns) for delimiter in delimiters), key=lambda head: head.score
    )


def _head(table: Delimited, start: int, columns: Mapping[str, str]) -> Head:
    rows = [(tuple(renamed(cell, columns) for cell in cells), end) for cells, end in _first_rows(table, start)]
    widths = Counter(len(names) for names, _ in rows)
    above, (names, behind) = next(
        ((above, row) for above, row in enumerate(rows) if _are_names(row[0], first=not above)),
        (0, rows[0] if rows else ((), start)),
    )
    named = bool(rows) and _are_names(names, first=not above)
    table.width = max(1, len(names))
    column_of = {folded_name(name): column for column, name in enumerate(names)}
    table.text_column = next((column_of[name] for name in _TEXT_NAMES if name in column_of), table.width - 1)
    known = sum(folded_name(name) in NAMES for name in names) if named else 0
    score = (known, widths[len(names)] if len(names) > 1 else 0)
    return Head(table, names, behind if named else start, above, named, score)


def _first_rows(table: Delimited, place: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the cells of the first non-empty rows, and where each ends."""
    for _ in range(_FIRST_ROWS):
        cells, place = table.row_at(place, _SAMPLE_BYTES)
        if cells is None:
            return
        names = tuple(printable_line(text_of(cell[: 4 * _LONGEST_NAME])) for cell in cells)
        if any(names):
            yield names, place
        if place >= len(table.content):
            return


def _are_names(cells: tuple[str, ...], first: bool) -> bool:
    """Say whether the cells of a row are column names rather than values.

    In the first row a single name of a title or a text is enough.
    """
    if any(len(cell) > _LONGEST_NAME or _NO_NAME.fullmatch(cell) for cell in cells if cell):
        return False
    folded = [folded_name(cell) for cell in cells]
    known = {name for name in folded if name in NAMES}
    if any(map(frozenset(folded).issuperset, KNOWN_EXPORTS)):
        return True
    if first and not known.isdisjoint((*_TITLES, *_TEXT_NAMES)):
        return True
    return len(known) >= _FEWEST_NAMES or (bool(known) and len(known) * 2 >= len(cells))

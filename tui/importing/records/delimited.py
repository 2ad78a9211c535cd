"""Rows of delimited text with damaged quotes: damage costs a row, never the rows after it.

Rows follow RFC 4180. If that fails, or gives another number of cells over several lines, the row is taken to end before
the next line that is a complete row, and is read as well as its quotes allow. Works on bytes of UTF-8 or nearly so: all
delimiters are ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tui.importing.limits import COLUMNS, ROW_BYTES

DELIMITERS = (b",", b";", b"\t", b"|")

_TRIAL_BYTES = 2**20
"""The longest row that is tried to find where a damaged one ends."""

_TRIALS = 8
"""How many times the file may be re-read in trials; then quotes are no longer believed."""

_TRIAL_COST = 256
"""The cost of a trial in bytes besides its length."""

_LEARNED_ROWS = 50
_MOST = 0.6
"""The share of the first rows that makes a column numeric, or one of addresses."""


@dataclass(slots=True)
class Damage:
    """Counts of irregular rows."""

    quotes: int = 0
    """Rows whose quotes were damaged."""
    ragged: int = 0
    """Rows with more or fewer cells than the header."""
    too_long: int = 0
    """Rows longer than the limit, which were not read."""


@dataclass(slots=True)
class Delimited:
    """Delimited text; rows are compared with `width` once it is known."""

    content: bytes
    delimiter: bytes
    width: int = 0
    text_column: int = 0
    """The column that takes surplus cells, whose delimiters were not quoted."""
    damage: Damage = field(default_factory=Damage)
    _spent: int = 0
    _digits: tuple[int, ...] = ()
    """Numeric columns."""
    _addresses: tuple[int, ...] = ()

    def row_at(self, place: int, longest: int = ROW_BYTES) -> tuple[list[bytes] | None, int]:
        """Return the cells of the row at `place`, None if its quotes are damaged, and where it ends."""
        content, delimiter = self.content, self.delimiter
        last = min(len(content), place + longest)
        quoted, plain = _PATTERNS[delimiter]
        cells: list[bytes] = []
        while len(cells) < COLUMNS:
            found = quoted.match(content, place, last)
            if found:
                place = found.end()
                if not found.group(2) or (place < len(content) and not content.startswith(_ENDS[delimiter], place)):
                    return None, place
                cell = found.group(1)
                cells.append(cell.replace(b'""', b'"') if b'""' in cell else cell)
            else:
                found = plain.match(content, place, last)
                assert found is not None
                place = found.end()
                if place == last < len(content):
                    return None, place
                cells.append(
                    found.group() if content.startswith(delimiter, place) else found.group().removesuffix(b"\r")
                )
            if content.startswith(delimiter, place):
                place += 1
                continue
            if not content.startswith(b"\n", place):  # the end, or `\r\n` behind a quote
                place = min(content.find(b"\n", place) % (len(content) + 1), len(content))
            return cells, min(place + 1, len(content))
        return None, place

    def rows(self, place: int) -> Iterator[list[bytes]]:
        """Yield the rows from `place`, each with `width` cells; irregular ones are counted."""
        self._learn(place)
        self.damage = Damage()
        self._spent = 0
        while (place := self._behind_empty_lines(place)) < len(self.content):
            cells, end = self.row_at(place)
            if cells is None and (behind := self._behind_long_row(place, end)):
                self.damage.too_long += 1
                place = behind
                continue
            if cells is None or (len(cells) != self.width and self._spans_lines(place, end)):
                extent = self._extent(place, open_end=cells is None and end == len(self.content))
                if cells is None or extent != end:
                    cells, end = self._damaged(place, extent), extent
            place = end
            if cells and any(cells):
                yield self._fitted(cells)

    def _behind_long_row(self, place: int, end: int) -> int:
        """Return where a well-formed row beyond the limit ends, or 0."""
        if end - place < ROW_BYTES or self._spent > _TRIALS * len(self.content):
            return 0
        cells, behind = self.row_at(place, len(self.content))
        self._spent += behind - place
        return behind if cells is not None and len(cells) == self.width else 0

    def _learn(self, place: int) -> None:
        """Learn the kinds of columns from the first rows."""
        whole: list[list[bytes]] = []
        mended: list[list[bytes]] = []
        for _ in range(2 * _LEARNED_ROWS):
            cells, behind = self._whole_row(place)
            if cells is not None:
                (whole if self.row_at(place, _TRIAL_BYTES)[0] == cells else mended).append(cells)
            place = behind
            if place >= len(self.content):
                break
        seen = whole if len(whole) > 1 else mended
        self._digits = self._like(seen, _is_number)
        self._addresses = self._like(seen, _is_address)

    def _whole_row(self, place: int) -> tuple[list[bytes] | None, int]:
        """Return the cells of a row of the right width: by its quotes, or else of a single line."""
        cells, end = self.row_at(place, _TRIAL_BYTES)
        if cells is not None and len(cells) == self.width:
            return cells, end
        behind = self._line_behind(place)
        if behind - place > _TRIAL_BYTES:
            return None, behind
        cells = _leniently(self.content[place:behind].rstrip(b"\r\n"), self.delimiter)
        return cells if len(cells) == self.width else None, behind

    def _like(self, rows: list[list[bytes]], looks: Callable[[bytes], bool]) -> tuple[int, ...]:
        """Return the columns most of whose cells look so."""
        most = len(rows) * _MOST
        return tuple(
            column for column in range(self.width) if len(rows) > 1 and sum(looks(row[column]) for row in rows) >= most
        )

    def _behind_empty_lines(self, place: int) -> int:
        found = _EMPTY_LINES[self.delimiter].match(self.content, place)
        return found.end() if found else place

    def _spans_lines(self, place: int, end: int) -> bool:
        return self.content.find(b"\n", place, max(place, end - 1)) >= 0

    def _line_behind(self, place: int) -> int:
        """Return where the next line begins."""
        return self.content.find(b"\n", place) + 1 or len(self.content)

    def _extent(self, damaged: int, open_end: bool) -> int:
        """Return where a damaged row ends: before the first line that is a complete row.

        Without one it is the rest of a text truncated within a quote, or else a single line.
        """
        first = place = self._line_behind(damaged)
        begins = _LIKE_A_ROW[self.delimiter] if self.width > 1 else _ANY_LINE
        while found := begins.search(self.content, place - 1):
            place = found.start() + 1
            if self._spent > _TRIALS * len(self.content):
                return first
            cells, end = self._whole_row(place)
            self._spent += end - place + _TRIAL_COST
            if cells is not None and self._looks_right(cells):
                return place
            place = self._line_behind(place)
        return len(self.content) if open_end else first

    def _looks_right(self, cells: list[bytes]) -> bool:
        """Say whether the cells match the kinds of their columns; some may be empty, not all."""
        numbers = [cells[column] for column in self._digits]
        addresses = [cells[column] for column in self._addresses]
        return (not (numbers or addresses) or any((*numbers, *addresses))) and (
            all(not cell or _is_number(cell) for cell in numbers)
            and all(not cell or _is_address(cell) for cell in addresses)
        )

    def _damaged(self, place: int, end: int) -> list[bytes]:
        """Return the cells of a damaged row as well as its quotes allow; none if it is too long."""
        if end - place > ROW_BYTES:
            self.damage.too_long += 1
            return []
        row = self.content[place:end].rstrip(b"\r\n")
        cells = _leniently(row, self.delimiter)
        if len(cells) != self.width:
            cells = [_unquoted(cell) for cell in row.split(self.delimiter)]
        if any(cells):
            self.damage.quotes += 1
        return cells

    def _fitted(self, cells: list[bytes]) -> list[bytes]:
        """Return a row of the right width: surplus cells are taken as delimiters within one cell."""
        over = len(cells) - self.width
        if not over:
            return cells
        self.damage.ragged += 1
        if over < 0:
            return cells + [b""] * -over
        places = dict.fromkeys((self.text_column, *range(self.width - 1, -1, -1)))
        rows = [
            [*cells[:place], self.delimiter.join(cells[place : place + over + 1]), *cells[place + over + 1 :]]
            for place in places
            if over < COLUMNS
        ]
        return next((row for row in rows if self._looks_right(row)), rows[0] if rows else cells[: self.width])


def _leniently(row: bytes, delimiter: bytes) -> list[bytes]:
    """Split a row whose quotes are literal unless a delimiter or the end follows."""
    cells: list[bytes] = []
    place = 0
    pattern = _LENIENT[delimiter]
    while place <= len(row) and len(cells) < COLUMNS:
        found = pattern.match(row, place)
        assert found is not None
        cell = found.group(1)
        cells.append(_unquoted(found.group()) if cell is None else cell.replace(b'\\"', b'"').replace(b'""', b'"'))
        place = found.end() + 1
    return cells


def _unquoted(cell: bytes) -> bytes:
    """Remove the quotes of a cell, or an unclosed one."""
    bare = cell.strip()
    if len(bare) > 1 and bare.startswith(b'"') and bare.endswith(b'"'):
        return bare[1:-1].replace(b'""', b'"')
    return bare.removeprefix(b'"') if bare.count(b'"') % 2 else cell


def _is_number(cell: bytes) -> bool:
    return cell.strip().isdigit()


def _is_address(cell: bytes) -> bool:
    return cell.strip().startswith(b"http")


def _patterns(delimiter: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    quoted = rb' *+"([^"]*+(?:""[^"]*+)*+)("?) *+'
    return re.compile(quoted), re.compile(rb"[^%b\n]*+" % re.escape(delimiter))


_EMPTY_LINES = {delimiter: re.compile(rb"(?:[%b\r]*+\n)*+" % re.escape(delimiter)) for delimiter in DELIMITERS}
_ANY_LINE = re.compile(rb"\n(?=.)", re.DOTALL)
_LIKE_A_ROW = {
    delimiter: re.compile(rb'\n(?=[^%b\n"]*+%b| *+")' % ((re.escape(delimiter),) * 2)) for delimiter in DELIMITERS
}
"""Before a line with several cells."""

_PATTERNS = {delimiter: _patterns(delimiter) for delimiter in DELIMITERS}
_ENDS = {delimiter: (delimiter, b"\n", b"\r\n") for delimiter in DELIMITERS}
_LENIENT = {
    delimiter: re.compile(
        rb' *+"((?:[^"\\]++|\\.|"(?! *(?:%b|\Z)))*+)" *+(?=%b|\Z)|[^%b]*+' % ((re.escape(delimiter),) * 3), re.DOTALL
    )
    for delimiter in DELIMITERS
}

"""How outlets by time look: pure functions from a matrix to rows of cells.

A hit is a number, a silence a nought, and where an outlet has nothing at all the cell stays empty: the three are told
apart without colour. Every row is exactly as wide as was asked for.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.base.calendar_names import short_month
from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.locale import N_, _
from tui.timeline.granularity import Granularity, span_label
from tui.timeline.outlets import Cell, OutletMatrix, OutletRow, Voice
from tui.ui.drawing.outlets import MARK_CELLS, outlet_mark, outlet_role
from tui.ui.drawing.spans import drawn
from tui.ui.drawing.styled_runs import filled


class Role(StrEnum):
    """What a piece of a row is; the widget gives each a style."""

    EDGE = "edge"
    SOURCE = "source"
    HEARD = "heard"
    SILENT = "silent"
    CURSOR = "cursor"


Piece = tuple[str, str]
Line = tuple[Piece, ...]

COLUMN = 5
"""The cells of a column, the first of them empty."""
_TOTAL = 7
_WIDEST, _NARROWEST = 28, 14
"""The cells of an outlet's letters and its name."""
_NO_OUTLET = N_("no outlet named")
_UNSURE = "?"
LEGEND = N_("0 silent on this · empty: no article of that time · ? day not known so exactly")
_EARLIER, _LATER = "◂", "▸"
"""Signs that there are columns out of sight."""


class Sight(NamedTuple):
    """What of a matrix is in sight."""

    matrix: OutletMatrix
    width: int
    """The cells of a row."""
    first: int = 0
    """The first column in sight."""
    share: bool = False
    """Whether cells are the percentage of the outlet's articles of that time that are hits."""

    @property
    def name_cells(self) -> int:
        """The cells before the first column: the edge, the outlet and its total.

        A long name is cut only where the columns need its room.
        """
        fair = max(_NARROWEST, min(_WIDEST, self.width // 4))
        left = self.width - 1 - _TOTAL - self.matrix.columns * COLUMN
        longest = max((cell_len(_shown_name(row)) for row in self.matrix.rows), default=0)
        return 1 + max(fair, min(left, longest + MARK_CELLS + 2)) + _TOTAL

    @property
    def room(self) -> int:
        """How many columns there is room for, one at least."""
        return max(1, min(self.matrix.columns, (self.width - self.name_cells) // COLUMN))

    @property
    def columns(self) -> range:
        """The columns in sight."""
        return range(self.first, min(self.matrix.columns, self.first + self.room))

    def column_at(self, x: int) -> int | None:
        """Return the column that is drawn in a cell, counted from 0 at the left; None where none is."""
        column = self.first + (x - self.name_cells) // COLUMN
        return column if column in self.columns else None


def _shown_name(row: OutletRow) -> str:
    return printable_line(row.source or _(_NO_OUTLET))


def draw_head(sight: Sight) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the columns in sight, each with the spaces before it: years or months, and their parts.

    A sign stands before the first and behind the last one where there are others.
    """
    above: list[str] = []
    total = _("hits")
    below = [" " * (sight.name_cells - _TOTAL) + f"{total:>{_TOTAL}}"]
    start, last = 0, ""
    for column in sight.columns:
        upper, lower = _column_name(sight.matrix, column)
        before = _EARLIER if 0 < column == sight.first else " "
        below.append(f"{before}{lower:>{COLUMN - 1}}")
        place = sight.name_cells + (column - sight.first) * COLUMN + 1
        if upper != last and start < place and place + len(upper) <= sight.width:
            above.append(" " * (place - start) + upper)
            start, last = place + len(upper), upper
    if sight.columns.stop < sight.matrix.columns and sum(map(cell_len, below)) < sight.width:
        below.append(_LATER)
    return tuple(above), tuple(below)


def draw_row(row: OutletRow, sight: Sight, cursor: int | None) -> Line:
    """Draw an outlet; `cursor` is the chosen column if the row is chosen."""
    mark = outlet_mark(row.source)
    room = sight.name_cells - 1 - _TOTAL
    name = drawn(_shown_name(row))
    name = name if cell_len(name) < room - MARK_CELLS - 1 else f"{set_cell_size(name, room - MARK_CELLS - 3)}…"
    pieces: list[Piece] = [
        ("▌" if cursor is not None else " ", Role.EDGE),
        (mark + " " * (MARK_CELLS + 1 - cell_len(mark)), outlet_role(row.source)),
        (name + " " * (room - MARK_CELLS - 1 - cell_len(name)), Role.SOURCE),
        (_number(row.whole, sight.share, _TOTAL), Role.HEARD if row.whole.hits else Role.SILENT),
    ]
    for column in sight.columns:
        cell = row.cells[column]
        role = Role.HEARD if cell.voice is Voice.HEARD else Role.SILENT
        text = _number(cell, sight.share, COLUMN)
        if column == cursor:
            pieces += [(" ", role), (text[1:], Role.CURSOR)]
        else:
            pieces.append((text, role))
    return filled(pieces, sight.width, Role.SILENT)


def cell_words(row: OutletRow, matrix: OutletMatrix, column: int) -> str:
    """Say what a cell means, in a sentence."""
    cell = row.cells[column]
    outlet = printable_line(row.source or _(_NO_OUTLET))
    forms = {
        Voice.HEARD: _("{outlet}, {time}: {hits:,} of its {articles}."),
        Voice.SILENT: _("{outlet}, {time}: silent, none of its {articles}."),
        Voice.ABSENT: _("{outlet}, {time}: no article of that time in the dossier."),
        Voice.UNSURE: _("{outlet}, {time}: not known."),
    }
    told = forms[cell.voice].format(
        outlet=outlet,
        time=span_label(matrix.bucket(column)),
        hits=cell.hits,
        articles=counted(cell.articles, "article"),
    )
    if cell.vague:
        vague = _("{hits:,} of {articles} known only to a longer time may be of it.")
        told += " " + vague.format(hits=cell.vague_hits, articles=counted(cell.vague, "article"))
    return told


def _number(cell: Cell, share: bool, width: int) -> str:
    voice = cell.voice
    if voice is Voice.UNSURE:
        text = _UNSURE
    elif voice is Voice.ABSENT:
        text = ""
    elif share:
        text = f"{100 * cell.hits / cell.articles:.0f}%"
    else:
        text = f"{cell.hits}"
    text = text if len(text) < width else "9" * (width - 2) + "+"
    return f"{text:>{width}}"


def _column_name(matrix: OutletMatrix, column: int) -> tuple[str, str]:
    """Return the name of what a column lies in, and its own."""
    first = matrix.bucket(column).first
    unit, year = matrix.granularity, f"{first.year}"
    if unit is Granularity.YEAR:
        return "", year
    if unit is Granularity.QUARTER:
        return year, f"Q{(first.month + 2) // 3}"
    if unit is Granularity.MONTH:
        return year, short_month(first.month)[: COLUMN - 1]
    if unit is Granularity.WEEK:
        of_year, week, _day = first.isocalendar()
        return f"{of_year}", f"W{week:02}"
    return f"{short_month(first.month)} {year}", f"{first.day}"

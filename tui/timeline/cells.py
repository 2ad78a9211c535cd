"""Cells: what a drawing of the timeline is made of, before it has any colour.

A drawing is rows of pieces, each a text and the part it plays; every row is exactly as wide as was asked for, and every
character in it is one cell wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class CellRole(StrEnum):
    """The part that a piece of a drawing plays; a widget gives each its colour."""

    BLANK = "blank"
    BAR = "bar"
    """Hits of the query."""
    BEHIND = "behind"
    """The whole dossier, behind the hits."""
    FAINT = "faint"
    """Hits whose date is known only to a longer time than a bucket."""
    AXIS = "axis"
    HANDLE = "handle"
    """The two ends of the span."""
    TRACK = "track"
    """The way between the two handles."""
    OUTSIDE = "outside"
    """Hits and track outside the span."""
    CURSOR = "cursor"
    LABEL = "label"
    MILESTONE = "milestone"
    """A sign on the axis for what several sources tell of."""


CellRow = tuple[tuple[str, CellRole], ...]
Drawing = tuple[CellRow, ...]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that a drawing uses; each is one cell wide."""

    bars: str
    """A bar's top cell, from the lowest step to the full cell."""
    behind: str
    """The same for what stands behind; told from a bar without colour."""
    faint: str
    """The same for coarse dates; told from both without colour."""
    start: str
    end: str
    track: str
    outside: str
    year: str
    """Marks a year's beginning on the axis."""
    tick: str
    """Marks any other beginning on the axis."""
    cursor: str
    """Fills the cursor's column above its bar."""
    earlier: str
    """More lies to the left."""
    later: str
    """More lies to the right."""
    times: str
    agreed: str
    """Stands where a milestone's sources agree."""
    disputed: str
    """Stands where they do not."""
    plain: bool = False
    """Whether labels must be ASCII as well."""

    def worded(self, text: str) -> str:
        """Return a label in the characters that the terminal has."""
        return text.translate(_PLAIN).encode("ascii", "replace").decode("ascii") if self.plain else text


_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "·": "|", "×": "x", "◆": "*", "◇": "?", "…": "...", "’": "'", "“": '"', "”": '"'}
)

UNICODE = Glyphs("▁▂▃▄▅▆▇█", "⣀⣤⣶⣿", "⡀⡄⡆⡇", "◀", "▶", "━", "─", "│", "╵", "┊", "‹", "›", "×", "◆", "◇")
ASCII = Glyphs("#", ":", ".", "<", ">", "=", "-", "|", "'", "!", "<", ">", "x", "*", "?", plain=True)
"""For terminals that are not UTF-8, and for consoles whose font has neither blocks nor braille."""


class CellLine:
    """One row of cells that is painted from left to right or in any order; what lies outside it is omitted."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._cells: list[tuple[str, CellRole]] = [(" ", CellRole.BLANK)] * width

    def put(self, column: int, text: str, role: CellRole) -> None:
        """Paint a text from a column on."""
        for place, character in enumerate(text, column):
            if 0 <= place < self.width:
                self._cells[place] = (character, role)

    def free(self, column: int) -> bool:
        """Say whether nothing is painted in a column yet."""
        return self._cells[column][1] is CellRole.BLANK

    @property
    def row(self) -> CellRow:
        """The cells, joined to pieces of one role each."""
        return tuple(
            ("".join(character for character, _ in run), role)
            for role, run in groupby(self._cells, key=lambda cell: cell[1])
        )


def text_of(row: CellRow) -> str:
    """Return a row without its roles."""
    return "".join(text for text, _ in row)

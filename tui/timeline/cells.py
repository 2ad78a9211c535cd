"""Cells: what a drawing of the timeline is made of, before it has any colour.

A drawing consists of rows of pieces, each a text with its role; every row has exactly the requested width, and every
character is one cell wide.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby

from msgspec import Struct


class CellRole(StrEnum):
    """The role of a piece of a drawing; a widget gives each role a colour."""

    BLANK = "blank"
    BAR = "bar"
    """Hits of the query."""
    BEHIND = "behind"
    """The whole dossier, behind the hits."""
    FAINT = "faint"
    """Hits whose date is known only to a period longer than a bucket."""
    AXIS = "axis"
    HANDLE = "handle"
    """The two ends of the span."""
    TRACK = "track"
    """The line between the two handles."""
    OUTSIDE = "outside"
    """Hits and track outside the span."""
    CURSOR = "cursor"
    LABEL = "label"
    MILESTONE = "milestone"
    """A sign on the axis for an event that several sources report."""
    NEW = "new"
    """A sign over a bucket with articles that the last visit did not see."""
    ARTICLE = "article"
    """The letter of the article that is read, above the bar of its day."""
    LAYER_1 = "layer-1"
    LAYER_2 = "layer-2"
    LAYER_3 = "layer-3"
    LAYER_4 = "layer-4"
    LAYER_5 = "layer-5"
    LAYER_6 = "layer-6"
    """Hits of one outlet, or of one of several queries."""


CellRow = tuple[tuple[str, CellRole], ...]
Drawing = tuple[CellRow, ...]


class Glyphs(Struct, frozen=True):
    """The characters that a drawing uses; each is one cell wide."""

    bars: str
    """A bar's top cell, from the lowest step to the full cell."""
    behind: str
    """The same for the background; can be told from a bar without colour."""
    faint: str
    """The same for coarse dates; can be told from both without colour."""
    start: str
    end: str
    track: str
    outside: str
    year: str
    """Marks the start of a year on the axis."""
    tick: str
    """Marks any other start on the axis."""
    cursor: str
    """Fills the cursor's column above its bar."""
    earlier: str
    """More lies to the left."""
    later: str
    """More lies to the right."""
    times: str
    agreed: str
    """For a milestone whose sources agree."""
    disputed: str
    """For one whose sources disagree."""
    new: str
    fold: str
    """Fills a folded stretch beside the words that say how long it is."""
    plain: bool = False
    """Whether labels must be ASCII as well."""

    def worded(self, text: str) -> str:
        """Return a label in characters that the terminal can show."""
        return text.translate(_PLAIN).encode("ascii", "replace").decode("ascii") if self.plain else text


_PLAIN = str.maketrans(
    {"•": "+", "–": "-", "—": "-", "·": "|", "×": "x", "◆": "*", "◇": "?", "…": "...", "’": "'", "“": '"', "”": '"'}
)

UNICODE = Glyphs("▁▂▃▄▅▆▇█", "⣀⣤⣶⣿", "⡀⡄⡆⡇", "◀", "▶", "━", "─", "│", "╵", "┊", "‹", "›", "×", "◆", "◇", "•", "┈")
ASCII = Glyphs("#", ":", ".", "<", ">", "=", "-", "|", "'", "!", "<", ">", "x", "*", "?", "+", "~", plain=True)
"""For terminals without UTF-8, and for consoles whose font has neither blocks nor braille."""


class CellLine:
    """One row of cells that can be painted in any order; what lies outside is clipped."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._cells: list[tuple[str, CellRole]] = [(" ", CellRole.BLANK)] * width

    def put(self, column: int, text: str, role: CellRole) -> None:
        """Paint a text, starting at a column."""
        for place, character in enumerate(text, column):
            if 0 <= place < self.width:
                self._cells[place] = (character, role)

    def free(self, column: int) -> bool:
        """Say whether nothing is painted in a column yet."""
        return self._cells[column][1] is CellRole.BLANK

    @property
    def row(self) -> CellRow:
        """The cells, joined into pieces of one role each."""
        return tuple(
            ("".join(character for character, _ in run), role)
            for role, run in groupby(self._cells, key=lambda cell: cell[1])
        )


def text_of(row: CellRow) -> str:
    """Return a row without its roles."""
    return "".join(text for text, _ in row)


def bar_cell(height: float, level: int, steps: str) -> str:
    """Return what a bar of `height` rows shows in a row; at least its lowest step unless it is zero."""
    reached = max(1, int(height * len(steps) + 0.5)) - level * len(steps) if height > 0 else 0
    return " " if reached <= 0 else steps[min(reached, len(steps)) - 1]

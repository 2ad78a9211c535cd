"""Spots of a document as columns and rows, which is all that Textual's selection knows.

A column is the offset of a character in its section; a row is the section's number, far beyond the rows of any screen,
so that a row of the screen, which Textual gives for borders, can be told from a section. Margins and empty rows get
rows of their own, where one column counts for many: Textual counts on from the first one, character by character.
"""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Offset

from tui.search.passage import Mark
from tui.ui.drawing.document import Spot

_SECTIONS = 1 << 20
_EDGES = 1 << 21
_EDGE_COLUMNS = 1 << 12
"""More than the cells of any margin."""


def spot_offset(spot: Spot) -> Offset:
    """Return a spot as Textual's selection keeps it."""
    return Offset(spot.offset, _SECTIONS + spot.section)


def edge_meta(spot: Spot) -> Style:
    """Return the style of cells that belong to `spot` but not to the text."""
    return Style.from_meta({"offset": (spot.offset * _EDGE_COLUMNS, _EDGES + spot.section)})


def spot_of(offset: Offset) -> Spot | None:
    """Return the spot that an offset of a selection means, or None for one on the screen."""
    if offset.y >= _EDGES:
        return Spot(offset.y - _EDGES, offset.x // _EDGE_COLUMNS)
    if offset.y >= _SECTIONS:
        return Spot(offset.y - _SECTIONS, offset.x)
    return None


def between(selected: tuple[Spot, Spot], section: int, length: int) -> tuple[Mark, ...]:
    """Return the selected stretch of a section of `length` characters, if any of it is selected."""
    first, last = selected
    if not first.section <= section <= last.section:
        return ()
    start = first.offset if first.section == section else 0
    end = last.offset if last.section == section else length
    return ((start, end),) if start < end else ()

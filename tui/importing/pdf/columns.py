"""Columns: how wide the lines are that begin at about the same place of a page, so that a short one can be told.

Widths are estimated from the letters, since a page does not say them; they are good to a few hundredths.
"""

from __future__ import annotations

from tui.importing.pdf.lines import PrintedLine

_NARROW, _WIDE = "iljtfrI.,;:'!|()[] ’‘", "mwMW%@—…œæŒÆ"
_WIDTHS = {**dict.fromkeys(_NARROW, 0.29), **dict.fromkeys(_WIDE, 0.85)}
"""Widths of letters in heights, roughly as in most fonts for text; half a height for all that stand in neither list."""

_CAPITAL = 0.68

_NEAR = 25.0
"""Lines that begin within so many points of one another may stand in the same column."""

_FEWEST = 10
_WIDER = 1.35
"""Where the widest line is wider than most by this factor it may span columns that begin below it."""

_ALIKE = (0.85, 1.12)
"""The extents of lines that fill a column, against the one that most of them reach."""

_SHARE = 0.55
"""The part of the lines that must fill a column for it to be one; the lines of a list are of all lengths."""


def extent(text: str, size: float = 1.0) -> float:
    """Return about how wide a text is, in points where `size` is that of its letters."""
    return size * sum(_WIDTHS.get(letter) or (_CAPITAL if letter.isupper() else 0.5) for letter in text)


class TextColumns:
    """The columns of all pages of a text."""

    def __init__(self, pages: list[list[PrintedLine]]) -> None:
        extents: dict[tuple[int, int], list[float]] = {}
        for number, page in enumerate(pages):
            for line in page:
                extents.setdefault((number, round(line.x / _NEAR)), []).append(extent(line.text, line.size))
        self._widest = {place: max(found) for place, found in extents.items()}
        self._usual = {place: _usual(sorted(found)) for place, found in extents.items()}

    def width(self, page: int, line: PrintedLine) -> float:
        """Return the extent of a full line of the column in which a line stands."""
        place = round(line.x / _NEAR)
        usual = self._usual[(page, place)]
        if usual and extent(line.text, line.size) <= usual:
            return usual
        return max(self._widest.get((page, place + nudge), 0.0) for nudge in (-1, 0, 1))


def _usual(extents: list[float]) -> float:
    """Return the width of the column that most lines fill where some others span more; 0 where that is not so."""
    most = extents[len(extents) * 3 // 5]
    if len(extents) < _FEWEST or extents[-1] < most * _WIDER:
        return 0.0
    filling = [one for one in extents if most * _ALIKE[0] <= one <= most * _ALIKE[1]]
    return filling[-1] if len(filling) >= len(extents) * _SHARE else 0.0

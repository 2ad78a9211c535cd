"""Lines of a PDF page, built from pieces of text with their places and sizes, and the columns they stand in.

Places are in points from the lower left corner. Widths are estimated from the letters, since a page does not state
them; they are good to a few per cent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Ligatures and Arabic presentation forms, which nobody searches for."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")

_LONGEST_MARK = 3
_SMALL = 0.8
"""The largest size of a footnote number relative to its line."""

Matrix = Sequence[float]
"""The six numbers of a PDF transformation."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page."""

    text: str
    """Without line breaks or spaces at its ends."""
    x: float
    """Where its first letter is; 0 for a right-to-left line, whose beginning is unknown."""
    y: float
    """Its baseline."""
    size: float
    """The size of most of its letters, in points."""


class LineBuilder:
    """Builds the lines of one page from its pieces."""

    def __init__(self) -> None:
        self.lines: list[PrintedLine] = []
        self._text: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._at: tuple[float, float] | None = None

    def add(self, text: str, outer: Matrix, inner: Matrix, size: float) -> None:
        """Add a piece with its two transformations; a line break in it ends the line."""
        first, *others = text.split("\n")
        self._add(first, outer, inner, size)
        for part in others:
            self.end_line()
            self._add(part, outer, inner, size)

    def _add(self, text: str, outer: Matrix, inner: Matrix, size: float) -> None:
        if not text.strip():
            self._text.append(text)
            return
        at = (
            inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
            inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
        )
        height = abs(size) * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3])
        self._text.append(f"[{text.strip()}]" if self._is_raised(text, at[1], height) else text)
        self._at = self._at or at
        self._sizes[round(height, 1)] += len(text)

    def _is_raised(self, text: str, y: float, height: float) -> bool:
        """Say whether a piece is a footnote number: small digits above the line."""
        if self._at is None or not text.strip().isdecimal() or len(text.strip()) > _LONGEST_MARK:
            return False
        usual = self._sizes.most_common(1)[0][0]
        return height < usual * _SMALL and usual * 0.15 < y - self._at[1] < usual

    def end_line(self) -> None:
        """End the open line."""
        text = " ".join(_FORMS.sub(_plain, "".join(self._text)).split())
        if text and self._at is not None:
            size = self._sizes.most_common(1)[0][0]
            backwards = len(_RIGHT_TO_LEFT.findall(text)) * 3 > len(text)
            self.lines.append(PrintedLine(text, 0.0 if backwards else self._at[0], self._at[1], size or 1.0))
        self._text, self._at = [], None
        self._sizes.clear()


def _plain(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form.group())


_NARROW, _WIDE = "iljtfrI.,;:'!|()[] ’‘", "mwMW%@—…œæŒÆ"
_WIDTHS = {**dict.fromkeys(_NARROW, 0.29), **dict.fromkeys(_WIDE, 0.85)}
"""Widths of letters relative to their size, roughly as in most text fonts; 0.5 for all others."""

_CAPITAL = 0.68

_NEAR = 25.0
"""Lines that begin within so many points may be in the same column."""

_FEWEST = 10
_WIDER = 1.35
"""If the widest line is wider than most by this factor it may span the columns below it."""

_ALIKE = (0.85, 1.12)
"""The extent of lines that fill a column, relative to the common one."""

_SHARE = 0.55
"""The share of lines that must fill a column; the lines of a list vary."""


def extent(text: str, size: float = 1.0) -> float:
    """Return the approximate width of a text, in units of `size`."""
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
        """Return the extent of a full line in the column of a line."""
        place = round(line.x / _NEAR)
        usual = self._usual[(page, place)]
        if usual and extent(line.text, line.size) <= usual:
            return usual
        return max(self._widest.get((page, place + nudge), 0.0) for nudge in (-1, 0, 1))


def _usual(extents: list[float]) -> float:
    """Return the width of the column that most lines fill while others span more, or 0."""
    most = extents[len(extents) * 3 // 5]
    if len(extents) < _FEWEST or extents[-1] < most * _WIDER:
        return 0.0
    filling = [one for one in extents if most * _ALIKE[0] <= one <= most * _ALIKE[1]]
    return filling[-1] if len(filling) >= len(extents) * _SHARE else 0.0

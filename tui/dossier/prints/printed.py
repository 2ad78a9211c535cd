"""Printed lines: the pieces of text that a page shows, put together to lines, each at its place and in its size.

Places are in points from the lower left corner of the sheet; what a piece is in the file, a letter or a line, is of no
account here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_TABLE = str.maketrans(_LIGATURES)

Matrix = Sequence[float]
"""The six numbers of a transformation, as PDF writes them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on a page."""

    text: str
    """Without line breaks or spaces at its ends."""
    x: float
    """Where its first letter stands."""
    y: float
    """The line that its letters stand on."""
    size: float
    """Of most of its letters, in points."""


class Gathering:
    """The lines of one page, as its pieces come in."""

    def __init__(self) -> None:
        self.lines: list[Printed] = []
        self._text: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._at: tuple[float, float] | None = None

    def add(self, text: str, outer: Matrix, inner: Matrix, size: float) -> None:
        """Take in a piece with its two transformations; a line break in it ends the line."""
        first, *others = text.split("\n")
        self._add(first, outer, inner, size)
        for part in others:
            self.end_line()
            self._add(part, outer, inner, size)

    def _add(self, text: str, outer: Matrix, inner: Matrix, size: float) -> None:
        self._text.append(text)
        if not text.strip():
            return
        if self._at is None:
            self._at = (
                inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
                inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
            )
        height = abs(size) * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3])
        self._sizes[round(height, 1)] += len(text)

    def end_line(self) -> None:
        """Close the line that stands open."""
        text = " ".join("".join(self._text).translate(_TABLE).split())
        if text and self._at is not None:
            size = self._sizes.most_common(1)[0][0]
            self.lines.append(Printed(text, *self._at, size or 1.0))
        self._text, self._at = [], None
        self._sizes.clear()

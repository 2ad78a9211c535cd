"""Printed lines: the pieces of text that a page shows, put together to lines, each at its place and in its size.

Places are in points from the lower left corner of the sheet; what a piece is in the file, a letter or a line, is of no
account here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Joined letters, and the forms that Arabic letters take within words: nobody searches for them."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")

_LONGEST_MARK = 3
_SMALL = 0.8
"""What the letters of a note's number measure at most, against those of its line."""

Matrix = Sequence[float]
"""The six numbers of a transformation, as PDF writes them."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page."""

    text: str
    """Without line breaks or spaces at its ends."""
    x: float
    """Where its first letter stands; 0 for a line from right to left, which begins at no known place."""
    y: float
    """The line that its letters stand on."""
    size: float
    """Of most of its letters, in points."""


class LineBuilder:
    """The lines of one page, as its pieces come in."""

    def __init__(self) -> None:
        self.lines: list[PrintedLine] = []
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
        """Say whether a piece is the number of a note: small figures above the line."""
        if self._at is None or not text.strip().isdecimal() or len(text.strip()) > _LONGEST_MARK:
            return False
        usual = self._sizes.most_common(1)[0][0]
        return height < usual * _SMALL and usual * 0.15 < y - self._at[1] < usual

    def end_line(self) -> None:
        """Close the line that stands open."""
        text = " ".join(_FORMS.sub(_plain, "".join(self._text)).split())
        if text and self._at is not None:
            size = self._sizes.most_common(1)[0][0]
            backwards = len(_RIGHT_TO_LEFT.findall(text)) * 3 > len(text)
            self.lines.append(PrintedLine(text, 0.0 if backwards else self._at[0], self._at[1], size or 1.0))
        self._text, self._at = [], None
        self._sizes.clear()


def _plain(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form.group())

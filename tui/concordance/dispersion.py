"""Dispersion: where in an article the matches stand, as a bar of cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.concordance.lines import ContextLine, Document, documents_of

_SHADES = "·▁▂▃▄▅▆▇█"
CELLS = 20
"""The length of a bar where nothing else is asked for."""


class Dispersion(NamedTuple):
    """Where the matches of one article stand."""

    lines: tuple[ContextLine, ...]
    """Its matches, as they follow one another in the text; there is one at least."""

    @property
    def document(self) -> Document:
        """The article."""
        return self.lines[0].document

    @property
    def starts(self) -> list[int]:
        """The first character of each match, ascending."""
        return [line.start for line in self.lines]

    def bar(self, cells: int = CELLS) -> str:
        """Return its bar; see `dispersion_bar`."""
        return dispersion_bar(self.starts, len(self.document.text), cells)


def dispersions(lines: Iterable[ContextLine]) -> list[Dispersion]:
    """Return where the matches of each article stand, the articles as their lines came."""
    return [Dispersion(tuple(sorted(own, key=_place))) for own in documents_of(lines).values()]


def _place(line: ContextLine) -> int:
    return line.start


def dispersion_bar(starts: Iterable[int], length: int, cells: int = CELLS) -> str:
    """Return a bar of `cells` cells from the beginning of a text to its end: the more matches, the higher."""
    counts = [0] * cells
    for start in starts:
        counts[min(cells - 1, start * cells // max(1, length))] += 1
    return "".join(_SHADES[min(count, len(_SHADES) - 1)] for count in counts)

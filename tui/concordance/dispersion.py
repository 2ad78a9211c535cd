"""Dispersion: where in an article the matches stand, as a bar of cells."""

from __future__ import annotations

from collections.abc import Iterable

_SHADES = "·▁▂▃▄▅▆▇█"


def dispersion_bar(starts: Iterable[int], length: int, cells: int = 20) -> str:
    """Return a bar of `cells` cells from the beginning of a text to its end: the more matches, the higher."""
    counts = [0] * cells
    for start in starts:
        counts[min(cells - 1, start * cells // max(1, length))] += 1
    return "".join(_SHADES[min(count, len(_SHADES) - 1)] for count in counts)

"""How wide the columns of a table are on a terminal, and what is cut to fit them.

All widths are in cells; a cell that is cut is never wider than its column, and says with `…` where it was cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

GAP = 2
"""Cells between two columns."""

_NARROWEST = 12
"""No column is cut to less: a name of a few letters tells nothing."""


class Cut(StrEnum):
    """Where a text gives way: a path in the middle, since its end tells it from others; a title at its end."""

    MIDDLE = "middle"
    END = "end"


def fitted(
    rows: Sequence[Sequence[str]], cuts: Mapping[int, Cut], folded: frozenset[int], room: int
) -> list[list[str]]:
    """Cut the columns in `cuts` so that every row fits `room`, the first of them least.

    The others of them take no more than a quarter of what is left; the `folded` columns can be broken into lines and
    claim no more than a third of the room.
    """
    widths = [max(map(_size, column)) for column in zip(*rows, strict=True)]
    claimed = [min(width, room // 3) if place in folded else width for place, width in enumerate(widths)]
    left = room - GAP * (len(widths) - 1) - sum(width for place, width in enumerate(claimed) if place not in cuts)
    first, *others = cuts
    for place in others:
        widths[place] = min(widths[place], max(_NARROWEST, left // 4))
    widths[first] = min(widths[first], max(_NARROWEST, left - sum(widths[place] for place in others)))
    return [
        [cut(text, widths[place], cuts[place]) if place in cuts else text for place, text in enumerate(row)]
        for row in rows
    ]


def cut(text: str, width: int, where: Cut) -> str:
    """Return a text that is too wide with an ellipsis in the place of what is left away."""
    if _size(text) <= width:
        return text
    behind = (width - 1) * 2 // 3 if where is Cut.MIDDLE else 0
    return f"{_beginning(text, width - 1 - behind)}…{_beginning(text[::-1], behind)[::-1]}"


def _beginning(text: str, width: int) -> str:
    from rich.cells import get_character_cell_size

    for place, character in enumerate(text):
        width -= get_character_cell_size(character)
        if width < 0:
            return text[:place]
    return text


def _size(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)

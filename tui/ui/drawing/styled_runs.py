"""Pieces of a line: a text and what it is. Cutting, filling and splitting them, in cells and never in characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.cells import cell_len, set_cell_size

from tui.search.passage import Mark

Role = TypeVar("Role", bound=str)


def split_at_marks(text: str, marks: Iterable[Mark], role: Role, marked: Role) -> Iterator[tuple[str, Role]]:
    """Split `text` at its marks: what lies in one gets the role `marked`, the rest `role`."""
    here = 0
    for start, end in marks:
        if start > here:
            yield text[here:start], role
        yield text[start:end], marked
        here = end
    if here < len(text):
        yield text[here:], role


def cells(pieces: Iterable[tuple[str, Role]]) -> int:
    """Return the width of all pieces together, in cells."""
    return sum(cell_len(text) for text, _ in pieces)


def cut(pieces: Sequence[tuple[str, Role]], width: int) -> list[tuple[str, Role]]:
    """Return `pieces` in at most `width` cells; a cut shows as an ellipsis."""
    if cells(pieces) <= width:
        return list(pieces)
    kept: list[tuple[str, Role]] = []
    left = max(0, width - 1)
    for text, role in pieces:
        taken = cell_len(text)
        if taken > left:
            kept.append((set_cell_size(text, left).rstrip() + "…", role))
            return kept if width > 0 else []
        kept.append((text, role))
        left -= taken
    return kept


def filled(pieces: Sequence[tuple[str, Role]], width: int, role: Role) -> tuple[tuple[str, Role], ...]:
    """Return `pieces` in exactly `width` cells: cut where they are too long, else filled up with spaces of `role`."""
    fitting = cut(pieces, width)
    missing = width - cells(fitting)
    return tuple(piece for piece in (*fitting, (" " * missing, role)) if piece[0])

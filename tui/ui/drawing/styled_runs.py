"""Styled runs of a line, each a text and its role: cut, filled and split, in cells and never in characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from string import Formatter
from typing import TypeVar

from rich.cells import cell_len, set_cell_size

from tui.search.passage import Mark

Role = TypeVar("Role", bound=str)

_WORD = re.compile(r"\S+\s*|\s+")


def styled(message: str, style: str, **values: tuple[str, str]) -> list[tuple[str, str]]:
    """Fill the names in braces of a message with values that have styles of their own; the rest has `style`."""
    runs: list[tuple[str, str]] = []
    for text, name, _spec, _conversion in Formatter().parse(message):
        runs += [(text, style)] if text else []
        runs += [values[name]] if name else []
    return runs


def split_at_marks(text: str, marks: Iterable[Mark], role: Role, marked: Role) -> Iterator[tuple[str, Role]]:
    """Split `text` at its marks: marked text gets the role `marked`, the rest `role`."""
    here = 0
    for start, end in marks:
        if start > here:
            yield text[here:start], role
        yield text[start:end], marked
        here = end
    if here < len(text):
        yield text[here:], role


def cells(runs: Iterable[tuple[str, Role]]) -> int:
    """Return the width of all runs together, in cells."""
    return sum(cell_len(text) for text, _ in runs)


def cut(runs: Sequence[tuple[str, Role]], width: int) -> list[tuple[str, Role]]:
    """Return `runs` in at most `width` cells; a cut shows as an ellipsis."""
    if cells(runs) <= width:
        return list(runs)
    kept: list[tuple[str, Role]] = []
    left = max(0, width - 1)
    for text, role in runs:
        taken = cell_len(text)
        if taken > left:
            kept.append((set_cell_size(text, left).rstrip() + "…", role))
            return kept if width > 0 else []
        kept.append((text, role))
        left -= taken
    return kept


def filled(runs: Sequence[tuple[str, Role]], width: int, role: Role) -> tuple[tuple[str, Role], ...]:
    """Return `runs` in exactly `width` cells: cut where they are too long, else filled up with spaces of `role`."""
    fitting = cut(runs, width)
    missing = width - cells(fitting)
    return tuple(run for run in (*fitting, (" " * missing, role)) if run[0])


def two_lines(
    runs: Sequence[tuple[str, Role]], width: int
) -> tuple[tuple[tuple[str, Role], ...], tuple[tuple[str, Role], ...]]:
    """Break runs between words, behind the last that `width` cells hold; the second line is empty if all fit."""
    if cells(runs) <= width:
        return tuple(runs), ()
    words = [(word, role) for text, role in runs for word in _WORD.findall(text)]
    held = (place for place in range(len(words) - 1, 0, -1) if cells(words[:place]) <= width)
    place = next(held, 1)
    return tuple(words[:place]), tuple(words[place:])

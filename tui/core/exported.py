"""The rows of a list as they leave the program: each article with its best passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.base.progress import Stop, never
from tui.core.citable import citable_heads
from tui.core.view import View
from tui.errors import Cancelled

if TYPE_CHECKING:
    from tui.core.archive import Archive
    from tui.export.articles import Exported

_AT_ONCE = 200
"""Rows that are asked for at once; each may need its text read for its passage."""


def exported(
    explorer: Archive, view: View, stop: Stop = never, report: Callable[[int], object] = id
) -> Iterator[Exported]:
    """Yield what a view lists, in its order; `report` is told how many articles were fetched so far.

    Raises `Cancelled` soon after `stop` answers yes.
    """
    from tui.export.articles import Exported

    for first in range(0, len(view.listed), _AT_ONCE):
        if stop():
            raise Cancelled
        last = min(first + _AT_ONCE, len(view.listed))
        rows = explorer.rows(view, first, last)
        heads = {head.number: head for head in citable_heads(explorer, [row.number for row in rows])}
        report(last)
        for row in rows:
            if row.number in heads:  # another program may have dropped it just now
                passages = (row.snippet.text,) if row.snippet else ()
                yield Exported(heads[row.number], passages, row.score or None)

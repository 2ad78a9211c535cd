"""A query as a verb asks it: a fault ends the verb with a sentence and the column."""

from __future__ import annotations

from tui.days import Clock
from tui.errors import MaliTuiError
from tui.explorer import Explorer
from tui.view import Query, View


def answered(explorer: Explorer, text: str, clock: Clock = Clock.PUBLISHED, folded: bool = False) -> View:
    """Return the view of a query; with `folded`, copies of one text share a row.

    Raises `MaliTuiError` with the column, counted from 1, where the query has a fault.
    """
    view = explorer.explore(Query(text, clock=clock, folded=folded))
    if view.fault is not None:
        raise MaliTuiError(f"In the query, column {view.fault.column + 1}: {view.fault.message}")
    return view

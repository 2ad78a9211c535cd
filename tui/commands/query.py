"""Queries of commands: a fault ends the command with a sentence and the column, and ignored parts are reported.

The query is finished here: a clause that breaks off is a fault, and so is a query with nothing to look for.
"""

from __future__ import annotations

from tui.base.days import Clock
from tui.commands.printer import tell
from tui.core.explorer import Explorer
from tui.core.view import Query, View
from tui.errors import MaliTuiError
from tui.locale import _


def answered(
    explorer: Explorer, text: str, clock: Clock = Clock.PUBLISHED, folded: bool = False, typed: int = 0
) -> View:
    """Return the view of a query; with `folded`, copies of one text share a row.

    Columns count from `typed`, where the part that the user typed begins. Ignored parts are reported on standard error.
    Raises `MaliTuiError` with the column, counted from 1, if the query has a fault, breaks off, or has nothing to look
    for.
    """
    view = explorer.explore(Query(text, clock=clock, folded=folded))
    fault = view.fault or view.lack
    if fault is not None:
        raise MaliTuiError(
            _("In the query, column {column}: {problem}").format(
                column=max(fault.column - typed, 0) + 1, problem=fault.message
            )
        )
    for said in view.untaken:
        tell(_("In the query, {said}.").format(said=said))
    return view

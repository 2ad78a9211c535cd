"""`mali-tui saved`: the saved queries with how many articles they find, and how many of those are new."""

from __future__ import annotations

import argparse

from tui.commands.desk_access import kept, opened, written
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.core.saved_queries import CountedQuery, counted_query, query_words, read_span
from tui.desk.drafts import forget, look, save
from tui.errors import MaliTuiError
from tui.locale import N_, _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """List the saved queries, save one or take one off; 1 where there are none.

    Raises `MaliTuiError` where the query that is to be saved has a fault.
    """
    query = " ".join(asked.query)
    if asked.save and asked.remove:
        raise MaliTuiError(_("Either --save or --remove: one query, one thing to do."))
    if query.strip() and not asked.save:
        raise MaliTuiError(_("Give the query a name: mali-tui saved --save NAME QUERY"))
    desk = opened(explorer, asked, printer)
    if asked.save:
        if query.strip():
            answered(explorer, query)
        _check_span(asked.span)
        ident = next((each.id for each in desk.desk.state().saved.values() if each.name == asked.save), "")
        return written(desk, printer, [save(asked.save, query, span=asked.span, clock=asked.clock, ident=ident)])
    if asked.remove:
        named = [each.id for each in desk.desk.state().saved.values() if asked.remove in (each.name, each.id)]
        if not named:
            raise MaliTuiError(
                _("No query is saved as {name!r}; `mali-tui saved` lists them.").format(name=asked.remove)
            )
        return written(desk, printer, [forget(ident) for ident in named])
    return _list(desk, explorer, asked, printer)


def _list(desk: DossierDesk, explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    counted = [counted_query(explorer, each) for each in desk.desk.state().saved.values()]
    if printer.as_json:
        for each in counted:
            printer.record(_record(each))
    elif counted:
        rows = [
            (f"{len(each.found):,}", "" if each.new is None else f"{each.new:,}", each.saved.name, _words(each))
            for each in counted
        ]
        printer.table((N_("articles"), N_("new"), N_("name"), N_("query")), rows)
    if asked.seen and counted:
        desk.desk.add(*(look(each.saved.id, each.found) for each in counted if not each.fault))
        kept(desk)
    return 0 if counted else 1


def _check_span(written: str) -> None:
    try:
        read_span(written)
    except ValueError:
        raise MaliTuiError(
            _("{written!r} is no time; write it as 2023-06..2023-12 or 2023-06.").format(written=written)
        ) from None


def _record(each: CountedQuery) -> dict[str, object]:
    saved = each.saved
    return {
        "id": saved.id,
        "name": saved.name,
        "query": saved.text,
        "span": saved.span or None,
        "clock": saved.clock,
        "order": saved.order or None,
        "count": len(each.found),
        "new": each.new,
        "seen_at": saved.seen_at or None,
        "fault": each.fault or None,
        "at": saved.at,
        "by": saved.by,
    }


def _words(each: CountedQuery) -> str:
    told = query_words(each.saved)
    return _("{query} (not counted: {problem})").format(query=told, problem=each.fault) if each.fault else told

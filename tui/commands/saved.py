"""`mali-tui saved`: the saved queries with how many articles they find, and how many of those are new."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from tui.base.days import Clock, Span, read_iso
from tui.commands.desk_access import kept, opened, written
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.desk.drafts import forget, look, save
from tui.desk.state import SavedQuery
from tui.errors import MaliTuiError
from tui.locale import N_, _


@dataclass(frozen=True, slots=True)
class _Counted:
    saved: SavedQuery
    found: tuple[str, ...]
    fault: str

    @property
    def new(self) -> int | None:
        """How many were not found when it was last looked at; None where it never was."""
        return None if self.saved.seen is None else sum(ident not in self.saved.seen for ident in self.found)


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
        _span(asked.span)
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
    counted = [_counted(explorer, each) for each in desk.desk.state().saved.values()]
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


def _counted(explorer: Explorer, saved: SavedQuery) -> _Counted:
    try:
        span, clock = _span(saved.span), Clock(saved.clock)
    except (MaliTuiError, ValueError):
        return _Counted(
            saved,
            (),
            _("the chosen time {span!r} or the clock {clock!r} is not understood").format(
                span=saved.span, clock=saved.clock
            ),
        )
    view = explorer.explore(Query(saved.text, span=span, clock=clock), suggest=False, rows=0)
    fault = view.fault or view.lack
    found = tuple(head.id for head in explorer.heads(view.hits)) if fault is None else ()
    return _Counted(saved, found, fault.message if fault is not None else "")


def _span(written: str) -> Span | None:
    """Read `2023-06..2023-12` or one date; raises `MaliTuiError` for anything else."""
    if not written:
        return None
    first, dots, last = written.partition("..")
    try:
        return read_iso(first)[0].joined(read_iso(last)[0]) if dots else read_iso(first)[0]
    except ValueError:
        raise MaliTuiError(
            _("{written!r} is no time; write it as 2023-06..2023-12 or 2023-06.").format(written=written)
        ) from None


def _record(each: _Counted) -> dict[str, object]:
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


def _words(each: _Counted) -> str:
    saved = each.saved
    clock = saved.clock if saved.clock != Clock.PUBLISHED.value else ""
    told = " · ".join(filter(None, (saved.text or _("(everything)"), saved.span, clock)))
    return _("{query} (not counted: {problem})").format(query=told, problem=each.fault) if each.fault else told

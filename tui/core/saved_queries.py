"""The saved queries of a desk, asked again: how many articles each finds, and how many of them are new."""

from __future__ import annotations

from dataclasses import dataclass

from tui.base.days import Clock, Span, read_iso
from tui.core.archive import Archive
from tui.core.view import Query
from tui.desk.state import SavedQuery
from tui.locale import _


@dataclass(frozen=True, slots=True)
class CountedQuery:
    """A saved query with what it finds now."""

    saved: SavedQuery
    found: tuple[str, ...] = ()
    """The ids of the articles."""
    fault: str = ""
    """Why it was not asked; empty where it was."""

    @property
    def new(self) -> int | None:
        """How many were not found when it was last looked at; None where it never was."""
        return None if self.saved.seen is None else sum(ident not in self.saved.seen for ident in self.found)


def counted_query(explorer: Archive, saved: SavedQuery) -> CountedQuery:
    """Ask a saved query."""
    query = query_of(saved)
    if query is None:
        told = _("the chosen time {span!r} or the clock {clock!r} is not understood")
        told = told.format(span=saved.span, clock=saved.clock)
        return CountedQuery(saved, (), told)
    view = explorer.explore(query, suggest=False, rows=0)
    fault = view.fault or view.lack
    found = tuple(head.id for head in explorer.heads(view.hits)) if fault is None else ()
    return CountedQuery(saved, found, fault.message if fault is not None else "")


def query_of(saved: SavedQuery, *, folded: bool = True) -> Query | None:
    """Return what a saved query asks; None where its time or its clock is not understood."""
    try:
        return Query(saved.text, read_span(saved.span), Clock(saved.clock), folded=folded)
    except ValueError:
        return None


def read_span(written: str) -> Span | None:
    """Read `2023-06..2023-12` or one date, nothing as all time; raises `ValueError` for anything else."""
    if not written:
        return None
    first, dots, last = written.partition("..")
    return read_iso(first)[0].joined(read_iso(last)[0]) if dots else read_iso(first)[0]


def query_words(saved: SavedQuery) -> str:
    """Say what a saved query asks: its words, its time, its clock where that is not the usual one."""
    clock = saved.clock if saved.clock != Clock.PUBLISHED.value else ""
    return " · ".join(filter(None, (saved.text or _("(everything)"), saved.span, clock)))

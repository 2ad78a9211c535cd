"""Narrowing a question to some of what it finds, in words that can be seen in the search bar."""

from __future__ import annotations

from tui.base.days import Clock
from tui.core.view import Query
from tui.search.facets import refined

_FIELDS = {Clock.PUBLISHED: "date", Clock.MENTIONED: "event"}


def narrowed(query: Query, *clauses: str) -> str:
    """Return words that ask for what a query finds in its span, and for some clauses."""
    span = query.span
    days = [f"{_FIELDS[query.clock]}:{span.first.isoformat()}..{span.last.isoformat()}"] if span is not None else []
    return refined(query.text, [[clause] for clause in (*clauses, *days)], ())

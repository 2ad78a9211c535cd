"""Saved queries on the main screen: the present one is saved under a name, and digits ask those that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.core.view import Query
from tui.locale import _
from tui.ui.screens.dossier.open_desk import Done, Job

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.state import DeskState, SavedQuery

MOST = 9
"""Queries that have a key."""


def saved_at(state: DeskState | None, place: int) -> SavedQuery | None:
    """Return the query with a key, from 1, in the order in which they were saved; None where there is none."""
    saved = list(state.saved.values()) if state is not None else []
    return saved[place - 1] if 0 < place <= min(len(saved), MOST) else None


def save_job(name: str, query: Query) -> Job:
    """Return the job that saves a query; one of that name gets the new content and keeps its key."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import save

        name_known = " ".join(name.split())
        known = desk.desk.state().saved
        ident = next((each.id for each in known.values() if each.name == name_known), "")
        span = f"{query.span.first.isoformat()}..{query.span.last.isoformat()}" if query.span is not None else ""
        desk.desk.add(save(name, query.text, span=span, clock=query.clock.value, ident=ident))
        place = next(place for place, each in enumerate(desk.desk.state().saved.values(), 1) if each.name == name_known)
        has_key = _("Saved as {name}: key {place} shows its hits.")
        told = has_key if place <= MOST else _("Saved as {name}: it has no key: the first nine do.")
        return Done(told.format(name=name_known, place=place))

    return job

"""Outlets by time: who wrote of a question, when, and who was silent."""

from __future__ import annotations

from tui.base.days import Clock
from tui.core.archive import Archive
from tui.core.view import View
from tui.errors import EngineError
from tui.locale import N_, _
from tui.timeline.granularity import Granularity
from tui.timeline.outlets import OutletMatrix, extent_of, outlet_matrix

AFAR = N_(
    "Outlets by time are counted in all articles of a dossier on this machine; of an engine, f counts the outlets."
)
"""Why an archive on a server has no answer."""


def outlets_by_time(archive: Archive, view: View, granularity: Granularity | None = None) -> OutletMatrix:
    """Count the hits of a view, and all articles, by outlet and by when they were published.

    The columns run over the span of publication that the view has, else from its first hit to its last. Without a
    `granularity` a fitting one is chosen. Raises `EngineError` where the articles are too many to be looked through.
    """
    labels = [(number, values[0][0], first, last) for number, values, first, last in archive.labels(("source",))]
    if not labels and archive.count:
        raise EngineError(_(AFAR))
    query, hits = view.query, frozenset(view.hits)
    span = query.span if query.clock is Clock.PUBLISHED else None
    extent = span if span is not None else extent_of(labels, hits)
    return outlet_matrix(labels, hits, extent, granularity) if extent is not None else OutletMatrix()

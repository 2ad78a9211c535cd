"""The hits divided: by outlet, or held beside those of other queries; each part by day on the clock of the view."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tui.base.days import Clock
from tui.base.progress import Stop, never
from tui.core.archive import Archive
from tui.core.outlets import AFAR
from tui.core.view import Query, View
from tui.errors import EngineError
from tui.locale import _
from tui.timeline.tally import Tally


class Part(Struct, frozen=True):
    """One part of what was divided."""

    name: str
    """The outlet, empty where none is named; or the words of the query."""
    tally: Tally
    is_rest: bool = False
    """Whether it stands for all outlets that have no part of their own."""


def by_outlet(archive: Archive, view: View, most: int, stop: Stop = never) -> tuple[Part, ...]:
    """Divide the hits of a view's query, whatever its span, by outlet: the `most` that have the most, then all others.

    What has no date counts last, since it stands nowhere in time.
    Raises `EngineError` where the articles are too many to be looked through, and `Cancelled` soon after `stop`.
    """
    asked = replace(view.query, text=view.answered, span=None, unfinished=False)
    hits = frozenset((view if view.query.span is None else archive.explore(asked, stop, suggest=False, rows=0)).hits)
    numbers: dict[str, array[int]] = {}
    labels = 0
    for number, values, *_days in archive.labels(("source",)):
        labels += 1
        if number in hits:
            numbers.setdefault(values[0][0], array("q")).append(number)
    if not labels and archive.count:
        raise EngineError(_(AFAR))
    tallies = {source: archive.tally(found, asked.clock) for source, found in numbers.items()}
    ranked = sorted(numbers, key=lambda source: (-tallies[source].dated, -len(numbers[source]), source.casefold()))
    named, others = ranked[:most], ranked[most:]
    parts = [Part(source, tallies[source]) for source in named]
    if others:
        rest = array("q", [number for source in others for number in numbers[source]])
        parts.append(Part("", archive.tally(rest, asked.clock), is_rest=True))
    return tuple(parts)


def by_query(archive: Archive, texts: Iterable[str], clock: Clock, stop: Stop = never) -> tuple[Part, ...]:
    """Count the hits of several queries, each for itself; a faulty query has no part.

    Raises `Cancelled` soon after `stop` returns true, `EngineError` if the engine cannot answer.
    """
    views = [archive.explore(Query(text, clock=clock), stop, suggest=False, rows=0) for text in texts]
    return tuple(Part(view.query.text, view.found) for view in views if view.fault is None)

"""Annotations of other programs as notes: each is tied to the article that has its address and its quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.base.plurals import counted
from tui.core.archive import Archive
from tui.core.desk import DossierDesk
from tui.core.view import Query
from tui.desk.anchoring import AnchorState, anchored
from tui.desk.annotations import Annotation, read_annotations, stated_anchor
from tui.desk.drafts import note, tag_note
from tui.desk.event import Anchor, ArticleRef, Draft, Event
from tui.desk.quotes import find_quote
from tui.locale import _


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    events: tuple[Event, ...]
    known: int
    """Annotations that the desk has already."""
    told: tuple[str, ...]
    """Sentences on what could not be tied to an article."""


def import_annotations(desk: DossierDesk, explorer: Archive, contents: Sequence[str]) -> Imported:
    """Write a note for each annotation that the desk does not have yet; importing twice changes nothing.

    An annotation whose article or quote is not found is kept all the same, as an orphan. Raises `DeskError` where a
    content has no annotations.
    """
    annotations = [each for content in contents for each in read_annotations(content)]
    had = {event.id for event in desk.desk.events()}
    new = {each.id: each for each in annotations if each.id not in had}
    heads = explorer.heads(explorer.explore(Query()).hits)
    by_address = {head.address: head.number for head in heads if head.address}
    by_id = {head.id: head.number for head in heads}
    events: list[Event] = []
    lost = 0
    for ident, annotation in new.items():
        number = by_id.get(annotation.article, by_address.get(annotation.source))
        anchor = _found(desk, explorer, annotation, number)
        lost += anchor is None
        anchor = anchor or _as_stated(desk, annotation, number)
        events += desk.desk.add(note(anchor, annotation.text), ident=ident)
        tags: list[Draft] = [tag_note(ident, name) for name in annotation.tags if name.strip()]
        events += desk.desk.add(*tags) if tags else ()
    told = (
        (
            _("{annotations} could not be tied to a place in an article: kept as orphans.").format(
                annotations=counted(lost, "annotation")
            ),
        )
        if lost
        else ()
    )
    return Imported(tuple(events), len(annotations) - len(new), told)


def _found(desk: DossierDesk, explorer: Archive, annotation: Annotation, number: int | None) -> Anchor | None:
    """Return the anchor of an annotation in the text of its article as it is now."""
    if number is None:
        return None
    if not annotation.quote:
        return desk.anchor(number, 0, 0)
    article = explorer.article(number)
    places = find_quote(article.text, annotation.quote)
    if len(places) != 1:
        placement = anchored(_as_stated(desk, annotation, number), article)
        if placement.state is not AnchorState.ANCHORED:
            return None
        places = [(placement.start, placement.end)]
    return desk.anchor(number, *places[0])


def _as_stated(desk: DossierDesk, annotation: Annotation, number: int | None) -> Anchor:
    if number is not None:
        return stated_anchor(annotation, desk.anchor(number, 0, 0))
    ref = ArticleRef(
        id=annotation.article or annotation.source,
        title=annotation.title,
        address=annotation.source if not annotation.article else "",
    )
    return stated_anchor(annotation, Anchor(ref))

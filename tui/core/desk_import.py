"""Annotations of other programs as notes: each is tied to the article that has its address and its quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.base.folding import essence
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
    annotations = [each for content in contents for each in _read(content)]
    had = {event.id for event in desk.desk.events()}
    new = {each.id: each for each in annotations if each.id not in had}
    articles = _Articles(explorer)
    events: list[Event] = []
    lost = 0
    for ident, annotation in new.items():
        number = articles.number_of(annotation)
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


def _read(content: str) -> Iterable[Annotation]:
    from tui.desk.foreign_notes import is_readwise, is_zotero, readwise_annotations, zotero_annotations

    if is_zotero(content):
        return zotero_annotations(content)
    return readwise_annotations(content) if is_readwise(content) else read_annotations(content)


class _Articles:
    """The articles of a dossier as annotations name them: by id, by address, by title."""

    def __init__(self, explorer: Archive) -> None:
        self._explorer = explorer
        heads = explorer.heads(explorer.explore(Query()).hits)
        self._by_id = {head.id: head.number for head in heads}
        self._by_address = {_bare(head.address): head.number for head in heads if head.address}
        self._by_title: dict[str, list[int]] = {}
        for head in heads:
            self._by_title.setdefault(essence(head.title), []).append(head.number)

    def number_of(self, annotation: Annotation) -> int | None:
        """Return the article of an annotation; of several with its title, the one that has its quote."""
        number = self._by_id.get(annotation.article, self._by_address.get(_bare(annotation.source)))
        if number is not None or annotation.article:
            return number
        titled = self._by_title.get(essence(annotation.title), []) if essence(annotation.title) else []
        if len(titled) > 1 and annotation.quote:
            titled = [each for each in titled if find_quote(self._explorer.article(each).text, annotation.quote)]
        return titled[0] if len(titled) == 1 else None


def _bare(address: str) -> str:
    """Return an address as it is compared: how it is fetched, and where in the page it leads, make no difference."""
    bare = address.partition("#")[0].rstrip("/")
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")


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

"""The desk of an open dossier: its articles found again, its notes placed in the texts as they are now."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.locations import DESK_VARIABLE, SEEN, data_root, place_folder
from tui.base.plurals import counted
from tui.base.settings import settings
from tui.core.archive import Archive
from tui.core.bags import desk_in_bag
from tui.core.citable import whole
from tui.core.read_articles import ReadArticles, read_states
from tui.core.view import Query
from tui.core.visits import Visits
from tui.desk.anchoring import AnchoredText, AnchorState, Placement, text_sha
from tui.desk.articles import recognised, ref_of
from tui.desk.corrections import corrected
from tui.desk.desk import Desk
from tui.desk.event import Anchor, ArticleRef
from tui.desk.placed_note import PlacedNote
from tui.desk.places import DeskPlace, Listed, find_desk, named_desk, remember
from tui.desk.state import Correction, DeskState, Field, Note, Status
from tui.desk.writer import this_writer
from tui.dossier.article import Article
from tui.errors import ArticleNotFound, DeskError
from tui.locale import _

if TYPE_CHECKING:
    from tui.search.annotations import Annotations

_ORPHANED = Placement(AnchorState.ORPHANED)


def correct_by_desk(explorer: Archive, named: Path | None = None) -> str:
    """Let the articles of a dossier say what its desk says of them; return a sentence where the desk cannot be read.

    Raises `DeskError` where a named file cannot be a desk.
    """
    try:
        opened = DossierDesk.open(explorer, named)
    except DeskError as problem:
        if named is not None:
            raise
        return str(problem)
    if opened.desk.path is None:
        return opened.desk.trouble
    opened.correct()
    return ""


class DossierDesk:
    """A desk with the dossier that it is about."""

    def __init__(self, explorer: Archive, desk: Desk, place: DeskPlace | None = None, notice: str = "") -> None:
        self.desk = desk
        self.notice = notice
        """Sentences on what is unusual: made for another folder, lines that are not understood; mostly empty."""
        self.missing: frozenset[str] = frozenset()
        """The ids, as they were written down, of articles that the desk names and the dossier has not."""
        self.visits = Visits(explorer, place_folder(explorer.folder) / SEEN)
        """Which articles are new."""
        self.read = ReadArticles.of(explorer.folder)
        """Which articles were read to their end, whatever the desk says of them."""
        self._explorer = explorer
        self._place = place
        self._annotations: tuple[DeskState, frozenset[str], int, Annotations] | None = None
        self.recognise()

    @classmethod
    def open(cls, explorer: Archive, named: Path | None = None) -> DossierDesk:
        """Open the desk of a dossier, or the one in a file that somebody named; `explorer` has read the dossier.

        The queries of `explorer` can then ask for what is on the desk. Raises `DeskError` where the named file cannot
        be a desk.
        """
        if named is None:
            said = os.environ.get(DESK_VARIABLE) or settings().desk
            named = Path(said) if said else None
        place = (
            named_desk(named, explorer.folder) if named is not None else find_desk(explorer.folder, _listed(explorer))
        )
        desk = Desk.open(place.path, this_writer(data_root()))
        bagged = _show_bagged(desk, explorer.folder)
        opened = cls(explorer, desk, place, " ".join(filter(None, (place.notice, desk.notice, bagged))))
        explorer.annotate(opened.annotations)
        return opened

    def remember(self) -> None:
        """Write down which dossier the desk is for, so that it is found again where the folder is moved or copied."""
        if self._place is not None:
            remember(self._place, self._explorer.folder, _listed(self._explorer))

    def recognise(self) -> None:
        """Find the articles that the desk names; to be called again once the dossier has changed."""
        state = self.desk.state()
        refs = state.articles
        known = self._explorer.numbers_of(refs)
        heads = self._explorer.heads(known.values())
        retitled = {ident for ident, made in state.corrections.items() if Field.TITLE in made}
        if len(known) < len(refs) or any(
            head.title != refs[head.id].title and head.id not in retitled for head in heads
        ):
            heads = self._explorer.heads(self._explorer.explore(Query()).hits)
        numbers = {head.id: head.number for head in heads}
        found = recognised(refs, heads, lambda ident: text_sha(self._explorer.article(numbers[ident]).text))
        self.missing = found.missing
        self.desk.recognise(found.ids)

    def correct(self) -> bool:
        """Let the corrected articles say what the desk says of them, everywhere; say whether any changed.

        Articles that changed have new numbers; they are found again before this returns. Raises `CacheError` where the
        disk of the cache fails.
        """
        state, writer = self.desk.state(), self.desk.writer

        def mend(made: Collection[Correction]) -> Callable[[Article], Article]:
            return lambda article: corrected(article, made, writer)

        there = {ident: made for ident, made in state.corrections.items() if ident not in self.missing}
        changed = self._explorer.correct({ident: mend(made.values()) for ident, made in there.items()})
        if changed:
            self._explorer.refresh()
        return changed

    def annotations(self) -> Annotations:
        """Return what the query language asks of the desk; the same object until the desk or the dossier changes."""
        state, read, revision = self.desk.state(), self.read.ids, self._explorer.revision
        known = self._annotations
        if known is None or known[0] is not state or known[1] is not read or known[2] != revision:
            known = self._annotations = state, read, revision, self._annotated(state, read)
        return known[3]

    def is_read_by_itself(self, ident: str) -> bool:
        """Say whether an article was read to its end and nobody gave it a status."""
        return ident in self.read.ids and ident not in self.desk.state().statuses

    def status(self, ident: str) -> Status:
        """Return how far the reader has come with an article: what was said by hand, else whether it was read."""
        given = self.desk.state().statuses.get(ident, Status.UNREAD)
        return Status.READ if self.is_read_by_itself(ident) else given

    def following_status(self, ident: str) -> Status:
        """Return the status that a key gives next: it takes back first what nobody said by hand."""
        return Status.UNREAD if self.is_read_by_itself(ident) else self.status(ident).following

    def _annotated(self, state: DeskState, read: frozenset[str]) -> Annotations:
        from tui.core.desk_annotations import annotated_ids, annotations_of

        known = self._explorer.numbers_of(annotated_ids(state))
        numbers = {ident: number for ident, number in known.items() if ident not in self.missing}
        by_itself = read - state.statuses.keys()
        by_hand = {ident for ident, status in state.statuses.items() if status is Status.READ}
        touched = by_itself.union(ident for ident, status in state.statuses.items() if status is not Status.UNREAD)
        others = dict(read_states(self._explorer, lambda: by_itself | by_hand, lambda: touched))
        others["new"] = lambda: self.visits.new().numbers
        return annotations_of(state, numbers, lambda: self.placed(state.notes.values()), others)

    def ref(self, number: int) -> ArticleRef:
        """Return what is written down of an article; raises `ArticleNotFound` where it is gone."""
        article = self._explorer.article(number)
        return ref_of(article, text_sha(article.text))

    def anchor(self, number: int, start: int, end: int) -> Anchor:
        """Return the anchor of a passage of an article; an empty passage is the whole article.

        Raises `ArticleNotFound` where the article is gone and `ValueError` where it has no such passage.
        """
        article = self._explorer.article(number)
        return AnchoredText(article.text).anchor(ref_of(article), start, end)

    def placed(self, notes: Iterable[Note] | None = None) -> list[PlacedNote]:
        """Return notes (by default all) with where they stand now: by article, then by their place in the text."""
        by_article: dict[str, list[Note]] = {}
        for note in self.desk.state().notes.values() if notes is None else notes:
            by_article.setdefault(note.anchor.article.id, []).append(note)
        numbers = self._explorer.numbers_of(by_article)
        placed: list[PlacedNote] = []
        for ident, own in by_article.items():
            placed.extend(sorted(self._placed_in(ident, numbers.get(ident), own), key=_by_place))
        return placed

    def starred(self) -> list[PlacedNote]:
        """Return the starred articles in the order of their titles, each as if it were a note on the whole of it."""
        state = self.desk.state()
        numbers = self._explorer.numbers_of(state.starred)
        placed = []
        for ident in state.starred:
            star = Note(ident, Anchor(state.articles[ident]), text="", by="", at="")
            placed += self._placed_in(ident, numbers.get(ident), [star])
        return sorted(
            (replace(each, star=True) for each in placed), key=lambda each: (each.title.casefold(), each.path)
        )

    def _placed_in(self, ident: str, number: int | None, notes: list[Note]) -> list[PlacedNote]:
        tags = self.desk.state().tags.get(ident, ())
        try:
            article = self._explorer.article(number) if number is not None and ident not in self.missing else None
        except ArticleNotFound:
            article = None
        if article is None:
            refs = ((note, note.anchor.article) for note in notes)
            return [
                PlacedNote(note, _ORPHANED, ref.title, ref.source, ref.day, ref.path, ref.address, tags, missing=True)
                for note, ref in refs
            ]
        text = AnchoredText(article.text)
        date = article.published.iso if article.published else ""
        about = (whole(article).title, article.source, date, article.path, article.address, tags)
        return [PlacedNote(note, text.place(note.anchor), *about, retold=article.retold) for note in notes]


def _show_bagged(desk: Desk, folder: Path) -> str:
    """Show the desk that came with a bag, and say so."""
    path = desk_in_bag(folder)
    if path is None:
        return ""
    try:
        count = desk.lay_over(path)
    except DeskError as problem:
        return str(problem)
    if not count:
        return ""
    words = _(
        "This bag came with a desk of {events}: it can be read here, and is copied to yours with the first thing that"
        " you add; the bag stays as it is."
    )
    return words.format(events=counted(count, "event"))


def _by_place(placed: PlacedNote) -> tuple[bool, int, str]:
    return placed.placement.state is AnchorState.ORPHANED, placed.placement.start, placed.note.at


def _listed(explorer: Archive) -> Listed:
    """Yield the id and the title of every article; they are looked up only where somebody asks for the first."""
    for head in explorer.heads(explorer.explore(Query()).hits):
        yield head.id, head.title

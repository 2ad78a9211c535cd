"""The one door to the core: a query goes in, a frozen view comes out.

An explorer knows no screen. Everything in it may be called from a worker thread; the values that it returns never
change.
"""

from __future__ import annotations

import os
import shutil
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.dossier.article import Article
from tui.dossier.catalogue import Catalogue, Head
from tui.errors import CacheError, DossierError, EngineError
from tui.locations import cache_folder
from tui.search.engine import Engine
from tui.search.language import Node, parse, understood
from tui.search.language.tree import Everything
from tui.search.marks import Mark, find_marks
from tui.search.snippet import best_passage
from tui.search.suggestions import alternatives
from tui.timeline.dated import Dated
from tui.timeline.tally import Tally
from tui.view import Query, Reading, Row, Suggestion, View

if TYPE_CHECKING:
    from tui.dossier.account import FileAccount
    from tui.search.index import Index

PAGE = 60
"""Rows that come with a view at once: more than the tallest terminal shows at three lines a row."""

_BATCH = 500
"""Articles that are indexed between two commits: a kill loses no more work than this."""

_MOST_SUGGESTIONS = 5

Stop = Callable[[], bool]
Progress = Callable[["Step"], None]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading of a dossier has come."""

    doing: str
    """`reading` files or `indexing` articles."""
    done: int
    of: int


def check_folder(folder: Path) -> None:
    """Raise `DossierError` where a folder is missing, is no folder or may not be read."""
    if not folder.exists():
        raise DossierError(f"There is no folder {folder}; name one that holds articles: mali-tui FOLDER")
    if not folder.is_dir():
        raise DossierError(f"{folder} is a file; name the folder that holds it: mali-tui {folder.parent}")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise DossierError(f"{folder} may not be read; give yourself the right to read it, or name another folder.")


def never() -> bool:
    """Never ask to stop."""
    return False


def unheard(step: Step) -> None:
    """Hear of progress and tell nobody."""


class Explorer:
    """An open dossier: its catalogue, its index and the questions that they answer."""

    def __init__(self, folder: Path, catalogue: Catalogue, cache: Path | None, notice: str = "") -> None:
        self.folder = folder
        """The dossier; no file in it is ever written."""
        self.notice = notice
        """One sentence on what is unusual about this opening, such as a search in memory; mostly empty."""
        self._catalogue = catalogue
        self._cache = cache
        self._opened: Index | None = None
        self._engine: Engine | None = None
        self._dates: Dated | None = None
        self._revision = -1
        self._emptied = False
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, cache: Path | None = None) -> Explorer:
        """Open a folder as a dossier, with what the cache already knows of it; reads no article.

        Where the cache cannot be written, everything is kept in memory and `notice` says so. Raises `DossierError`
        where the folder is missing, is no folder or may not be read.
        """
        check_folder(folder)
        place = cache if cache is not None else cache_folder(folder)
        try:
            return cls(folder, Catalogue.open(place), place)
        except CacheError as problem:
            return cls(folder, Catalogue.open(None), None, f"{problem} Until then the index is kept in memory.")

    def close(self) -> None:
        """Let go of the files of the cache."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
            self._catalogue.close()

    @property
    def count(self) -> int:
        """The number of articles that are known so far."""
        return self._catalogue.count()

    def explore(self, query: Query, stop: Stop = never) -> View:
        """Answer a query; never raises for what was typed: a faulty query is a view with a fault."""
        dates = self._dates_now()
        parsed = parse(query.text, dates.whole.extent)
        if parsed.fault is not None:
            return View(query, of=len(dates), whole=dates.whole, fault=parsed.fault)
        numbers, scores, notes = self._hits(parsed.tree, stop)
        found = Tally.of(dates.intervals(numbers))
        hits = list(zip(numbers, scores, strict=True))
        if query.span is not None:
            hits = [hit for hit in hits if dates.in_span(hit[0], query.span)]
        order = parsed.order or ("relevance" if any(scores) else "date")
        self._sort(hits, order, dates)
        numbers = array("q", (number for number, _ in hits))
        scores = array("d", (score for _, score in hits))
        view = View(
            query=query,
            total=len(numbers),
            of=len(dates),
            hits=numbers,
            scores=scores,
            found=found,
            whole=dates.whole,
            understood="" if isinstance(parsed.tree, Everything) else " · ".join((understood(parsed.tree), *notes)),
            order=order.removeprefix("-"),
        )
        if not numbers and not stop():
            return replace(view, suggestions=self._suggestions(query, parsed.tree, found, stop))
        return replace(view, rows=self._rows(parsed.tree, numbers[:PAGE], scores[:PAGE]))

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from place `first` up to `last`, not included."""
        tree = parse(view.query.text, view.whole.extent).tree
        return self._rows(tree, view.hits[first:last], view.scores[first:last])

    def read(self, number: int, query_text: str = "") -> Reading:
        """Return an article with the marks of a query; raises `ArticleNotFound` where it is gone."""
        article = self._catalogue.article(number)
        tree = parse(query_text, self._dates_now().whole.extent).tree
        return Reading(
            number,
            article,
            find_marks(tree, article.text, article.language),
            find_marks(tree, article.title, article.language, "title"),
        )

    def find(self, reference: str) -> int:
        """Return the number of the article with this id, the beginning of an id, or path.

        Raises `ArticleNotFound` where none or several have it.
        """
        return self._catalogue.find(reference)

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` where it is gone."""
        return self._catalogue.article(number)

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return what is known of articles without their texts, in the order asked."""
        return self._catalogue.heads(list(numbers))

    def accounts(self) -> Iterator[FileAccount]:
        """Return what became of each file of the dossier, by path."""
        return iter(self._catalogue.accounts())

    def refresh(self, progress: Progress = unheard, stop: Stop = never) -> bool:
        """Read what changed in the folder and index it; say whether anything changed.

        What was done when `stop` answers yes stays done, and the next call goes on from there. Where another program is
        at the same work, nothing is done here.
        """
        from tui.dossier.refresh import refresh

        changed = refresh(self.folder, self._catalogue, lambda done, of: progress(Step("reading", done, of)), stop)
        indexed = self._index(progress, stop)
        return bool(changed or indexed)

    def _index(self, progress: Progress, stop: Stop) -> bool:
        """Bring the index up to date with the catalogue, a batch at a time."""
        from tui.search.index import IndexBusy

        waiting = self._catalogue.waiting()
        if not waiting:
            return False
        done = 0
        while not stop():
            gone = self._catalogue.gone(_BATCH)
            articles = self._catalogue.pending(_BATCH)
            if not gone and not articles:
                break
            with self._lock:
                index = self._index_now()
                try:
                    if gone:
                        index.remove(gone)
                    if articles:
                        index.add(articles)
                except IndexBusy:  # another program is at the same work
                    break
            self._catalogue.settle(indexed=[number for number, _ in articles], removed=gone)
            done += len(gone) + len(articles)
            progress(Step("indexing", min(done, waiting), waiting))
        return True

    def _dates_now(self) -> Dated:
        """Return the dates of all articles, read anew where any program changed the catalogue."""
        revision = self._catalogue.revision
        with self._lock:
            if self._dates is None or self._revision != revision:
                columns = self._catalogue.columns()
                self._dates = Dated(columns.numbers, columns.firsts, columns.lasts)
                self._revision = revision
            return self._dates

    def _index_now(self) -> Index:
        """Return the index, opened at its first use: a dossier that is only listed never loads it."""
        with self._lock:
            if self._opened is None:
                from tui.search.index import Index

                place = self._cache / "index" if self._cache is not None else None
                try:
                    self._opened = Index.open(place)
                except EngineError:
                    # The index is a cache: a damaged one is thrown away and built again from the catalogue.
                    if place is not None:
                        shutil.rmtree(place, ignore_errors=True)
                    self._opened = Index.open(place)
                if self._catalogue.count() and not len(self._opened):
                    self._catalogue.forget_index()
                    self._emptied = True
            return self._opened

    def _engine_now(self) -> Engine:
        """Return the engine with what was committed last."""
        with self._lock:
            index = self._index_now()
            index.refresh()
            if self._emptied:
                self._emptied = False
                self._index(unheard, never)
            if self._engine is None:
                self._engine = Engine(index, self._texts)
            return self._engine

    def _texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        for number in numbers:
            article = self._catalogue.article(number)
            yield number, article.title, article.text

    def _hits(self, tree: Node, stop: Stop) -> tuple[array[int], array[float], tuple[str, ...]]:
        """Return the numbers and scores of all hits, whatever the span, and what is to be told of the search.

        Raises `Cancelled` soon after `stop` answers yes.
        """
        dates = self._dates_now()
        if isinstance(tree, Everything):
            return dates.numbers, array("d", bytes(8 * len(dates))), ()
        with self._lock:
            evaluation = self._engine_now().evaluate(tree, stop)
        # The index may hold articles that the catalogue dropped a moment ago, or the other way round.
        known = [place for place, number in enumerate(evaluation.numbers) if dates.known(number)]
        if len(known) == len(evaluation.numbers):
            return evaluation.numbers, evaluation.scores, evaluation.notes
        numbers = array("q", (evaluation.numbers[place] for place in known))
        return numbers, array("d", (evaluation.scores[place] for place in known)), evaluation.notes

    def _sort(self, hits: list[tuple[int, float]], order: str, dates: Dated) -> None:
        """Sort hits in place; where two are equal, by date and then by number."""
        key = order.removeprefix("-")
        backwards = order.startswith("-")

        def by_date(hit: tuple[int, float]) -> tuple[bool, int, int]:
            first, _ = dates.interval(hit[0])
            return first == 0, -first if backwards and key == "date" else first, hit[0]

        hits.sort(key=by_date)
        if key == "relevance":
            hits.sort(key=lambda hit: hit[1], reverse=not backwards)
        elif key in ("source", "length"):
            ranks = self._catalogue.ranks(key)
            hits.sort(key=lambda hit: ranks.get(hit[0], 0), reverse=backwards)

    def _rows(self, tree: Node, numbers: Iterable[int], scores: Iterable[float]) -> tuple[Row, ...]:
        heads = self._catalogue.heads(list(numbers))
        return tuple(self._row(tree, head, score) for head, score in zip(heads, scores, strict=False))

    def _row(self, tree: Node, head: Head, score: float) -> Row:
        marks: tuple[Mark, ...] = ()
        if not isinstance(tree, Everything):
            text = self._catalogue.text(head.number)
            marks = find_marks(tree, text, head.language)
        return Row(
            number=head.number,
            id=head.id,
            title=head.title,
            published=head.published,
            source=head.source,
            snippet=best_passage(text, marks) if marks else None,
            title_marks=find_marks(tree, head.title, head.language, "title"),
            retold=head.retold,
            score=score,
            marks=len(marks),
        )

    def _suggestions(self, query: Query, tree: Node, found: Tally, stop: Stop) -> tuple[Suggestion, ...]:
        """Return other queries that find something: for all time, then with less or other words."""
        kept = []
        if query.span is not None and found.total:
            kept.append(Suggestion("the same for all time", replace(query, span=None), found.total))
        with self._lock:
            others = [*self._engine_now().respelled(tree), *alternatives(tree)]
        for reason, text in others:
            if stop() or len(kept) == _MOST_SUGGESTIONS:
                break
            total = self._total(replace(query, text=text), stop)
            if total:
                kept.append(Suggestion(reason, replace(query, text=text), total))
        return tuple(kept)

    def _total(self, query: Query, stop: Stop) -> int:
        dates = self._dates_now()
        numbers, _, _ = self._hits(parse(query.text, dates.whole.extent).tree, stop)
        if query.span is None:
            return len(numbers)
        return sum(dates.in_span(number, query.span) for number in numbers)

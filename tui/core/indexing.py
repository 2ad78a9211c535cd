"""The searching half of the core: query language, index and marks behind one door.

It is loaded with the first query or the first article to index, so that a dossier that is only opened and listed pays
for none of it. The index is a cache: a damaged one is thrown away and built again from the catalogue.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from tui.base.days import Span
from tui.catalogue.catalogue import Catalogue, Head
from tui.catalogue.faults import Stage
from tui.core.view import Reading, Row
from tui.dossier.article import Article
from tui.errors import EngineError
from tui.search.engine import Engine, Evaluation, Mentioning, Valued
from tui.search.index import Index, IndexBusy
from tui.search.language import Node, Parsed, parse, understood
from tui.search.language.dateforms import Worded
from tui.search.language.tree import And, Mentioned, Phrase, Word, any_of, mentions
from tui.search.marks import find_marks
from tui.search.passage import Mark
from tui.search.snippet import best_passage
from tui.search.suggestions import alternatives

_FIRST_BATCH, _LARGEST_BATCH = 500, 16_000
"""Articles that are indexed between two commits. The first ones can be found soon; later batches grow, because every
commit costs more as the index grows. A kill loses no more than the batch under way."""


class Searcher:
    """Answers queries about the articles of one catalogue; may be called from any thread."""

    def __init__(
        self,
        catalogue: Catalogue,
        folder: Path | None,
        mentioning: Mentioning | None = None,
        worded: Worded | None = None,
        valued: Valued | None = None,
    ) -> None:
        """Take the catalogue and the folder of the index; None keeps the index in memory.

        `mentioning` answers which articles name a day of a span, `worded` reads dates in words, `valued` answers which
        articles have exactly a value.
        """
        self._catalogue = catalogue
        self._mentioning = mentioning
        self._worded = worded
        self._valued = valued
        # Numbers of another catalogue mean other articles: its index is of no use, and is thrown away.
        self._folder = folder / catalogue.identity if folder is not None else None
        for other in folder.iterdir() if folder is not None and folder.is_dir() else ():
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._engine: Engine | None = None
        self._emptied = False

    def close(self) -> None:
        """Let go of the files of the index."""
        with self._lock:
            if self._index is not None:
                self._index.close()

    def warm(self) -> None:
        """Open the index and read what every query needs of it."""
        with self._lock:
            self._engine_now().evaluate(parse("a").tree)

    def parse(self, text: str, extent: Span | None) -> Parsed:
        """Read a query; `extent` runs from the first to the last dated day of the dossier."""
        return parse(text, extent, self._worded)

    def asks_mentions(self, tree: Node) -> bool:
        """Say whether a tree asks anything of the dates that texts name."""
        return any(True for _ in mentions(tree))

    def named_spans(self, tree: Node) -> list[Span]:
        """Return the spans of which a tree asks every hit to name a day."""
        parts = tree.parts if isinstance(tree, And) else (tree,)
        asked = [part for part in parts if isinstance(part, Mentioned)]
        return [Span(each.first or date.min, each.last or date.max) for each in asked]

    def understood(self, parsed: Parsed, notes: Iterable[str] = ()) -> str:
        """Say in words how a query was understood, what its words stand for, and what is to be told of its search."""
        with self._lock:
            said = understood(parsed.tree, parsed.order, self._engine_now().stands_for)
        if parsed.untaken:
            said = said or "everything"
        return " · ".join(part for part in (said, *parsed.untaken, *notes) if part)

    def evaluate(self, tree: Node, stop: Callable[[], bool]) -> Evaluation:
        """Return all articles that answer a tree, whatever the span, with their scores and in no order.

        Raises `Cancelled` soon after `stop` answers yes, `EngineError` where the index is damaged.
        """
        with self._lock:
            return self._engine_now().evaluate(tree, stop, ranked=False)

    def alternatives(self, tree: Node, stop: Callable[[], bool]) -> list[tuple[str, str]]:
        """Return pairs of a reason and another query: words spelled as the dossier does, then less of the query.

        Raises `Cancelled` soon after `stop` answers yes.
        """
        with self._lock:
            return [*self._engine_now().respelled(tree, stop), *alternatives(tree)]

    def related(self, article: Article) -> str:
        """Return the query that finds articles which share rare words with this one; empty where it has none."""
        with self._lock:
            return self._engine_now().related(article.title, article.text)

    def rarity(self, word: str) -> int:
        """Return how many articles have a folded word in this very form."""
        with self._lock:
            return self._engine_now().rarity(word)

    def with_any(self, words: Iterable[str], stop: Callable[[], bool]) -> Evaluation:
        """Return the articles that have any of some folded words or phrases, with their scores and in no order."""
        return self.evaluate(any_of([Phrase(each) if " " in each else Word(each, exact=True) for each in words]), stop)

    def frequent(self, beginning: str) -> str:
        """Return the word of the texts that most articles hold of those with a beginning, or an empty text."""
        with self._lock:
            return self._engine_now().frequent(beginning)

    def row(self, tree: Node, head: Head, score: float) -> Row:
        """Return a hit as the list shows it, with its best passage."""
        text = self._catalogue.text(head.number)
        marks = find_marks(tree, text, head.language, barred=self._barred)
        snippet = best_passage(text, marks) if marks else None
        return Row.of(
            head, score, snippet, find_marks(tree, head.title, head.language, "title", self._barred), len(marks)
        )

    def reading(self, tree: Node, number: int, article: Article) -> Reading:
        """Return an article with the places that a query matched."""
        marks: tuple[Mark, ...] = find_marks(tree, article.text, article.language, barred=self._barred)
        return Reading(number, article, marks, find_marks(tree, article.title, article.language, "title", self._barred))

    def _barred(self, word: str) -> frozenset[str]:
        """Return the forms of a word that the engine took for other words; waits for no lock."""
        engine = self._engine
        return engine.barred(word) if engine is not None else frozenset()

    def update(self, told: Callable[[int, int], None], stop: Callable[[], bool]) -> bool:
        """Bring the index up to date with the catalogue, a batch at a time; say whether there was anything to do.

        `told` hears how many articles are done and of how many. Where another program is at the same work, it is left
        to it.
        """
        waiting = self._catalogue.waiting()
        done, batch = 0, _FIRST_BATCH
        while waiting and not stop():
            taken = self.advance(batch)
            if not taken:
                break
            done += taken
            batch = min(batch * 2, _LARGEST_BATCH)
            told(min(done, waiting), waiting)
        return waiting > 0

    def advance(self, limit: int) -> int:
        """Take up to `limit` articles that wait into the index; return how many came in or went out.

        None, where another program is writing the index.
        """
        gone, articles = self._catalogue.gone(limit), self._catalogue.pending(limit)
        if not (gone or articles):
            return 0
        failed = self._write(articles, gone)
        if failed is None:
            return 0
        self._catalogue.faults.note(Stage.INDEX, failed)
        self._catalogue.settle(indexed=[number for number, _ in articles], removed=gone)
        return len(gone) + len(articles)

    def _write(self, articles: list[tuple[int, Article]], gone: list[int]) -> dict[int, str] | None:
        """Write a batch; return the articles that failed, each with its error, or None where nothing could be written.

        Those that failed are not tried again.
        """
        failed: dict[int, str] = {}
        with self._lock:
            index = self._index_now()
            try:
                if gone:
                    index.remove(gone)
                if articles:
                    failed = index.add(articles)
            except IndexBusy:
                return None
        return failed

    def _index_now(self) -> Index:
        """Return the index, opened at its first use."""
        if self._index is None:
            try:
                self._index = Index.open(self._folder)
            except EngineError:
                if self._folder is not None:
                    shutil.rmtree(self._folder, ignore_errors=True)
                self._index = Index.open(self._folder)
            if not len(self._index) and self._catalogue.waiting() < self._catalogue.count():
                self._index.refresh()  # what is noted as indexed was committed before: by another program, just now
                if not len(self._index):
                    self._catalogue.forget_index()
                    self._emptied = True
        return self._index

    def _engine_now(self) -> Engine:
        """Return the engine with what was committed last."""
        index = self._index_now()
        index.refresh()
        if self._emptied:
            self._emptied = False
            self.update(lambda _done, _of: None, lambda: False)
        if self._engine is None:
            self._engine = Engine(index, self._catalogue.texts, mentioning=self._mentioning, valued=self._valued)
        return self._engine

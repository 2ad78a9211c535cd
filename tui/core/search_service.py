"""The search service: query language, index and marks behind one door.

It is loaded with the first query or the first article to index, so that a dossier that is only opened and listed does
not pay for it. The index is a cache: a damaged one is emptied and built again from the catalogue, and what other
programs have open stays.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.base.days import Span
from tui.base.progress import ReportDone, Stop, never
from tui.catalogue.catalogue import Catalogue, Head
from tui.catalogue.faults import Stage
from tui.core.view import Reading, Row
from tui.dossier.article import Article
from tui.errors import DamagedIndex, EngineError
from tui.locale import N_, _
from tui.search.analysis import scanned, words
from tui.search.annotations import AnnotationLookup
from tui.search.engine import Engine, Evaluation
from tui.search.glossary import Found, WatchedGlossary, found_in, term_of, with_others
from tui.search.index import Index, IndexBusy
from tui.search.language import Node, Parsed, parse, understood
from tui.search.language.dateforms import DateReader
from tui.search.language.lexer import tokens
from tui.search.language.tree import And, Leaf, Mentioned, Near, Phrase, Word, any_of, mentions
from tui.search.language.understanding import also, in_other_words, widened_by
from tui.search.lookups import MentionLookup, ValueLookup
from tui.search.marks import find_marks
from tui.search.named import asks_names, naming, with_forms
from tui.search.passage import Mark
from tui.search.slots import Slot
from tui.search.snippet import best_passage
from tui.search.suggestions import alternatives

if TYPE_CHECKING:
    from tui.names.table import NameTable

_FIRST_BATCH, _LARGEST_BATCH = 500, 16_000
"""Articles that are indexed between two commits: few at first, so that something can be found soon, then more, because
every commit costs more as the index grows. A kill loses the current batch only."""

T = TypeVar("T")

_BUILT_AGAIN = N_("The index was damaged and has been built again; nothing of the dossier or of your own work is lost.")


class SearchService:
    """Searches the articles of one catalogue; may be used from any thread."""

    def __init__(
        self,
        catalogue: Catalogue,
        folder: Path | None,
        mention_lookup: MentionLookup | None = None,
        read_words: DateReader | None = None,
        value_lookup: ValueLookup | None = None,
        *,
        annotation_lookup: AnnotationLookup | None = None,
        names: Callable[[], NameTable] | None = None,
        glossary_file: Path | None = None,
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        """Take the catalogue and the folder of the index; None keeps the index in memory.

        `mention_lookup` finds the articles that mention a day of a span, `read_words` reads dates in words,
        `value_lookup` finds the articles whose field has exactly one value, `annotation_lookup` gives what the reader
        added, `names` the names of the dossier, `glossary_file` is the reader's own glossary, read again when it
        changes. `tell` takes one sentence about an index that had to be built again.
        """
        self._tell = tell
        self._catalogue = catalogue
        self._mention_lookup = mention_lookup
        self._read_words = read_words
        self._value_lookup = value_lookup
        self._annotation_lookup = annotation_lookup
        self._names = names
        self._named: NameTable | None = None
        """The names that the last query for names was answered with."""
        self._glossary = WatchedGlossary(glossary_file)
        self.glossary_on = True
        """Whether the understood line says what the glossary has beside the words of a query."""
        # Numbers of another catalogue mean other articles: its index is useless and is deleted.
        self._folder = folder / catalogue.identity if folder is not None else None
        for other in folder.iterdir() if folder is not None and folder.is_dir() else ():
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._engine: Engine | None = None
        self._emptied = False

    def close(self) -> None:
        """Close the files of the index."""
        with self._lock:
            if self._index is not None:
                self._index.close()

    def warm(self) -> None:
        """Open the index and read what every query needs from it."""
        tree = parse("a").tree
        self._asked(lambda engine: engine.evaluate(tree))

    def parse(self, text: str, extent: Span | None) -> Parsed:
        """Read a query; `extent` runs from the first to the last dated day of the dossier."""
        return parse(text, extent, self._read_words)

    def asks_mentions(self, tree: Node) -> bool:
        """Say whether a tree asks for mentioned dates."""
        return any(True for _ in mentions(tree))

    def asks_names(self, tree: Node) -> bool:
        """Say whether a tree asks for names."""
        return asks_names(tree)

    def named_spans(self, tree: Node) -> list[Span]:
        """Return the spans of which every hit must mention a day."""
        parts = tree.parts if isinstance(tree, And) else (tree,)
        asked = [part for part in parts if isinstance(part, Mentioned)]
        return [Span(each.first or date.min, each.last or date.max) for each in asked]

    def offered(self, text: str) -> str:
        """Say what the glossary has beside the words of a query; empty for nothing."""
        return in_other_words(self._offers(text)[1]) if self.glossary_on else ""

    def understood(self, parsed: Parsed, offered: str = "", notes: Iterable[str] = ()) -> str:
        """Say in words how a query was understood, what its words matched and what is `offered`, then the notes."""
        widened = widened_by(parsed.widening)
        faults = self._glossary.now().faults if self.glossary_on else ()
        said, forms = self._asked(
            lambda engine: (
                understood(parsed.tree, parsed.order, engine.stands_for),
                also(engine.other_forms(parsed.tree)),
            )
        )
        if parsed.untaken:
            said = said or "everything"
        return " · ".join(part for part in (said, forms, offered, widened, *parsed.untaken, *notes, *faults) if part)

    def _offers(self, text: str) -> tuple[list[Found], list[tuple[str, int]]]:
        """Return what the glossary has for a query and the articles hold, and how many articles hold each name."""
        asked = {tuple(words(token.text)) for token in tokens(text)}
        counts: dict[str, int] = {}
        found = []
        for each in found_in(text, self._glossary.now()):
            others = [name for name in each.others if tuple(words(name)) not in asked]
            counts.update({name: len(self.evaluate(term_of(name), never).numbers) for name in others})
            there = tuple(name for name in others if counts[name])
            found += [each._replace(others=there)] if there else []
        return found, sorted(((name, count) for name, count in counts.items() if count), key=lambda pair: -pair[1])

    def with_glossary(self, text: str) -> str:
        """Return a query that also asks for what the glossary has and the articles hold; unchanged if nothing."""
        return with_others(text, self._offers(text)[0])

    def feedback(self, tree: Node, stop: Stop) -> list[str]:
        """Return the words of a query's best hits by which it can be widened, the weightiest first."""
        return self._asked(lambda engine: list(engine.feedback(tree, stop)))

    def widened(self, tree: Node, added: Iterable[str], stop: Stop) -> Evaluation:
        """Return the articles that match a tree or hold much of the words added to it; see `Engine.widened`."""
        some = list(added)
        self._prepare(tree)
        return self._asked(lambda engine: engine.widened(tree, some, stop))

    def marking(self, parsed: Parsed) -> Parsed:
        """Return a query as read, with a tree that marks names in all forms, and the words that widen it, too."""
        if self._named is not None and asks_names(parsed.tree):
            parsed = replace(parsed, tree=with_forms(parsed.tree, self._named))
        if not parsed.widening:
            return parsed
        from tui.search.feedback import widened_tree

        return replace(parsed, tree=widened_tree(parsed.tree, parsed.widening))

    def evaluate(self, tree: Node, stop: Stop) -> Evaluation:
        """Return all articles that match a tree, whatever the span, with their scores and in no order.

        Raises `Cancelled` soon after `stop` returns true, `EngineError` if the index is damaged.
        """
        self._prepare(tree)
        return self._asked(lambda engine: engine.evaluate(tree, stop, ranked=False))

    def _prepare(self, tree: Node) -> None:
        """Read the names that a tree asks for: they need the engine themselves, which then has no time for it."""
        if self._names is not None and asks_names(tree):
            self._named = self._names()

    def _naming(self, term: Leaf | Near) -> frozenset[int]:
        return naming(self._named, term) if self._named is not None else frozenset()

    def common(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of some folded words that the dossier writes mostly without a capital."""
        some = list(words)
        return self._asked(lambda engine: engine.common(some))

    def alternatives(self, tree: Node, stop: Stop) -> list[tuple[str, str]]:
        """Return pairs of a reason and another query: other spellings first, then looser queries.

        Raises `Cancelled` soon after `stop` returns true.
        """
        return [*self._asked(lambda engine: engine.respelled(tree, stop)), *alternatives(tree)]

    def related(self, article: Article) -> str:
        """Return a query for articles that share rare words with this one; empty if there are none."""
        return self._asked(lambda engine: engine.related(article.title, article.text))

    def rarities(self, words: Iterable[str]) -> dict[str, int]:
        """Return how many articles have each of some folded words in this very form."""
        asked = set(words)
        return self._asked(lambda engine: {word: engine.rarity(word) for word in asked})

    def with_any(self, words: Iterable[str], stop: Stop) -> Evaluation:
        """Return the articles that have any of some folded words or phrases, with their scores and in no order."""
        return self.evaluate(any_of([Phrase(each) if " " in each else Word(each, exact=True) for each in words]), stop)

    def frequent(self, beginning: str) -> str:
        """Return the most frequent word of the texts that starts with `beginning`, or an empty string."""
        return self._asked(lambda engine: engine.frequent(beginning))

    def row(self, tree: Node, head: Head, score: float) -> Row:
        """Return a hit as the list shows it, with its best passage."""
        text = self._catalogue.text(head.number)
        language = self._language(head.language)
        marks = find_marks(tree, text, language, barred=self._barred, told=bool(head.language))
        titled = find_marks(tree, head.title, language, "title", self._barred, told=bool(head.language))
        return Row.of(head, score, best_passage(text, marks), titled, len(marks))

    def reading(self, tree: Node, number: int, article: Article) -> Reading:
        """Return an article with the marks of a query."""
        language = self._language(article.language)
        told = bool(article.language)
        marks: tuple[Mark, ...] = find_marks(tree, article.text, language, barred=self._barred, told=told)
        titled = find_marks(tree, article.title, language, "title", self._barred, told=told)
        return Reading(number, article, marks, titled)

    def marked(self, tree: Node | None, number: int, article: Article) -> Reading:
        """Return an article with the marks of a query in its text, and the words of that; its title has none."""
        read = scanned(article.text)
        language, told = self._language(article.language), bool(article.language)
        marks = find_marks(tree, article.text, language, barred=self._barred, told=told, read=read) if tree else ()
        return Reading(number, article, marks, words=read)

    def _barred(self, slot: Slot) -> frozenset[str]:
        """Return the forms of a word that the engine took for other words; waits for no lock."""
        engine = self._engine
        return engine.barred(slot) if engine is not None else frozenset()

    def _language(self, told: str) -> str:
        """Return the language in which the words of an article are looked for: its own, or else that of most."""
        engine = self._engine
        return told or (engine.main_language if engine is not None else "")

    def update(self, report: ReportDone, stop: Stop) -> bool:
        """Bring the index up to date with the catalogue, a batch at a time; say whether anything was waiting.

        If another program is indexing, this does nothing.
        """
        waiting = self._catalogue.waiting()
        done, batch = 0, _FIRST_BATCH
        while waiting and not stop():
            taken = self.advance(batch)
            if not taken:
                break
            done += taken
            batch = min(batch * 2, _LARGEST_BATCH)
            report(min(done, waiting), waiting)
        return waiting > 0

    def advance(self, limit: int) -> int:
        """Index up to `limit` waiting articles; return how many were added or removed.

        Returns 0 while another program is writing the index.
        """
        try:
            return self._advanced(limit)
        except IndexBusy:
            return 0
        except EngineError as problem:
            with self._lock:
                try:
                    self._forget(problem)
                    self._index_now()
                except IndexBusy:
                    return 0
        return self._advanced(limit)

    def _advanced(self, limit: int) -> int:
        gone, articles = self._catalogue.gone(limit), self._catalogue.pending(limit)
        failed: dict[int, str] = {}
        if not (gone or articles):
            return 0
        with self._lock:
            index = self._index_now()
            if gone:
                index.remove(gone)
            if articles:
                failed = index.add(articles)
        # Those that failed are not tried again.
        self._catalogue.faults.note(Stage.INDEX, failed)
        self._catalogue.mark_indexed(indexed=[number for number, _article in articles], removed=gone)
        return len(gone) + len(articles)

    def _asked(self, ask: Callable[[Engine], T]) -> T:
        """Ask the engine; what it finds damaged is built again, and the question asked once more."""
        with self._lock:
            try:
                return ask(self._engine_now())
            except EngineError as problem:
                self._forget(problem)
                return ask(self._engine_now())

    def _forget(self, problem: EngineError) -> None:
        """Empty a damaged index, so that it is built again; raises `problem` if every byte of it is as it was written.

        Another program may have built it again meanwhile, and then there is nothing to do. Raises `IndexBusy` while it
        does that.
        """
        index, self._index, self._engine = self._index, None, None
        if index is not None:
            index.close()
        if self._sound():
            if not isinstance(problem, DamagedIndex):
                raise problem
        elif self._folder is not None and self._mended(self._folder):
            self._tell(_(_BUILT_AGAIN))

    def _mended(self, folder: Path) -> bool:
        """Empty the index in a folder if it is damaged; say whether it was."""
        try:
            return Index.mend(folder)
        except IndexBusy:
            raise
        except EngineError:  # not even its lock can be used
            shutil.rmtree(folder, ignore_errors=True)
            return True

    def _sound(self) -> bool:
        """Say whether the index can be opened and every byte of it is as it was written."""
        try:
            index = Index.open(self._folder)
        except EngineError:
            return False
        try:
            index.check()
        except EngineError:
            return False
        finally:
            index.close()
        return True

    def _index_now(self) -> Index:
        """Return the index, opened at its first use."""
        if self._index is None:
            try:
                index = Index.open(self._folder)
            except EngineError as problem:
                self._forget(problem)
                index = Index.open(self._folder)
            if self._lacks(index):
                # Another program may have committed just now, or be between its commit and its catalogue.
                with suppress(IndexBusy):
                    if index.empty_if(lambda: self._lacks(index)):
                        self._catalogue.forget_index()
                        self._emptied = True
            self._index = index
        return self._index

    def _lacks(self, index: Index) -> bool:
        """Say whether the index lacks articles that the catalogue takes for indexed."""
        return len(index) < self._catalogue.searchable()

    def _engine_now(self) -> Engine:
        """Return the engine, up to date with the last commit."""
        index = self._index_now()
        index.refresh()
        if self._emptied:
            self._emptied = False
            self.update(lambda _done, _of: None, never)
        if self._engine is None:
            self._engine = Engine(
                index,
                self._catalogue.texts,
                mention_lookup=self._mention_lookup,
                value_lookup=self._value_lookup,
                annotation_lookup=self._annotation_lookup,
                name_lookup=self._naming if self._names is not None else None,
            )
        return self._engine

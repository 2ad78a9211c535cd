"""The one door to the core: a query goes in, a frozen view comes out.

An explorer knows no screen. Everything in it may be called from a worker thread; the values that it returns never
change.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.comparer import Comparer
from tui.datebook import Datebook
from tui.days import Clock
from tui.dossier.article import Article
from tui.dossier.catalogue.catalogue import Catalogue, Head
from tui.errors import CacheError, FullDisk
from tui.locations import cache_folder
from tui.progress import Progress, Refreshed, Stop, never, unheard
from tui.timeline.dated import Dated
from tui.timeline.hits import Hits
from tui.view import Query, Reading, Row, Suggestion, View

if TYPE_CHECKING:
    from tui.copies.listing import Groups
    from tui.dater import Dater
    from tui.dates.chronology import Chronology
    from tui.dates.values import Timex
    from tui.dossier.account import FileAccount, Sums
    from tui.facets import Facet, Labels
    from tui.search.language import Node, Parsed
    from tui.searcher import Searcher
    from tui.timeline.mentioned import Mentioned
    from tui.upkeep import Upkeep

PAGE = 24
"""Rows that come with a view, unless fewer are asked for; passages of others are found when they are."""

_MOST_SUGGESTIONS = 5

_IN_MEMORY = "Until then the index is kept in memory."


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found for the text of a query, whatever the span."""

    text: str
    parsed: Parsed | None
    """None for the empty query, which asks for everything."""
    hits: Hits
    understood: str = ""
    unsearched: int = 0


class Explorer:
    """An open dossier: its catalogue, its index and the questions that they answer."""

    def __init__(self, folder: Path, catalogue: Catalogue, cache: Path | None, notice: str = "") -> None:
        self.folder = folder
        """The dossier; no file in it is ever written."""
        self.notice = notice
        """One sentence on what is unusual, such as a search in memory; mostly empty, and `refresh` may change it."""
        self._lock = threading.RLock()
        self._take(catalogue, cache)

    def _take(self, catalogue: Catalogue, cache: Path | None) -> None:
        """Answer from this catalogue and this cache from now on; None keeps everything in memory."""
        self._catalogue = catalogue
        self._cache = cache
        self._loaded: Searcher | None = None
        self._loaded_dater: Dater | None = None
        self._comparer = Comparer(catalogue)
        self._datebook = Datebook(catalogue, cache)
        self._labels: tuple[int, Labels] | None = None
        self._upkeep: Upkeep | None = None

    @classmethod
    def open(cls, folder: Path, cache: Path | None = None) -> Explorer:
        """Open a folder as a dossier, with what the cache already knows of it; reads no article.

        Where the cache cannot be written, everything is kept in memory and `notice` says so. Raises `DossierError`
        where the folder is missing, is no folder or may not be read.
        """
        from tui.dossier.folder import check_folder

        check_folder(folder)
        place = cache if cache is not None else cache_folder(folder)
        try:
            return cls(folder, Catalogue.open(place), place)
        except CacheError as problem:
            return cls(folder, Catalogue.open(None), None, f"{problem} {_IN_MEMORY}")

    def close(self) -> None:
        """Let go of the files of the cache."""
        with self._lock:
            if self._loaded is not None:
                self._loaded.close()
            self._catalogue.close()

    @property
    def count(self) -> int:
        """The number of articles that are known so far."""
        return len(self._datebook.now())

    def explore(self, query: Query, stop: Stop = never, suggest: bool = True, rows: int = PAGE) -> View:
        """Answer a query; never raises for what was typed: a faulty query is a view with a fault.

        Without `suggest` a view of nothing has no suggestions yet; `suggested` adds them. `rows` come with the view, a
        `PAGE` where none of them has a passage. Raises `Cancelled` soon after `stop` answers yes.
        """
        dates = self._datebook.now()
        if not query.text.strip():
            view = self._view(query, _Answer("", None, dates.everything()), dates, rows)
            return self.suggested(view, stop) if suggest else view
        parsed = self._searcher().parse(query.text, dates.extent)
        if parsed.fault is not None:
            return View(query, of=len(dates), whole=self._clock(query.clock, dates).whole, fault=parsed.fault)
        answer = self._answer(query.text, parsed, dates, stop)
        if not answer.hits and query.unfinished and query.text[-1].isalnum():
            longer = f"{query.text}*"
            begun = self._answer(longer, self._searcher().parse(longer, dates.extent), dates, stop)
            if begun.hits:
                answer = replace(begun, understood=f"{begun.understood}: no article has the last word as it stands")
        view = self._view(query, answer, dates, rows)
        return self.suggested(view, stop) if suggest else view

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Return a view that found nothing with other queries that find something; any other as it is.

        So is one that found nothing yet, because not all articles are searched.
        """
        if view.total or view.fault is not None or view.unsearched or stop():
            return view
        return replace(view, suggestions=self._suggestions(view, stop))

    def _answer(self, text: str, parsed: Parsed, dates: Dated, stop: Stop) -> _Answer:
        searcher, unsearched = self._searcher(), self._catalogue.unsearched()
        evaluation = searcher.evaluate(parsed.tree, stop)
        # The index may hold articles that the catalogue dropped a moment ago.
        hits = dates.hits(evaluation.numbers, evaluation.scores)
        notes = evaluation.notes
        waiting = self._dater().waiting() if searcher.asks_mentions(parsed.tree) else 0
        if waiting:
            notes = (*notes, f"the dates in {waiting:,} of {len(dates):,} articles are not found yet")
        if unsearched:
            notes = (f"{unsearched:,} of {len(dates):,} articles are not searched yet", *notes)
        return _Answer(text, parsed, hits, searcher.understood(parsed, notes), unsearched)

    def _view(self, query: Query, answer: _Answer, dates: Dated, rows: int) -> View:
        """Make the view of what was found, with its first rows."""
        asked, clock = answer.parsed, self._clock(query.clock, dates)
        found = answer.hits.tally() if isinstance(clock, Dated) else clock.tally(answer.hits.numbers)
        hits = self._within(query, answer.hits)
        order = (asked.order if asked else "") or ("relevance" if hits.ranked() else "date")
        hits = hits.ordered(order, self._catalogue.ranks)
        view = View(
            query=query,
            total=len(hits),
            of=len(dates),
            hits=hits.numbers,
            scores=hits.scores,
            listing=self.groups().listing(hits.numbers, hits.scores, query.opened, query.folded),
            found=found,
            whole=clock.whole,
            answered=answer.text,
            understood=answer.understood,
            unsearched=answer.unsearched,
            order=order.removeprefix("-"),
            lack=asked.lack if asked else None,
            untaken=asked.untaken if asked else (),
        )
        tree = asked.tree if asked else None
        first = self._rows(tree, view, 0, rows)
        if not any(row.snippet for row in first):
            first += self._rows(tree, view, rows, PAGE)
        return replace(view, rows=first)

    def facets(self, view: View) -> tuple[Facet, ...]:
        """Count what the hits of a view have in common: sources, authors, languages, tags and years."""
        return self._labels_now().facets(view.hits)

    def related(self, number: int) -> str:
        """Return the query that finds articles which share rare words with this one: those very words.

        Empty where it shares none with any other. Raises `ArticleNotFound` where the article is gone.
        """
        return self._searcher().related(self._catalogue.article(number))

    def completed(self, text: str) -> str:
        """Return how a query that is being typed may go on, from its first character; empty where nothing is known."""
        from tui.completion import completed
        from tui.search.language.fields import NAMES, NOT_YET, field_of

        def values(name: str) -> list[str]:
            return self._labels_now().values(field_of(name) or "")

        names = [name for field, each in NAMES.items() if field not in NOT_YET for name in each]
        return completed(text, names, values, self._searcher().frequent)

    def _labels_now(self) -> Labels:
        """Return the labels of all articles, read anew where any program changed the catalogue."""
        from tui.facets import Labels

        revision = self._catalogue.revision
        known = self._labels
        if known is None or known[0] != revision:
            known = self._labels = revision, Labels(self._catalogue.labels())
        return known[1]

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from place `first` up to `last`, not included."""
        return self._rows(self._tree(view.answered), view, first, last)

    def read(self, number: int, query_text: str = "", dated: bool = False) -> Reading:
        """Return an article with the marks of a query; raises `ArticleNotFound` where it is gone.

        With `dated` it comes with the dates that it names, for which the rules that read dates are loaded.
        """
        article = self._catalogue.article(number)
        tree = self._tree(query_text)
        reading = Reading(number, article) if tree is None else self._searcher().reading(tree, number, article)
        copies = self.groups().others(number)
        if copies:
            reading = replace(reading, copies=tuple(self.heads(copies[:PAGE])), copies_total=len(copies))
        return replace(reading, dates=self._dater().dates(number, article)) if dated else reading

    def groups(self) -> Groups:
        """Return which articles are copies of which."""
        return self._comparer.groups()

    def recalled(self, reading: Reading) -> Reading:
        """Return a reading with the dates that were found in its text before; as it is where nobody looked yet."""
        kept = self._dater().kept_dates(reading.number, reading.article)
        return reading if kept is None else replace(reading, dates=kept)

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article names, ascending; raises `ArticleNotFound` where it is gone."""
        return self._dater().dates(number, self._catalogue.article(number))

    def chronology(self, query: Query = Query(), stop: Stop = never) -> Chronology:  # noqa: B008 - a frozen value
        """Put what the hits of a query say happened in its order.

        A span on the clock of mentions, and `event:` in the query, keep what happened then; a span on the clock of
        publication and `date:` keep what was published then. A faulty query has an empty chronology. Raises `Cancelled`
        soon after `stop` answers yes.
        """
        view = self.explore(query, stop)
        tree = self._tree(view.answered)
        spans = self._searcher().named_spans(tree) if tree is not None else []
        if query.span is not None and query.clock is Clock.MENTIONED:
            spans.append(query.span)
        return self._dater().chronology(view.hits, spans, stop, self._comparer.witnesses(view.hits))

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

    def ids_of(self, path: str, limit: int) -> list[str]:
        """Return the ids of up to `limit` articles of a file, or of a file within an archive."""
        return self._catalogue.ids_of(path, limit)

    def sums(self) -> Sums:
        """Return the account of the dossier in numbers."""
        return self._catalogue.sums()

    def undated(self) -> list[Head]:
        """Return the articles without a date of publication, by path."""
        return self._catalogue.heads(self._catalogue.undated())

    def doubtful(self) -> list[Head]:
        """Return the articles whose date of publication something speaks against, by path."""
        return self._catalogue.heads(self._catalogue.doubtful())

    def refresh(self, progress: Progress = unheard, stop: Stop = never) -> Refreshed:
        """Read what changed in the folder, index it, find the copies of one text and the dates that texts name.

        What was done when `stop` answers yes stays done, and the next call goes on from there. Where another program is
        at the same work, it is left to it: ask again later. Where the disk of the cache is full, the work goes on in
        memory with what was kept so far, and `notice` says so.
        """
        try:
            return self._refreshed(progress, stop)
        except FullDisk as problem:
            if self._cache is None:
                raise
            with self._lock:
                kept = self._catalogue.in_memory()
                self.close()
                self._take(kept, None)
                self.notice = f"{problem} {_IN_MEMORY}"
        return replace(self._refreshed(progress, stop), changed=True)

    def _refreshed(self, progress: Progress, stop: Stop) -> Refreshed:
        if self._upkeep is None:
            from tui.upkeep import Upkeep

            dater, comparer = self._dater(), self._comparer
            stages = (
                ("indexing", self._catalogue.waiting, lambda told, stop: self._searcher().update(told, stop)),
                ("comparing", comparer.waiting, comparer.update),
                ("finding dates in", dater.waiting, dater.update),
            )
            self._upkeep = Upkeep(self.folder, self._cache, self._catalogue, self._datebook, stages)
        return self._upkeep.refresh(progress, stop)

    def warm(self) -> None:
        """Load what the first query needs, so that its answer does not wait for it."""
        self._searcher().warm()

    def _searcher(self) -> Searcher:
        """Return the searching half, loaded at its first use."""
        with self._lock:
            if self._loaded is None:
                from tui.searcher import Searcher

                self._loaded = Searcher(
                    self._catalogue,
                    self._cache / "index" if self._cache is not None else None,
                    mentioning=lambda span: self._dater().clock().naming(span),
                    worded=lambda written, extent: self._dater().worded(written, extent),
                    valued=lambda field, value: self._labels_now().holding(field, value),
                )
            return self._loaded

    def _dater(self) -> Dater:
        """Return the dating half, loaded at its first use."""
        with self._lock:
            if self._loaded_dater is None:
                from tui.dater import Dater

                self._loaded_dater = Dater(self._catalogue)
            return self._loaded_dater

    def _clock(self, clock: Clock, dates: Dated) -> Dated | Mentioned:
        """Return the days that a clock counts."""
        return dates if clock is Clock.PUBLISHED else self._dater().clock()

    def _tree(self, text: str) -> Node | None:
        """Return the syntax tree of a query, or None for the empty one, which asks for everything."""
        return self._searcher().parse(text, self._datebook.now().extent).tree if text.strip() else None

    def _rows(self, tree: Node | None, view: View, first: int, last: int) -> tuple[Row, ...]:
        scores = view.scores if view.listing is None else view.listing.scores
        score = dict(zip(view.listed[first:last], scores[first:last], strict=True))
        heads = self._catalogue.heads(score)  # without those that another program has dropped meanwhile
        if tree is None:
            return tuple(Row.of(head).within(view.listing) for head in heads)
        row = self._searcher().row
        return tuple(row(tree, head, score[head.number]).within(view.listing) for head in heads)

    def _suggestions(self, view: View, stop: Stop) -> tuple[Suggestion, ...]:
        """Return other queries that find something: for all time, then with other words or less of them."""
        query, kept = view.query, []
        if query.span is not None and view.found.total:  # which counts mentions, where the clock is theirs
            total = self._total(replace(query, text=view.answered, span=None), stop)
            kept.append(Suggestion("the same for all time", replace(query, span=None), total))
        if not view.answered:
            return tuple(kept)
        asked = self._searcher().parse(view.answered, self._datebook.now().extent)
        sorting = f" sort:{asked.order}" if asked.order else ""
        for reason, text in self._searcher().alternatives(asked.tree, stop):
            if stop() or len(kept) == _MOST_SUGGESTIONS:
                break
            other = replace(query, text=text + sorting)
            total = self._total(other, stop)
            if total:
                kept.append(Suggestion(reason, other, total))
        return tuple(kept)

    def _total(self, query: Query, stop: Stop) -> int:
        dates, tree = self._datebook.now(), self._tree(query.text)
        if tree is None:
            hits = dates.everything()
        else:
            evaluation = self._searcher().evaluate(tree, stop)
            hits = dates.hits(evaluation.numbers, evaluation.scores)
        return len(self._within(query, hits))

    def _within(self, query: Query, hits: Hits) -> Hits:
        """Return the hits that the span of a query holds on its clock."""
        if query.span is None:
            return hits
        if query.clock is Clock.PUBLISHED:
            return hits.within(query.span)
        return hits.among(self._dater().clock().naming(query.span))

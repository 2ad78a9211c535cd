"""The one door to the core: a query goes in, a frozen view comes out.

An explorer knows no screen. Everything in it may be called from a worker thread; the values that it returns never
change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.days import Clock
from tui.base.locations import cache_folder
from tui.base.progress import Progress, Refreshed, Stop, never, unheard
from tui.catalogue.catalogue import Catalogue, Head
from tui.core.queries import Answering
from tui.core.services import Halves
from tui.core.view import PAGE, Query, Reading, Row, View
from tui.dossier.article import Article
from tui.errors import CacheError, FullDisk

if TYPE_CHECKING:
    from tui.chronology.chronology import Chronology
    from tui.copies.listing import Groups
    from tui.core.sync import Upkeep
    from tui.dates.values import Timex
    from tui.dossier.account import FileAccount, Sums
    from tui.figures.figure import Figure
    from tui.figures.questions import Report
    from tui.proof import Manuscript, Proof
    from tui.search.facets import Facet

_IN_MEMORY = "Until then the index is kept in memory."


class Explorer:
    """An open dossier: its catalogue, its index and the questions that they answer."""

    def __init__(self, folder: Path, catalogue: Catalogue, cache: Path | None, notice: str = "") -> None:
        self.folder = folder
        """The dossier; no file in it is ever written."""
        self.notice = notice
        """One sentence on what is unusual, such as a search in memory; mostly empty, and `refresh` may change it."""
        self._take(Halves(catalogue, cache))

    def _take(self, halves: Halves) -> None:
        """Answer from these halves from now on."""
        self._halves = halves
        self._answering = Answering(halves)
        self._upkeep: Upkeep | None = None

    @classmethod
    def open(cls, folder: Path, cache: Path | None = None) -> Explorer:
        """Open a folder as a dossier, with what the cache already knows of it; reads no article.

        Of a bag it is the payload that is opened. Where the cache cannot be written, everything is kept in memory and
        `notice` says so. Raises `DossierError` where the folder is missing, is no folder or may not be read, and
        `BagRefused` for a bag in a zip archive that is not as it was packed.
        """
        from tui.core.bags import dossier_of
        from tui.importing.folder import check_folder

        folder = dossier_of(folder)
        check_folder(folder)
        place = cache if cache is not None else cache_folder(folder)
        try:
            return cls(folder, Catalogue.open(place), place)
        except CacheError as problem:
            return cls(folder, Catalogue.open(None), None, f"{problem} {_IN_MEMORY}")

    def close(self) -> None:
        """Let go of the files of the cache."""
        self._halves.close()

    @property
    def count(self) -> int:
        """The number of articles that are known so far."""
        return len(self._halves.datebook.now())

    def explore(self, query: Query, stop: Stop = never, suggest: bool = True, rows: int = PAGE) -> View:
        """Answer a query; never raises for what was typed: a faulty query is a view with a fault.

        Without `suggest` a view of nothing has no suggestions yet; `suggested` adds them. `rows` come with the view, a
        `PAGE` where none of them has a passage. Raises `Cancelled` soon after `stop` answers yes.
        """
        return self._answering.explore(query, stop, suggest, rows)

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Return a view that found nothing with other queries that find something; any other as it is.

        So is one that found nothing yet, because not all articles are searched.
        """
        return self._answering.suggested(view, stop)

    def facets(self, view: View) -> tuple[Facet, ...]:
        """Count what the hits of a view have in common: sources, authors, languages, tags and years."""
        return self._halves.labels().facets(view.hits)

    def related(self, number: int) -> str:
        """Return the query that finds articles which share rare words with this one: those very words.

        Empty where it shares none with any other. Raises `ArticleNotFound` where the article is gone.
        """
        return self._halves.searcher().related(self._halves.catalogue.article(number))

    def completed(self, text: str) -> str:
        """Return how a query that is being typed may go on, from its first character; empty where nothing is known."""
        from tui.search.completion import completed
        from tui.search.language.fields import NAMES, NOT_YET, field_of

        def values(name: str) -> list[str]:
            return self._halves.labels().values(field_of(name) or "")

        names = [name for field, each in NAMES.items() if field not in NOT_YET for name in each]
        return completed(text, names, values, self._halves.searcher().frequent)

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from place `first` up to `last`, not included."""
        return self._answering.rows(view, first, last)

    def read(self, number: int, query_text: str = "", dated: bool = False) -> Reading:
        """Return an article with the marks of a query; raises `ArticleNotFound` where it is gone.

        With `dated` it comes with the dates that it names, for which the rules that read dates are loaded.
        """
        article = self._halves.catalogue.article(number)
        tree = self._answering.tree(query_text)
        reading = Reading(number, article) if tree is None else self._halves.searcher().reading(tree, number, article)
        copies = self.groups().others(number)
        if copies:
            reading = replace(reading, copies=tuple(self.heads(copies[:PAGE])), copies_total=len(copies))
        return replace(reading, dates=self._halves.dater().dates(number, article)) if dated else reading

    def groups(self) -> Groups:
        """Return which articles are copies of which."""
        return self._halves.comparer.groups()

    def recalled(self, reading: Reading) -> Reading:
        """Return a reading with the dates that were found in its text before; as it is where nobody looked yet."""
        kept = self._halves.dater().kept_dates(reading.number, reading.article)
        return reading if kept is None else replace(reading, dates=kept)

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article names, ascending; raises `ArticleNotFound` where it is gone."""
        return self._halves.dater().dates(number, self._halves.catalogue.article(number))

    def chronology(self, query: Query = Query(), stop: Stop = never) -> Chronology:  # noqa: B008 - a frozen value
        """Put what the hits of a query say happened in its order.

        A span on the clock of mentions, and `event:` in the query, keep what happened then; a span on the clock of
        publication and `date:` keep what was published then. A faulty query has an empty chronology. Raises `Cancelled`
        soon after `stop` answers yes.
        """
        view = self.explore(query, stop)
        tree = self._answering.tree(view.answered)
        spans = self._halves.searcher().named_spans(tree) if tree is not None else []
        if query.span is not None and query.clock is Clock.MENTIONED:
            spans.append(query.span)
        return self._halves.dater().chronology(view.hits, spans, stop, self._halves.comparer.witnesses(view.hits))

    def figures(self, number: int) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending; raises `ArticleNotFound` where it is gone."""
        return self._halves.figures().of(number, self._halves.catalogue.article(number))

    def reports(self, query: Query = Query(), stop: Stop = never) -> Iterator[Report]:  # noqa: B008 - a frozen value
        """Yield the hits of a query with their figures, in the order of the hits; a copy names whom it copies.

        A faulty query yields nothing. Raises `Cancelled` soon after `stop` answers yes.
        """
        hits = self.explore(query, stop).hits
        return self._halves.figures().reports(hits, stop, self._halves.comparer.witnesses(hits))

    def prove(self, manuscript: Manuscript, stop: Stop = never) -> Proof:
        """Hold a manuscript against the articles; raises `Cancelled` soon after `stop` answers yes."""
        from tui.core.proof import DossierArchive
        from tui.proof import prove

        return prove(manuscript, DossierArchive(self._halves, stop), stop)

    def find(self, reference: str) -> int:
        """Return the number of the article with this id, the beginning of an id, or path.

        Raises `ArticleNotFound` where none or several have it.
        """
        return self._halves.catalogue.find(reference)

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` where it is gone."""
        return self._halves.catalogue.article(number)

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return what is known of articles without their texts, in the order asked."""
        return self._halves.catalogue.heads(list(numbers))

    def accounts(self) -> Iterator[FileAccount]:
        """Return what became of each file of the dossier, by path."""
        return iter(self._halves.catalogue.accounts())

    def ids_of(self, path: str, limit: int) -> list[str]:
        """Return the ids of up to `limit` articles of a file, or of a file within an archive."""
        return self._halves.catalogue.ids_of(path, limit)

    def sums(self) -> Sums:
        """Return the account of the dossier in numbers."""
        return self._halves.catalogue.sums()

    def undated(self) -> list[Head]:
        """Return the articles without a date of publication, by path."""
        return self._halves.catalogue.heads(self._halves.catalogue.undated())

    def doubtful(self) -> list[Head]:
        """Return the articles whose date of publication something speaks against, by path."""
        return self._halves.catalogue.heads(self._halves.catalogue.doubtful())

    def refresh(self, progress: Progress = unheard, stop: Stop = never) -> Refreshed:
        """Read what changed in the folder, index it, find the copies of one text and the dates that texts name.

        What was done when `stop` answers yes stays done, and the next call goes on from there. Where another program is
        at the same work, it is left to it: ask again later. Where the disk of the cache is full, the work goes on in
        memory with what was kept so far, and `notice` says so.
        """
        try:
            return self._refreshed(progress, stop)
        except FullDisk as problem:
            if self._halves.cache is None:
                raise
            full = self._halves
            self._take(Halves(full.catalogue.in_memory(), None))
            full.close()
            self.notice = f"{problem} {_IN_MEMORY}"
        return replace(self._refreshed(progress, stop), changed=True)

    def _refreshed(self, progress: Progress, stop: Stop) -> Refreshed:
        if self._upkeep is None:
            from tui.core.sync import Upkeep

            halves = self._halves
            stages = (
                ("indexing", halves.catalogue.waiting, lambda told, stop: halves.searcher().update(told, stop)),
                ("comparing", halves.comparer.waiting, halves.comparer.update),
                ("finding dates in", halves.dater().waiting, halves.dater().update),
            )
            self._upkeep = Upkeep(self.folder, halves.cache, halves.catalogue, halves.datebook, stages)
        return self._upkeep.refresh(progress, stop)

    def warm(self) -> None:
        """Load what the first query needs, so that its answer does not wait for it."""
        self._halves.searcher().warm()

"""The one door to the core: a query goes in, a frozen view comes out.

The explorer knows nothing of screens. Call it from any thread; the values that it returns never change.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.base.days import Clock
from tui.base.locations import cache_folder, remove_older_caches
from tui.base.progress import Progress, RefreshResult, Stop, never, no_progress
from tui.catalogue.catalogue import Catalogue, Head
from tui.core.queries import Queries
from tui.core.services import Services
from tui.core.view import PAGE, Query, Reading, Row, View
from tui.dossier.article import Article
from tui.errors import CacheError, DamagedCatalogue, FullDisk
from tui.locale import N_, _

if TYPE_CHECKING:
    from tui.chronology.chronology import Chronology
    from tui.comparison.pair import Pair, Printings
    from tui.copies.listing import Groups
    from tui.core.queried_statements import QueriedStatements
    from tui.core.rewording import QueryChange
    from tui.core.sync import Sync
    from tui.dates.values import Timex
    from tui.dossier.account import FileAccount, Sums
    from tui.figures.answers import Report
    from tui.figures.figure import Figure
    from tui.proof import Manuscript, Proof
    from tui.search.annotations import AnnotationLookup
    from tui.search.facets import Facet
    from tui.timeline.tally import Tally

_IN_MEMORY = N_("Until then the index is kept in memory.")
_MADE_AGAIN = N_(
    "The catalogue was damaged and is made again from the dossier; nothing of it or of your own work is lost."
)


class Explorer:
    """An open dossier."""

    at_hand = True
    has_files = True
    """The answers are in memory."""

    def __init__(self, folder: Path, catalogue: Catalogue, cache: Path | None, notice: str = "") -> None:
        self.folder = folder
        """The dossier; no file in it is ever written."""
        self._notice = notice
        self._mending = threading.Lock()
        self._queries = Queries(Services(catalogue, cache))
        self._sync: Sync | None = None

    @property
    def services(self) -> Services:
        """What the dossier consists of, for those who take it elsewhere as a whole."""
        return self._queries.services

    @classmethod
    def open(cls, folder: Path, cache: Path | None = None) -> Explorer:
        """Open a folder as a dossier, with what the cache already knows about it; reads no article.

        Of a bag the payload is opened. If the cache cannot be written, everything is kept in memory and `notice` says
        so. Raises `DossierError` if the folder is missing, is not a folder or may not be read, and `BagRefused` for a
        bag in a zip archive that is not as it was packed.
        """
        from tui.core.bags import dossier_of
        from tui.importing.folder import check_folder

        folder = dossier_of(folder)
        check_folder(folder)
        place = cache if cache is not None else cache_folder(folder)
        if not place.exists():
            remove_older_caches(folder)
        try:
            catalogue = Catalogue.open(place)
            return cls(folder, catalogue, place, _(_MADE_AGAIN) if catalogue.was_damaged else "")
        except CacheError as problem:
            return cls(folder, Catalogue.open(None), None, f"{problem} {_(_IN_MEMORY)}")

    def close(self) -> None:
        """Close the files of the cache."""
        self.services.close()

    @property
    def notice(self) -> str:
        """One sentence about anything unusual, such as an index in memory; it may change at any time."""
        return self._notice or self.services.notice

    def mend(self) -> bool:
        """Make the catalogue again if damage was found in it; say whether this is so.

        It has no articles then: `refresh` reads them. Articles have other numbers than before.
        """
        with self._mending:
            damaged = self.services
            if not damaged.catalogue.damaged:
                return False
            damaged.close()
            cache = damaged.cache
            try:
                after = damaged.dates.highest()
                catalogue = Catalogue.renewed(cache, after) if cache is not None else Catalogue.open(None)
                self._notice = _(_MADE_AGAIN)
            except CacheError as problem:
                catalogue, cache = Catalogue.open(None), None
                self._notice = f"{problem} {_(_IN_MEMORY)}"
            self._queries = Queries(Services(catalogue, cache, damaged.annotation_lookup))
            self._sync = None
        return True

    @property
    def count(self) -> int:
        """The number of articles known so far."""
        return len(self.services.dates.now())

    @property
    def revision(self) -> int:
        """A number that grows with every change of the articles."""
        return self.services.catalogue.revision

    @property
    def edition(self) -> str:
        """What names the state of the articles: the same text means the same articles, also after a new start."""
        return f"{self.services.catalogue.identity}:{self.revision}"

    def labels(self, columns: Sequence[str]) -> Iterator[tuple[int, list[tuple[str, ...]], int, int]]:
        """Yield every article's number, its values of some columns, and the ordinals of its first and last day."""
        return self.services.catalogue.labels(columns)

    def tally(self, numbers: Iterable[int], clock: Clock) -> Tally:
        """Count articles by the days of a clock."""
        return self._queries.tally(numbers, clock)

    def annotate(self, lookup: AnnotationLookup) -> None:
        """Let queries ask for notes, own tags and states; `lookup` is called for each query."""
        self.services.annotation_lookup = lookup

    def explore(self, query: Query, stop: Stop = never, suggest: bool = True, rows: int = PAGE) -> View:
        """Answer a query; a faulty query never raises, it gives a view with a fault.

        Without `suggest` an empty view has no suggestions yet; `suggested` adds them. The view comes with `rows` rows,
        or a whole `PAGE` if none of them has a passage. Raises `Cancelled` soon after `stop` returns true.
        """
        view = self._queries.explore(query, stop, suggest, rows)
        if not query.unfinished or not query.text.endswith(":"):
            return view
        from tui.search.completion import offered

        return replace(view, offered=offered(query.text, self.services.values))

    def deeper(self, view: View, stop: Stop = never) -> View:  # noqa: ARG002 - every hit is in the view already
        """Return the view: it has all of its hits."""
        return view

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Add queries that do find something to an empty view; any other view is returned unchanged.

        So is an empty view while some articles are not searched yet.
        """
        return self._queries.suggested(view, stop)

    def facets(self, view: View) -> tuple[Facet, ...]:
        """Count the sources, authors, languages, tags, names and years of a view's hits."""
        from tui.search.named import facet_of_names

        found = self.services.labels().facets(view.hits)
        years = tuple(facet for facet in found if facet.field == "date")
        names = facet_of_names(self.services.names(), view.hits)
        return (*found[: len(found) - len(years)], *((names,) if names.choices else ()), *years)

    def related(self, number: int) -> str:
        """Return a query for articles that share rare words with this one; empty if there are none.

        Raises `ArticleNotFound` if the article is gone.
        """
        return self.services.search.related(self.services.catalogue.article(number))

    def reworded(self, text: str, change: QueryChange, stop: Stop = never) -> str:
        """Return the text of a query in narrower or wider words; unchanged where there is nothing to change.

        Raises `Cancelled` soon after `stop` returns true.
        """
        from tui.core.rewording import reworded

        return reworded(self.services, text, change, stop)

    def toggle_glossary(self) -> bool:
        """Let queries say what the glossary has beside their words, or no longer; return whether they do now."""
        search = self.services.search
        search.glossary_on = not search.glossary_on
        return search.glossary_on

    def completed(self, text: str) -> str:
        """Complete a query that is being typed: the whole text with its end added, empty if nothing fits."""
        from tui.search.completion import completed
        from tui.search.language.fields import completions, field_of

        def values(name: str) -> list[str]:
            field = field_of(name)
            return self.services.values(field.name) if field is not None else []

        return completed(text, completions(), values, self.services.search.frequent)

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from `first` up to but not including `last`."""
        return self._queries.rows(view, first, last)

    def read(self, number: int, query_text: str = "", dated: bool = False, view: View | None = None) -> Reading:
        """Return an article with the marks of a query; raises `ArticleNotFound` if it is gone.

        The query of a `view` is not parsed again. With `dated` the article comes with the dates that were found in it
        earlier; without any where it was never searched for dates.
        """
        article = self.services.catalogue.article(number)
        tree = view.tree if view is not None else self._queries.tree(query_text)
        reading = Reading(number, article) if tree is None else self.services.search.reading(tree, number, article)
        copies = self.groups().others(number)
        if copies:
            reading = replace(reading, copies=tuple(self.heads(copies[:PAGE])), copies_total=len(copies))
        known = self.services.mentions.kept_dates(number, article) if dated else None
        return reading if known is None else replace(reading, dates=known)

    def readings(self, view: View, numbers: Sequence[int]) -> Iterator[Reading]:
        """Yield articles, in the order asked, with the marks of a view's query in their texts and nothing else."""
        found = self.services.catalogue.articles(numbers)
        for number in numbers:
            if number in found:
                yield self.services.search.marked(view.tree, number, found[number])

    def groups(self) -> Groups:
        """Return which articles are copies of which."""
        return self.services.duplicates.groups()

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending; raises `ArticleNotFound` if it is gone."""
        return self.services.mentions.dates(number, self.services.catalogue.article(number))

    def chronology(
        self,
        query: Query = Query(),  # noqa: B008 - a frozen value
        stop: Stop = never,
        view: View | None = None,
    ) -> Chronology:
        """Put what the hits of a query say happened in its order.

        A span on the clock of mentions, and `event:` in the query, keep what happened then; a span on the clock of
        publication and `date:` keep what was published then. A faulty query has an empty chronology. Raises `Cancelled`
        soon after `stop` returns true. A `view` of the query spares asking it again.
        """
        return self.statements(query, stop, view).chronology(stop)

    def statements(self, query: Query, stop: Stop = never, view: View | None = None) -> QueriedStatements:
        """Return the dated statements of the hits of a query, to be merged into events a batch at a time.

        See `chronology` for what a query keeps.
        """
        from tui.core.queried_statements import QueriedStatements

        view = view if view is not None else self.explore(query, stop)
        spans = self.services.search.named_spans(view.tree) if view.tree is not None else []
        if query.span is not None and query.clock is Clock.MENTIONED:
            spans.append(query.span)
        services, kept = self.services, self.services.catalogue.mentions.statements
        copied_from = services.duplicates.witnesses(view.hits)
        return QueriedStatements(services.mentions, kept, view.hits, copied_from, spans=spans, words=view.answered)

    def figures(self, number: int) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending; raises `ArticleNotFound` where it is gone."""
        return self.services.figures.figures(number, self.services.catalogue.article(number))

    def reports(
        self,
        query: Query = Query(),  # noqa: B008 - a frozen value
        stop: Stop = never,
        answering: bool = False,
    ) -> Iterator[Report]:
        """Yield the hits of a query with their figures, in the order of the hits; a copy names whom it copies.

        With `answering`, only those with a figure that may answer a question. A faulty query yields nothing. Raises
        `Cancelled` soon after `stop` answers yes.
        """
        hits = self.explore(query, stop).hits
        return self.services.figures.reports(hits, stop, self.services.duplicates.witnesses(hits), answering)

    def compare(self, one: int, other: int) -> Pair:
        """Hold two articles against each other; raises `ArticleNotFound` where one is gone."""
        from tui.core.comparison import compared

        return compared(self, one, other)

    def printings(self, number: int, stop: Stop = never) -> Printings:
        """Hold the copies of an article's text against the wire; raises `ArticleNotFound` and `Cancelled`."""
        from tui.core.comparison import printings

        return printings(self, number, stop)

    def prove(
        self, manuscript: Manuscript, stop: Stop = never, report: Callable[[int, int], object] | None = None
    ) -> Proof:
        """Hold a manuscript against the articles; raises `Cancelled` soon after `stop` returns true.

        `report` is told how many sentences of how many were held against them.
        """
        from tui.core.proof import DossierArchive
        from tui.proof import prove

        return prove(manuscript, DossierArchive(self.services, stop), stop, report)

    def find(self, reference: str) -> int:
        """Return the number of the article with this id, start of an id, or path.

        Raises `ArticleNotFound` if none or more than one matches.
        """
        return self.services.catalogue.find(reference)

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the number of each article that has one of these ids, whole ids only."""
        return self.services.catalogue.numbers_of(ids)

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` if it is gone."""
        return self.services.catalogue.article(number)

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return the metadata of articles, without their texts, in the order asked."""
        return self.services.catalogue.heads(list(numbers))

    def accounts(self) -> Iterator[FileAccount]:
        """Return what became of each file of the dossier, by path."""
        return iter(self.services.catalogue.accounts())

    def ids_of(self, path: str, limit: int) -> list[str]:
        """Return the ids of up to `limit` articles of a file, or of a file within an archive."""
        return self.services.catalogue.ids_of(path, limit)

    def sums(self) -> Sums:
        """Return the totals of the account."""
        return self.services.catalogue.sums()

    def undated(self) -> list[Head]:
        """Return the articles without a publication date, by path."""
        return self.services.catalogue.heads(self.services.catalogue.undated())

    def doubtful(self) -> list[Head]:
        """Return the articles whose publication date is in doubt, by path."""
        return self.services.catalogue.heads(self.services.catalogue.doubtful())

    def refresh(self, progress: Progress = no_progress, stop: Stop = never) -> RefreshResult:
        """Read what changed in the folder, index it, and find duplicates and mentioned dates.

        Work done before `stop` returns true is kept, and the next call resumes there. If another program is doing the
        same work, this leaves it alone: ask again later. If the cache's disk is full, the work continues in memory with
        what was kept so far, and `notice` says so.
        """
        try:
            return self._refreshed(progress, stop)
        except DamagedCatalogue:
            if not self.mend():
                raise
        except FullDisk as problem:
            if self.services.cache is None:
                raise
            full = self.services
            self._queries = Queries(Services(full.catalogue.in_memory(), None, full.annotation_lookup))
            self._sync = None
            full.close()
            self._notice = f"{problem} {_(_IN_MEMORY)}"
        return replace(self._refreshed(progress, stop), changed=True)

    def _refreshed(self, progress: Progress, stop: Stop) -> RefreshResult:
        if self._sync is None:
            from tui.core.sync import Sync

            self._sync = Sync(self.folder, self.services)
        return self._sync.refresh(progress, stop)

    def correct(self, mends: Mapping[str, Callable[[Article], Article]]) -> bool:
        """Let the articles with these ids say what their reader says, and all others what their files say.

        Returns whether any article changed: those that did have new numbers, and `refresh` is to be called to find
        them again. Raises `CacheError` where the disk fails.
        """
        return self.services.catalogue.correct(mends)

    def warm(self) -> None:
        """Load what the first query needs, so that its answer does not have to wait."""
        self.services.search.warm()

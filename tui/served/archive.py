"""An archive on a server, as screens ask for it; see `tui.core.archive.Archive`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec.structs import replace

from tui.base.days import Clock
from tui.base.locations import data_root
from tui.base.progress import Progress, RefreshResult, Stop, never, no_progress
from tui.core.outlets import AFAR
from tui.core.view import PAGE, Query, Reading, Row, View
from tui.dossier.account import FileAccount, Sums
from tui.dossier.article import Article
from tui.dossier.serialization import Head
from tui.errors import ArticleNotFound, EngineError
from tui.locale import N_, _
from tui.search.language.tree import Everything
from tui.served.first_hits import TOLD, FirstHits
from tui.served.holdings import head_of_article
from tui.served.layout import OwnLayout
from tui.served.offers import Offers
from tui.served.searching import Searching
from tui.served.server import EngineTrouble, Reader

if TYPE_CHECKING:
    from tui.chronology.chronology import Chronology
    from tui.comparison.pair import Pair, Printings
    from tui.copies.listing import Groups
    from tui.core.queried_statements import QueriedStatements
    from tui.core.rewording import QueryChange
    from tui.dates.values import Timex
    from tui.figures.answers import Report
    from tui.figures.figure import Figure
    from tui.proof import Manuscript, Proof
    from tui.search.annotations import AnnotationLookup
    from tui.search.facets import Facet
    from tui.timeline.tally import Tally

_AT_ONCE = 100
_NO_PROOF = N_("A manuscript can only be held against a dossier on this machine: open its folder, not an engine.")
_NO_REWORDING = N_("An archive on a server is not asked in wider words: write other words yourself, with OR.")


class ServedArchive:
    """An archive behind an alias of a server."""

    at_hand = False
    """The answers come over a network."""
    has_files = False
    """What an article says of its file is a path on the machine that pushed it."""

    def __init__(self, server: Reader, searching: Searching, folder: Path) -> None:
        self.folder = folder
        """Stands for the archive where a folder is named: its desk is the one of this name."""
        self.notice = ""
        self._server = server
        self._searching = searching
        self._holdings = searching.holdings
        self._mends: Mapping[str, Callable[[Article], Article]] = {}
        self._offers = Offers(searching)
        self._hits = FirstHits(searching, self.article, self._tell)
        self._revision = 0
        self._heard = datetime.now()
        self._trouble = ""

    @classmethod
    def open(cls, engine: str, index: str, schema: str = "") -> ServedArchive:
        """Open the archive of an index; `schema` names the profile of an index that others made, or its file.

        Raises `EngineError` where there is no such index or profile, or no server that can be asked.
        """
        from tui.served.foreign import ForeignLayout, profile_of

        layout = ForeignLayout(profile_of(schema)) if schema else OwnLayout()
        server = Reader(engine)
        try:
            server.check()
            searching = Searching(server, index, layout)
            searching.look(never)
        except BaseException:
            server.close()
            raise
        place = data_root() / "engines" / f"{index}-{crc32(server.engine.encode()):08x}" / index
        return cls(server, searching, place)

    def close(self) -> None:
        """Close the point in time and all connections."""
        with suppress(EngineError):  # it ends by itself
            self._searching.leave()
        self._server.close()

    @property
    def count(self) -> int:
        """The number of articles when the index was last looked at."""
        return self._searching.state[0]

    @property
    def revision(self) -> int:
        """A number that grows with every change that was noticed."""
        return self._revision

    @property
    def edition(self) -> str:
        """The number of articles, when the last one was pushed, and the sum of the numbers of their writes."""
        return "{}:{}:{}".format(*self._searching.state)

    def mend(self) -> bool:
        """Return false: nothing is kept here that could be damaged."""
        return False

    def labels(self, columns: Sequence[str]) -> Iterator[tuple[int, list[tuple[str, ...]], int, int]]:  # noqa: ARG002
        """Return nothing: the articles are too many to be looked through."""
        return iter(())

    def tally(self, numbers: Iterable[int], clock: Clock) -> Tally:  # noqa: ARG002
        """Raise `EngineError`: the articles are too many to be looked through."""
        raise EngineError(_(AFAR))

    def annotate(self, lookup: AnnotationLookup) -> None:
        """Let queries ask for notes, own tags and states."""
        self._searching.annotation_lookup = lookup

    def explore(self, query: Query, stop: Stop = never, suggest: bool = True, rows: int = PAGE) -> View:
        """Answer a query; see `Archive.explore`."""
        view = self._heard_of(lambda: self._searching.explore(query, stop, rows))
        if query.unfinished and query.text.endswith(":"):
            from tui.search.completion import offered

            view = replace(view, offered=offered(query.text, self._offers.known_values))
        return self.suggested(view, stop) if suggest else view

    def _heard_of(self, ask: Callable[[], View]) -> View:
        """Ask; where the server does not answer, say since when."""
        try:
            view = ask()
        except EngineTrouble as problem:
            if problem.passes:
                since = _("{problem} Last heard of at {time}.")
                said = since.format(problem=problem, time=f"{self._heard:%H:%M:%S}")
                problem = EngineTrouble(said, problem.status)
            self.notice = self._trouble = str(problem)
            raise problem from None
        self._heard = datetime.now()
        if self.notice == self._trouble:
            self.notice = ""
        return view

    def deeper(self, view: View, stop: Stop = never) -> View:
        """Return a view with more of its hits."""
        return self._searching.deeper(view, stop)

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return rows of a view."""
        return self._searching.rows(view, first, last, never)

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Add queries that do find something to an empty view."""
        return self._offers.suggested(view, stop)

    def completed(self, text: str) -> str:
        """Complete a query that is being typed."""
        return self._offers.completed(text)

    def facets(self, view: View) -> tuple[Facet, ...]:
        """Count what the hits of a view have in common, on all shards."""
        searching = self._searching
        parts = [searching.translated(view.tree or Everything(), never)]
        if view.query.span is not None:
            parts.append(searching.layout.chosen(view.query.span, view.query.clock))
        body = {"size": 0, "query": {"bool": {"filter": parts}}, "aggs": searching.layout.facets_by()}
        (found,) = self._server.searches(searching.index, [body])
        return searching.layout.facets_of(found["aggregations"])

    def reworded(self, text: str, change: QueryChange, stop: Stop = never) -> str:  # noqa: ARG002
        """Return the text of a query with words as written only, or in all their forms again.

        Raises `EngineError` for any other change.
        """
        from tui.core.rewording import QueryChange
        from tui.search.language.exactness import toggled_exactness

        if change is not QueryChange.FORMS:
            raise EngineError(_(_NO_REWORDING))
        return toggled_exactness(text)

    def toggle_glossary(self) -> bool:
        """Return false: the glossary is not asked."""
        return False

    def related(self, number: int) -> str:
        """Return a query for articles that share rare words with this one."""
        return self._offers.related(self.article(number))

    def article(self, number: int) -> Article:
        """Return an article, as its reader corrected it; one that was read stays readable without the server."""
        self._searching.fetch([number], never)
        article = self._holdings.article(number)
        if article is None:
            raise ArticleNotFound(_("This article is no longer in the index; it was changed or removed."))
        mend = self._mends.get(article.id)
        return mend(article) if mend is not None else article

    def read(self, number: int, query_text: str = "", dated: bool = False, view: View | None = None) -> Reading:
        """Return an article with the marks of a query."""
        article = self.article(number)
        tree = view.tree if view is not None else self._searching.tree(query_text, never)
        reading = Reading(number, article)
        if tree is not None:
            marks, in_title = self._searching.marks(tree, article)
            reading = replace(reading, marks=marks, title_marks=in_title)
        copies = self.groups().others(number)
        if copies:
            reading = replace(reading, copies=tuple(self.heads(copies[:PAGE])), copies_total=len(copies))
        known = self._hits.known_dates(number, article) if dated else None
        return reading if known is None else replace(reading, dates=known)

    def readings(self, view: View, numbers: Sequence[int]) -> Iterator[Reading]:
        """Yield articles, in the order asked, with the marks of a view's query in their texts."""
        self.heads(numbers)  # which fetches their texts together
        for number in numbers:
            with suppress(ArticleNotFound):
                article = self.article(number)
                marks = self._searching.marks(view.tree, article)[0] if view.tree is not None else ()
                yield Reading(number, article, marks)

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article mentions."""
        return self._hits.dates(number, self.article(number))

    def figures(self, number: int) -> tuple[Figure, ...]:
        """Return the figures of an article; none where the rules fail at it."""
        found, _fault = self._hits.figures(number, self.article(number))
        return found

    def compare(self, one: int, other: int) -> Pair:
        """Hold two articles against each other."""
        from tui.core.comparison import compared

        return compared(self, one, other)

    def printings(self, number: int, stop: Stop = never) -> Printings:
        """Hold the copies that were listed so far against the wire."""
        from tui.core.comparison import printings

        return printings(self, number, stop)

    def groups(self) -> Groups:
        """Return which of the articles listed so far are copies of which."""
        return self._holdings.groups()

    def _first_hits(self, query: Query, stop: Stop, view: View | None = None) -> View:
        """Return the view of a query with as many hits as are told of."""
        view = view if view is not None and view.query == query else self.explore(query, stop, suggest=False)
        return self.deeper(view, stop) if len(view.hits) < min(view.total, TOLD) else view

    def _tell(self, sentence: str) -> None:
        self.notice = sentence

    def chronology(
        self,
        query: Query = Query(),  # noqa: B008 - a frozen value
        stop: Stop = never,
        view: View | None = None,
    ) -> Chronology:
        """Put what the first hits of a query say happened in its order."""
        return self.statements(query, stop, view).chronology(stop)

    def statements(self, query: Query, stop: Stop = never, view: View | None = None) -> QueriedStatements:
        """Return the dated statements of the first hits of a query."""
        return self._hits.statements(self._first_hits(query, stop, view), stop)

    def reports(
        self,
        query: Query = Query(),  # noqa: B008 - a frozen value
        stop: Stop = never,
        answering: bool = False,
    ) -> Iterator[Report]:
        """Yield the first hits of a query with their figures; with `answering`, those that may answer a question."""
        from tui.figures.answers import is_answer

        found = self._hits.reports(self._first_hits(query, stop), stop)
        return (each for each in found if not answering or each.fault or any(map(is_answer, each.figures)))

    def prove(
        self,
        manuscript: Manuscript,  # noqa: ARG002
        stop: Stop = never,  # noqa: ARG002
        report: Callable[[int, int], object] | None = None,  # noqa: ARG002
    ) -> Proof:
        """Raise `EngineError`: a manuscript is held against articles that are all at hand."""
        raise EngineError(_(_NO_PROOF))

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return the metadata of articles in the order asked."""
        asked = list(numbers)
        self._fetch_if_possible(asked)
        held = ((number, self._holdings.article(number)) for number in asked)
        return [head_of_article(number, article) for number, article in held if article is not None]

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the number of each article of the index that has one of these ids."""
        wanted = {ident: self._holdings.number(ident) for ident in ids}
        self._fetch_if_possible(wanted.values())
        return {ident: number for ident, number in wanted.items() if self._holdings.article(number) is not None}

    def _fetch_if_possible(self, numbers: Iterable[int]) -> None:
        """Hold articles; where the server does not answer, those that were read before have to do."""
        try:
            self._searching.fetch(numbers, never)
        except EngineTrouble as problem:
            self.notice = self._trouble = str(problem)

    def accounts(self) -> Iterator[FileAccount]:
        """Return nothing: an index has no files."""
        return iter(())

    def ids_of(self, path: str, limit: int) -> list[str]:  # noqa: ARG002 - an index has no files
        """Return nothing: an index has no files."""
        return []

    def sums(self) -> Sums:
        """Return how many articles there are."""
        return Sums(articles=self.count)

    def undated(self) -> list[Head]:
        """Return the first articles without a publication date."""
        return _first(self, "is:undated")

    def doubtful(self) -> list[Head]:
        """Return the first articles whose publication date is in doubt."""
        return _first(self, "is:doubtful")

    def refresh(self, progress: Progress = no_progress, stop: Stop = never) -> RefreshResult:  # noqa: ARG002
        """Look whether anything was pushed since."""
        changed = self._searching.look(stop)
        self._revision += changed
        return RefreshResult(changed, busy=False)

    def correct(self, mends: Mapping[str, Callable[[Article], Article]]) -> bool:
        """Let articles say what their reader says when they are read here; the index is not changed."""
        changed = mends.keys() != self._mends.keys()
        self._mends = mends
        return changed

    def warm(self) -> None:
        """Do nothing: the server is warm."""


def _first(archive: ServedArchive, text: str) -> list[Head]:
    return archive.heads(archive.explore(Query(text), suggest=False, rows=_AT_ONCE).hits)

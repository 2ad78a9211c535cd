"""The door: what screens ask of an archive, whichever engine answers.

`Explorer` answers from the reader's own cache with Whoosh, `tui.served.archive.ServedArchive` from a server. The words
of every query mean the same in both; `tests/served/test_contract.py` holds them against a search by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.base.days import Clock
from tui.base.progress import Progress, RefreshResult, Stop, never, no_progress
from tui.core.view import PAGE, Query, Reading, Row, View

if TYPE_CHECKING:
    from tui.catalogue.catalogue import Head
    from tui.chronology.chronology import Chronology
    from tui.comparison.pair import Pair, Printings
    from tui.copies.listing import Groups
    from tui.core.queried_statements import QueriedStatements
    from tui.core.rewording import QueryChange
    from tui.dates.values import Timex
    from tui.dossier.account import FileAccount, Sums
    from tui.dossier.article import Article
    from tui.figures.answers import Report
    from tui.figures.figure import Figure
    from tui.proof import Manuscript, Proof
    from tui.search.annotations import AnnotationLookup
    from tui.search.facets import Facet
    from tui.timeline.tally import Tally


class Archive(Protocol):
    """An open archive; every method may be called from any thread, and every value that it returns stays as it is."""

    folder: Path
    """The dossier, or what stands for it: where its desk and its exports belong."""

    @property
    def notice(self) -> str:
        """One sentence about anything unusual; empty where there is nothing."""

    @property
    def at_hand(self) -> bool:
        """Whether answers are so near that the first one may be waited for before anything is shown."""

    @property
    def has_files(self) -> bool:
        """Whether the articles come from files in `folder`."""

    @property
    def count(self) -> int:
        """The number of articles known so far."""

    @property
    def revision(self) -> int:
        """A number that grows with every change of the articles."""

    def close(self) -> None:
        """Close files and connections."""

    @property
    def edition(self) -> str:
        """What names the state of the articles: the same text means the same articles, also after a new start."""

    def mend(self) -> bool:
        """Make what was damaged again; say whether anything was."""

    def labels(self, columns: Sequence[str]) -> Iterator[tuple[int, list[tuple[str, ...]], int, int]]:
        """Yield every article's number, its values of some columns, and the ordinals of its first and last day.

        Nothing where the articles are too many to be looked through.
        """

    def tally(self, numbers: Iterable[int], clock: Clock) -> Tally:
        """Count articles by the days of a clock; raises `EngineError` where articles cannot be looked through."""

    def annotate(self, lookup: AnnotationLookup) -> None:
        """Let queries ask for notes, own tags and states; `lookup` is called for each query."""

    def explore(self, query: Query, stop: Stop = never, suggest: bool = True, rows: int = PAGE) -> View:
        """Answer a query: the exact total, the hits in order, the days on its clock, and the first rows.

        A faulty query gives a view with a fault. Raises `Cancelled` soon after `stop` returns true, `EngineError` if
        the engine cannot answer.
        """

    def deeper(self, view: View, stop: Stop = never) -> View:
        """Return a view with more of its hits, where it has only the first ones; else the view itself."""

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Add queries that do find something to an empty view; any other view is returned unchanged."""

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from `first` up to but not including `last`."""

    def facets(self, view: View) -> tuple[Facet, ...]:
        """Count the sources, authors, languages, tags and years of a view's hits."""

    def completed(self, text: str) -> str:
        """Complete a query that is being typed with values and frequent words; empty if nothing fits."""

    def reworded(self, text: str, change: QueryChange, stop: Stop = never) -> str:
        """Return the text of a query in narrower or wider words; unchanged where there is nothing to change.

        Raises `Cancelled` soon after `stop` returns true, `EngineError` for a change that this archive cannot make.
        """

    def toggle_glossary(self) -> bool:
        """Let queries say what the glossary has beside their words, or no longer; return whether they do now."""

    def related(self, number: int) -> str:
        """Return a query for articles that share rare words with this one; empty if there are none."""

    def read(self, number: int, query_text: str = "", dated: bool = False, view: View | None = None) -> Reading:
        """Return an article with the marks of a query; raises `ArticleNotFound` if it is gone.

        With `dated` it comes with the dates that were found in it earlier.
        """

    def readings(self, view: View, numbers: Sequence[int]) -> Iterator[Reading]:
        """Yield articles, in the order asked, with the marks of a view's query in their texts and nothing else.

        An article that is gone is left out. They are fetched together, so ask for some at a time.
        """

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending; raises `ArticleNotFound` if it is gone."""

    def figures(self, number: int) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending; raises `ArticleNotFound` if it is gone."""

    def compare(self, one: int, other: int) -> Pair:
        """Hold two articles against each other; raises `ArticleNotFound` where one is gone."""

    def printings(self, number: int, stop: Stop = never) -> Printings:
        """Hold the known copies of an article's text against the wire; raises `ArticleNotFound` and `Cancelled`."""

    def groups(self) -> Groups:
        """Return which articles are copies of which, as far as they were listed."""

    def chronology(self, query: Query = ..., stop: Stop = never, view: View | None = None) -> Chronology:
        """Put what the hits of a query say happened in its order."""

    def statements(self, query: Query, stop: Stop = never, view: View | None = None) -> QueriedStatements:
        """Return the dated statements of the hits of a query, to be merged into events a batch at a time."""

    def prove(
        self, manuscript: Manuscript, stop: Stop = never, report: Callable[[int, int], object] | None = None
    ) -> Proof:
        """Hold a manuscript against the articles; raises `EngineError` where this archive cannot do that.

        `report` is told how many sentences of how many were held against them.
        """

    def reports(self, query: Query = ..., stop: Stop = never, answering: bool = False) -> Iterator[Report]:
        """Yield the hits of a query with their figures; with `answering`, those that may answer a question."""

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` if it is gone."""

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return the metadata of articles in the order asked, without those that are gone."""

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the number of each article that has one of these ids, whole ids only."""

    def accounts(self) -> Iterator[FileAccount]:
        """Return what became of each file of the dossier, by path; none where articles are no files."""

    def ids_of(self, path: str, limit: int) -> list[str]:
        """Return the ids of up to `limit` articles of a file."""

    def sums(self) -> Sums:
        """Return the totals of the account."""

    def undated(self) -> list[Head]:
        """Return the articles without a publication date."""

    def doubtful(self) -> list[Head]:
        """Return the articles whose publication date is in doubt."""

    def refresh(self, progress: Progress = no_progress, stop: Stop = never) -> RefreshResult:
        """Take notice of what changed since; say whether anything did."""

    def correct(self, mends: Mapping[str, Callable[[Article], Article]]) -> bool:
        """Let the articles with these ids say what their reader says; say whether any changed."""

    def warm(self) -> None:
        """Load what the first query needs."""

"""What is told of the first hits of a query: their dated statements and their figures, found here in their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from tui.base.days import Clock, Span
from tui.base.progress import Stop, never
from tui.catalogue.statements import StatementRow
from tui.core.mention_service import SUMMARY, found_dates, statement_rows
from tui.core.queried_statements import QueriedStatements
from tui.core.view import View
from tui.dates.values import Timex
from tui.dossier.article import Article
from tui.errors import ArticleNotFound, Cancelled
from tui.figures.answers import Report
from tui.figures.figure import Figure
from tui.locale import _
from tui.search.language import Node
from tui.search.language.tree import And, Mentioned
from tui.served.searching import Searching

TOLD = 1_000
"""Articles whose texts are fetched for a chronology or for figures."""
_AT_ONCE = 100


class FirstHits:
    """Tells of the first hits of a query; usable from any thread."""

    def __init__(self, searching: Searching, article: Callable[[int], Article], tell: Callable[[str], None]) -> None:
        """Take how an article is read, and what is told one sentence about the hits that are left out."""
        self._searching = searching
        self._article = article
        self._tell = tell
        self._dates: dict[tuple[int, str], tuple[Timex, ...]] = {}

    def count(self) -> int:
        """Return how many articles there are."""
        return self._searching.state[0]

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` if it is gone."""
        return self._article(number)

    def dates(self, number: int, article: Article) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending."""
        key = number, article.text
        found = self._dates.get(key)
        if found is None:
            if len(self._dates) > TOLD * 4:
                self._dates.clear()
            found = self._dates[key] = found_dates(article)
        return found

    def known_dates(self, number: int, article: Article) -> tuple[Timex, ...] | None:
        """Return the dates that were found in an article earlier; None if it was never searched for dates."""
        return self._dates.get((number, article.text))

    def figures(self, number: int, article: Article) -> tuple[tuple[Figure, ...], str]:
        """Return the figures of an article, and the name of the error where the rules failed at it."""
        from tui.figures import find_figures

        dates = self.dates(number, article)
        try:
            return find_figures(article.text, language=article.language, timexes=dates, title=article.title), ""
        except Exception as error:  # noqa: BLE001 - it costs this article its figures and no other one anything
            return (), type(error).__name__

    def statements(self, view: View, stop: Stop) -> QueriedStatements:
        """Return the dated statements of the first hits of a view.

        Raises `Cancelled` soon after `stop` returns true.
        """
        told = self._told(view)
        spans, query = _named_spans(view.tree), view.query
        if query.span is not None and query.clock is Clock.MENTIONED:
            spans.append(query.span)
        copied_from = self._witnesses(told)
        kept = HeldStatements(self._searching.whole(Clock.PUBLISHED, stop).extent)
        for number, article in self._fetched(told, stop):
            kept.add(number, article, self.dates(number, article))
        return QueriedStatements(self, kept, told, copied_from, spans=spans, words=view.answered)

    def reports(self, view: View, stop: Stop) -> Iterator[Report]:
        """Yield the first hits of a view with their figures."""
        told = self._told(view)
        copied_from = self._witnesses(told)
        for number, article in self._fetched(told, stop):
            found, fault = self.figures(number, article)
            published = article.published.span if article.published else None
            yield Report(
                *(number, article.id, article.source, published, found, article.text),
                retells=SUMMARY in article.tags,
                copied_from=copied_from.get(number, ""),
                retold=article.retold,
                fault=fault,
            )

    def _told(self, view: View) -> list[int]:
        """Return the hits whose texts are looked at; say where there are more."""
        told = list(view.hits[:TOLD])
        said = _("This tells of the first {told:,} of {total:,} articles: narrow the query for others.")
        self._tell(said.format(told=len(told), total=view.total) if view.total > len(told) else "")
        return told

    def _fetched(self, numbers: Sequence[int], stop: Stop) -> Iterator[tuple[int, Article]]:
        """Yield articles, without those that are gone."""
        for first in range(0, len(numbers), _AT_ONCE):
            if stop():
                raise Cancelled
            some = numbers[first : first + _AT_ONCE]
            self._searching.fetch(some, stop)
            for number in some:
                try:
                    article = self._article(number)
                except ArticleNotFound:
                    continue
                yield number, article

    def _witnesses(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return, for each article that is a copy, the source of the original, or its id if it has no source."""
        pairs = dict(self._searching.holdings.originals(numbers))
        originals = list(dict.fromkeys(pairs.values()))
        named = {number: article.source or article.id for number, article in self._fetched(originals, never)}
        return {number: named[head] for number, head in pairs.items() if head in named}


class HeldStatements:
    """The statements of some articles in memory; see `tui.core.queried_statements.KeptStatements`."""

    def __init__(self, extent: Span | None) -> None:
        """Take the days from the first to the last on which an article of the archive appeared."""
        self._extent = (extent.first.toordinal(), extent.last.toordinal()) if extent is not None else (0, 0)
        self._rows: dict[int, list[StatementRow]] = {}
        self._known: dict[int, tuple[str, str, int]] = {}

    def add(self, number: int, article: Article, dates: Sequence[Timex]) -> None:
        """Hold the statements of an article in which these dates were found; none of a mere summary."""
        last = article.published.span.last.toordinal() if article.published else 0
        self._known[number] = article.source, article.id, last
        rows = [] if SUMMARY in article.tags else statement_rows(number, article, dates)
        self._rows[number] = sorted(rows, key=lambda row: (row.first, row.place))

    def check(self) -> None:
        """Do nothing: what is held in memory is all there."""

    def count(self) -> int:
        """Return how many statements there are, those with an open date included."""
        return sum(map(len, self._rows.values()))

    def count_of(self, numbers: Sequence[int]) -> int:
        """Return how many statements some articles have."""
        return sum(len(self._rows.get(number, ())) for number in numbers)

    def undated(self) -> Sequence[int]:
        """Return nothing: every article was searched for dates."""
        return ()

    def extent(self) -> tuple[int, int]:
        """Return the first and the last day on which an article appeared; zeros where none has a date."""
        return self._extent

    def day_after(self, first: int, some: int) -> int:
        """Return the day of the statement that comes after `some` others from `first` on; 0 where there is none."""
        later = self.between(first, date.max.toordinal())
        return later[some].first if some < len(later) else 0

    def between(self, first: int, last: int) -> list[StatementRow]:
        """Return the statements that begin on the days from `first` to `last`, in their order."""
        rows = (row for own in self._rows.values() for row in own)
        return sorted(row for row in rows if first <= row.first <= last)

    def crowd(self, first: int, last: int, most: int) -> int:
        """Return how many statements begin on the days from `first` to `last`, counted up to `most`."""
        return min(most, len(self.between(first, last)))

    def of(self, numbers: Iterable[int]) -> Iterator[StatementRow]:
        """Yield the statements of some articles, article by article in ascending order."""
        for number in sorted(numbers):
            yield from self._rows.get(number, ())

    def articles(self, numbers: Iterable[int]) -> dict[int, tuple[str, str, int]]:
        """Return of some articles, by number, the source, the id and the last day on which it can have appeared."""
        return {number: self._known[number] for number in numbers if number in self._known}

    def articles_of(self, source: str) -> Sequence[int]:
        """Return the numbers of the articles of a source."""
        return [number for number, (own, *_) in self._known.items() if own == source]


def _named_spans(tree: Node | None) -> list[Span]:
    """Return the spans of which every hit must name a day."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    asked = [part for part in parts if isinstance(part, Mentioned)]
    return [Span(each.first or date.min, each.last or date.max) for each in asked]

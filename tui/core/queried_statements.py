"""The dated statements of a query's articles, merged into events some weeks at a time.

The events of a large dossier come while later ones are still being read; no more than some weeks of statements are held
at once. An event is kept as the places of its statements; its words are read when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.base.days import Span
from tui.base.progress import Stop
from tui.catalogue.statements import StatementRow
from tui.chronology.chronology import Chronology, DatedStatement, Event, entry_of, entry_order, gathered, told_of
from tui.chronology.features import hashed_words
from tui.chronology.listed_events import ListedEvents, Places
from tui.chronology.merging import About, Gathered, merged
from tui.chronology.same_event import APART, Comparison, Weights
from tui.chronology.telling import Sign, signs_of
from tui.chronology.trace import Trace, unpacked
from tui.core.mention_service import SUMMARY, statement_rows
from tui.errors import ArticleNotFound, Cancelled

if TYPE_CHECKING:
    from tui.dates.values import Timex
    from tui.dossier.article import Article

FEW = 2_000
"""Up to so many articles are merged in memory; of more, a sample says how rare words are."""
_SAMPLE = 600
_AT_ONCE = 200
"""Up to so many articles that were not searched for dates yet are searched when they are asked for."""
_CROWD = 40
"""More statements than this on some days are no more of a crowd."""
_TOGETHER = 200
"""Statements that are read at once, and those of the same month."""
_LONGEST = 366
_NOBODY = About("", 0)


class SignedEvent(NamedTuple):
    """An event, and what it is worth to a reader."""

    event: Gathered
    signs: Sign

    def add_to(self, listed: ListedEvents) -> None:
        """Keep it without its words."""
        datings = self.event.datings
        places = tuple(tuple((trace.number, trace.place) for trace in dating) for dating in datings)
        listed.add(places, datings[0][0].edge[0], self.signs)


class _Origin(NamedTuple):
    """What a statement says of its article."""

    id: str
    source: str
    published: Span | None
    copied_from: str
    retold: bool


class KeptStatements(Protocol):
    """Where statements are kept; see `tui.catalogue.statements.Statements`."""

    def check(self) -> None:
        """Raise `CacheError` unless every statement that was kept is there."""

    def count(self) -> int:
        """Return how many statements there are, those with an open date included."""

    def count_of(self, numbers: Sequence[int]) -> int:
        """Return how many statements some articles have."""

    def undated(self) -> Sequence[int]:
        """Return the numbers of the articles that were not searched for dates yet, ascending."""

    def extent(self) -> tuple[int, int]:
        """Return the first and the last day on which an article appeared; zeros where none has a date."""

    def day_after(self, first: int, some: int) -> int:
        """Return the day of the statement that comes after `some` others from `first` on; 0 where there is none."""

    def between(self, first: int, last: int) -> list[StatementRow]:
        """Return the statements that begin on the days from `first` to `last`, in their order."""

    def crowd(self, first: int, last: int, most: int) -> int:
        """Return how many statements begin on the days from `first` to `last`, counted up to `most`."""

    def of(self, numbers: Iterable[int]) -> Iterator[StatementRow]:
        """Yield the statements of some articles, article by article in ascending order."""

    def articles(self, numbers: Iterable[int]) -> dict[int, tuple[str, str, int]]:
        """Return of some articles, by number, the source, the id and the last day on which it can have appeared."""

    def articles_of(self, source: str) -> Sequence[int]:
        """Return the numbers of the articles of a source."""


class DatedArticles(Protocol):
    """The articles that make the statements."""

    def count(self) -> int:
        """Return how many articles there are."""

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` if it is gone."""

    def dates(self, number: int, article: Article) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending."""


class QueriedStatements:
    """The statements of the hits of one query; call it from one thread at a time."""

    def __init__(
        self,
        articles: DatedArticles,
        kept: KeptStatements,
        hits: Sequence[int],
        copied_from: Mapping[int, str],
        *,
        spans: Sequence[Span] = (),
        words: str = "",
    ) -> None:
        """Take the hits, what the copies among them copy, the spans to be touched and the query's words."""
        self._articles = articles
        self._kept = kept
        self._hits = hits
        self._of_all = len(hits) == articles.count()
        self._copied_from = copied_from
        self._spans = spans
        self._near = hashed_words(words)
        self._known: dict[int, About] = {}
        self._kept.check()
        undated = set(self._kept.undated())
        self._undated = sorted(undated if self._of_all else undated.intersection(hits))

    @property
    def unread(self) -> int:
        """How many of the articles are not searched for dates yet, and left out."""
        return len(self._undated) if len(self._undated) > _AT_ONCE else 0

    def count(self) -> int:
        """Return how many statements are stored."""
        return self._kept.count() if self._of_all else self._kept.count_of(self._hits)

    def events(self, stop: Stop) -> Iterator[list[SignedEvent]]:
        """Yield the events in their order, a batch at a time; the vague ones when their days are over.

        Raises `Cancelled` soon after `stop` returns true.
        """
        extent = self._kept.extent()
        for batch in self._of_few(stop) if self._are_few() else self._of_many():
            if stop():
                raise Cancelled
            touching = (event for event in batch if self._touches(event))
            yield [SignedEvent(event, signs_of(event, self._about, self._near, extent)) for event in touching]

    def articles_of(self, source: str) -> frozenset[int]:
        """Return the numbers of the articles of a source."""
        return frozenset(self._kept.articles_of(source))

    def open_ones(self) -> list[SignedEvent]:
        """Return the statements whose date stayed open, by article; none where spans are to be touched."""
        if self._spans:
            return []
        rows = self._rows(self._hits) if self._are_few() else self._kept.between(0, 0)
        hits = frozenset(self._hits)
        traces = [unpacked(*row) for row in rows if not row.first and row.number in hits]
        return [SignedEvent(Gathered(((trace,),)), Sign.OPEN) for trace in sorted(traces, key=_key)]

    def told(self, traces: Sequence[Trace]) -> list[DatedStatement]:
        """Return the statements of traces, without those that have just gone."""
        return list(self._told(traces).values())

    def entries(self, events: Sequence[Gathered]) -> list[Event]:
        """Return events with their statements, without those that have just gone; an event without any is left out."""
        told = self._told([trace for event in events for trace in event.traces])
        found = []
        for event in events:
            datings = (tuple(trace for trace in dating if _key(trace) in told) for dating in event.datings)
            left = Gathered(tuple(dating for dating in datings if dating))
            if left.datings:
                found.append(entry_of(left, lambda trace: told[_key(trace)]))
        return found

    def found_again(self, places: Sequence[Places]) -> list[Gathered]:
        """Return events whose statements are known by their places, without the statements that have just gone."""
        numbers = {number for event in places for dating in event for number, _ in dating}
        found = {(row.number, row.place): unpacked(*row) for row in self._rows(numbers)}
        events = []
        for event in places:
            datings = (tuple(found[at] for at in dating if at in found) for dating in event)
            events.append(Gathered(tuple(dating for dating in datings if dating)))
        return events

    def chronology(self, stop: Stop) -> Chronology:
        """Return all events with their statements; raises `Cancelled` soon after `stop` returns true."""
        entries = [entry for batch in self.events(stop) for entry in self.entries([each.event for each in batch])]
        return Chronology(tuple(sorted(entries, key=entry_order)), tuple(self._open_told()))

    def _open_told(self) -> list[DatedStatement]:
        return self.told([each.event.traces[0] for each in self.open_ones()])

    def _are_few(self) -> bool:
        return len(self._hits) <= FEW

    def _rows(self, numbers: Collection[int]) -> Iterator[StatementRow]:
        """Yield the statements of articles; those that were not searched for dates are searched, if they are few."""
        yield from self._kept.of(numbers)
        if self.unread:
            return
        for number in self._undated:
            if number in numbers:
                article = self._articles.article(number)
                if SUMMARY not in article.tags:
                    yield from statement_rows(number, article, self._articles.dates(number, article))

    def _of_few(self, stop: Stop) -> Iterator[list[Gathered]]:
        traces = []
        for row in self._rows(self._hits):
            if stop():
                raise Cancelled
            if row.first:
                traces.append(unpacked(*row))
        self._know(self._hits)
        return gathered(sorted(traces, key=lambda trace: trace.first), self._about)

    def _of_many(self) -> Iterator[list[Gathered]]:
        step = max(1, len(self._hits) // _SAMPLE)
        weights = Weights(unpacked(*row) for row in self._kept.of(self._hits[::step]) if row.first)
        return merged(self._months(), Comparison(weights, _Crowd(self._kept.crowd)), weights, self._about)

    def _months(self) -> Iterator[list[Trace]]:
        """Yield the statements that begin in some months; more months at once where they have few."""
        first, last = 1, date.max.toordinal()
        if self._spans:
            first = max(1, max(span.first.toordinal() for span in self._spans) - _LONGEST)
            last = min(last, min(span.last.toordinal() for span in self._spans) + APART)
        hits = None if self._of_all else frozenset(self._hits)
        while first <= last and self._kept.day_after(first, 0):
            month = date.fromordinal(self._kept.day_after(first, _TOGETHER) or last)
            end = Span.of_month(month.year, month.month).last.toordinal()
            rows = self._kept.between(first, min(end, last))
            traces = [unpacked(*row) for row in rows if hits is None or row.number in hits]
            self._know({trace.number for trace in traces})
            yield traces
            first = end + 1

    def _touches(self, event: Gathered) -> bool:
        days = [(dating[0].first, dating[0].last) for dating in event.datings]
        return all(
            any(first <= span.last.toordinal() and span.first.toordinal() <= last for first, last in days)
            for span in self._spans
        )

    def _know(self, numbers: Collection[int]) -> None:
        """Read who reports what some articles say."""
        missing = [number for number in numbers if number not in self._known]
        for number, (source, ident, day) in self._kept.articles(missing).items():
            original = self._copied_from.get(number, "")
            self._known[number] = About(original or source or ident, day, bool(original))

    def _about(self, number: int) -> About:
        return self._known.get(number, _NOBODY)

    def _told(self, traces: Sequence[Trace]) -> dict[tuple[int, int], DatedStatement]:
        """Return statements by article and place, without those that have just gone."""
        by_article: dict[int, list[Trace]] = {}
        for trace in traces:
            by_article.setdefault(trace.number, []).append(trace)
        found: dict[tuple[int, int], DatedStatement] = {}
        for number, own in by_article.items():
            try:
                article = self._articles.article(number)
            except ArticleNotFound:
                continue
            published = article.published.span if article.published else None
            copied_from = self._copied_from.get(number, "")
            origin = _Origin(article.id, article.source, published, copied_from, article.retold)
            dates: dict[int, Timex] = {timex.start: timex for timex in self._articles.dates(number, article)}
            for trace in own:
                try:
                    found[_key(trace)] = told_of(trace, origin, article.text[trace.start : trace.end], dates)
                except KeyError:  # another program has just found other dates in this article
                    continue
        return found


class _Crowd:
    """Counts the statements of some days, each days once."""

    def __init__(self, count: Callable[[int, int, int], int]) -> None:
        self._count = count
        self._known: dict[tuple[int, int], int] = {}

    def __call__(self, first: int, last: int) -> int:
        """Return how many statements begin on the days from one ordinal to another."""
        if (first, last) not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[first, last] = self._count(first, last, _CROWD)
        return self._known[first, last]


def _key(trace: Trace) -> tuple[int, int]:
    return trace.number, trace.place

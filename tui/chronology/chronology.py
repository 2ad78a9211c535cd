"""A chronology: the statements of many articles, ordered by when the events they report took place.

Statements of the same event stand together. Where their dates agree, the date is given once, as exactly as any of them
has it; where they do not, the entry is disputed and gives each date with its sources. No statement is left out: what
has a date that could not be placed on the calendar is kept apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from tui.base.days import Span
from tui.chronology.events import traces_of
from tui.chronology.merging import VAGUE, About, AboutOf, Gathered, merged
from tui.chronology.same_event import Comparison, Weights
from tui.chronology.trace import NO_PLACE, Trace
from tui.dates.values import Mod, Timex
from tui.locale import _


class Origin(Protocol):
    """What a statement says of its article."""

    @property
    def id(self) -> str:
        """The article's id."""

    @property
    def source(self) -> str:
        """The outlet, or empty where it is unknown."""

    @property
    def published(self) -> Span | None:
        """The days on which it can have appeared."""

    @property
    def copied_from(self) -> str:
        """As `DatedArticle.copied_from`."""

    @property
    def retold(self) -> bool:
        """As `DatedArticle.retold`."""


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article as input for a chronology."""

    number: int
    """The article's number in the catalogue."""
    id: str
    source: str
    """The outlet, or empty where it is unknown; two articles without one are two sources."""
    published: Span | None
    text: str
    timexes: tuple[Timex, ...]
    retells: bool = False
    """Whether it only summarises other articles of the dossier; it is then left out."""
    copied_from: str = ""
    """If the text is a copy of another article's, the source or id of that article: the two count as one witness."""
    retold: bool = False
    """Whether it paraphrases its source and must not be quoted as the source's words."""
    language: str = "en"
    """The code of its language."""

    @property
    def about(self) -> About:
        """What counts of it when its statements are merged."""
        day = 0 if self.published is None else self.published.last.toordinal()
        return About(self.copied_from or self.source or self.id, day, bool(self.copied_from))


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A dated statement of one article."""

    number: int
    id: str
    source: str
    published: Span | None
    start: int
    """The first character of the sentence in the article's text."""
    end: int
    """The character after its last."""
    sentence: str
    timex: Timex
    """The date, one of those in the sentence."""
    copied_from: str = ""
    """As the article's."""
    retold: bool = False
    """As the article's."""
    until: Timex | None = None
    """The date at which a range ends that begins with `timex`."""

    @property
    def span(self) -> Span:
        """The days of a statement that has some: of a range those from its first to its last."""
        assert self.timex.span is not None
        if self.until is None or self.until.span is None:
            return self.timex.span
        return self.timex.span.joined(self.until.span)

    @property
    def witness(self) -> str:
        """Who reports it: the source, or the article if that is unknown; for a copy, the original."""
        return self.copied_from or self.source or self.id

    def credit(self, unknown: str = "") -> str:
        """Return the credit line: `AFP`, or `retold from AFP`; `unknown` stands for an unknown source."""
        if not self.retold:
            return self.source or unknown
        if self.source:
            return _("retold from {source}").format(source=self.source)
        return ", ".join(filter(None, (_("retold"), unknown)))


@dataclass(frozen=True, slots=True)
class Dating:
    """One date of an event, with the statements that give it, exactly or more vaguely."""

    span: Span
    """The days, as precisely as the most precise statement gives them."""
    timex: Timex
    """The most exact expression."""
    told: tuple[DatedStatement, ...]
    """In the order of publication, those without a date last."""
    until: Timex | None = None
    """The date at which the most exact expression ends, if it is a range."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event: one dating where all agree, several where its date is disputed."""

    datings: tuple[Dating, ...]
    """In the order of their days."""

    @property
    def disputed(self) -> bool:
        """Whether sources give dates that cannot both be right."""
        return len(self.datings) > 1

    @property
    def span(self) -> Span:
        """The days of the first dating."""
        return self.datings[0].span

    @property
    def told(self) -> tuple[DatedStatement, ...]:
        """Every statement of the event."""
        return tuple(told for dating in self.datings for told in dating.told)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Entries in the order of their events, and the statements that could not be placed."""

    entries: tuple[Event, ...]
    unplaced: tuple[DatedStatement, ...]
    """Statements with a date that stayed open, in the order of the articles."""


def chronology(accounts: Iterable[DatedArticle]) -> Chronology:
    """Order the dated statements of articles by when their events took place."""
    held = {account.number: account for account in accounts if not account.retells}
    traces = [
        trace
        for account in held.values()
        for trace in traces_of(account.number, account.text, account.timexes, account.language)
    ]
    dates = {number: {timex.start: timex for timex in account.timexes} for number, account in held.items()}
    placed = sorted((trace for trace in traces if trace.first), key=lambda trace: trace.first)
    found = gathered(placed, lambda number: held[number].about)

    def told(trace: Trace) -> DatedStatement:
        account = held[trace.number]
        return told_of(trace, account, account.text[trace.start : trace.end], dates[trace.number])

    entries = [entry_of(event, told) for batch in found for event in batch]
    unplaced = (told(trace) for trace in traces if not trace.first)
    return Chronology(tuple(sorted(entries, key=entry_order)), tuple(unplaced))


def gathered(placed: Sequence[Trace], about: AboutOf) -> Iterator[list[Gathered]]:
    """Yield the events of statements that are held in memory, ordered by their first days."""
    firsts = [trace.first for trace in placed]
    weights = Weights(placed)
    comparison = Comparison(weights, lambda first, last: bisect_right(firsts, last) - bisect_left(firsts, first))
    months = (
        list(month) for _, month in groupby(placed, key=lambda trace: date.fromordinal(trace.first).replace(day=1))
    )
    return merged(months, comparison, weights, about)


def told_of(trace: Trace, origin: Origin, sentence: str, at: Mapping[int, Timex]) -> DatedStatement:
    """Return the statement of a trace; `at` holds the dates of its article by their first characters.

    Raises `KeyError` where they are not those that the trace was made of.
    """
    return DatedStatement(
        number=trace.number,
        id=origin.id,
        source=origin.source,
        published=origin.published,
        start=trace.start,
        end=trace.end,
        sentence=sentence,
        timex=at[trace.place],
        copied_from=origin.copied_from,
        retold=origin.retold,
        until=None if trace.until == NO_PLACE else at[trace.until],
    )


def entry_of(event: Gathered, told: Callable[[Trace], DatedStatement]) -> Event:
    """Return an event with its statements, each made by `told`."""
    return Event(tuple(_dating(traces, told) for traces in event.datings))


def _dating(traces: Sequence[Trace], told: Callable[[Trace], DatedStatement]) -> Dating:
    statements = [told(trace) for trace in traces]
    exact = statements[0]
    return Dating(exact.span, exact.timex, tuple(sorted(statements, key=_by_publication)), exact.until)


def _by_publication(told: DatedStatement) -> tuple[bool, int, int, int]:
    day = told.published.first.toordinal() if told.published is not None else 0
    return told.published is None, day, told.number, told.start


def entry_order(entry: Event) -> tuple[int, int, int]:
    """Put the end of a year where the year ends, and a whole year before its months."""
    dating = entry.datings[0]
    first = dating.span.first.toordinal()
    if len(dating.span) > VAGUE and dating.timex.mod is Mod.END:
        first = dating.span.last.toordinal() - VAGUE + 1
    return first, -len(dating.span), dating.told[0].number

"""A chronology: the statements of many articles, ordered by when the events they report took place.

Statements of the same event stand together. Where their dates agree, the date is given once, as exactly as any of them
has it; where they do not, the entry is disputed and gives each date with its sources. No statement is left out: what
has a date that could not be placed on the calendar is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.base.days import Span
from tui.chronology.events import Event, events_of
from tui.chronology.same_event import Comparison, edge
from tui.dates.values import Timex
from tui.locale import _

_LOOK_BACK = 60
"""How many groups of the same time and class a statement is compared with; keeps large dossiers linear."""
_MEMBERS = 8
"""How many statements of a group are compared."""


@dataclass(frozen=True, slots=True)
class Account:
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


@dataclass(frozen=True, slots=True)
class Told:
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
    told: tuple[Told, ...]
    """In the order of publication, those without a date last."""


@dataclass(frozen=True, slots=True)
class Entry:
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
    def told(self) -> tuple[Told, ...]:
        """Every statement of the event."""
        return tuple(told for dating in self.datings for told in dating.told)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Entries in the order of their events, and the statements that could not be placed."""

    entries: tuple[Entry, ...]
    unplaced: tuple[Told, ...]
    """Statements with a date that stayed open, in the order of the articles."""


def chronology(accounts: Iterable[Account]) -> Chronology:
    """Order the dated statements of articles by when their events took place."""
    placed: list[tuple[Told, Event]] = []
    unplaced: list[Told] = []
    for account in accounts:
        if account.retells:
            continue
        for event in events_of(account.text, account.timexes):
            told = _told(account, event)
            if event.span is None:
                unplaced.append(told)
            else:
                placed.append((told, event))
    placed.sort(key=lambda pair: (len(pair[1].days), pair[1].days.first, pair[0].number, pair[0].start))
    comparison = Comparison(event for _, event in placed)
    grouping = _Grouping(comparison)
    for told, event in placed:
        grouping.add(told, event)
    groups = _disputed(grouping.groups, comparison)
    entries = [Entry(tuple(sorted(map(_dating, group), key=_dating_order))) for group in groups]
    return Chronology(tuple(sorted(entries, key=lambda entry: _dating_order(entry.datings[0]))), tuple(unplaced))


def _told(account: Account, event: Event) -> Told:
    statement = event.statement
    return Told(
        number=account.number,
        id=account.id,
        source=account.source,
        published=account.published,
        start=statement.start,
        end=statement.end,
        sentence=statement.text,
        timex=event.timex,
        copied_from=account.copied_from,
        retold=account.retold,
    )


_Group = list[tuple[Told, Event]]


class _Grouping:
    """Groups statements of one event whose dates agree; expects the most precise ones first."""

    def __init__(self, comparison: Comparison) -> None:
        self.groups: list[_Group] = []
        self._comparison = comparison
        self._shelves: dict[tuple[str, int], list[int]] = {}

    def add(self, told: Told, event: Event) -> None:
        """Add a statement to the group of its event, or start a new group."""
        shelves = [(kind, year) for kind in event.kinds for year in _years(event)]
        near = {number for shelf in shelves for number in self._shelves.get(shelf, ())[-_LOOK_BACK:]}
        chosen = self._best(told, event, near)
        if chosen is None:
            chosen = len(self.groups)
            self.groups.append([])
        self.groups[chosen].append((told, event))
        for shelf in shelves:
            numbers = self._shelves.setdefault(shelf, [])
            if chosen not in numbers[-_LOOK_BACK:]:
                numbers.append(chosen)

    def _best(self, told: Told, event: Event, near: Iterable[int]) -> int | None:
        best, highest = None, 0.0
        for number in sorted(near):
            group = self.groups[number]
            if not group[0][1].days.overlaps(event.days) or any(_same_sentence(told, other) for other, _ in group):
                continue
            likeness = self._comparison.agree(event, [other for _, other in group[:_MEMBERS]])
            if likeness > highest:
                best, highest = number, likeness
        return best


def _years(event: Event) -> range:
    return range(event.days.first.year, min(event.days.last.year, event.days.first.year + 2) + 1)


def _same_sentence(one: Told, other: Told) -> bool:
    return one.number == other.number and one.start == other.start


def _disputed(groups: Iterable[_Group], comparison: Comparison) -> list[list[_Group]]:
    """Join groups that date one event to different days."""
    ordered = sorted(groups, key=lambda group: group[0][1].days.first)
    taken: set[int] = set()
    found: list[list[_Group]] = []
    for place, group in enumerate(ordered):
        if place in taken:
            continue
        together = [group]
        for other in range(place + 1, min(place + 1 + _LOOK_BACK, len(ordered))):
            if other not in taken and _contradict(together[-1], ordered[other], comparison):
                together.append(ordered[other])
                taken.add(other)
        found.append(together)
    return found


def _contradict(one: _Group, other: _Group, comparison: Comparison) -> bool:
    """Return whether two groups are one event on different days; if a witness gives both days, they are two."""
    if {told.witness for told, _ in one} & {told.witness for told, _ in other}:
        return False
    return any(comparison.disagree(here, there) for _, here in one[:_MEMBERS] for _, there in other[:_MEMBERS])


def _dating(group: _Group) -> Dating:
    exact, event = group[0]
    told = sorted((told for told, _ in group), key=_by_publication)
    return Dating(event.days, exact.timex, tuple(told))


def _by_publication(told: Told) -> tuple[bool, int, int, int]:
    day = told.published.first.toordinal() if told.published is not None else 0
    return told.published is None, day, told.number, told.start


def _dating_order(dating: Dating) -> tuple[int, int, int]:
    """Put the end of a year where the year ends, and a whole year before its months."""
    days = edge(dating.timex, dating.span)
    return days.first.toordinal(), -len(dating.span), dating.told[0].number

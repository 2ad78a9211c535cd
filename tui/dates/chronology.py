"""A chronology: the statements of many articles in the order in which what they tell happened.

Statements of the same event stand together. Where their dates agree, the date is given once, as exactly as any of them
has it; where they do not, the entry is disputed and gives each date with its sources. No statement is left out: what
has a date that could not be placed on the calendar is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.dates.events import Event, agree, disagree, edge, events_of
from tui.dates.values import Timex
from tui.days import Span

_LOOK_BACK = 60
"""With how many groups of its time and class a statement is compared; keeps a large dossier linear."""


@dataclass(frozen=True, slots=True)
class Account:
    """An article as a chronology takes it."""

    number: int
    """The article's number in the catalogue."""
    id: str
    source: str
    """The outlet, or empty where it is unknown; two articles without one are two sources."""
    published: Span | None
    text: str
    timexes: tuple[Timex, ...]
    retells: bool = False
    """Whether it only sums up other articles of the dossier; it is then no witness and is left out."""


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

    @property
    def witness(self) -> str:
        """Who tells it: the source, or the article where that is unknown."""
        return self.source or self.id


@dataclass(frozen=True, slots=True)
class Dating:
    """A date of an event and the statements that have it or are less exact about it."""

    span: Span
    """The days, as exactly as any of the statements has them."""
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
    """Put the dated statements of articles in the order in which what they tell happened."""
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
    groups = _disputed(_grouped(placed))
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
    )


_Group = list[tuple[Told, Event]]


def _grouped(placed: Sequence[tuple[Told, Event]]) -> list[_Group]:
    """Put statements of the same event and of dates that agree together; the most exact ones come first."""
    groups: list[_Group] = []
    shelves: dict[tuple[str, int], list[int]] = {}
    for told, event in placed:
        chosen = _best_group(told, event, groups, shelves)
        if chosen is None:
            chosen = len(groups)
            groups.append([])
        groups[chosen].append((told, event))
        for shelf in _shelves(event):
            numbers = shelves.setdefault(shelf, [])
            if chosen not in numbers[-_LOOK_BACK:]:
                numbers.append(chosen)
    return groups


def _best_group(
    told: Told, event: Event, groups: list[_Group], shelves: dict[tuple[str, int], list[int]]
) -> int | None:
    """Return the group that tells most alike of an event whose days overlap, or None for a new one."""
    best, highest = None, 0.0
    candidates = {number for shelf in _shelves(event) for number in shelves.get(shelf, ())[-_LOOK_BACK:]}
    for number in sorted(candidates):
        members = groups[number]
        if any(other.number == told.number and other.start == told.start for other, _ in members):
            continue
        first = members[0][1]
        if not first.days.overlaps(event.days):
            continue
        likeness = max(agree(event, other) for _, other in members[:8])
        if likeness > highest:
            best, highest = number, likeness
    return best


def _shelves(event: Event) -> list[tuple[str, int]]:
    years = range(event.days.first.year, min(event.days.last.year, event.days.first.year + 2) + 1)
    return [(kind, year) for kind in event.kinds for year in years]


def _disputed(groups: list[_Group]) -> list[list[_Group]]:
    """Put groups together that tell of one event on different days."""
    ordered = sorted(groups, key=lambda group: group[0][1].days.first)
    taken: set[int] = set()
    found: list[list[_Group]] = []
    for place, group in enumerate(ordered):
        if place in taken:
            continue
        together = [group]
        for other_place in range(place + 1, min(place + 1 + _LOOK_BACK, len(ordered))):
            other = ordered[other_place]
            if other_place not in taken and _contradict(together[-1], other):
                together.append(other)
                taken.add(other_place)
        found.append(together)
    return found


def _contradict(one: _Group, other: _Group) -> bool:
    """Say whether two groups are one event on different days; a witness who tells both knows two events."""
    if {told.witness for told, _ in one} & {told.witness for told, _ in other}:
        return False
    return any(disagree(here, there) for _, here in one[:8] for _, there in other[:8])


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

"""Merges dated statements into events, in the order of their days, while the statements are still being read.

Only the statements of some weeks are held at a time. Those that name no more than a season or a year are held until
their days are over: each joins the event of which it tells, else it is an event of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from tui.chronology.deadlines import DeadlinesApart
from tui.chronology.same_event import A_WEEK, APART, NEIGHBOURS, Comparison, Weights, is_one_saying
from tui.chronology.trace import DEADLINE, LANGUAGES, LEANING, Trace

VAGUE = 31
"""A span of more days than this is vague."""
_SHORT = 7
"""Up to so many days a statement is looked for under each of its days, else under its month."""
_RAREST = 6
"""How many words of a statement lead to those it is compared with."""
_LOOK_BACK = 60
"""How many groups with such a word are looked at; keeps large dossiers linear."""
_NEAREST = 8
"""How many of them a statement is compared with."""
_KNOWN = 20_000
"""Statements whose rarest words are held."""
_FEW = 3
"""How many vague statements an event is compared with."""
_MOST_GONE = 2_000
"""Groups and events that are over and not yet forgotten."""
_MEMBERS = 8
"""How many statements of a group are compared."""


_END_OF_TIME = date.max.toordinal() + 1_000


class About(NamedTuple):
    """What counts of an article when its statements are merged with others'."""

    witness: str
    """Who reports it."""
    published: int
    """The ordinal of the last day on which it can have appeared; 0 if that is unknown."""
    is_copy: bool = False
    """Whether its text is a copy of what the witness wrote."""


AboutOf = Callable[[int], About]
"""Returns what counts of an article, given by its number."""


class Gathered(NamedTuple):
    """An event: one dating where all agree, several where its date is disputed."""

    datings: tuple[tuple[Trace, ...], ...]
    """Each with its most precise statement first; in the order of their days."""

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Every statement."""
        return tuple(trace for dating in self.datings for trace in dating)


def merged(
    chunks: Iterable[Sequence[Trace]], comparison: Comparison, weights: Weights, about: AboutOf
) -> Iterator[list[Gathered]]:
    """Yield the events of statements, some after each chunk; the vague ones when their days are over.

    What has a deadline comes a year later: see `deadlines`.

    Each chunk holds all statements that begin within some days, and the chunks ascend.
    """
    merger, apart = _Merger(comparison, weights, about), DeadlinesApart(lambda number: about(number).witness)

    def before(day: int) -> list[Gathered]:
        found = (event.datings for event in merger.events_before(day))
        return [Gathered(datings) for datings in apart.passed(found, day)]

    for chunk in chunks:
        if chunk:
            yield before(min(trace.first for trace in chunk) - APART)
            merger.add(chunk)
    yield before(_END_OF_TIME)


_Group = list[Trace]
_K = TypeVar("_K")
_H = TypeVar("_H")
_Key = tuple[int, int, int]
"""Days, and a word: what a statement is looked for under."""


class _Merger:
    """Holds the groups of the weeks that are being read."""

    def __init__(self, comparison: Comparison, weights: Weights, about: AboutOf) -> None:
        self._comparison = comparison
        self._weights = weights
        self._about = about
        self._shelves: dict[_Key, list[_Group]] = {}
        self._recent: dict[int, list[list[_Group]]] = {}
        self._entries: list[list[_Group]] = []
        self._gone: set[int] = set()
        self._known: dict[tuple[int, int], list[int]] = {}
        self._vague: list[Trace] = []
        self._vague_index: dict[int, list[Trace]] = {}

    def add(self, chunk: Iterable[Trace]) -> None:
        """Add all statements that begin within some days."""
        begun: list[_Group] = []
        for trace in sorted(chunk, key=_by_precision):
            if trace.length > VAGUE:
                self._vague.append(trace)
                for word in self._rarest(trace):
                    self._vague_index.setdefault(word, []).append(trace)
            else:
                group = self._placed(trace)
                if group is not None:
                    begun.append(group)
        begun.sort(key=lambda group: group[0].first)
        for group in begun:
            self._dispute(group)

    def _placed(self, trace: Trace) -> _Group | None:
        """Put a statement into the group of its event; return the group if it is a new one."""
        rarest = self._rarest(trace)
        shelves = ((word, self._shelves.get((*days, word), ())) for days in _looked_up(trace) for word in rarest)
        best, highest = None, 0.0
        for group in self._nearest(shelves):
            if any(_same_sentence(trace, other) for other in group):
                continue
            likeness = self._comparison.agree(trace, group[:_MEMBERS])
            if likeness > highest:
                best, highest = group, likeness
        if best is not None:
            if not any(_told_twice(trace, other) for other in best):
                best.append(trace)
                self._shelve(trace, rarest, best)
            return None
        group = [trace]
        self._shelve(trace, rarest, group)
        return group

    def _shelve(self, trace: Trace, rarest: Sequence[int], group: _Group) -> None:
        for days in _shelved(trace):
            for word in rarest:
                shelf = self._shelves.setdefault((*days, word), [])
                if not shelf or shelf[-1] is not group:
                    shelf.append(group)

    def _rarest(self, trace: Trace) -> list[int]:
        """Return the words of a statement that tell most, those that all languages share first."""
        key = trace.number, trace.place
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _KNOWN:
                self._known.clear()
            found = self._known[key] = self._found_rarest(trace)
        return found

    def _found_rarest(self, trace: Trace) -> list[int]:
        weight = self._weights.of
        common = sorted(trace.common, key=lambda word: (-weight(word), word))[:_RAREST]
        return common + sorted(trace.words, key=lambda word: (-weight(word), word))[:_RAREST]

    def _nearest(self, shelves: Iterable[tuple[int, Sequence[_H]]]) -> list[_H]:
        """Return what stands on some shelves, what stands under the words that tell most first, and few in all."""
        weights: dict[int, float] = {}
        found: dict[int, _H] = {}
        for word, shelf in shelves:
            weight = self._weights.of(word)
            for held in shelf[-_LOOK_BACK:]:
                found[id(held)] = held
                weights[id(held)] = weights.get(id(held), 0.0) + weight
        return [found[each] for each in sorted(weights, key=weights.__getitem__, reverse=True)[:_NEAREST]]

    def _dispute(self, group: _Group) -> None:
        """Join a group with an event that it dates to other days; else it is an event of its own."""
        leads = {
            trace.signs & LANGUAGES: trace for trace in reversed(group[:_MEMBERS])
        }  # rare words differ by language
        rarest = list(dict.fromkeys(word for lead in leads.values() for word in self._rarest(lead)))
        near = self._nearest((word, self._recent.get(word, ())) for word in rarest)
        entry = next((entry for entry in near if self._contradict(entry, group)), None)
        if entry is None:
            entry = [group]
            self._entries.append(entry)
        else:
            entry.append(group)
        for word in rarest:
            self._recent.setdefault(word, []).append(entry)

    def _contradict(self, entry: Sequence[_Group], group: _Group) -> bool:
        """Return whether a group is an event on other days.

        An article that gives both days tells of two events, unless they are neighbours and all that is told is that
        something was said; so does a witness whose articles give days that lie further apart. A report of the day
        itself is never about the event of another such report.
        """
        disagree = self._comparison.disagree
        pairs = [
            (here, there)
            for here in entry[-1][:_MEMBERS]
            for there in group[:_MEMBERS]
            if here.number != there.number and disagree(here, there)
        ]
        others = (self._is_next, self._is_other_time, self._are_other_plans)
        pairs = [pair for pair in pairs if not any(tell_apart(*pair) for tell_apart in others)]
        if not pairs or any(is_one_saying(here, there) for here, there in pairs):
            return bool(pairs)
        near = group[0].first - entry[-1][0].last <= NEIGHBOURS
        told = [trace for other in entry for trace in other]
        return not any(self._is_one_teller(here, there, near) for here in told for there in group)

    def _is_one_teller(self, one: Trace, other: Trace, near: bool) -> bool:
        """Return whether one article gives both days, or its copy; where they are no neighbours, one outlet."""
        here, there = self._about(one.number), self._about(other.number)
        if one.number == other.number:
            return True
        return here.witness == there.witness and (not near or here.is_copy or there.is_copy)

    def _is_next(self, one: Trace, other: Trace) -> bool:
        """Return whether each is the news of its own day, told as long after it, and not in the same words."""
        if self._is_fresh(one) and self._is_fresh(other):
            return True
        if not one.signs & other.signs & LEANING or self._comparison.repeats(one, other):
            return False
        here, there = self._about(one.number).published, self._about(other.number).published
        return here - there == one.first - other.first

    def _is_other_time(self, one: Trace, other: Trace) -> bool:
        """Return whether days far apart are told by reports that are no neighbours, as those of series are."""
        here, there = self._about(one.number).published, self._about(other.number).published
        return abs(one.first - other.first) > A_WEEK and abs(here - there) > NEIGHBOURS

    def _are_other_plans(self, one: Trace, other: Trace) -> bool:
        """Return whether a plan is held against a report, or two plans in words that many plans are told in.

        What was planned and what came are no contradiction, and payments, meetings and sales are announced in the same
        words, most of all those that lie further apart. Two deadlines can disagree whatever their words.
        """
        ahead = [trace.first > self._about(trace.number).published > 0 for trace in (one, other)]
        gap = abs(one.first - other.first)
        if not any(ahead) or (gap <= A_WEEK and one.signs & other.signs & DEADLINE):
            return False
        return not (gap <= NEIGHBOURS and all(ahead) and self._comparison.share_a_rare_name(one, other))

    def _is_fresh(self, trace: Trace) -> bool:
        """Return whether a statement appeared on the very day that it tells of."""
        return trace.first <= self._about(trace.number).published <= trace.last

    def events_before(self, day: int) -> list[Gathered]:
        """Take out the events that are over: nothing that begins from `day` on can be about them."""
        done = [entry for entry in self._entries if entry[-1][0].first < day]
        if done:
            self._entries = [entry for entry in self._entries if entry[-1][0].first >= day]
            self._join_vague(done)
            self._forget(done)
        found = [_gathered(entry) for entry in done]
        found += self._vague_before(day)
        found.sort(key=_order)
        return found

    def _forget(self, done: Sequence[Sequence[_Group]]) -> None:
        """Drop what leads to events that are over, once there are many of them: it leads nowhere until then."""
        self._gone.update(id(group) for entry in done for group in entry)
        self._gone.update(map(id, done))
        if len(self._gone) > _MOST_GONE or not self._entries:
            self._shelves = _without(self._shelves, lambda group: id(group) in self._gone)
            self._recent = _without(self._recent, lambda entry: id(entry) in self._gone)
            self._gone.clear()

    def _join_vague(self, done: Sequence[Sequence[_Group]]) -> None:
        """Let statements of seasons and years join events that are over, if they tell of one."""
        best: dict[int, tuple[float, _Group]] = {}
        for group in (group for entry in done for group in entry) if self._vague else ():
            lead = group[0]
            for trace in self._nearest((word, self._vague_index.get(word, ())) for word in self._rarest(lead))[:_FEW]:
                if trace.first <= lead.last and lead.first <= trace.last:
                    likeness = self._comparison.agree(trace, group[:_MEMBERS])
                    if likeness > best.get(id(trace), (0.0, group))[0]:
                        best[id(trace)] = likeness, group
        if best:
            for trace in self._vague:
                if id(trace) in best and not any(_same_sentence(trace, other) for other in best[id(trace)][1]):
                    best[id(trace)][1].append(trace)
                else:
                    best.pop(id(trace), None)
            self._drop_vague(lambda trace: id(trace) in best)

    def _drop_vague(self, gone: Callable[[Trace], bool]) -> None:
        self._vague = [trace for trace in self._vague if not gone(trace)]
        self._vague_index = _without(self._vague_index, gone)

    def _vague_before(self, day: int) -> list[Gathered]:
        """Take out the vague statements whose days are over, those that tell of one event together."""
        over = [trace for trace in self._vague if trace.last < day]
        if not over:
            return []
        self._drop_vague(lambda trace: trace.last < day)
        groups = [group for trace in sorted(over, key=_by_precision) if (group := self._placed(trace)) is not None]
        self._forget([groups])
        return [Gathered((tuple(group),)) for group in groups]


def _without(shelves: dict[_K, list[_H]], gone: Callable[[_H], bool]) -> dict[_K, list[_H]]:
    left = ((key, [held for held in shelf if not gone(held)]) for key, shelf in shelves.items())
    return {key: shelf for key, shelf in left if shelf}


def _by_precision(trace: Trace) -> tuple[int, int, int, int]:
    return trace.length, trace.first, trace.number, trace.start


def _looked_up(trace: Trace) -> Iterator[tuple[int, int]]:
    """Yield the keys under which the events lie that a statement can be about."""
    if trace.length <= _SHORT:
        yield from ((day, day) for day in range(trace.first, trace.last + 1))
    else:
        yield _coarse(trace)


def _shelved(trace: Trace) -> Iterator[tuple[int, int]]:
    """Yield the keys under which a statement is found."""
    if trace.length <= _SHORT:
        yield from _looked_up(trace)
    yield _coarse(trace)


def _coarse(trace: Trace) -> tuple[int, int]:
    """Return the month of a statement, or its very days if it is vague."""
    if trace.length > VAGUE:
        return trace.first, trace.last
    day = date.fromordinal(trace.first)
    return -day.year, day.month


def _same_sentence(one: Trace, other: Trace) -> bool:
    return one.number == other.number and one.start == other.start


def _told_twice(one: Trace, other: Trace) -> bool:
    """Return whether one article gives the same days twice, as a lead and what follows it do."""
    return one.number == other.number and (one.first, one.last) == (other.first, other.last)


def _gathered(entry: Sequence[_Group]) -> Gathered:
    return Gathered(tuple(tuple(group) for group in sorted(entry, key=lambda group: dating_order(group[0]))))


def _order(gathered: Gathered) -> tuple[int, int, int]:
    return dating_order(gathered.datings[0][0])


def dating_order(lead: Trace) -> tuple[int, int, int]:
    """Put the end of a year where the year ends, and a whole year before its months."""
    return lead.edge[0], -lead.length, lead.number

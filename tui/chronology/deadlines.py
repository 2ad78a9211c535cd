"""Deadlines a year apart: `gone by the end of 2023` and `gone by the end of 2024` are one plan, and one year is wrong.

Statements so far apart are never compared while weeks are merged. So an event with a deadline is kept back for a year
after it is over, and joined with the event that has the same deadline a year before or after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tui.chronology.event_kinds import ONCE
from tui.chronology.features import CLASS_FEATURES, figures_in
from tui.chronology.trace import DEADLINE, Trace

Datings = tuple[tuple[Trace, ...], ...]
"""The datings of an event, each with its statements."""
_YEAR = 366
_MOST = 5_000
"""Events that are kept back at most; of more, the oldest go on as they are."""


class _Kept(NamedTuple):
    leads: tuple[Trace, ...]
    """Its statements that give a deadline."""
    datings: Datings


class DeadlinesApart:
    """Keeps back what has a deadline, until nothing can have it a year later."""

    def __init__(self, witness: Callable[[int], str]) -> None:
        """`witness` says who reports an article, given by its number."""
        self._witness = witness
        self._kept: dict[int, list[_Kept]] = {}
        """By the ordinal of the last day of the deadline."""

    def passed(self, events: Iterable[Datings], day: int) -> Iterator[Datings]:
        """Yield what waits for nothing, and what was kept back and is over: no statement from `day` on is about it."""
        for datings in events:
            leads = tuple(trace for dating in datings for trace in dating if _is_plan(trace))
            if leads:
                self._keep(_Kept(leads, datings))
            else:
                yield datings
        count = sum(map(len, self._kept.values()))
        for end in sorted(self._kept):
            if end + _YEAR >= day and count <= _MOST:
                return
            over = self._kept.pop(end)
            count -= len(over)
            yield from (kept.datings for kept in over)

    def _keep(self, new: _Kept) -> None:
        for end in filter(None, (_year_from(new.leads[0].edge[1], years) for years in (-1, 1))):
            shelf = self._kept.get(end, [])
            for place, kept in enumerate(shelf):
                if self._are_one_plan(kept, new):
                    both = sorted(kept.datings + new.datings, key=lambda dating: dating[0].edge[0])
                    shelf[place] = _Kept(kept.leads, tuple(both))
                    return
        self._kept.setdefault(new.leads[0].edge[1], []).append(new)

    def _are_one_plan(self, one: _Kept, other: _Kept) -> bool:
        """Return whether two events tell of one plan, and nobody tells both: who does knows two."""
        here = {self._witness(trace.number) for dating in one.datings for trace in dating}
        there = {self._witness(trace.number) for dating in other.datings for trace in dating}
        pairs = ((lead, told) for lead in one.leads for told in other.leads)
        return not here & there and any(_tell_of_one_plan(lead, told) for lead, told in pairs)


def _is_plan(trace: Trace) -> bool:
    return bool(trace.signs & DEADLINE and trace.kinds & ONCE and _names(trace))


def _tell_of_one_plan(one: Trace, other: Trace) -> bool:
    """Return whether the same kind of thing is to happen once, and one statement has all names of the other."""
    here, there = _names(one), _names(other)
    return one.kinds & ONCE == other.kinds & ONCE and (here <= there or there <= here)


def _names(trace: Trace) -> frozenset[int]:
    return trace.common - CLASS_FEATURES - figures_in(trace.common)


def _year_from(day: int, years: int) -> int:
    """Return the same day of another year; 0 where there is none."""
    then = date.fromordinal(day)
    try:
        return then.replace(year=then.year + years).toordinal()
    except ValueError:
        return 0

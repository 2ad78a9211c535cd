"""Whether two dated statements report the same event, and whether their dates agree.

Two statements are alike as far as they share words, and a word that few statements of the dossier have counts for more
(inverse document frequency, as ranking weighs words): in a dossier on one mission its name tells nothing apart.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tui.base.days import Span
from tui.chronology.event_kinds import SPEECH, opposed
from tui.chronology.events import Event
from tui.dates.values import Mod, Timex

_APART = 45
"""The most days between two disputed dates of one event."""
_LONGEST_DISPUTED = 31
"""Longer spans than this many days are too vague to contradict another."""
_LEAST_ALIKE, _MOST_ALIKE, _A_NEIGHBOUR = 0.06, 0.45, 0.015
"""How alike statements of agreeing dates must be: at least, at most, and for each statement that falls in their days.

That two statements name one day says much where the dossier has few of that day, and little where it has fifty.
"""
_VAGUE = 0.1
"""How much more alike where one has no more than a year and the other a day or a month."""
_A_KIND = 0.05
"""What each kind of event adds that both tell of."""
_SPEECH = 0.2
"""How much more alike where all that they share is that something was said."""
_DISPUTED = 0.5
"""How alike where the dates differ."""

_DEADLINES_APART = 7
"""Up to how many days lie between two deadlines that may be one plan told with different care."""
_LEAST_DISPUTED = 0.15
"""How alike such deadlines must be at least; a crowd of statements about their days asks for more."""


class Comparison:
    """Compares the statements of a dossier."""

    def __init__(self, events: Iterable[Event]) -> None:
        frequencies: Counter[str] = Counter()
        firsts: list[date] = []
        for event in events:
            frequencies.update(event.subjects)
            firsts.append(event.days.first)
        number = len(firsts)
        self._firsts = sorted(firsts)
        self._weights = {word: math.log(1 + number / count) for word, count in frequencies.items()}
        self._least = 2 * math.log(1 + number)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in words)

    def likeness(self, one: Event, other: Event) -> float:
        """Return the share of the lighter statement's words that the other has, from 0 to 1.

        A statement of few or common words counts as if it had two rare ones.
        """
        lighter = min(self._weight(one.subjects), self._weight(other.subjects))
        return self._weight(one.subjects & other.subjects) / max(lighter, self._least, 1e-9)

    def agree(self, event: Event, group: Sequence[Event]) -> float:
        """Return how likely a statement reports the event of a group whose days overlap its own; 0 for not at all.

        A third of the group must agree, so that no chain of likenesses leads from one event to another.
        """
        found = [self._agree(event, other) for other in group]
        return max(found) if sum(value > 0 for value in found) * 3 >= len(found) else 0.0

    def _agree(self, one: Event, other: Event) -> float:
        if opposed(one.kinds, other.kinds):
            return 0.0
        if not edge(one.timex, one.days).overlaps(edge(other.timex, other.days)):
            return 0.0
        shared = one.kinds & other.kinds
        likeness = self.likeness(one, other) + _A_KIND * len(shared - SPEECH)
        return likeness if shared and likeness >= self._wanted(one, other) else 0.0

    def _wanted(self, one: Event, other: Event) -> float:
        """Return how alike two statements must be: the less their dates and their words say, the more."""
        longer = max(one.days, other.days, key=len)
        wanted = min(max(_A_NEIGHBOUR * self._crowd(longer), _LEAST_ALIKE), _MOST_ALIKE)
        if len(longer) > 100 and min(len(one.days), len(other.days)) <= 31:
            wanted += _VAGUE
        return wanted if (one.kinds & other.kinds) - SPEECH else wanted + _SPEECH

    def disagree(self, one: Event, other: Event) -> bool:
        """Return whether two statements date one event to different days."""
        if one.days.overlaps(other.days) or max(len(one.days), len(other.days)) > _LONGEST_DISPUTED:
            return False
        earlier, later = sorted((one.days, other.days))
        gap = (later.first - earlier.last).days
        shared = (one.kinds & other.kinds) - SPEECH
        if gap > _APART or opposed(one.kinds, other.kinds) or not shared:
            return False
        likeness = self.likeness(one, other)
        if gap <= _DEADLINES_APART and _one_plan(one, other):
            return likeness + _A_KIND * len(shared) >= self._wanted_of_deadlines(earlier.joined(later))
        return likeness >= _DISPUTED

    def _wanted_of_deadlines(self, days: Span) -> float:
        """Return how alike two deadlines must be: less than other dates, where the dossier has few of their days."""
        return min(max(_A_NEIGHBOUR * self._crowd(days), _LEAST_DISPUTED), _DISPUTED)

    def _crowd(self, days: Span) -> int:
        return bisect_right(self._firsts, days.last) - bisect_left(self._firsts, days.first)


def _one_plan(one: Event, other: Event) -> bool:
    """Return whether two statements give deadlines and name the same thing beside its end."""
    return one.deadline and other.deadline and len(one.subjects & other.subjects) > 1


def edge(timex: Timex, days: Span) -> Span:
    """Return the days that can be meant: of the end of a year the last month, of its beginning the first."""
    if len(days) <= 31 or timex.mod not in (Mod.START, Mod.END):
        return days
    if timex.mod is Mod.START:
        return Span(days.first, days.first + timedelta(days=30))
    return Span(days.last - timedelta(days=30), days.last)

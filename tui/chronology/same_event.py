"""Whether two dated statements report the same event, and whether their dates agree.

Two statements are alike as far as they share words, and a word that few statements of the dossier have counts for more
(inverse document frequency, as ranking weighs words): in a dossier on one mission its name tells nothing apart. Across
languages only names, figures and classes of events are compared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tui.chronology.event_kinds import PHASES, SPEECH, opposed
from tui.chronology.features import CLASS_FEATURES, figures_in
from tui.chronology.trace import DEADLINE, LANGUAGES, LEANING, Trace

APART = 45
"""The most days between two disputed dates of one event."""
A_WEEK = 7
"""Up to how many days lie between two deadlines that may be one plan, or two days told in reports of any time."""
NEIGHBOURS = 2
"""Up to how many days lie between two dates that care or time zones may have parted."""
_FEW_DAYS = 3
"""Longer spans than this many days are too vague to contradict another, unless both are deadlines."""
_LEAST_ALIKE, _MOST_ALIKE, _A_NEIGHBOUR = 0.06, 0.45, 0.015
"""How alike statements of agreeing dates must be: at least, at most, and for each statement that falls in their days.

That two statements name one day says much where the dossier has few of that day, and little where it has fifty.
"""
_MONTH = 31
_VAGUE = 0.15
"""How much more alike where one has no more than a season or a year and the other a day."""
_COARSE = 0.06
"""How much more alike where one has no more than a month and the other a day."""
_A_NAME = 0.25
"""What names must weigh that two languages share where one is that vague; the unit is the weight of two rare words."""
_A_KIND = 0.05
"""What each kind of event adds that both tell of."""
_SPEECH = 0.2
"""How much more alike where all that they share is that something was said, or no kind of event."""
_DISPUTED_NEIGHBOURS = 0.4
"""How alike where the dates differ, are neighbours, and the names are mostly the same."""
_MOSTLY = 0.5
"""The share of the words, or of the names, of the longer of two statements that the other must have too."""
_REPEATED = 0.75
"""The share of the words of the longer of two statements that makes one a repetition of the other."""
_RARE, _NAMED, _OF_A_CROWD = 1.5, 0.8, 0.03
"""How much a repetition must have in words at most, another statement in names, and for each statement of the days.

The unit is the weight of two rare words.
"""

_LEAST_DISPUTED = 0.15
"""How alike such deadlines must be at least; a crowd of statements about their days asks for more."""

_HEFTS = 50_000
"""Statements whose weight is held."""

Crowd = Callable[[int, int], int]
"""Returns how many statements begin on the days from one ordinal to another."""


class Weights:
    """How much each word tells of an event: little where many statements have it."""

    def __init__(self, sample: Iterable[Trace]) -> None:
        """Count the words of some statements that stand for all."""
        frequencies: Counter[int] = Counter()
        number = 0
        for trace in sample:
            number += 1
            frequencies.update(trace.common)
            frequencies.update(trace.words)
        self._unknown = math.log(1 + number)
        self._weights = {word: math.log(1 + number / count) for word, count in frequencies.items()}
        self.least = 2 * math.log(1 + number)
        """The weight of two rare words."""

    def of(self, word: int) -> float:
        """Return the weight of a word."""
        return self._weights.get(word, self._unknown)

    def sum(self, words: Iterable[int]) -> float:
        """Return the weight of some words."""
        weights, unknown = self._weights, self._unknown
        return sum([weights.get(word, unknown) for word in words])


class Comparison:
    """Compares the statements of a dossier."""

    def __init__(self, weights: Weights, crowd: Crowd) -> None:
        self._weights = weights
        self._crowd = crowd
        self._hefts: dict[tuple[int, int, int], tuple[float, float]] = {}

    def likeness(self, one: Trace, other: Trace) -> float:
        """Return the share of the lighter statement's words that the other has, from 0 to 1.

        A statement of few or common words counts as if it had two rare ones.
        """
        weigh = self._weights.sum
        common = weigh(one.common & other.common)
        here, there = self._heft(one), self._heft(other)
        if one.signs & LANGUAGES == other.signs & LANGUAGES:
            common += weigh(one.words & other.words)
            lighter = min(sum(here), sum(there))
        else:
            lighter = min(here[0], there[0])
        return common / max(lighter, self._weights.least, 1e-9)

    def _heft(self, trace: Trace) -> tuple[float, float]:
        """Return the weight of a statement's common words and of its others."""
        key = trace.number, trace.start, trace.place
        heft = self._hefts.get(key)
        if heft is None:
            if len(self._hefts) > _HEFTS:
                self._hefts.clear()
            heft = self._hefts[key] = self._weights.sum(trace.common), self._weights.sum(trace.words)
        return heft

    def agree(self, event: Trace, group: Sequence[Trace]) -> float:
        """Return how likely a statement reports the event of a group whose days overlap its own; 0 for not at all.

        A third of the group must agree, so that no chain of likenesses leads from one event to another.
        """
        found = [self._agree(event, other) for other in group]
        return max(found) if sum(value > 0 for value in found) * 3 >= len(found) else 0.0

    def _agree(self, one: Trace, other: Trace) -> float:
        if one.first > other.last or other.first > one.last:
            return 0.0
        if opposed(one.kinds, other.kinds) or not _overlap(one.edge, other.edge):
            return 0.0
        if one.signs & LANGUAGES != other.signs & LANGUAGES and not self._share_a_name(one, other):
            return 0.0
        kinds = one.kinds & other.kinds
        likeness = self.likeness(one, other) + _A_KIND * (kinds & ~SPEECH).bit_count()
        if likeness < self._wanted(one, other) or self._other_phase(one, other):
            return 0.0
        return likeness

    def _share_a_name(self, one: Trace, other: Trace) -> bool:
        """Return whether statements of two languages share a name or figure.

        Where one of them is vague and the other is not, a name that half of the dossier has says nothing.
        """
        shared = (one.common & other.common) - CLASS_FEATURES
        if one.length == other.length or max(one.length, other.length) <= _MONTH:
            return bool(shared)
        return self._weights.sum(shared) >= self._weights.least * _A_NAME

    def _wanted(self, one: Trace, other: Trace) -> float:
        """Return how alike two statements must be: the less their dates and their words say, the more."""
        longer = one if one.length > other.length else other
        wanted = min(max(_A_NEIGHBOUR * self._crowd(longer.first, longer.last), _LEAST_ALIKE), _MOST_ALIKE)
        shorter = min(one.length, other.length)
        if shorter <= 7 < longer.length:
            wanted += _VAGUE if longer.length > _MONTH else _COARSE
        return wanted if one.kinds & other.kinds & ~SPEECH else wanted + _SPEECH

    def _other_phase(self, one: Trace, other: Trace) -> bool:
        """Return whether both tell that something begins or ends, and not the same thing.

        All that they share are phases, one tells of what the phase is by a kind of event, and the other one says in
        words of its own what it is.
        """
        kinds = one.kinds & other.kinds
        if not kinds & PHASES or kinds & ~(PHASES | SPEECH):
            return False
        if bool(one.kinds & ~(PHASES | SPEECH)) == bool(other.kinds & ~(PHASES | SPEECH)):
            return False
        bare, full = (other, one) if one.kinds & ~(PHASES | SPEECH) else (one, other)
        return len((bare.common | bare.words) - (full.common | full.words)) > 1

    def mutual(self, one: Trace, other: Trace) -> float:
        """Return the share of the words of the heavier of two statements that the other one has, from 0 to 1."""
        shared = self._weights.sum(one.common & other.common)
        here, there = self._heft(one), self._heft(other)
        if one.signs & LANGUAGES != other.signs & LANGUAGES:
            return shared / max(here[0], there[0], 1e-9)
        return (shared + self._weights.sum(one.words & other.words)) / max(sum(here), sum(there), 1e-9)

    def disagree(self, one: Trace, other: Trace) -> bool:
        """Return whether two statements date one event to different days.

        News comes in series: what meets, rises or is voted on today did so last week too, and with the same names. So
        either most of what is told must be the same, and both days written out where they are no neighbours, or the
        days are neighbours, what happened is of one kind, the names are the same, and one day is written out.
        """
        gap, longer = _gap(one, other), max(one.length, other.length)
        if not 0 < gap <= APART or longer > A_WEEK:
            return False
        kinds = one.kinds & other.kinds
        if opposed(one.kinds, other.kinds) or self._other_phase(one, other):
            return False
        if is_one_saying(one, other) and not kinds & ~SPEECH:
            return self.likeness(one, other) >= _DISPUTED_NEIGHBOURS
        if gap <= A_WEEK and _one_plan(one, other):
            wanted = min(max(_A_NEIGHBOUR * self._crowded(one, other), _LEAST_DISPUTED), _MOSTLY)
            return self.likeness(one, other) + _A_KIND * (kinds & ~SPEECH).bit_count() >= wanted
        return longer <= _FEW_DAYS and not _count_apart(one, other) and self._is_told_of_both(one, other, gap)

    def _is_told_of_both(self, one: Trace, other: Trace, gap: int) -> bool:
        if gap > NEIGHBOURS:
            return not (one.signs | other.signs) & LEANING and self._tells_the_same(one, other)
        return self._tells_the_same(one, other) or self._kind_and_names_agree(one, other)

    def share_a_rare_name(self, one: Trace, other: Trace) -> bool:
        """Return whether two statements share a name that few statements have: fewer than the root of their number."""
        shared = (one.common & other.common) - CLASS_FEATURES
        return any(self._weights.of(name) * 4 >= self._weights.least for name in shared - figures_in(shared))

    def repeats(self, one: Trace, other: Trace) -> bool:
        """Return whether two statements have nearly all of their words in common, and some rare ones."""
        return self._mutual(one, other) >= _REPEATED and self._shared(one, other) >= self._rare(one, other, _RARE)

    def _shared(self, one: Trace, other: Trace) -> float:
        return self._weights.sum(one.common & other.common) + self._weights.sum(one.words & other.words)

    def _mutual(self, one: Trace, other: Trace) -> float:
        """Return the share of the words of the heavier of two statements of one language that the other one has."""
        return self._shared(one, other) / max(sum(self._heft(one)), sum(self._heft(other)), 1e-9)

    def _tells_the_same(self, one: Trace, other: Trace) -> bool:
        """Return whether two statements of one language share most of their words, and most of their names."""
        if one.signs & LANGUAGES != other.signs & LANGUAGES:
            return False
        if self.repeats(one, other):
            return True
        if max(one.length, other.length) > 1:
            return False
        return self._mutual(one, other) >= _MOSTLY and self._names_shared(one, other) >= _MOSTLY

    def _names_shared(self, one: Trace, other: Trace) -> float:
        """Return the share of the names and figures of the richer of two statements that the other has; 0 for few."""
        shared = self._weights.sum(one.common & other.common)
        return shared / max(self._heft(one)[0], self._heft(other)[0], self._rare(one, other, _NAMED), 1e-9)

    def _rare(self, one: Trace, other: Trace, most: float) -> float:
        """Return what must be shared where many statements tell of the days from one date to the other: up to `most`.

        The unit is the weight of two rare words.
        """
        return self._weights.least * min(most, _OF_A_CROWD * self._crowded(one, other))

    def _crowded(self, one: Trace, other: Trace) -> int:
        return self._crowd(min(one.first, other.first), max(one.last, other.last))

    def _kind_and_names_agree(self, one: Trace, other: Trace) -> bool:
        """Return whether two statements of one kind of event share most names, one of them with its day written out."""
        if one.signs & other.signs & LEANING or not one.kinds & other.kinds & ~SPEECH:
            return False
        if max(one.length, other.length) > 1:
            return False
        wanted = _MOSTLY if (one.signs | other.signs) & LEANING else _DISPUTED_NEIGHBOURS
        return self._names_shared(one, other) >= wanted and self.likeness(one, other) >= _DISPUTED_NEIGHBOURS


def _gap(one: Trace, other: Trace) -> int:
    """Return from the last of the earlier days to the first of the later ones; 0 or less where they touch."""
    return max(one.first, other.first) - min(one.last, other.last)


def _count_apart(one: Trace, other: Trace) -> bool:
    """Return whether two statements give figures, and no more than half of them are the same."""
    here, there = figures_in(one.common), figures_in(other.common)
    return len(here & there) * 2 <= min(len(here), len(there)) > 0


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _one_plan(one: Trace, other: Trace) -> bool:
    """Return whether two statements give deadlines and name the same thing beside its end."""
    if not one.signs & other.signs & DEADLINE:
        return False
    return len(one.common & other.common) + len(one.words & other.words) > 1


def is_one_saying(one: Trace, other: Trace) -> bool:
    """Return whether two statements of neighbouring days tell that something was issued: one statement, dated twice."""
    if not (one.issued and other.issued and one.kinds & other.kinds & SPEECH):
        return False
    return abs(one.first - other.first) == 1 and max(one.length, other.length) <= _FEW_DAYS

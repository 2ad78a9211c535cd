"""What one figure makes of another, and one date of another: the same, compatible, or something else."""

from __future__ import annotations

from tui.dates import Timex
from tui.dates import TimexType as TimexKind
from tui.figures import Bound, Figure
from tui.figures.counted import related
from tui.figures.figure import Direction as Movement
from tui.figures.figure import State
from tui.proof.values import Verdict
from tui.search.analysis import stem, words

_HEDGED = 0.05
"""How far a number may be from one that is meant roughly, as a part of the larger one, and within its last digit."""
_ROUNDED = 0.02
"""How far a rounded number may be from the exact one, as a part of the larger one, where it says no "about"."""
_ROOM = 1.3
"""How many times a number may be one that leaves more room: 303 is "more than 300", 900 says another thing."""
_SAME_SENTENCE = 0.75
"""The score from which on two sentences tell of the same state, whatever verb is left of it."""
_NAMELESS = 0.6
"""The score from which on a number that counts nothing named may be of what another one counts."""
_FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
_CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)


def judge_figures(one: Figure, other: Figure, score: float = 0.0) -> Verdict | None:
    """Say what the figure of an article makes of one of the manuscript; None where the two cannot be compared.

    `score` is how much the two sentences have in common, from 0 to 1.
    """
    if one.unit != other.unit or one.negated != other.negated or not same_things(one, other):
        return None
    if one.noun and not (other.noun or other.unit) and score < _NAMELESS:
        return None
    if (one.value, one.low, one.high) == (other.value, other.low, other.high):
        return Verdict.VERBATIM if one.bound is other.bound else Verdict.COMPATIBLE
    if (one.value is not None and one.value == other.value) or _agree(one, other):
        return Verdict.COMPATIBLE
    changes = {one.change, other.change}
    if other.partitive or one.partitive or (len(changes) > 1 and Movement.NONE not in changes):
        return None
    same_state = State.NONE in (one.state, other.state) or one.state is other.state
    return Verdict.CONTRADICTED if same_state or score >= _SAME_SENTENCE else None


def same_things(one: Figure, other: Figure) -> bool:
    """Say whether two figures may count the same: by kind, or by the nouns themselves."""
    if one.things and other.things:
        return related(one.things, other.things)
    if one.unit:
        return True
    nouns = [{stem(word, "en") for word in words(figure.noun)} for figure in (one, other)]
    return bool(nouns[0] & nouns[1]) or not (nouns[0] and nouns[1])


def _agree(one: Figure, other: Figure) -> bool:
    """Say whether the number of a manuscript is that of an article, meant or written less exactly in one of the two."""
    a, b = number_of(one), number_of(other)
    if min(a, b) <= 0 or Bound.RANGE in (one.bound, other.bound):
        return _meet(one, other) and min(a, b) > 0 and max(a, b) <= _ROOM * min(a, b)
    if one.bound in _FLOORS:
        return (other.bound not in _CEILINGS and a <= b <= _ROOM * a) or _is_about(one, other)
    if one.bound in _CEILINGS:
        return (other.bound not in _FLOORS and b <= a <= _ROOM * b) or _is_about(one, other)
    if other.bound in _FLOORS:
        return b <= a <= _ROOM * b or _is_about(one, other)
    if other.bound in _CEILINGS:
        return a <= b <= _ROOM * a or _is_about(one, other)
    return _is_about(one, other) or (one.bound is other.bound is Bound.EXACT and _is_rounded(a, b))


def _is_about(one: Figure, other: Figure) -> bool:
    """Say whether a number that is meant roughly is another one; it is meant to its last digit that is no zero.

    "About 15,000" is 15,021, "about 11,600" is not 11,900.
    """
    for rough, exact in ((one, other), (other, one)):
        if rough.bound is Bound.ABOUT:
            a, b = number_of(rough), number_of(exact)
            if abs(a - b) <= min(_HEDGED * max(a, b), last_step(a)):
                return True
    return False


def _meet(one: Figure, other: Figure) -> bool:
    """Say whether the two may be one number, where one of them is a range."""
    low = max((x for x in (one.low, other.low) if x is not None), default=None)
    high = min((x for x in (one.high, other.high) if x is not None), default=None)
    return low is None or high is None or low <= high


def _is_rounded(written: float, exact: float) -> bool:
    """Say whether a number is another one rounded to hundreds or more: 15,000 for 15,021."""
    step = last_step(written)
    return step >= 100 and abs(written - exact) <= min(step / 2, _ROUNDED * exact) and exact % step != 0


def last_step(number: float) -> float:
    """Return what the last digit that is no zero counts: 100 for 15,200; at least 1."""
    step = 1.0
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def number_of(figure: Figure) -> float:
    """Return the number of a figure, the upper end of a range."""
    return next((n for n in (figure.value, figure.high, figure.low) if n is not None), 0.0)


def judge_dates(one: Timex, other: Timex, score: float = 0.0) -> Verdict | None:  # noqa: ARG001 - as for figures
    """Say what the date of an article makes of one of the manuscript; only days, months and years are compared."""
    if one.kind is not TimexKind.DATE or other.kind not in (TimexKind.DATE, TimexKind.TIME):
        return None
    if one.span is None or other.span is None:
        return _by_month_and_day(one, other)
    if one.span == other.span:
        return Verdict.VERBATIM
    if one.span.overlaps(other.span):
        return Verdict.COMPATIBLE
    return Verdict.ANOTHER_DAY if len(other.span) <= max(len(one.span) + 3, 31) else None


def _by_month_and_day(one: Timex, other: Timex) -> Verdict | None:
    """Compare a day without a year with a whole date."""
    if not one.value.startswith("XXXX-") or other.span is None or len(other.span) > 1 or len(one.value) != 10:
        return None
    return Verdict.COMPATIBLE if other.value[4:10] == one.value[4:] else Verdict.ANOTHER_DAY

"""Two figures held against each other: the same, compatible, of another kind, grown over time, or a contradiction.

Arithmetic alone never makes a contradiction. It takes the same kind of thing, the same state and cause, the same people
or place, and the same time; whatever of these a text leaves open speaks against one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec.structs import replace

from tui.base.days import Span
from tui.figures.context import VICTIMS
from tui.figures.counted import came_of, may_share_owner, related, same_force, same_owner, strangers
from tui.figures.figure import Bound, Figure, Scope, State
from tui.figures.languages.names import NATIONS
from tui.figures.nouns import GENERAL
from tui.locale import N_

_NEAR = 0.1
"""Numbers closer than this, as a part of the larger one, are one number rounded in two ways."""
_SAME_DAYS = 1
"""Days between two publications that count as one time."""
_BRIEF = 31
"""Days of the longest span at which two figures can be said to be of the same time."""
CUMULATIVE = frozenset(
    {
        State.KILLED, State.WOUNDED, State.MISSING, State.DISPLACED, State.WITHDRAWN, State.CLOSED, State.HANDED_OVER,
        State.DESTROYED, State.FREED, State.DETAINED, State.KIDNAPPED, State.PLEDGED,
    }
)  # fmt: skip
"""States whose number only grows as time goes by; what is deployed may grow and shrink."""
CAUSES = {
    "attack": N_("in attacks"),
    "accident": N_("in accidents"),
    "illness": N_("of illness"),
    "duty": N_("on duty"),
}
"""How people came to harm, behind what counts them."""
_OTHER_CAUSE = N_("one counts those {one}, the other those {other}")
OTHER_TIME = N_("they are of different times")
UNKNOWN_TIME = N_("nothing says that they are of the same time")


class Verdict(StrEnum):
    """How two figures of one question stand to each other."""

    SAME = N_("same")
    COMPATIBLE = N_("compatible")
    DIFFERENT = N_("different in kind")
    GROWS = N_("grows over time")
    CONTRADICTS = N_("contradicts")


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure with the publication of its article."""

    figure: Figure
    published: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, and why in a few words."""

    verdict: Verdict
    reason: str
    unrelated: bool = False
    """Whether nothing but a name may join the two: they are of other times, people, places or kinds."""


_NEARLY = N_("the numbers are nearly the same, but neither allows the other")


def compare(one: Dated, other: Dated) -> Comparison:
    """Hold two figures of one question against each other; the order of the two makes no difference."""
    a, b = one.figure, other.figure
    kind = _other_kind(a, b)
    if kind:
        return Comparison(Verdict.DIFFERENT, kind, not (same_force(a, b) or came_of(a, b)))
    found = _of_one_kind(one, other)
    chance = found.verdict is Verdict.COMPATIBLE and not _belong(a, b)
    return Comparison(found.verdict, found.reason, found.unrelated or chance)


def _belong(a: Figure, b: Figure) -> bool:
    """Say whether two numbers that fit are of one thing: it is named, or they are near; open ranges always meet."""
    return same_force(a, b) or same_owner(a, b) or _near(a, b)


def _of_one_kind(one: Dated, other: Dated) -> Comparison:
    a, b = one.figure, other.figure
    shade = _shade(a, b)
    if _equal(a, b):
        return Comparison(Verdict.SAME, N_("the same number"))
    if _is_grown(one, other, shade):
        return Comparison(Verdict.GROWS, N_("the later count is higher"))
    if _near(a, b):
        if _meet(a, b) or a.bound is b.bound:
            return Comparison(Verdict.COMPATIBLE, N_("the numbers agree within their rounding"))
        return Comparison(Verdict.DIFFERENT, shade or _times_apart(one, other) or _NEARLY)
    return _unequal(one, other, shade)


def _unequal(one: Dated, other: Dated, shade: str) -> Comparison:
    """Judge two numbers that are neither equal nor near each other, of which none has grown into the other."""
    a, b = one.figure, other.figure
    if _is_shrunk(one, other):
        lower = N_("the later count is lower: they do not count alike")
        return Comparison(Verdict.DIFFERENT, lower if not shade or _general(a, b) else shade)
    if _meet(a, b):
        return Comparison(Verdict.DIFFERENT, shade) if shade else Comparison(Verdict.COMPATIBLE, N_("the ranges meet"))
    return _apart(one, other, shade)


def alike(a: Figure, b: Figure) -> bool:
    """Say whether two figures of one question count the same: of one kind and of one cause, whenever it was.

    Of a force, what says `members` or names soldiers and police counts all of it, and `soldiers` a part.
    """
    if not (a.things and b.things):
        return _equal(a, b)
    if Scope.TOTAL not in (a.scope, b.scope) and not (a.causes and b.causes):  # of one event a report may name none
        a, b = replace(a, causes=frozenset()), replace(b, causes=frozenset())
    if _other_kind(a, b):
        return False
    if a.state is State.DEPLOYED:
        return part_of_force(a) == part_of_force(b)
    return not _shade(a, b) or _general(a, b)


def part_of_force(figure: Figure) -> frozenset[str]:
    """Return the kind of people that a strength counts alone; nothing where it counts all."""
    return figure.things if len(figure.things) == 1 and not figure.things & _WIDE else frozenset()


def _apart(one: Dated, other: Dated, shade: str) -> Comparison:
    """Judge two numbers that cannot both be right of one thing at one time."""
    unrelated = bool(_times_apart(one, other)) and not same_force(one.figure, other.figure)
    if shade and not (_counts_all(one.figure, other.figure) and _general(one.figure, other.figure)):
        return Comparison(Verdict.DIFFERENT, shade, unrelated)
    time = _times_apart(one, other)
    if time:
        return Comparison(Verdict.DIFFERENT, time, unrelated)
    if not (one.figure.things and other.figure.things):
        shade = shade or N_("nothing says what they count")
    if shade:
        return Comparison(Verdict.DIFFERENT, shade, unrelated)
    if not same_owner(one.figure, other.figure):
        return Comparison(Verdict.DIFFERENT, N_("nothing says that they count the same people or place"), unrelated)
    return Comparison(Verdict.CONTRADICTS, N_("the same thing at the same time, and no number fits both"))


def _other_kind(a: Figure, b: Figure) -> str:
    """Return why two figures are not of one kind at all; empty where they may be."""
    scopes = {a.scope, b.scope}
    reasons = (
        (a.planned != b.planned, N_("one is expected, the other reported")),
        (a.negated != b.negated, N_("one is denied")),
        (a.change is not b.change, N_("one tells how much it changed")),
        (a.unit != b.unit or a.state is not b.state, N_("they measure different things")),
        (
            strangers(a.causes, b.causes),
            _OTHER_CAUSE.format(one=_told(a.causes), other=_told(b.causes)),
        ),
        (
            {Scope.TOTAL, Scope.EVENT} == scopes and a.state in CUMULATIVE and not same_days(a, b),
            N_("one counts a single event, the other all of them"),
        ),
        (
            bool(a.things and b.things) and not related(a.things, b.things),
            N_("one counts {one}, the other {other}").format(one=_named(a.things), other=_named(b.things)),
        ),
        (not may_share_owner(a, b), N_("they belong to different people or places")),
    )
    return next((reason for applies, reason in reasons if applies), "")


def same_days(a: Figure, b: Figure) -> bool:
    """Say whether both name the same days: what has been missing since Friday went missing on Friday."""
    return a.when is not None and a.when == b.when and len(a.when) <= _BRIEF


def _shade(a: Figure, b: Figure) -> str:
    """Return what one figure says of its kind and the other does not, or says more closely."""
    first, second = a.causes - _ANY_CAUSE, b.causes - _ANY_CAUSE
    if not first & second and first != second and not (_of_one_event(a, b) and not (first and second)):
        if first and second:
            return _OTHER_CAUSE.format(one=_told(first), other=_told(second))
        return N_("one counts only those {cause}").format(cause=_told(first or second))
    if a.things != b.things:
        wide, narrow = sorted((a.things, b.things), key=len, reverse=True)
        return (
            N_("one counts {one}, the other {other}").format(one=_named(wide), other=_named(narrow))
            if wide and narrow
            else N_("one does not say what it counts")
        )
    return ""


_ANY_CAUSE = frozenset({"duty"})
"""What says of those who serve no more than that they died: in whichever way."""


def _of_one_event(a: Figure, b: Figure) -> bool:
    """Say whether two figures count one event, of which a report need not say how it came about."""
    if a.scope is b.scope is Scope.EVENT:
        return True
    first, second = a.when or a.about, b.when or b.about
    if first is None or second is None or Scope.TOTAL in (a.scope, b.scope):
        return False
    return first.overlaps(second)


def _told(causes: frozenset[str]) -> str:
    return " and ".join(CAUSES[cause] for cause in sorted(causes))


def _named(classes: frozenset[str]) -> str:
    return " and ".join(sorted(classes))


def _equal(a: Figure, b: Figure) -> bool:
    return (a.value, a.low, a.high) == (b.value, b.low, b.high) and a.bound is b.bound


def _number(figure: Figure) -> float:
    """Return the number as it is stated; of a range its upper end."""
    stated = (figure.value, figure.high, figure.low)
    return next(number for number in stated if number is not None)


def _near(a: Figure, b: Figure) -> bool:
    """Say whether two numbers are one within what rounding leaves open; two exact ones have to be rounded to be so."""
    x, y = _number(a), _number(b)
    if Bound.EXACT is a.bound is b.bound:
        return abs(x - y) < max(_rounding(x), _rounding(y))
    return abs(x - y) <= _NEAR * max(abs(x), abs(y))


def _rounding(number: float) -> float:
    """Return half of the last place that a number shows: 500 of 15,000, nothing of 303 and of 40."""
    whole = int(number)
    place = 1
    while whole and whole % (place * 10) == 0:
        place *= 10
    return place / 2 if place >= 100 and whole >= 1000 else 0.0


def _meet(a: Figure, b: Figure) -> bool:
    low = max(number for number in (a.low, b.low, 0.0) if number is not None)
    highs = [number for number in (a.high, b.high) if number is not None]
    return not highs or low <= min(highs)


def _is_grown(one: Dated, other: Dated, shade: str) -> bool:
    """Say whether the later of two counts that only grow is the higher one."""
    if one.figure.state not in CUMULATIVE | {State.DEPLOYED}:
        return False
    if shade and (one.figure.state is State.DEPLOYED or not _general(one.figure, other.figure)):
        return False
    order = _order(one, other)
    if order == 0 or not _may_be_one(one.figure, other.figure):
        return False
    early, late = (one, other) if order < 0 else (other, one)
    if early.figure.high is None and _near(early.figure, late.figure):
        return False
    least = late.figure.low if late.figure.low is not None else 0.0
    apart = early.figure.high is not None and least > early.figure.high
    above = early.figure.high is None and least > _number(early.figure)
    return apart or above


def _is_shrunk(one: Dated, other: Dated) -> bool:
    """Say whether of two counts of everything up to a day, which only grow, the later one is lower."""
    order = _order(one, other) if _counts_all(one.figure, other.figure) else 0
    early, late = (one, other) if order < 0 else (other, one)
    return order != 0 and not _near(early.figure, late.figure) and _number(late.figure) < _number(early.figure)


def _counts_all(a: Figure, b: Figure) -> bool:
    """Say whether both count everything up to a day, of what only grows."""
    return a.scope is b.scope is Scope.TOTAL and a.state in CUMULATIVE


def _general(a: Figure, b: Figure) -> bool:
    """Say whether two counts differ only in how generally they name the same people."""
    if a.causes - _ANY_CAUSE != b.causes - _ANY_CAUSE:
        return False
    return bool(_WIDE & (a.things ^ b.things) or not (a.things and b.things))


_WIDE = GENERAL | {"peacekeeper"}
"""Kinds of people that others of the same force may be meant by."""


def _as_of(dated: Dated) -> Span | None:
    """Return the days as of which a figure holds."""
    figure = dated.figure
    if figure.when is not None and not figure.since and figure.scope is not Scope.EVENT:
        return figure.when
    return dated.published


def _order(one: Dated, other: Dated) -> int:
    """Return -1 where the first is of an earlier time, 1 of a later one, 0 where that is not known."""
    if _events_apart(one.figure, other.figure):
        return 0
    first, second = _as_of(one), _as_of(other)
    if first is None or second is None or first.overlaps(second):
        return 0
    return -1 if first.last < second.first else 1


def _events_apart(a: Figure, b: Figure) -> bool:
    """Say whether two figures count different events."""
    if Scope.EVENT not in (a.scope, b.scope):
        return False
    return a.when is not None and b.when is not None and not a.when.overlaps(b.when)


def _same_time(one: Dated, other: Dated) -> bool | None:
    """Say whether two figures are of the same time; None where the texts leave that open."""
    a, b = one.figure, other.figure
    if (a.since, a.since and a.when) != (b.since, b.since and b.when) and not same_days(a, b):
        return None
    if a.when is not None and b.when is not None and not a.since:
        brief = max(len(a.when), len(b.when)) <= _BRIEF
        return (True if brief else None) if a.when.overlaps(b.when) else False
    first, second = one.published, other.published
    if first is None or second is None or max(len(first), len(second)) > 1 or (a.when is None) != (b.when is None):
        return None
    return abs((first.first - second.first).days) <= _SAME_DAYS


def _times_apart(one: Dated, other: Dated) -> str:
    """Return why two figures are not known to be of the same time; empty where they are."""
    return {True: "", False: OTHER_TIME, None: UNKNOWN_TIME}[_same_time(one, other)]


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Say whether two counts may be of one thing that grew.

    The dead of one question do. What a body has, promises or closes is of one only where both texts say what it is, and
    speak of one place or body that is no nation.
    """
    if a.state in VICTIMS:
        return True
    if not (a.things and b.things):
        return False
    here, there = (figure.names | figure.owners | figure.setting for figure in (a, b))
    return bool((here & there) - NATIONS)

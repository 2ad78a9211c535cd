"""Figures and dates of a sentence held against those of the sentences that tell of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tui.dates import Kind as TimexKind
from tui.dates import Timex
from tui.figures import Bound, Figure
from tui.figures.comparison import related
from tui.figures.figure import Change as Movement
from tui.figures.figure import State
from tui.locale import N_
from tui.proof.evidence import LEAST, Hit
from tui.proof.values import Change, Evidence, Verdict
from tui.search.analysis import stem, words

_CLEARER = 0.2
"""How much more alike a sentence must be that speaks against a statement than one that speaks for it."""
_ROUNDING = 0.05
"""How far apart two numbers may be, as a part of the larger one, where one of them is meant roughly."""
_ROOM = 1.3
"""How many times a number may be one that leaves more room: 303 is "more than 300", 900 says another thing."""
_MOST_EVIDENCE = 5
_SPEAKING = (Verdict.VERBATIM, Verdict.COMPATIBLE)

T = TypeVar("T", Figure, Timex)

Judge = Callable[[T, T], Verdict | None]
"""What one figure or date makes of another; None where the two cannot be compared."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the dossier makes of a figure or a date."""

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared(Generic[T]):
    """How the figures, or the dates, of sentences are found and judged."""

    of: Callable[[Hit], Sequence[T]]
    judge: Judge[T]
    against: Verdict
    """What a different one makes of a statement."""


def judged(one: T, others: Sequence[T], hits: Iterable[Hit], compared: Compared[T]) -> Judged:
    """Hold a figure or a date against the sentences that bear on it.

    `others` are those of the same sentence of the manuscript: what agrees with one of them speaks against no other one.
    """
    found: list[Evidence] = []
    for hit in hits:
        evidence = _of_hit(one, others, hit, compared)
        if evidence is not None:
            found.append(evidence)
    support = max((each.score for each in found if each.verdict in _SPEAKING), default=0.0)
    against = max((each.score for each in found if each.verdict is compared.against), default=0.0)
    if against and against > support + _CLEARER:
        ordered = sorted(found, key=lambda each: (each.verdict is not compared.against, -each.score))
        best = ordered[0]
        reason = N_("{source} has {words}").format(source=best.source or N_("the article"), words=best.text)
        return Judged(compared.against, tuple(ordered[:_MOST_EVIDENCE]), reason, (Change(best.text, one.text),))
    if not support:
        return Judged(Verdict.NOT_FOUND, tuple(found[:_MOST_EVIDENCE]))
    exact = max((each.score for each in found if each.verdict is Verdict.VERBATIM), default=0.0)
    verdict = Verdict.VERBATIM if exact >= support - _CLEARER and exact else Verdict.COMPATIBLE
    ordered = sorted(found, key=lambda each: (each.verdict is not verdict, each.verdict not in _SPEAKING, -each.score))
    others_say = [each for each in ordered if each.verdict is compared.against]
    reason = ""
    if others_say:
        source = others_say[0].source or N_("another article")
        reason = N_("{source} has {words}").format(source=source, words=others_say[0].text)
    return Judged(verdict, tuple(ordered[:_MOST_EVIDENCE]), reason)


def _of_hit(one: T, others: Sequence[T], hit: Hit, compared: Compared[T]) -> Evidence | None:
    """Return what the best of a sentence's figures or dates makes of one; None where none can be compared."""
    left = list(compared.of(hit))
    for wanted in (Verdict.VERBATIM, Verdict.COMPATIBLE):
        for each in left:
            if compared.judge(one, each) is wanted:
                return hit.source.evidence(each.start, each.end, wanted, hit.score)
        for other in others:
            agreeing = next((each for each in left if compared.judge(other, each) is wanted), None)
            if agreeing is not None:
                left.remove(agreeing)
    for each in left:
        if hit.is_alike and compared.judge(one, each) is compared.against:
            return hit.source.evidence(each.start, each.end, compared.against, hit.score)
    return None


def judge_figures(one: Figure, other: Figure) -> Verdict | None:
    """Say what one figure makes of another of an article."""
    if one.unit != other.unit or one.negated != other.negated or not _same_things(one, other):
        return None
    if (one.value, one.low, one.high) == (other.value, other.low, other.high):
        return Verdict.VERBATIM if one.bound is other.bound else Verdict.COMPATIBLE
    if one.value is not None and one.value == other.value:
        return Verdict.COMPATIBLE
    if _agree(one, other):
        return Verdict.COMPATIBLE
    changes = {one.change, other.change}
    if other.partitive or one.partitive or (len(changes) > 1 and Movement.NONE not in changes):
        return None
    return Verdict.CONTRADICTED if State.NONE in (one.state, other.state) or one.state is other.state else None


def _same_things(one: Figure, other: Figure) -> bool:
    """Say whether two figures may count the same: by kind, or by the nouns themselves."""
    if one.things and other.things:
        return related(one.things, other.things)
    if one.unit:
        return True
    nouns = [{stem(word, "en") for word in words(figure.noun)} for figure in (one, other)]
    return bool(nouns[0] & nouns[1]) or not (nouns[0] and nouns[1])


def _agree(one: Figure, other: Figure) -> bool:
    """Say whether two numbers are one, meant or written less exactly in one of the two."""
    a, b = _number(one), _number(other)
    if Bound.ABOUT in (one.bound, other.bound) and abs(a - b) <= _ROUNDING * max(abs(a), abs(b)):
        return True
    if one.bound is other.bound and one.bound is not Bound.RANGE:
        return one.value is not None and _is_rounded(a, b)
    low = max((x for x in (one.low, other.low) if x is not None), default=None)
    high = min((x for x in (one.high, other.high) if x is not None), default=None)
    open_ended = (low is None or high is None or low <= high) and min(a, b) > 0
    return open_ended and max(a, b) <= _ROOM * min(a, b)


def _is_rounded(written: float, exact: float) -> bool:
    """Say whether a number is another one rounded to hundreds or more: 15,000 for 15,021."""
    step = 1.0
    while written and written % (step * 10) == 0:
        step *= 10
    return step >= 100 and written >= 10 * step / 10 and abs(written - exact) <= step / 2 and exact % step != 0


def _number(figure: Figure) -> float:
    return next((n for n in (figure.value, figure.high, figure.low) if n is not None), 0.0)


def figures_of(hit: Hit) -> Sequence[Figure]:
    """Return the figures of a sentence of an article."""
    return hit.source.figures_in(hit.sentence)


def judge_dates(one: Timex, other: Timex) -> Verdict | None:
    """Say what one date makes of another of an article; only days, months and years are compared."""
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


def dates_of(hit: Hit) -> Sequence[Timex]:
    """Return the dates of a sentence of an article."""
    return hit.source.dates_in(*hit.span)


def is_stated(date: Timex) -> bool:
    """Say whether a date of the manuscript can be held against others: a day, a month or a year that is written out."""
    if date.kind is not TimexKind.DATE or date.inferred:
        return False
    if date.span is None:
        return date.value.startswith("XXXX-") and len(date.value) == 10 and "X" not in date.value[5:]
    return len(date.span) <= 366


FIGURES: Compared[Figure] = Compared(figures_of, judge_figures, Verdict.CONTRADICTED)
DATES: Compared[Timex] = Compared(dates_of, judge_dates, Verdict.ANOTHER_DAY)


def with_publication(judged_date: Judged, date: Timex, hits: Sequence[Hit]) -> Judged:
    """Take a date that no sentence names for the day on which an article that tells of the same was published."""
    if judged_date.verdict is not Verdict.NOT_FOUND or date.span is None:
        return judged_date
    for hit in hits:
        published = hit.source.published
        if hit.score >= LEAST and published is not None and published.overlaps(date.span):
            evidence = replace(hit.source.evidence(*hit.span, Verdict.COMPATIBLE, hit.score))
            return Judged(Verdict.COMPATIBLE, (evidence,), N_("the day on which it was published"))
    return judged_date

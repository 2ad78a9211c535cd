"""Figures and dates of a sentence held against those of the sentences that tell of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tui.dates import Timex
from tui.dates import TimexType as TimexKind
from tui.figures import Figure
from tui.locale import N_
from tui.proof.agreement import judge_dates, judge_figures
from tui.proof.evidence import LEAST, Hit
from tui.proof.values import Change, Evidence, Verdict

_CLEARER = 0.2
"""How much more alike a sentence must be that speaks against a statement than one that speaks for it."""
_MOST_EVIDENCE = 5
_BRIEF = 31
"""Days of the longest date that may be that of a publication: whole years are of too many articles."""
_SPEAKING = (Verdict.VERBATIM, Verdict.COMPATIBLE)

T = TypeVar("T", Figure, Timex)

Judge = Callable[[T, T, float], Verdict | None]
"""What one figure or date makes of another, given how alike their sentences are; None where they cannot be compared."""


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
    found = [(evidence, hit) for hit in hits if (evidence := _of_hit(one, others, hit, compared)) is not None]
    support = max((hit.score for each, hit in found if each.verdict in _SPEAKING), default=0.0)
    against = max((hit.score for each, hit in found if each.verdict is compared.against), default=0.0)
    exact = max((hit.score for each, hit in found if each.verdict is Verdict.VERBATIM), default=0.0)
    if against and against > support + _CLEARER:
        ordered = _ordered(found, compared.against)
        changes = (Change(ordered[0].text, one.text),)
        return Judged(compared.against, ordered, otherwise(ordered[0]), changes)
    if not support:
        return Judged(Verdict.NOT_FOUND)
    ordered = _ordered(found, Verdict.VERBATIM if exact and exact >= support - _CLEARER else Verdict.COMPATIBLE)
    reasons = (otherwise(each) for each in ordered if each.verdict is compared.against)
    return Judged(ordered[0].verdict, ordered, next(reasons, ""))


def _ordered(found: Sequence[tuple[Evidence, Hit]], verdict: Verdict) -> tuple[Evidence, ...]:
    """Return the evidence for a verdict, then the rest that speaks for the statement, then what speaks against it."""
    ordered = sorted(
        found, key=lambda each: (each[0].verdict is not verdict, each[0].verdict not in _SPEAKING, -each[1].rank)
    )
    return tuple(evidence for evidence, _ in ordered[:_MOST_EVIDENCE])


def otherwise(evidence: Evidence) -> str:
    """Say what evidence has in place of a statement."""
    return N_("{source} has {words}").format(source=evidence.source or N_("another article"), words=evidence.text)


def _of_hit(one: T, others: Sequence[T], hit: Hit, compared: Compared[T]) -> Evidence | None:
    """Return what the best of a sentence's figures or dates makes of one; None where none can be compared."""
    left = list(compared.of(hit))
    for wanted in (Verdict.VERBATIM, Verdict.COMPATIBLE):
        for each in left:
            if compared.judge(one, each, hit.score) is wanted:
                return hit.source.evidence(each.start, each.end, wanted, hit.score)
        for other in others:
            agreeing = next((each for each in left if compared.judge(other, each, hit.score) is wanted), None)
            if agreeing is not None:
                left.remove(agreeing)
    for each in left:
        if hit.is_alike and compared.judge(one, each, hit.score) is compared.against:
            return hit.source.evidence(each.start, each.end, compared.against, hit.score)
    return None


def figures_of(hit: Hit) -> Sequence[Figure]:
    """Return the figures of a sentence of an article."""
    return hit.source.figures_in(hit.sentence)


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
    if judged_date.verdict is not Verdict.NOT_FOUND or date.span is None or len(date.span) > _BRIEF:
        return judged_date
    for hit in hits:
        published = hit.source.published
        if hit.score >= LEAST and published is not None and published.overlaps(date.span):
            evidence = hit.source.evidence(*hit.span, Verdict.COMPATIBLE, hit.score)
            return Judged(Verdict.COMPATIBLE, (evidence,), N_("the day on which it was published"))
    return judged_date

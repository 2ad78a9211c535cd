"""What a dossier has that comes nearest to a figure or a date that none of its sentences bears out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tui.dates import Timex
from tui.figures import Figure
from tui.locale import N_
from tui.proof.agreement import judge_dates, number_of, same_things
from tui.proof.archive import Archive, SourceText
from tui.proof.evidence import LEAST, Hit, Sentence, merged
from tui.proof.numbers import DATES, FIGURES, Compared, Judged, otherwise
from tui.proof.values import Change, Verdict
from tui.search.analysis import words

_BEARING = 0.25
"""The score from which on a sentence with the very number bears a statement out."""
_TOUCHING = 0.12
"""The score from which on a sentence is shown at all, and bears out a day, or a number of three digits and more."""
_CLOSE = 0.5
"""How near a number must be, as a part of the larger one, in a sentence that does not bear on the statement."""
_MISTYPED = 0.95
"""How near a number is that differs in one digit, or has two in each other's place."""
_FEWEST_DIGITS = 3
_ALL = 0.75
_FEWEST_WORDS = 2
"""The score, and the words in common, from which on a slip of the pen is told from another thing."""
_ARTICLES = 16
_SENTENCES = 60
"""Sentences whose figures or dates are looked at."""
_MOST_EVIDENCE = 3

T = TypeVar("T", Figure, Timex)


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """How what comes nearest is found among figures, or among dates."""

    compared: Compared[T]
    closeness: Callable[[T, T], float]
    """How near two are, from 0 to 1; 0 where they cannot be held against each other."""
    numerals: Callable[[T], Iterator[str]]
    """The numerals by which articles are looked for beside the words."""
    is_slip: Callable[[T, T], bool]
    """Whether one is the other with a digit mistyped."""
    is_specific: Callable[[T], bool]
    """Whether a sentence has it hardly by chance."""
    same: str
    """Why one of another sentence bears it out."""


def with_nearest(
    judged: Judged, stated: tuple[T, Sequence[T]], parts: Sequence[Sentence], archive: Archive, near: Near[T]
) -> Judged:
    """Add to a figure or a date that was not found what comes nearest to it, best first.

    `stated` is that one and the others of its sentence, `parts` the sentence and the clause in which it stands. What
    has the very number or day in a sentence that has less in common bears the statement out, and is said to be told
    otherwise; what differs by a slip of the pen in a sentence of few words that are all there speaks against it.
    """
    one, others = stated
    if judged.verdict is not Verdict.NOT_FOUND:
        return judged
    numerals = [numeral for numeral in near.numerals(one) if archive.rarity(numeral)]
    found = []
    for hit in _hits(parts, numerals, archive):
        for other in near.compared.of(hit):
            closeness = near.closeness(one, other)
            foreign = hit.source.article.language != parts[0].language and closeness >= _MISTYPED
            near_enough = closeness >= _CLOSE or (closeness and hit.score >= LEAST)
            if near_enough and (hit.score >= _TOUCHING or foreign):
                found.append((closeness, hit, other))
    least = _TOUCHING if near.is_specific(one) else _BEARING
    same = [(hit, other) for closeness, hit, other in found if closeness == 1.0 and hit.score >= least]
    if same:
        same.sort(key=lambda each: -each[0].rank)
        bearing = (hit.source.evidence(each.start, each.end, Verdict.COMPATIBLE, hit.score) for hit, each in same)
        return Judged(Verdict.COMPATIBLE, tuple(bearing)[:_MOST_EVIDENCE], near.same)
    for closeness, hit, other in found:
        slip = closeness == _MISTYPED and near.is_slip(one, other) and hit.score >= _ALL and hit.common >= _FEWEST_WORDS
        if slip and not any(near.closeness(each, other) == 1.0 for each in others):
            evidence = hit.source.evidence(other.start, other.end, near.compared.against, hit.score)
            return Judged(near.compared.against, (evidence,), otherwise(evidence), (Change(evidence.text, one.text),))
    found.sort(key=lambda each: -(2 * each[0] + each[1].rank))
    nearest = [hit.source.evidence(other.start, other.end, Verdict.NOT_FOUND, hit.score) for _, hit, other in found]
    if not nearest:
        return judged
    reason = N_("nearest in the dossier: {words}").format(words=nearest[0].text)
    return Judged(Verdict.NOT_FOUND, tuple(nearest[:_MOST_EVIDENCE]), reason)


def _hits(parts: Sequence[Sentence], numerals: Sequence[str], archive: Archive) -> list[Hit]:
    """Return the sentences that have a word of a statement or one of some numerals, best first."""
    parts = [part for part in parts if len(part.weights) > 1] or parts[:1]
    asked = list(dict.fromkeys(word for part in parts for word in part.rarest))
    numbers = dict.fromkeys(source.number for part in parts for source in part.sources[: _ARTICLES // 2])
    numbers |= dict.fromkeys(archive.candidates([*numerals, *asked], _ARTICLES))
    if numerals:
        numbers |= dict.fromkeys(archive.candidates(numerals, _ARTICLES // 2))
    sources = [source for number in numbers if (source := archive.source(number)) is not None]
    touching = (part.touching(sources, _TOUCHING)[:_SENTENCES] for part in parts)
    return merged(*touching, (hit for source in sources for hit in _with_numerals(source, numerals)))


def _with_numerals(source: SourceText, numerals: Iterable[str]) -> Iterator[Hit]:
    for numeral in numerals:
        for place in source.occurrences([numeral], 3):
            yield Hit(source, source.sentence_at(source.tokens[place].start), 0.0, 0)


def _figures_apart(one: Figure, other: Figure) -> float:
    a, b = number_of(one), number_of(other)
    named = (one.things and other.things) or (one.noun and other.noun) or one.unit
    if not named or one.unit != other.unit or not same_things(one, other) or min(a, b) <= 0:
        return 0.0
    if a == b:
        return 1.0
    return _MISTYPED if _mistyped_figure(one, other) else min(a, b) / max(a, b) * _MISTYPED


def _digits(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number}"


def _numerals(figure: Figure) -> Iterator[str]:
    """Yield the numeral of a figure, and those that are written by mistake in its place."""
    number = _digits(number_of(figure))
    yield number
    if number.isdigit() and len(number) >= _FEWEST_DIGITS:
        yield from _mistyped(number)


def _mistyped(number: str) -> Iterator[str]:
    """Yield what a number becomes with two neighbouring digits swapped, or one digit another one."""
    if len(number) < _FEWEST_DIGITS:
        return
    for place in range(len(number) - 1):
        if number[place] != number[place + 1]:
            yield number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    for place, digit in enumerate(number):
        if digit.isdigit():
            yield from (number[:place] + other + number[place + 1 :] for other in "0123456789" if other != digit)


def _dates_apart(one: Timex, other: Timex) -> float:
    if one.span is None or other.span is None:
        return _MISTYPED if judge_dates(one, other) is not None else 0.0
    if one.span == other.span:
        return 1.0
    apart = abs((one.span.first - other.span.first).days)
    return _MISTYPED if one.span.overlaps(other.span) or apart <= 31 else _MISTYPED * 365 / (365 + apart)


def _mistyped_figure(one: Figure, other: Figure) -> bool:
    return _digits(number_of(other)) in set(_mistyped(_digits(number_of(one))))


def _mistyped_day(one: Timex, other: Timex) -> bool:
    """Say whether two days are of one month, whose year one of them may leave open."""
    if len(one.value) != 10 or other.span is None or len(other.span) > 1:
        return False
    day = other.span.first.isoformat()
    return one.value[5:7] == day[5:7] and one.value[:4] in ("XXXX", day[:4])


def _has_digits(figure: Figure) -> bool:
    return len(_digits(number_of(figure)).rstrip("0")) >= 2 and number_of(figure) >= 100


def _is_day(date: Timex) -> bool:
    return date.span is not None and len(date.span) == 1


def _date_numerals(date: Timex) -> Iterator[str]:
    yield from (word for word in words(date.text) if word.isdigit() and len(word) == 4)


NEAR_FIGURES: Near[Figure] = Near(
    FIGURES,
    _figures_apart,
    _numerals,
    _mistyped_figure,
    _has_digits,
    N_("the same number, in a sentence that is told otherwise"),
)
NEAR_DATES: Near[Timex] = Near(
    DATES,
    _dates_apart,
    _date_numerals,
    _mistyped_day,
    _is_day,
    N_("the same day, in a sentence that is told otherwise"),
)

"""What a dossier has that comes nearest to a figure or a date that none of its sentences bears out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tui.dates import Timex
from tui.figures import Figure
from tui.locale import N_
from tui.proof.agreement import number_of, same_things
from tui.proof.archive import Archive, SourceText
from tui.proof.evidence import Hit, Sentence, merged
from tui.proof.numbers import DATES, FIGURES, Compared, Judged
from tui.proof.values import Verdict
from tui.search.analysis import words

_BEARING = 0.3
"""The score from which on a sentence with the very number or day bears a statement out."""
_TOUCHING = 0.12
"""The score from which on a sentence is shown at all."""
_CLOSE = 0.5
"""How near a number must be, as a part of the larger one."""
_MISTYPED = 0.95
"""How near a number is that differs in one digit, or has two in each other's place."""
_FEWEST_DIGITS = 3
_ARTICLES = 16
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
    same: str


def with_nearest(judged: Judged, one: T, parts: Sequence[Sentence], archive: Archive, near: Near[T]) -> Judged:
    """Add to a figure or a date that was not found what comes nearest to it, best first.

    `parts` are the sentence of the manuscript and the clause in which it stands. What has the very number or day in a
    sentence that has less in common bears the statement out, and is said to be told otherwise.
    """
    if judged.verdict is not Verdict.NOT_FOUND:
        return judged
    numerals = [numeral for numeral in near.numerals(one) if archive.rarity(numeral)]
    found = []
    for hit in _hits(parts, numerals, archive):
        for other in near.compared.of(hit):
            closeness = near.closeness(one, other)
            if closeness >= _CLOSE and (hit.score >= _TOUCHING or closeness >= _MISTYPED):
                found.append((closeness, hit, other))
    same = [(hit, other) for closeness, hit, other in found if closeness == 1.0 and hit.score >= _BEARING]
    if same:
        same.sort(key=lambda each: -each[0].rank)
        bearing = (hit.source.evidence(each.start, each.end, Verdict.COMPATIBLE, hit.score) for hit, each in same)
        return Judged(Verdict.COMPATIBLE, tuple(bearing)[:_MOST_EVIDENCE], near.same)
    found.sort(key=lambda each: -(each[0] + each[1].rank))
    nearest = [hit.source.evidence(other.start, other.end, Verdict.NOT_FOUND, hit.score) for _, hit, other in found]
    if not nearest:
        return judged
    reason = N_("nearest in the dossier: {words}").format(words=nearest[0].text)
    return Judged(Verdict.NOT_FOUND, tuple(nearest[:_MOST_EVIDENCE]), reason)


def _hits(parts: Sequence[Sentence], numerals: Sequence[str], archive: Archive) -> list[Hit]:
    """Return the sentences that have a word of a statement or one of some numerals, best first."""
    asked = list(dict.fromkeys(word for part in parts for word in part.rarest))
    numbers = dict.fromkeys(source.number for part in parts for source in part.sources[: _ARTICLES // 2])
    numbers |= dict.fromkeys(archive.candidates([*numerals, *asked], _ARTICLES))
    if numerals:
        numbers |= dict.fromkeys(archive.candidates(numerals, _ARTICLES // 2))
    sources = [source for number in numbers if (source := archive.source(number)) is not None]
    touching = (part.hits_in(sources, _TOUCHING, 1) for part in parts)
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
    return _MISTYPED if _digits(b) in set(_mistyped(_digits(a))) else min(a, b) / max(a, b) * _MISTYPED


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
        return 0.0
    if one.span == other.span:
        return 1.0
    apart = abs((one.span.first - other.span.first).days)
    return _MISTYPED if one.span.overlaps(other.span) or apart <= 31 else _MISTYPED * 365 / (365 + apart)


def _date_numerals(date: Timex) -> Iterator[str]:
    yield from (word for word in words(date.text) if word.isdigit() and len(word) == 4)


NEAR_FIGURES: Near[Figure] = Near(
    FIGURES, _figures_apart, _numerals, N_("the same number, in a sentence that is told otherwise")
)
NEAR_DATES: Near[Timex] = Near(
    DATES, _dates_apart, _date_numerals, N_("the same day, in a sentence that is told otherwise")
)

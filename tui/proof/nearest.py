"""What a dossier has that comes nearest to a figure or a date that none of its sentences bears out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tui.base.days import Span
from tui.dates import Timex
from tui.figures import Figure
from tui.figures.figure import State
from tui.locale import N_
from tui.proof.agreement import number_of, same_things
from tui.proof.archive import Archive, SourceText
from tui.proof.evidence import LEAST, Hit, Sentence, merged
from tui.proof.numbers import DATES, FIGURES, Compared, Judged, otherwise
from tui.proof.values import Change, Evidence, Verdict
from tui.search.analysis import stem, tokens, words

_BEARING = 0.25
"""The score from which on a sentence with the very number bears a statement out."""
_TOUCHING = 0.12
"""The score from which on a sentence is shown at all, and bears out a day, or a number of three digits and more."""
_CLOSE = 0.45
"""How near a number must be, as a part of the larger one, in a sentence that does not bear on the statement."""
_MISTYPED = 0.95
"""How near a number is that differs in one digit, or has two in each other's place."""
_OTHER_STATE = 0.96
"""How near the same number is of something else that happened."""
_HARM = frozenset((State.KILLED, State.WOUNDED, State.MISSING, State.DETAINED, State.KIDNAPPED, State.DISPLACED))
"""What happened to some, so that the same number of others is of something else."""
_APART = 0.85
"""How near another number is at most."""
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
    closeness: Callable[[T, T, Hit], float]
    """How near two are, from 0 to 1; 0 where they cannot be held against each other."""
    numerals: Callable[[T], Iterator[str]]
    """The numerals by which articles are looked for beside the words."""
    written: Callable[[T, Hit], tuple[int, int] | None]
    """Where a sentence has the very words of one, though it was not seen there."""
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
    written = list(near.numerals(one))
    archive.foresee(written)
    numerals = [numeral for numeral in written if archive.rarity(numeral)]
    found = [each for hit in _hits(parts, numerals, archive) for each in _in_hit(one, hit, parts[0].language, near)]
    least, common = (_TOUCHING, 1) if near.is_specific(one) else (_BEARING, _FEWEST_WORDS)
    same = [each for each in found if each.closeness == 1.0 and each.hit.score >= least and each.hit.common >= common]
    if same:
        same.sort(key=lambda each: -each.hit.rank)
        bearing = [each.evidence(Verdict.COMPATIBLE) for each in _once(same)]
        return Judged(Verdict.COMPATIBLE, tuple(bearing), near.same)
    slip = next((each for each in found if each.is_slip and not _is_anothers(each, others, near)), None)
    if slip is not None:
        evidence = slip.evidence(near.compared.against)
        return Judged(near.compared.against, (evidence,), otherwise(evidence), (Change(evidence.text, one.text),))
    if not found:
        return judged
    found.sort(key=lambda each: -(2 * each.closeness + each.hit.rank))
    nearest = tuple(each.evidence(Verdict.NOT_FOUND) for each in _once(found))
    return Judged(Verdict.NOT_FOUND, nearest, N_("nearest in the dossier: {words}").format(words=nearest[0].text))


@dataclass(frozen=True, slots=True)
class _Found(Generic[T]):
    closeness: float
    hit: Hit
    start: int
    end: int
    is_slip: bool = False
    other: T | None = None

    def evidence(self, verdict: Verdict) -> Evidence:
        return self.hit.source.evidence(self.start, self.end, verdict, self.hit.score)


def _in_hit(one: T, hit: Hit, language: str, near: Near[T]) -> Iterator[_Found[T]]:
    """Yield the figures or dates of a sentence that come near to one of the manuscript."""
    foreign = hit.source.article.language != language
    all_there = hit.score >= _ALL and hit.common >= _FEWEST_WORDS
    tells = hit.score >= LEAST and hit.common >= _FEWEST_WORDS
    seen = near.compared.of(hit)
    for other in seen:
        closeness = near.closeness(one, other, hit)
        if (closeness >= _CLOSE or (closeness and tells)) and (
            hit.score >= _TOUCHING or (foreign and closeness >= _MISTYPED)
        ):
            slip = all_there and near.is_slip(one, other)
            yield _Found(closeness, hit, other.start, other.end, slip, other)
    span = near.written(one, hit) if hit.score >= _TOUCHING else None
    if span is not None and not any(each.start < span[1] and span[0] < each.end for each in seen):
        yield _Found(1.0, hit, *span)


def _is_anothers(found: _Found[T], others: Sequence[T], near: Near[T]) -> bool:
    """Say whether what was found is another figure or date of the same sentence of the manuscript."""
    other = found.other
    return other is not None and any(near.closeness(each, other, found.hit) == 1.0 for each in others)


def _once(found: Iterable[_Found[T]]) -> list[_Found[T]]:
    """Return the first of each sentence, as many as are shown."""
    first: dict[tuple[int, int], _Found[T]] = {}
    for each in found:
        first.setdefault((each.hit.source.number, each.hit.sentence), each)
    return list(first.values())[:_MOST_EVIDENCE]


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


def _figures_apart(one: Figure, other: Figure, hit: Hit) -> float:
    a, b = number_of(one), number_of(other)
    if one.unit != other.unit or min(a, b) <= 0 or not (_same_head(one, other) or _is_named(one, other, hit)):
        return 0.0
    if a == b:
        states = {one.state, other.state} - {State.NONE}
        return _OTHER_STATE if len(states) > 1 and states & _HARM else 1.0
    return _MISTYPED if _mistyped_figure(one, other) else min(a, b) / max(a, b) * _APART


def _is_named(one: Figure, other: Figure, hit: Hit) -> bool:
    """Say whether two figures count the same; for one without a noun, where its sentence has that of the other."""
    if not (other.noun or other.unit):
        start, end = hit.span
        return _head(one) in {stem(word, "en") for word in words(hit.source.article.text[start:end])}
    named = (one.things and other.things) or (one.noun and other.noun) or one.unit
    return bool(named) and same_things(one, other)


def _same_head(one: Figure, other: Figure) -> bool:
    return _head(one) == _head(other) != ""


def _head(figure: Figure) -> str:
    """Return the stem of the last word of what is counted."""
    noun = words(figure.noun)
    return stem(noun[-1], "en") if noun else ""


def _written(one: Figure, hit: Hit) -> tuple[int, int] | None:
    """Return where a sentence has the numeral of a figure before its noun, though no figure was seen there."""
    start, end = hit.span
    found = list(tokens(hit.source.article.text[start:end]))
    number, head = _digits(number_of(one)), _head(one)
    for token, *following in zip(found, found[1:], found[2:], strict=False):
        if head and len(number) > 1 and token.word == number:
            noun = next((each for each in following if stem(each.word, "en") == head), None)
            if noun is not None:
                return start + token.start, start + noun.end
    return None


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


def _dates_apart(one: Timex, other: Timex, _hit: Hit) -> float:
    if other.span is None:
        return 0.0
    span = one.span or _in_year(one, other.span.first.year)
    if span is None or span == other.span:
        return 0.0 if span is None else 1.0
    if len(other.span) > max(31, len(span)):
        return 0.0
    if span.overlaps(other.span):
        return _MISTYPED
    scale = max(31, len(span))
    return _MISTYPED * scale / (scale + abs((span.first - other.span.first).days))


def _in_year(date: Timex, year: int) -> Span | None:
    """Return the day that a date without a year is in some year; None where it is none."""
    try:
        day = datetime.date.fromisoformat(date.value.replace("XXXX", str(year)))
    except ValueError:
        return None
    return Span(day, day)


def _not_written(_date: Timex, _hit: Hit) -> None:
    return None


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
    _written,
    _mistyped_figure,
    _has_digits,
    N_("the same number, in a sentence that is told otherwise"),
)
NEAR_DATES: Near[Timex] = Near(
    DATES,
    _dates_apart,
    _date_numerals,
    _not_written,
    _mistyped_day,
    _is_day,
    N_("the same day, in a sentence that is told otherwise"),
)

"""The trace of a dated statement: what is stored of it and what it is compared by, without its words.

A trace holds places in the article's text instead of text. Days are proleptic Gregorian ordinals, 0 for none.
"""

from __future__ import annotations

from array import array
from enum import IntFlag
from typing import NamedTuple

NO_PLACE = 0xFFFFFFFF
_FIXED = 6


class Sign(IntFlag):
    """What is known of a statement beside its days and words."""

    DEADLINE = 1
    """Its date is the latest on which it is to happen: `by 1 May`."""
    BEGINNING = 2
    """Only the beginning of its days is meant."""
    ENDING = 4
    """Only the end of its days is meant."""
    HAPPENS = 8
    """A verb says that it happened or will happen; more than that something was said."""
    FRENCH = 16
    ARABIC = 32
    LEANING = 64
    """Its days are counted from the day on which the article appeared: `yesterday`, `on Monday`."""
    ISSUED = 128
    """It tells on which day a written statement was made."""


_LANGUAGES = {"fr": Sign.FRENCH, "ar": Sign.ARABIC}
DEADLINE, _HAPPENS = int(Sign.DEADLINE), int(Sign.HAPPENS)
LEANING, _ISSUED = int(Sign.LEANING), int(Sign.ISSUED)
_BEGINNING, _ENDING = int(Sign.BEGINNING), int(Sign.ENDING)
LANGUAGES = int(Sign.FRENCH | Sign.ARABIC)
"""The signs of languages, as numbers, which compare ten times as fast."""


def language_sign(code: str) -> Sign:
    """Return the sign of a language; English and all others have none."""
    return _LANGUAGES.get(code[:2].lower(), Sign(0))


class Trace(NamedTuple):
    """A dated statement of one article."""

    first: int
    last: int
    number: int
    """The article's number."""
    place: int
    """The first character of its date in the text."""
    until: int
    """The first character of the date at which a range ends; `NO_PLACE` where the statement has one date."""
    start: int
    """The first character of its sentence."""
    end: int
    """The character after the last of its sentence."""
    signs: int
    kinds: int
    common: frozenset[int]
    """Names, figures and classes, the same in all languages."""
    words: frozenset[int]
    """Other words, stemmed."""

    @property
    def length(self) -> int:
        """The number of days that are meant."""
        return self.last - self.first + 1

    @property
    def happens(self) -> bool:
        """Whether a verb says that something happened or will."""
        return bool(self.signs & _HAPPENS)

    @property
    def issued(self) -> bool:
        """Whether its days are those of a written statement."""
        return bool(self.signs & _ISSUED)

    @property
    def edge(self) -> tuple[int, int]:
        """The days that can be meant: of the end of a year the last month, of its beginning the first."""
        if self.last - self.first > 30 and self.signs & (_BEGINNING | _ENDING):
            return (self.first, self.first + 30) if self.signs & _BEGINNING else (self.last - 30, self.last)
        return self.first, self.last

    def packed(self) -> bytes:
        """Return everything but days, article and place as bytes."""
        fixed = (self.until, self.start, self.end, self.signs, self.kinds, len(self.common))
        return array("I", (*fixed, *self.common, *self.words)).tobytes()


def unpacked(first: int, number: int, place: int, last: int, packed: bytes) -> Trace:
    """Return the trace that was packed."""
    numbers = array("I")
    numbers.frombytes(packed)
    until, start, end, signs, kinds, count = numbers[:_FIXED]
    middle = _FIXED + count
    common, words = frozenset(numbers[_FIXED:middle]), frozenset(numbers[middle:])
    return Trace(first, last, number, place, until, start, end, signs, kinds, common, words)

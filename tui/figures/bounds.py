"""Bounds: how exactly a number is meant, by the words before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.figures.figure import Bound
from tui.figures.languages import Phrase, Words
from tui.figures.numerals import Numeral
from tui.figures.tokens import Token

_ROUGH = 0.1
"""What `about` leaves open on both sides, as a part of the number."""
_LONGEST = 5
"""Words of the longest phrase of a bound."""
_CURRENCY = frozenset("$€£¥")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound, and the tokens that the expression takes with it."""

    bound: Bound
    first: int
    last: int

    def interval(self, low: float, high: float) -> tuple[float | None, float | None]:
        """Return the least and the most that is meant; None where it is open."""
        match self.bound:
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return low, None
            case Bound.AT_MOST | Bound.LESS_THAN:
                return None, high
            case Bound.ABOUT:
                return round(low * (1 - _ROUGH), 6), round(high * (1 + _ROUGH), 6)
        return low, high


def bound_of(tokens: list[Token], numeral: Numeral, words: Words) -> Bounded:
    """Return the bound of a number; where words before and after it say different things, those before."""
    first, last = numeral.first, numeral.last
    if first and tokens[first - 1].low in _CURRENCY:
        first -= 1
        if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].raw.isupper():
            first -= 1
    before, at = _before(tokens, first, words.bounds_before)
    after, end = _after(tokens, last, words.bounds_after)
    own = Bound.RANGE if numeral.low != numeral.high else Bound.ABOUT if numeral.rough else Bound.EXACT
    if before is not None:
        outer, further = _before(tokens, at, words.bounds_before)
        if outer is not None and before in (Bound.ABOUT, Bound.EXACT):
            before, at = outer, further
        if before is Bound.EXACT or (before is Bound.ABOUT and numeral.ranged):
            before = own
        return Bounded(before, at, last)
    if after is not None:
        return Bounded(after, first, end)
    if end == last and last < len(tokens) and tokens[last].low == "+" and tokens[last].start == tokens[last - 1].end:
        return Bounded(Bound.AT_LEAST, first, last + 1)
    return Bounded(own, first, last)


def _before(tokens: list[Token], first: int, phrases: Mapping[Phrase, Bound]) -> tuple[Bound | None, int]:
    for length in range(min(_LONGEST, first), 0, -1):
        found = phrases.get(tuple(token.low for token in tokens[first - length : first]))
        if found is not None:
            return found, first - length
    return None, first


def _after(tokens: list[Token], last: int, phrases: Mapping[Phrase, Bound]) -> tuple[Bound | None, int]:
    for length in range(min(_LONGEST, len(tokens) - last), 0, -1):
        found = phrases.get(tuple(token.low for token in tokens[last : last + length]))
        if found is not None:
            return found, last + length
    return None, last

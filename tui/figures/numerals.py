"""Numbers in figures and in words: how many tokens they take, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tui.base.number_words import number_at
from tui.figures.languages import Words
from tui.figures.tokens import HYPHENS, NUMBER, WORD, Token, digits_value, glued, hyphened

_VAGUE_WIDTH = 10
"""`dozens` is meant to be from one dozen to ten of them: so wide that it never contradicts by itself."""
_LONGEST = 60
"""Tokens of a number in words."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, or the span of one that is written as such (`dozens`, `6-8`)."""

    first: int
    """Its first token."""
    last: int
    """The token after its last."""
    low: float
    high: float
    digits: bool = False
    """Whether it begins with digits."""
    scaled: bool = False
    """Whether a word such as `million` belongs to it."""
    rough: bool = False
    """Whether its own word means it roughly: `une quinzaine`."""
    vague: bool = False
    """Whether it is a plural such as `dozens`, after which `of` stands."""
    ranged: bool = False
    """Whether two numbers are written."""


def numeral_at(tokens: list[Token], place: int, words: Words) -> Numeral | None:
    """Return the number that begins at a token, or None where none does."""
    token = tokens[place]
    if token.kind == NUMBER:
        return _in_digits(tokens, place, words)
    if token.kind != WORD or token.low not in _beginnings(words):
        return None
    for read in (_vague, _half, _collective, _in_words):
        found = read(tokens, place, words)
        if found is not None:
            return found
    return None


@cache
def _beginnings(words: Words) -> frozenset[str]:
    """Return every word with which a number of a language can begin."""
    kinds = (words.several, words.vague, words.half, words.articles, words.small, words.collectives)
    return words.numbers.opening.union(*kinds)


def _low(tokens: list[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _in_digits(tokens: list[Token], place: int, words: Words) -> Numeral:
    after = place + 1
    scale, last = 1, after
    if glued(tokens, after) and _low(tokens, after) in words.suffixes and tokens[after].raw != "K":
        scale, last = words.suffixes[_low(tokens, after)], after + 1
    while _low(tokens, last) in words.multipliers and not (last == after and glued(tokens, last)):
        scale *= words.multipliers[_low(tokens, last)]
        last += 1
    if hyphened(tokens, last) and _low(tokens, last + 1) in words.multipliers:
        scale *= words.multipliers[_low(tokens, last + 1)]
        last += 2
    value = digits_value(tokens[place].raw, words.decimal_comma, scale > 1) * scale
    if scale == 1 and _low(tokens, last) in words.collectives:
        value, last = value * words.collectives[_low(tokens, last)], last + 1
    return Numeral(place, last, value, value, digits=True, scaled=scale > 1)


def _vague(tokens: list[Token], place: int, words: Words) -> Numeral | None:
    low = _low(tokens, place)
    if low in words.several:
        size = words.multipliers.get(_low(tokens, place + 1)) or words.vague.get(_low(tokens, place + 1))
        return Numeral(place, place + 2, 2.0 * size, 9.0 * size, vague=True) if size else None
    if low not in words.vague:
        return None
    size, last = words.vague[low], place + 1
    while _low(tokens, last) in words.of and _low(tokens, last + 1) in (words.vague.keys() | words.multipliers.keys()):
        after = _low(tokens, last + 1)
        size *= words.vague.get(after) or words.multipliers[after]
        last += 2
    return Numeral(place, last, float(size), float(size) * _VAGUE_WIDTH, vague=True)


def _half(tokens: list[Token], place: int, words: Words) -> Numeral | None:
    after = place + 1
    if _low(tokens, place) in words.articles and _low(tokens, after) in words.half:
        after += 1
    elif _low(tokens, place) not in words.half:
        return None
    while after < len(tokens) and (tokens[after].low in HYPHENS or tokens[after].low in words.articles):
        after += 1
    size = words.multipliers.get(_low(tokens, after)) or words.collectives.get(_low(tokens, after))
    return Numeral(place, after + 1, size / 2, size / 2, scaled=True) if size and size > 2 else None


def _collective(tokens: list[Token], place: int, words: Words) -> Numeral | None:
    """Read `a dozen`, `two dozen`, `une quinzaine`."""
    low, count = _low(tokens, place), 1
    if low in words.articles or low in words.small:
        count = words.small.get(low, 1)
        after = place + 1
        while _low(tokens, after) in words.fillers and _low(tokens, after) not in words.articles:
            after += 1
    elif words.collectives_about:
        after = place
    else:
        return None
    size = words.collectives.get(_low(tokens, after))
    if size is None:
        return None
    value = float(count * size)
    return Numeral(place, after + 1, value, value, rough=words.collectives_about, vague=size > 2)


def _in_words(tokens: list[Token], place: int, words: Words) -> Numeral | None:
    if _low(tokens, place) not in words.numbers.opening:
        return None
    lows = [token.low for token in tokens[place : place + _LONGEST]]
    found = number_at(lows, 0, words.numbers, lambda at: hyphened(tokens, place + at))
    if found is None:
        return None
    worth = float(found.value)
    return Numeral(place, place + found.last, worth, worth, scaled=found.scaled)


def range_from(tokens: list[Token], first: Numeral, opened: bool, words: Words) -> Numeral | None:
    """Return the range that begins with a number: `6-8`, `three to five`, `between 5 and 7 million`, `two or three`."""
    at = first.last
    signs = {"%", "$", "€", "£"}
    currency = _low(tokens, first.first - 1) if _low(tokens, first.first - 1) in signs else ""
    percent = _low(tokens, at) == "%"
    at += percent
    if _low(tokens, at) in HYPHENS and _low(tokens, at + 1) in words.to and _low(tokens, at + 2) in HYPHENS:
        at += 1  # 0-to-60: what joins stands between hyphens
    joiner = _low(tokens, at)
    joins = words.between_and if opened else words.to | words.alternatives | HYPHENS
    if joiner not in joins or at + 1 >= len(tokens):
        return None
    at += 1 + (at > first.last and _low(tokens, at + 1) in HYPHENS and _low(tokens, at - 1) in HYPHENS)
    while at < len(tokens) and (_low(tokens, at) == currency != "" or (opened and tokens[at].low in words.fillers)):
        at += 1
    second = numeral_at(tokens, at, words) if at < len(tokens) else None
    if second is None or second.vague:
        return None
    if percent and _low(tokens, second.last) != "%":
        return None
    low, high = first.low, second.high
    if second.scaled and not first.scaled and second.high:
        scale = _scale(second.high)
        low = low * scale if low < scale else low
    if low >= high or (joiner in words.alternatives and (high > 2 * low or (first.scaled and second.scaled))):
        return None
    before = {_low(tokens, first.first - back) for back in (1, 2)}
    own = first.scaled and second.scaled and currency != ""
    if not opened and joiner in words.to and (before & words.origins or (own and before & words.by)):
        return None
    return replace(first, last=second.last, low=low, high=high, scaled=second.scaled, ranged=True)


def _scale(value: float) -> float:
    return next((size for size in (1e12, 1e9, 1e6, 1e3) if value >= size), 1.0)

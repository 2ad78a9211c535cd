"""What a figure is of: its phrase, the words of a measure, the kinds of thing counted, and whose they are."""

from __future__ import annotations

from itertools import pairwise

from tui.figures import context
from tui.figures.context import Extent
from tui.figures.figure import State
from tui.figures.languages import Words
from tui.figures.names import names_in
from tui.figures.nouns import GENERAL, PEOPLE, Counted
from tui.figures.tokens import NUMBER, WORD, Token


def subject_of(tokens: list[Token], text: str, extent: Extent, words: Words) -> tuple[str, int]:
    """Return what a figure is of, and the token after it: `of MINUSMA` behind it, or the words before its verb."""
    place = extent.last
    if place < len(tokens) and tokens[place].low in words.of | {"from"}:
        last = first = place + 1
        while last < len(tokens) and last - first < _PHRASE and _in_phrase(tokens[last], words):
            last += 1
        while last > first and tokens[last - 1].low in words.determiners | words.of:
            last -= 1
        return (text[tokens[first].start : tokens[last - 1].end] if last > first else ""), max(last, place)
    return (_measured(tokens, text, extent, words) if extent.measured else ""), place


def _measured(tokens: list[Token], text: str, extent: Extent, words: Words) -> str:
    """Return the words before the verb of a measure: of `core inflation rose 0.3%` the first two."""
    last = extent.first
    while last > 0 and extent.first - last < _VERB and _is_verbal(tokens[last - 1], words):
        last -= 1
    first = last
    while first > 0 and last - first < _PHRASE and _in_phrase(tokens[first - 1], words):
        first -= 1
    plain = first < last and (tokens[first].capital or tokens[first].low in words.determiners)
    while first < last and tokens[first].low in words.stops:
        first += 1
    return text[tokens[first].start : tokens[last - 1].end] if plain and first < last else ""


_VERB, _PHRASE = 4, 6
"""Words of a verb before a measure, and of the phrase before that."""


def _is_verbal(token: Token, words: Words) -> bool:
    return token.kind == WORD and (token.low in words.stops or token.low in words.up | words.down | words.by)


def _in_phrase(token: Token, words: Words) -> bool:
    if token.kind == NUMBER or token.low in words.lost:
        return False
    if token.low in words.determiners | words.of:
        return True
    return token.kind == WORD and token.low not in words.stops and (token.low,) not in words.states


def things_of(tokens: list[Token], what: Counted, further: int, words: Words) -> frozenset[str]:
    """Return the kinds of thing counted; of `members of the military` the second noun tells it."""
    if not what.things or what.things - GENERAL or further <= what.last:
        return what.things
    behind = frozenset(
        words.things[token.low]
        for token in tokens[what.last : further]
        if token.low in words.things and not token.capital
    )
    return (behind & PEOPLE) - GENERAL or what.things


def owners_of(tokens: list[Token], extent: Extent, further: int, state: State, words: Words) -> frozenset[str]:
    """Return the names of those who have or lost what is counted: named behind it, else in the tokens before it."""
    inner = names_in(tokens[extent.behind : max(extent.last, further)], words, tokens[0].start)
    left = tokens[max(0, extent.first - _OWNER_LEFT) : extent.first]
    told = state is State.DEPLOYED or any(token.low in words.lost for token in left)
    if inner or not (told or (state is State.WITHDRAWN and context.has_phrase(left[-1:], words.strength))):
        return inner
    if context.is_of_force(left, words):  # "a French force of"
        left = left[_after_determiner(left, words) :]
    names = names_in(left, words, tokens[0].start)
    places = (token for before, token in pairwise(left) if before.low in words.within)
    return names - names_in(places, words) or names


_OWNER_LEFT = 14
"""Tokens before a figure among which those are named who have so many."""


def _after_determiner(tokens: list[Token], words: Words) -> int:
    return next((at + 1 for at in reversed(range(len(tokens))) if tokens[at].low in words.determiners), 0)

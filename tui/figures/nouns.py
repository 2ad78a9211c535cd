"""What a number counts or measures: the words behind it, up to the head of the phrase."""

from __future__ import annotations

from dataclasses import dataclass

from tui.figures.languages import Words, word_set
from tui.figures.numerals import Numeral
from tui.figures.tokens import WORD, Token, glued, hyphened

_LONGEST = 6
"""Words of a counted noun; longer phrases are taken for text."""
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound-sterling", "¥": "yen"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts or measures."""

    last: int
    """The token after the phrase."""
    unit: str = ""
    noun: str = ""
    things: frozenset[str] = frozenset()
    compound: bool = False
    """Whether the unit is joined to the number: `five-year`."""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as its nouns are read."""

    tokens: list[Token]
    words: Words
    dates: frozenset[int]


def counted(tokens: list[Token], numeral: Numeral, at: int, words: Words, dates: frozenset[int]) -> Counted:
    """Return what follows a number from the token `at` on; `dates` are the tokens of dates."""
    currency = tokens[numeral.first - 1].low if numeral.first else ""
    if currency in _CURRENCIES:
        return Counted(at, _CURRENCIES[currency], "", frozenset({_CURRENCIES[currency]}))
    if hyphened(tokens, at) and tokens[at + 1].kind == WORD:
        return _compound(tokens, at + 1, words)
    while at < len(tokens) and _is_filler(tokens, at, numeral, words):
        at += 1
    unit = _unit(tokens, at, words)
    return unit if unit is not None else _noun(_Line(tokens, words, dates), at, numeral)


def _is_filler(tokens: list[Token], at: int, numeral: Numeral, words: Words) -> bool:
    low = tokens[at].low
    if low in words.of:
        return numeral.vague or (numeral.scaled and words.adjectives_after) or words.code == "ar"
    return low in words.fillers and low not in words.articles


def _compound(tokens: list[Token], at: int, words: Words) -> Counted:
    low = tokens[at].low
    if low in words.units and (len(low) > 1 or low == "m"):
        return Counted(at + 1, words.units[low], "", frozenset({words.units[low]}), compound=True)
    if low in words.stops:
        return Counted(at - 1)
    return Counted(at + 1, "", tokens[at].raw, _things(tokens[at : at + 1], words), compound=True)


def _unit(tokens: list[Token], at: int, words: Words) -> Counted | None:
    """Read a unit that stands right behind the number, also `per cent`, `pour cent`, `km²` and `points of`."""
    if at >= len(tokens):
        return None
    low, after = tokens[at].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (low, after) in (("per", "cent"), ("pour", "cent")):
        return Counted(at + 2, "percent", "", frozenset({"percent"}))
    name = words.units.get(low)
    if name is None or (len(low) == 1 and low.isalpha() and not glued(tokens, at) and low != "m"):
        return None
    if name == "degree" and after in ("c", "f", "celsius", "fahrenheit"):
        scale = {"c": "celsius", "f": "fahrenheit"}.get(after, after)
        return Counted(at + 2, scale, "", frozenset({scale}))
    if name == "percent" and after in ("point", "points"):
        return Counted(at + 2, "percentage point", "", frozenset({"percentage point"}))
    return Counted(at + 1, name, "", frozenset({name}))


def _noun(line: _Line, at: int, numeral: Numeral, joined: bool = False) -> Counted:
    tokens, words = line.tokens, line.words
    taken: list[int] = []
    head = -1
    place = at
    while place < len(tokens) and len(taken) < _LONGEST:
        token = tokens[place]
        if hyphened(tokens, place) and taken:
            place += 1
            continue
        dated = place in line.dates and token.low not in words.units
        if token.kind != WORD or dated:
            break
        if not (_may_belong(token, words, bool(taken)) or _describes(line, place) or _is_told(line, place, numeral)):
            break
        if head >= 0 and not _goes_on(token, tokens[head], words):
            break
        taken.append(place)
        if is_plural(token, words):
            head = place
        place += 1
    if not taken:
        return Counted(at)
    single = numeral.low == numeral.high == 1
    if words.adjectives_after and head < 0:
        head = taken[0]
    if head < 0 and single:
        head = next((place for place in taken if tokens[place].low in words.things), _second(tokens, taken))
    if head < 0:
        return Counted(at)
    return _named(line, at, head, numeral, joined)


def _describes(line: _Line, place: int) -> bool:
    """Say whether a verb of speech is an adjective here: `300 recorded songs`."""
    tokens, words = line.tokens, line.words
    spoken = tokens[place].low in words.says and tokens[place].low.endswith("ed")
    return spoken and place + 1 < len(tokens) and is_plural(tokens[place + 1], words)


def _is_told(line: _Line, place: int, numeral: Numeral) -> bool:
    """Say whether a verb of speech is a noun here, since a number above 1 stands right before it: `12 reports`."""
    token, words = line.tokens[place], line.words
    counts = place == numeral.last and numeral.low > 1 and not words.adjectives_after
    return counts and token.low in words.says and is_plural(token, words)


def _second(tokens: list[Token], taken: list[int]) -> int:
    """Return the head of a phrase in the singular: its second word, unless that is a verb in the past."""
    return taken[1] if len(taken) > 1 and not tokens[taken[1]].low.endswith(("ed", "s")) else taken[0]


def _named(line: _Line, at: int, head: int, numeral: Numeral, joined: bool) -> Counted:
    tokens, words = line.tokens, line.words
    phrase = [token for token in tokens[at : head + 1] if token.kind == WORD]
    noun = _text(tokens, at, head + 1)
    things = _things(phrase, words)
    unit = words.units.get(tokens[head].low)
    if unit is not None:
        before = _text(tokens, at, head).lower()
        return Counted(head + 1, f"{before} {unit}".strip(), "", frozenset({unit}))
    last = head + 1
    if not joined and last + 1 < len(tokens) and tokens[last].low in words.conjunctions and things & PEOPLE:
        start = last + 1
        while start < len(tokens) and tokens[start].low in ("de", "d'"):
            start += 1
        second = _noun(line, start, numeral, joined=True)
        stated = any((token.low,) in words.states for token in tokens[start : second.last])
        if second.noun and second.things & PEOPLE and second.plural and not stated:
            return Counted(second.last, "", _text(tokens, at, second.last), things | second.things, plural=True)
    return Counted(last, "", noun, things, plural=is_plural(tokens[head], words))


GENERAL = frozenset({"person", "member"})
"""The kinds of people that say nothing of what they are."""
PEOPLE = word_set(
    "soldier police peacekeeper civilian child woman fighter refugee person member prisoner hostage student teacher "
    "sailor miner driver medic journalist protester fisher guard aid pilgrim"
)
"""The kinds of thing that are people."""


def _text(tokens: list[Token], first: int, last: int) -> str:
    pieces: list[str] = []
    for place in range(first, last):
        if pieces and not glued(tokens, place):
            pieces.append(" ")
        pieces.append(tokens[place].raw)
    return "".join(pieces)


def _may_belong(token: Token, words: Words, inner: bool) -> bool:
    if token.low in words.stops or token.low in words.says:
        return False
    if token.low in words.small or token.low in words.multipliers:
        return False
    if token.low in words.things or token.low in words.units:
        return True
    return (token.low,) not in words.states and not (inner and token.low.endswith("ly"))


def _goes_on(token: Token, head: Token, words: Words) -> bool:
    """Say whether a word behind a plural still belongs to the phrase: `police officers`, `soldats ivoiriens`."""
    if words.adjectives_after:
        participle = token.low.endswith(("es", "is", "us")) and token.low in words.lost
        return is_plural(token, words) and not participle and token.low not in words.things
    return (
        token.low in words.plurals | words.things.keys()
        and head.low in _LEADING
        and token.low not in ("dead", "others")
    )


_LEADING = word_set("police women men military personnel army civilian staff child troop crew")
"""Plurals that stand before another noun."""


def is_plural(token: Token, words: Words) -> bool:
    """Say whether a word has the form of a plural."""
    low = token.low
    if low in words.plurals or (low.endswith("men") and low in words.things):
        return True
    if low in words.no_plurals or len(low) < 3:
        return False
    return low.endswith(("s", "x") if words.adjectives_after else "s") and not low.endswith("ss")


def _things(phrase: list[Token], words: Words) -> frozenset[str]:
    """Return the kinds of thing that a phrase names; a noun that no table has is a kind of its own."""
    known = frozenset(words.things[token.low] for token in phrase if token.low in words.things)
    if known:
        return known - GENERAL or known
    if not phrase:
        return frozenset()
    head = phrase[0] if words.adjectives_after else phrase[-1]
    if head.capital and head.low in words.aliases:
        return frozenset({"person"})
    return frozenset({singular(head.low)})


def singular(low: str) -> str:
    """Return a word without the ending of its plural."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith(("s", "x")) and not low.endswith("ss") and len(low) > 3 else low

"""Numbers that are no figures: dates, years, ages, hours, scores, ranks, ordinals, and what labels something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.figures.languages import Words, word_set
from tui.figures.nouns import Counted, is_plural
from tui.figures.numerals import Numeral
from tui.figures.tokens import HYPHENS, NUMBER, SIGN, WORD, Token, glued, hyphened

_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w.-]+|\b[\w-]+\.(?:com|org|net|fr|ml|int|info|html?|pdf|php)\b\S*"
)
_PHONE = re.compile(r"\+?\(?\d[\d ().-]{7,24}\d")
_LONG_DIGITS = 8
"""So many digits without a mark are a phone or file number."""
_CODE = re.compile(r"[A-Z]/[A-Z\d/.()]+|\b\d+/\d[\d/]*")
_MONEY = frozenset("$€£¥")
_PLACES = word_set("in at near to à a au en")
"""Words before the name of a place."""
_HOURS_AT = word_set("à vers dès est avant après")
"""Words before an hour of the day, where the word behind it also measures time."""
_LABEL_SIGNS = frozenset("#_№°/§")
_OPERATORS = frozenset("=+*×÷−^|{}\\")
_LINES_OF_SCREENS = frozenset((240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
"""Behind these `p` is no penny."""
_FRACTIONS = word_set("third thirds fourth fourths fifth fifths tenth tenths quarter quarters tiers quart quarts")


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence."""

    tokens: list[Token]
    numeral: Numeral
    counted: Counted
    words: Words
    dates: frozenset[int]
    """The tokens that belong to dates."""
    codes: tuple[tuple[int, int], ...]
    """Spans of characters that are addresses and codes."""

    def low(self, at: int) -> str:
        """Return the folded word at a token; empty outside of the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_sign(self, at: int) -> bool:
        """Say whether a sign stands at a token, or the sentence ends there."""
        return at >= len(self.tokens) or self.tokens[at].kind == SIGN


def codes_in(text: str, offset: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of web addresses, phone numbers and codes with strokes."""
    found = [match.span() for pattern in (_ADDRESS, _CODE) for match in pattern.finditer(text)]
    found += [match.span() for match in _PHONE.finditer(text) if _is_phone(match[0])]
    return tuple((start + offset, end + offset) for start, end in found)


def _is_phone(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    digits = sum(map(len, groups))
    if written.startswith("+") or "(" in written:
        return digits >= 8
    if all(len(group) == 3 for group in groups[1:]) and "-" not in written:
        return False
    return digits >= 8 and len(groups) >= 3 and len({len(group) for group in groups}) <= 3 and digits <= 15


def is_excluded(place: Place) -> bool:
    """Say whether a number is no figure."""
    return any(rule(place) for rule in _RULES)


def _is_date(place: Place) -> bool:
    numeral = place.numeral
    if place.words.code == "fr" and place.low(numeral.first - 1) == "le" and numeral.high <= 31 and numeral.digits:
        return not place.counted.noun and not place.counted.unit
    inside = any(at in place.dates for at in range(numeral.first, numeral.last))
    return inside and not (place.counted.things & place.words.time_units)


def _is_code(place: Place) -> bool:
    start, end = place.tokens[place.numeral.first].start, place.tokens[place.numeral.last - 1].end
    if any(first < end and start < last for first, last in place.codes):
        return True
    raw = place.tokens[place.numeral.first].raw
    return raw.isdigit() and len(raw) >= _LONG_DIGITS and not _has_what(place)


def _has_what(place: Place) -> bool:
    return bool(place.counted.unit or place.counted.plural)


def _is_glued(place: Place) -> bool:
    """Say whether letters stand right at the number: `S23`, `F-35`, `3D`; or it is part of a formula or version."""
    tokens, first, last = place.tokens, place.numeral.first, place.numeral.last
    if not place.numeral.digits:
        named = first > 0 and tokens[first].capital and tokens[first - 1].kind == WORD
        compound = hyphened(tokens, first - 1) and place.low(first - 2) not in place.words.articles
        return named or compound or (place.numeral.high == 0 and hyphened(tokens, last))
    if glued(tokens, first) and tokens[first - 1].kind == WORD and not _is_clitic(place.low(first - 1), place.words):
        return True
    if hyphened(tokens, first - 1) or place.low(first - 1) in _LABEL_SIGNS or place.low(first - 1) in _OPERATORS:
        return True
    return (glued(tokens, first) and tokens[first - 1].low in ".,:") or _goes_on(place)


def _is_clitic(low: str, words: Words) -> bool:
    """Say whether a word is written together with the next one: `l'`, and in Arabic `and`."""
    return low.endswith(("'", "’")) or low in words.joined_conjunctions


def _goes_on(place: Place) -> bool:
    """Say whether letters, `'s`, an operator or the next part of a version stand right behind the number."""
    tokens, last = place.tokens, place.numeral.last
    if place.low(last) in _OPERATORS:
        return not glued(tokens, last)
    if not glued(tokens, last):
        return False
    if place.low(last) in ("'", "’"):
        return place.low(last + 1) == "s"
    if place.low(last) == ".":
        return glued(tokens, last + 1) and tokens[last + 1].kind == NUMBER
    lone = last == place.numeral.first + 1
    if lone and place.low(last) == "p" and place.numeral.low in _LINES_OF_SCREENS:
        return True
    return lone and tokens[last].kind == WORD and place.low(last) not in place.words.units


def _is_ordinal(place: Place) -> bool:
    last = place.numeral.last
    if place.low(last) in place.words.ordinal_suffixes and glued(place.tokens, last):
        return place.numeral.digits
    return False


def _is_label(place: Place) -> bool:
    """Say whether the number names something: `resolution 2690`, `iPhone 11`, `Part 3`."""
    tokens, first = place.tokens, place.numeral.first
    before = first - 1
    while before > 0 and tokens[before].low in (".", "(", "°", "º"):
        before -= 1
    low = place.low(before)
    if low in place.words.numbered_things and not (
        place.counted.unit or low in ("zone", "group", "groupe", "stage", "camp")
    ):
        return not (place.counted.plural and low in place.words.things)
    if place.numeral.digits and not place.counted.noun and _named_on(place):
        return place.low(place.numeral.last) not in place.words.aliases and place.numeral.last not in place.dates
    if before != first - 1 or not place.numeral.digits or before < 0 or tokens[before].kind != WORD:
        return False
    if _is_product(tokens[before].raw):
        return True
    if not tokens[before].capital or low in place.words.stops or place.low(before - 1) in _PLACES:
        return False
    return not _has_what(place) or (_named_on(place) and place.low(place.numeral.last) not in place.words.aliases)


def _is_product(word: str) -> bool:
    """Say whether a word is a letter of an index or has a capital within, as `S` in `S&P 500` and `iPhone`."""
    return (len(word) == 1 and word.isupper() and word not in "AI") or (
        word[0].islower() and any(map(str.isupper, word))
    )


def _named_on(place: Place) -> bool:
    """Say whether a capitalised word goes on behind the number, as in `Galaxy 11 Pro cameras`."""
    last = place.numeral.last
    return last < len(place.tokens) and place.tokens[last].capital and not place.counted.unit


def _is_year(place: Place) -> bool:
    token = place.tokens[place.numeral.first]
    if place.numeral.scaled or not (token.kind == NUMBER and len(token.raw) == 4 and token.raw.isdigit()):
        return False
    if not 1500 <= int(token.raw) <= 2100 or place.counted.unit or place.low(place.numeral.first - 1) in _MONEY:
        return False
    if place.low(place.numeral.first - 1) in place.words.units:
        return True
    known = place.counted.things.intersection(place.words.things.values())
    if place.numeral.ranged and not known and _opens(place):
        return True
    if place.counted.plural:
        after = place.tokens[place.numeral.last]
        return after.capital and after.low not in place.words.aliases
    return place.numeral.low >= 1900 or place.numeral.ranged or bool(place.counted.noun)


def _opens(place: Place) -> bool:
    """Say whether the sentence begins with a range of years: `Between 1600 and 1900 winters were cold`."""
    last = place.tokens[place.numeral.last - 1].raw
    begins = place.numeral.first == 1 and place.low(0) in place.words.between
    return begins and len(last) == 4 and last.isdigit() and int(last) <= 2100


def _is_age(place: Place) -> bool:
    words, last = place.words, place.counted.last
    numeral, before = place.numeral, place.low(place.numeral.first - 1)
    if any(place.low(at) in words.old for at in range(last, last + 2)) and "year" in place.counted.things:
        return True
    near = {place.low(at) for at in range(numeral.first - 4, numeral.first)}
    if near & words.aged and numeral.high < 120:
        return not place.counted.noun
    if not words.old and before in ("de", "d'") and "year" in place.counted.things:
        return False
    if before in ("was", "is") and place.low(numeral.first - 2) in ("who", "he", "she") and not place.counted.noun:
        return numeral.high < 120
    if _has_what(place) or place.counted.noun or not numeral.digits or numeral.high > 110 or numeral.low < 1:
        return False
    after = place.low(numeral.last)
    apposed = before == "," and after in (",", ")", ".", "") and place.numeral.first > 1
    return apposed and _is_one_person(place.tokens[numeral.first - 2], after, words)


def _is_one_person(token: Token, after: str, words: Words) -> bool:
    """Say whether a word before `, 34,` may be one person: a name, or a noun in the singular."""
    return token.kind == WORD and (token.capital or (after == "," and not is_plural(token, words)))


def _is_hour(place: Place) -> bool:
    tokens, numeral = place.tokens, place.numeral
    after = place.low(numeral.last)
    if after == ":" and numeral.last + 1 < len(tokens) and tokens[numeral.last + 1].kind == NUMBER:
        return True
    if after in place.words.clock and numeral.high <= 24 and numeral.digits:
        if after in place.words.units:
            return place.low(numeral.first - 1) in _HOURS_AT
        return after != "h" or (numeral.last + 1 < len(tokens) and tokens[numeral.last + 1].kind == NUMBER)
    return place.low(numeral.first - 1) == "h" and glued(tokens, numeral.first)


def _is_score(place: Place) -> bool:
    """Say whether `3-1` stands there and not a range, or a number of goals beside words of sport."""
    tokens, numeral = place.tokens, place.numeral
    if numeral.ranged and tokens[numeral.first + 1].low in HYPHENS and numeral.high < 200:
        near = {place.low(at) for at in range(numeral.first - 6, numeral.last + 5)}
        return bool(near & place.words.sports) or not (place.counted.unit or place.counted.noun)
    if numeral.ranged or not numeral.digits:
        return False
    dash_before = place.low(numeral.first - 1) in HYPHENS and glued(tokens, numeral.first)
    dash_after = place.low(numeral.last) in HYPHENS and glued(tokens, numeral.last)
    follows = tokens[numeral.last + 1].kind == NUMBER if dash_after and numeral.last + 1 < len(tokens) else False
    return follows or (dash_before and numeral.first > 1 and tokens[numeral.first - 2].kind == NUMBER)


def _is_list_mark(place: Place) -> bool:
    """Say whether the number opens an item of a list, or is a footnote."""
    numeral = place.numeral
    if not numeral.digits:
        return False
    before, after = place.low(numeral.first - 1), place.low(numeral.last)
    if before in ("[", "(") and after in ("]", ")") and not _has_what(place):
        return numeral.high < 100 or 1500 <= numeral.high <= 2100
    if len(place.tokens) == 2 and after in (".", ")", ":"):
        return True
    return (
        numeral.first == 0 and after in (".", ")", ":") and numeral.last < len(place.tokens) - 1 and numeral.high < 100
    )


def _is_one(place: Place) -> bool:
    """Say whether `one` is a pronoun or an article here."""
    numeral, words = place.numeral, place.words
    if numeral.last != numeral.first + 1 or place.low(numeral.first) not in words.one:
        return False
    if words.adjectives_after:
        return True
    before, after = place.low(numeral.first - 1), place.low(numeral.last)
    if numeral.last < len(place.tokens) and place.counted.plural and is_plural(place.tokens[numeral.last], words):
        return True
    if before in words.not_one & _SELECTING or after in words.not_one or after in HYPHENS or before in HYPHENS:
        return True
    if after in words.of:
        return place.low(numeral.last + 1) in ("us", "them", "you", "")
    state = any(
        place.low(at) in _AUXILIARIES or (place.low(at),) in words.states for at in (numeral.last, numeral.last + 1)
    )
    return not (place.counted.noun or place.counted.unit or state) or place.is_sign(numeral.last)


_SELECTING = word_set("no any every each another this that these those the")
"""Words before `one` that make it a pronoun."""
_AUXILIARIES = word_set("was were is has")


def _is_part_of_list(place: Place) -> bool:
    """Say whether a bare number is one end of a list: `the bottom three`."""
    bare = not (place.counted.noun or place.counted.unit)
    return bare and place.low(place.numeral.first - 1) in place.words.ranks


def _is_fraction(place: Place) -> bool:
    """Say whether it is a part such as `two-thirds`, or the top of one such as `three quarters`."""
    last = place.numeral.last
    after = place.low(last + 1) if place.low(last) in HYPHENS else place.low(last)
    return after in _FRACTIONS


_RULES = (
    _is_date, _is_code, _is_glued, _is_ordinal, _is_label, _is_year, _is_age, _is_hour, _is_score, _is_list_mark,
    _is_one, _is_fraction, _is_part_of_list,
)  # fmt: skip
"""In the order in which they are asked: the first that holds decides."""

"""Facets: what the hits of a query have in common, with counts, each of them as words of the query language.

The labels of all articles are read once for each state of the catalogue; counting walks them once for each question.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tui.dossier.credit import credited
from tui.search.analysis import words
from tui.search.language.lexer import Kind, Token, normalised, tokens

FIELDS = ("source", "author", "lang", "tag", "date")
"""The fields that are counted; `date` by its year."""

MOST = 12
"""Values of a field that are offered: the most frequent ones."""

_JOINING = (Kind.OR, Kind.NEAR, Kind.ADJ)
_REACHING = (*_JOINING, Kind.NOT, Kind.MINUS, Kind.FIELD, Kind.EXACT)
"""Tokens that take hold of what follows them."""

_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field among the hits."""

    value: str
    count: int
    """How many of the hits have exactly this value, written in whatever way: what the clause finds among them."""
    clause: str
    """What asks for it in the query language: `source:"AFP"`, or `source:="AFP"` where others hold these words too."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with the values that the hits have, the most frequent first; years by time."""

    field: str
    choices: tuple[Choice, ...]
    others: int = 0
    """How many further values there are."""


def clause(field: str, value: str, whole: bool = False) -> str:
    """Return the words of the query language that ask for a value, or for it as a `whole`.

    Words cannot hold a quotation mark, a typographic one neither.
    """
    sign = "=" if whole else ""
    if field in ("lang", "date"):
        return f"{field}:{sign}{value}"
    bare = "".join(" " if plain in ' "' else letter for letter, plain in zip(value, normalised(value), strict=True))
    return f'{field}:{sign}"{" ".join(filter(None, bare.split(" ")))}"'


def toggled(text: str, words: str) -> str:
    """Return a query with a clause added, so that all of it binds the hits, or without it where it does so already."""
    without = text
    while (place := _place(without, words)) is not None:
        begin, end = place
        without = f"{without[:begin].rstrip(' ')} {without[end:].lstrip(' ')}".strip(" ")
    return without if without != text else f"{_closed(text)} {words}".strip()


def is_taken(text: str, words: str) -> bool:
    """Say whether a clause binds all hits of a query: it stands by itself, in no group and beside no operator."""
    return _place(text, words) is not None


def _place(text: str, words: str) -> tuple[int, int] | None:
    """Return where a clause stands that binds all of a query, with the AND that joins it; None where it does not."""
    found, asked = tokens(text), tokens(words)[:-1]
    depth = 0
    for at, first in enumerate(found[: -len(asked)]):
        depth += (first.kind is Kind.OPEN) - (first.kind is Kind.CLOSE)
        last, before, after = found[at + len(asked) - 1], found[at - 1] if at else found[-1], found[at + len(asked)]
        same = [each.text for each in found[at : at + len(asked)]] == [each.text for each in asked]
        apart = text[first.column : last.end] == words and f" {text} "[last.end + 1] == " "
        if depth or not (same and apart) or before.kind in _REACHING or after.kind in _JOINING:
            continue
        if after.kind is Kind.AND:
            return first.column, after.end
        return before.column if before.kind is Kind.AND else first.column, last.end
    return None


def _closed(text: str) -> str:
    """Return what was typed so that it binds as a whole: complete, and in brackets where it holds an OR."""
    found = tokens(text)[:-1]
    while found and found[-1].kind in (*_REACHING, Kind.AND, Kind.OPEN):
        text = text[: found.pop().column]
    kinds = [each.kind for each in found]
    if found and _is_open(found[-1], text):
        text += '"'
    text = text.strip() + ")" * (kinds.count(Kind.OPEN) - kinds.count(Kind.CLOSE))
    return f"({text})" if Kind.OR in kinds else text


def _is_open(token: Token, text: str) -> bool:
    """Say whether a token begins with a quotation mark that is never closed."""
    return token.length == len(token.text) + 1 and normalised(text)[token.column] == '"'


class Labels:
    """The values that every article has, as codes in parallel columns."""

    def __init__(self, rows: Iterable[tuple[int, str, str, str, tuple[str, ...], int, int]]) -> None:
        """Take number, source, author, language, tags and the ordinals of first and last day of every article."""
        self._numbers = array("q")
        self._codes = {field: array("l") for field in FIELDS}
        self._values: dict[str, dict[tuple[str, ...], int]] = {field: {} for field in FIELDS}
        self._known_keys: dict[str, set[str]] = {}
        for number, source, author, language, tags, first, last in rows:
            self._numbers.append(number)
            values = ((source,), (credited(author),), (language,), tags, _years(first, last))
            for field, value in zip(FIELDS, values, strict=True):
                known = self._values[field]
                self._codes[field].append(known.setdefault(value, len(known)))

    def facets(self, numbers: Iterable[int]) -> tuple[Facet, ...]:
        """Count the values of some articles; fields of which they have no value are left out."""
        wanted = set(numbers)
        places = [place for place, number in enumerate(self._numbers) if number in wanted]
        found = (self._facet(field, places) for field in FIELDS)
        return tuple(facet for facet in found if facet.choices)

    def _facet(self, field: str, places: list[int]) -> Facet:
        codes, sets = self._codes[field], list(self._values[field])
        counts: Counter[str] = Counter()
        spelled: dict[str, Counter[str]] = {}
        for code, count in Counter([codes[place] for place in places]).items():
            for key, values in _by_key(sets[code]).items():
                counts[key] += count
                spelled.setdefault(key, Counter()).update(dict.fromkeys(values, count))
        ordered = [
            (_commonest(spelled[key]), count, key)
            for key, count in sorted(counts.items(), key=lambda pair: (-pair[1], _commonest(spelled[pair[0]])))
        ]
        shown = ordered[:MOST] if field != "date" else sorted(ordered[:MOST])
        choices = tuple(
            Choice(value, count, clause(field, value, self._is_part(field, key))) for value, count, key in shown
        )
        return Facet(field, choices, len(ordered) - len(choices))

    def _is_part(self, field: str, key: str) -> bool:
        """Say whether other values of a field hold the words of one."""
        return field != "date" and any(f" {key} " in f" {other} " for other in self._keys(field) if other != key)

    def _keys(self, field: str) -> set[str]:
        if field not in self._known_keys:
            self._known_keys[field] = {key for values in self._values[field] for key in _by_key(values)}
        return self._known_keys[field]

    def holding(self, field: str, value: str) -> frozenset[int]:
        """Return the numbers of the articles that have exactly this value, written in whatever way."""
        wanted = _key(credited(value) if field == "author" else value)
        sets = self._values.get(field, {})
        codes = {code for values, code in sets.items() if wanted in _by_key(values)}
        return frozenset(
            number for number, code in zip(self._numbers, self._codes.get(field, ()), strict=False) if code in codes
        )

    def values(self, field: str) -> list[str]:
        """Return the values of a field in the whole dossier, the most frequent first; none of any other field."""
        counts: Counter[str] = Counter()
        sets = list(self._values.get(field, ()))
        for code, count in Counter(self._codes.get(field, ())).items():
            for value in sets[code]:
                if value:
                    counts[value] += count
        return [value for value, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _by_key(values: Iterable[str]) -> dict[str, list[str]]:
    """Return values by what they are to the index, those without a letter left out."""
    found: dict[str, list[str]] = {}
    for value in values:
        if _WORD.search(value):
            found.setdefault(_key(value), []).append(value)
    return found


@lru_cache(1 << 14)
def _key(value: str) -> str:
    """Return the words of a value as the index holds them: capitals and accents make no difference."""
    return " ".join(words(value))


def _commonest(spelled: Counter[str]) -> str:
    """Return the way in which a value is written most often."""
    return min(spelled, key=lambda value: (-spelled[value], value))


def _years(first: int, last: int) -> tuple[str, ...]:
    """Return every year that a date may lie in; none for an undated article."""
    if not first:
        return ("",)
    return tuple(f"{year:04}" for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1))

"""Facets: what the hits of a query have in common, with counts, each as a clause of the query language.

The labels of all articles are read once for each state of the catalogue.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tui.search.analysis import words
from tui.search.language.fields import FACETS, FIELDS
from tui.search.language.lexer import QueryToken, TokenKind, normalised, tokens

MOST = 12
"""How many values of a field are offered: the most frequent ones."""

COLUMNS = tuple(field.column for field in FACETS if field.column)
"""The columns of the catalogue whose values are counted."""

_WORD = re.compile(r"[^\W_]")
_JOINING = frozenset({TokenKind.OR, TokenKind.NEAR, TokenKind.ADJ})
_BINDING = _JOINING | {TokenKind.AND, TokenKind.NOT, TokenKind.MINUS, TokenKind.EXACT, TokenKind.FIELD}
"""Tokens that bind to the term that follows them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field among the hits."""

    value: str
    count: int
    """How many of the hits have exactly this value, however it is written; the clause finds these."""
    clause: str
    """What asks for it in the query language: `source:"AFP"`, or `source:="AFP"` if other values contain its words."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with the values of the hits, the most frequent first; years by time."""

    field: str
    choices: tuple[Choice, ...]
    others: int = 0
    """How many further values there are; at least so many if `error` is above 0."""
    error: int = 0
    """How many articles a count may lack: above 0 only where a server counts on several shards."""


def clause(field: str, value: str, whole: bool = False) -> str:
    """Return the clause that asks for a value, or for it as a `whole`.

    Quotation marks within the value, also typographic ones, become spaces.
    """
    sign = "=" if whole else ""
    if not FIELDS[field].quoted:
        return f"{field}:{sign}{value}"
    bare = "".join(" " if plain in ' "' else letter for letter, plain in zip(value, normalised(value), strict=True))
    return f'{field}:{sign}"{" ".join(filter(None, bare.split(" ")))}"'


def toggled(text: str, words: str) -> str:
    """Return a query with a clause added at its end, or removed if it is there already."""
    place = _place(text, words)
    if place is not None:
        return f"{text[: place[0]].rstrip()} {text[place[1] :].lstrip()}".strip()
    return f"{_ended(text)} {words}".strip()


def refined(text: str, wanted: Iterable[Sequence[str]], unwanted: Iterable[str]) -> str:
    """Return a query that also asks for one clause of each group of `wanted`, and for none of `unwanted`.

    What of these it asks for by itself, or excludes, is said anew.
    """
    groups, without = [list(group) for group in wanted if group], list(unwanted)
    for one in (*(each for group in groups for each in group), *without):
        for said in (one, f"-{one}"):
            text = toggled(text, said) if is_asked(text, said) else text
    added = [group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups]
    return " ".join(filter(None, (_ended(text), *added, *(f"-{one}" for one in without))))


def is_asked(text: str, words: str) -> bool:
    """Say whether a query requires a clause: not under a minus or OR, nor within brackets."""
    return _place(text, words) is not None


def _place(text: str, words: str) -> tuple[int, int] | None:
    """Return start and end of a clause in a query, including the AND that joins it."""
    there, wanted = tokens(text), [_said(token) for token in tokens(words)[:-1]]
    depth = 0
    for at, first in enumerate(there[: -len(wanted)]):
        depth += (first.kind is TokenKind.OPEN) - (first.kind is TokenKind.CLOSE)
        before, last, after = there[at - 1] if at else None, there[at + len(wanted) - 1], there[at + len(wanted)]
        if depth or [_said(token) for token in there[at : at + len(wanted)]] != wanted:
            continue
        if (before is not None and before.kind in _BINDING - {TokenKind.AND}) or after.kind in _JOINING:
            continue
        if before is not None and before.kind is TokenKind.AND:
            return before.column, last.end
        return first.column, after.end if after.kind is TokenKind.AND else last.end
    return None


def _said(token: QueryToken) -> tuple[TokenKind, str, int]:
    return token.kind, token.text, token.number


def _ended(text: str) -> str:
    """Return a query with open quotes and brackets closed and unfinished operators removed, so that more can follow."""
    *there, _ = tokens(text)
    while there and there[-1].kind in {*_BINDING, TokenKind.OPEN}:
        text = text[: there.pop().column]
    opened = sum((token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE) for token in there)
    return text.strip() + (there[-1].missing if there else "") + ")" * opened


LabelRow = tuple[int, Sequence[tuple[str, ...]], int, int]
"""An article's number, its values of each of `COLUMNS`, and the ordinals of its first and last day."""


def with_tags(rows: Iterable[LabelRow], own_tags: Callable[[int], tuple[str, ...]]) -> Iterator[LabelRow]:
    """Add to the tags of each article those that a reader put on it."""
    at = COLUMNS.index("tags")
    for number, columns, first, last in rows:
        tags = tuple(dict.fromkeys((*columns[at], *own_tags(number))))
        yield number, (*columns[:at], tags, *columns[at + 1 :]), first, last


class Labels:
    """The values that every article has, as codes in parallel columns."""

    def __init__(self, rows: Iterable[LabelRow]) -> None:
        """Take a row for every article."""
        self._numbers = array("q")
        self._codes = {field.name: array("l") for field in FACETS}
        self._values: dict[str, dict[tuple[str, ...], int]] = {field.name: {} for field in FACETS}
        self._known_keys: dict[str, set[str]] = {}
        for number, columns, first, last in rows:
            self._numbers.append(number)
            held = dict(zip(COLUMNS, columns, strict=True))
            for field in FACETS:
                values = tuple(map(field.spelled, held[field.column])) if field.column else _years(first, last)
                known = self._values[field.name]
                self._codes[field.name].append(known.setdefault(values, len(known)))

    def facets(self, numbers: Iterable[int]) -> tuple[Facet, ...]:
        """Count the values of some articles; fields without a value are omitted."""
        wanted = set(numbers)
        places = [place for place, number in enumerate(self._numbers) if number in wanted]
        found = (self._facet(field.name, places) for field in FACETS)
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
        """Say whether other values of a field contain the words of this one."""
        return field != "date" and any(f" {key} " in f" {other} " for other in self._keys(field) if other != key)

    def _keys(self, field: str) -> set[str]:
        if field not in self._known_keys:
            self._known_keys[field] = {key for values in self._values[field] for key in _by_key(values)}
        return self._known_keys[field]

    def holding(self, field: str, value: str) -> frozenset[int]:
        """Return the numbers of the articles that have exactly this value, however it is written."""
        wanted = _key(FIELDS[field].spelled(value))
        sets = self._values.get(field, {})
        codes = {code for values, code in sets.items() if wanted in _by_key(values)}
        return frozenset(
            number for number, code in zip(self._numbers, self._codes.get(field, ()), strict=False) if code in codes
        )

    def values(self, field: str) -> list[str]:
        """Return the values of a facet in the whole dossier, the most frequent first; none for other fields."""
        counts: Counter[str] = Counter()
        sets = list(self._values.get(field, ()))
        for code, count in Counter(self._codes.get(field, ())).items():
            for value in sets[code]:
                if value:
                    counts[value] += count
        return [value for value, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _by_key(values: Iterable[str]) -> dict[str, list[str]]:
    """Return values by their key, without those that have no letter."""
    found: dict[str, list[str]] = {}
    for value in values:
        if _WORD.search(value):
            found.setdefault(_key(value), []).append(value)
    return found


@lru_cache(1 << 14)
def _key(value: str) -> str:
    """Return the folded words of a value: capitals and accents make no difference."""
    return " ".join(words(value))


def _commonest(spelled: Counter[str]) -> str:
    """Return the most frequent spelling of a value."""
    return min(spelled, key=lambda value: (-spelled[value], value))


def _years(first: int, last: int) -> tuple[str, ...]:
    """Return every year that a date may lie in; none for an undated article."""
    if not first:
        return ("",)
    return tuple(f"{year:04}" for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1))

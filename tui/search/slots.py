"""Slots: what a term of a query asks of each word in a row; index, marks and suggestions all use them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from tui.base.number_words import NUMBER_WORDS
from tui.base.small_words import SMALL_WORDS
from tui.search.analysis import accented, folded, plain, stem, token_pattern, unelided
from tui.search.beside import NO_LANGUAGE, beside, value_of
from tui.search.language.fields import INDEXED, STEMMED
from tui.search.language.tree import Fuzzy, Leaf, Node, Number, Phrase, Prefix, Regex, Wildcard, Word

_PREFIXED = frozenset(field.name for field in INDEXED if field.prefix)
_STARS = re.compile(r"\*+")
_SEPARATORS = re.compile(r"[^\w*?\u0300-\u036f]+|_")


class MatchKind(Enum):
    """What a slot asks of a word."""

    FORM = auto()
    """Any form of the same stem."""
    EXACT = auto()
    PREFIX = auto()
    WILDCARD = auto()
    FUZZY = auto()
    RANGE = auto()


@dataclass(frozen=True, slots=True)
class Slot:
    """What is asked of one word."""

    kind: MatchKind
    text: str
    """A folded word, a prefix, or a pattern with `*` and `?`."""
    distance: int = 0
    """How many letters may differ; only for FUZZY."""
    barred: frozenset[str] = frozenset()
    """Forms of the same stem that are other words in this dossier: `mal` for `mali`; only for FORM."""
    written: str = ""
    """The word in lower case as it was typed, if with accents; only for FORM and EXACT."""

    low: Decimal | None = None
    """The smallest number; only for RANGE, None for no lower end."""
    high: Decimal | None = None
    """The largest number."""

    def takes(self, chunk: str, language: str) -> bool:
        """Say whether a token, as it stands in a text in `language`, is what the slot asks for.

        A word typed with accents is not one with other accents: `côté` is no `côte`. It may stand without any.
        """
        word = folded(chunk)
        if self.written and word == self.text:
            return accented(chunk) in ("", self.written)
        return self.accepts(word, language)

    def accepts(self, word: str, language: str) -> bool:  # noqa: PLR0911 - one return for each kind
        """Say whether a folded word of a text in `language` is what the slot asks for."""
        match self.kind:
            case MatchKind.FORM:
                if word == self.text or not language or word in self.barred:
                    return word == self.text
                return stem(word, language) == stem(self.text, language)
            case MatchKind.EXACT:
                return word == self.text
            case MatchKind.PREFIX:
                return word.startswith(self.text)
            case MatchKind.WILDCARD:
                return pattern_of(self.text).fullmatch(word) is not None
            case MatchKind.RANGE:
                return self._holds(value_of(word), word)
            case _:
                return edits(self.text, word, self.distance) <= self.distance

    def _holds(self, value: Decimal | None, word: str) -> bool:
        """Say whether a number is in the range; one with a nought before it is of a date or a clock."""
        if value is None or (word[0] == "0" and word[1:2] not in {"", "."}):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@lru_cache(256)
def pattern_of(wildcard: str) -> re.Pattern[str]:
    """Return the regular expression of a wildcard pattern; it never backtracks into a star."""
    first, *others = (
        "".join("." if sign == "?" else re.escape(sign) for sign in piece) for piece in _STARS.split(wildcard)
    )
    if not others:
        return re.compile(first, re.DOTALL)
    inner = "".join(f"(?>.*?{piece})" for piece in others[:-1])
    return re.compile(f"{first}{inner}.*{others[-1]}", re.DOTALL)


def edits(one: str, other: str, most: int) -> int:
    """Count the letters inserted, deleted, replaced or swapped with a neighbour; any number above `most` means more.

    The optimal string alignment of L. Boytsov, "Indexing methods for approximate dictionary searching" (2011).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


@lru_cache(1024)
def slots_of(leaf: Leaf) -> tuple[Slot, ...]:
    """Return what a term asks of each word in a row; none if it holds no word, as a regular expression does."""
    plain_kind = MatchKind.FORM if leaf.field in STEMMED else MatchKind.EXACT
    match leaf:
        case Word() | Phrase():
            kind = MatchKind.EXACT if leaf.exact else plain_kind
            slots = tuple(_slot(kind, chunk, leaf.field) for chunk in token_pattern().findall(leaf.text))
            if leaf.field in _PREFIXED and isinstance(leaf, Word) and slots and not leaf.exact:
                slots = (*slots[:-1], Slot(MatchKind.PREFIX, slots[-1].text))
        case Prefix():
            chunks = token_pattern().findall(leaf.text)
            slots = tuple(Slot(plain_kind, folded(chunk)) for chunk in chunks[:-1])
            slots += tuple(Slot(MatchKind.PREFIX, _beginning(chunk)) for chunk in chunks[-1:])
        case Wildcard():
            slots = _wildcards(leaf.pattern, plain_kind)
        case Fuzzy():
            slots = tuple(
                Slot(MatchKind.FUZZY, folded(chunk), leaf.distance) for chunk in token_pattern().findall(leaf.text)
            )
        case Number():
            slots = (Slot(MatchKind.RANGE, "", low=leaf.low, high=leaf.high),)
        case Regex():
            slots = ()
    return slots


def _slot(kind: MatchKind, chunk: str, field: str) -> Slot:
    """Return what one token asks for; a word that says nothing asks for no other form, and accents count in texts."""
    word = folded(chunk)
    if word in SMALL_WORDS and kind is MatchKind.FORM:
        kind = MatchKind.EXACT
    return Slot(kind, word, written=accented(chunk) if field in STEMMED else "")


def is_common(node: Node) -> bool:
    """Say whether a term is one word that says nothing about an article."""
    slots = slots_of(node) if isinstance(node, Word) else ()
    return len(slots) == 1 and slots[0].text in SMALL_WORDS


@lru_cache(1024)
def rows_of(leaf: Leaf) -> tuple[tuple[Slot, ...], ...]:
    """Return every row of words that answers a term: as written, with compounds joined, with numbers in digits."""
    slots = slots_of(leaf)
    if not isinstance(leaf, (Word, Phrase)) or leaf.exact or len(slots) < 2 or (isinstance(leaf, Phrase) and leaf.slop):
        return (slots,)
    written = token_pattern().findall(leaf.text)
    words = [folded(chunk) for chunk in written]
    rows = {slots: None}
    for language in (NO_LANGUAGE, *NUMBER_WORDS) if leaf.field in STEMMED else (NO_LANGUAGE,):
        row, at = [], 0
        spans = {each.first: each for each in beside(leaf.text, written, words, language) if each.last > each.first}
        while at < len(slots):
            each = spans.get(at)
            row.append(replace(slots[at], text=each.word, written="") if each else slots[at])
            at = each.last + 1 if each else at + 1
        rows[tuple(row)] = None
    return tuple(rows)


def _beginning(chunk: str) -> str:
    """Fold a prefix; that of a number loses its thousands separators."""
    if re.fullmatch(r"[\d,]+", chunk):
        return chunk.replace(",", "")
    return folded(chunk)


def _wildcards(pattern: str, plain_kind: MatchKind) -> tuple[Slot, ...]:
    """Split a pattern into words; `*` and `?` belong to the words that they touch."""
    found: list[Slot] = []
    for piece in _SEPARATORS.split(unelided(pattern)):
        if "*" in piece or "?" in piece:
            found.append(Slot(MatchKind.WILDCARD, plain(piece)))
        else:
            found.extend(Slot(plain_kind, folded(chunk)) for chunk in token_pattern().findall(piece))
    return tuple(found)

"""Words beside the written ones: numbers in digits, and as one word what hyphens join.

Every way in which a text writes a number stands in the index as one word, its digits without separators: `11,600`,
`11.600`, `11 600`, `١١٦٠٠`, "11.6 thousand" and "onze mille six cents" are all found by `11600`. Where the text writes
more than one word, or where the digits could be read in two ways, the number stands beside the written words, at the
position of the last one; so phrases of either find it. Decimals, versions and dates keep their points. `co-operation`
has `cooperation` beside it in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from tui.base.number_words import NUMBER_WORDS, NumberWords, number_at
from tui.search.analysis import HYPHENS, folded, is_joined, plain

_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Thousands to one reader and a decimal to another."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_LONGEST = 40
"""Words of a number."""
_CACHED = 1 << 17
_AMBIGUOUS = {"fr": frozenset(["neuf", "cents", "vingts", "milliers"])}
"""Words that stand for a number only beside others."""


NO_LANGUAGE = "zxx"
"""The code of ISO 639 for what is in no language: no word of it is a number."""
_NO_WORDS: tuple[None, frozenset[str]] = (None, frozenset())


class Beside(NamedTuple):
    """A word that stands beside the written ones."""

    first: int
    """The position of the first written word."""
    last: int
    """That of the last one, which is also its own."""
    word: str


def value_of(word: str) -> Decimal | None:
    """Return what a folded word is worth if it is a number in digits."""
    return Decimal(word) if _NUMBER.fullmatch(word) else None


def beside(text: str, written: Sequence[str], words: Sequence[str], language: str) -> list[Beside]:
    """Return the words beside those of a text, in the order of their positions.

    `written` are its tokens as they stand in it, `words` the same folded; numbers in words are read in `language`, in
    every language where it is empty because it could not be told, in none where it is another one.
    """
    if not language:
        every = (each for one in NUMBER_WORDS for each in beside(text, written, words, one))
        return sorted(set(every), key=lambda each: (each.last, each.word))
    table, opening = _folded_words().get(language, _NO_WORDS)
    notable = _notable(written, language, opening)
    if not notable:
        return []
    places = [at for at, chunk in enumerate(written) if chunk in notable]
    found = _compounds(written, words, [at for at in places if is_joined(written[at])])
    multipliers = table.multipliers if table else {}
    end = len(words) - 1
    numbers = [
        at
        for at in places
        if words[at] in opening
        or (words[at] < ":" and (not written[at].isalnum() or (at < end and words[at + 1] in multipliers)))
    ]
    reader = _Reader(text, written, words, language, table)
    done = 0
    for at in numbers:
        if at >= done:
            read = list(reader.at(at))
            found += read
            done = max((each.last + 1 for each in read), default=0)
    return sorted(set(found), key=lambda each: (each.last, each.word))


@cache
def _ordinary(_language: str) -> set[str]:
    """Return the tokens of earlier texts beside which nothing ever stands: most words are among them."""
    return set()


def _notable(written: Sequence[str], language: str, opening: frozenset[str]) -> set[str]:
    """Return the tokens that a hyphen ends or with which a number may begin."""
    known = _ordinary(language)
    unknown = set(written) - known
    notable = {chunk for chunk in unknown if chunk[-1] in HYPHENS or (word := folded(chunk)) < ":" or word in opening}
    if len(known) > _CACHED:
        known.clear()
    known |= unknown - notable
    return notable


def _compounds(written: Sequence[str], words: Sequence[str], joined: Sequence[int]) -> list[Beside]:
    """Return what hyphens join: all of it as one word, and a word with the number behind it.

    `joined` are the positions of the tokens that a hyphen joins to the next one.
    """
    found: list[Beside] = []
    first = -1
    for at in joined:
        if at > first:
            first, last = at, at + 1
            while last + 1 < len(written) and is_joined(written[last]):
                last += 1
            row = words[first : last + 1]
            pairs = [(first + place, first + place + 1) for place in range(len(row) - 1)]
            spans = [pair for pair in pairs if words[pair[0]].isalpha() and words[pair[1]].isdecimal()]
            whole = [] if all(word[0].isdecimal() for word in row) else [(first, last)]
            found += [Beside(*span, "".join(words[span[0] : span[1] + 1])) for span in {*spans, *whole}]
            first = last
    return sorted(found, key=lambda each: each.last)


class _Reader:
    """Reads the numbers of one text."""

    def __init__(
        self, text: str, written: Sequence[str], words: Sequence[str], language: str, table: NumberWords | None
    ) -> None:
        self._text = text
        self._written = written
        self._words = words
        self._language = language
        self._table = table
        self._starts: list[int] = []
        self._end = 0

    def at(self, at: int) -> Iterator[Beside]:
        """Yield what stands beside the words of the number that begins at a position."""
        word = self._words[at]
        if self._table is not None and not word[0].isdigit():
            yield from self._in_words(at, self._table)
            return
        scaled = self._scaled(at, self._table) if self._table is not None else None
        if scaled is not None:
            yield scaled
        elif not self._written[at].isalnum():
            yield from (Beside(at, at, part) for part in parts(self._written[at].rstrip(HYPHENS)))

    def _in_words(self, at: int, table: NumberWords) -> Iterator[Beside]:
        word, after = self._words[at], self._words[at + 1] if at + 1 < len(self._words) else ""
        if word in table.small and not table.goes_on(after):
            value = table.small[word]
            if value >= 2 and word not in _AMBIGUOUS.get(self._language, ()):
                yield Beside(at, at, str(value))
            return
        row = self._words[at : at + _LONGEST]
        found = number_at(row, 0, table)
        if found is not None and found.last > 1:
            row = self._words[at : self._unbroken(at, at + found.last - 1) + 1]
            found = number_at(row, 0, table)
        if found is None:
            return
        alone = found.last == 1 and (found.value < 2 or row[0] in _AMBIGUOUS.get(self._language, ()))
        if not alone:
            yield Beside(at, at + found.last - 1, str(found.value))

    def _scaled(self, at: int, table: NumberWords) -> Beside | None:
        """Return the number that digits and the multipliers after them make: `11.6 thousand`."""
        size, last = 1, at
        while last + 1 < len(self._words) and table.multipliers.get(self._words[last + 1], 0) >= 1000:
            last += 1
            size *= table.multipliers[self._words[last]]
        if last == at or self._unbroken(at, last) < last:
            return None
        written = self._written[at].rstrip(HYPHENS)
        comma = self._language == "fr" and "," in written
        value = value_of(written.replace(",", ".") if comma or _POINTED.fullmatch(written) else self._words[at])
        total = None if value is None else value * size
        return None if total is None or total != int(total) else Beside(at, last, str(int(total)))

    def _unbroken(self, first: int, last: int) -> int:
        """Return the last of the words from `first` to `last` that only spaces and hyphens part from the first."""
        for at in range(first, last):
            between = self._text[self._start(at) + len(self._written[at]) : self._start(at + 1)]
            if between.strip() or between.count("\n") > 1:
                return at
        return last

    def _start(self, at: int) -> int:
        """Return the first character of a token; what parts two tokens holds no letter with which one could begin."""
        for chunk in self._written[len(self._starts) : at + 1]:
            begin = self._text.index(chunk, self._end)
            self._starts.append(begin)
            self._end = begin + len(chunk)
        return self._starts[at]


@lru_cache(1 << 12)
def parts(chunk: str) -> tuple[str, ...]:
    """Return what stands beside a token in digits: `11` and `600` for `11 600`, `11.600` for itself."""
    if " " in chunk:
        return tuple(dict.fromkeys(map(folded, chunk.split(" "))))
    return (plain(chunk),) if _POINTED.fullmatch(chunk) else ()


@cache
def _folded_words() -> Mapping[str, tuple[NumberWords, frozenset[str]]]:
    """Return the number words of all languages, folded as those of texts are, and those with which a number begins."""

    def folding(table: Mapping[str, int]) -> dict[str, int]:
        return {plain(word): value for word, value in table.items()}

    found = {}
    for language, table in NUMBER_WORDS.items():
        small, multipliers = folding(table.small), folding(table.multipliers)
        teens, ten = folding(table.teens), frozenset(map(plain, table.ten))
        words = NumberWords(small, multipliers, table.joins, table.articles, teens, ten, table.joined)
        found[language] = words, frozenset([*small, *multipliers, *teens])
    return found

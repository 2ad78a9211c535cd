"""Finding words in a text as they are typed, ignoring case, accents, kinds of quotes and line ends.

The text is never folded or copied, so that every place found is a place of the text itself; the words become a pattern
that knows all the ways in which each of their letters can be written, and besides those the words just as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tui.search.passage import Mark

_WINDOW = 1 << 17
"""Characters searched at one step: a few milliseconds."""
_QUOTES = ("'’‘ʼ‛`´", '"“”„‟«»″', "-‐‑‒–—−")
"""Characters that are treated as equal."""
_LIGATURES = {"oe": "œ", "ae": "æ", "ss": "ß"}
_ON_TOP = "[\u0300-\u036f\u064b-\u0652]*+"
"""Accents and Arabic vowel signs that are written as characters of their own."""


def pattern_of(words: str) -> re.Pattern[str] | None:
    """Return the pattern of what was typed, or None where it is only white space."""
    parts = folded(words).split()
    if not parts:
        return None
    pattern = r"\s+".join(_part(part) for part in parts)
    if not words.isascii():
        pattern += "|" + r"\s+".join(re.escape(part) for part in words.split())
    return re.compile(pattern, re.IGNORECASE)


def find_all(text: str, words: str) -> Iterator[list[Mark]]:
    """Find `words` in `text`, window by window: the places of each window, ascending, not overlapping."""
    pattern = pattern_of(words)
    if pattern is None:
        return
    overlap = 8 * len(words) + 64
    start = 0
    for stop in range(_WINDOW, len(text) + _WINDOW, _WINDOW):
        places = [place.span() for place in pattern.finditer(text, start, stop + overlap) if place.start() < stop]
        yield places
        start = max([stop, *(end for _, end in places[-1:])])


def folded(words: str) -> str:
    """Return `words` without accents and in lower case."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _part(word: str) -> str:
    pattern, place = "", 0
    while place < len(word):
        pair = word[place : place + 2]
        if pair in _LIGATURES:
            pattern += f"(?:{_letter(pair[0])}{_letter(pair[1])}|{_LIGATURES[pair]})"
            place += 2
        else:
            pattern += _letter(word[place])
            place += 1
    return pattern


def _letter(letter: str) -> str:
    for alike in _QUOTES:
        if letter in alike:
            return f"[{re.escape(alike)}]"
    accented = _accented().get(letter, "")
    written = f"[{letter}{accented}]" if accented else re.escape(letter)
    return written + (_ON_TOP if letter.isalpha() else "")


@cache
def _accented() -> dict[str, str]:
    """Return the ways in which letters are written with accents, for the Latin, Greek and Cyrillic scripts."""
    ways: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x386, 0x52F), *range(0x1E00, 0x2000)):
        bare = folded(chr(code))
        if len(bare) == 1 and bare != chr(code) and bare.isalpha():
            ways[bare] = ways.get(bare, "") + chr(code)
    return ways

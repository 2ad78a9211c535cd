"""Abbreviations in brackets and what they stand for: `Economic Community of West African States (ECOWAS)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.base.folding import fold
from tui.base.small_words import SMALL_WORDS

_BRACKET = re.compile(r"(?<=\w)[”\"’»]? \(([A-Z][\w.-]{1,11})\)")
_WORD = re.compile(r"[^\W_]+")
_LEAST_SHARE = 0.6
"""How many of its letters begin words of what an abbreviation stands for."""


class Expansion(NamedTuple):
    """What an abbreviation stands for, and where both stand."""

    start: int
    """The first character of the words."""
    end: int
    short: str
    at: int
    """The first character of the abbreviation."""


def expansions(text: str) -> Iterator[Expansion]:
    """Yield the abbreviations in brackets whose letters begin the words before them."""
    for found in _BRACKET.finditer(text):
        short = found[1]
        letters = [sign for sign in fold(short) if sign.isalpha()]
        if len(letters) < 2 or (sum(map(str.isupper, short)) < 2 and not len(short) > 3):
            continue
        start = _start(text, found.start(), letters)
        if start is not None:
            yield Expansion(start, found.start(), short, found.start(1))


def _start(text: str, end: int, letters: list[str]) -> int | None:
    """Return where the words begin that end at a place and for which some letters stand; None where none do."""
    most = min(2 * len(letters), len(letters) + 6) + 2
    floor = max(0, end - 24 * most, text.rfind("\n\n", 0, end), text.rfind(". ", 0, end) + 1, text.rfind("(", 0, end))
    words = list(_WORD.finditer(text, floor, end))[-most:]
    return _in_order(words, letters) or _in_any_order(words, letters)


def _in_order(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Return the last place from which the letters stand in order in the words, the first of each begins a word."""
    for place in range(len(words) - 2, -1, -1):
        first = words[place][0][0]
        if (
            first.isupper()
            and fold(first) == letters[0]
            and _spells([fold(word[0]) for word in words[place:]], letters)
        ):
            return words[place].start()
    return None


def _spells(words: list[str], letters: list[str]) -> bool:
    """Say whether letters can be read from the beginnings of words, one or more letters a word, small words skipped."""
    reached = {0}
    for place, word in enumerate(words):
        following = set()
        for at in reached:
            if place and (len(word) < 5 or len(words) - place > len(letters) - at):
                following.add(at)
            length = 0
            while at + length < len(letters) and length < len(word) and word[length] == letters[at + length]:
                length += 1
                following.add(at + length)
        reached = following
    return len(letters) in reached


def _in_any_order(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Return where a run of words with a capital begins in which most of the letters begin a word."""
    first = len(words)
    while first and (words[first - 1][0][0].isupper() or (first > 1 and words[first - 2][0][0].isupper())):
        first -= 1
        if first == 0 or not (words[first][0][0].isupper() or words[first - 1][0][0].isupper()):
            break
    run = words[first:]
    while run and (not run[0][0][0].isupper() or fold(run[0][0]) in SMALL_WORDS):
        run.pop(0)
    named = [fold(word[0][0]) for word in run if word[0][0].isupper()]
    shared = sum((Counter(named) & Counter(letters)).values())
    if len(named) > 2 and shared >= _LEAST_SHARE * len(letters):
        return run[0].start()
    return None

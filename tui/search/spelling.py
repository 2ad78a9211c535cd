"""Spelling: which words of a lexicon are spelled nearly like another one, without comparing it to each of them.

Letters that are put in, left out, replaced or swapped with their neighbour are counted as `slots.edits` does. Of the
pieces into which a word is cut, one more than letters may differ and a letter between any two, at least one stands
unchanged in every such word, not far from its place: one letter of them all cannot touch two pieces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.search.lexicon import Lexicon
from tui.search.slots import edits


class Spelling:
    """Words that are spelled nearly like one word; each that comes into question is compared once."""

    def __init__(self, word: str, distance: int) -> None:
        self._word = word
        self._distance = distance
        self._letters = set(word)
        self._pattern = re.compile(_pattern(word, distance))
        self._known: dict[str, bool] = {}

    def among(self, lexicon: Lexicon) -> list[str]:
        """Return the words of a lexicon that are no further away, the word itself included, in order."""
        return [other for other in lexicon.matching(self._pattern) if self._accepts(other)]

    def _accepts(self, other: str) -> bool:
        near = self._known.get(other)
        if near is None:
            distance = self._distance
            near = len(self._letters.difference(other)) <= distance and edits(self._word, other, distance) <= distance
            self._known[other] = near
        return near


@lru_cache(4)
def spelling(word: str, distance: int) -> Spelling:
    """Return the judge of words near to one; what it knows serves all segments, and the next key."""
    return Spelling(word, distance)


def _pattern(word: str, distance: int) -> str:
    """Return the pattern of the words that come into question."""
    length = len(word)
    right = f"(?=.{{{max(1, length - distance)},{length + distance}}}$)"
    size = (length - distance) // (distance + 1)
    if size < 1:
        return f"{right}.*"
    starts = [piece * (size + 1) for piece in range(distance + 1)]
    pieces = [
        f".{{{max(0, start - distance)},{start + distance}}}{re.escape(word[start : start + size])}" for start in starts
    ]
    return f"{right}(?:{'|'.join(pieces)}).*"

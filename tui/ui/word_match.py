"""How well typed words name a command: literal words first, misspelt ones last, and what only shares letters never."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+")
_LEAST = 0.85
"""How similar, from 0 to 1, a misspelt word has to be to the one that is meant."""
_MISSPELT = 4
"""Letters from which on a word can be misspelt: of shorter ones too many are similar."""


def match_score(query: str, shown: str, hidden: str = "") -> float:
    """Say how well each word of a query is found in the words that are shown, or in those that are not.

    Returns 0 where one of them is not found, else the score of the one that is found worst: 6 where it is a shown word,
    5 a hidden one, 4 the beginning of a shown one, 3 of a hidden one, 2 a part of a shown one, 1 one misspelt.
    """
    here, there = _words(shown), _words(hidden)
    scores = [_score(word, here, there) for word in _words(query)]
    return min(scores, default=0)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _score(typed: str, shown: list[str], hidden: list[str]) -> float:
    if typed in shown:
        return 6
    if typed in hidden:
        return 5
    if any(word.startswith(typed) for word in shown):
        return 4
    if any(word.startswith(typed) for word in hidden):
        return 3
    if any(typed in word for word in shown):
        return 2
    similar = len(typed) >= _MISSPELT and any(_similar(typed, word) for word in shown)
    return 1 if similar else 0


def _similar(typed: str, word: str) -> bool:
    return SequenceMatcher(None, typed, word).ratio() >= _LEAST

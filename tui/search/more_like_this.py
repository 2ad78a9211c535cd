"""Likeness: the words that tell one article from most others, by which related ones are found.

A word weighs more the oftener it stands in the article and the fewer articles hold it: term frequency times inverse
document frequency, after K. Sparck Jones, "A statistical interpretation of term specificity" (1972), with the logarithm
of the frequency.
"""

from __future__ import annotations

from collections import Counter
from math import log

from tui.search.analysis import words
from tui.search.ranking import COMMON, TITLE_WEIGHT
from tui.search.snapshot import Snapshot

MOST = 8
"""Words that are told; more of them find what is no longer related."""
_SHORTEST = 3
_COMMONEST = 0.2
"""The share of all articles from which on a word is too common to relate two of them."""


def distinctive_words(title: str, text: str, snapshot: Snapshot) -> list[str]:
    """Return the words of an article that it shares with few others, the most telling first; folded."""
    counts: Counter[str] = Counter(words(text))
    for word in words(title):
        counts[word] += int(TITLE_WEIGHT)
    weights: dict[str, float] = {}
    for word, count in counts.items():
        if len(word) < _SHORTEST or word in COMMON or not word.isalpha():
            continue
        holders = snapshot.rarity(word)
        if 2 <= holders <= max(2.0, snapshot.living * _COMMONEST):
            weights[word] = (1 + log(count)) * log((snapshot.living + 1) / holders)
    return sorted(weights, key=lambda word: (-weights[word], word))[:MOST]

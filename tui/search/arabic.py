"""Stems of Arabic words: article, prefixes and suffixes are taken off, as by the light10 stemmer.

After L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007), with the
suffixes of possession and the prefixes bi-, ka- and li- of longer words added. Words come folded.
"""

from __future__ import annotations

_ARTICLES = ("وبال", "وكال", "فبال", "فكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال")
_SUFFIXES = ("تهما", "تها", "تهم", "ته", "هما", "يات", "ها", "هم", "ات", "ان", "ون", "ين", "يه", "ه", "ي", "ا")
_SHORTEST = 3
"""Letters that must be left."""
_LONG = 5
"""Letters of a word whose first one may be a prefix."""


def light_stem(word: str) -> str:
    """Return the stem of a folded Arabic word; other words are returned as they are."""
    if not "ء" <= word[:1] <= "ي":
        return word
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return _cut(_bare(word[len(article) :]))
    return _cut(_bare(word[1:] if word.startswith("و") and len(word) >= _LONG else word))


def _cut(word: str) -> str:
    """Take the longest suffix off; a last ya of a short word is mostly its own: Mali is no money."""
    for suffix in _SUFFIXES:
        left = len(word) - len(suffix)
        if word.endswith(suffix) and left >= (_SHORTEST + 1 if suffix == "ي" else _SHORTEST):
            return word[:left]
    return word


def _bare(word: str) -> str:
    """Take bi-, ka- or li- off a word that is long enough; the same letter at the start of a root goes with it."""
    return word[1:] if word[:1] in "بكل" and len(word) >= _LONG else word

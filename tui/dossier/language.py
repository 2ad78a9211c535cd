"""Guesses the language of a text from its commonest words or its script; empty if unsure."""

from __future__ import annotations

import re
from collections import Counter

from tui.base.small_words import COMMONEST

_SAMPLE = 1500
"""Characters that are examined."""

_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 4
"""The fewest common words in a sample that allow a guess."""

_SHARE = 0.12
"""The smallest share of all words that a language's common words must make up."""

_MARGIN = 1.15
"""How many times as many common words the best language must have as the second best."""

_SCRIPTS = (
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ru", re.compile("[\u0430-\u044f]")),
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
)
_FOREIGN = re.compile("[\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def guess_language(text: str) -> str:
    """Return the two-letter code of the language of `text`, or "" if it is not clear."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        foreign = len(_FOREIGN.findall(sample))
        if foreign * 2 > len(sample) - sample.count(" "):
            return _by_script(sample)
    words = Counter(_WORDS.findall(sample.lower()))
    counts = sorted(
        ((sum(count for word, count in words.items() if word in common), code) for code, common in COMMONEST.items()),
        reverse=True,
    )
    (best, code), (second, _) = counts[0], counts[1]
    if best < _ENOUGH or best < words.total() * _SHARE or best < second * _MARGIN:
        return ""
    return code


def _by_script(sample: str) -> str:
    """Return the language whose letters the sample uses; Persian has four letters that Arabic lacks."""
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) * (50 if code in ("fa", "ja") else 2) > len(sample) * 0.6:
            return code
    return ""

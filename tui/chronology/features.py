"""What a sentence is about, as numbers that compare fast: its names, figures and classes, and its other words.

Names, figures and classes of events are the same in every language of one script; other words compare only within one
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from tui.base.folding import fold
from tui.base.small_words import SMALL_WORDS
from tui.base.stemming import LANGUAGES, snowball
from tui.chronology.event_kinds import CLASSES, class_of
from tui.dates.wording import words

_TOKEN = re.compile(r"\d{1,3}(?:[ ,.\u202f\u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_GROUPS = re.compile(r"(?<=\d)[ ,.\u202f\u00a0](?=\d{3}(?!\d))")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:;\n])[\s\"'“”«»‘’()\[\]–—-]*$")
_SHORTEST = 3
_FIGURE = 1
"""The bit that the hash of a figure has and that of a word has not."""
_IGNORED = SMALL_WORDS | words(
    "after before since until while first last one two three most over under up only just even still yet other another "
    "may might whom year years month months week weeks day days un plus apres avant depuis jour jours mois ans annee "
    "annees lors alors entre contre selon dont meme tous toutes deux trois en the mr mrs mme"
)
"""Folded words that say nothing about an event: small words, and those of time and number."""
_DIGITS = str.maketrans({chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)})


def names_of(text: str) -> frozenset[str]:
    """Return the folded words that a text writes with a capital where no sentence begins: names, mostly."""
    found = set()
    for token in _TOKEN.finditer(text):
        word = _bare(token.group())
        if word[:1].isupper() and not _OPENS_SENTENCE.search(text, max(token.start() - 4, 0), token.start()):
            found.add(fold(word))
    return frozenset(found - _IGNORED)


def features(text: str, names: frozenset[str], language: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the names, figures and classes of a piece of text, and its other words; all of them hashed.

    `names` are those of the whole article, so that a name is known at the beginning of a sentence too.
    """
    common: set[int] = set()
    rest: set[int] = set()
    for word in _TOKEN.findall(text.translate(_DIGITS)):
        if word[0].isdigit():
            common.add(_figure(word))
            continue
        bare = _bare(word)
        low = bare.lower()
        kind = class_of(low)
        folded = fold(bare)
        if kind:
            common.add(_hashed(f"<{kind}>"))
        elif folded in _IGNORED:
            continue
        elif bare[0].isupper() and folded in names:
            common.add(_hashed(folded))
            rest.add(_stemmed(low, language))  # `the Council` is also `the council`
        elif len(bare) >= _SHORTEST:
            rest.add(_stemmed(low, language))
    return frozenset(common), frozenset(rest - common)


def hashed_words(text: str) -> frozenset[int]:
    """Return every form in which a sentence's features may hold the words of a query."""
    found: set[int] = set()
    for word in _TOKEN.findall(text):
        low = _bare(word).lower()
        if fold(low) in _IGNORED or low in ("or", "not", "and"):
            continue
        kind = class_of(low)
        if kind:
            found.add(_hashed(f"<{kind}>"))
        else:
            found.add(_figure(low) if low[0].isdigit() else _hashed(fold(low)))
        found.update(_stemmed(low, language) for language in (*LANGUAGES, ""))
    return frozenset(found)


def _bare(word: str) -> str:
    """Return a word without what an apostrophe joins to it: `d'Ogossagou`, `Mali's`."""
    for mark in "'’":
        before, joined, after = word.partition(mark)
        if joined:
            return before if len(after) < len(before) else after
    return word


@lru_cache(1 << 16)
def _stemmed(word: str, language: str) -> int:
    code = language[:2]
    word = word.replace("isation", "ization")
    return _hashed(snowball(word, code) if code in LANGUAGES else word)


@lru_cache(1 << 16)
def _hashed(word: str) -> int:
    return crc32(word.encode()) & ~_FIGURE


def _figure(number: str) -> int:
    return _hashed(_GROUPS.sub("", number)) | _FIGURE


def figures_in(found: Iterable[int]) -> frozenset[int]:
    """Return those of some features that are figures."""
    return frozenset(feature for feature in found if feature & _FIGURE)


CLASS_FEATURES = frozenset(_hashed(f"<{name}>") for name in CLASSES)
"""The features that stand for kinds of events; sharing nothing else says little."""

"""Ready words: our own analysis, written so that a server only has to split at spaces.

Each position of a text is one piece without a space: the folded word, its stem behind the name of the article's
language, and whatever stands beside it, joined by bars. The server makes all parts of a piece tokens of one position.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from tui.search.analysis import LANGUAGES, folded, names, stem, token_pattern
from tui.search.beside import beside

BAR = "|"
"""Joins the tokens of one position; no folded word has one."""
STEM = "~"
"""Begins the token of a stem; no folded word does."""
GAP = 100
"""Positions between two values of a field."""
PARTITIONS = 16
"""The fields over which the forms of stems are spread, so that counting those of one stem touches few of them."""
NAMED = "!"
"""Ends a form that an article uses as a name only."""

_LONGEST = 1_000
"""Characters of a word; of a longer one only these are searched."""
_TITLE_WEIGHT = 3
_CACHED = 1 << 17
_ARABIC = "\u0600"


def cut(word: str) -> str:
    """Return a word as it is indexed: of bounded length, and in letters that UTF-8 can write."""
    if word.isascii() and 0 < len(word) <= _LONGEST:
        return word
    return word[:_LONGEST].encode("utf-8", "ignore").decode() or "?"


def stem_token(word: str, language: str) -> str:
    """Return the token that all forms of a word share in articles of a language; in one without stems, of the word."""
    return f"{STEM}{language}{STEM}{cut(stem(word, language))}" if language in LANGUAGES else f"{STEM}{STEM}{cut(word)}"


def positions(text: str, language: str) -> list[list[str]]:
    """Return the words that stand at each position of a text, the written one first."""
    written = token_pattern().findall(text)
    words = list(map(folded, written))
    found = [[cut(word)] for word in words]
    for each in beside(text, written, words, language):
        word = cut(each.word)
        if word not in found[each.last]:
            found[each.last].append(word)
    return found


def stream(found: Sequence[Sequence[str]], language: str) -> str:
    """Return the pieces of the positions of a text; words have stems in some languages, and none in `""`."""
    if language not in LANGUAGES:
        return " ".join([BAR.join(words) for words in found])
    return " ".join([BAR.join([_with_stem(word, language) for word in words]) for words in found])


def bag(title: Sequence[Sequence[str]], text: Sequence[Sequence[str]], language: str) -> str:
    """Return the words that rank an article: each with its stem, those of the title three times."""
    pieces = [BAR.join([_with_stem(word, language) for word in words] * _TITLE_WEIGHT) for words in title]
    pieces += [BAR.join([_with_stem(word, language) for word in words]) for words in text]
    return " ".join(pieces)


@lru_cache(_CACHED)
def _with_stem(word: str, language: str) -> str:
    return f"{word}{BAR}{stem_token(word, language)}"


def partition(root: str) -> str:
    """Return the name of the field that holds the forms of a stem."""
    return f"{crc32(root.encode('utf-8', 'ignore')) % PARTITIONS:x}"


def stems_of(word: str) -> set[str]:
    """Return the stems of a word in the languages of its script."""
    if word[:1] >= _ARABIC:
        return {cut(stem(word, "ar"))}
    return {cut(stem(word, language)) for language in LANGUAGES if language != "ar"}


@lru_cache(_CACHED)
def _as_form(word: str) -> tuple[tuple[str, str], ...]:
    """Return a word behind each of its stems, each with the partition of the stem."""
    return tuple((partition(root), f"{root}{BAR}{word}") for root in stems_of(word))


def forms_of(text: str, words: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the distinct words of a text behind each of their stems, by partition; names are marked as such."""
    named = {cut(name) for name in names(text, token_pattern().findall(text))}
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        for place, form in _as_form(word):
            found.setdefault(place, []).append(f"{form}{NAMED}" if word in named else form)
    return found

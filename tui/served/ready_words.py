"""Ready words: our own analysis, written so that a server only has to split at spaces.

Each position of a text is one piece without a space: the folded word, its stem behind the name of the article's
language, and whatever stands beside it, joined by bars. The server makes all parts of a piece tokens of one position.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from tui.search.analysis import LANGUAGES, accented, folded, stem, token_pattern
from tui.search.beside import beside, value_of

BAR = "|"
"""Joins the tokens of one position; no folded word has one."""
STEM = "~"
"""Begins the token of a stem; no folded word does."""
UNTOLD = "?"
"""Before the name of a language in which the words of an article may be, since its own is not told."""
ACCENT = "^"
"""Between a word and a way in which an article writes it with accents."""
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


def stem_token(word: str, language: str, told: bool = True) -> str:
    """Return the token that all forms of a word share in articles of a language; in one without stems, of the word.

    Where the language of an article is not `told`, its words have tokens of their own for every language.
    """
    if language not in LANGUAGES:
        return f"{STEM}{STEM}{cut(word)}"
    return f"{STEM}{'' if told else UNTOLD}{language}{STEM}{cut(stem(word, language))}"


def accent_token(word: str, written: str) -> str:
    """Return the token of a word in an article that writes it in this way."""
    return f"{word}{ACCENT}{cut(written)}"


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


def stream(found: Sequence[Sequence[str]], language: str, ways: Mapping[str, Sequence[str]]) -> str:
    """Return the pieces of the positions of a text, each word with its stem.

    `ways` gives the ways in which the article writes words with accents.
    """
    if not ways:
        return " ".join([_piece(words, language) for words in found])
    pieces = []
    for words in found:
        accents = [accent_token(word, way) for word in words if word in ways for way in ways[word]]
        pieces.append(BAR.join([*(_with_stem(word, language) for word in words), *accents]))
    return " ".join(pieces)


def plain_stream(found: Sequence[Sequence[str]]) -> str:
    """Return the pieces of the positions of a value whose words have no forms."""
    return " ".join(map(BAR.join, found))


def ways_of(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the ways in which an article writes words with accents, by the folded word."""
    found: dict[str, list[str]] = {}
    for chunk in {chunk for text in texts if not text.isascii() for chunk in token_pattern().findall(text)}:
        written = accented(chunk)
        if written:
            ways = found.setdefault(cut(folded(chunk)), [])
            if written not in ways:
                ways.append(written)
    return found


def numbers_of(found: Sequence[Sequence[str]]) -> list[float]:
    """Return the number at each position of a text: the largest where several ways of reading it stand there."""
    numbers = []
    for words in found:
        if len(words) == 1 and words[0][:1] >= ":":  # as nearly always
            continue
        values = [value for word in words if word[:1] < ":" and (value := as_number(word)) is not None]
        if values:
            numbers.append(float(max(values)))
    return list(dict.fromkeys(numbers))


def as_number(word: str) -> Decimal | None:
    """Return the number that a folded word is; one with a nought before it is of a date or a clock."""
    value = value_of(word)
    return None if value is None or (word[0] == "0" and word[1:2] not in {"", "."}) else value


def bag(title: Sequence[Sequence[str]], text: Sequence[Sequence[str]], language: str) -> str:
    """Return the words that rank an article: each with its stem, those of the title three times."""
    pieces = [BAR.join([_with_stem(word, language) for word in words] * _TITLE_WEIGHT) for words in title]
    pieces += [_piece(words, language) for words in text]
    return " ".join(pieces)


def _piece(words: Sequence[str], language: str) -> str:
    """Return the words of one position, which is mostly one, each with its stem."""
    if len(words) == 1:
        return _with_stem(words[0], language)
    return BAR.join([_with_stem(word, language) for word in words])


@lru_cache(_CACHED)
def _with_stem(word: str, language: str) -> str:
    if language:
        return f"{word}{BAR}{stem_token(word, language)}"
    return BAR.join([word, stem_token(word, ""), *(stem_token(word, each, told=False) for each in LANGUAGES)])


class Forms(NamedTuple):
    """What is known of the words of an article."""

    text: Mapping[str, None]
    """Those of its text, each once."""
    title: Mapping[str, None]
    names: Set[str]
    """Those that the text uses as names only."""
    ways: Mapping[str, Sequence[str]]


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


def forms_of(article_words: Forms) -> Mapping[str, list[str]]:
    """Return the distinct words of an article behind each of their stems, by partition, and how it writes them."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys([*article_words.text, *article_words.title]):
        ways = article_words.ways.get(word)
        if not ways:  # as nearly always
            end = ACCENT if word not in article_words.text else NAMED if word in article_words.names else ""
            for place, form in _as_form(word):
                found.setdefault(place, []).append(form + end)
            continue
        ends = [f"{ACCENT}{way}" for way in ways]
        if word in article_words.text:
            ends.append(NAMED if word in article_words.names else "")
        for place, form in _as_form(word):
            found.setdefault(place, []).extend([f"{form}{end}" for end in ends])
    return found

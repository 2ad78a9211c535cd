"""Ready words: our own analysis, written so that a server only has to split at spaces.

Each position of a text is one piece without a space: the folded word, its stem behind the name of the article's
language, and whatever stands beside it, joined by bars. The server makes all parts of a piece tokens of one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
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


class Positions(NamedTuple):
    """The words of a text, by position."""

    written: Sequence[str]
    """The token at each position, as it stands in the text."""
    words: Sequence[str]
    """The word of each token."""
    beside: Mapping[int, Sequence[str]]
    """The further words of those positions that have any."""

    def at(self, place: int) -> list[str]:
        """Return the words at a position, the written one first."""
        return [self.words[place], *self.beside.get(place, ())]

    def in_order(self) -> Iterable[str]:
        """Return all words by their positions."""
        if not self.beside:  # as mostly
            return self.words
        return (word for place in range(len(self.words)) for word in self.at(place))


def positions(text: str, language: str) -> Positions:
    """Return the words that stand at each position of a text."""
    written = token_pattern().findall(text)
    words = list(map(folded, written))
    short = text.isascii() and len(max(words, key=len, default="")) <= _LONGEST
    found = words if short else list(map(cut, words))
    more: dict[int, list[str]] = {}
    for each in beside(text, written, words, language):
        word = cut(each.word)
        if word != found[each.last] and word not in more.setdefault(each.last, []):
            more[each.last].append(word)
    return Positions(written, found, more)


def pieces(found: Positions, language: str) -> list[str]:
    """Return the piece of each position of a text: its words, each with its stem."""
    made = list(map(_with_stem, found.words, repeat(language)))
    for place, others in found.beside.items():
        made[place] = BAR.join([made[place], *map(_with_stem, others, repeat(language))])
    return made


def accented_pieces(made: Sequence[str], found: Positions, ways: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the pieces of a text with the ways in which the article writes their words with accents."""
    if not ways:
        return made
    return [
        BAR.join([piece, *(accent_token(word, way) for word in found.at(place) for way in ways.get(word, ()))])
        for place, piece in enumerate(made)
    ]


@lru_cache(1 << 12)
def plain_stream(value: str, language: str) -> str:
    """Return the pieces of a value whose words have no forms; most articles of an archive share some."""
    found = positions(value, language)
    return " ".join([BAR.join(found.at(place)) for place in range(len(found.words))])


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


def numbers_of(found: Positions) -> list[float]:
    """Return the number at each position of a text: the largest where several ways of reading it stand there."""
    numbers: dict[float, None] = {}
    for place in sorted({*found.beside, *(place for place, word in enumerate(found.words) if word < ":")}):
        values = [value for word in found.at(place) if word < ":" and (value := as_number(word)) is not None]
        if values:
            numbers[float(max(values))] = None
    return list(numbers)


def as_number(word: str) -> Decimal | None:
    """Return the number that a folded word is; one with a nought before it is of a date or a clock."""
    value = value_of(word)
    return None if value is None or (word[0] == "0" and word[1:2] not in {"", "."}) else value


def bag(title: Sequence[str], text: Sequence[str]) -> str:
    """Return the pieces that rank an article: those of its text once, and those of the title three times."""
    return " ".join([*(BAR.join([piece] * _TITLE_WEIGHT) for piece in title), *text])


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
def _as_form(word: str, end: str) -> tuple[tuple[str, str], ...]:
    """Return a word and its end behind each of its stems, each with the partition of the stem."""
    return tuple((partition(root), f"{root}{BAR}{word}{end}") for root in stems_of(word))


def forms_of(article_words: Forms) -> Mapping[str, list[str]]:
    """Return the distinct words of an article behind each of their stems, by partition, and how it writes them."""
    text, title, named, ways = article_words
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in {**text, **title}:
        own = ACCENT if word not in text else NAMED if word in named else ""
        for end in [*(f"{ACCENT}{way}" for way in ways[word]), *([own] * (word in text))] if word in ways else (own,):
            for place, form in _as_form(word, end):
                found[place].append(form)
    return found

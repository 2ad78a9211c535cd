"""Analysis: how a text is split into words, and which words count as the same; index, queries and marks all use it.

What a reader takes for the same word folds to the same word: capitals, accents, curly apostrophes, French elision
(`l'ONU`), the English possessive (`Mali's`), dotted initials (`U.N.`) and thousands separators make no difference.
Offsets are always those of the original text.

Stems are Snowball's, of folded words. French words have lost their accents by then, which Snowball's French rules need;
the likely ones are put back first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.base import stemming
from tui.base.stemming import snowball
from tui.search.arabic import light_stem

LANGUAGES = (*stemming.LANGUAGES, "ar")
"""The languages whose words are stemmed, as codes of two letters; their order is that of the column `language`."""

UNTOLD = len(LANGUAGES) + 1
"""The number of an article in the column `language` whose language could not be told."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3b-\u0d4d\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u1037-\u103e\u17b4-\u17d3\u200c\u200d"
)
r"""Combining signs that belong to the word of their letter, though `\w` does not match them."""
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts without spaces between words: each is a token of its own."""
_APOSTROPHES = "'’‘ʼ＇"
_LETTER = rf"[^\W_{_ALONE}]"
_RUN = rf"{_LETTER}+(?:[{_MARKS}]+{_LETTER}*)*"
_TOKEN = (
    r"(?=\d)(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\w)(?:[.,]\d{1,2}(?![\w.,]))?"
    r"|(?<![\w.,:/-])(?<!\d )\d{1,3}(?: \d{3})+(?![\w/:]|-\d|[.,]\d{3})(?:[.,]\d{1,2}(?![\w.,]))?|\d+(?:[.,٫٬]\d+)+)"
    r"|(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?![\w’'])\.?"
    rf"|{_RUN}(?:[{_APOSTROPHES}]{_RUN})*"
    rf"|[{_ALONE}]"
)
HYPHENS = "-‐‑"
"""What joins words."""

_ELIDED = re.compile(rf"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi|pres)?qu)[{_APOSTROPHES}](?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]\Z")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d+)?", re.ASCII)
_MARKS_OF_NUMBERS = str.maketrans("٬٫", ",.")
_SPECIAL = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"ـ": "", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
)
_CACHED = 1 << 17


@lru_cache(1)
def token_pattern() -> re.Pattern[str]:
    """Return the pattern of a token: a number, dotted initials, a word, or a letter of a script without spaces.

    A hyphen that joins it to the next token ends it, and is no part of its word. The pattern is compiled at its first
    use, since that takes as long as all the rest of the query language.
    """
    return re.compile(rf"(?:{_TOKEN})(?:[{HYPHENS}](?=[^\W_]))?+")


class WordToken(NamedTuple):
    """A word of a text."""

    word: str
    """The word, folded."""
    start: int
    """Its first character in the text."""
    end: int
    """The character past its last one."""


def tokens(text: str) -> Iterator[WordToken]:
    """Yield the words of a text in order; the n-th one has position n in the index."""
    for found in token_pattern().finditer(text):
        start, end = found.span()
        chunk = found[0]
        if len(chunk) > 1 and not chunk.isalnum():
            before, after = trimmed(chunk)
            start, end = start + before, end - after
        yield WordToken(folded(chunk), start, end)


class TextWords(NamedTuple):
    """The words of a text in columns: what stands at one place of each belongs together."""

    written: list[str]
    """The tokens as they stand in the text."""
    words: list[str]
    """The same folded."""
    starts: list[int]
    """The first character of each word."""
    ends: list[int]
    """The character past the last one of each."""


def scanned(text: str) -> TextWords:
    """Return the words of a text as `tokens` does, in columns: in a third of its time."""
    spans = [found.span() for found in token_pattern().finditer(text)]
    written = [text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    for place in [place for place, chunk in enumerate(written) if not chunk.isalnum()]:
        before, after = trimmed(written[place])
        starts[place] += before
        ends[place] -= after
    return TextWords(written, list(map(folded, written)), starts, ends)


def words(text: str) -> list[str]:
    """Return the folded words of a text in order, as `tokens` does, without their offsets."""
    return list(map(folded, token_pattern().findall(text)))


def trimmed(chunk: str) -> tuple[int, int]:
    """Return how many characters at the start and the end of a token do not belong to its word: `l’`, `'s`, `-`."""
    elided = _ELIDED.match(chunk)
    before = elided.end() if elided else 0
    hyphen = int(is_joined(chunk))
    possessive = _POSSESSIVE.search(chunk, before + 1, len(chunk) - hyphen)
    return before, hyphen + (len(possessive[0]) if possessive else 0)


def is_joined(chunk: str) -> bool:
    """Say whether a hyphen joins a token to the next one."""
    return chunk[-1] in HYPHENS and len(chunk) > 1


@lru_cache(_CACHED)
def folded(chunk: str) -> str:
    """Fold a token, as `token_pattern` finds it, to its word."""
    if chunk.isascii() and chunk.isalnum():
        return chunk.lower()
    before, after = trimmed(chunk)
    word = _APOSTROPHE.sub("", chunk[before : len(chunk) - after])
    if word[:1].isdecimal():
        word = _number(word)
    elif "." in word:
        word = word.replace(".", "")
    return plain(word) or chunk


def _number(written: str) -> str:
    """Return a number without thousands separators and with a point before its decimals, in the digits 0 to 9."""
    bare = "".join(written.split()).translate(_MARKS_OF_NUMBERS)
    if not bare.isascii():
        bare = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in bare)
    grouped = _GROUPED.fullmatch(bare)
    return (bare.replace(grouped["mark"], "") if grouped else bare).replace(",", ".")


def unelided(text: str) -> str:
    """Return a word without the elided one before it: `ONU` for `l’ONU`."""
    return _ELIDED.sub("", text, count=1) if _ELIDED.match(text) else text


def plain(text: str) -> str:
    """Fold capitals, accents, ligatures and variant forms of letters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare.translate(_SPECIAL).replace("\u200c", "").replace("\u200d", ""))


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})


@lru_cache(_CACHED)
def accented(chunk: str) -> str:
    """Return a token as it is written with its accents, in lower case; empty where its Latin letters have none."""
    if chunk.isascii():
        return ""
    before, after = trimmed(chunk)
    word = _APOSTROPHE.sub("", chunk[before : len(chunk) - after]).translate(_LIGATURES).casefold()
    word = unicodedata.normalize("NFC", word)
    return "" if word.isascii() or not word.isalpha() or not folded(chunk).isascii() else word


def accented_key(word: str, written: str = "") -> str:
    """Join a folded word to a way of writing it with accents; without one, return what all of these begin with."""
    return f"{word}|{written}"


_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŒ](?<=[a-zß-öø-ÿœ,;][ \u00a0'’].)\w+")
"""A word with a capital behind a small letter or a comma, and so inside a sentence."""


def names(text: str, written: Iterable[str]) -> list[str]:
    """Return the folded words that a text writes with a capital inside sentences and never without one, each once.

    `written` are the tokens of the text as they stand in it.
    """
    found = dict.fromkeys(_NAME.findall(text))
    seen = set(written) if found else set()
    return list(
        dict.fromkeys(
            folded(name) for name in found if seen.isdisjoint((low := name.lower(), *(low + sign for sign in HYPHENS)))
        )
    )


@lru_cache(_CACHED)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word in an article's language, a code of two letters or an empty one."""
    if language == "en":
        return snowball(word, "en")
    if language == "ar":
        return light_stem(word)
    return _french(word) if language == "fr" else word


_LAST_E = re.compile(r"(?<=i)e(?=re\Z)|e(?=e?\Z)")


def _french(word: str) -> str:
    """Stem a French word that has lost its accents."""
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    bare = snowball(word, "fr")
    if len(word) - len(bare) > 2:
        return bare
    accented = _LAST_E.sub(lambda found: "è" if word[found.end() :].startswith("re") else "é", word, count=1)
    return plain(snowball(accented, "fr"))

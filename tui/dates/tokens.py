"""A text as tokens: words, numbers and marks with their places, and one class character for each.

Tokens cover the text without a gap: `starts[i]` is where token `i` begins and `starts[i + 1]` where the next one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tui.dates.vocabulary import Vocabulary

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ","}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
)
"""Apostrophes, hyphens, Arabic marks and digits, each made the plain one of its kind."""


@dataclass(frozen=True, slots=True)
class Script:
    """How a language's texts fall into tokens."""

    token: re.Pattern[str]
    """A token including trailing white space."""
    letters: Mapping[int, int]
    """Letters that are read as another one."""
    marks: Mapping[int, None]
    """Signs that are left out of words."""

    @classmethod
    def of(cls, vocabulary: Vocabulary, known: Iterable[str]) -> Script:
        """Return the script of a language; `known` are its words, some of which may have a space in them."""
        return cls(
            _token_pattern(vocabulary, sorted((word for word in known if len(word) > 1), key=len, reverse=True)),
            {ord(letter): ord(other) for letter, other in vocabulary.letters.items()},
            dict.fromkeys(map(ord, vocabulary.marks)),
        )


def _token_pattern(vocabulary: Vocabulary, known: Sequence[str]) -> re.Pattern[str]:
    letters = rf"(?:[^\W\d_][{vocabulary.marks}]*)+" if vocabulary.marks else r"[^\W\d_]+"
    unbroken = [re.escape(word) for word in vocabulary.unbroken]
    unbroken += [r"\s".join(map(re.escape, word.split())) + r"(?!\w)" for word in known if " " in word]
    special = "".join(f"{word}|" for word in unbroken)
    if vocabulary.proclitics:
        words = "|".join(r"\s".join(map(re.escape, word.split())) for word in known if word.isalpha() or " " in word)
        prefixes = "|".join(map(re.escape, vocabulary.proclitics))
        starts = "".join(sorted({prefix[0] for prefix in vocabulary.proclitics}))
        follows = rf"(?:{words}|[0-9]+)(?!\w)|(?:{prefixes})(?:(?:{words})(?!\w)|[0-9])"
        special += rf"(?=[{starts}])(?!(?:{words})(?!\w))(?:{prefixes})(?={follows})|"
    return re.compile(
        r"(?:"
        r"[0-9]{4}([/.-])[0-9]{1,2}\1[0-9]{1,2}(?![0-9/-])"  # 2023-12-31, 2023/12/31
        r"|[0-9]{1,2}([/.-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})(?![0-9])(?![/.-][0-9])"  # 31/12/23
        r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
        rf"|[0-9]{{1,9}}(?:{'|'.join(('s', *vocabulary.ordinal_endings))})(?!\w)"
        r"|[0-9]{1,15}(?:[.,][0-9]{1,15})*(?![0-9])|[0-9]+"
        rf"|{special}{letters}"
        r"|[^\s]"
        r")(?:[^\S\n]|\n(?!\s*\n))*"
        r"|\s+"
    )


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text; lower case, as long as the text itself."""

    text: str
    words: list[str]
    """Each token in lower case without trailing white space; apostrophes and hyphens of one kind."""
    starts: list[int]
    """Where each token begins, in characters, and at the end the length of the text."""
    ends: list[int]
    """Where each token ends, without trailing white space."""
    classes: str
    """One character for each token."""

    @classmethod
    def of(cls, text: str, script: Script, classes: Mapping[str, str]) -> Tokens:
        """Split a text; `classes` answers for every word, unknown ones too."""
        folded = folded_case(text)
        if script.letters:
            folded = folded.translate(script.letters)
        pieces = [found.group() for found in script.token.finditer(folded)]
        words = list(map(str.rstrip, pieces))
        starts = [0, *accumulate(map(len, pieces))]
        ends = [start + len(word) for start, word in zip(starts, words, strict=False)]
        if script.marks:
            words = [" ".join(word.translate(script.marks).split()) for word in words]
        return cls(text, words, starts, ends, "".join([classes[word] for word in words]))

    def word(self, index: int) -> str:
        """Return a token in lower case, or nothing beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def end(self, index: int) -> int:
        """Return where a token ends, without trailing white space."""
        return self.ends[index]

    def touches_next(self, index: int) -> bool:
        """Return whether nothing stands between a token and the next one."""
        return index + 1 < len(self.words) and self.end(index) == self.starts[index + 1]


def folded_case(text: str) -> str:
    """Return a text in lower case with plain apostrophes and hyphens, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)

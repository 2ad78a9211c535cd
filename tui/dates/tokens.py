"""A text as tokens: words, numbers and marks with their places, and one class character for each.

Tokens cover the text without a gap: `starts[i]` is where token `i` begins and `starts[i + 1]` where the next one does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate


@cache
def token_pattern(unbroken: Sequence[str], ordinal_endings: Sequence[str]) -> re.Pattern[str]:
    """Return what a token is, with the white space behind it; see `Vocabulary` for what a language adds."""
    ordinals = "|".join(("s", *ordinal_endings))
    whole = "".join(f"{word}|" for word in unbroken)
    return re.compile(
        r"(?:"
        r"[0-9]{4}([/.-])[0-9]{1,2}\1[0-9]{1,2}(?![0-9/-])"  # 2023-12-31, 2023/12/31
        r"|[0-9]{1,2}([/.-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})(?![0-9])(?![/.-][0-9])"  # 31/12/23
        r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
        rf"|[0-9]{{1,9}}(?:{ordinals})(?!\w)"
        r"|[0-9]{1,15}(?:[.,][0-9]{1,15})*(?![0-9])|[0-9]+"
        rf"|{whole}[^\W\d_]+"
        r"|[^\s]"
        r")(?:[^\S\n]|\n(?!\s*\n))*"
        r"|\s+"
    )


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text; lower case, as long as the text itself."""

    text: str
    words: list[str]
    """Each token in lower case without the white space behind it; apostrophes and hyphens of one kind."""
    starts: list[int]
    """Where each token begins, in characters, and at the end the length of the text."""
    classes: str
    """One character for each token."""

    @classmethod
    def of(cls, text: str, token: re.Pattern[str], classes: Mapping[str, str]) -> Tokens:
        """Split a text at a pattern of `token_pattern`; `classes` answers for every word, unknown ones too."""
        folded = folded_case(text)
        pieces = [found.group() for found in token.finditer(folded)]
        words = list(map(str.rstrip, pieces))
        starts = [0, *accumulate(map(len, pieces))]
        return cls(text, words, starts, "".join([classes[word] for word in words]))

    def word(self, index: int) -> str:
        """Return a token in lower case, or nothing beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def end(self, index: int) -> int:
        """Return where a token ends, without the white space behind it."""
        return self.starts[index] + len(self.words[index])

    def touches_next(self, index: int) -> bool:
        """Say whether nothing stands between a token and the next one."""
        return index + 1 < len(self.words) and self.end(index) == self.starts[index + 1]


def folded_case(text: str) -> str:
    """Return a text in lower case with plain apostrophes and hyphens, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered if lowered.isascii() else lowered.translate(_APOSTROPHES)

"""Hyphens at the ends of lines: a word that was broken there is made whole, a word that has a hyphen keeps it.

What the same text shows elsewhere decides; a text that breaks no words keeps every hyphen.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_REST = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")

_OFTEN = 0.04
"""The part of all lines that end with a hyphen from which on a text surely breaks words."""

_FEW = 3
_BEFORE_LIST = (
    "well long self non ex vice co semi anti pro mid cross high low half part full short multi inter post pre ill so"
    " one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety"
    " north south peut celui celle ceux celles vis grand grande sous demi au ci la mi avant apres contre porte haut"
    " chef est sont rendez dix vingt trente quarante cinquante soixante quatre non franco anglo sino afro euro"
)
_BEFORE = frozenset(_BEFORE_LIST.split())
"""Words that stand before a hyphen of their own, in English and French."""

_BEHIND_LIST = (
    "based led backed old year known term being fire up off in ci la meme memes il elle ils elles on nous vous je"
    " ce vis parole general generale ministre president presidente midi quart"
)
_BEHIND = frozenset(_BEHIND_LIST.split())
"""Words that stand behind one."""


class Hyphens:
    """What a text shows of its own hyphens."""

    def __init__(self, lines: list[str]) -> None:
        self._known = Counter(word.lower() for line in lines for word in _WORDS.findall(line))
        broken = [pair for pair in pairwise(lines) if _parts(*pair)]
        whole = sum(bool(self._known[first + rest]) for first, rest in filter(None, (_parts(*pair) for pair in broken)))
        self._breaks_words = whole > 0 or (len(broken) >= _FEW and len(broken) > len(lines) * _OFTEN)

    def joined(self, lines: list[str]) -> str:
        """Return the lines of one paragraph as a single line."""
        done: list[str] = []
        for line in lines:
            if not done:
                done.append(line)
                continue
            parts = _parts(done[-1], line)
            if parts is None:
                closed = done[-1].endswith(("-", "\u2010")) and done[-1][-2:-1].isalnum() and line[:1].isalnum()
                done.append(line if closed or done[-1].endswith("/") else " " + line)
                continue
            if not self._keeps(*parts, soft=done[-1].endswith("\u00ad")):
                done[-1] = done[-1][:-1]
            done.append(line)
        return "".join(done)

    def _keeps(self, first: str, rest: str, soft: bool) -> bool:
        """Say whether the hyphen between two parts is the word's own: `long-` and `established`."""
        if soft or self._known[first + rest]:
            return False
        if self._known[f"{first}-{rest}"] or not self._breaks_words:
            return True
        return first in _BEFORE or rest in _BEHIND or bool(self._known[first] and self._known[rest] > 1)


def _parts(line: str, after: str) -> tuple[str, str] | None:
    """Return both parts of a word with a hyphen at a line's end, in lower case; None where it is no such thing."""
    broken, rest = _BROKEN.search(line[-60:]), _REST.match(after[:60])
    if broken is None or rest is None or not rest.group()[0].islower():
        return None
    return broken[1].lower(), rest.group().lower()

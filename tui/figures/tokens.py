"""Tokens of a sentence: words, numbers and signs, each with its place and its folded form."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.base.folding import fold

_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪", "01234567890123456789,.%")
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\w])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])|(?:[^\W\d_]\.){2,}|km/h|[^\W\d_]+)|(?P<sign>[^\s\w]|_)",
    re.IGNORECASE,
)
_SPACES = re.compile("[ \u00a0\u2009\u202f]")

WORD, NUMBER, SIGN = "word", "number", "sign"
HYPHENS = frozenset("-‐‑–—")


class Token(NamedTuple):
    """A word, a number in digits, or a sign."""

    start: int
    end: int
    raw: str
    low: str
    """Folded: lower case, without accents."""
    kind: str

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == WORD and self.raw[0].isupper()


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """Split a text; places count from `offset`. Arabic-Indic digits are read as the others are."""
    western = text if text.isascii() else text.translate(_EASTERN)
    folded = fold(western)  # as long as the text itself
    found = []
    for match in _TOKEN.finditer(western):
        start, end = match.span()
        found.append(Token(start + offset, end + offset, match[0], folded[start:end], match.lastgroup or SIGN))
    return found


def glued(tokens: list[Token], place: int) -> bool:
    """Say whether nothing stands between a token and the one before it."""
    return 0 < place < len(tokens) and tokens[place - 1].end == tokens[place].start


def hyphened(tokens: list[Token], place: int) -> bool:
    """Say whether a token is a hyphen between two parts of one word."""
    return (
        0 < place < len(tokens) - 1
        and tokens[place].low in HYPHENS
        and glued(tokens, place)
        and glued(tokens, place + 1)
    )


def digits_value(written: str, decimal_comma: bool, scaled: bool) -> float:
    """Return the value of a number in digits.

    A lone group of three digits behind a point or comma is a decimal or thousands by the language; `scaled` says that
    a word such as `million` follows, before which it is a decimal.
    """
    plain = _SPACES.sub("", written)
    for mark, other in ((",", "."), (".", ",")):
        if mark in plain and other in plain:
            decimal = mark if plain.rfind(mark) > plain.rfind(other) else other
            return float(plain.replace("," if decimal == "." else ".", "").replace(decimal, "."))
    mark = "," if "," in plain else "."
    parts = plain.split(mark)
    grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0].strip("0") != ""
    thousands = grouped and (len(parts) > 2 or (not scaled and (mark == "," or decimal_comma)))
    return float("".join(parts)) if thousands or len(parts) == 1 else float(".".join(parts[:2]))

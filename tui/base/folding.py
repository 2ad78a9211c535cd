"""Folds text, so that lines compare and match without regard to case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` in lower case without accents; offsets stay valid if it was composed (NFC)."""
    if text.isascii():
        return text.lower()
    return text.translate(_BASES)


class _Bases(dict[int, str]):
    """What each character folds to, found at its first use."""

    def __missing__(self, code: int) -> str:
        base = self[code] = _base(chr(code))
        return base


_BASES = _Bases()


def _base(character: str) -> str:
    if character in "’‘ʼ":
        return "'"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


def essence(line: str) -> str:
    """Return the folded words of a line, so that lines compare equal that differ only in punctuation."""
    return " ".join(_WORD.findall(fold(line)))

"""Folds text, so that lines compare and match without regard to case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` in lower case without accents; offsets stay valid if it was composed (NFC)."""
    if text.isascii():
        return text.lower()
    return "".join(_base(character) for character in text)


def _base(character: str) -> str:
    if character in "’‘ʼ":
        return "'"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


def essence(line: str) -> str:
    """Return the folded words of a line, so that lines compare equal that differ only in punctuation."""
    return " ".join(_WORD.findall(fold(line)))

"""Folding: lines made alike, so that they can be compared and searched for patterns without case, accents and marks."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` in lower case without accents, each character in its place where it was composed (NFC)."""
    if text.isascii():
        return text.lower()
    return "".join(_base(character) for character in text)


def _base(character: str) -> str:
    if character in "’‘ʼ":
        return "'"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


def essence(line: str) -> str:
    """Return the words of a line, folded, so that two lines can be compared that differ only in their marks."""
    return " ".join(_WORD.findall(fold(line)))

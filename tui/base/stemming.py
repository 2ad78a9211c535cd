"""Stems of words, by Snowball (M. F. Porter, snowballstem.org)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_NAMES = {"en": "english", "fr": "french"}

LANGUAGES = tuple(_NAMES)
"""The languages whose words are stemmed, as codes of two letters."""


@lru_cache(1 << 17)
def snowball(word: str, language: str) -> str:
    """Return the stem of a word in lower case; raises `KeyError` for any language but `LANGUAGES`."""
    return str(_stemmer(_NAMES[language]).stemWord(word))


@lru_cache
def _stemmer(name: str) -> Any:  # noqa: ANN401 - PyStemmer has no types
    import Stemmer

    return Stemmer.Stemmer(name, 0)

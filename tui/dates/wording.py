"""How the tables of words are written down."""

from __future__ import annotations


def ranked(words: str) -> dict[str, int]:
    """Rank words from 1 in the order in which they stand; a `-` keeps its place empty."""
    return {word: place for place, word in enumerate(words.split(), 1) if word != "-"}


def pairs(written: str) -> dict[str, str]:
    """Read `word=value word=value`."""
    return dict(pair.split("=", 1) for pair in written.split())


def words(written: str) -> frozenset[str]:
    """Read a set of words that white space parts."""
    return frozenset(written.split())

"""Numbers with the nouns that they count, as every part of the program writes them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `9 articles`, `12,345 articles`; the noun is one that takes an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""Numbers with the nouns they count."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `9 articles`, `12,345 articles`; the plural must end in s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

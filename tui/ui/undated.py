"""The undated articles as a word of the query, so that it can be seen, typed and taken back."""

from __future__ import annotations

UNDATED = "is:undated"
"""The word of the query language for articles without a date."""


def toggled_undated(text: str) -> str:
    """Return the query `text` with the word for undated articles, or without it where it has it."""
    words = text.split()
    if UNDATED in words:
        return " ".join(word for word in words if word != UNDATED)
    return f"{text} {UNDATED}".strip()

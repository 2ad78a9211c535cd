"""Marks and passages: what a query matched in a text, as values that are cheap to import."""

from __future__ import annotations

from msgspec import Struct

Mark = tuple[int, int]
"""First character and the one past the last, as offsets into a text."""


class Passage(Struct, frozen=True):
    """A piece of a text with the marks that lie in it."""

    text: str
    """One printable line."""
    marks: tuple[Mark, ...] = ()
    """Offsets into `text`, ascending, not overlapping."""
    cut_before: bool = False
    """Whether the article's text goes on before the passage."""
    cut_after: bool = False
    """Whether the text goes on after it."""

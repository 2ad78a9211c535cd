"""Claims: what a page tells machines of its article, each word as it was written there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What one voice of a page says: its structured data, or its metadata; empty where it says nothing."""

    title: str = ""
    published: tuple[str, ...] = ()
    """Dates as they are written, best first."""
    changed: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: str = ""
    """The outlet's name."""
    language: str = ""
    tags: tuple[str, ...] = ()
    address: str = ""
    text: str = ""
    """The whole text, where the page carries it for machines too."""
    closed: bool = False
    """Whether the page says that not everybody may read it."""


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts without those that are empty or were there before, on one line each."""
    return tuple(dict.fromkeys(line for line in (" ".join(text.split()) for text in texts) if line))

"""Articles and rows as records: the names of their fields are a promise to scripts."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.article import PublishedDate
from tui.dossier.catalogue import Head
from tui.explorer import Explorer

MOST_COPIES = 100
"""Ids of copies that are printed with an article: thousands of a text that stands everywhere would fill a disk."""


def head_record(head: Head, copies: list[str]) -> dict[str, object]:
    """Return what `list` says of an article; `copies` are the ids of the others with the same text."""
    published = head.published
    return {
        "id": head.id,
        "path": head.path,
        "title": head.title,
        "title_made": head.title_made,
        "date": published.iso if published else None,
        "date_precision": published.precision.value if published else None,
        "date_source": published.provenance.value if published else None,
        "source": head.source or None,
        "author": head.author or None,
        "language": head.language or None,
        "words": head.words,
        "tags": list(head.tags),
        "retold": head.retold,
        "copies": copies,
    }


def copies_of(explorer: Explorer, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return for each article the ids of the other copies of its text in the dossier, at most `MOST_COPIES`."""
    groups = explorer.groups()
    others = {number: groups.others(number, MOST_COPIES) for number in numbers}
    ids = {head.number: head.id for head in explorer.heads({copy for group in others.values() for copy in group})}
    return {number: [ids[copy] for copy in group if copy in ids] for number, group in others.items()}


def date_record(date: PublishedDate) -> dict[str, str]:
    """Return one of the dates that a file offers."""
    return {"date": date.iso, "date_precision": date.precision.value, "date_source": date.provenance.value}


def date_words(published: PublishedDate | None) -> str:
    """Return a date as a column shows it."""
    return published.iso if published else "undated"

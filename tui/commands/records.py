"""Articles as JSON records, whose field names scripts depend on."""

from __future__ import annotations

from collections.abc import Sequence

from tui.catalogue.catalogue import Head
from tui.core.explorer import Explorer
from tui.dossier.article import PublishedDate
from tui.locale import _

MOST_COPIES = 100
"""Ids of copies that are printed with an article; for a text with thousands of copies all of them would fill a disk."""


def head_record(head: Head, copies: list[str]) -> dict[str, object]:
    """Return what `list` says of an article; `copies` are the ids of the others with the same text."""
    return {
        "id": head.id,
        "path": head.path,
        "title": head.title,
        "title_made": head.title_made,
        **date_record(head.published),
        "source": head.source or None,
        "author": head.author or None,
        "language": head.language or None,
        "words": head.words,
        "tags": list(head.tags),
        "retold": head.retold,
        "copies": copies,
        **date_account(head),
        "address": head.address or None,
    }


def date_account(head: Head) -> dict[str, object]:
    """Return what is known about an article's date besides the date itself."""
    return {
        "doubt": head.doubt or None,
        "candidates": [
            {"date": other.iso, "precision": other.precision.value, "source": other.provenance.value}
            for other in head.candidates
        ],
        "captured": head.captured.isoformat() if head.captured else None,
    }


def copies_of(explorer: Explorer, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return, for each article, the ids of the other copies of its text, at most `MOST_COPIES`."""
    groups = explorer.groups()
    others = {number: groups.others(number, MOST_COPIES) for number in numbers}
    ids = {head.number: head.id for head in explorer.heads({copy for group in others.values() for copy in group})}
    return {number: [ids[copy] for copy in group if copy in ids] for number, group in others.items()}


def date_record(date: PublishedDate | None) -> dict[str, str | None]:
    """Return a publication date; all None for an undated article."""
    return {
        "date": date.iso if date else None,
        "date_precision": date.precision.value if date else None,
        "date_source": date.provenance.value if date else None,
    }


def date_words(published: PublishedDate | None, doubtful: bool = False) -> str:
    """Return a date as a column shows it, with a question mark if it is in doubt."""
    return f"{published.iso}{'?' * doubtful}" if published else _("undated")

"""Articles and rows as records: the names of their fields are a promise to scripts."""

from __future__ import annotations

from tui.dossier.article import PublishedDate
from tui.dossier.catalogue import Head


def head_record(head: Head) -> dict[str, object]:
    """Return what `list` says of an article."""
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
        **date_account(head),
        "address": head.address or None,
    }


def date_account(head: Head) -> dict[str, object]:
    """Return what is to be known of an article's date besides the date itself."""
    return {
        "doubt": head.doubt or None,
        "candidates": [
            {"date": other.iso, "precision": other.precision.value, "source": other.provenance.value}
            for other in head.candidates
        ],
        "captured": head.captured.isoformat() if head.captured else None,
    }


def date_record(date: PublishedDate) -> dict[str, str]:
    """Return one of the dates that a file offers."""
    return {"date": date.iso, "date_precision": date.precision.value, "date_source": date.provenance.value}


def date_words(published: PublishedDate | None, doubtful: bool = False) -> str:
    """Return a date as a column shows it, with a question mark where something speaks against it."""
    return f"{published.iso}{'?' * doubtful}" if published else "undated"

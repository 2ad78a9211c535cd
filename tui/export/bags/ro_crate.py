"""The description of a dossier as an RO-Crate (version 1.1): its files, and the articles in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from tui.base.printable import printable_json, printable_line
from tui.dossier.article import PublishedDate
from tui.dossier.serialization import Head
from tui.export.bags.layout import CRATE, PAYLOAD
from tui.export.bags.writing import Stored
from tui.importing.registry import suffix_of

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
    ".eml": "message/rfc822",
    ".csv": "text/csv",
    ".json": "application/json",
    ".zip": "application/zip",
    ".warc": "application/warc",
}

Entity = dict[str, object]


def described(name: str, stored: Sequence[Stored], heads: Iterable[Head]) -> str:
    """Write the description of a dossier of this name; `heads` are its articles."""
    articles = sorted(heads, key=lambda head: (head.path, head.id))
    sources = sorted({printable_line(head.source) for head in articles if head.source})
    entities: list[Entity] = [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        },
        _root(name, stored, articles),
        *(_file(file) for file in stored),
        *(_article(head, {file.path for file in stored}) for head in articles),
        *map(_source, sources),
    ]
    return printable_json({"@context": _CONTEXT, "@graph": entities}, indent=1) + "\n"


def _root(name: str, stored: Sequence[Stored], articles: Sequence[Head]) -> Entity:
    days = [head.published.span for head in articles if head.published]
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": name,
        "description": f"A dossier of {len(articles)} articles in {len(stored)} files.",
        "hasPart": [{"@id": _file_id(file.path)} for file in stored],
        "mentions": [{"@id": _article_id(head)} for head in articles],
    }
    if days:
        first, last = min(span.first for span in days), max(span.last for span in days)
        root["temporalCoverage"] = f"{first.isoformat()}/{last.isoformat()}"
        # The format asks for a day; today's would make another bag each day.
        root["datePublished"] = last.isoformat()
    return root


def _file(file: Stored) -> Entity:
    entity: Entity = {
        "@id": _file_id(file.path),
        "@type": "File",
        "name": file.path.rpartition("/")[2],
        "contentSize": str(file.size),
        "sha256": file.digest,
    }
    media_type = _MEDIA_TYPES.get(suffix_of(file.path))
    return entity | ({"encodingFormat": media_type} if media_type else {})


def _article(head: Head, paths: set[str]) -> Entity:
    """Describe an article; one in an archive points to the archive."""
    path = head.path
    while path and path not in paths:
        path = path.rpartition("/")[0]
    entity: Entity = {
        "@id": _article_id(head),
        "@type": "NewsArticle",
        "identifier": head.id,
        "headline": printable_line(head.title),
        "datePublished": _day(head.published),
        "publisher": {"@id": _source_id(printable_line(head.source))} if head.source else None,
        "author": printable_line(head.author),
        "inLanguage": head.language,
        "url": head.address,
        "keywords": ", ".join(map(printable_line, head.tags)),
        "description": "Retold: the words are not the publisher's own." if head.retold else "",
        "encoding": {"@id": _file_id(path)} if path else None,
    }
    return {key: value for key, value in entity.items() if value}


def _day(published: PublishedDate | None) -> str:
    return published.iso if published else ""


def _source(source: str) -> Entity:
    return {"@id": _source_id(source), "@type": "Organization", "name": source}


def _file_id(path: str) -> str:
    return quote(PAYLOAD + path)


def _article_id(head: Head) -> str:
    return f"#{head.id}"


def _source_id(source: str) -> str:
    return f"#source-{quote(source, safe='')}"

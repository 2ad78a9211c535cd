"""Exports of read-later and citation programs, mapped to the field names of all records.

An export is recognised by its field names. Its date is often the day on which a page was saved, never that of
publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tui.importing.markup.front_matter import Value
from tui.importing.metadata import PUBLISHED, folded_name
from tui.importing.records.record import BODIES
from tui.locale import N_

Fields = Mapping[str, Value]

_SHELVES = frozenset(("unread", "archive", "starred", "home", "inbox", "later", "feed"))
"""Folders of a program, which are not tags."""


@dataclass(frozen=True, slots=True)
class _Export:
    """How one program's fields map to those of a record."""

    needs: frozenset[str]
    """Folded names that its records always have."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New names of folded ones; "" is a field that is only kept among what was left out."""


_WALLABAG = {"createdat": "saved", "updatedat": "", "publishedby": "author", "previewpicture": ""}
_EXPORTS = (
    _Export(frozenset(("isarchived", "content", "createdat", "url")), _WALLABAG),
    _Export(frozenset(("domainname", "content", "createdat", "url")), _WALLABAG),  # of an older release or a fork
    _Export(frozenset(("mimetype", "creationdate", "content", "url")), {"creationdate": "saved"}),  # wallabag, CSV
    _Export(frozenset(("slug", "savedat", "url")), {"savedat": "saved", "updatedat": "", "state": ""}),  # Omnivore
    _Export(  # Instapaper
        frozenset(("selection", "folder", "timestamp", "url")), {"timestamp": "saved", "folder": "tags"}
    ),
    _Export(frozenset(("timeadded", "title", "url")), {"timeadded": "saved", "status": ""}),  # Pocket
    _Export(frozenset(("saveddate", "documenttags", "url")), {"saveddate": "saved", "documenttags": "tags"}),  # Reader
    _Export(  # Zotero, CSV
        frozenset(("itemtype", "dateadded", "publicationtitle")),
        {"dateadded": "saved", "accessdate": "", "datemodified": "", "manualtags": "tags", "publisher": ""},
    ),
    _Export(  # ACLED: each row is one event, told in its notes
        frozenset(("eventdate", "notes", "source")),
        {"eventdate": "published", "notes": "text", "year": "", "timestamp": "saved", "eventidcnty": "id"},
    ),
    _Export(frozenset(("seendate", "url", "title")), {"seendate": "created", "domain": "source"}),  # GDELT's DOC API
    _Export(  # ProQuest's list of results
        frozenset(("storeid", "pubdate", "pubtitle")),
        {"pubdate": "published", "pubtitle": "source", "entrydate": "saved", "storeid": "id", "documenturl": "url",
         "year": ""},
    ),
    _Export(  # the codes of Factiva
        frozenset(("hd", "pd", "sn")),
        {"hd": "title", "pd": "published", "sn": "source", "by": "author", "la": "language", "lp": "lead", "td": "text",
         "an": "id"},
    ),
)  # fmt: skip


LIST_OF_LINKS = N_("a list of links, such as bookmarks: it holds no articles, save the pages themselves")
_LINKS = (frozenset(("timeadded", "title", "url")),)
"""What the columns of lists of links have: Pocket's."""

_TEXTS = frozenset(map(folded_name, BODIES))
"""Folded names of an article's text, which citations and highlights lack."""

HIGHLIGHTS = frozenset(("highlight", "booktitle"))
"""Folded names of a table of highlights, with a row for each highlight rather than each article."""

KNOWN_EXPORTS = (HIGHLIGHTS, *(export.needs for export in _EXPORTS))
"""Sets of folded names, each of which identifies an export of articles."""


def holds_only_links(names: frozenset[str]) -> bool:
    """Say whether a table with these folded names is a list of links: no column of it can hold a text."""
    return any(needed <= names for needed in _LINKS) and not names & _TEXTS


def as_record(fields: Fields) -> Fields:
    """Rename the fields of an export's record; other records are returned unchanged."""
    if "type" in fields and (_CSL & fields.keys()) and not _holds(fields, _TEXTS):
        return _of_citation(fields)
    if _is_of_highlights(fields):
        return _of_highlights(fields)
    export = _export_of(frozenset(fields))
    if export is None:
        return fields
    named = {export.renamed.get(folded_name(name), name) or f"{name}-kept": value for name, value in fields.items()}
    tags = named.get("tags")
    if isinstance(tags, str) and tags.lower() in _SHELVES:
        named["tags"] = ""
    return named


@lru_cache(maxsize=256)
def _export_of(names: frozenset[str]) -> _Export | None:
    folded = set(map(folded_name, names))
    return next((export for export in _EXPORTS if export.needs <= folded), None)


def gathered_highlights(rows: Iterable[Fields]) -> Iterator[Fields]:
    """Yield one record for each article whose highlights are in the rows, in order."""
    articles: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        named = {folded_name(name): value for name, value in row.items()}
        title, author, text = (str(named.get(name, "")) for name in ("booktitle", "bookauthor", "highlight"))
        articles.setdefault((title, author), []).append(text)
    for (title, author), texts in articles.items():
        yield {"title": title, "author": author, "abstract": "\n\n".join(texts), "id": f"{title} {author}".strip()}


def _is_of_highlights(fields: Fields) -> bool:
    """Say whether a record has highlights instead of a text; others have both."""
    highlights = fields.get("highlights")
    if not isinstance(highlights, list) or not any(isinstance(one, dict) and one.get("text") for one in highlights):
        return False
    return not _holds(fields, _TEXTS | PUBLISHED)


def _holds(fields: Fields, names: frozenset[str]) -> bool:
    """Say whether any field with these folded names has a value."""
    return any(value and folded_name(name) in names for name, value in fields.items())


def _of_highlights(fields: Fields) -> Fields:
    """Return a record with its highlights in place of its text."""
    highlights = fields["highlights"]
    assert isinstance(highlights, list)
    texts = [str(one.get("text", "")) for one in highlights if isinstance(one, dict)]
    return {
        "title": fields.get("readable_title") or fields.get("title", ""),
        "author": fields.get("author", ""),
        "url": fields.get("source_url") or fields.get("unique_url", ""),
        "tags": fields.get("book_tags", ""),
        "id": fields.get("user_book_id", ""),
        "abstract": "\n\n".join(texts),
    }


_CSL = frozenset(("issued", "accessed", "container-title", "citation-key"))


def _of_citation(fields: Fields) -> Fields:
    """Convert an item of CSL JSON, as written by Zotero and other citation programs."""
    people = fields.get("author", "")
    names = [_person(one) for one in people if isinstance(one, dict)] if isinstance(people, list) else people
    return {
        "title": fields.get("title", ""),
        "date": _date_of_parts(fields.get("issued", "")),
        "saved": _date_of_parts(fields.get("accessed", "")),
        "source": fields.get("container-title") or fields.get("publisher", ""),
        "abstract": fields.get("abstract", ""),
        "author": names,
        "url": fields.get("URL", ""),
        "language": fields.get("language", ""),
        "tags": fields.get("keyword", ""),
        "id": fields.get("id", ""),
    }


def _person(name: Mapping[str, Value]) -> Value:
    whole = name.get("literal", "")
    return whole or " ".join(str(name[part]) for part in ("given", "family") if name.get(part))


def _date_of_parts(value: Value) -> str:
    """Format a CSL date as far as it is known: `2023`, `2023-08`, `2023-08-03`."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    parts = value.get("date-parts", "")
    first = parts[0] if isinstance(parts, list) and parts else ""
    if isinstance(first, list) and first and all(isinstance(part, str) and part.isdecimal() for part in first[:3]):
        return "-".join(str(part).zfill(2) for part in first[:3])
    written = value.get("raw") or value.get("literal", "")
    return written if isinstance(written, str) else ""

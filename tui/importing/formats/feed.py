"""Feeds saved as files: RSS, RDF and Atom, and JSON feeds once they are parsed.

What a feed says of its own making or fetching is no date of its entries.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.base.printable import printable
from tui.errors import FileProblem
from tui.importing.feeds.cutting import ROOTS, Batch, cut
from tui.importing.feeds.entry import Entry, Feed, Lacks, entry_draft
from tui.importing.limits import FEED_BARREN_ENTRIES
from tui.importing.parsed import STILL_READING, Draft, RawFile
from tui.importing.parser_errors import foreign
from tui.importing.references.entry import entries
from tui.importing.references.zotero import NAMESPACE, zotero_drafts
from tui.importing.tagged.scanning import resolved, tagged_text

_END = re.compile(rf"</(?:[\w.-]+:)?(?:{'|'.join(ROOTS)})\s*>", re.I)
_HEAD = 4000
"""Characters at the beginning in which Zotero's mark is looked for."""

_TAIL = 4000
"""Characters at the end of a feed in which its last tag is looked for; remarks of a cache may stand behind it."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the entries of a feed, one after another."""
    text, note = tagged_text(file.content)
    if NAMESPACE in text[:_HEAD]:
        yield from entries(zotero_drafts(file.content), "references")
    else:
        yield from read_feed(text, note)


def read_feed(text: str, note: str = "") -> Iterator[Draft]:
    """Yield the entries of a feed, and at last a draft that only tells what they lack, where they lack anything.

    Raises `FileProblem` where the text is no feed.
    """
    lacks = Lacks(Counter())
    feed, count, barren = Feed(), 0, 0
    for place, batch in enumerate(cut(resolved(printable(text)))):
        if barren > FEED_BARREN_ENTRIES:
            lacks.counts["barren"] += 1
            break
        if isinstance(batch, int):
            lacks.counts["long"] += batch
        elif place == 0:
            feed = _feed(batch)
        else:
            count += len(batch.entries)
            barren += len(batch.entries)
            for entry in _entries(batch, lacks):
                draft = entry_draft(entry, feed, lacks)
                if draft.title or draft.paragraphs:
                    barren = 0
                    yield draft
            if barren:
                yield STILL_READING
    entries = "" if count or lacks.counts["long"] else "a feed without entries"
    end = "" if _END.search(text, max(0, len(text) - _TAIL)) else "the file breaks off before the feed's end"
    notes = (note, *lacks.notes(), entries, end)
    if any(notes):
        yield Draft(notes=tuple(filter(None, notes)))


def read_json_feed(record: Mapping[str, object]) -> Iterator[Draft]:
    """Yield the items of a JSON Feed, version 1 or 1.1, and at last a draft that only tells what they lack.

    The items are walked once, so that they may be read as they are asked for; one that is no map is damaged.
    """
    lacks = Lacks(Counter())
    feed = Feed(_text(record, "title"), _text(record, "language"))
    items = record.get("items")
    count = 0
    for item in items if isinstance(items, Iterable) and not isinstance(items, str) else ():
        count += 1
        if not isinstance(item, Mapping):
            lacks.counts["damaged"] += 1
            continue
        draft = entry_draft(_json_entry(item), feed, lacks)
        if draft.title or draft.paragraphs:
            yield draft
    notes = lacks.notes() if count else ("a feed without entries",)
    if notes:
        yield Draft(notes=notes)


def _json_entry(item: Mapping[str, object]) -> Entry:
    authors, tags = item.get("authors"), item.get("tags")
    people = [*(authors if isinstance(authors, list) else []), item.get("author")]
    return Entry(
        title=_text(item, "title"),
        content=_text(item, "content_html") or _text(item, "content_text"),
        summary=_text(item, "summary"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        key=_text(item, "id"),
        address=_text(item, "url") or _text(item, "external_url"),
        authors=tuple(_text(person, "name") for person in people if isinstance(person, Mapping)),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        language=_text(item, "language"),
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name, "")
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _parsed(document: str) -> Any:  # noqa: ANN401 - the parser's own loosely typed dictionaries
    """Parse a small feed; it is given as bytes in memory, for the parser would fetch or open what looks like a name."""
    import feedparser

    with foreign("feed"):
        return feedparser.parse(io.BytesIO(document.encode()), sanitize_html=False, resolve_relative_uris=False)


def _feed(head: Batch) -> Feed:
    try:
        said = _parsed(head.document()).feed
    except FileProblem:
        return Feed()
    return Feed(_plain(said, "title"), _plain(said, "language"))


def _entries(batch: Batch, lacks: Lacks) -> Iterator[Entry]:
    """Yield the entries of a batch; where the parser loses one of them, each is parsed by itself."""
    try:
        parsed = _parsed(batch.document())
    except FileProblem:
        parsed = None
    if parsed is not None and len(parsed.entries) == len(batch.entries):
        yield from (_entry(entry, parsed.version) for entry in parsed.entries)
        return
    if len(batch.entries) == 1:
        lacks.counts["damaged"] += 1
        return
    for entry in batch.entries:
        yield from _entries(Batch((entry,), batch.opening, batch.closing), lacks)


def _entry(said: Any, version: str) -> Entry:  # noqa: ANN401 - as above
    """Take the fields of an entry out of what the parser gives."""
    published, updated = _plain(said, "published"), _plain(said, "updated")
    if not published and not version.startswith("atom"):
        published, updated = updated, ""  # the parser calls the one date of Dublin Core so
    contents = [str(one.get("value", "")) for one in said.get("content", ())]
    spoken = next((str(one.get("language") or "") for one in said.get("content", ())), "")
    people = said.get("authors") or [said.get("author_detail") or {}]
    names = tuple(str(one.get("name") or "") for one in people)
    return Entry(
        title=_plain(said, "title"),
        marked_title="html" in str((said.get("title_detail") or {}).get("type", "")),
        content=max(contents, key=len, default=""),
        summary=_plain(said, "summary"),
        published=published,
        updated=updated,
        key=_plain(said, "id"),
        address=_plain(said, "feedburner_origlink") or _plain(said, "link"),
        authors=names if any(names) else (_plain(said, "author"),),
        tags=tuple(str(tag.get("label") or tag.get("term") or "") for tag in said.get("tags", ())),
        source=str((said.get("source") or {}).get("title") or ""),
        language=_plain(said, "language") or spoken,
    )


def _plain(said: Any, name: str) -> str:  # noqa: ANN401 - as above
    """Return a field as the feed has it; asked the usual way, the parser answers for one field with another."""
    value = dict.get(said, name)
    return value if isinstance(value, str) else ""

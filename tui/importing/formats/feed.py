"""Feeds saved as files: RSS, RDF and Atom, and parsed JSON feeds.

The feed's own date is not a date of its entries.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.base.printable import printable
from tui.errors import FileProblem
from tui.importing.feeds import ROOTS, Batch, Feed, FeedEntry, MissingParts, cut, draft_of_entry
from tui.importing.limits import FEED_BARREN_ENTRIES
from tui.importing.parsed import HEARTBEAT, Draft, RawFile
from tui.importing.parser_errors import translated_errors
from tui.importing.references.entry import entries
from tui.importing.references.zotero import NAMESPACE, zotero_drafts
from tui.importing.tagged.scanning import resolved, tagged_text
from tui.locale import N_

_END = re.compile(rf"</(?:[\w.-]+:)?(?:{'|'.join(ROOTS)})\s*>", re.I)
_HEAD = 4000
"""Characters at the beginning in which Zotero's mark is looked for."""

_TAIL = 4000
"""Characters at the end of a feed in which its last tag is looked for; comments of a cache may follow it."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the entries of a feed."""
    text, note = tagged_text(file.content)
    if NAMESPACE in text[:_HEAD]:
        yield from entries(zotero_drafts(file.content), "references")
    else:
        yield from read_feed(text, note)


def read_feed(text: str, note: str = "") -> Iterator[Draft]:
    """Yield the entries of a feed, and at last a draft of notes on what they lack.

    Raises `FileProblem` if the text is not a feed.
    """
    missing = MissingParts(Counter())
    feed, count, barren = Feed(), 0, 0
    for place, batch in enumerate(cut(resolved(printable(text)))):
        if barren > FEED_BARREN_ENTRIES:
            missing.counts["barren"] += 1
            break
        if isinstance(batch, int):
            missing.counts["long"] += batch
        elif place == 0:
            feed = _feed(batch)
        else:
            count += len(batch.entries)
            barren += len(batch.entries)
            for entry in _entries(batch, missing):
                draft = draft_of_entry(entry, feed, missing)
                if draft.title or draft.paragraphs:
                    barren = 0
                    yield draft
            if barren:
                yield HEARTBEAT
    entries = "" if count or missing.counts["long"] else N_("a feed without entries")
    end = "" if _END.search(text, max(0, len(text) - _TAIL)) else N_("the file ends before the feed does")
    notes = (note, *missing.notes(), entries, end)
    if any(notes):
        yield Draft(notes=tuple(filter(None, notes)))


def read_json_feed(record: Mapping[str, object]) -> Iterator[Draft]:
    """Yield the items of a JSON Feed, version 1 or 1.1, and at last a draft of notes on what they lack.

    The items may be an iterator; one that is not a map is damaged.
    """
    missing = MissingParts(Counter())
    feed = Feed(_text(record, "title"), _text(record, "language"))
    items = record.get("items")
    count = 0
    for item in items if isinstance(items, Iterable) and not isinstance(items, str) else ():
        count += 1
        if not isinstance(item, Mapping):
            missing.counts["damaged"] += 1
            continue
        draft = draft_of_entry(_json_entry(item), feed, missing)
        if draft.title or draft.paragraphs:
            yield draft
    notes = missing.notes() if count else (N_("a feed without entries"),)
    if notes:
        yield Draft(notes=notes)


def _json_entry(item: Mapping[str, object]) -> FeedEntry:
    authors, tags = item.get("authors"), item.get("tags")
    people = [*(authors if isinstance(authors, list) else []), item.get("author")]
    return FeedEntry(
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


def _parsed(document: str) -> Any:  # noqa: ANN401 - the parser's loosely typed dictionaries
    """Parse a small feed from bytes: the parser would fetch or open a string that looks like an address."""
    import feedparser

    with translated_errors("feed"):
        return feedparser.parse(io.BytesIO(document.encode()), sanitize_html=False, resolve_relative_uris=False)


def _feed(head: Batch) -> Feed:
    try:
        said = _parsed(head.document()).feed
    except FileProblem:
        return Feed()
    return Feed(_plain(said, "title"), _plain(said, "language"))


def _entries(batch: Batch, missing: MissingParts) -> Iterator[FeedEntry]:
    """Yield the entries of a batch; if the parser loses one, each is parsed separately."""
    try:
        parsed = _parsed(batch.document())
    except FileProblem:
        parsed = None
    if parsed is not None and len(parsed.entries) == len(batch.entries):
        yield from (_entry(entry, parsed.version) for entry in parsed.entries)
        return
    if len(batch.entries) == 1:
        missing.counts["damaged"] += 1
        return
    for entry in batch.entries:
        yield from _entries(Batch((entry,), batch.opening, batch.closing), missing)


def _entry(said: Any, version: str) -> FeedEntry:  # noqa: ANN401 - as above
    """Convert an entry of the parser."""
    published, updated = _plain(said, "published"), _plain(said, "updated")
    if not published and not version.startswith("atom"):
        published, updated = updated, ""  # the parser reports Dublin Core's only date as an update
    contents = [str(one.get("value", "")) for one in said.get("content", ())]
    spoken = next((str(one.get("language") or "") for one in said.get("content", ())), "")
    people = said.get("authors") or [said.get("author_detail") or {}]
    names = tuple(str(one.get("name") or "") for one in people)
    return FeedEntry(
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
    """Return a field as the feed has it; the parser's own `get` substitutes one field for another."""
    value = dict.get(said, name)
    return value if isinstance(value, str) else ""

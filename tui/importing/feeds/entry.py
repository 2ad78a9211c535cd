"""An entry of a feed, whatever dialect it was written in: how its fields become a draft, and what it lacks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import unescape

from tui.base.folding import essence
from tui.base.printable import printable_line
from tui.dossier.article import Provenance
from tui.dossier.credit import without_by
from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.stamp import FieldDate, read_field_date
from tui.importing.dating.unread import not_understood, quoted
from tui.importing.limits import FEED_BARREN_ENTRIES
from tui.importing.markup.fragment import looks_like_html, paragraphs_of
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft, draft_of_text, repeated_in

_SUMMARY_WORDS = 120
"""A longer summary may as well be the whole text: many feeds put it there."""

_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|read more|lire la suite)\W*$", re.I)
_MAILBOX = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<other>[^<>]+?)\s*<[^<>]*@[^<>]*>")
_WEB = re.compile(r"https?://", re.I)


_BARREN = f"no article in {FEED_BARREN_ENTRIES:,} entries one after another: those behind them were not read"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and so of its entries where they say nothing."""

    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """The fields of an entry as they stand in the feed."""

    title: str = ""
    marked_title: bool = False
    """Whether the title is written in HTML."""
    content: str = ""
    """The whole text, HTML or plain; empty where the feed gives none."""
    summary: str = ""
    published: str = ""
    updated: str = ""
    key: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    """The outlet that the entry was taken over from, where it names one."""
    language: str = ""


@dataclass(slots=True)
class MissingParts:
    """What is wanting in the entries of one feed, counted."""

    counts: Counter[str]
    unread: str = ""
    """The first date that was not understood, in words."""

    def notes(self) -> tuple[str, ...]:
        """Return a sentence for each lack."""
        sentences = (
            ("summary", "{} with a summary only"),
            ("title", "{} with a title and no text"),
            ("nothing", "{} with neither title nor text left out"),
            ("damaged", "{} damaged and left out"),
            ("date", "{} whose date was not understood: " + self._first()),
            ("long", "{} too long to be read"),
        )
        told = tuple(words.replace("{}", f"{self.counts[kind]:,}", 1) for kind, words in sentences if self.counts[kind])
        return (*told, _BARREN) if self.counts["barren"] else told

    def _first(self) -> str:
        return f"{self.unread}{', and others' if self.counts['date'] > 1 else ''}"


def draft_of_entry(entry: FeedEntry, feed: Feed, missing: MissingParts) -> Draft:
    """Make a draft of an entry; one without title and text is empty, and counted as such."""
    source = printable_line(entry.source) or printable_line(feed.title) or outlet_of(entry.address)
    title = _title(entry)
    if entry.source and title.endswith(f" - {source}"):
        title = title.removesuffix(f" - {source}")
    text, summary = paragraphs_of(entry.content), _without_title(paragraphs_of(entry.summary), title, source)
    if not text:
        text, summary = summary, ()
        if text and _is_summary(text):
            missing.counts["summary"] += 1
    field_date = _dates(entry, title or next(iter(text), ""), missing)
    if not text:
        missing.counts["title" if title else "nothing"] += 1
        if not title:
            return Draft()
    draft = draft_of_text(list(text), title)
    return replace(
        draft,
        left_out=(*draft.left_out, *(part for part in summary if not repeated_in(part, text))),
        dates=field_date.dates,
        doubt=field_date.doubt,
        source=source,
        author=", ".join(dict.fromkeys(filter(None, map(_author, entry.authors)))),
        language=read_language(entry.language) or read_language(feed.language),
        tags=tuple(dict.fromkeys(filter(None, map(printable_line, entry.tags)))),
        key=entry.key or entry.address,
        address=entry.address if _WEB.match(entry.address) else "",
    )


def _title(entry: FeedEntry) -> str:
    title = entry.title
    if looks_like_html(title):
        title = " ".join(paragraphs_of(title))
    elif entry.marked_title:
        title = unescape(title)
    return printable_line(title)


def _without_title(paragraphs: tuple[str, ...], title: str, source: str) -> tuple[str, ...]:
    """Leave out paragraphs that do nothing but repeat the title, as feeds of searches have them for a summary."""
    known = {essence(title), essence(f"{title} {source}"), ""}
    return tuple(paragraph for paragraph in paragraphs if essence(paragraph) not in known)


def _is_summary(paragraphs: tuple[str, ...]) -> bool:
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return words < _SUMMARY_WORDS or _BROKEN_OFF.search(paragraphs[-1]) is not None


def _dates(entry: FeedEntry, title: str, missing: MissingParts) -> FieldDate:
    """Return the dates of an entry as one stamp: those of publication, then that of a change where it is certain."""
    published = read_field_date(entry.published, Provenance.RECORD)
    updated = read_field_date(entry.updated, Provenance.CHANGE)
    doubt = published.doubt
    if entry.published.strip() and not published.dates:
        missing.counts["date"] += 1
        missing.unread = missing.unread or quoted(entry.published, title)
        doubt = not_understood(entry.published)
    return FieldDate((*published.dates, *(updated.dates if updated.certain else ())), doubt)


def _author(written: str) -> str:
    """Return a name without the mail address that RSS asks for beside it."""
    line = printable_line(written)
    box = _MAILBOX.fullmatch(line)
    name = (box["name"] or box["other"]) if box else line
    return "" if "@" in name and " " not in name else without_by(name).strip(" ,\"'")

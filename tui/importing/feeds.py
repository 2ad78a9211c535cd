"""The entries of a feed: cut into batches that are parsed separately, and turned into drafts.

The feed parser reads a whole file at once and gives up at the first error. A batch with the feed's own head and end is
a small feed, so a large or damaged one costs no more than its damaged batch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from tui.base.folding import essence
from tui.base.printable import printable_line
from tui.dossier.article import Provenance
from tui.dossier.credit import without_by
from tui.errors import FileProblem
from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.field_date import FieldDate, not_understood, quoted, read_field_date
from tui.importing.fields_left_out import fields_left_out
from tui.importing.limits import (
    FEED_BARREN_ENTRIES,
    FEED_BATCH_CHARACTERS,
    FEED_BATCH_ENTRIES,
    FEED_ENTRY_CHARACTERS,
    FEED_ENTRY_TAGS,
)
from tui.importing.markup.fragment import looks_like_html, paragraphs_of
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft, draft_of_text, repeated_in
from tui.importing.tagged.scanning import Token, TokenKind, scan
from tui.locale import N_

ROOTS = frozenset(("rss", "feed", "rdf"))
"""The first tag of a feed, without its prefix."""

_ENTRIES = frozenset(("item", "entry"))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Batch:
    """Some entries of a feed, with their tags."""

    entries: tuple[str, ...]
    opening: str
    """The tags that are open where entries begin."""
    closing: str

    def document(self) -> str:
        """Return a feed of these entries."""
        return f"{self.opening}{''.join(self.entries)}{self.closing}"


def local(name: str) -> str:
    """Return a tag's name without its prefix."""
    return name.rpartition(":")[2]


def root_of(text: str) -> str:
    """Return the name of the first tag without its prefix, or ""."""
    return next((local(token.name) for token in scan(text) if token.kind is TokenKind.OPEN), "")


def cut(text: str) -> Iterator[Batch | int]:
    """Yield the feed's own head as a batch, then its entries in batches; a number counts entries that are too long.

    Raises `FileProblem` if the text is not a feed.
    """
    stack, first = _opening(text)
    opening = "".join(text[token.start : token.end] for token in stack)
    closing = "".join(f"</{_written(text, token.start, token.name)}>" for token in reversed(stack))
    if len(opening) > FEED_ENTRY_CHARACTERS:
        raise FileProblem(N_("not a feed: its first tags are never closed"))
    begin = stack[-1].end if stack else 0
    yield Batch((text[begin:first][:FEED_ENTRY_CHARACTERS],), opening, closing)
    waiting: list[str] = []
    for entry in _entries(text, first):
        if len(entry) > FEED_ENTRY_CHARACTERS or entry.count("<") > FEED_ENTRY_TAGS:
            yield 1
            continue
        if waiting and (
            len(waiting) >= FEED_BATCH_ENTRIES or sum(map(len, waiting)) + len(entry) > FEED_BATCH_CHARACTERS
        ):
            yield Batch(tuple(waiting), opening, closing)
            waiting = []
        waiting.append(entry)
    if waiting:
        yield Batch(tuple(waiting), opening, closing)


def _opening(text: str) -> tuple[list[Token], int]:
    """Return the tags that are open where the first entry begins, and its offset in characters."""
    stack: list[Token] = []
    for token in scan(text):
        if token.kind is TokenKind.OPEN:
            if not stack and local(token.name) not in ROOTS:
                raise FileProblem(N_("not a feed: its first tag is <{name}>").format(name=token.name[:40]))
            if stack and local(token.name) in _ENTRIES:
                return stack, token.start
            if not token.empty and len(stack) < _DEEPEST:
                stack.append(token)
        elif token.kind is TokenKind.CLOSE:
            place = next((place for place in range(len(stack) - 1, 0, -1) if stack[place].name == token.name), 0)
            if place:
                del stack[place:]
    if not stack:
        raise FileProblem(N_("not a feed: it has no tags"))
    return stack[:1], len(text)


def _entries(text: str, first: int) -> Iterator[str]:
    """Yield the entries with their tags; an unclosed one ends where the next begins."""
    begin, name = -1, ""
    for token in scan(text, first):
        if token.kind is TokenKind.TEXT or token.empty or local(token.name) not in _ENTRIES:
            continue
        if begin < 0:
            if token.kind is TokenKind.OPEN:
                begin, name = token.start, token.name
        elif token.name == name:
            closed = token.kind is TokenKind.CLOSE
            yield text[begin : token.end] if closed else f"{text[begin : token.start]}</{_written(text, begin, name)}>"
            begin = -1 if closed else token.start
    if begin >= 0:
        yield f"{text[begin:]}</{_written(text, begin, name)}>"


def _written(text: str, begin: int, name: str) -> str:
    """Return a tag's name in its original case."""
    return text[begin + 1 : begin + 1 + len(name)]


_SUMMARY_WORDS = 120
"""A longer summary may be the whole text: many feeds put it there."""

_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|read more|lire la suite)\W*$", re.I)
_MAILBOX = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<other>[^<>]+?)\s*<[^<>]*@[^<>]*>")
_WEB = re.compile(r"https?://", re.I)


_BARREN = N_("no article in {most:,} consecutive entries: the rest was not read").format(most=FEED_BARREN_ENTRIES)


@dataclass(frozen=True, slots=True)
class Feed:
    """The title and language of a feed, which its entries inherit."""

    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """The fields of an entry, verbatim."""

    title: str = ""
    marked_title: bool = False
    """Whether the title is HTML."""
    content: str = ""
    """The whole text, HTML or plain; may be empty."""
    summary: str = ""
    published: str = ""
    updated: str = ""
    key: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    """The outlet that the entry was syndicated from, if it names one."""
    language: str = ""


@dataclass(slots=True)
class MissingParts:
    """Counts what the entries of one feed lack."""

    counts: Counter[str]
    unread: str = ""
    """The first date that was not understood, quoted."""

    def notes(self) -> tuple[str, ...]:
        """Return a note for each thing that is missing."""
        sentences = (
            ("summary", N_("{} with a summary only")),
            ("title", N_("{} with a title and no text")),
            ("nothing", N_("{} with neither title nor text left out")),
            ("damaged", N_("{} damaged and left out")),
            ("date", N_("{} whose date was not understood:") + f" {self._first()}"),
            ("long", N_("{} too long to be read")),
        )
        counted_notes = tuple(
            words.replace("{}", f"{self.counts[kind]:,}", 1) for kind, words in sentences if self.counts[kind]
        )
        return (*counted_notes, _BARREN) if self.counts["barren"] else counted_notes

    def _first(self) -> str:
        return N_("{date}, and others").format(date=self.unread) if self.counts["date"] > 1 else self.unread


def draft_of_entry(entry: FeedEntry, feed: Feed, missing: MissingParts) -> Draft:
    """Make a draft of an entry; one without title and text is empty and counted."""
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
    draft = replace(
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
    fields: dict[str, Value] = {"title": entry.title, "published": entry.published, "updated": entry.updated}
    return replace(draft, left_out=(*draft.left_out, *fields_left_out(fields, draft)))


def _title(entry: FeedEntry) -> str:
    title = entry.title
    if looks_like_html(title):
        title = " ".join(paragraphs_of(title))
    elif entry.marked_title:
        title = unescape(title)
    return printable_line(title)


def _without_title(paragraphs: tuple[str, ...], title: str, source: str) -> tuple[str, ...]:
    """Remove paragraphs that only repeat the title, as in feeds of searches."""
    known = {essence(title), essence(f"{title} {source}"), ""}
    return tuple(paragraph for paragraph in paragraphs if essence(paragraph) not in known)


def _is_summary(paragraphs: tuple[str, ...]) -> bool:
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return words < _SUMMARY_WORDS or _BROKEN_OFF.search(paragraphs[-1]) is not None


def _dates(entry: FeedEntry, title: str, missing: MissingParts) -> FieldDate:
    """Return the dates of an entry: of its publication, then of its change if that is certain."""
    published = read_field_date(entry.published, Provenance.RECORD)
    updated = read_field_date(entry.updated, Provenance.CHANGE)
    doubt = published.doubt
    if entry.published.strip() and not published.dates:
        missing.counts["date"] += 1
        missing.unread = missing.unread or quoted(entry.published, title)
        doubt = not_understood(entry.published)
    return FieldDate((*published.dates, *(updated.dates if updated.certain else ())), doubt)


def _author(written: str) -> str:
    """Return a name without the mail address that RSS puts beside it."""
    line = printable_line(written)
    box = _MAILBOX.fullmatch(line)
    name = (box["name"] or box["other"]) if box else line
    return "" if "@" in name and " " not in name else without_by(name).strip(" ,\"'")

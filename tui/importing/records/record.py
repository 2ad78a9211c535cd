"""Records: table rows and list objects that each hold one article, under any field names.

All records of a file share their notes: how many had no text, which dates were not understood, and in which order
figures were read. `see` every record before the first `draft`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import islice

from tui.base.days import Precision
from tui.base.plurals import in_english
from tui.base.printable import printable
from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.credit import without_by
from tui.importing.clippings.lines import lines_of
from tui.importing.dating.day_order import DateReading, DayOrder, read_alone
from tui.importing.dating.field_date import not_understood, quoted
from tui.importing.fields_left_out import fields_left_out
from tui.importing.limits import TEXT_CHARACTERS
from tui.importing.markup.fragment import looks_like_html, paragraphs_of
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import (
    DATES,
    FIELDS,
    PUBLISHED,
    Metadata,
    complete,
    folded_name,
    texts_in,
    understand,
    with_folded_names,
    witnesses_in,
    written_dates,
)
from tui.importing.parsed import Draft, repeated_in
from tui.locale import N_

BODIES = (
    "text", "body", "content", "article", "full_text", "fulltext", "texte", "contenu", "corps", "main_text", "maintext",
    "article_text", "article_body", "article_content", "news_text", "story", "body_text", "content_html",
    "content_text", "html", "texte_integral", "texte_complet", "corps_du_texte", "raw_text", "clean_text",
    "cleaned_text", "document",
)  # fmt: skip
"""Names of the text, best first."""

_LEADS = (
    "subtitle",
    "hlead",
    "sub_title",
    "sous_titre",
    "chapo",
    "chapeau",
    "deck",
    "standfirst",
    "lead_paragraph",
    "lead",
)
"""Names of standfirsts, which belong to the text."""

_ABSTRACTS = (
    "abstract", "summary", "resume", "description", "excerpt", "snippet", "selection", "short_description",
    "trail_text", "abstract_note", "meta_description", "highlight", "opening_text",
)  # fmt: skip
"""Names of summaries, used if there is no text."""

_KEYS = ("id", "article_id", "doc_id", "document_id", "uuid", "guid", "key", "accession_number", "news_id", "slug")
_SAVED = (
    "saved", "saved_at", "saved_date", "date_saved", "date_added", "time_added", "added_at", "accessed", "access_date",
    "date_accessed", "retrieved", "retrieved_at", "crawled", "crawled_at", "crawl_date", "scraped", "scraped_at",
    "scrape_date", "fetched", "fetched_at", "date_download", "download_date", "indexed_date", "seen_date",
    "archived_at", "captured_at", "collected_at", "date_de_consultation",
)  # fmt: skip
"""Names of the day on which a copy was saved."""

_MADE = ("created", "created_at", "date_created", "creation_date", "timestamp")
"""Names of days that may be the record's rather than the article's."""

_PARTS = (("year", "annee"), ("month", "mois"), ("day", "jour"))

TEXTS = frozenset(map(folded_name, (*BODIES, *_LEADS, *_ABSTRACTS)))
"""Folded names of fields that hold text."""

NAMES = FIELDS | TEXTS | frozenset(map(folded_name, (*_KEYS, *_SAVED, *_MADE)))
"""Folded names of all fields that are understood."""

_ENTITY = re.compile(r"&#?\w{2,8};")
_TOO_LONG = N_("a text of more than {most} million characters").format(most=TEXT_CHARACTERS // 1_000_000)
_TEXT_IN_MAP = ("text", "rendered", "html", "content", "body", "value", "plain")
_SHORTENED = re.compile(r"\[\+\d+ char(?:acter)?s\]\s*$")
"""The end of a text that an API has truncated."""

_SHOWN_NAMES = 12
_LONGEST_NAME = 60
_WRITTEN_BREAKS = "\\n\\n"


class Records:
    """The records of one file."""

    def __init__(self) -> None:
        self._orders: dict[str, DayOrder] = {}
        self._counts: Counter[str] = Counter()
        self._unread = ""
        """The first date that was not understood, quoted."""
        self._date_notes: dict[str, None] = {}
        self._before: Mapping[str, Value] | None = None
        """The record before, with its article and what was counted of it."""
        self._drafted: Draft | None = None
        self._counted: Counter[str] = Counter()

    def see(self, fields: Mapping[str, Value]) -> None:
        """Learn from the dates of a record; only these and the address are examined."""
        named = with_folded_names(fields)
        if named.keys().isdisjoint(DATES):
            return
        witnesses = witnesses_in(named)
        for name, written in written_dates(named):
            self._orders.setdefault(name, DayOrder()).see(written, witnesses)

    def draft(self, fields: Mapping[str, Value]) -> Draft | None:
        """Return the article of a record, None if it has no title, text or address.

        Of consecutive equal records it is the very same one.
        """
        if fields != self._before:
            before, self._counts = self._counts, Counter()
            self._drafted = self._draft(fields)
            self._before, self._counted, self._counts = fields, self._counts, before
        self._counts.update(self._counted)
        return self._drafted

    def _draft(self, fields: Mapping[str, Value]) -> Draft | None:
        named = with_folded_names(fields)
        if named.keys().isdisjoint(NAMES):
            self._counts["empty"] += 1
            return None
        body = next((text for name in BODIES if (text := _body(named.get(folded_name(name), "")))), "")
        if len(body) > TEXT_CHARACTERS:
            self._counts["too long"] += 1
            return None
        metadata = understand(named, Provenance.RECORD, self._read)
        abstract = [part for text in texts_in(named, *_ABSTRACTS) for part in text_paragraphs(text)]
        if not (body or metadata.title or abstract or metadata.address):
            self._counts["empty"] += 1
            return None
        self._count(metadata, body)
        paragraphs = text_paragraphs(body)
        leads = [part for text in texts_in(named, *_LEADS) for part in text_paragraphs(text)]
        paragraphs[:0] = [lead for lead in leads if not repeated_in(lead, paragraphs)]
        left_out: list[str] = []
        abstract = [part for part in dict.fromkeys(abstract) if not repeated_in(part, paragraphs)]
        if body:
            self._counts["shortened"] += bool(_SHORTENED.search(body[-40:]))
            left_out = abstract
        else:
            self._counts["without text"] += 1
            paragraphs += abstract
        draft = complete(Draft(tuple(paragraphs), left_out=tuple(left_out)), replace(metadata, notes=(), unread=()))
        draft = replace(
            draft,
            title=_plain(draft.title) or ("" if paragraphs else draft.address),
            author=without_by(draft.author),
            dates=draft.dates or tuple(_other_dates(named)),
            key=next(texts_in(named, *_KEYS), draft.address),
            captured=_saved(named),
            doubt=draft.doubt or (not_understood(metadata.unread[0]) if metadata.unread and not metadata.dates else ""),
        )
        return replace(draft, left_out=(*draft.left_out, *fields_left_out(fields, draft)))

    def _count(self, metadata: Metadata, body: str) -> None:
        """Note the dates of a record for the account."""
        self._date_notes.update(dict.fromkeys(metadata.notes))
        self._counts["doubtful"] += bool(metadata.doubt)
        if metadata.unread:
            self._unread = self._unread or quoted(metadata.unread[0], _plain(metadata.title) or body)
            self._counts["unread"] += len(metadata.unread)

    def last(self, what: str = "record") -> Draft:
        """Return the notes on all records, as a draft without an article."""
        counts = self._counts
        notes = [*self._date_notes]
        if counts["without text"]:
            notes.append(N_("{items} without the full text").format(items=in_english(counts["without text"], what)))
        if counts["shortened"]:
            notes.append(
                N_("{items} with only the beginning of the text").format(items=in_english(counts["shortened"], what))
            )
        if counts["empty"]:
            notes.append(
                N_("{items} without a title, a text and an address").format(items=in_english(counts["empty"], what))
            )
        if counts["too long"]:
            notes.append(
                N_("{items} not read: {reason}").format(items=in_english(counts["too long"], what), reason=_TOO_LONG)
            )
        if counts["unread"]:
            more = counts["unread"] - 1
            told = N_("the date {date} was not understood, and {count:,} more")
            told = told if more else N_("the date {date} was not understood")
            notes.append(told.format(date=self._unread, count=more))
        if counts["doubtful"]:
            notes.append(N_("{items} with a doubtful date").format(items=in_english(counts["doubtful"], what)))
        return Draft(notes=tuple(notes))

    def _read(self, name: str, written: str, witnesses: tuple[PublishedDate, ...]) -> DateReading | None:
        order = self._orders.get(name)
        return order.read(written, witnesses) if order is not None else read_alone(written, witnesses)


def text_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a field: of HTML, or of plain text, wrapped or not."""
    if looks_like_html(text):
        return list(paragraphs_of(text))
    if "\n" not in text and _WRITTEN_BREAKS in text:
        text = text.replace("\\n", "\n")
    if _ENTITY.search(text):
        text = unescape(text)
    return [line.text for line in lines_of(printable(text))]


def _body(value: Value) -> str:
    """Return the text of a field: a string, the items of a list as paragraphs, or the text in a map."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_body, value)))
    if isinstance(value, dict):
        return next((text for name in _TEXT_IN_MAP if isinstance(text := value.get(name), str) and text), "")
    return value.strip()


def _plain(title: str) -> str:
    """Return a title without HTML."""
    if looks_like_html(title):
        return " ".join(paragraphs_of(title))
    return unescape(title) if _ENTITY.search(title) else title


def _other_dates(named: Mapping[str, Value]) -> Iterator[PublishedDate]:
    """Yield the dates of a record without a publication date: from year, month and day fields, or the record's own.

    If the record has a field for that date, its own creation does not count.
    """
    parts = [next(texts_in(named, *names), "") for names in _PARTS]
    written = "-".join(part.zfill(2) for part in parts[: [*parts, ""].index("")])
    reading = read_alone(written) if written else None
    if reading is not None:
        yield PublishedDate(reading.span, reading.precision, Provenance.RECORD)
    for text in () if _has_place(named) else texts_in(named, *_MADE):
        made = read_alone(text)
        if made is not None and not made.doubt:
            yield PublishedDate(made.span, made.precision, Provenance.DOCUMENT)


def _saved(named: Mapping[str, Value]) -> date | None:
    """Return the day on which a copy was saved, if it is certain.

    The creation of a record whose publication date is an empty field counts too.
    """
    empty = _has_place(named) and not any(written_dates(named))
    readings = (read_alone(text) for text in texts_in(named, *_SAVED, *(_MADE if empty else ())))
    days = (one.span.first for one in readings if one and one.precision is Precision.DAY and not one.doubt)
    return next(days, None)


def shown_names(names: Iterable[str]) -> str:
    """Return the first names of fields or columns for the account: `'river', 'height', …`."""
    first = [repr(name[:_LONGEST_NAME]) for name in islice(names, _SHOWN_NAMES + 1)]
    return ", ".join([*first[:_SHOWN_NAMES], *(["…"] if len(first) > _SHOWN_NAMES else [])])


def _has_place(named: Mapping[str, Value]) -> bool:
    """Say whether a record has a field for the publication date, even an empty one."""
    return not named.keys().isdisjoint(PUBLISHED)

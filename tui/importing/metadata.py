"""Fields of an article by the many names that front matter, feeds and tables give them.

A field that is not understood is never guessed; a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.base.days import Precision, Span
from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.address_and_name import date_of_address
from tui.importing.dating.day_order import DateReading, read_alone
from tui.importing.markup.front_matter import Value
from tui.importing.parsed import Draft
from tui.locale import N_

_NO_NAME = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^[A-Za-z][\w-]{0,20}:(?=[A-Za-z])")
TITLES = ("title", "titre", "headline", "article_title", "news_title", "web_title", "heading", "titulo")
_PUBLISHED = (
    "date", "published", "date_published", "publish_date", "published_at", "published_date", "pub_date", "date_publish",
    "publication_date", "date_of_publication", "posted", "web_publication_date", "article_date", "news_date", "issued",
    "published_time", "published_on", "publie", "publie_le", "date_de_publication", "date_publication", "date_parution",
    "date_de_parution", "parution",
)  # fmt: skip
_CHANGED = (
    "updated", "modified", "date_modified", "lastmod", "last_modified", "updated_at", "date_modify", "modified_at",
    "date_de_modification",
)  # fmt: skip
_SOURCE = (
    "source", "outlet", "publisher", "publication", "newspaper", "site", "site_name", "website", "media", "media_name",
    "source_name", "journal", "publication_title", "container_title", "newspaper_name", "publication_name", "pub_title",
    "nom_de_la_source", "source_title", "domain_name", "source_domain",
    "journal_title",
)  # fmt: skip
_ADDRESS = (
    "url", "link", "source_url", "original_url", "canonical_url", "address", "web_url", "article_url", "permalink",
    "document_url", "article_source_link", "article_link", "resolved_url", "given_url", "lien", "adresse",
)  # fmt: skip
_AUTHOR = ("author", "authors", "byline", "creator", "auteur", "auteurs", "author_name", "journalist", "journaliste")
_LANGUAGE = ("language", "lang", "langue", "in_language", "language_code")
_TAGS = (
    "tags", "tag", "keywords", "categories", "category", "topics", "mots_cles", "labels", "section", "section_name",
    "rubrique", "sujets",
)  # fmt: skip
_RETOLD = ("retold",)
_PRECISION = ("date_precision", "precision")

_SAID = ("name", "title", "original", "main", "rendered", "text", "value", "label")
"""The keys under which a map holds its string, if it stands in place of one; the first present counts."""

DATES = tuple(_NO_NAME.sub("", name) for name in (*_PUBLISHED, *_CHANGED))
"""Folded names of the date fields, best first."""

PUBLISHED = frozenset(_NO_NAME.sub("", name) for name in _PUBLISHED)
"""Folded names of the fields of the publication date."""

DATED = frozenset((*DATES, *(_NO_NAME.sub("", name) for name in (*_ADDRESS, *_SOURCE))))
"""Folded names of the date fields, and of those that can confirm or contradict them."""

FIELDS = frozenset(
    _NO_NAME.sub("", name)
    for name in (*TITLES, *_PUBLISHED, *_CHANGED, *_SOURCE, *_ADDRESS, *_AUTHOR, *_LANGUAGE, *_TAGS)
)
"""Folded names of all fields that are understood."""

KNOWN = FIELDS.union(TITLES, _PUBLISHED, _CHANGED, _SOURCE, _ADDRESS, _AUTHOR, _LANGUAGE, _TAGS)
"""Names that mark lines at the top of a text as metadata, folded or with separators between words."""

_LANGUAGES = {
    "english": "en", "eng": "en", "anglais": "en", "french": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
    "spanish": "es", "espanol": "es", "spa": "es", "portuguese": "pt", "portugues": "pt", "por": "pt",
    "arabic": "ar", "ara": "ar", "german": "de", "deutsch": "de", "deu": "de", "ger": "de",
    "italian": "it", "ita": "it",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()\s]*\)")
_ADDRESS_FORM = re.compile(r"https?://\S+", re.I)

ReadDate = Callable[[str, str, tuple[PublishedDate, ...]], DateReading | None]
"""Reads a date, given the folded name of its field, the value, and the other dates of the article."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the fields say about an article; empty by default."""

    title: str = ""
    dates: tuple[PublishedDate, ...] = ()
    source: str = ""
    author: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    retold: bool = False
    address: str = ""
    """The web address of the article."""
    day_order: str = ""
    """The order of day and month, as in `Article`."""
    doubt: str = ""
    """Why the dates are doubtful; empty if they are not."""
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """The dates that were not understood, verbatim."""


def read_by_itself(name: str, written: str, witnesses: tuple[PublishedDate, ...]) -> DateReading | None:  # noqa: ARG001
    """Read a date that belongs to no column, whatever its field."""
    return read_alone(written, witnesses)


@lru_cache(maxsize=4096)
def folded_name(name: str) -> str:
    """Return a field's name without case, accents, separators and the prefix of a vocabulary.

    `datepublished` for `Date_Published`, `title` for `dcterms:title`.
    """
    return _NO_NAME.sub("", fold(_PREFIX.sub("", name)))


def understand(
    fields: Mapping[str, Value],
    provenance: Provenance,
    read: ReadDate = read_by_itself,
    witnesses: Iterable[PublishedDate | None] = (),
) -> Metadata:
    """Read the known fields under any of their names; `provenance` is where their dates were read.

    `witnesses` are dates of the article from elsewhere, which can resolve an ambiguous one.
    """
    named = with_folded_names(fields)
    known = (*filter(None, witnesses), *witnesses_in(named))
    return replace(
        _dates(named, provenance, read, known),
        title=next(texts_in(named, *TITLES), ""),
        source=_source(named),
        author=", ".join(dict.fromkeys(texts_in(named, *_AUTHOR))),
        language=read_language(next(texts_in(named, *_LANGUAGE), "")),
        tags=_tags(named),
        retold=next(texts_in(named, *_RETOLD), "").lower() in ("true", "yes", "1", "on"),
        address=_address(named),
    )


def with_folded_names(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields by folded name; of duplicates the first that is not empty."""
    named: dict[str, Value] = {}
    for name, value in fields.items():
        key = folded_name(name)
        named[key] = named.get(key) or value
    return named


def written_dates(named: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield the folded name and the value of each date, verbatim."""
    return ((name, text) for name in DATES for text in texts_in(named, name))


def witnesses_in(named: Mapping[str, Value]) -> tuple[PublishedDate, ...]:
    """Return the date in the article's own address, if any."""
    found = date_of_address(_address(named))
    return (found,) if found else ()


def _address(named: Mapping[str, Value]) -> str:
    return next((text for text in texts_in(named, *_ADDRESS, *_SOURCE) if _ADDRESS_FORM.fullmatch(text)), "")


def complete(draft: Draft, metadata: Metadata, notes: Iterable[str] = ()) -> Draft:
    """Complete a draft with the fields, which take precedence over what was read from the text."""
    unread = (N_("the date {text!r} was not understood").format(text=text[:40]) for text in metadata.unread)
    return replace(
        draft,
        title=metadata.title or draft.title,
        dates=(*metadata.dates, *draft.dates),
        source=metadata.source or draft.source,
        author=metadata.author or draft.author,
        language=metadata.language or draft.language,
        tags=metadata.tags or draft.tags,
        retold=metadata.retold,
        address=metadata.address or draft.address,
        day_order=metadata.day_order or draft.day_order,
        doubt=metadata.doubt or draft.doubt,
        notes=tuple(note for note in (*notes, *metadata.notes, *unread, *draft.notes) if note),
    )


def read_language(written: str) -> str:
    """Return the two-letter code of `en-GB`, `English` or `fra`; "" if unknown."""
    folded = fold(written.strip())
    code = _CODE.fullmatch(folded)
    return code.group(1) if code else _LANGUAGES.get(folded, "")


def texts_in(named: Mapping[str, Value], *names: str) -> Iterator[str]:
    """Yield the non-empty strings of fields with folded names, in the order of `names`."""
    for name in _folded(names):
        value = named.get(name)
        for text in _flat(value) if value else ():
            plain = _LINKED.sub(lambda link: link.group(1) or link.group(2) or "", text).strip()
            if plain:
                yield plain


@lru_cache(maxsize=256)
def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(folded_name, names)))


def _flat(value: Value) -> Iterator[str]:
    """Yield the strings of a value: of a list each, of a map the one it stands for."""
    for one in value if isinstance(value, list) else [value]:
        text = next((one[name] for name in _SAID if one.get(name)), "") if isinstance(one, dict) else one
        if isinstance(text, str):
            yield text


def _dates(
    named: Mapping[str, Value], provenance: Provenance, read: ReadDate, known: Iterable[PublishedDate]
) -> Metadata:
    """Return the dates of the fields, certain ones first, which may resolve the others."""
    changes = frozenset(map(folded_name, _CHANGED))
    written = [
        (name, text, Provenance.CHANGE if name in changes else provenance) for name, text in written_dates(named)
    ]
    known = tuple(known)
    first = [read(name, text, known) for name, text, _ in written]
    known += tuple(PublishedDate(one.span, one.precision, provenance) for one in first if one and not one.doubt)
    readings = [
        (read(name, text, known) if one and one.doubt else one, text, where)
        for one, (name, text, where) in zip(first, written, strict=True)
    ]
    precision = _asked_precision(named)
    sure: list[PublishedDate] = []
    unsure: list[PublishedDate] = []
    for reading, _, where in readings:
        if reading is not None:
            dates = unsure if reading.doubt else sure
            dates.append(PublishedDate(*_coarsened(reading.span, reading.precision, precision), where))
            dates.extend(PublishedDate(day, Precision.DAY, where) for day in reading.others)
    settled = any(date.provenance is provenance for date in sure)
    unread = tuple(text for reading, text, _ in readings if reading is None)
    notes = [reading.note for reading, _, _ in readings if reading is not None]
    return Metadata(
        dates=tuple(dict.fromkeys((*sure, *unsure))),
        day_order=next((one.order for one, _, where in readings if one and one.order and where is provenance), ""),
        doubt="" if settled else next((one.doubt for one, _, _ in readings if one and one.doubt), ""),
        notes=tuple(filter(None, dict.fromkeys(notes))),
        unread=unread,
    )


def _asked_precision(named: Mapping[str, Value]) -> Precision:
    asked = next(texts_in(named, *_PRECISION), "")
    return Precision(asked) if asked in list(Precision) else Precision.DAY


def _coarsened(span: Span, precision: Precision, asked: Precision) -> tuple[Span, Precision]:
    """Widen a day to the precision that the file states."""
    if asked is Precision.YEAR:
        return Span.of_year(span.first.year), asked
    if asked is Precision.MONTH and precision is Precision.DAY:
        return Span.of_month(span.first.year, span.first.month), asked
    return span, precision


def _source(named: Mapping[str, Value]) -> str:
    """Return the outlet by name, else the host of the article's address."""
    names = list(texts_in(named, *_SOURCE))
    for name in names:
        if not _ADDRESS_FORM.fullmatch(name):
            return name
    for address in [*names, *texts_in(named, *_ADDRESS)]:
        if _ADDRESS_FORM.fullmatch(address) and outlet_of(address):
            return outlet_of(address)
    return ""


def _tags(named: Mapping[str, Value]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in _TAGS:
        value = named.get(folded_name(name), "")
        texts = re.split(r"[,;|]", value) if isinstance(value, str) else list(_flat(value))
        found.update((text.strip().lstrip("#"), None) for text in texts)
    found.pop("", None)
    return tuple(found)

"""Fields about an article by their many names: what front matter, feeds and tables of articles call the same thing.

A field that cannot be understood is never guessed at; a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tui.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.draft import Draft
from tui.dossier.folding import fold
from tui.dossier.front_matter import Value
from tui.dossier.outlet import outlet_of
from tui.dossier.written_date import read_date

_TITLE = ("title", "titre", "headline")
_PUBLISHED = (
    "date", "published", "date_published", "publishdate", "publish_date", "published_at", "published_date", "pubdate",
    "publication_date", "datepublished", "posted", "publie", "date_de_publication",
)  # fmt: skip
_CHANGED = ("updated", "modified", "date_modified", "lastmod", "last_modified", "updated_at")
_SOURCE = (
    "source", "outlet", "publisher", "publication", "newspaper", "site", "site_name", "sitename", "website", "media",
)  # fmt: skip
_ADDRESS = ("url", "link", "source_url", "original_url", "canonical_url", "address")
_AUTHOR = ("author", "authors", "byline", "creator", "auteur", "auteurs")
_LANGUAGE = ("language", "lang", "langue")
_TAGS = ("tags", "tag", "keywords", "categories", "category", "topics", "mots_cles")
_RETOLD = ("retold",)
_PRECISION = ("date_precision", "precision")

KNOWN = frozenset((*_TITLE, *_PUBLISHED, *_CHANGED, *_SOURCE, *_ADDRESS, *_AUTHOR, *_LANGUAGE, *_TAGS))
"""Every name that is understood, folded."""

_LANGUAGES = {
    "english": "en", "eng": "en", "anglais": "en", "french": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
    "spanish": "es", "espanol": "es", "spa": "es", "portuguese": "pt", "portugues": "pt", "por": "pt",
    "arabic": "ar", "ara": "ar", "german": "de", "deutsch": "de", "deu": "de", "ger": "de",
    "italian": "it", "ita": "it",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()\s]*\)")
_ADDRESS_FORM = re.compile(r"https?://\S+", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the fields say about an article; empty where they say nothing."""

    title: str = ""
    dates: tuple[PublishedDate, ...] = ()
    source: str = ""
    author: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    retold: bool = False
    address: str = ""
    """The web address of the article."""
    notes: tuple[str, ...] = ()


def understand(fields: Mapping[str, Value], provenance: Provenance) -> Metadata:
    """Read the fields that are known, whatever they are called; `provenance` is where their dates were read."""
    named = {fold(name).strip().replace("-", "_").replace(" ", "_"): value for name, value in fields.items()}
    dates, notes = _dates(named, provenance)
    return Metadata(
        title=next(_texts(named, _TITLE), ""),
        dates=dates,
        source=_source(named),
        author=", ".join(dict.fromkeys(_texts(named, _AUTHOR))),
        language=read_language(next(_texts(named, _LANGUAGE), "")),
        tags=_tags(named),
        retold=next(_texts(named, _RETOLD), "").lower() in ("true", "yes", "1", "on"),
        address=next((text for text in _texts(named, _ADDRESS + _SOURCE) if _ADDRESS_FORM.fullmatch(text)), ""),
        notes=notes,
    )


def complete(draft: Draft, metadata: Metadata, notes: Iterable[str] = ()) -> Draft:
    """Return a draft with what the fields say: they are believed before what was read out of the text."""
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
        notes=tuple(note for note in (*notes, *metadata.notes, *draft.notes) if note),
    )


def read_language(written: str) -> str:
    """Return the two-letter code of `en-GB`, `English` or `fra`; "" where it is not known."""
    folded = fold(written.strip())
    code = _CODE.fullmatch(folded)
    return code.group(1) if code else _LANGUAGES.get(folded, "")


def _texts(named: Mapping[str, Value], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the non-empty strings under these names, in the order of the names."""
    for name in names:
        if name not in named:
            continue
        for text in _flat(named[name]):
            plain = _LINKED.sub(lambda link: link.group(1) or link.group(2) or "", text).strip()
            if plain:
                yield plain


def _flat(value: Value) -> Iterator[str]:
    """Yield the strings of a value: a list's own, and the name of each map."""
    for one in value if isinstance(value, list) else [value]:
        text = one.get("name", one.get("title", "")) if isinstance(one, dict) else one
        if isinstance(text, str):
            yield text


def _dates(named: Mapping[str, Value], provenance: Provenance) -> tuple[tuple[PublishedDate, ...], tuple[str, ...]]:
    asked = next(_texts(named, _PRECISION), "")
    precision = Precision(asked) if asked in list(Precision) else Precision.DAY
    dates, notes = [], []
    for names, where in ((_PUBLISHED, provenance), (_CHANGED, Provenance.CHANGE)):
        for written in _texts(named, names):
            read = read_date(written)
            if read is None:
                notes.append(f"the date {written[:40]!r} was not understood, or could mean two days")
            else:
                dates.append(PublishedDate(*_coarsened(*read, precision), where))
    return tuple(dict.fromkeys(dates)), tuple(notes)


def _coarsened(span: Span, precision: Precision, asked: Precision) -> tuple[Span, Precision]:
    """Widen a day to the month or the year that the file says is all that is known."""
    if asked is Precision.YEAR:
        return Span.of_year(span.first.year), asked
    if asked is Precision.MONTH and precision is Precision.DAY:
        return Span.of_month(span.first.year, span.first.month), asked
    return span, precision


def _source(named: Mapping[str, Value]) -> str:
    """Return the outlet: by its name, else by the host of the article's address."""
    names = list(_texts(named, _SOURCE))
    for name in names:
        if not _ADDRESS_FORM.fullmatch(name):
            return name
    for address in [*names, *_texts(named, _ADDRESS)]:
        if _ADDRESS_FORM.fullmatch(address) and outlet_of(address):
            return outlet_of(address)
    return ""


def _tags(named: Mapping[str, Value]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in _TAGS:
        value = named.get(name, "")
        texts = re.split(r"[,;]", value) if isinstance(value, str) else list(_flat(value))
        found.update((text.strip().lstrip("#"), None) for text in texts)
    found.pop("", None)
    return tuple(found)

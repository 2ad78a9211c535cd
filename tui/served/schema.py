"""The schema of our own indexes: the mappings, and how an article becomes a document and comes back.

The article itself is kept whole under `article`, which the server does not look into; everything else of a document is
there to be searched, counted and sorted by.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tui.base.days import Precision, Span
from tui.base.folding import fold
from tui.base.printable import printable, printable_line
from tui.catalogue.mentions import NO_DAYS, Mention
from tui.dossier.article import Article, Provenance, PublishedDate, is_lead
from tui.search.analysis import names, words
from tui.search.beside import NO_LANGUAGE
from tui.search.language.fields import FACETS, INDEXED, STEMMED, Field
from tui.search.ranking import K1, B
from tui.served import ready_words
from tui.served.ready_words import (
    PARTITIONS,
    Forms,
    accented_pieces,
    forms_of,
    numbers_of,
    pieces,
    plain_stream,
    positions,
)

VERSION = 2
"""Raised when documents of an older version cannot be searched as those of this one; a rebuild writes them anew."""

FACET_SEPARATOR = "\x01"
"""Between the key of a value of a facet and the value as it is written."""

_KEYWORD = {"type": "keyword", "ignore_above": 8_000}
_UNSTORED = ("w", "n", "bag", "words", "forms", "mentioned", "spans", "keys")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Pushed:
    """An article with what else is pushed of it."""

    number: int
    """Its number where it was read, which decides the order of equals."""
    article: Article
    mentions: tuple[Mention, ...] = ()
    copy_of: str = ""
    """The id of the article of whose text it is a copy; its own for that article; empty without copies."""


def settings(shards: int, tokens_a_word: float) -> dict[str, Any]:
    """Return the settings of a new index.

    `tokens_a_word` is how many tokens of the bag stand for a word of title and text, on the average. BM25 measures
    lengths in words and their average in tokens; its constants are set so that the scores are those of `ranking`, with
    frequencies that count the forms of a stem alike.
    """
    by_length = K1 * B * tokens_a_word
    k1 = K1 * (1.0 - B) + by_length
    return {
        "index": {
            "number_of_shards": shards,
            "similarity": {"ready": {"type": "BM25", "k1": k1, "b": by_length / k1}},
        },
        "analysis": {
            "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 100_000}},
            "filter": {
                "bars": {"type": "pattern_capture", "preserve_original": False, "patterns": ["([^|]+)"]},
            },
            "analyzer": {"ready": {"type": "custom", "tokenizer": "spaces", "filter": ["bars"]}},
        },
    }


def mappings() -> dict[str, Any]:
    """Return the mappings of an index."""
    searched = {"type": "text", "analyzer": "ready", "norms": False, "position_increment_gap": ready_words.GAP}
    facets = {field.name: _KEYWORD for field in FACETS}
    return {
        "dynamic": "strict",
        "_meta": {"mali_tui": VERSION},
        "_source": {"excludes": list(_UNSTORED)},
        "properties": {
            **dict.fromkeys(("id", "origin", "digest", "copy_of", "source_order", "language"), _KEYWORD),
            **{name: {"type": "long"} for name in ("number", "pushed")},
            **{name: {"type": "integer"} for name in ("first", "last", "length")},
            **{name: {"type": "boolean"} for name in ("doubtful", "retold", "background")},
            "article": {"type": "object", "enabled": False},
            "day": {"type": "date", "format": "strict_date"},
            "period": _KEYWORD,
            "mentioned": {"properties": {"day": {"type": "date", "format": "strict_date"}, "more": _KEYWORD}},
            "spans": {"type": "integer_range"},
            "w": {"properties": dict.fromkeys((*(field.name for field in INDEXED), "lead"), searched)},
            "n": {"properties": {name: {"type": "double"} for name in ("title", "text", "lead")}},
            "bag": {"type": "text", "analyzer": "ready", "index_options": "freqs", "similarity": "ready"},
            "words": _KEYWORD,
            "forms": {"properties": {f"{at:x}": _KEYWORD for at in range(PARTITIONS)}},
            "facet": {"properties": facets},
            "keys": {"properties": facets},
        },
    }


def document(pushed: Pushed, origin: str, at: int, mark: str = "") -> dict[str, Any]:
    """Return the document of an article; `origin` names who pushes, `at` is the time in milliseconds.

    `mark` is its digest, where that is known already.
    """
    article = pushed.article
    title, text = (positions(each, article.language) for each in (article.title, article.text))
    ways = ready_words.ways_of((article.title, article.text))
    held = dict.fromkeys(text.in_order())
    named = set(map(ready_words.cut, names(article.text, text.written)))
    known = Forms(held, dict.fromkeys(title.in_order()), named, ways)
    of_title, of_text = pieces(title, article.language), pieces(text, article.language)
    streams = {field.name: _plain_streams(article, field) for field in INDEXED if field.name not in STEMMED}
    streams["title"] = [" ".join(accented_pieces(of_title, title, ways))]
    streams["text"] = [" ".join(accented_pieces(of_text, text, ways))]
    leads = is_lead(article)
    if leads:
        streams["lead"], streams["title"] = streams["title"], []
    whole = _packed(article)
    made: dict[str, Any] = {
        "id": article.id,
        "origin": origin,
        "number": pushed.number,
        "pushed": at,
        "article": whole,
        "digest": mark or digest(pushed),
        "length": article.words,
        "source_order": f"{int(not article.source)}{fold(article.source)}",
        "doubtful": bool(article.doubt),
        "retold": article.retold,
        "background": "background" in article.tags,
        "language": article.language,
        "w": streams,
        "n": {"lead" if leads else "title": numbers_of(title), "text": numbers_of(text)},
        "bag": ready_words.bag([] if leads else of_title, of_text),
        "words": list(held),
        "forms": forms_of(known),
        **_dates(article.published.span if article.published else None),
        **_mentioned(pushed.mentions),
    }
    facets = _facets(article)
    made["facet"] = facets
    made["keys"] = {
        name: [value.split(FACET_SEPARATOR)[0] for value in values] for name, values in facets.items() if name != "date"
    }
    if pushed.copy_of:
        made["copy_of"] = pushed.copy_of
    return made


def digest(pushed: Pushed) -> str:
    """Return what changes whenever the document of an article would."""
    said = [VERSION, _packed(pushed.article), [_days(each) for each in pushed.mentions], pushed.copy_of]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()[:32]


def _plain_streams(article: Article, field: Field) -> list[str]:
    assert field.values is not None
    return [plain_stream(value, NO_LANGUAGE) for value in field.values(article)]


def _dates(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    first, last = span.first.toordinal(), span.last.toordinal()
    precise = {"day": span.first.isoformat()} if first == last else {"period": f"{first}-{last}"}
    return {"first": first, "last": last, **precise}


def _days(mention: Mention) -> tuple[int, int]:
    return mention.days


def _mentioned(mentions: Sequence[Mention]) -> dict[str, Any]:
    """Return the days that a text names; those that it names again, and longer periods, are counted one by one."""
    counts = Counter(mention.days for mention in mentions if mention.days != NO_DAYS)
    if not counts:
        return {}
    precise = [date.fromordinal(first).isoformat() for first, last in counts if first == last]
    more = [
        f"{first}-{last}#{again}"
        for (first, last), count in counts.items()
        for again in range(1 if first == last else 0, count)
    ]
    spans = [{"gte": first, "lte": last} for first, last in counts]
    return {"mentioned": {"day": precise, "more": more}, "spans": spans}


def _facets(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in FACETS:
        if field.values is None:
            continue
        keyed: dict[str, str] = {}
        for value in map(field.spelled, field.values(article)):
            key = " ".join(words(value))
            if key:
                keyed.setdefault(key, value)
        found[field.name] = [f"{key}{FACET_SEPARATOR}{value}" for key, value in keyed.items()]
    span = article.published.span if article.published else None
    years = range(span.first.year, span.last.year + 1) if span else range(0)
    found["date"] = [f"{year:04}" for year in years]
    return found


_TEXTS = ("id", "path", "title", "doubt", "address", "day_order", "source", "author", "language", "title_said")
_IN_PRINT = ("section", "page", "edition", "archive_number")


def _packed(article: Article) -> dict[str, Any]:
    """Return an article as JSON can hold it, without what is empty."""
    packed: dict[str, Any] = {name: _clean(getattr(article, name)) for name in (*_TEXTS, *_IN_PRINT, "text")}
    packed |= {
        "published": _packed_date(article.published),
        "candidates": [_packed_date(each) for each in article.candidates],
        "captured": article.captured.isoformat() if article.captured else "",
        "tags": list(map(_clean, article.tags)),
        "left_out": list(map(_clean, article.left_out)),
        "title_made": article.title_made,
        "retold": article.retold,
        "words": article.words,
        "length": article.length,
    }
    return {name: value for name, value in packed.items() if value}


def _clean(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _packed_date(one: PublishedDate | None) -> list[str]:
    return [] if one is None else [one.iso, one.provenance.value, one.said]


def article_of(packed: Mapping[str, Any]) -> Article:
    """Return the article of a document; whatever another program wrote there is cleaned before anybody sees it."""
    return Article(
        **{name: printable_line(_text(packed, name)) for name in (*_TEXTS, *_IN_PRINT)},
        text=printable(_text(packed, "text")),
        published=_date(packed.get("published")),
        candidates=tuple(filter(None, map(_date, _listed(packed, "candidates")))),
        captured=_day(packed.get("captured")),
        tags=tuple(printable_line(str(each)) for each in _listed(packed, "tags")),
        left_out=tuple(printable(str(each)) for each in _listed(packed, "left_out")),
        title_made=bool(packed.get("title_made")),
        retold=bool(packed.get("retold")),
        words=_number(packed, "words"),
        length=_number(packed, "length"),
    )


def _text(packed: Mapping[str, Any], name: str) -> str:
    value = packed.get(name)
    return value if isinstance(value, str) else ""


def _number(packed: Mapping[str, Any], name: str) -> int:
    value = packed.get(name)
    return value if isinstance(value, int) and value > 0 else 0


def _listed(packed: Mapping[str, Any], name: str) -> list[Any]:
    value = packed.get(name)
    return value if isinstance(value, list) else []


def _date(packed: object) -> PublishedDate | None:
    try:
        iso, provenance, said = map(str, packed if isinstance(packed, list) else [])
        made = PublishedDate.from_iso(iso, Provenance(provenance))
    except ValueError:
        return None
    return PublishedDate(made.span, made.precision, made.provenance, printable_line(said))


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written)) if written else None
    except ValueError:
        return None


def precise(span: Span) -> Precision:
    """Return how precisely a span of days that somebody else wrote is known."""
    return Precision.DAY if len(span) == 1 else Precision.MONTH if len(span) <= 31 else Precision.YEAR

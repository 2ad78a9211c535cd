"""Indexes that others made, read only: a profile says which of their fields is what; words are theirs to analyse."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from tui.base.days import Clock, Span, read_iso
from tui.base.printable import printable, printable_line
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import EngineError
from tui.locale import _
from tui.search.facets import MOST, Choice, Facet, clause
from tui.search.language import Node
from tui.search.language.fields import ANNOTATED
from tui.search.language.tree import (
    And,
    Everything,
    Fuzzy,
    Leaf,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
)
from tui.served.layout import WRITES
from tui.served.translation import NOTHING, Asked, Context, field_of
from tui.timeline.tally import Tally

Body = dict[str, Any]

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MOST_DAYS = 60_000
_LANGUAGES = {"english": "en", "french": "fr", "arabic": "ar", "german": "de", "spanish": "es"}
"""The names that others have for languages, as codes of two letters; codes of three letters are cut by `_language`."""
_THREE = {"eng": "en", "fra": "fr", "fre": "fr", "ara": "ar", "deu": "de", "ger": "de", "spa": "es"}


@dataclass(frozen=True, slots=True)
class Profile:
    """Which field of an index is what; of several, the first that has a value."""

    said: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    days: tuple[str, ...]
    only: Mapping[str, str]
    """The fields by which documents are told from what else is in the index."""
    partial: bool = False
    """Whether days are texts that may be a year or a month, rather than of the server's own type for dates."""
    path: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    facets: Mapping[str, str] | None = None
    """The field of single values by which a facet is counted."""


def profile_of(name: str) -> Profile:
    """Return a profile by its name, or from a file of the same form; raises `EngineError` where it is neither."""
    folder = resources.files("tui.served").joinpath("profiles")
    known = sorted(each.name.removesuffix(".toml") for each in folder.iterdir())
    place = folder.joinpath(f"{name}.toml") if name in known else Path(name).expanduser()
    try:
        held: dict[str, Any] = tomllib.loads(place.read_text(encoding="utf-8"))
        given = {each.name: held[each.name] for each in fields(Profile) if each.name in held}
        listed: dict[str, Any] = {key: tuple(each) if isinstance(each, list) else each for key, each in given.items()}
        return Profile(**listed)
    except (OSError, UnicodeDecodeError):
        said = _("{name} is no schema: name {known}, or a file; docs/served.md has its form.")
        raise EngineError(said.format(name=name, known=", ".join(known))) from None
    except (tomllib.TOMLDecodeError, TypeError) as problem:
        said = _("The schema {name} cannot be used: {problem}.")
        raise EngineError(said.format(name=name, problem=printable_line(str(problem)))) from None


class ForeignLayout:
    """The layout that a profile describes."""

    is_ours = False

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        only: list[Asked] = [{"term": {name: value}} for name, value in profile.only.items()]
        self.everything: Asked = {"bool": {"filter": only}} if only else {"match_all": {}}
        self.state: Body = {"size": 0, "track_total_hits": True, "query": self.everything}
        self.state["aggs"] = {"at": {"value_count": {"field": profile.days[0]}}, "writes": WRITES}
        said = _("{index}: its own analysis decides what words match")
        self.notes: Sequence[str] = (said.format(index=profile.said),)
        about = (profile.path, profile.language, profile.author, profile.source, profile.tags, profile.address)
        named = {*profile.title, *profile.text, *profile.days}.union(*about)
        self.source: Sequence[str] = sorted(named)

    def asked(self, tree: Node, context: Context) -> Asked:
        """Return the query of a tree."""
        return {"bool": {"filter": [self.everything], "must": [self._of(tree, context)]}}

    def _of(self, node: Node, context: Context) -> Asked:
        match node:
            case And():
                found: Asked = {"bool": {"must": [self._of(part, context) for part in node.parts]}}
            case Or():
                should = [self._of(part, context) for part in node.parts]
                found = {"bool": {"should": should, "minimum_should_match": 1}}
            case Not():
                found = {"bool": {"must_not": [self._of(node.part, context)]}}
            case Published():
                found = self._between(node.first or date.min, node.last or date.max)
            case State(name="undated"):
                found = {"bool": {"must_not": [self._dated()]}}
            case State():
                known = context.annotations
                found = _ids(context.ids_of(known.in_state(node.name)) if known is not None else [])
            case Everything():
                found = {"match_all": {}}
            case Regex():
                found = _ids(context.checked(node, self.everything))
            case Near():
                parts = [self._of(part, context) for part in node.parts]
                found = _ids(context.checked(node, {"bool": {"filter": [self.everything, *parts]}}))
            case Word() | Phrase() | Prefix() | Wildcard() | Fuzzy():
                found = self._term(node, context)
            case _:
                found = NOTHING
        return found

    def _term(self, node: Leaf, context: Context) -> Asked:
        name = field_of(node)
        found: list[Asked] = [self._in_field(node, each) for each in self._fields(name)]
        if name in ANNOTATED and context.annotations is not None:
            found.append(_ids(context.ids_of(context.annotations.holding(name, node))))
        return {"bool": {"should": found, "minimum_should_match": 1}} if found else NOTHING

    def _fields(self, name: str) -> Sequence[str]:
        """Return the fields of the index that a field of the query language means."""
        profile = self._profile
        held = {"": (*profile.title, *profile.text), "lang": profile.language, "tag": profile.tags}
        plain = {"title": profile.title, "text": profile.text, "source": profile.source, "author": profile.author}
        return held.get(name) or plain.get(name) or (profile.path if name == "path" else ())

    def _in_field(self, node: Leaf, name: str) -> Asked:
        match node:
            case Phrase():
                return {"match_phrase": {name: {"query": node.text, "slop": node.slop}}}
            case Prefix():
                return {"match_phrase_prefix": {name: {"query": node.text, "max_expansions": 1_000}}}
            case Wildcard():
                return {"wildcard": {name: {"value": node.pattern.lower(), "case_insensitive": True}}}
            case Fuzzy():
                return {"match": {name: {"query": node.text, "fuzziness": node.distance, "operator": "and"}}}
            case _:
                return {"match_phrase": {name: {"query": node.text}}} if isinstance(node, Word) else NOTHING

    def ranked(self, asked: Asked) -> Asked:
        """Return the query itself."""
        return asked

    def chosen(self, span: Span, clock: Clock) -> Asked:
        """Return the query for days of publication; the days that texts name are not known."""
        return self._between(span.first, span.last) if clock is Clock.PUBLISHED else NOTHING

    def _dated(self) -> Asked:
        exist = [{"exists": {"field": name}} for name in self._profile.days]
        return {"bool": {"should": exist, "minimum_should_match": 1}}

    def _between(self, first: date, last: date) -> Asked:
        """Return the query for dates that may lie between two days; months and years that overlap them too."""
        days = {"gte": first.isoformat(), "lte": last.isoformat()}
        parts: list[Asked] = []
        for name in self._profile.days:
            if not self._profile.partial:
                parts.append({"range": {name: {**days, "format": "yyyy-MM-dd"}}})
                continue
            parts.append({"range": {name: days}})
            parts.append({"terms": {name: [first.isoformat()[:4], first.isoformat()[:7]]}})
        return {"bool": {"filter": [{"bool": {"should": parts, "minimum_should_match": 1}}]}}

    def sorted_by(self, order: str) -> list[Body]:
        """Return how hits are sorted: by relevance or date, and equals by their ids."""
        key, down = order.removeprefix("-"), "desc" if order.startswith("-") else "asc"
        unmapped = "keyword" if self._profile.partial else "date"
        how = {"order": down if key == "date" else "asc", "missing": "_last", "unmapped_type": unmapped}
        by_date: Body = {self._profile.days[0]: how}
        ranked: list[Body] = [{"_score": {"order": "asc" if order.startswith("-") else "desc"}}]
        return [*(ranked if key == "relevance" else []), by_date, {"_id": "asc"}]

    def tally_by(self, clock: Clock, daily: bool) -> Body:
        """Return the aggregations that count by the first of the profile's dates."""
        name = self._profile.days[0]
        if clock is Clock.MENTIONED:
            return {}
        missing = {"undated": {"filter": {"bool": {"must_not": [{"exists": {"field": name}}]}}}}
        if self._profile.partial:
            return {"days": {"terms": {"field": name, "size": _MOST_DAYS, "shard_size": _MOST_DAYS}}, **missing}
        width = "day" if daily else "month"
        days = {"field": name, "calendar_interval": width, "min_doc_count": 1, "format": "yyyy-MM-dd"}
        return {"days": {"date_histogram": days}, **missing}

    def tally_of(self, found: Body, clock: Clock, daily: bool) -> Tally:
        """Return what those aggregations counted."""
        days: Counter[int] = Counter()
        coarse: Counter[tuple[int, int]] = Counter()
        for bucket in found.get("days", {}).get("buckets", ()) if clock is Clock.PUBLISHED else ():
            span = _span(str(bucket.get("key_as_string", bucket["key"]))[: 10 if daily else 7])
            if span is None:
                continue
            low, high = span.first.toordinal(), span.last.toordinal()
            if low == high:
                days[low] += bucket["doc_count"]
            else:
                coarse[low, high] += bucket["doc_count"]
        undated = int(found.get("undated", {}).get("doc_count", 0))
        listed = tuple((low, high, count) for (low, high), count in sorted(coarse.items()))
        return Tally(tuple(sorted(days.items())), listed, undated)

    def facets_by(self) -> Body:
        """Return the aggregations that count the values of facets."""
        facets = self._profile.facets or {}
        return {name: {"terms": {"field": field, "size": 200, "shard_size": 2_000}} for name, field in facets.items()}

    def facets_of(self, found: Body) -> tuple[Facet, ...]:
        """Return what those aggregations counted."""
        made = []
        for name, held in found.items():
            pairs = [(printable_line(str(each["key"])), int(each["doc_count"])) for each in held.get("buckets", ())]
            choices = tuple(Choice(value, count, clause(name, value)) for value, count in pairs[:MOST] if value)
            if choices:
                made.append(
                    Facet(name, choices, len(pairs) - len(choices), int(held.get("doc_count_error_upper_bound") or 0))
                )
        return tuple(made)

    def article(self, hit: Body) -> Article:
        """Return the article of a hit, cleaned; what the index does not keep is said in its place."""
        profile, source = self._profile, hit.get("_source", {})
        text = "\n\n".join(printable(each) for each in _first(source, profile.text))
        paragraphs = "\n\n".join(" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip())
        language = next(iter(_first(source, profile.language)), "").casefold()
        dates = [one for name in profile.days for each in _values(source, name) if (one := _published(each))]
        titles = _first(source, profile.title) or _first(source, profile.path)
        return Article(
            id=printable_line(str(hit["_id"])),
            path=printable_line(next(iter(_first(source, profile.path)), "")),
            title=printable_line(next(iter(titles), "")) or _("Untitled"),
            text=paragraphs or _("(This index does not keep the text.)"),
            published=dates[0] if dates else None,
            candidates=tuple(dates[1:]),
            address=printable_line(next(iter(_first(source, profile.address)), "")),
            source=printable_line(next(iter(_first(source, profile.source)), "")),
            author=printable_line(", ".join(_first(source, profile.author))),
            language=_LANGUAGES.get(language) or _THREE.get(language) or (language if len(language) == 2 else ""),
            tags=tuple(printable_line(each) for each in _first(source, profile.tags)),
            words=len(paragraphs.split()),
        )


def _ids(ids: list[str]) -> Asked:
    return {"ids": {"values": ids}}


def _first(source: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    """Return the values of the first field that has any."""
    return next((found for name in names if (found := list(_values(source, name)))), [])


def _values(source: Any, name: str) -> Iterator[str]:  # noqa: ANN401 - whatever JSON came
    """Yield the texts at a path such as `properties.title`, whose steps may be lists or names with points."""
    if isinstance(source, list):
        for each in source:
            yield from _values(each, name)
    elif not name:
        if isinstance(source, str | int | float) and str(source).strip():
            yield str(source)
    elif isinstance(source, dict):
        if name in source:
            yield from _values(source[name], "")
            return
        step, _dot, rest = name.partition(".")
        if step in source:
            yield from _values(source[step], rest)


def _span(written: str) -> Span | None:
    found = _DAY.match(written)
    try:
        return read_iso(found[0])[0] if found else None
    except ValueError:
        return None


def _published(written: str) -> PublishedDate | None:
    found = _DAY.match(written)
    try:
        return PublishedDate.from_iso(found[0], Provenance.RECORD) if found else None
    except ValueError:
        return None

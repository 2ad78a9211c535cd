"""XML: feeds, and any collection of articles whose fields have known names.

No entity is declared, included or expanded; other kinds of XML are recognised by their first tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from tui.importing.feeds import ROOTS, local, root_of
from tui.importing.formats.feed import read_feed
from tui.importing.formats.tagged import RECORDS, read_records
from tui.importing.parsed import Draft, RawFile
from tui.importing.press.factiva_xml import factiva_drafts, is_factiva
from tui.importing.tagged.document import documents, is_document
from tui.importing.tagged.fields import ROLES, FieldRole, field_name
from tui.importing.tagged.scanning import Token, TokenKind, attributes, scan, tagged_text
from tui.locale import N_

_NEVER = frozenset(("opml", "html", "svg", "plist", "urlset", "sitemapindex", "kml", "gpx", "xbel", "timeml"))
"""First tags of files whose titles and texts are not articles."""

_WITHIN = frozenset(("meta", "metadata", "header", "head", "info", "front", "properties", "docdata", "body.head"))
"""Tags that wrap some of a record's fields."""

_LOOKED_AT = 50_000
"""Tokens in which the first record is looked for."""

_DEEPEST = 50


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a feed or a collection of records; other XML gives a note."""
    text, note = tagged_text(file.content)
    if is_factiva(text):
        yield Draft(notes=(note,) if note else ())
        yield from factiva_drafts(text)
        return
    root = root_of(text)
    if root in ROOTS:
        yield from read_feed(text, note)
        return
    if is_document(root, text):
        yield Draft(notes=(note,) if note else ())
        yield from documents(text)
        return
    name = "" if root in _NEVER else record_name(text)
    if not name:
        told = (
            N_("neither a feed nor articles with known fields: its first tag is <{name}>")
            if root
            else N_("neither a feed nor articles with known fields: it has no tags")
        )
        yield Draft(notes=(told.format(name=root[:40]),))
        return
    yield from read_records(text, name, RECORDS.get(name, ""), note)


def record_name(text: str) -> str:
    """Return the tag around each article, or "".

    It is one that news archives use, or the first closed one that has a title and another known field.
    """
    stack: list[_Element] = []
    for token in islice(scan(text), _LOOKED_AT):
        if token.kind is TokenKind.TEXT:
            continue
        if token.kind is TokenKind.OPEN:
            if local(token.name) in RECORDS:
                return token.name
            if token.empty:
                if _is_record({ROLES.get(name) for name in attributes(token.text)}):
                    return token.name
            elif len(stack) < _DEEPEST:
                stack.append(_opened(token))
        elif stack and stack[-1].tag == token.name:
            done = stack.pop()
            if done.name not in ROLES and done.name not in _WITHIN and _is_record(done.roles):
                return done.tag
            if stack:
                stack[-1].roles |= done.roles if done.name in _WITHIN else {ROLES.get(done.name)}
    return ""


@dataclass(slots=True)
class _Element:
    """An open element."""

    tag: str
    name: str
    """Its name as a field."""
    roles: set[FieldRole | None] = field(default_factory=set)
    """The roles of the fields in it."""


def _opened(token: Token) -> _Element:
    return _Element(token.name, field_name(token))


def _is_record(roles: set[FieldRole | None]) -> bool:
    """Say whether fields with these roles make an article."""
    known = roles - {None, FieldRole.OTHER}
    return len(known) > 1 and (FieldRole.TITLE in known or {FieldRole.TEXT, FieldRole.DATE} <= known)

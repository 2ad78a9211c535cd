"""XML: feeds, and any file of articles whose fields have names that are known.

Nothing is declared, included or expanded; what is no collection of articles is told by its first tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from tui.importing.feeds.cutting import ROOTS, local, root_of
from tui.importing.formats.feed import read_feed
from tui.importing.formats.tagged import RECORDS, read_records
from tui.importing.parsed import Draft, RawFile
from tui.importing.press.factiva_xml import factiva_drafts, is_factiva
from tui.importing.tagged.fields import ROLES, Role, field_name
from tui.importing.tagged.scanning import Kind, Token, attributes, scan, tagged_text

_NEVER = frozenset(("opml", "html", "svg", "plist", "urlset", "sitemapindex", "kml", "gpx", "xbel", "timeml"))
"""First tags of files that have titles and texts of other things."""

_WITHIN = frozenset(("meta", "metadata", "header", "head", "info", "front", "properties", "docdata", "body.head"))
"""Tags around some of a record's fields: their fields are those of the record."""

_LOOKED_AT = 50_000
"""Tags and texts in which the first record is looked for."""

_DEEPEST = 50


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a feed or of a collection of records; XML of another kind is passed over with a note."""
    text, note = tagged_text(file.content)
    if is_factiva(text):
        yield Draft(notes=(note,) if note else ())
        yield from factiva_drafts(text)
        return
    root = root_of(text)
    if root in ROOTS:
        yield from read_feed(text, note)
        return
    name = "" if root in _NEVER else record_name(text)
    if not name:
        first = f": its first tag is <{root[:40]}>" if root else ", nor tags"
        yield Draft(notes=(f"no feed and no articles with fields of known names in it{first}",))
        return
    yield from read_records(text, name, RECORDS.get(name, ""), note)


def record_name(text: str) -> str:
    """Return the tag that an article stands between; "" where there is none.

    It is one that archives of news use, or the first one that is closed and has a title and another known field.
    """
    stack: list[_Element] = []
    for token in islice(scan(text), _LOOKED_AT):
        if token.kind is Kind.TEXT:
            continue
        if token.kind is Kind.OPEN:
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
    """An element that stands open."""

    tag: str
    name: str
    """The name of the field that it is, if it is one."""
    roles: set[Role | None] = field(default_factory=set)
    """The roles of the fields in it."""


def _opened(token: Token) -> _Element:
    return _Element(token.name, field_name(token))


def _is_record(roles: set[Role | None]) -> bool:
    """Say whether fields of these roles make an article."""
    known = roles - {None, Role.OTHER}
    return len(known) > 1 and (Role.TITLE in known or {Role.TEXT, Role.DATE} <= known)

"""The fields of a tagged article, by the names that news archives use.

Each piece of text belongs to the innermost open field; text outside of known fields is kept under its own tag.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from tui.base.printable import printable, printable_line
from tui.importing.dating.day_order import DayOrder
from tui.importing.markup.tags import is_break, is_tag
from tui.importing.tagged.scanning import Token, TokenKind, attributes, scan


class FieldRole(Enum):
    """The role of a field."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE = "date"
    CHANGED = "changed"
    AUTHOR = "author"
    DATELINE = "dateline"
    SOURCE = "source"
    ADDRESS = "address"
    LANGUAGE = "language"
    TAGS = "tags"
    KEY = "key"
    TEXT = "text"
    OTHER = "other"


_NAMES = {
    FieldRole.TITLE: "title headline hl hl1 hedline head ti titre",
    FieldRole.SUBTITLE: "hl2 subtitle subheadline standfirst deck",
    FieldRole.DATE: "date date1 date_time datetime pubdate pub_date publication_date date_published published"
    " publishdate published_at date.issue date.release story.date firstcreated contentcreated dd datum",
    FieldRole.CHANGED: "updated modified lastmod last_modified date_modified versioncreated contentmodified",
    FieldRole.AUTHOR: "author authors byline by creator dc:creator auteur auteurs writer",
    FieldRole.DATELINE: "dateline",
    FieldRole.SOURCE: "source so publisher publication newspaper outlet provider creditline pub site journal"
    " media_outlet",
    FieldRole.ADDRESS: "url link permalink guid address source_url",
    FieldRole.LANGUAGE: "language lang dc:language langue",
    FieldRole.TAGS: "topics places people orgs exchanges companies keyword keywords tags tag category categories"
    " subject subjects topic",
    FieldRole.KEY: "docno docid doc_id id doc-id",
    FieldRole.TEXT: "text body body.content lp leadpara lead lede content content:encoded contenu texte fulltext"
    " full_text bodytext body_text articlebody article_text description summary abstract",
    FieldRole.OTHER: "body.head docdata rights copyright",
}
ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
"""The role of each tag, in lower case."""

WHOLE, SUMMARY = "", "summary"
"""The names for all texts and all summaries of a record."""

_WEAKER = frozenset(("description", "summary", "abstract"))
"""Texts that only count if there is no full one."""

_IN_ATTRIBUTES = {
    "date.issue": {"norm": FieldRole.DATE},
    "date.release": {"norm": FieldRole.DATE},
    "story.date": {"norm": FieldRole.DATE},
    "pubdata": {"date.publication": FieldRole.DATE, "name": FieldRole.SOURCE},
    "language": {"tag": FieldRole.LANGUAGE},
    "keyword": {"key": FieldRole.TAGS},
    "doc-id": {"id-string": FieldRole.KEY},
    "link": {"href": FieldRole.ADDRESS},
}
"""Empty tags with a field in an attribute."""

_DATE_FIELDS = re.compile(
    rf"<(?:{'|'.join(re.escape(name) for name in _NAMES[FieldRole.DATE].split())})(?:\s[^<>]{{0,200}}+)?>"
    r"(?P<value>[^<>]{1,200}+)</",
    re.I,
)
_NAMED = frozenset(("field", "column", "col", "str", "arr", "property"))
"""Tags that state their name in an attribute: `<field name="title">`."""

_HEADLINES = frozenset(("headline", "hl1", "hl"))
_PARTED = frozenset((FieldRole.TAGS, FieldRole.TITLE, FieldRole.AUTHOR))
"""Fields in which each tag begins a new part."""

_DEEPEST = 200


@dataclass(slots=True)
class Fields:
    """The fields of one record; NUL separates the pieces of each."""

    texts: dict[FieldRole, dict[str, list[str]]] = field(default_factory=dict)
    """By role and then by tag, in order."""

    def add(self, name: str, role: FieldRole, text: str) -> None:
        """Add a piece of text to a field; all texts are one, except summaries."""
        if role is FieldRole.TEXT:
            name = SUMMARY if name in _WEAKER else WHOLE
        self.texts.setdefault(role, {}).setdefault(name, []).append(text)

    def raw(self, role: FieldRole, name: str) -> str:
        """Return a field verbatim."""
        return "".join(self.texts.get(role, {}).get(name, ()))

    def names(self, role: FieldRole) -> list[str]:
        """Return the tags found for a role."""
        return list(self.texts.get(role, ()))

    def lines_of(self, role: FieldRole, name: str) -> list[str]:
        """Return the printable lines of one field."""
        return _lines(self.raw(role, name))

    def lines(self, role: FieldRole) -> list[str]:
        """Return the printable lines of all fields with a role."""
        return [line for name in self.names(role) for line in _lines(self.raw(role, name))]

    def first(self, role: FieldRole) -> list[str]:
        """Return the lines of the first non-empty field with a role; headlines precede page titles."""
        names = sorted(self.names(role), key=lambda name: name not in _HEADLINES)
        return next(filter(None, (_lines(self.raw(role, name)) for name in names)), [])


def _lines(raw: str) -> list[str]:
    parts = printable(raw.replace("\0", "\n")).split("\n")
    return [line for line in map(printable_line, parts) if line]


def field_name(token: Token) -> str:
    """Return the name of a tag's field: its own, or the one in its attribute."""
    if token.name in _NAMED:
        return attributes(token.text).get("name", "").lower() or token.name
    return token.name


def from_attributes(own: Mapping[str, str]) -> Fields:
    """Return the fields of a record without content: `<row title="…" text="…"/>`."""
    fields = Fields()
    for name, value in own.items():
        fields.add(name, ROLES.get(name, FieldRole.OTHER), value)
    return fields


def gather(source: str, record: str, own: Mapping[str, str]) -> Fields:
    """Assign a record's content to its fields; `own` are the attributes of its own tag."""
    fields = Fields()
    for attribute, role in _IN_ATTRIBUTES.get(record, {}).items():
        fields.add(record, role, own.get(attribute, ""))
    stack = [_Open(record, record, FieldRole.OTHER)]
    tokens = list(scan(source))
    closed = {token.name for token in tokens if token.kind is TokenKind.CLOSE}
    for token in tokens:
        if token.kind is TokenKind.TEXT:
            fields.add(stack[-1].name, stack[-1].role, token.text)
        elif token.kind is TokenKind.CLOSE:
            _close(stack, token.name, fields)
        else:
            _open(stack, token, fields, token.name in closed, source)
    return fields


@dataclass(frozen=True, slots=True)
class _Open:
    """An open tag."""

    tag: str
    name: str
    """The name of the field."""
    role: FieldRole


def _open(stack: list[_Open], token: Token, fields: Fields, closed: bool, source: str) -> None:
    inside, name = stack[-1], field_name(token)
    if token.name in _IN_ATTRIBUTES:
        said = attributes(token.text)
        for attribute, role in _IN_ATTRIBUTES[token.name].items():
            fields.add(token.name, role, f"\0{said.get(attribute, '')}\0")
    known = ROLES.get(name)
    in_text = inside.role is FieldRole.TEXT
    if inside.role in _PARTED or (in_text and is_break(f"<{name}>")):
        fields.add(inside.name, inside.role, "\0")
    if token.empty or len(stack) >= _DEEPEST:
        return
    if known is not None and not (in_text and is_tag(f"<{name}>") and name not in ("title", "body")):
        stack.append(_Open(token.name, name, known))
        fields.add(name, known, "\0")
    elif closed:
        stack.append(_Open(token.name, name if inside.role is FieldRole.OTHER else inside.name, inside.role))
    elif in_text and not is_tag(source[token.start : token.end]):
        fields.add(inside.name, inside.role, source[token.start : token.end])


def _close(stack: list[_Open], tag: str, fields: Fields) -> None:
    place = next((place for place in range(len(stack) - 1, 0, -1) if stack[place].tag == tag), 0)
    if is_break(f"<{tag}>") or (place and stack[place].role is not stack[place - 1].role):
        fields.add(stack[-1].name, stack[-1].role, "\0")
    if place:
        del stack[place:]


def day_order(text: str) -> DayOrder:
    """Return the order of day and month in the date fields of all records in `text`.

    Fields of different names count as one column: a file has one producer.
    """
    order = DayOrder()
    for found in _DATE_FIELDS.finditer(text):
        order.see(printable_line(found["value"]))
    return order

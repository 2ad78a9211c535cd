"""One article between tags: its fields, by the names that archives of news give them.

What stands in a field that nobody knows is never taken for text as long as there is another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.byline import read_byline
from tui.dossier.draft import Draft, told
from tui.dossier.headline import is_headline
from tui.dossier.markup import is_break, is_tag
from tui.dossier.metadata import read_language
from tui.dossier.outlet import outlet_of
from tui.dossier.stamp import run_together, stamped
from tui.dossier.tagged_text import paragraphs_of_wire
from tui.dossier.tags import Kind, Token, attributes, scan
from tui.printable import printable, printable_line


class Role(Enum):
    """What a field is for."""

    TITLE = "title"
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
    Role.TITLE: "title headline hl hl1 hedline head ti titre",
    Role.DATE: "date date1 date_time datetime pubdate pub_date publication_date date_published published publishdate"
    " published_at date.issue date.release story.date firstcreated contentcreated dd datum",
    Role.CHANGED: "updated modified lastmod last_modified date_modified versioncreated contentmodified",
    Role.AUTHOR: "author authors byline by creator dc:creator auteur auteurs writer",
    Role.DATELINE: "dateline",
    Role.SOURCE: "source so publisher publication newspaper outlet provider creditline pub site journal media_outlet",
    Role.ADDRESS: "url link permalink guid address source_url",
    Role.LANGUAGE: "language lang dc:language langue",
    Role.TAGS: "topics places people orgs exchanges companies keyword keywords tags tag category categories subject"
    " subjects topic",
    Role.KEY: "docno docid doc_id id doc-id",
    Role.TEXT: "text body body.content lp leadpara lead lede hl2 content content:encoded contenu texte fulltext"
    " full_text bodytext body_text articlebody article_text description summary abstract standfirst",
    Role.OTHER: "body.head docdata rights copyright",
}
ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
"""The role of each tag's name, in lower case."""

_WEAKER = frozenset(("description", "summary", "abstract", "standfirst", "lead"))
"""Texts that only count where there is no whole one."""

_IN_ATTRIBUTES = {
    "date.issue": ("norm", Role.DATE),
    "date.release": ("norm", Role.DATE),
    "story.date": ("norm", Role.DATE),
    "pubdata": ("date.publication", Role.DATE),
    "language": ("tag", Role.LANGUAGE),
    "keyword": ("key", Role.TAGS),
    "doc-id": ("id-string", Role.KEY),
    "link": ("href", Role.ADDRESS),
}
"""Empty tags that hold a field in an attribute."""

_KEYS = ("newid", "docno", "docid", "id", "guid")
_LANGUAGES = ("xml:lang", "lang", "language")
_PARTED = frozenset((Role.TAGS, Role.TITLE, Role.AUTHOR))
"""Fields in which each tag begins another part."""

_DEEPEST = 200
_ENOUGH_WORDS = 20
"""A field of no known name is taken for the text from so many words on, where there is no other."""

_SIGNED = re.compile(r"(?:^|\s)(?:Reuter|REUTER)$")
"""What that agency put below its stories."""


@dataclass(slots=True)
class _Fields:
    texts: dict[Role, list[str]] = field(default_factory=dict)
    whole: list[str] = field(default_factory=list)
    weaker: list[str] = field(default_factory=list)
    unknown: dict[str, list[str]] = field(default_factory=dict)

    def add(self, open_tag: tuple[str, Role], text: str) -> None:
        name, role = open_tag
        if role is Role.OTHER:
            self.unknown.setdefault(name, []).append(text)
        elif role is Role.TEXT:
            (self.weaker if name in _WEAKER else self.whole).append(text)
        else:
            self.texts.setdefault(role, []).append(text)

    def all_of(self, role: Role) -> list[str]:
        parts = printable("".join(self.texts.get(role, ())).replace("\0", "\n")).split("\n")
        return [line for line in map(printable_line, parts) if line]

    def line(self, role: Role) -> str:
        return " ".join(self.all_of(role))


def read_record(source: str, name: str, rest: str = "", source_name: str = "") -> Draft:
    """Make a draft of what stands between the tags of a record; it is empty where that holds neither title nor text.

    `name` is the record's own tag, `rest` what stands in it behind its name, `source_name` the outlet where the record
    names none.
    """
    own = attributes(rest)
    fields = _gathered(source, name)
    for key, (attribute, role) in _IN_ATTRIBUTES.items():
        if key == name and own.get(attribute):
            fields.add((name, role), own[attribute])
    dateline = fields.line(Role.DATELINE)
    text, odd = _text(fields)
    paragraphs = paragraphs_of_wire(_behind(dateline, text))
    title = fields.line(Role.TITLE).strip("* ")
    if not title and paragraphs and _is_heading(paragraphs):
        title = paragraphs.pop(0).strip("* ")
    signed = _signed_off(paragraphs)
    draft = told(paragraphs, title)
    key = next((own[one] for one in _KEYS if own.get(one)), "") or fields.line(Role.KEY)
    byline = fields.line(Role.AUTHOR)
    said = read_byline(byline)
    dates, noted = _dates(fields, dateline, key)
    return Draft(
        paragraphs=draft.paragraphs,
        title=draft.title,
        dates=dates,
        source=_source(fields) or source_name or (said.source if said else ""),
        author=(said.author if said else "") or ("" if said else byline),
        language=read_language(fields.line(Role.LANGUAGE) or next((own[one] for one in _LANGUAGES if one in own), "")),
        tags=tuple(dict.fromkeys(_tags(fields))),
        left_out=(*draft.left_out, *signed),
        notes=tuple(note for note in (odd, noted) if note),
        key=key,
        address=next((line for line in fields.all_of(Role.ADDRESS) if line.startswith(("http://", "https://"))), ""),
    )


def _behind(dateline: str, text: str) -> str:
    """Put the dateline before the first word of a text, where wires print it."""
    body = text.lstrip("\0 \n\r\t\x02")
    if not dateline or not body:
        return text
    return f"{dateline}{'' if dateline.endswith(('-', '–', '—', ':')) else ' –'} {body}"


def _is_heading(paragraphs: list[str]) -> bool:
    """Say whether the first paragraph is a headline: marked by asterisks, or all in capitals above a text."""
    first = paragraphs[0]
    return first.startswith("***") or (len(paragraphs) > 1 and is_headline(first) and first.isupper())


def _signed_off(paragraphs: list[str]) -> list[str]:
    """Take the agency's mark off the last paragraph, and return it."""
    signed = _SIGNED.search(paragraphs[-1]) if paragraphs else None
    if signed is None:
        return []
    paragraphs[-1] = paragraphs[-1][: signed.start()]
    if not paragraphs[-1]:
        paragraphs.pop()
    return [signed.group().strip()]


def _gathered(source: str, record: str) -> _Fields:
    """Give each piece of text to the field that stands open."""
    fields = _Fields()
    stack: list[tuple[str, Role]] = [(record, Role.OTHER)]
    tokens = list(scan(source))
    closed = {token.name for token in tokens if token.kind is Kind.CLOSE}
    for token in tokens:
        if token.kind is Kind.TEXT:
            fields.add(stack[-1], token.text)
        elif token.kind is Kind.CLOSE:
            _close(stack, token.name, fields)
        else:
            _open(stack, token, fields, token.name in closed, source)
    return fields


def _open(stack: list[tuple[str, Role]], token: Token, fields: _Fields, closed: bool, source: str) -> None:
    name, inside = token.name, stack[-1]
    attribute, role = _IN_ATTRIBUTES.get(name, ("", Role.OTHER))
    if attribute and (value := attributes(token.text).get(attribute)):
        fields.add((name, role), f"\0{value}\0")
    known = ROLES.get(name)
    in_text = inside[1] is Role.TEXT
    if inside[1] in _PARTED or (in_text and is_break(f"<{name}>")):
        fields.add(inside, "\0")
    if token.empty or len(stack) >= _DEEPEST:
        return
    if known is not None and not (in_text and is_tag(f"<{name}>") and name not in ("title", "body")):
        stack.append((name, known))
        fields.add(stack[-1], "\0")
    elif closed:
        stack.append((name, inside[1]) if inside[1] is not Role.OTHER else (name, Role.OTHER))
    elif in_text and not is_tag(source[token.start : token.end]):
        fields.add(inside, source[token.start : token.end])


def _close(stack: list[tuple[str, Role]], name: str, fields: _Fields) -> None:
    place = next((place for place in range(len(stack) - 1, 0, -1) if stack[place][0] == name), 0)
    if is_break(f"<{name}>") or (place and stack[place][1] is not stack[place - 1][1]):
        fields.add(stack[-1], "\0")
    if place:
        del stack[place:]


def _text(fields: _Fields) -> tuple[str, str]:
    """Return the text of a record, paragraphs parted by NUL, and a note where no field of a known name holds it."""
    for parts in (fields.whole, fields.weaker):
        text = "".join(parts)
        if text.replace("\0", "").strip():
            return text, ""
    name, parts = max(fields.unknown.items(), key=lambda one: sum(map(len, one[1])), default=("", list[str]()))
    text = "".join(parts)
    if len(text.replace("\0", " ").split()) < _ENOUGH_WORDS:
        return "", ""
    return text, f"texts were taken from the field {printable_line(name)[:40]!r}"


def _dates(fields: _Fields, dateline: str, key: str) -> tuple[tuple[PublishedDate, ...], str]:
    """Return the dates that the fields offer, and a note where one was not understood."""
    dates, note = [], ""
    for role, where in ((Role.DATE, Provenance.RECORD), (Role.CHANGED, Provenance.CHANGE)):
        for written in fields.all_of(role):
            read = stamped(written, where)
            if read is not None:
                dates.append(read)
            elif any(sign.isdigit() for sign in written) and len(written) >= 6 and not dates:
                note = "a date was not understood, or could mean two days"
    if not dates:
        named = run_together(key)
        if named:
            dates, note = [PublishedDate(*named, Provenance.RECORD)], "dates were read from the articles' numbers"
    said = stamped(dateline, Provenance.DATELINE) if dateline else None
    return tuple(dict.fromkeys((*dates, *([said] if said else [])))), note


def _source(fields: _Fields) -> str:
    named = next(iter(fields.all_of(Role.SOURCE)), "")
    return outlet_of(named) or named


def _tags(fields: _Fields) -> Iterator[str]:
    for line in fields.all_of(Role.TAGS):
        for part in line.replace(";", ",").split(","):
            if part.strip():
                yield part.strip()

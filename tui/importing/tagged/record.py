"""One tagged article: its fields as a draft, its text unwrapped.

Wire texts in archives are wrapped at a column, and begin a paragraph with an indent or an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui.base.printable import printable, printable_line
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.byline import read_byline
from tui.importing.clippings.headline import is_headline
from tui.importing.clippings.lines import lines_of
from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.day_order import DayOrder
from tui.importing.dating.field_date import FieldDate, compact_date, read_field_date
from tui.importing.fields_left_out import fields_left_out
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft, draft_of_text
from tui.importing.tagged.fields import ROLES, SUMMARY, WHOLE, FieldRole, Fields, from_attributes, gather
from tui.importing.tagged.scanning import attributes
from tui.locale import N_

_INDENT = 2
"""Spaces of indent that begin a paragraph."""

_WIDEST = 100
"""The longest line of a wrapped text."""

_FILLED = 40
"""A shorter line ends a paragraph."""

_FEW = 25
"""As `_FILLED`, if paragraphs are indented."""

_EMPTY_LINES = re.compile(r"\n *\n[ \n]*")
_HTML = re.compile(r"</(?:p|div|li|ul|ol|h[1-6]|table)>|<br\s*/?>", re.I)
"""Tags that mean that a text is HTML."""

_WORD = re.compile(r"\w")
_LEADER = re.compile(r"\.{4,}|\.{2,} ?\d|\s{3,}\S|\s[-=]{3,}")
"""Matches a table row."""


def paragraphs_of_wire(text: str) -> list[str]:
    """Return the paragraphs of a text in which NUL stands for its tags; HTML in it is read as well."""
    paragraphs: list[str] = []
    parts = [printable(part) for part in text.split("\0") if _WORD.search(part)]
    for part in parts:
        if _HTML.search(part):
            paragraphs += paragraphs_of(part)
            continue
        for block in _EMPTY_LINES.split(part):
            paragraphs += _of_block(block, tagged=len(parts) > 1)
    return [paragraph for paragraph in paragraphs if _WORD.search(paragraph)]


def _of_block(block: str, tagged: bool) -> list[str]:
    """Split a block at indents, table rows and short lines.

    Short lines continue if the paragraphs are `tagged`.
    """
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    if len(lines) < 2:
        return [" ".join(line.split()) for line in lines]
    if max(map(len, lines)) > _WIDEST:
        return [" ".join(" ".join(lines).split())] if tagged else [line.text for line in lines_of(block)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    margin = min(indents)
    filled = 0 if tagged else _FEW if max(indents) >= margin + _INDENT else _FILLED
    groups: list[list[str]] = []
    for line, indent in zip(lines, indents, strict=True):
        if groups and indent < margin + _INDENT and _goes_on(groups[-1][-1], line, filled):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [" ".join(" ".join(group).split()) for group in groups]


def _goes_on(before: str, line: str, filled: int) -> bool:
    """Say whether a line is the rest of the one before it, which has at least `filled` characters then."""
    return len(before) >= filled and not _LEADER.search(before.strip()) and not _LEADER.search(line.strip())


_KEYS = ("newid", "docno", "docid", "id", "guid")
_LANGUAGES = ("xml:lang", "lang", "language")
_BYLINES = frozenset(("byline", "by"))
_ENOUGH_WORDS = 20
"""The fewest words of an unknown field that is taken as the text if there is no other."""

_MARKUP = ("p", "para", "paragraph", "s")
"""Tags of paragraphs and sentences, which hold the text of a record that has no field for it."""

_SHORTEST_DATE = 6
_SIGNED = re.compile(r"(?:^|\s)(?:Reuter|REUTER)$")
"""The agency's signature below its stories."""

_WEB = ("http://", "https://")


def read_record(source: str, name: str, rest: str = "", source_name: str = "", order: DayOrder | None = None) -> Draft:
    """Make a draft of a record; empty if it has neither title nor text.

    `name` is its tag, `rest` the tag's attributes, `source_name` the default outlet, `order` the order of day and month
    in the dates of all records.
    """
    own = attributes(rest)
    fields = gather(source, name, own) if source.strip() else from_attributes(own)
    _add_attributes(fields, own)
    dateline = " ".join(fields.lines(FieldRole.DATELINE))
    text, summary, odd = _texts(fields, name)
    paragraphs = paragraphs_of_wire(_behind(dateline, text))
    title = " ".join(fields.first(FieldRole.TITLE)).strip("* ")
    if not title and paragraphs and _is_heading(paragraphs):
        title = paragraphs.pop(0).strip("* ")
    signed = _signed_off(paragraphs)
    draft = draft_of_text([*fields.first(FieldRole.SUBTITLE), *paragraphs], title)
    key = next((own[one] for one in _KEYS if own.get(one)), "") or " ".join(fields.first(FieldRole.KEY))
    author, outlet = _author(fields)
    field_date, noted = _dates(fields, dateline, key, order)
    language = " ".join(fields.first(FieldRole.LANGUAGE)) or next((own[one] for one in _LANGUAGES if one in own), "")
    draft = Draft(
        paragraphs=draft.paragraphs,
        title=draft.title,
        dates=field_date.dates,
        doubt=field_date.doubt,
        source=_source(fields) or source_name or outlet,
        author=author,
        language=read_language(language),
        tags=tuple(dict.fromkeys(_tags(fields))),
        left_out=(*draft.left_out, *signed, *summary),
        notes=tuple(note for note in (odd, noted) if note),
        key=key,
        address=next((line for line in fields.lines(FieldRole.ADDRESS) if line.startswith(_WEB)), ""),
    )
    return replace(draft, left_out=(*draft.left_out, *fields_left_out(_named(own, fields), draft)))


def _named(own: Mapping[str, str], fields: Fields) -> dict[str, Value]:
    """Return the attributes and the fields of a record by name, but for its text."""
    named: dict[str, Value] = dict(own)
    for role in FieldRole:
        if role is not FieldRole.TEXT:
            named |= {name: list(fields.lines_of(role, name)) for name in fields.names(role)}
    return named


def _add_attributes(fields: Fields, own: Mapping[str, str]) -> None:
    """Add what the attributes of a record's tag say, as in `<doc url=… date=… title=…>`, where no field says it."""
    for name, value in own.items():
        role = ROLES.get(name)
        if role not in (None, FieldRole.TEXT, FieldRole.OTHER) and not fields.names(role):
            fields.add(name, role, value)


def _behind(dateline: str, text: str) -> str:
    """Put the dateline before the first word of a text, as wires do."""
    body = text.lstrip("\0 \n\r\t\x02")
    if not dateline or not body:
        return text
    return f"{dateline}{'' if dateline.endswith(('-', '–', '—', ':')) else ' –'} {body}"


def _is_heading(paragraphs: list[str]) -> bool:
    """Say whether the first paragraph is a headline: after asterisks, or in capitals above a text."""
    first = paragraphs[0]
    return first.startswith("***") or (len(paragraphs) > 1 and is_headline(first) and first.isupper())


def _signed_off(paragraphs: list[str]) -> list[str]:
    """Remove the agency's signature from the last paragraph, and return it."""
    signed = _SIGNED.search(paragraphs[-1]) if paragraphs else None
    if signed is None:
        return []
    paragraphs[-1] = paragraphs[-1][: signed.start()]
    if not paragraphs[-1]:
        paragraphs.pop()
    return [signed.group().strip()]


def _texts(fields: Fields, record: str) -> tuple[str, list[str], str]:
    """Return the text of a record, its separate summary, and a note if the text's field is unknown."""
    whole, summary = fields.raw(FieldRole.TEXT, WHOLE), fields.raw(FieldRole.TEXT, SUMMARY)
    if whole.replace("\0", "").strip():
        return whole, paragraphs_of_wire(summary), ""
    if summary.replace("\0", "").strip():
        return summary, [], ""
    own = fields.raw(FieldRole.OTHER, record)
    if own.replace("\0", "").strip():
        return own, [], ""
    marked = "\0".join(fields.raw(FieldRole.OTHER, name) for name in _MARKUP)
    if marked.replace("\0", "").strip():
        return marked, [], ""
    longest = max(fields.names(FieldRole.OTHER), key=lambda name: len(fields.raw(FieldRole.OTHER, name)), default="")
    text = fields.raw(FieldRole.OTHER, longest)
    if len(text.replace("\0", " ").split()) < _ENOUGH_WORDS:
        return "", [], ""
    return text, [], N_("texts were taken from the field {longest!r}").format(longest=printable_line(longest)[:40])


def _author(fields: Fields) -> tuple[str, str]:
    """Return the author, and the outlet in the byline."""
    lines = fields.first(FieldRole.AUTHOR)
    between = " " if not _BYLINES.isdisjoint(fields.names(FieldRole.AUTHOR)) else ", "
    written = between.join(dict.fromkeys(lines))
    said = read_byline(written)
    return (said.author, said.source) if said else (written, "")


def _dates(fields: Fields, dateline: str, key: str, order: DayOrder | None) -> tuple[FieldDate, str]:
    """Return the dates of the fields, certain ones first, and a note if one was not understood."""
    stamps, note = [], ""
    for written in fields.lines(FieldRole.DATE):
        field_date = read_field_date(written, Provenance.RECORD, order)
        stamps.append(field_date)
        if not field_date.dates and len(written) >= _SHORTEST_DATE and any(sign.isdigit() for sign in written):
            note = N_("a date was not understood")
    sure = [one for one in stamps if one.certain]
    unsure = [one for one in stamps if not one.certain]
    dates = [date for one in (*sure, *unsure) for date in one.dates]
    named = compact_date(key) if not sure else None
    if named and unsure and any(date.span == named[0] for date in dates):
        return FieldDate((PublishedDate(*named, Provenance.RECORD),)), N_("the articles' numbers decide between days")
    if named and not dates:
        dates, note = [PublishedDate(*named, Provenance.RECORD)], N_("dates were read from the articles' numbers")
    others = [read_field_date(written, Provenance.CHANGE) for written in fields.lines(FieldRole.CHANGED)]
    others += [read_field_date(dateline, Provenance.DATELINE)] if dateline else []
    dates += [one.dates[0] for one in others if one.certain]
    doubt = "" if sure else next((one.doubt for one in unsure if one.doubt), "")
    notes = dict.fromkeys((note, *(one.note for one in stamps)))
    return FieldDate(tuple(dict.fromkeys(dates)), doubt), "; ".join(filter(None, notes))


def _source(fields: Fields) -> str:
    named = next(iter(fields.lines(FieldRole.SOURCE)), "")
    return outlet_of(named) or named


def _tags(fields: Fields) -> Iterator[str]:
    for line in fields.lines(FieldRole.TAGS):
        for part in line.replace(";", ",").split(","):
            if part.strip():
                yield part.strip()

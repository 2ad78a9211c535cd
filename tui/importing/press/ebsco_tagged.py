"""EBSCO's form for programs of references: a tag of two letters in each line, `TI- A crane stands still`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.importing.press.ebsco import take_source
from tui.importing.press.form import Form
from tui.importing.press.line import Line, joined
from tui.importing.press.record import Label, Record

_TAG = re.compile(r"(?P<tag>[A-Z]{2})- ?(?P<value>.*)")
_ROLES = {
    "TI": Label.TITLE, "AU": Label.AUTHOR, "SO": Label.OUTLET, "AB": Label.TEXT, "AN": Label.NUMBER,
    "LA": Label.LANGUAGE, "UR": Label.ADDRESS, "DT": Label.DATE,
}  # fmt: skip
"""Every other tag is kept as it stands."""


def read(lines: Sequence[Line]) -> Record:
    """Read an entry; a line without a tag goes on with the one before it."""
    record = Record()
    for tag, value in _fields(lines):
        role = _ROLES.get(tag, Label.OTHER)
        said = joined(value)
        if role is Label.TEXT:
            record.body += value
            record.keep([f"{tag}-"])
            continue
        record.keep([f"{tag}- {said}" if role is not Label.TITLE else f"{tag}-"])
        if role is Label.OUTLET:
            take_source(record, said)
        else:
            record.set(role, said)
    return record


def _fields(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    fields: list[tuple[str, list[Line]]] = []
    for line in lines:
        found = _TAG.fullmatch(line.text)
        if found:
            fields.append((found["tag"], [Line(found["value"])] if found["value"] else []))
        elif fields:
            fields[-1][1].append(line)
    return fields


def _seams(lines: Sequence[Line]) -> list[int]:
    """Part entries at their titles, which come first."""
    return [place for place, line in enumerate(lines) if line.text.startswith("TI- ")]


TAGGED = Form(
    "EBSCO, tagged",
    "the R package BibWrangleR, whose reader of EBSCO's files takes a tag of two letters, and the text from the fifth"
    " letter on",
    re.compile(r"^TI- .*(?:\n.*){0,60}?\nSO- ", re.M),
    _seams,
    read,
)

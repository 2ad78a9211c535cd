"""RIS and EndNote's tagged form: a line for each field, `TI  - …` or `%T …`, read by hand.

Databases write both in ways that no grammar allows: empty tags, lines without any, an entry that is not closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.importing.parsed import Draft
from tui.importing.press.record import Label
from tui.importing.references.entry import Fields, draft_of

_RIS = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)")
_ENDNOTE = re.compile(r"%(?P<tag>[0-9A-Z@!#$&()+<>=\[~|^*])(?:\s+(?P<value>.*))?")
_RIS_ROLES = {
    **dict.fromkeys(("TI", "T1", "CT"), Label.TITLE), **dict.fromkeys(("AU", "A1"), Label.AUTHOR),
    **dict.fromkeys(("JF", "JO", "T2", "JA", "BT"), Label.OUTLET), **dict.fromkeys(("AB", "N2"), Label.TEXT),
    "SE": Label.SECTION, "SP": Label.PAGE, "ET": Label.EDITION, "LA": Label.LANGUAGE, "UR": Label.ADDRESS,
    "AN": Label.NUMBER,
}  # fmt: skip
_RIS_DATES = ("DA", "Y1", "PY")
"""What dates an entry; `Y2` is the day on which somebody looked it up."""

_ENDNOTE_ROLES = {
    "T": Label.TITLE, "A": Label.AUTHOR, "J": Label.OUTLET, "B": Label.OUTLET, "X": Label.TEXT, "P": Label.PAGE,
    "7": Label.EDITION, "G": Label.LANGUAGE, "U": Label.ADDRESS, "M": Label.NUMBER, "&": Label.SECTION,
}  # fmt: skip
_ENDNOTE_DATES = ("8", "D")


def ris_drafts(text: str) -> Iterator[Draft]:
    """Yield the entries of RIS, each between `TY` and `ER`."""
    for fields in _entries(text, _RIS, "TY", "ER"):
        yield _draft(fields, _RIS_ROLES, _RIS_DATES)


def endnote_drafts(text: str) -> Iterator[Draft]:
    """Yield the entries of EndNote's form, each of which begins with `%0`."""
    for fields in _entries(text, _ENDNOTE, "0", ""):
        yield _draft(fields, _ENDNOTE_ROLES, _ENDNOTE_DATES)


def _draft(fields: Fields, roles: dict[str, Label], dates: tuple[str, ...]) -> Draft:
    written = [value for name in dates for value in fields.get(name, ())]
    return draft_of(fields, roles, written)


def _entries(text: str, pattern: re.Pattern[str], first: str, last: str) -> Iterator[Fields]:
    """Yield the fields of each entry; a line without a tag goes on with the field before it."""
    fields: dict[str, list[list[str]]] = {}
    value: list[str] | None = None
    for line in text.split("\n"):
        found = pattern.fullmatch(line.strip("\ufeff\r ")) if line.strip() else None
        if found is None:
            if value is not None:
                value.append(line.strip())
            continue
        tag = found["tag"]
        if tag in (first, last) and fields:
            yield _filled(fields)
            fields = {}
        value = None
        if tag != last:
            value = [found["value"] or ""]
            fields.setdefault(tag, []).append(value)
    if fields:
        yield _filled(fields)


def _filled(fields: dict[str, list[list[str]]]) -> Fields:
    """Return the fields that hold something."""
    joined = {name: ["\n".join(value).strip() for value in values] for name, values in fields.items()}
    kept = {name: [value for value in values if value] for name, values in joined.items()}
    return {name: values for name, values in kept.items() if values}

"""BibTeX and BibLaTeX: entries with fields between braces, looked through once, with LaTeX's accents as letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui.importing.parsed import Draft
from tui.importing.press.record import Label
from tui.importing.references.entry import Fields, draft_of

_ENTRY = re.compile(r"@(?P<kind>[A-Za-z]{1,40})\s*[{(]\s*(?P<key>[^\s,{}()]{0,200})\s*,")
_FIELD = re.compile(r"\s*(?P<name>[A-Za-z][\w-]{0,40})\s*=\s*")
_PART = re.compile(r"\s*(?:(?P<bare>[\w.:-]{1,200})|(?P<open>[{\"]))")
_NOT_ENTRIES = frozenset(("comment", "string", "preamble"))
_ROLES = {
    "title": Label.TITLE, "author": Label.AUTHOR, "journal": Label.OUTLET, "journaltitle": Label.OUTLET,
    "newspaper": Label.OUTLET, "booktitle": Label.OUTLET, "maintitle": Label.OUTLET, "abstract": Label.TEXT,
    "pages": Label.PAGE, "edition": Label.EDITION, "language": Label.LANGUAGE, "langid": Label.LANGUAGE,
    "url": Label.ADDRESS, "section": Label.SECTION, "accessionnumber": Label.NUMBER,
}  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_ACCENT = re.compile(
    r"\\(?:(?P<sign>['`^\"~=.])\s?|(?P<word>[uvHcdkr])(?=[\s{]))\s*(?:\{\\?(?P<in>[A-Za-z])\}|\\?(?P<letter>[A-Za-z]))"
)
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
}  # fmt: skip
_LETTER = re.compile(r"\\([A-Za-z]{1,20})\b\s?(?:\{\})?")
_ESCAPED = re.compile(r"\\([&%$#_{}])")


def bibtex_drafts(text: str) -> Iterator[Draft]:
    """Yield the entries of a file."""
    behind = 0
    while found := _ENTRY.search(text, behind):
        behind = found.end()
        if found["kind"].lower() in _NOT_ENTRIES:
            continue
        fields, behind = _fields(text, behind)
        yield draft_of(fields, _ROLES, _dates(fields))


def _dates(fields: Fields) -> Iterator[str]:
    """Yield what dates an entry, best first; `urldate` is the day on which somebody looked it up."""
    yield from fields.get("date", ())
    year, month, day = (next(iter(fields.get(name, ())), "") for name in ("year", "month", "day"))
    month = _MONTHS[int(month) - 1] if month.isdecimal() and 0 < int(month) <= len(_MONTHS) else month
    yield f"{day} {month} {year}"
    yield f"{month} {year}"
    yield year


def _fields(text: str, behind: int) -> tuple[Fields, int]:
    """Read the fields of an entry from an offset on; returns them, and the offset behind the last one."""
    fields: dict[str, list[str]] = {}
    while found := _FIELD.match(text, behind):
        value, behind = _value(text, found.end())
        plain = plain_text(value)
        if plain:
            name = found["name"].lower()
            fields.setdefault(name, []).extend(_people(plain) if name == "author" else [plain])
        comma = re.compile(r"\s*,").match(text, behind)
        if comma is None:
            break
        behind = comma.end()
    return fields, behind


def _people(plain: str) -> list[str]:
    return [name for name in re.split(r"\s+and\s+", plain) if name != "others"]


def _value(text: str, behind: int) -> tuple[str, int]:
    """Read a value: words, or what stands between braces or quotation marks; `#` joins several."""
    parts: list[str] = []
    while found := _PART.match(text, behind):
        if found["bare"]:
            parts.append(found["bare"])
            behind = found.end()
        else:
            inside, behind = _enclosed(text, found.end(), '"' if found["open"] == '"' else "}")
            parts.append(inside)
        joined = re.compile(r"\s*#").match(text, behind)
        if joined is None:
            break
        behind = joined.end()
    return " ".join(parts), behind


def _enclosed(text: str, start: int, end: str) -> tuple[str, int]:
    """Return what stands up to the mark that closes it, or to the end, and the offset behind that."""
    depth = 0
    for mark in re.compile(r"\\.|[{}\"]", re.S).finditer(text, start):
        sign = mark[0]
        if sign == end and depth == 0:
            return text[start : mark.start()], mark.end()
        depth += {"{": 1, "}": -1}.get(sign, 0)
    return text[start:], len(text)


def plain_text(value: str) -> str:
    r"""Return a value without LaTeX's marks: `{\'e}` is é, `\&` is &, `--` a dash."""
    value = _ACCENT.sub(_accented, value)
    value = _LETTER.sub(lambda found: _LETTERS.get(found[1], ""), value)
    value = _ESCAPED.sub(lambda found: f"\0{ord(found[1])};", value).replace("{", "").replace("}", "")
    value = re.sub(r"\0(\d+);", lambda found: chr(int(found[1])), value)
    return " ".join(value.replace("---", "—").replace("--", "–").replace("~", " ").split())


def _accented(found: re.Match[str]) -> str:
    letter = found["in"] or found["letter"]
    return unicodedata.normalize("NFC", letter + _ACCENTS[found["sign"] or found["word"]])

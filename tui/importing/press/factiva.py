"""Factiva: HTML, RTF, text and PDF, with two-letter codes before each field or without any.

The codes are the same in all interface languages. Without them the fields stand in a fixed order: title, byline, number
of words, day, time, outlet and its code, page, edition, language, rights. Either way an article ends with its number
(`Document HRTMS00020230304ej340000`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import Day, day_in
from tui.importing.press.form import Form, closing
from tui.importing.press.line import Line, in_blocks, joined
from tui.importing.press.record import Label, Record, begins_as_byline, count_in, is_language, page_in

_CODES = {
    "HD": Label.TITLE, "BY": Label.AUTHOR, "WC": Label.LENGTH, "PD": Label.DATE, "SN": Label.OUTLET,
    "SE": Label.SECTION, "PG": Label.PAGE, "ED": Label.EDITION, "LA": Label.LANGUAGE, "LP": Label.TEXT,
    "TD": Label.TEXT, "AN": Label.NUMBER,
    **dict.fromkeys(("CLM", "CR", "ET", "SC", "VOL", "NGC", "GC", "CY", "CX", "HL", "DLN", "RST"), Label.OTHER),
}  # fmt: skip
_FOOT = dict.fromkeys("CO IN NS RE IPC IPD PUB ART RF CT CN DE TK ISS PE CR NT".split(), Label.OTHER)  # noqa: SIM905
_CODE = re.compile(rf"(?P<code>{'|'.join(sorted({*_CODES, *_FOOT}, key=len, reverse=True))})(?:\s+(?P<value>.+))?")
_KEYED = re.compile(r"[a-z0-9]{2,9}\s?:\s")
"""What values of the foot begin with: a key and what it stands for."""

NUMBER_LINE = re.compile(
    r"(?:AN\s+)?\(?(?:Document|Dokument|Documento|Документ|文書|文件|文档)\s+(?P<number>[A-Za-z]\w{3,9}(?:19|20)\d{6}\w{4,14})\)?"
)
_WORDS = re.compile(
    r"(?P<count>\d[\d.,  \u202f]{0,9})\s?(?:words?|mots?|wörter|worte?|woorden|palabras?|parole|palavras?|słów"
    r"|słowa|kelimeler?|слов\w*|ord"
    r"|字|語|文字|个字|個字)",
    re.I,
)
_TIME = re.compile(r"\d{1,2}:\d\d(?:\s?(?:[AP]M|GMT|UTC|[A-Z]{2,4}))?")
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,12}")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright|\(copyright|all rights|alle rechte|tous droits)", re.I)
_COVER = re.compile(r"factiva|dow jones|©.{0,60}factiva.{0,80}", re.I)
_PUBLISHER = 60
"""Characters that a publisher's name has at most, which stands alone above the number."""

_FIRST = ("HD", "SE", "CLM")
"""Codes that a record may begin with."""

_CITED_LINES = 8
"""Lines of a record among which one that names outlet, day and number of words may stand."""

_CITED_LONG = 250
_LISTED = re.compile(r"^\d{1,4}\.\s+")

_HEAD_LINES = 14
"""Lines below the number of words in which the other fields stand."""


def is_code(line: str) -> bool:
    """Say whether a line is a code and nothing else."""
    return line in _CODES or line in _FOOT


def read_coded(lines: Sequence[Line]) -> Record:
    """Read a record with codes."""
    record = Record()
    role, code, value = Label.OTHER, "", list[Line]()
    text = False
    for line in lines:
        found = _CODE.fullmatch(line.text)
        if found is None or not _is_code(found, text):
            value.append(line)
            continue
        _take(record, role, code, value)
        code = found["code"]
        role = _CODES.get(code, Label.OTHER) if code in _CODES else _FOOT[code]
        text = text or role is Label.TEXT
        value = [Line(found["value"], line.apart, line.level)] if found["value"] else []
    _take(record, role, code, value)
    return record


def _is_code(found: re.Match[str], text: bool) -> bool:
    """Say whether letters at the head of a line are a code: in the text none of the head's are, but for `TD`."""
    code, value = found["code"], found["value"]
    if not text:
        return True
    if code in ("AN", "TD") or value is None:
        return code != "AN" or value is None or NUMBER_LINE.search(found[0]) is not None
    if code in ("PUB", "IPC", "IPD", "ART", "RF", "CT", "CR", "ISS"):
        return True
    return code in _FOOT and (_KEYED.match(value) is not None or " | " in value)


def _take(record: Record, role: Label, code: str, value: list[Line]) -> None:
    """Take what stands behind a code."""
    if role is Label.TEXT:
        record.keep([code])
        record.body += value
    elif role is Label.TITLE and value:
        record.keep([code, *([record.title] if record.title else ())])
        record.title = joined(value)
    elif role is Label.NUMBER:
        number = NUMBER_LINE.search(joined(value)) or NUMBER_LINE.search(f"Document {joined(value)}")
        record.number = number["number"] if number else ""
        record.keep([f"{code} {joined(value[:1])}", *value[1:]])
    elif code or value:
        if value:
            record.set(role, joined(value))
        record.keep([f"{code} {joined(value[:1])}".strip(), *value[1:]])


def read_plain(lines: Sequence[Line]) -> Record:
    """Read a record without codes."""
    record = Record()
    cited = next((place for place, line in enumerate(lines[:_CITED_LINES]) if place and _cited(line.text)), -1)
    if cited > 0:
        return _read_cited(record, lines, cited)
    counted = next((place for place, line in enumerate(lines) if _WORDS.fullmatch(line.text) and place), -1)
    if counted < 0:
        record.keep(lines)
        return record
    _read_above(record, lines[:counted])
    record.set(Label.LENGTH, lines[counted].text)
    record.keep(lines[counted : counted + 1])
    _take_body(record, lines, _read_fields(record, lines, counted + 1))
    return record


def _take_body(record: Record, lines: Sequence[Line], begin: int) -> None:
    """Take the text, and apart from it the number and the lines right above that."""
    end = len(lines)
    for place in range(len(lines) - 1, begin - 1, -1):
        found = NUMBER_LINE.fullmatch(lines[place].text)
        if found:
            record.number = found["number"]
            end = place
            break
    foot = end
    while foot > begin + 1 and _CODE.fullmatch(lines[foot - 1].text) and _KEYED.search(lines[foot - 1].text):
        foot -= 1
    if foot > begin + 1 and len(lines[foot - 1].text) < _PUBLISHER and lines[foot - 1].text[-1].isalnum():
        foot -= 1
    record.body = list(lines[begin:foot])
    record.keep(lines[foot:])


def _cited(line: str) -> tuple[str, Day, int] | None:
    """Return outlet, day and number of words of `Harbour Times, 08:00, 4 March 2023, 834 words, (English)`."""
    day = day_in(line) if len(line) < _CITED_LONG else None
    words = next((part for part in line.split(", ") if _WORDS.fullmatch(part)), "") if day else ""
    outlet = day.before if day else ""
    return (outlet, day, count_in(words)) if day and words and outlet else None


def _read_cited(record: Record, lines: Sequence[Line], place: int) -> Record:
    """Read a record with its fields in one line below the title, as the list of headlines has them."""
    found = _cited(lines[place].text)
    assert found is not None
    record.outlet, record.day, record.length = found
    above = [line for line in lines[:place] if not _COVER.fullmatch(line.text)]
    record.keep(line for line in lines[:place] if _COVER.fullmatch(line.text))
    blocks = in_blocks(above)
    if blocks:
        record.title = _LISTED.sub("", joined(blocks[-1]))
        record.keep(_LISTED.findall(joined(blocks[-1])))
    for block in blocks[:-1]:
        record.keep(block)
    for part in record.day.after.split(", ") if record.day else ():
        if part.startswith("(") or is_language(part):
            record.set(Label.LANGUAGE, part.strip("()"))
        elif page_in(part):
            record.page = record.page or page_in(part)
        elif is_person(part) or begins_as_byline(part):
            record.set(Label.AUTHOR, part)
    record.keep(lines[place : place + 1])
    _take_body(record, lines, place + 1)
    return record


def _read_above(record: Record, lines: Sequence[Line]) -> None:
    """Read what stands above the number of words: a section perhaps, the title, a byline perhaps."""
    blocks = in_blocks(line for line in lines if not _COVER.fullmatch(line.text))
    record.keep(line for line in lines if _COVER.fullmatch(line.text))
    heading = next((place for place, block in enumerate(blocks) if block[0].level), -1)
    if heading >= 0:
        above, blocks = blocks[:heading], blocks[heading:]
        for block in above:
            record.keep(block)
    elif len(blocks) > 4:
        for block in blocks[:-3]:
            record.keep(block)
        blocks = blocks[-3:]
    if len(blocks) > 1 and _is_byline(joined(blocks[-1])):
        record.set(Label.AUTHOR, joined(blocks[-1]))
        record.keep(blocks.pop())
    if len(blocks) > 1 and heading < 0 and len(joined(blocks[0]).split()) <= 3 < len(joined(blocks[1]).split()):
        record.set(Label.SECTION, joined(blocks[0]))
        record.keep(blocks.pop(0))
    if blocks:
        record.title = joined(blocks[0])
        for block in blocks[1:]:
            record.keep(block)


def _is_byline(line: str) -> bool:
    names = re.split(r",|;| and | et | und | y | e ", line)
    return len(line) < 120 and (begins_as_byline(line) or all(is_person(name.strip()) for name in names))


def _read_fields(record: Record, lines: Sequence[Line], place: int) -> int:
    """Read the fields below the number of words, and return the place at which the text begins."""
    last = min(len(lines), place + _HEAD_LINES)
    begin = place
    outlet = False
    for here in range(place, last):
        line = lines[here].text
        day = day_in(line) if record.day is None and len(line) < 60 else None
        if day is not None and day.bare:
            record.day = day
        elif _TIME.fullmatch(line):
            pass
        elif record.day and not outlet and not _RIGHTS.match(line):
            record.outlet, outlet = line, True
        elif _RIGHTS.match(line):
            begin = here + 1
            while begin < len(lines) and not lines[begin].apart:
                begin += 1
            record.keep(lines[place:begin])
            return begin
        elif is_language(line):
            record.set(Label.LANGUAGE, line)
            begin = here + 1
        elif record.language:
            break
        elif outlet:
            _take_small(record, line)
    record.keep(lines[place:begin])
    return begin


def _take_small(record: Record, line: str) -> None:
    """Take a page or an edition: what stands between the outlet's code and the language."""
    if page_in(line) or line.isdecimal():
        record.page = record.page or page_in(line) or line
    elif not _SOURCE_CODE.fullmatch(line):
        record.edition = record.edition or line


def _coded(lines: Sequence[Line]) -> list[int]:
    """Part records with codes: behind each number, and at a title where none was found before it."""
    starts: list[int] = []
    codes: set[str] = set()
    for place, line in enumerate(lines):
        found = _CODE.fullmatch(line.text)
        if found is None:
            continue
        code = found["code"]
        again = code == "HD" and {"HD", "PD"} <= codes
        if code in _FIRST and (not starts or "AN" in codes or again):
            starts.append(place)
            codes = set()
        codes.add("AN" if NUMBER_LINE.search(line.text) else code)
    return starts if any(line.text.startswith("PD") for line in lines) else []


_DESCRIBED = (
    "R package tm.plugin.factiva (HTML and XML; the codes are those of Factiva's Display Options), AmCAT's reader of"
    " the form without codes"
)
CODED = Form("Factiva", _DESCRIBED, re.compile(r"^\s*HD(?:\s|$)", re.M), _coded, read_coded)
PLAIN = Form("Factiva, without codes", _DESCRIBED, NUMBER_LINE, closing(NUMBER_LINE), read_plain)

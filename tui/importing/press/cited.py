"""PressReader and GoPress: articles of which one line names outlet and day, below the title or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.base.folding import essence, fold
from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import Day, day_in
from tui.importing.press.form import Form, closing
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record, author_in, begins_as_byline, page_in

_PARTS = re.compile(r"\s+[·•|–-]\s+")
_OUTLET = 80
_SHORT = 160
"""Characters of a line that cites an article."""

_FOOT = re.compile(
    r"(?:©|copyright|c o p y r i g h t|\(c\)|alle rechten|tous droits|all rights|printed and distributed|original copy"
    r"|pressreader|gopress|belga\.press|https?://\S*(?:pressreader|gopress)|newspapers (?:in|from) \w+)"
)
_LABELS = {
    "article name": Label.TITLE, "publication": Label.OUTLET, "section": Label.SECTION, "author": Label.AUTHOR,
    "start page": Label.PAGE, "end page": Label.OTHER,
}  # fmt: skip
_LABEL = re.compile(rf"(?P<label>{'|'.join(_LABELS)})\s?:\s*(?P<value>.*)", re.I)
"""The table below an article that PressReader prints."""

_SECTION_PAGE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
_CAPITALS = re.compile(r"[^a-zß-ÿ]{3,30}")
_PAGE = re.compile(r"(?:page|pagina|blz\.?|p\.)\s?:?\s?(?P<page>\w{1,6}(?:\s?[-/]\s?\w{1,6})?)\.?", re.I)
_BYLINE = 90


def _cited(line: str) -> tuple[str, Day, list[str]] | None:
    """Return outlet, day and what follows of `Outlet · 4 Mar 2023 · 3 · Ada Quill`; None for other lines."""
    if len(line) > _SHORT:
        return None
    outlet, *others = _PARTS.split(line)
    day = day_in(others[0]) if others and len(outlet) <= _OUTLET else None
    if day is None or not day.bare or not any(map(str.isalpha, outlet)) or day_in(outlet) is not None:
        return None
    return outlet.strip(" *"), day, others[1:]


def _take_rest(record: Record, parts: Sequence[str]) -> None:
    for part in parts:
        if _PAGE.fullmatch(part) or part.isdecimal() or _SECTION_PAGE.fullmatch(part):
            record.page = record.page or (page_in(part) or part)
        elif begins_as_byline(part) or (is_person(part) and not (_CAPITALS.fullmatch(part) and len(part.split()) < 2)):
            record.set(Label.AUTHOR, part)
        else:
            record.section = record.section or part


def _take_body(record: Record, lines: Sequence[Line]) -> None:
    """Take a byline, the text, and apart from it what stands at its foot."""
    begin = 0
    if lines and len(lines[0].text) < _BYLINE and (begins_as_byline(lines[0].text) or is_person(lines[0].text)):
        record.set(Label.AUTHOR, lines[0].text)
        begin = 1
    end = len(lines)
    while end > begin and (_FOOT.match(fold(lines[end - 1].text)) or _take_label(record, lines[end - 1].text)):
        end -= 1
    record.body = list(lines[begin:end])
    record.keep([*lines[:begin], *lines[end:]])


def _take_label(record: Record, line: str) -> bool:
    """Take what a line of the table below an article says; say whether it is one."""
    found = _LABEL.fullmatch(line)
    if found:
        record.set(_LABELS[found["label"].lower()], found["value"])
    return found is not None


def read_below(lines: Sequence[Line]) -> Record:
    """Read an article whose title stands above the line that cites it."""
    record = Record(title=lines[0].text)
    found = _cited(lines[1].text)
    assert found is not None
    record.outlet, record.day, rest = found
    record.keep(lines[1:2])
    _take_rest(record, rest)
    _take_body(record, lines[2:])
    return record


def read_above(lines: Sequence[Line]) -> Record:
    """Read an article whose title stands below outlet, day and page."""
    record = Record()
    found = _cited(lines[0].text)
    assert found is not None
    record.outlet, record.day, rest = found
    _take_rest(record, rest)
    begin = 1
    while begin < len(lines) and _PAGE.fullmatch(lines[begin].text):
        _take_rest(record, [lines[begin].text])
        begin += 1
    record.keep(lines[:begin])
    if begin < len(lines):
        record.title = lines[begin].text
        begin += 1
    _take_body(record, lines[begin:])
    return record


def read_table(lines: Sequence[Line]) -> Record:
    """Read an article with a table below it that names it once more: its day stands alone in a line at its head."""
    record = Record()
    rest = []
    for line in lines:
        label = _LABEL.fullmatch(line.text)
        if label:
            record.set(_LABELS[label["label"].lower()], label["value"])
            record.keep([line])
        else:
            rest.append(line)
    begin = 0
    said = {essence(value) for value in (record.title, record.outlet, record.author, record.section) if value}
    while begin < len(rest):
        text = rest[begin].text
        day = day_in(text) if len(text) < _OUTLET else None
        known = essence(text) in said or essence(author_in(text)) in said
        if not known and not (day and day.bare):
            break
        record.day = record.day or day
        begin += 1
    record.keep(rest[:begin])
    record.body = rest[begin:]
    return record


def read_titled(lines: Sequence[Line]) -> Record:
    """Read an article whose title stands above outlet and day, and these above the page."""
    record = read_below(lines[:2])
    _take_rest(record, [lines[2].text])
    record.keep(lines[2:3])
    _take_body(record, lines[3:])
    return record


def _titled(lines: Sequence[Line]) -> list[int]:
    """Part articles at the titles above lines that cite with a page below; the first opens the file."""
    heads = _above(lines)
    titles = [lines[place - 1].text for place in heads]
    if not heads or heads[0] != 1 or any(len(one) > _SHORT or _FOOT.match(fold(one)) for one in titles):
        return []
    return [place - 1 for place in heads]


def _below(lines: Sequence[Line]) -> list[int]:
    """Part articles at the titles: the lines above those that cite."""
    return [
        place - 1
        for place in range(1, len(lines))
        if _cited(lines[place].text) and len(lines[place - 1].text) < 2 * _SHORT and not _heads(lines, place)
    ]


def _above(lines: Sequence[Line]) -> list[int]:
    """Part articles at the lines that cite, each with a page of its own right below."""
    return [place for place in range(len(lines)) if _heads(lines, place)]


def _heads(lines: Sequence[Line], place: int) -> bool:
    found = _cited(lines[place].text)
    paged = found and place + 1 < len(lines) and _PAGE.fullmatch(lines[place + 1].text)
    return bool(paged)


_MARK = re.compile(r"^.{2,80}?\s[·•|–-]\s.{0,20}\d{4}", re.M)
_PRESSREADER = (
    "no description was found: the line `Outlet · day · page · writer` as its readers see it, not tried on a real file"
)
_GOPRESS = (
    "the program downloadArticles of bertem_bib_python, which names articles after the first lines of their RTF:"
    " `Outlet - 04 Mar. 2023` and `Page 4`, above the title or below it"
)
_HEAD_MARK = re.compile(
    r"^.{2,80}?\s[·•|–-]\s.{0,20}\d{4}\n(?:page|pagina|blz)\b.{0,15}$|gopress|belga\.press", re.I | re.M
)
"""Outlet and day with a page right below, or the name of the service."""

PRESSREADER = Form("PressReader", _PRESSREADER, _MARK, _below, read_below, alone=False)
PRESSREADER_ALONE = Form(
    "PressReader, one article",
    _PRESSREADER,
    re.compile(r"pressreader|^article name\s?:|protected by applicable law", re.I | re.M),
    _below,
    read_below,
)
PRESSREADER_TABLE = Form(
    "PressReader, printed",
    "no description was found: the table `Article Name`, `Publication`, `Start Page` below a printed article, not"
    " tried on a real file",
    re.compile(r"^article name\s?:", re.I | re.M),
    closing(re.compile(r"end page\s?:.*", re.I)),
    read_table,
)
GOPRESS = Form("GoPress", _GOPRESS, _MARK, _above, read_above, alone=False)
GOPRESS_ALONE = Form("GoPress, one article", _GOPRESS, _HEAD_MARK, _above, read_above)
GOPRESS_TITLED = Form("GoPress, title first", _GOPRESS, _HEAD_MARK, _titled, read_titled)

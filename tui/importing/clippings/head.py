"""The head of a clipping, down to where the article begins: page header, section, title, standfirst, byline, date."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.base.calendar_names import WEEKDAY
from tui.base.folding import essence, fold
from tui.dossier.article import Provenance
from tui.importing.clippings.boilerplate import Stray, stray_kind
from tui.importing.clippings.byline import Byline, are_headings, read_byline, read_dated_credit
from tui.importing.clippings.dateline import dates_at_place, read_opening
from tui.importing.clippings.headline import is_headline, is_section
from tui.importing.clippings.lines import Sheet, is_sentence
from tui.importing.clippings.outlet import credit_of, is_masthead, is_outlet, outlet_of, source_named
from tui.importing.dating.written_date import bare_dates, dates_in

_LOOKED_AT = 24
"""Lines in which the head is looked for."""

_SENTENCES = 2
"""The most standfirsts between the title and the byline."""

_MANY_DATES = 3
"""So many lines that are only dates are the headings of a chronology."""

_NAME_WORDS = 5
"""The most words of an outlet's name above a headline."""

_HEADLINE_WORDS = 3
"""The fewest words of a headline below the outlet's name."""

_FOOT_LINES = 12
"""Lines at the end in which the outlet's name is looked for."""

_SEARCHED = 2000
"""Lines in which they are looked for."""

_SAID = re.compile(r"\d\d?[:h]\d\d|publi|post|updat|issued|mis a jour|modifi")
"""Marks a date as that of the page, even if other dates are headings of the text."""

_PREFIX = re.compile(r"\W{0,3}(?:date\s*[:=]?\s*(?=\d)|(?=\d{4}-\d\d-\d\d\W*(?:\s[-–—:|]\s|[\])]|[:|])))", re.I)
_BEHIND_PREFIX = re.compile(r"[\s:|,;\])–—-]*")
_WEEKDAY = re.compile(rf"(?:{WEEKDAY})\b")
_COPYRIGHT = re.compile(
    r"©|\(c\)|\b(?:copyright|(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?|all rights reserved|tous droits reserves)\b", re.I
)
_SUFFIX = re.compile(r"(?P<title>.{15,}?)\s+\|\s+(?P<outlet>[^|]{2,40})")
_ADDRESS = re.compile(r"https?://\S+")
_ADDRESS_LINE = re.compile(r"(?:(?:url|link|lien|address|adresse)\s*:?\s*)?<?(?P<address>https?://[^\s<>]+)>?", re.I)
_LIFE = re.compile(
    r"(?:(?:date of )?(?:birth|death)|born|died|founded|established|formed|opened|closed|launched|release date|released"
    r"|formation|ne|nee|mort|morte|deces|naissance|fonde|fondee|creation)\s*:?"
)
"""A field name above a date in the life of the subject, as in boxes of facts."""


def read_head(sheet: Sheet) -> int:
    """Find title, dates, author and source above the text; return the index of the first line below the head."""
    _read_address(sheet)
    _read_prefix(sheet)
    marks = marks_of(sheet)
    end = end_of_head(sheet, marks)
    marks = {place: mark for place, mark in marks.items() if place < end}
    _find_title(sheet, marks)
    for place, mark in marks.items():
        _take_mark(sheet, place, mark)
    sheet.dates.sort(key=lambda date: date.provenance is Provenance.PAGE_HEADER)
    for place in range(end):
        if place not in marks and place != sheet.titled:
            _take_other(sheet, place, marks)
    return end


def _read_address(sheet: Sheet) -> None:
    """Take a web address alone on the first line as the page's own."""
    found = _ADDRESS_LINE.fullmatch(sheet.lines[0].text)
    if found and len(sheet.lines) > 1:
        sheet.address = found["address"]
        sheet.name_source(outlet_of(sheet.address), 9)
        sheet.leave_out(0)


def _read_prefix(sheet: Sheet) -> None:
    """Remove `date 2023-06-30` from the beginning of the first line, where clipping tools put it."""
    place = next(iter(sheet.kept()), 0)
    line = sheet.lines[place].text
    prefix = _PREFIX.match(line)
    dates = dates_in(line[:80]) if prefix else []
    if prefix and dates and dates[0].start == prefix.end() and dates[0].span:
        behind = _BEHIND_PREFIX.match(line, dates[0].end)
        sheet.note_dates(dates[:1], Provenance.DATE_LINE)
        sheet.leave_out_part(place, 0, behind.end() if behind else dates[0].end)
        return
    opening = read_opening(line)
    if opening is not None and opening.date is not None:
        sheet.note_dates([opening.date], Provenance.DATELINE)
        sheet.name_source(opening.source, 4)
        sheet.leave_out_part(place, 0, opening.length)


def marks_of(sheet: Sheet) -> dict[int, Byline]:
    """Return the lines near the top that only occur in a head, with what they say; a reading time says nothing."""
    marks: dict[int, Byline] = {}
    alone: list[int] = []
    credits: list[int] = []
    kept = sheet.kept()[:_LOOKED_AT]
    for order, place in enumerate(kept):
        line = sheet.lines[place].text
        byline = read_byline(line)
        dates = bare_dates(line) if len(line) <= 120 and not _is_value(sheet, kept, order) else []
        credit = None if byline or dates else _dated_credit(sheet, kept, order)
        if byline is None and credit is None:
            dates = dates or dates_at_place(line)
        if dates:
            marks[place] = Byline(dates=tuple(dates))
            alone.append(place)
        elif byline is not None:
            marks[place] = byline
        elif credit is not None:
            marks[place] = credit
            credits.append(place)
        elif sheet.kinds[place] is Stray.READING_TIME:
            marks[place] = Byline()
    if alone and _is_chronology(sheet):
        for place in alone:
            if not says_published(sheet.lines[place].text):
                del marks[place]
    if credits and are_headings(line.text for line in sheet.lines[:_SEARCHED]):
        for place in credits:
            del marks[place]
    return marks


def says_published(line: str) -> bool:
    """Say whether a line marks its date as a publication or a change, or has a time of day."""
    return _SAID.search(fold(line)) is not None


def _is_value(sheet: Sheet, kept: list[int], order: int) -> bool:
    """Say whether a line is the value of a fact, below a name such as `Founded`."""
    above = fold(sheet.lines[kept[order - 1]].text).strip() if order else ""
    return _LIFE.fullmatch(above) is not None


def _dated_credit(sheet: Sheet, kept: list[int], order: int) -> Byline | None:
    """Read a dated credit; the very first line may be a title that ends in a date instead."""
    line = sheet.lines[kept[order]].text
    credit = read_dated_credit(line, sheet.is_person)
    if credit is None or not any(is_sentence(sheet.lines[place].text) for place in kept[order + 1 :]):
        return None
    if order or sheet.title:
        return credit
    after = sheet.lines[kept[1]].text if len(kept) > 1 else ""
    return credit if credit.source and is_headline(after) and not is_section(after) else None


def _is_chronology(sheet: Sheet) -> bool:
    """Say whether lines that are only dates are headings of the text: there are too many for a head."""
    short = (line.text for line in sheet.lines[:_SEARCHED] if len(line.text) <= 40)
    return len({essence(line) for line in short if bare_dates(line)}) >= _MANY_DATES


def end_of_head(sheet: Sheet, marks: dict[int, Byline]) -> int:
    """Return the index after the last mark that has at most two standfirsts above it."""
    end = sentences = 0
    for place in sheet.kept()[:_LOOKED_AT]:
        if place in marks or (place == end and end and _is_outlet_line(sheet.lines[place].text)):
            end = place + 1
        elif sheet.kinds[place] is None and is_sentence(sheet.lines[place].text):
            sentences += 1
            if sentences > _SENTENCES:
                break
    return end


def _is_outlet_line(line: str) -> bool:
    """Say whether a line below a byline names the author's outlet, perhaps with a place: `River News, Tassara`."""
    return bool(credit_of(line) or source_named(line))


def _find_title(sheet: Sheet, marks: dict[int, Byline]) -> None:
    """Take as title the first line that is neither a mark nor stray nor a section, if it looks like one."""
    if sheet.title:
        return
    texts = [place for place in sheet.kept() if place not in marks and sheet.kinds[place] is None]
    for place, after in pairwise(texts):
        line = sheet.lines[place].text
        if is_section(line) and is_headline(sheet.lines[after].text) and not sheet.lines[after].text.isupper():
            sheet.leave_out(place)
            continue
        if _stands_above(sheet, marks, place, after):
            sheet.name_source(line, 2)
            sheet.leave_out(place)
            continue
        if is_headline(line):
            sheet.titled = place
            sheet.title = _without_outlet(sheet, place)
        return


def _stands_above(sheet: Sheet, marks: dict[int, Byline], place: int, after: int) -> bool:
    """Say whether a line is the outlet's name above a headline, by its form or because the page repeats it."""
    line, headline = sheet.lines[place].text, sheet.lines[after].text
    words = len(headline.split())
    if len(line.split()) > _NAME_WORDS or words < _HEADLINE_WORDS or not is_headline(headline):
        return False
    if is_section(headline) or is_outlet(headline):
        return False
    if is_masthead(line):
        return True
    named = {essence(mark.source) for mark in marks.values()}
    for below in sheet.lines[max(after + 1, len(sheet.lines) - _FOOT_LINES) :]:
        named.add(essence(source_named(below.text) or credit_of(below.text)))
        named.add(essence(_COPYRIGHT.sub("", below.text)) if stray_kind(below.text) is Stray.COPYRIGHT else "")
    return line[0].isupper() and words > len(line.split()) and essence(line) in named - {""}


def _without_outlet(sheet: Sheet, place: int) -> str:
    """Return the title in a line, and remove ` | Outlet` from its end."""
    title = sheet.lines[place].text
    found = _SUFFIX.fullmatch(title)
    if found is None or not is_outlet(found["outlet"]):
        return title
    sheet.name_source(found["outlet"], 5)
    sheet.leave_out_part(place, found.end("title"), len(title))
    return found["title"]


def _take_mark(sheet: Sheet, place: int, mark: Byline) -> None:
    """Note what a mark says and leave its line out."""
    line = sheet.lines[place].text
    sheet.note_dates(list(mark.dates), _provenance(sheet, place, line, mark))
    sheet.author = sheet.author or mark.author
    sheet.name_source(mark.source, 1)
    sheet.leave_out(place)


def _provenance(sheet: Sheet, place: int, line: str, mark: Byline) -> Provenance:
    """Return the provenance of a mark's date; a page header is the first line and begins with a weekday."""
    if place != 0 or not mark.dates or sheet.titled == 0 or mark.author or mark.source:
        return Provenance.BYLINE
    return Provenance.PAGE_HEADER if _WEEKDAY.match(fold(line)) else Provenance.DATE_LINE


def _take_other(sheet: Sheet, place: int, marks: dict[int, Byline]) -> None:
    """Leave out the rest of the head: tools, captions, sections, and names next to a date."""
    line = sheet.lines[place].text
    beside = place - 1 in marks or place + 1 in marks
    named = source_named(line)
    if named:
        sheet.name_source(named, 0)
        sheet.leave_out(place)
    elif _ADDRESS.fullmatch(line) or sheet.kinds[place] is not None or is_section(line):
        sheet.leave_out(place)
    elif beside and sheet.titled >= 0 and place > sheet.titled and _is_outlet_line(line):
        sheet.name_source(credit_of(line).partition(",")[0], 2)
        sheet.leave_out(place)
    elif beside and sheet.titled >= 0 and place > sheet.titled and sheet.is_person(line) and not sheet.author:
        sheet.author = line
        sheet.leave_out(place)

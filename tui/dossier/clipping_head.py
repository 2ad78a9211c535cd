"""The head of a clipping: page header, section, title, standfirst, byline, date, down to where the article begins."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.dossier.article import Provenance
from tui.dossier.boilerplate import Stray
from tui.dossier.byline import Byline, read_byline
from tui.dossier.dateline import dates_at_place
from tui.dossier.folding import essence, fold
from tui.dossier.headline import is_headline
from tui.dossier.outlet import credit_of, is_outlet, source_named
from tui.dossier.sheet import Sheet, is_sentence
from tui.dossier.written_date import WrittenDate, bare_dates, dates_in

_LOOKED_AT = 24
"""Lines among which a head is looked for."""

_SENTENCES = 2
"""Standfirsts that may stand between the title and the byline."""

_MANY_DATES = 3
"""So many lines that are dates alone are the headings of a chronology."""

_SEARCHED = 2000
"""Lines among which they are looked for."""

_SAID = re.compile(r"\d\d?[:h]\d\d|publi|post|updat|issued|mis a jour|modifi")
"""What makes a line with a date the date of the page, even where other dates head the parts of the text."""

_PREFIX = re.compile(r"\W{0,3}(?:date\s*[:=]?\s*(?=\d)|(?=\d{4}-\d\d-\d\d\W*(?:\s[-–—:|]\s|[\])]|[:|])))", re.I)
_BEHIND_PREFIX = re.compile(r"[\s:|,;\])–—-]*")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b")
_SECTION_LIST = (
    "news world africa afrique monde mali sahel west africa politics politique security securite opinion analysis"
    " international national societe society economy economie business region regional actualite actualites actu home"
    " accueil top stories breaking conflict conflicts diplomacy diplomatie defence defense middle east europe americas"
    " asia analyse features feature interview reportage editorial tribune explainer live video exclusive"
)
_SECTIONS = frozenset(_SECTION_LIST.split())
_CRUMB = r"[^<>»›/|]{2,25}"
_CRUMBS = re.compile(rf"(?P<first>{_CRUMB})(?:\s*[>»›|]\s*{_CRUMB}|\s+/\s+{_CRUMB}){{1,5}}")
_SUFFIX = re.compile(r"(?P<title>.{15,}?)\s+\|\s+(?P<outlet>[^|]{2,40})")
_ADDRESS = re.compile(r"https?://\S+")


def read_head(sheet: Sheet) -> int:
    """Find title, dates, author and source above the text; return the place of the first line below the head."""
    _read_prefix(sheet)
    marks = _marks(sheet)
    end = _end_of_head(sheet, marks)
    marks = {place: mark for place, mark in marks.items() if place < end}
    _find_title(sheet, marks)
    for place, mark in marks.items():
        _take_mark(sheet, place, mark)
    sheet.dates.sort(key=lambda date: date.provenance is Provenance.PAGE_HEADER)
    for place in range(end):
        if place not in marks and place != sheet.titled:
            _take_other(sheet, place, marks)
    return end


def _read_prefix(sheet: Sheet) -> None:
    """Take `date 2023-06-30` off the beginning of the first line, where a clipping tool put it."""
    line = sheet.lines[0].text
    prefix = _PREFIX.match(line)
    dates = dates_in(line[:80]) if prefix else []
    if prefix and dates and dates[0].start == prefix.end() and dates[0].span:
        behind = _BEHIND_PREFIX.match(line, dates[0].end)
        sheet.note_dates(dates[:1], Provenance.DATE_LINE)
        sheet.leave_out_part(0, 0, behind.end() if behind else dates[0].end)


def _marks(sheet: Sheet) -> dict[int, Byline]:
    """Return the lines near the top that only a head has, as what they say; a reading time says nothing."""
    marks: dict[int, Byline] = {}
    alone: list[int] = []
    for place in sheet.kept()[:_LOOKED_AT]:
        line = sheet.lines[place].text
        byline = read_byline(line)
        dates = bare_dates(line) if len(line) <= 120 else []
        if byline is None:
            dates = dates or dates_at_place(line)
        if dates:
            marks[place] = Byline(dates=tuple(dates))
            alone.append(place)
        elif byline is not None:
            marks[place] = byline
        elif sheet.kinds[place] is Stray.READING_TIME:
            marks[place] = Byline()
    if alone and _is_chronology(sheet):
        for place in alone:
            if not _SAID.search(fold(sheet.lines[place].text)):
                del marks[place]
    return marks


def _is_chronology(sheet: Sheet) -> bool:
    """Say whether lines that are dates alone are the headings of the text: there are too many for a head."""
    short = (line.text for line in sheet.lines[:_SEARCHED] if len(line.text) <= 40)
    return len({essence(line) for line in short if bare_dates(line)}) >= _MANY_DATES


def _end_of_head(sheet: Sheet, marks: dict[int, Byline]) -> int:
    """Return the place behind the last mark that no more than a standfirst or two stand above."""
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
    """Say whether a line below a byline names the writer's outlet, perhaps with a place: `River News, Tassara`."""
    return bool(credit_of(line) or source_named(line))


def _find_title(sheet: Sheet, marks: dict[int, Byline]) -> None:
    """Take the first line that is neither a mark nor stray nor a section for the title, if it looks like one."""
    if sheet.title:
        return
    texts = [place for place in sheet.kept() if place not in marks and sheet.kinds[place] is None]
    for place, after in pairwise(texts):
        line = sheet.lines[place].text
        if is_section(line) and is_headline(sheet.lines[after].text) and not sheet.lines[after].text.isupper():
            sheet.leave_out(place)
            continue
        if is_headline(line):
            sheet.titled = place
            sheet.title = _without_outlet(sheet, line)
        return


def _without_outlet(sheet: Sheet, title: str) -> str:
    """Take ` | Outlet` off the end of a page's title."""
    found = _SUFFIX.fullmatch(title)
    if found is None or not is_outlet(found["outlet"]):
        return title
    sheet.name_source(found["outlet"], 5)
    return found["title"]


def _take_mark(sheet: Sheet, place: int, mark: Byline) -> None:
    """Note what a mark says, and leave its line out."""
    line = sheet.lines[place].text
    sheet.note_dates(list(mark.dates), _provenance(sheet, place, line, mark.dates))
    sheet.author = sheet.author or mark.author
    sheet.name_source(mark.source, 1)
    sheet.leave_out(place)


def _provenance(sheet: Sheet, place: int, line: str, dates: tuple[WrittenDate, ...]) -> Provenance:
    """Say what a date stands on: the header of a page opens with a weekday, above everything else."""
    if place != 0 or not dates or sheet.titled == 0:
        return Provenance.BYLINE
    return Provenance.PAGE_HEADER if _WEEKDAY.match(fold(line)) else Provenance.DATE_LINE


def _take_other(sheet: Sheet, place: int, marks: dict[int, Byline]) -> None:
    """Leave out what else stands in a head: tools, captions, sections, and names that stand beside a date."""
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


def is_section(line: str) -> bool:
    """Say whether a line could be the name of a page's section: `WORLD`, `Africa`, `Home > News > Mali`."""
    words = re.findall(r"[^\W\d_]+", fold(line))
    if not words or len(line) > 60:
        return False
    if len(words) <= 3 and (line.isupper() or all(word in _SECTIONS for word in words)):
        return True
    crumbs = _CRUMBS.fullmatch(line) if len(words) <= 8 else None
    return crumbs is not None and all(word in _SECTIONS for word in fold(crumbs["first"]).split())

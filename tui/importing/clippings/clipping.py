"""Clippings: text as it was copied from a page, parted into the article and what stood around it.

Every line ends in one place: in the title, in the text, or among what was left out. The rules look for the habits of
pages, never for one page; where a rule is in doubt the line stays in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.base.days import Precision
from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.boilerplate import Stray
from tui.importing.clippings.dateline import read_dateline
from tui.importing.clippings.foot import read_foot
from tui.importing.clippings.head import end_of_head, marks_of, read_head, says_published
from tui.importing.clippings.repeats import leave_out_repeats
from tui.importing.clippings.sheet import Sheet, ends_sentence
from tui.importing.clippings.wrapping import Line
from tui.importing.dating.publication import days_between
from tui.importing.dating.written_date import WrittenDate
from tui.importing.parsed import Draft, draft_of_text

_CAPTION_LABELS = frozenset(("image caption", "photo caption", "caption", "legende", "legende photo"))
_FEW_CAPTIONS = 4
"""With fewer captions a text is never an essay in pictures."""


_HEAD_LINES = 8
"""Lines at the top of a text with front matter among which a day is looked for."""


_NEAR_DAYS = 366


def clip(lines: list[Line], title: str = "") -> Draft:
    """Make a draft of the lines of a clipping; `title` is given where the file marks it as such.

    Where the rules would leave nothing of the text they were wrong, and all but the title stays. Where captions make up
    much of a text they are the text: it is an essay in pictures.
    """
    if not lines:
        return Draft(title=title)
    whole = tuple(line.text for line in lines)
    sheet = Sheet(lines, title=title)
    _mark_captions(sheet)
    top = read_head(sheet)
    read_foot(sheet, top)
    leave_out_repeats(sheet, top)
    _read_dateline(sheet)
    paragraphs = tuple(sheet.lines[place].text for place in sheet.kept())
    dates, doubt, day_order, note = sheet.dated()
    return Draft(
        paragraphs=paragraphs or tuple(line for place, line in enumerate(whole) if place != sheet.titled),
        title=sheet.title,
        dates=dates,
        doubt=doubt,
        day_order=day_order,
        source=sheet.sources[min(sheet.sources)] if sheet.sources else "",
        author=sheet.author,
        address=sheet.address,
        day_and_month=sheet.day_and_month,
        tags=tuple(sheet.tags),
        left_out=tuple(sheet.left_out() if paragraphs else sheet.cut_off(sheet.titled)),
        notes=tuple(dict.fromkeys((*sheet.notes, *filter(None, [note])))),
    )


def draft_with_dates(lines: list[Line], title: str, known: Sequence[PublishedDate]) -> Draft:
    """Make a draft of a text of which the file itself says what it is, with the days that its head names.

    Nothing goes from the text. `known` are the dates that the file tells: beside them a day that is not certain says
    nothing, and one alone on its line, without a word, must be near: a memoir may open with the day of which it tells.
    """
    draft = draft_of_text([line.text for line in lines], title)
    if not lines:
        return draft
    sheet = Sheet([replace(line) for line in lines[:_HEAD_LINES]], title=title or " ")
    marks = marks_of(sheet)
    end = end_of_head(sheet, marks)
    for place, mark in marks.items():
        days = [date for date in mark.dates if date.precision is Precision.DAY]
        worded = mark.author or mark.source or says_published(sheet.lines[place].text)
        if place < end and (worded or not known or any(_is_near(day, known) for day in days)):
            sheet.note_dates(days, Provenance.BYLINE)
            sheet.leave_out(place)
    _read_dateline(sheet)
    draft = replace(draft, day_and_month=sheet.day_and_month)
    dates, doubt, day_order, note = sheet.dated()
    if known:
        return replace(draft, dates=() if doubt else dates)
    return replace(draft, dates=dates, doubt=doubt, day_order=day_order, notes=tuple(filter(None, [note])))


def _is_near(written: WrittenDate, known: Sequence[PublishedDate]) -> bool:
    """Say whether a day lies no more than a year from one that the file tells."""
    days = PublishedDate(written.span, written.precision, Provenance.BYLINE) if written.span else None
    return days is not None and any(days_between(days, date) <= _NEAR_DAYS for date in known)


def _mark_captions(sheet: Sheet) -> None:
    """Know the captions that stand below their label, and take all for text where they are a third of it."""
    for place, (label, caption) in enumerate(pairwise(sheet.lines), 1):
        if essence(label.text) in _CAPTION_LABELS and not ends_sentence(caption.text):
            sheet.kinds[place] = Stray.CAPTION
    captions = [place for place, kind in enumerate(sheet.kinds) if kind is Stray.CAPTION]
    if len(captions) < _FEW_CAPTIONS:
        return
    length = sum(len(sheet.lines[place].text) for place in captions)
    if length * 3 > sum(len(line.text) for line in sheet.lines):
        for place in captions:
            sheet.kinds[place] = None


def _read_dateline(sheet: Sheet) -> None:
    """Take the dateline off the first paragraph, or the second where a subtitle stands above it."""
    for place in sheet.kept()[:2]:
        found = read_dateline(sheet.lines[place].text)
        if found is not None:
            if found.date is not None:
                sheet.note_dates([found.date], Provenance.DATELINE)
            sheet.day_and_month = found.day_and_month
            sheet.name_source(found.source, 4)
            sheet.leave_out_part(place, 0, found.length)
            return

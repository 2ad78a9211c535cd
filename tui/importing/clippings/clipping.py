"""Clippings: text copied from a page, separated into the article and what was around it.

Every line ends in the title, the text, or among what was left out. The rules follow habits of pages in general, never
of one page; if in doubt, the line stays in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from tui.base.days import Precision
from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.boilerplate import Stray
from tui.importing.clippings.dateline import read_dateline
from tui.importing.clippings.foot import read_foot
from tui.importing.clippings.head import end_of_head, marks_of, read_head, says_published
from tui.importing.clippings.lines import Line, Sheet, ends_sentence
from tui.importing.dating.publication import days_between
from tui.importing.dating.written_date import WrittenDate
from tui.importing.parsed import Draft, draft_of_text

_CAPTION_LABELS = frozenset(("image caption", "photo caption", "caption", "legende", "legende photo"))
_FEW_CAPTIONS = 4
"""The fewest captions of a picture essay."""


_HEAD_LINES = 8
"""Lines at the top of a text with front matter in which a date is looked for."""


_NEAR_DAYS = 366


def clip(lines: list[Line], title: str = "") -> Draft:
    """Make a draft of the lines of a clipping; `title` is given if the file marks it.

    If the rules would leave no text they were wrong, and everything but the title stays. If captions make up much of
    the text they are the text of a picture essay.
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
    """Make a draft of a text with declared metadata, and the dates in its head.

    Nothing but the head is removed. `known` are the declared dates: then an ambiguous date is ignored, and one alone on
    its line must be close to them, since a memoir may begin with the day it is about.
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
    """Say whether a date is within a year of a declared one."""
    days = PublishedDate(written.span, written.precision, Provenance.BYLINE) if written.span else None
    return days is not None and any(days_between(days, date) <= _NEAR_DAYS for date in known)


def _mark_captions(sheet: Sheet) -> None:
    """Mark captions below a label as such, and treat all captions as text if they are a third of it."""
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
    """Remove the dateline from the first paragraph, or from the second below a subtitle."""
    for place in sheet.kept()[:2]:
        found = read_dateline(sheet.lines[place].text)
        if found is not None:
            if found.date is not None:
                sheet.note_dates([found.date], Provenance.DATELINE)
            sheet.day_and_month = found.day_and_month
            sheet.name_source(found.source, 4)
            sheet.leave_out_part(place, 0, found.length)
            return


_WORDS = 5
"""The fewest words of a repeat; a shorter line may be repeated on purpose."""

_SENTENCE_WORDS = 8
"""The fewest words of a repeat below the head; refrains are shorter."""

_NEAR = 0.85
"""The share of a standfirst's words that a paragraph repeats in order."""

_MOST_PARAGRAPHS = 400
"""With more paragraphs only whole lines are compared."""

_NEAR_LOOKED_AT = 30


def leave_out_repeats(sheet: Sheet, top: int) -> None:
    """Leave out repeated titles, standfirsts and pull quotes; `top` is the first line below the head."""
    kept = sheet.kept()
    essences = {place: essence(sheet.lines[place].text) for place in kept}
    title = essence(sheet.title)
    for place in kept:
        if title and essences[place] == title:
            sheet.leave_out(place)
    places = [place for place in sheet.kept() if essences[place]]
    opening = {place for place in places if place < top} | set(places[:1])
    for place in sorted(opening):
        later = [essences[other] for other in places if other > place]
        if _is_taken_up(essences[place], later, near=place < top):
            sheet.leave_out(place)
    _leave_out_doubles(sheet, essences)


def _is_taken_up(line: str, later: list[str], near: bool) -> bool:
    """Say whether a later paragraph repeats a line."""
    words = line.split()
    if len(words) < _WORDS or len(later) > _MOST_PARAGRAPHS:
        return line in later and len(words) >= _WORDS
    if any(f" {line} " in f" {other} " for other in later):
        return True
    return near and any(_takes_up_words(words, other.split()) for other in later[:_NEAR_LOOKED_AT])


def _takes_up_words(words: list[str], other: list[str]) -> bool:
    """Say whether a paragraph has a standfirst's words in order, including every figure."""
    there = set(other)
    if sum(word in there for word in words) < len(words) * _NEAR:
        return False
    if any(word not in there for word in words if any(letter.isdigit() for letter in word)):
        return False
    matcher = SequenceMatcher(None, words, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= len(words) * _NEAR


def _leave_out_doubles(sheet: Sheet, essences: dict[int, str]) -> None:
    """Leave out duplicate paragraphs, and lines repeated within another paragraph."""
    kept = sheet.kept()
    seen: set[str] = set()
    for place in kept:
        line = essences[place]
        if line in seen and len(line.split()) >= _SENTENCE_WORDS:
            sheet.leave_out(place)
        seen.add(line)
    if len(kept) > _MOST_PARAGRAPHS:
        return
    kept = sheet.kept()
    for place in kept:
        line = essences[place]
        if len(line.split()) >= _SENTENCE_WORDS and any(
            f" {line} " in f" {essences[other]} " for other in kept if other != place and essences[other] != line
        ):
            sheet.leave_out(place)

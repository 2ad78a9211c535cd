"""Clippings: text as it was copied from a page, parted into the article and what stood around it.

Every line ends in one place: in the title, in the text, or among what was left out. The rules look for the habits of
pages, never for one page; where a rule is in doubt the line stays in the text.
"""

from __future__ import annotations

from itertools import pairwise

from tui.dossier.article import Provenance
from tui.dossier.clippings.boilerplate import Stray
from tui.dossier.clippings.dateline import read_dateline
from tui.dossier.clippings.foot import read_foot
from tui.dossier.clippings.head import read_head
from tui.dossier.clippings.repeats import leave_out_repeats
from tui.dossier.clippings.sheet import Sheet, ends_sentence
from tui.dossier.clippings.wrapping import Line
from tui.dossier.draft import Draft
from tui.dossier.folding import essence

_CAPTION_LABELS = frozenset(("image caption", "photo caption", "caption", "legende", "legende photo"))
_FEW_CAPTIONS = 4
"""With fewer captions a text is never an essay in pictures."""


def clip(lines: list[Line], title: str = "") -> Draft:
    """Make a draft of the lines of a clipping; `title` is given where the file marks it as such.

    Where the rules would leave nothing of the text they were wrong, and all of it stays. Where captions make up much
    of a text they are the text: it is an essay in pictures.
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
        left_out=tuple(sheet.left_out()) if paragraphs else (),
        notes=tuple(dict.fromkeys((*sheet.notes, *filter(None, [note])))),
    )


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

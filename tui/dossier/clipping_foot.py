"""The foot of a clipping: sources, credits, copyrights, comments and lists of other headlines below the text."""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.dossier.article import Provenance
from tui.dossier.boilerplate import ANYWHERE, Stray
from tui.dossier.byline import is_credits, read_byline
from tui.dossier.metadata import outlet_of
from tui.dossier.outlet import AGENCY, credit_of
from tui.dossier.sheet import Sheet, ends_sentence
from tui.dossier.written_date import bare_dates

_SOURCE = re.compile(
    r"(?:sources?|via|crédit|credit)\s*:\s*(?P<name>\S.{1,80})|via\s+(?P<via>[A-Z][\w .'’-]{1,40})", re.I
)
_DISTRIBUTED = re.compile(r"Distributed by (?P<name>.{2,60}?)(?: on behalf of .{2,100})?\.?", re.I)
_ADDRESS = re.compile(r"https?://\S+")
_INLINE_CREDIT = re.compile(
    rf"(?<=[.!?…\"'”’»])\s*(?:[(\[]\s*(?:avec |with )?(?P<in>{AGENCY})\s*[)\]]|/\s*(?P<slash>{AGENCY}|[A-Z]{{2,6}})\s*/"
    rf"|[-–—]+\s*(?P<dash>{AGENCY}))\s*\.?\s*$"
)
_ENDS = frozenset((Stray.LABEL, Stray.BUTTON, Stray.COMMENTS, Stray.COPYRIGHT, Stray.TAGS, Stray.END_MARK))
"""Kinds below which nothing of the article stands."""


class _Below(Enum):
    """What a line below the last sentence is."""

    TEXT = auto()
    ASIDE = auto()
    """No part of the article, and no sign that it is over either."""
    END = auto()
    """A line below which nothing of the article stands."""


_LOOKED_AT = 200
"""Lines below the text that are asked for a source, a credit or a date; further ones can only be headlines."""

_ITEM_WORDS = 30
_HEADLINE_WORDS = 6
"""A headline of another article has so many words; a heading within an article mostly fewer."""

_ENOUGH = 2
"""Headlines in a row that make a list."""


def read_foot(sheet: Sheet, top: int) -> None:
    """Leave out what stands below the text, and stray lines within it; `top` is where the text begins."""
    last = _last_sentence(sheet, top)
    _leave_out_within(sheet, top, last)
    below = [place for place in sheet.kept() if place > max(last, top - 1)]
    over = False
    for order, place in enumerate(below):
        what = _read_below(sheet, place) if order < _LOOKED_AT else _Below.TEXT
        over = over or what is _Below.END
        if what is not _Below.TEXT or (over and _is_item(sheet.lines[place].text, len(below) - order)):
            sheet.leave_out(place)
        elif order == 0 and last >= 0 and not sheet.author and _is_signature(sheet, below):
            sheet.author = sheet.lines[place].text
            sheet.leave_out(place)
    _take_inline_credit(sheet)


def _is_item(line: str, left: int) -> bool:
    """Say whether a line below the end of an article is another one's headline; `left` counts it and what follows."""
    words = len(line.split())
    return words <= _ITEM_WORDS and (words >= _HEADLINE_WORDS or left > 1)


def _last_sentence(sheet: Sheet, top: int) -> int:
    """Return the place of the last line that is surely a part of the article, or -1."""
    for place in reversed(sheet.kept()):
        line = sheet.lines[place].text
        if place < top:
            break
        if sheet.kinds[place] is None and _is_body(line) and not is_credits(line) and not _DISTRIBUTED.fullmatch(line):
            return place
    return -1


def _is_body(line: str) -> bool:
    """Say whether a line ends a sentence; a short question may be a headline."""
    if not ends_sentence(line):
        return False
    return not line.rstrip("\"'”’»)] ").endswith("?") or len(line) > 120


def _leave_out_within(sheet: Sheet, top: int, last: int) -> None:
    """Leave out the stray lines between two sentences, and the headlines that stand in a row below a label."""
    places = [place for place in sheet.kept() if top <= place < last]
    for order, place in enumerate(places):
        kind = sheet.kinds[place]
        if kind not in ANYWHERE:
            continue
        sheet.leave_out(place)
        if kind is Stray.LABEL:
            run = _headlines(sheet, places[order + 1 :])
            colon = sheet.lines[place].text.rstrip().endswith(":")
            if len(run) >= (1 if colon else _ENOUGH):
                for item in run:
                    sheet.leave_out(item)


def _headlines(sheet: Sheet, places: list[int]) -> list[int]:
    """Return the lines that look like headlines of other articles, up to the first that does not."""
    run = []
    for place in places:
        line = sheet.lines[place].text
        if sheet.kinds[place] is not None or _is_body(line) or len(line.split()) < _HEADLINE_WORDS:
            break
        run.append(place)
    return run


def _read_below(sheet: Sheet, place: int) -> _Below:
    """Say what a line below the last sentence is, and note what it says of the article."""
    line = sheet.lines[place].text
    named = _SOURCE.fullmatch(line) or _DISTRIBUTED.fullmatch(line)
    credit = credit_of(line)
    byline = read_byline(line)
    dates = bare_dates(line) if len(line) <= 120 else []
    if named and not ends_sentence(line.rstrip(".")):
        name = (named["name"] or named.groupdict().get("via") or "").strip(" .")
        sheet.name_source(outlet_of(name) if _ADDRESS.fullmatch(name) else name, 2)
        return _Below.END
    if credit:
        sheet.name_source(credit, 3)
        return _Below.END
    if dates or byline is not None:
        sheet.note_dates(dates or list(byline.dates if byline else ()), Provenance.BYLINE)
        sheet.author = sheet.author or (byline.author if byline else "")
        sheet.name_source(byline.source if byline else "", 1)
        return _Below.ASIDE
    kind = sheet.kinds[place]
    if kind is Stray.TAGS:
        sheet.tags += [tag.strip(" #.") for tag in re.split(r"[,;]", line.partition(":")[2]) if tag.strip(" #.")]
    if kind in _ENDS:
        return _Below.END
    return _Below.ASIDE if kind or is_credits(line) or _ADDRESS.fullmatch(line) else _Below.TEXT


def _is_signature(sheet: Sheet, below: list[int]) -> bool:
    """Say whether the first line below the text is the writer's name, and nothing but marks of the end follow."""
    line = sheet.lines[below[0]].text
    return sheet.is_person(line) and len(line.split()) <= 4 and len(below) <= 4


def _take_inline_credit(sheet: Sheet) -> None:
    """Take `(AFP)` off the end of the last paragraph."""
    kept = sheet.kept()
    if not kept:
        return
    place = kept[-1]
    line = sheet.lines[place].text
    found = _INLINE_CREDIT.search(line, max(0, len(line) - 80))
    if found:
        sheet.name_source(found["in"] or found["slash"] or found["dash"], 4)
        sheet.leave_out_part(place, found.start(), len(line))

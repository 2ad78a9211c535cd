"""The foot of a clipping: sources, credits, copyrights, comments and lists of other headlines below the text."""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.base.folding import essence, fold
from tui.dossier.article import Provenance
from tui.importing.clippings.boilerplate import ANYWHERE, Stray
from tui.importing.clippings.byline import Byline, credited_author, is_credits, read_byline, read_dated_credit
from tui.importing.clippings.lines import Sheet, ends_sentence
from tui.importing.clippings.outlet import AGENCY, credit_of, source_named
from tui.importing.dating.written_date import bare_dates

_ADDRESS = re.compile(r"https?://\S+")
_INLINE_CREDIT = re.compile(
    rf"(?<=[.!?…\"'”’»])\s*(?:[(\[]\s*(?:avec |with )?(?P<in>{AGENCY})\s*[)\]]|/\s*(?P<slash>{AGENCY}|[A-Z]{{2,6}})\s*/"
    rf"|[-–—]+\s*(?P<dash>{AGENCY}))\s*\.?\s*$"
)
_LIST = re.compile(r"(?:references?|sources?|notes?|bibliograph(?:y|ie)|further reading|see also|works cited)\s*:?")
"""The heading of a list of references."""

_ENDS = frozenset((Stray.LABEL, Stray.BUTTON, Stray.COMMENTS, Stray.COPYRIGHT, Stray.TAGS, Stray.END_MARK))
"""Kinds after which the article is over."""


class _Below(Enum):
    """What a line below the last sentence is."""

    TEXT = auto()
    ASIDE = auto()
    """Not part of the article, nor a sign that it is over."""
    END = auto()
    """A line after which the article is over."""


_LOOKED_AT = 200
"""Lines below the text that may name a source, a credit or a date; later ones can only be headlines."""

_ITEM_WORDS = 30
_HEADLINE_WORDS = 6
"""The fewest words of another article's headline; headings within an article are mostly shorter."""

_NAME_WORDS = 4
"""The most words of a signature."""

_ENOUGH = 2
"""The fewest consecutive headlines of a list."""


def read_foot(sheet: Sheet, top: int) -> None:
    """Leave out what is below the text, and stray lines within it; `top` is where the text begins."""
    last = _last_sentence(sheet, top)
    _leave_out_within(sheet, top, last)
    below = [place for place in sheet.kept() if place > max(last, top - 1)]
    over = False
    for order, place in enumerate(below):
        what = _read_below(sheet, place, over) if order < _LOOKED_AT else _Below.TEXT
        over = over or what is _Below.END
        if what is not _Below.TEXT or (over and len(sheet.lines[place].text.split()) <= _ITEM_WORDS):
            sheet.leave_out(place)
        elif order == 0 and last >= 0 and not sheet.author and _is_signature(sheet, below):
            sheet.author = sheet.lines[place].text
            sheet.leave_out(place)
    _take_inline_credit(sheet)


def _last_sentence(sheet: Sheet, top: int) -> int:
    """Return the index of the last line that is certainly part of the article, or -1."""
    for place in reversed(sheet.kept()):
        line = sheet.lines[place].text
        if place < top:
            break
        if sheet.kinds[place] is not None or not _is_body(line) or is_credits(line):
            continue
        if not source_named(line) and not _dated_credit(sheet, place):
            return place
    return -1


def _is_body(line: str) -> bool:
    """Say whether a line ends a sentence; a short question may be a headline instead."""
    if not ends_sentence(line):
        return False
    return not line.rstrip("\"'”’»)] ").endswith("?") or len(line) > 120


def _leave_out_within(sheet: Sheet, top: int, last: int) -> None:
    """Leave out stray lines within the text, and consecutive headlines below a label."""
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
        if sheet.kinds[place] is Stray.LABEL:
            continue
        if sheet.kinds[place] is not None or _is_body(line) or len(line.split()) < _HEADLINE_WORDS:
            break
        run.append(place)
    return run


def _read_below(sheet: Sheet, place: int, over: bool) -> _Below:
    """Classify a line below the last sentence, and note what it says about the article unless that is over."""
    line = sheet.lines[place].text
    if named := source_named(line):
        sheet.name_source(named, 0)
        return _Below.END
    if credit := credit_of(line):
        sheet.name_source(credit, 3)
        return _Below.END
    byline = read_byline(line) or _dated_credit(sheet, place)
    dates = bare_dates(line) if len(line) <= 120 else []
    if byline is not None or dates:
        if not over:
            _note_byline(sheet, byline or Byline(dates=tuple(dates)))
        return _Below.ASIDE
    kind = sheet.kinds[place]
    if kind is Stray.TAGS:
        sheet.tags += [tag.strip(" #.") for tag in re.split(r"[,;]", line.partition(":")[2]) if tag.strip(" #.")]
    if kind in _ENDS or _is_named(sheet, line):
        return _Below.END
    sheet.author = sheet.author or credited_author(line)
    return _Below.ASIDE if kind or is_credits(line) or _ADDRESS.fullmatch(line) else _Below.TEXT


def _dated_credit(sheet: Sheet, place: int) -> Byline | None:
    """Read a dated credit, unless another one is next to it or a headline or label above it.

    Several are a list of references; below another article's headline it is that article's date.
    """
    found = read_dated_credit(sheet.lines[place].text, sheet.is_person)
    if found is None:
        return None
    above = sheet.lines[place - 1].text if place else ""
    below = sheet.lines[place + 1].text if place + 1 < len(sheet.lines) else ""
    if _LIST.fullmatch(fold(above)) or (not ends_sentence(above) and len(above.split()) >= _HEADLINE_WORDS):
        return None
    return None if any(read_dated_credit(line, sheet.is_person) for line in (above, below)) else found


def _note_byline(sheet: Sheet, byline: Byline) -> None:
    sheet.note_dates(list(byline.dates), Provenance.BYLINE)
    sheet.author = sheet.author or byline.author
    sheet.name_source(byline.source, 1)


def _is_named(sheet: Sheet, line: str) -> bool:
    """Say whether a line is only the source's or the author's name as read elsewhere."""
    return essence(line) in {essence(name) for name in (*sheet.sources.values(), sheet.author) if name}


def _is_signature(sheet: Sheet, below: list[int]) -> bool:
    """Say whether the first line below the text is the author's name: nothing follows, or no text."""
    line = sheet.lines[below[0]].text
    if len(line.split()) > _NAME_WORDS or not sheet.is_person(line):
        return False
    after = sheet.lines[below[1]].text if len(below) > 1 else ""
    return (
        not after
        or sheet.kinds[below[1]] is not None
        or bool(source_named(after) or credit_of(after))
        or _is_named(sheet, after)
    )


def _take_inline_credit(sheet: Sheet) -> None:
    """Remove `(AFP)` from the end of the last paragraph."""
    kept = sheet.kept()
    if not kept:
        return
    place = kept[-1]
    line = sheet.lines[place].text
    found = _INLINE_CREDIT.search(line, max(0, len(line) - 80))
    if found:
        sheet.name_source(found["in"] or found["slash"] or found["dash"], 4)
        sheet.leave_out_part(place, found.start(), len(line))

"""Tidying: lines that a page puts among the paragraphs of its article and that are no part of it.

What is taken off is kept: every line ends among the paragraphs or among what was left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.boilerplate import ANYWHERE, Stray, stray_kind
from tui.dossier.byline import is_credits, read_byline
from tui.dossier.dateline import read_dateline
from tui.dossier.folding import essence
from tui.dossier.sheet import is_sentence
from tui.dossier.written_date import WrittenDate, bare_dates

_LOOKED_AT = 10
"""Paragraphs among which a head is looked for."""

_LONGEST = 120
_STANDFIRSTS = 2


@dataclass(slots=True)
class Tidied:
    """The paragraphs of an article, and what the lines taken off them said."""

    paragraphs: list[str]
    left_out: list[str] = field(default_factory=list)
    dates: list[PublishedDate] = field(default_factory=list)
    author: str = ""
    source: str = ""


def tidied(paragraphs: list[str], title: str) -> Tidied:
    """Take off the head that repeats the page's own, stray lines, what stands below the text, and the dateline.

    Where nothing would be left, all of it stays.
    """
    result = Tidied([])
    kinds = [stray_kind(paragraph) for paragraph in paragraphs]
    end = _end(paragraphs, kinds)
    in_head = True
    sentences = 0
    for place, paragraph in enumerate(paragraphs):
        sentences += is_sentence(paragraph)
        in_head = in_head and place < _LOOKED_AT and sentences <= _STANDFIRSTS
        stray = place >= end or kinds[place] in ANYWHERE or (in_head and not sentences and kinds[place] is not None)
        if stray or (in_head and _is_head(paragraph, title, result)):
            result.left_out.append(paragraph)
        else:
            result.paragraphs.append(paragraph)
    if not result.paragraphs:
        return Tidied(paragraphs)
    _take_dateline(result)
    return result


def _end(paragraphs: list[str], kinds: list[Stray | None]) -> int:
    """Return the place behind the last paragraph that is neither stray nor thanks."""
    end = len(paragraphs)
    while end and (kinds[end - 1] is not None or is_credits(paragraphs[end - 1])):
        end -= 1
    return end


def _is_head(line: str, title: str, result: Tidied) -> bool:
    """Say whether a line is the title again, a byline or a date alone, and note what it says."""
    if essence(line) == essence(title):
        return True
    dates = bare_dates(line) if len(line) <= _LONGEST else []
    byline = read_byline(line)
    if byline is not None:
        result.author = result.author or byline.author
        result.source = result.source or byline.source
        dates = list(byline.dates)
    _note(result, dates, Provenance.BYLINE)
    return bool(dates) or byline is not None


def _note(result: Tidied, dates: list[WrittenDate], provenance: Provenance) -> None:
    for date in dates:
        if date.span is not None:
            where = Provenance.CHANGE if date.changed else provenance
            result.dates.append(PublishedDate(date.span, date.precision, where))


def _take_dateline(result: Tidied) -> None:
    """Take the dateline off the first paragraph, or the second where a subtitle stands above it."""
    for place, paragraph in enumerate(result.paragraphs[:2]):
        found = read_dateline(paragraph)
        if found is not None:
            _note(result, [found.date] if found.date is not None else [], Provenance.DATELINE)
            result.source = result.source or found.source
            result.left_out.append(paragraph[: found.length].strip())
            result.paragraphs[place] = paragraph[found.length :]
            return

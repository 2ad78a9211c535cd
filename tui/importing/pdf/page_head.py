"""The head of a newspaper's page: the paper's name, the day and the number of the page, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.base.folding import fold
from tui.importing.clippings.byline import read_byline
from tui.importing.clippings.outlet import credit_of, is_outlet
from tui.importing.dating.written_date import WrittenDate, dates_in, says_when

_NUMBER = re.compile(r"(?:(?:page|p|seite|s|pagina|pag)\.?\s*)?[a-z]?\d{1,3}(?:\s*/\s*\d{1,3})?")
_BETWEEN = re.compile(r"\s+[-–—|·•/]\s+|\s*[|·•]\s*|\s{2,}|(?<=\d)\s+(?=page\b)|,\s+(?=page\b)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?P<rest>.*?\S)\s+(?P<number>(?:(?:page|p\.)\s*)?\d{1,3})", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"(?P<number>(?:(?:page|p\.)\s*)?\d{1,3})\s+(?P<rest>\D.*)", re.IGNORECASE)
_LONGEST = 120
_WORDS = 5
"""The most words of a name or a section beside the day."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page says."""

    date: WrittenDate
    outlet: str = ""


def read_page_head(row: Sequence[str]) -> PageHead | None:
    """Read the texts that are side by side at the top of a page; None if they are no head with a day.

    A day alone is none: it may be that of a letter or of a print.
    """
    date: WrittenDate | None = None
    names: list[str] = []
    numbered = False
    for text in row:
        dates = dates_in(text) if len(text) <= _LONGEST else []
        rest = [text]
        if dates:
            if date is not None or len(dates) > 1 or dates[0].changed:
                return None
            date = dates[0]
            rest = [text[: date.start], text[date.end :]]
        for part in (part.strip(" ,;.-–—|·•") for side in rest for part in _BETWEEN.split(side)):
            numbered = numbered or _is_number(part)
            if part and not _is_number(part) and not says_when(part):
                names.append(_without_number(part))
                numbered = numbered or names[-1] != part
    if date is None or date.span is None or not all(_is_name(name) for name in names):
        return None
    outlet = next((name for name in names if is_outlet(name) and not _is_section(name)), "")
    beside = numbered or outlet or (names and len(row) > 1)
    return PageHead(date, outlet) if beside else None


def _is_number(part: str) -> bool:
    return _NUMBER.fullmatch(fold(part)) is not None


def _without_number(part: str) -> str:
    found = _LAST_NUMBER.fullmatch(part) or _FIRST_NUMBER.fullmatch(part)
    return found["rest"] if found else part


def _is_section(name: str) -> bool:
    """Say whether a name is one word in capitals, as sections are; it looks like an agency's."""
    return name.isupper() and " " not in name


def _is_name(part: str) -> bool:
    """Say whether words beside a day may be the name of a paper or a section; a writer's are not."""
    byline = read_byline(part)
    if len(part.split()) > _WORDS or (byline is not None and byline.author):
        return False
    return part.isupper() or is_outlet(part) or bool(credit_of(part))

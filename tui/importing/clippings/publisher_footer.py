"""Imprints: short lines that name an outlet or a person, and a day, and nothing else.

    Harbour Gazette · Tuesday, 7 May 2019 · 4 min read
    Ada Rell | 07.05.2019
    Posted on 7 May 2019 by Ada Rell

Every part between the strokes, dots and commas of such a line must be understood; else it is a line of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from tui.base.days import Precision
from tui.base.folding import fold
from tui.importing.clippings.byline import Byline, could_name
from tui.importing.clippings.outlet import credit_of, is_outlet
from tui.importing.clippings.section import is_section
from tui.importing.dating.written_date import bare_dates, dates_in, says_when

_LONGEST = 120
_MOST_DATES = 3
_MOST_NAMES = 2
_STROKES = re.compile(r"\s*[|·•()]\s*|\s+[/–—-]\s+|\s*[–—]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_COUNT = re.compile(r"[\d.,]+\s*(?:comments?|commentaires?|views?|vues|shares?|partages)")
_TIME_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|updated?|published"
    r"|posted|modified|publie|briefing|digest|roundup|recap|update|diary|calendar|agenda|edition|week|part|issue)\b"
)
"""Words of titles that end in a day, and of lines that say when; a name has none of them."""

_PLACE_BEGINS = frozenset(
    "new port san santa saint st los las north south east west cape fort mount lake addis el great upper lower".split()  # noqa: SIM905
)
"""Words with which places of two words begin: no author is called so."""

_HEADINGS = 3
"""So many lines of this form, each with its own day, are the headings of a text or the items of a list."""

_DAY = "\x00"
_BY = re.compile(rf"({_DAY}[^|·•]{{0,30}}?)\s+(?:by|By|par|Par)\s+(?=[A-ZÀ-Ý])")
"""What parts the writer from the day before it, as systems for diaries put them."""


def read_dated_credit(line: str, is_person: Callable[[str], bool]) -> Byline | None:
    """Read a line as a name and a day, parted by a stroke, a dot or a comma; None where it says anything else.

    A name that only a comma parts from the day may be a place's: it must be an outlet's for sure.
    """
    line = line.strip(" \t*_.")
    if len(line) > _LONGEST or line.endswith(("!", "?", ";", ":")):
        return None
    dates = dates_in(line)
    if not 0 < len(dates) <= _MOST_DATES or bare_dates(line):
        return None
    for one in reversed(dates):
        line = line[: one.start] + _DAY + line[one.end :]
    names = _names(_BY.sub(r"\1 | ", line), is_person)
    if names is None or (not names.source and any(one.precision is not Precision.DAY for one in dates)):
        return None
    return replace(names, dates=tuple(dates))


def _names(line: str, is_person: Callable[[str], bool]) -> Byline | None:
    """Read the parts of a line in which marks stand for the days; None where one of them is no name."""
    source, people, apart = "", [], False
    for group in filter(None, _STROKES.split(line)):
        alone = _DAY not in group
        for part in filter(None, _COMMAS.split(group)):
            if says_when(part.replace(_DAY, " ")) or _COUNT.fullmatch(fold(part)) or is_section(part.title()):
                continue
            if _DAY in part or not could_name(part) or _TIME_WORD.search(fold(part)):
                return None
            if credit_of(part) or (alone and is_outlet(part)):
                source = source or part
            elif is_person(part) and fold(part.split()[0]) not in _PLACE_BEGINS:
                people.append(part)
                apart |= alone
            else:
                return None
    return Byline(", ".join(people), source) if len(people) <= _MOST_NAMES and (source or apart) else None


def are_headings(lines: Iterable[str]) -> bool:
    """Say whether a text has many lines of this form, each with another day: no byline is among them."""
    days = set()
    for line in lines:
        found = read_dated_credit(line, could_name) if len(line) <= _LONGEST else None
        if found is not None:
            days.add(found.dates[0].span or found.dates[0].either)
    return len(days) >= _HEADINGS

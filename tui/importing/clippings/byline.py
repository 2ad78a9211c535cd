"""Bylines, above a text or below it: who wrote it, for whom, and perhaps when.

A dated credit names an outlet or a person and a day, without a "By":

    Harbour Gazette · Tuesday, 7 May 2019 · 4 min read
    Ada Rell | 07.05.2019
    Posted on 7 May 2019 by Ada Rell

Every part between its separators must be understood; otherwise it is a line of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tui.base.calendar_names import ENGLISH, WEEKDAY
from tui.base.days import Precision
from tui.base.folding import fold
from tui.importing.clippings.headline import is_section
from tui.importing.clippings.outlet import credit_of, is_name, is_outlet
from tui.importing.dating.written_date import WrittenDate, bare_dates, dates_in, says_when

_LONGEST = 120
_OPENING = re.compile(
    r"(?:(?:written|posted|reported|published|publié|posté|écrit|rédigé|story|text|texte|report)\s+)?(?:by|par)\s*:?\s+"
    r"|(?:authors?|auteurs?|byline|journalist|correspondent|reporting by|propos recueillis par|reportage de)\s*:?\s+",
    re.I,
)
_BETWEEN = re.compile(r"\s+[|·•–—-]\s+|\s*[|•·()]\s*|\s+/\s+|,\s+(?=[^,]+$)|\s+(?:for|pour)\s+(?=[A-ZÀ-Ý])")
_TRAILING = re.compile(r"[\s,]+(?:on|On|ON|le|at|dated|du)?\s*$")
_PLACE = re.compile(r"\s+(?:in|à|at|from|depuis)\s+[A-ZÀ-Ý].*$")
_ROLE = re.compile(
    r"(?:(?:our|notre|special|senior|chief|foreign|the|envoyée?)\b.*|corresponde?a?nte?s?\b.*|(?:in|à)\s.*)", re.I
)
_FOLLOW = re.compile(r"\s+(?:follow|suivre)$", re.I)
_WITH = re.compile(r"(?:with|avec|for|pour)\s+", re.I)
_CREDITS = re.compile(
    r"\(?\s*(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited)\b.*\bby\b.*", re.I
)
_REPORTED = re.compile(r"\breporting by (?P<name>[^;)]{2,80})", re.I)
_NOBODY = frozenset(("our correspondent", "staff reporter", "staff writer", "admin", "the editor", "editor"))
_NO_NAME = re.compile(rf"(?:{WEEKDAY}|now|then|far|{'|'.join(ENGLISH).lower()}|noon|midnight|contrast)")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says."""

    author: str = ""
    source: str = ""
    dates: tuple[WrittenDate, ...] = ()


def read_byline(line: str) -> Byline | None:
    """Read a byline; None if the line is anything else, such as a sentence that begins with "By"."""
    line = line.strip(" \t*_")
    opening = _OPENING.match(line) if len(line) <= _LONGEST else None
    if opening is None or line.endswith(("!", "?", ";", ":")):
        return None
    author, source, dates = "", "", []
    for place, part in enumerate(_parts(line[opening.end() :])):
        found = bare_dates(part)
        name = _PLACE.sub("", _WITH.sub("", _FOLLOW.sub("", part))).strip(" ,.")
        if found:
            dates += found
        elif place and (says_when(part) or _ROLE.fullmatch(part) or not could_name(name)):
            continue
        elif not could_name(name):
            return None
        elif fold(name) not in _NOBODY:
            if is_outlet(name):
                source = source or name
            else:
                author = f"{author}, {name}" if author else name
    whole = dates_in(line[opening.end() :])  # a part alone does not say that its date is that of a change
    return Byline(author, source, tuple(whole if len(whole) == len(dates) else dates))


def is_credits(line: str) -> bool:
    """Say whether a line below a text is only credits: `(Reporting by …; editing by …)`."""
    return len(line) <= 300 and _CREDITS.fullmatch(line.strip()) is not None


def credited_author(line: str) -> str:
    """Return the reporter in a line of credits below a text, or ""."""
    found = _REPORTED.search(line) if is_credits(line) else None
    name = _PLACE.sub("", found["name"]).strip(" .)") if found else ""
    return name if could_name(name) else ""


def _parts(rest: str) -> list[str]:
    """Split what follows "By" around dates, then at separators, brackets and the last comma."""
    parts, behind = [], 0
    for date in dates_in(rest):
        parts += [*_BETWEEN.split(rest[behind : date.start]), rest[date.start : date.end]]
        behind = date.end
    parts += _BETWEEN.split(rest[behind:])
    return [part for part in (_TRAILING.sub("", part).strip(" ,;") for part in parts) if part]


def could_name(name: str) -> bool:
    """Say whether words may be a person's or an outlet's name, or a placeholder for one."""
    return bool(name) and not _NO_NAME.fullmatch(fold(name)) and (is_name(name) or fold(name) in _NOBODY)


_LONGEST_CREDIT = 120
_MOST_DATES = 3
_MOST_NAMES = 2
_STROKES = re.compile(r"\s*[|·•()]\s*|\s+[/–—-]\s+|\s*[–—]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_COUNT = re.compile(r"[\d.,]+\s*(?:comments?|commentaires?|views?|vues|shares?|partages)")
_TIME_WORD = re.compile(
    rf"\b(?:{WEEKDAY}|updated?|published"
    r"|posted|modified|publie|briefing|digest|roundup|recap|update|diary|calendar|agenda|edition|week|part|issue)\b"
)
"""Words of titles that end in a date, and of lines about time; never part of a name."""

_PLACE_BEGINS = frozenset(
    "new port san santa saint st los las north south east west cape fort mount lake addis el great upper lower".split()  # noqa: SIM905
)
"""First words of two-word places; no author is called so."""

_HEADINGS = 3
"""So many such lines with different days are headings or items of a list."""

_DAY = "\x00"
_BY = re.compile(rf"({_DAY}[^|·•]{{0,30}}?)\s+(?:by|By|par|Par)\s+(?=[A-ZÀ-Ý])")
"""Separates the author from the date before it, as in blogs."""


def read_dated_credit(line: str, is_person: Callable[[str], bool]) -> Byline | None:
    """Read a name and a day with a separator between them; None if the line says anything else.

    A name before a mere comma may be a place: it must certainly be an outlet's.
    """
    line = line.strip(" \t*_.")
    if len(line) > _LONGEST_CREDIT or line.endswith(("!", "?", ";", ":")):
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
    """Read the parts of a line with dates replaced by marks; None if one of them is not a name."""
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
    """Say whether a text has many such lines with different days, so that none is a byline."""
    days = set()
    for line in lines:
        found = read_dated_credit(line, could_name) if len(line) <= _LONGEST_CREDIT else None
        if found is not None:
            days.add(found.dates[0].span or found.dates[0].either)
    return len(days) >= _HEADINGS

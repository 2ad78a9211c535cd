"""Head lines: short lines around a title that say only when and who.

Posted on July 12, 2023 at 10:05 am by Ada Rell
mercredi 12 juillet 2023, par Ada Rell
Ada Rell | Wednesday, 12 July 2023 10:05
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.base.folding import fold
from tui.importing.clippings.byline import read_byline
from tui.importing.clippings.headline import is_section
from tui.importing.clippings.outlet import is_outlet, is_person
from tui.importing.dating.written_date import WrittenDate, bare_dates, dates_in
from tui.importing.html.regions import is_fact

_LONGEST = 140
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lun|mer|jeu|ven|sam|dim|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
)
_WHEN = re.compile(
    rf"\b(?:{_WEEKDAY})\b\.?|\b\d{{1,2}}\s*[:h]\s*\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s*(?:[ap]\.?m\b\.?|h\b)"
    r"|\b(?:gmt|utc|tu|est|edt|cst|cdt|mst|mdt|cet|cest|bst|pst|pdt|mez|mesz|uhr)\b(?:[+-]\d{1,2})?"
    r"|\b(?:posted|published|publication|publiee?|soumis|submitted|redigee?|ecrit|written|mis en ligne|updated?"
    r"|modifiee?"
    r"|mise? a jour|last|created|cree|date|issued|released|first|on|le|at|a|du|the"
    r"|am|um|vom|den|datum|stand|erstellt|erschienen|veroffentlicht|aktualisiert|zuletzt|geandert)\b"
)
_AGO = re.compile(
    r"(?:(?:updated|published|posted|publie|mis a jour) )?(?:(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago"
    r"|il y a (?:\d+|une?) (?:min(?:ute)?|heure|jour|semaine|mois|an)s?|yesterday|hier|just now)"
    r"|\d{1,2}\s*[:h]\s*\d\d(?: ?[ap]m)?"
)
_COUNT = re.compile(
    r"(?:\d+|no|aucun|add|leave a|laisser un)\s*"
    r"(?:comments?|commentaires?|views?|vues?|lectures?|reads?|shares?|partages?)"
    r"|\d+\s*-?\s*min(?:ute)?s?(?: read| de lecture)?|(?:in|dans|categor(?:y|ie)|posted in|under)\b.{0,40}"
)
_BETWEEN = re.compile(r"\s*[|/·•,;()–—]\s*|\s+-\s+|-\s*$|^\s*-")
_STROKES = " .:|–—-"
_OPENING = re.compile(r"(?<!\w)(?:by|par)(?:\s+(?=[^\W\d_])|\s*$)", re.I)
_FIRST_NAMES = frozenset(("Mar", "Sam", "Sun"))
"""Abbreviated weekdays that are also first names."""

_TITLE_CASE = re.compile(r"\s+(?:On|At)$")
_WEEKDAY_FIRST = re.compile(rf"\W*(?:{_WEEKDAY})\b")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a head line says."""

    dates: tuple[WrittenDate, ...] = ()
    author: str = ""
    source: str = ""
    opens_with_weekday: bool = False
    """Whether it may be the header of the whole page, which shows the present day."""


def read_head_line(line: str, day_first: bool = False) -> HeadLine | None:
    """Read a line that says when or who; None if it says anything else.

    With `day_first` the page's language writes the day before the month, so that figures are not ambiguous.
    """
    if not line or len(line) > _LONGEST or line.endswith(("!", "?", ":")):
        return None
    folded = fold(line)
    if is_fact(line):
        return None
    if _AGO.fullmatch(folded.strip()):
        return HeadLine()
    dates = bare_dates(line, day_first)
    if not dates:
        byline = read_byline(line)
        if byline is not None:
            return HeadLine(byline.dates, byline.author, byline.source)
        dates = dates_in(line, day_first)
        return _mixed(line, dates) if dates else None
    return HeadLine(tuple(dates), opens_with_weekday=_WEEKDAY_FIRST.match(folded) is not None)


def _mixed(line: str, dates: list[WrittenDate]) -> HeadLine | None:
    """Read a line of dates and names; None if there is anything else in it."""
    rest, behind = "", 0
    for date in dates:
        rest += f"{line[behind : date.start]}|"
        behind = date.end
    rest += line[behind:]
    authors, source, lone = [], "", 0
    for name in _names(_OPENING.sub("|", rest)):
        if not name or _COUNT.fullmatch(fold(name)) or is_section(name):
            continue
        if name[0].isupper() and is_outlet(name):
            source = source or name
        elif is_person(name):
            authors.append(name)
        elif name.isalpha() and name[0].isupper() and not lone:
            lone += 1  # a place or a section
        else:
            return None
    return HeadLine(tuple(dates), ", ".join(authors), source)


def _names(rest: str) -> Iterator[str]:
    """Yield the parts of a line besides its dates and words about time.

    A word such as `Le` or `Sun` within a person's name is not about time.
    """
    for part in _BETWEEN.split(rest):
        whole = _TITLE_CASE.sub("", part).strip(_STROKES)
        when = _WHEN.match(fold(whole))
        if is_person(whole) and not is_section(whole) and (when is None or whole.split()[0] in _FIRST_NAMES):
            yield whole
            continue
        bare = part
        for found in reversed(list(_WHEN.finditer(fold(part)))):
            bare = f"{bare[: found.start()]}|{bare[found.end() :]}"
        yield from (piece.strip(_STROKES) for piece in _BETWEEN.split(bare))

"""Bylines: the line above a text, or below it, that says who wrote it, for whom and perhaps when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.base.folding import fold
from tui.importing.clippings.outlet import is_name, is_outlet
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
_NO_NAME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|now|then|far"
    r"|january|february|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|noon|midnight|contrast)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says."""

    author: str = ""
    source: str = ""
    dates: tuple[WrittenDate, ...] = ()


def read_byline(line: str) -> Byline | None:
    """Read a line as a byline; None where it is anything else, such as a sentence that begins with "By"."""
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
    whole = dates_in(line[opening.end() :])  # a part by itself does not say that its day is one of a change
    return Byline(author, source, tuple(whole if len(whole) == len(dates) else dates))


def is_credits(line: str) -> bool:
    """Say whether a line below a text does nothing but thank: `(Reporting by …; editing by …)`."""
    return len(line) <= 300 and _CREDITS.fullmatch(line.strip()) is not None


def credited_author(line: str) -> str:
    """Return who reported, by a line of thanks below a text; "" where it does not say."""
    found = _REPORTED.search(line) if is_credits(line) else None
    name = _PLACE.sub("", found["name"]).strip(" .)") if found else ""
    return name if could_name(name) else ""


def _parts(rest: str) -> list[str]:
    """Part what follows "By": before and behind each date, then at strokes, dots, brackets and the last comma."""
    parts, behind = [], 0
    for date in dates_in(rest):
        parts += [*_BETWEEN.split(rest[behind : date.start]), rest[date.start : date.end]]
        behind = date.end
    parts += _BETWEEN.split(rest[behind:])
    return [part for part in (_TRAILING.sub("", part).strip(" ,;") for part in parts) if part]


def could_name(name: str) -> bool:
    """Say whether words could be a person's or an outlet's name, or stand in the place of one."""
    return bool(name) and not _NO_NAME.fullmatch(fold(name)) and (is_name(name) or fold(name) in _NOBODY)

"""Datelines: place, day and agency at the beginning of a first paragraph, as wires write them.

    BAMAKO, July 7 (Reuters) -
    Bamako, Mali, July 07, 2023-/African Media Agency(AMA)/
    (AFP) –

A place alone (`Bamako –`) stays in the text: it belongs to the sentence as often as not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.base.days import Precision
from tui.base.folding import fold
from tui.importing.clippings.outlet import AGENCY, credit_of, is_outlet
from tui.importing.dating.written_date import WrittenDate, bare_dates, dates_in, day_and_month

_LONGEST = 140
_DASH = r"(?:--+|[-–—:])"
_DAY = (
    r"\(?(?<!\w)(?P<day{0}>(?:le\s+)?(?:[^\W\d]+\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:er|st|nd|rd|th)?\s+[^\W\d]+\.?)"
    r"(?:,?\s+\d{{2,4}})?|\d{{4}}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{{4}})\)?"
)
_CAPITALISED = r"[A-ZÀ-Ý][\w.'’-]*"
_PLACE = rf"{_CAPITALISED}(?:[ /-](?:{_CAPITALISED}|de|of|la|du|des|the)){{0,4}}"
_COUNTRY = rf"(?:\s*\((?!{AGENCY}\)){_CAPITALISED}\)(?=,))?"
_BRACKETED = rf"[(\[]\s*(?P<bracketed>{AGENCY}|[A-Z]{{2,8}}|[A-ZÀ-Ý][^()\[\]\d]{{2,50}}?)\s*[)\]]"
_SLASHED = rf"(?:{_DASH}\s*)?/\s*(?P<slashed>[^/\n]{{2,60}}?)\s*/\s*(?:{_DASH}+)?"
_FORM = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s*{_PLACE}){{0,2}}{_COUNTRY})?(?:,?\s*{_DAY.format(1)})?\s*,?\s*"
    rf"(?:{_BRACKETED}(?:\s*,?\s*{_DAY.format(2)})?\s*{_DASH}+|{_SLASHED}|{_DASH}+)\s*"
)
_OPENING = re.compile(
    rf"[(\[]\s*(?P<named>[A-ZÀ-Ý][^()\[\]]{{1,60}}?)\s*[)\]]\s*{_DASH}?\s*{_DAY.format('')}\s*{_DASH}+\s*"
)
_ALONE = re.compile(
    rf"(?:(?:[Ff]ait|[Dd]one) (?:à|at|in) |À )?(?P<place>{_PLACE}(?:,\s*{_PLACE})?)(?:\s*\([^()]{{2,30}}\))?"
    r",\s+(?:le\s+|the\s+)?(?=\w)"
)
_NO_PLACE = re.compile(
    r"\b(?:report|rapport|update|statement|note|bulletin|issue|edition|edited|press|presse|release|review|letter|news|journal"
    r"|born|died|founded|established|opened|closed|launched|formed|fonde|fondee|ne|nee|mort|morte|deces"
    r"|post|times|updated|published|publie|posted|modified|page|no|vol|volume)\b"
)
_LONGEST_ALONE = 80
_AGENCY = re.compile(AGENCY)
_ACRONYM = re.compile(r"\s*\([A-Z]{2,8}\)\s*$")
_BODY = re.compile(r"[\"'“‘«(\[]?\s*(?:[^\W_a-zà-ÿ]|l'|d')")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What precedes the first sentence."""

    length: int
    """Its length in the paragraph in characters, with the space after it."""
    source: str = ""
    """The agency without its acronym in brackets."""
    date: WrittenDate | None = None
    """The day, if it has a year."""
    day_and_month: tuple[int, ...] = ()
    """The day and the month, if there is no year; else empty."""


def dates_at_place(line: str) -> list[WrittenDate]:
    """Return the day of a line that says only where and when, as press releases begin: `Bamako, le 3 mai 2023`.

    Empty for other lines, and for a month or a year alone.
    """
    found = _ALONE.match(line) if len(line) <= _LONGEST_ALONE else None
    if found is None or _NO_PLACE.search(fold(found["place"])) or any(map(credit_of, found["place"].split("/"))):
        return []
    dates = bare_dates(line[found.end() :])
    return dates if len(dates) == 1 and dates[0].precision is Precision.DAY else []


def read_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline of a paragraph; None if it has none, or only a place."""
    opening = read_opening(paragraph)
    if opening is not None:
        return opening
    found = _FORM.match(paragraph[:_LONGEST])
    if found is None or not _BODY.match(paragraph, found.end()):
        return None
    place, slashed, bracketed = found["place"] or "", found["slashed"], found["bracketed"]
    dates = dates_in(found["day1"] or found["day2"] or "")
    if slashed:
        source = _ACRONYM.sub("", slashed)
        known = is_outlet(source) or bool(dates)
    elif bracketed:
        source = bracketed
        named = bool(_AGENCY.fullmatch(bracketed) or bracketed.isupper() or is_outlet(bracketed))
        known = named and bool(_AGENCY.fullmatch(bracketed) or dates or place.split(",")[0].isupper())
    else:
        source = ""
        known = bool(place and dates)
    if not known:
        return None
    day = found["day1"] or found["day2"] or ""
    return Dateline(found.end(), source, dates[0] if dates else None, () if dates else day_and_month(day))


def read_opening(line: str) -> Dateline | None:
    """Read the beginning of a line such as `(Harbour Gazette) 7 May 2019 —`; None if it has no outlet and day."""
    found = _OPENING.match(line[:_LONGEST])
    if found is None or not is_outlet(found["named"]) or not _BODY.match(line, found.end()):
        return None
    dates = dates_in(found["day"])
    return Dateline(found.end(), found["named"], dates[0]) if dates else None

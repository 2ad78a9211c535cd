"""The forms of dates in a query: days, months, years, ranges, comparisons, relative dates.

Every form is read as a pair of days, both included, either of which may be None for an open end. An archive has no
today: relative dates count from the first (`start`) or the last (`end`) dated day of the dossier.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from tui.base.calendar_names import ENGLISH, FRENCH
from tui.base.days import Span, read_iso, shifted
from tui.base.folding import fold
from tui.locale import _

Ends = tuple[date | None, date | None]
"""The first and the last day of a range, both included; None is an open end."""

DateReader = Callable[[str, Span | None], Span | None]
"""Reads a date in words, relative ones from the last day of the given extent; None if it is not a date."""

_HAS_LETTER = re.compile(r"[^\W\d_]")
"""A letter, which every date in words has."""
_RELATIVE = re.compile(r"(start|end|début|debut|fin)(?:([+-])(\d{1,5})([dwmyjsa]))?", re.IGNORECASE)
_BRACKETS = re.compile(r"\[\s*(.*?)\s+TO\s+(.*?)\s*\]", re.IGNORECASE)
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?[qt]([1-4])|[qt]([1-4])-?(\d{4})", re.IGNORECASE | re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|er)?\s+)?([^\W\d_]{3,9})\.?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_NAMED_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2})\s+(\d{4})", re.ASCII | re.IGNORECASE)
_TODAY = ("today", "yesterday", "now", "tomorrow", "hier", "aujourd'hui", "demain")
_MONTHS = tuple((english.lower(), fold(french)) for english, french in zip(ENGLISH, FRENCH, strict=True))
_DAYS_OF_UNIT = {"d": 1, "j": 1, "w": 7, "s": 7}
_MONTHS_OF_UNIT = {"m": 1, "y": 12, "a": 12}


def read_range(side: str, written: str, extent: Span | None, read_words: DateReader | None = None) -> Ends:
    """Read the value of a date field; `side` is `before` or `after` if it is one end of an open range.

    Raises `ValueError` with a sentence for the reader.
    """
    written = written.strip()
    if side == "before":
        return None, read_date(written, extent, read_words).last
    if side == "after":
        return read_date(written, extent, read_words).first, None
    if written == "*":
        return None, None
    found = _BRACKETS.fullmatch(written)
    if found:
        return _between(found[1], found[2], extent, read_words)
    if ".." in written:
        first, _, last = written.partition("..")
        return _between(first, last.lstrip("."), extent, read_words)
    return _compared(written, extent, read_words)


def _between(first: str, last: str, extent: Span | None, read_words: DateReader | None) -> Ends:
    """Read a range whose ends may be open."""
    begins = None if first.strip() in ("", "*") else read_date(first, extent, read_words).first
    ends = None if last.strip() in ("", "*") else read_date(last, extent, read_words).last
    if begins and ends and ends < begins:
        raise ValueError(_("the range ends on {last}, before it begins on {first}").format(last=ends, first=begins))
    return begins, ends


def _compared(written: str, extent: Span | None, read_words: DateReader | None) -> Ends:
    """Read a date with an optional comparison sign before it."""
    for sign in (">=", "<=", ">", "<", "="):
        if written.startswith(sign):
            span = read_date(written[len(sign) :], extent, read_words)
            break
    else:
        sign, span = "=", read_date(written, extent, read_words)
    return {
        ">=": (span.first, None),
        "<=": (None, span.last),
        ">": (shifted(span.last, 1), None),
        "<": (None, shifted(span.first, -1)),
        "=": (span.first, span.last),
    }[sign]


def read_date(written: str, extent: Span | None, read_words: DateReader | None = None) -> Span:
    """Read one date in any form: the span of its days.

    Raises `ValueError` with a sentence for the reader.
    """
    written = written.strip()
    for read in (_relative, _iso, _day_first, _quarter, _named):
        span = read(written, extent)
        if span is not None:
            return span
    if written.casefold() in _TODAY:
        raise ValueError(_("an archive has no today: count from its last day, as in date:end-30d..end"))
    span = read_words(written, extent) if read_words is not None and _HAS_LETTER.search(written) else None
    if span is not None:
        return span
    raise ValueError(
        _("“{written}” is not a date: write 2023, 2023-06, 2023-06-30, 2023-06..2023-12 or end-30d..end").format(
            written=written
        )
    )


def _relative(written: str, extent: Span | None) -> Span | None:
    found = _RELATIVE.fullmatch(written)
    if found is None:
        return None
    if extent is None:
        raise ValueError(_("nothing in this dossier has a date, so it has neither start nor end"))
    name, sign, digits, unit = found.groups()
    day = extent.first if name.casefold() in ("start", "début", "debut") else extent.last
    if sign:
        count = int(digits) * (1 if sign == "+" else -1)
        unit = unit.casefold()
        day = shifted(day, count * _DAYS_OF_UNIT[unit]) if unit in _DAYS_OF_UNIT else _months(day, count, unit)
    return Span.of_day(day)


def _months(day: date, count: int, unit: str) -> date:
    """Shift a day by whole months or years; in a shorter month, to its last day."""
    months = day.year * 12 + day.month - 1 + count * _MONTHS_OF_UNIT[unit]
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if count < 0 else date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _iso(written: str, _extent: Span | None) -> Span | None:
    slashes = _SLASHES.fullmatch(written)
    if slashes:
        written = "-".join(part for part in slashes.groups() if part)
    if not re.fullmatch(r"\d{4}(-\d{1,2}){0,2}", written, re.ASCII):
        return None
    try:
        return read_iso(written)[0]
    except ValueError:
        raise ValueError(_("the calendar has no {written}").format(written=written)) from None


def _day_first(written: str, _extent: Span | None) -> Span | None:
    found = _DAY_FIRST.fullmatch(written)
    if found is None:
        return None
    one, two, year = (int(part) for part in found.groups())
    readings = {(day, month) for day, month in ((one, two), (two, one)) if month <= 12}
    if len(readings) > 1:
        either = _(" or ").join(f"{year:04}-{month:02}-{day:02}" for day, month in sorted(readings))
        raise ValueError(_("{written} is ambiguous: write {either}").format(written=written, either=either))
    day, month = min(readings, default=(one, two))
    return _day(year, month, day, written)


def _quarter(written: str, _extent: Span | None) -> Span | None:
    found = _QUARTER.fullmatch(written)
    if found is None:
        return None
    year, quarter = int(found[1] or found[4]), int(found[2] or found[3])
    if year < 1:
        raise ValueError(_("the calendar has no {written}").format(written=written))
    return Span.of_month(year, quarter * 3 - 2).joined(Span.of_month(year, quarter * 3))


def _named(written: str, _extent: Span | None) -> Span | None:
    plain = re.sub(r"[\s,_-]+", " ", written.casefold().translate(str.maketrans("éûè", "eue"))).strip()
    plain = re.sub(r"(?<=[a-z])(?=\d{4}$)", " ", plain)
    found = _NAMED.fullmatch(plain)
    if found:
        day, name, year = found.groups()
    else:
        found = _NAMED_MONTH_FIRST.fullmatch(plain)
        if found is None:
            return None
        name, day, year = found.groups()
    month = _month_of(name)
    if month is None or int(year) < 1:
        return None
    return _day(int(year), month, int(day), written) if day else Span.of_month(int(year), month)


def _month_of(name: str) -> int | None:
    """Return the month with a name or its first letters, at least three; None if it is not exactly one."""
    months = {number for number, names in enumerate(_MONTHS, 1) for each in names if each.startswith(name)}
    return months.pop() if len(months) == 1 else None


def _day(year: int, month: int, day: int, written: str) -> Span:
    try:
        return Span.of_day(date(year, month, day))
    except ValueError:
        raise ValueError(_("the calendar has no {written}").format(written=written)) from None

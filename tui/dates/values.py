"""What a temporal expression means: its TIMEX3 type, value and modifier, and the days that it stands for.

A value is a string as the TimeML guidelines write it; nothing here reads text or knows a language. A value that does
not name days on the calendar (a duration, a frequency, `PAST_REF`, one with an X in it) has no span.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from tui.base.days import Span
from tui.locale import N_


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """The modifiers of TIMEX3: what a phrase adds to the value that it cannot say."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class Basis(StrEnum):
    """What an inferred value was counted from."""

    PUBLISHED = N_("published")
    NAMED = N_("named")
    """The last date that the text itself named before."""


class Timex(Struct, frozen=True):
    """One temporal expression of a text."""

    start: int
    """The first character, counted from 0."""
    end: int
    """The character after the last."""
    text: str
    kind: TimexType
    value: str
    """As TimeML writes it: `2023-06-30`, `2023-06`, `2023-W26`, `2023-SU`, `P3D`, `PRESENT_REF`."""
    mod: Mod | None = None
    inferred: bool = False
    """Whether the value leans on the published date or on a date named before; else it is written out."""
    basis: Basis | None = None
    """What it was counted from; None where it is spelled out or unresolved."""
    anchor: Span | None = None
    """The days that it was counted from."""
    span: Span | None = None
    """The days that it means for a timeline; None for durations, frequencies and anything unresolved."""


_CLOCK = r"T(?:\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?|MO|MI|AF|EV|NI|DT|XX(?::XX)?)"
_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
_WEEK = r"(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:[1-7X]|WE))?"
_PART = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX|SP|SU|FA|WI|Q[1-4X]|H[12X]))?"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = rf"P(?=.)(?:{_AMOUNT}(?:CE|DE|Y|Q|WE|M|W|D)){{0,4}}(?:T(?=.)(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?"
_VALUE = re.compile(
    rf"(?:{_DAY}|{_WEEK}|{_PART})(?:{_CLOCK})?|{_CLOCK}|BC\d{{1,4}}|\d{{1,3}}|FY\d{{4}}|{_LENGTH}"
    r"|PAST_REF|PRESENT_REF|FUTURE_REF",
    re.ASCII,
)


def is_value(written: str) -> bool:
    """Return whether a string is a TIMEX3 value of the kinds that this program gives."""
    return _VALUE.fullmatch(written) is not None


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of the meteorological seasons of the north; a winter ends in the next year."""
_NAMED = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?",
    re.ASCII,
)


def span_of(value: str, mod: Mod | None = None) -> Span | None:
    """Return the days that a value names, narrowed by START, MID or END; None where it names none.

    The narrowing leaves about a third, of a year a quarter.

    `2023-06` is the whole of June; with END it is from the 21st on. The winter of a year begins in its December.
    """
    try:
        span = _whole_span(value)
    except (ValueError, OverflowError):
        return None
    return span if span is None or len(span) < 3 else _narrowed(span, mod)


def _whole_span(value: str) -> Span | None:
    if len(value) in (2, 3) and value.isdecimal():
        length = 10 ** (4 - len(value))
        first = int(value) * length
        return Span(date(max(first, 1), 1, 1), date(first + length - 1, 12, 31))
    named = _NAMED.fullmatch(value)
    if named is None:
        return None
    year = int(named["year"])
    if named["week"]:
        return _week_span(year, int(named["week"]), named["weekday"])
    if named["day"]:
        return Span.of_day(date(year, int(named["month"]), int(named["day"])))
    return months_span(year, *_months_of(named))


def _months_of(named: re.Match[str]) -> tuple[int, int]:
    """Return the first and the last month of a season, a quarter, a half, a month or a whole year."""
    if named["season"]:
        return _SEASONS[named["season"]]
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        if named[name]:
            last = int(named[name]) * length
            if last > 12:
                raise ValueError(f"{named[0]!r} has no such month")
            return last - length + 1, last
    return 1, 12


def months_span(year: int, first: int, last: int) -> Span:
    """Return the span from one month to another; months over 12 belong to the next year, none is over 24."""
    if not 1 <= first <= last <= 24:
        raise ValueError(f"no months from {first} to {last}")
    begins = Span.of_month(year + (first - 1) // 12, (first - 1) % 12 + 1)
    return begins.joined(Span.of_month(year + (last - 1) // 12, (last - 1) % 12 + 1))


def _week_span(year: int, week: int, weekday: str | None) -> Span:
    if weekday == "WE":
        return Span(date.fromisocalendar(year, week, 6), date.fromisocalendar(year, week, 7))
    if weekday:
        return Span.of_day(date.fromisocalendar(year, week, int(weekday)))
    return Span(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))


def _narrowed(span: Span, mod: Mod | None) -> Span:
    third = len(span) // (4 if len(span) > 300 else 3)
    if mod is Mod.START:
        return Span(span.first, span.first + timedelta(days=third - 1))
    if mod is Mod.MID:
        return Span(span.first + timedelta(days=third), span.last - timedelta(days=third))
    if mod is Mod.END:
        return Span(span.last - timedelta(days=third - 1), span.last)
    return span

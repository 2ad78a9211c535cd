"""Days and spans of days: the notion of time that dossier, search, timeline and dates share.

A span is closed: both its first and its last day belong to it. A date known only to the month or the year is the span
of all its days and never becomes its first day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from tui.locale import N_

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month; raises `ValueError` unless the month is 1 to 12.

    The standard library's `calendar` would cost two milliseconds of every start.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, _LENGTHS[month - 1] + leap)


class Precision(StrEnum):
    """How precisely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Clock(StrEnum):
    """Which of an article's dates the timeline counts."""

    PUBLISHED = N_("published")
    MENTIONED = N_("mentioned")


class Span(Struct, frozen=True, order=True):
    """A closed range of days.

    Raises `ValueError` if `last` is before `first`.
    """

    first: date
    """The first day that belongs to the span."""
    last: date
    """The last day that belongs to the span."""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span ends on {self.last}, before it begins on {self.first}")

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def joined(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.first, other.first), max(self.last, other.last))

    @classmethod
    def of_day(cls, day: date) -> Span:
        """Return the span of one day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> Span:
        """Return the span of a calendar month; months count from 1.

        Raises `ValueError` for a month or a year that the calendar does not have.
        """
        return cls(date(year, month, 1), last_of_month(year, month))

    @classmethod
    def of_year(cls, year: int) -> Span:
        """Return the span of a calendar year; raises `ValueError` outside the years 1 to 9999."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def from_ordinals(cls, first: int, last: int) -> Span:
        """Return the span between two proleptic Gregorian ordinals, both included."""
        return cls(date.fromordinal(first), date.fromordinal(last))


def read_iso(written: str) -> tuple[Span, Precision]:
    """Read `2023`, `2023-06` or `2023-06-30`.

    Raises `ValueError` for any other form and for days that the calendar does not have.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise ValueError(f"{written!r} is not a date of the form 2023, 2023-06 or 2023-06-30")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return Span.of_year(year), Precision.YEAR
    if day is None:
        return Span.of_month(year, month), Precision.MONTH
    return Span.of_day(date(year, month, day)), Precision.DAY


def write_iso(span: Span, precision: Precision) -> str:
    """Write the first day of `span` as `2023`, `2023-06` or `2023-06-30`, as far as `precision` goes."""
    return span.first.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[precision]]


def precision_of(span: Span) -> Precision:
    """Return the finest calendar unit that a span fills exactly; DAY if none."""
    first = span.first
    if span == Span.of_year(first.year):
        return Precision.YEAR
    if span == Span.of_month(first.year, first.month):
        return Precision.MONTH
    return Precision.DAY


def shifted(day: date, days: int) -> date:
    """Return the day `days` later (earlier if negative), clamped to the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min

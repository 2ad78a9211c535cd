"""Granularities: the calendar units that time is counted in, and how their buckets and spans are named.

Every bucket of a granularity has a number, and neighbouring buckets have neighbouring numbers, so that any bucket can
be reached by arithmetic. All names include the year.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui.base.calendar_names import short_month
from tui.base.days import Span, last_of_month, read_iso
from tui.locale import N_, _

_LAST_ORDINAL = date.max.toordinal()


class Granularity(StrEnum):
    """A unit of the calendar, from the coarsest to the finest; weeks are those of ISO 8601 and begin on Monday."""

    YEAR = N_("year")
    QUARTER = N_("quarter")
    MONTH = N_("month")
    WEEK = N_("week")
    DAY = N_("day")

    @property
    def finer(self) -> Granularity:
        """The next finer unit; a day is its own."""
        units = tuple(Granularity)
        return units[min(units.index(self) + 1, len(units) - 1)]

    @property
    def coarser(self) -> Granularity:
        """The next coarser unit; a year is its own."""
        units = tuple(Granularity)
        return units[max(units.index(self) - 1, 0)]

    def number(self, ordinal: int) -> int:
        """Return the number of the bucket that holds the day of a proleptic Gregorian ordinal."""
        if self is Granularity.DAY:
            return ordinal
        if self is Granularity.WEEK:
            return (ordinal - 1) // 7  # the calendar's first day, 1 January of year 1, is a Monday
        day = date.fromordinal(ordinal)
        if self is Granularity.MONTH:
            return day.year * 12 + day.month - 1
        if self is Granularity.QUARTER:
            return day.year * 4 + (day.month - 1) // 3
        return day.year

    def ends(self, number: int) -> tuple[int, int]:
        """Return the ordinals of the first and the last day of a bucket, both included, cut at the calendar's end.

        Raises `ValueError` for a number that the calendar does not have.
        """
        if self is Granularity.DAY:
            return number, number
        if self is Granularity.WEEK:
            return number * 7 + 1, min(number * 7 + 7, _LAST_ORDINAL)
        months = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.YEAR: 12}[self]
        year, place = divmod(number, 12 // months)
        last_month = place * months + months
        return date(year, place * months + 1, 1).toordinal(), last_of_month(year, last_month).toordinal()

    def numbered(self, number: int) -> Span:
        """Return the days of a bucket; raises `ValueError` for a number that the calendar does not have."""
        return Span.from_ordinals(*self.ends(number))

    def bucket(self, day: date) -> Span:
        """Return the bucket that holds a day."""
        return self.numbered(self.number(day.toordinal()))

    def following(self, bucket: Span, steps: int = 1) -> Span:
        """Return the bucket `steps` later (earlier if negative), limited to the calendar."""
        number = self.number(bucket.first.toordinal()) + steps
        return self.numbered(max(self.number(1), min(number, self.number(_LAST_ORDINAL))))

    def reach(self, span: Span) -> tuple[int, int]:
        """Return the numbers of the first and the last bucket that a span touches, both included."""
        return self.number(span.first.toordinal()), self.number(span.last.toordinal())

    def label(self, bucket: Span) -> str:
        """Name a bucket for a reader: `2023`, `Q2 2023`, `Jun 2023`, `2023-W26` or `30 Jun 2023`.

        A year of fewer than four digits is written `AD 476`, since the digits alone could mean anything.
        """
        first = bucket.first
        year = f"{first.year}" if first.year > 999 else _("AD {year}").format(year=first.year)
        if self is Granularity.YEAR:
            return year
        if self is Granularity.QUARTER:
            return _("Q{quarter} {year}").format(quarter=(first.month + 2) // 3, year=year)
        if self is Granularity.WEEK:
            return self.written(bucket)
        form = _("{month} {year}") if self is Granularity.MONTH else _("{day} {month} {year}")
        return form.format(day=first.day, month=short_month(first.month), year=year)

    def written(self, bucket: Span) -> str:
        """Name a bucket for programs, so that names sort by time: `2023`, `2023-Q2`, `2023-06`, `2023-W26`."""
        first = bucket.first
        if self is Granularity.WEEK:
            year, week = first.isocalendar()[:2]
            return f"{year:04}-W{week:02}"
        if self is Granularity.QUARTER:
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        length = {Granularity.YEAR: 4, Granularity.MONTH: 7, Granularity.DAY: 10}[self]
        return first.isoformat()[:length]


def span_label(span: Span) -> str:
    """Name a span by the coarsest units that it fills: `2023`, `Jun 2023 – Mar 2024`, `30 Jun 2023 – 2 Jul 2023`."""
    for unit in (Granularity.YEAR, Granularity.MONTH, Granularity.DAY):
        head, tail = unit.bucket(span.first), unit.bucket(span.last)
        if head.first == span.first and tail.last == span.last:
            break
    return unit.label(head) if head == tail else f"{unit.label(head)} – {unit.label(tail)}"


def iso_label(written: str) -> str:
    """Name the day at the beginning of an ISO date or time as every screen does: `2023-06-30T…` is `30 Jun 2023`."""
    try:
        return span_label(read_iso(written[:10])[0])
    except ValueError:  # no date, or one that a journal of another program has
        return written[:10]


def described(granularity: Granularity, bucket: Span) -> str:
    """Name a bucket in full: like its label, a week also with its days."""
    label = granularity.label(bucket)
    return f"{label}, {span_label(bucket)}" if granularity is Granularity.WEEK else label

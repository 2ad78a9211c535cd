"""The order of day and month in a column of dates: one decision for all its rows, or none.

The calendar, a month's name, a weekday or the article's own address resolve a date. Otherwise it is never guessed: it
is known to its year, with the possible days as candidates and a note. Two-digit years mean 1969 to 2068, as in POSIX. A
leading year (`2023/8/3`) is always followed by the month.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from tui.base.calendar_names import ENGLISH
from tui.base.days import Precision, Span
from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.publication import AGREEING_DAYS
from tui.importing.dating.written_date import read_date
from tui.locale import N_


class Order(StrEnum):
    """The order of day, month and year in figures."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a written date means, as far as it is known."""

    span: Span
    precision: Precision
    others: tuple[Span, ...] = ()
    """The days that it may mean if it is ambiguous; `span` is then their year."""
    doubt: str = ""
    note: str = ""
    """A note for the account, the same for every date it applies to."""
    order: str = ""
    """The order of its figures, or `open` and the day that they mean day first."""

    def dates(self, provenance: Provenance) -> tuple[PublishedDate, ...]:
        """Return its dates for an article: the day, or the year and each possible day."""
        days = ((self.span, self.precision), *((day, Precision.DAY) for day in self.others))
        return tuple(PublishedDate(span, precision, provenance) for span, precision in days)


@dataclass(frozen=True, slots=True)
class _Written:
    """A value by itself, before its column is considered."""

    reading: DateReading | None = None
    """Its meaning, if certain by itself."""
    days: tuple[tuple[Order, date], ...] = ()
    """The day in each order that the calendar allows."""
    orders: tuple[Order, ...] = ()
    """The orders that its form allows; those without a day are evidence against themselves."""
    serial: int = 0
    """A bare number that may be a spreadsheet's serial day."""


OPEN = "open"
"""The order of an ambiguous date."""

_YEAR_LAST = (Order.DAY_FIRST, Order.MONTH_FIRST)
_FIGURES = re.compile(
    r"(?<![\w/.-])(\d{1,2})(?P<sep>[/.-]|\s/\s)(\d{1,2})(?P=sep)(\d{4}|\d\d)(?=$|[\s,;|T]|\.(?:\s|$))", re.IGNORECASE
)
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon lun lundi الاثنين",
            "tue tues mardi الثلاثاء",
            "wed mer mercredi الاربعاء",
            "thu thur thurs jeu jeudi الخميس",
            "fri ven vendredi الجمعة",
            "sat sam samedi السبت",
            "sun dim dimanche الاحد",
        )
    )
    for name in names.split()
} | {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905
}
_WORD = re.compile(r"[^\W\d_]+")
_DAY_THEN_NAME = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er)?[\s-]+(?:of\s+)?[^\W\d_]{3,}")
_NAME_THEN_DAY = re.compile(r"[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}")
_SHORT_NAMED = re.compile(r"(\d{1,2})([\s-])([^\W\d_]{3,9})\.?\2'?(\d\d)(?=$|[\s,])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?", re.IGNORECASE)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{12,13}")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_LONGEST = 120
"""The longest written date."""

_YEARS = range(1600, 2200)
"""Since the first newspapers; other years belong to other calendars."""

_EPOCH_NOTE = N_("numeric dates were read as seconds since 1970, UTC")
_SERIAL_DAYS = range(14_000, 80_000)
"""1938 to 2119, counted from the day before 1900 as spreadsheets do."""

_SERIAL_ZERO = date(1899, 12, 30)
_FEWEST_SERIALS = 2
_MANY = 20
"""So many dates are evidence where a few could be chance."""

_FALLS = 5
"""How often at least the other order must break the sequence that one order keeps."""


class DayOrder:
    """Decides the order of one column of dates; `see` every date before reading the first."""

    def __init__(self) -> None:
        self._against: Counter[Order] = Counter()
        """How many dates are impossible in an order."""
        self._shown: dict[Order, str] = {}
        """An example of a date that is certain in an order."""
        self._seen = 0
        self._serials = 0
        self._sequence = _Sequence()
        self._fronts: set[int] = set()
        self._backs: set[int] = set()
        self._short = 0
        """Dates with two-digit years, and their distinct first and last figures."""

    def see(self, written: str, witnesses: Iterable[PublishedDate] = ()) -> None:
        """Learn from a date of the column; `witnesses` are other dates of the same article."""
        value = _written(written)
        self._seen += bool(written.strip())
        self._serials += bool(value.serial)
        if not value.orders:
            self._sequence.add(dict.fromkeys(_YEAR_LAST, value.reading.span.first) if value.reading else {})
            return
        days = _narrowed(value, written, witnesses)
        for order in value.orders:
            if order not in days:
                self._against[order] += 1
        if len(days) == 1:
            self._shown.setdefault(next(iter(days)), written.strip()[:40])
        if len(value.orders) > len(_YEAR_LAST):
            self._note_short(days)
        if value.reading is None:
            self._sequence.add(days, uncertain=len(set(days.values())) > 1)

    def read(self, written: str, witnesses: Iterable[PublishedDate] = ()) -> DateReading | None:
        """Return what a date of the column means, None if it is not a date."""
        value = _written(written)
        if value.serial:
            return self._serial(value.serial) if self._seen == self._serials >= _FEWEST_SERIALS else None
        if value.reading is not None or not value.days:
            return value.reading
        days = _narrowed(value, written, witnesses)
        if len(set(days.values())) == 1:
            return _of_day(next(iter(days.values())), order=next(iter(days)) if len(days) == 1 else "")
        open_orders = [order for order in days if not self._against[order]]
        chosen = open_orders if len(open_orders) == 1 else self._by_the_look(days)
        if len(chosen) == 1:
            return _of_day(days[chosen[0]], note=self._note(chosen[0]), order=chosen[0])
        left = {order: days[order] for order in open_orders or days}
        if not open_orders:
            return _open(written, left, N_("other dates of the column suggest both orders"))
        alone = self._seen <= 1
        return _open(written, left, N_("nothing else decides") if alone else N_("no other date of the column decides"))

    def _note_short(self, days: dict[Order, date]) -> None:
        self._short += 1
        if Order.YEAR_FIRST in days and len(self._fronts) < _MANY:
            self._fronts.add(days[Order.YEAR_FIRST].year)
        last = days.get(Order.DAY_FIRST) or days.get(Order.MONTH_FIRST)
        if last and len(self._backs) < _MANY:
            self._backs.add(last.year)

    def _by_the_look(self, days: dict[Order, date]) -> list[Order]:
        """Return the orders left by the whole column: its sequence, and the spread of its years."""
        orders = [order for order in days if not self._against[order]]
        if self._short >= _MANY and len(self._backs) * 5 <= len(self._fronts):
            orders = [order for order in orders if order is not Order.YEAR_FIRST]
        if set(orders) == set(_YEAR_LAST):
            kept = self._sequence.kept()
            return [kept] if kept else orders
        return orders

    def _note(self, order: Order) -> str:
        shown = self._shown.get(order)
        why = N_("as {shown!r} shows").format(shown=shown) if shown else N_("as the other dates of the column show")
        return N_("dates in figures were read {order}, {why}").format(order=order, why=why)

    @staticmethod
    def _serial(days: int) -> DateReading:
        day = _SERIAL_ZERO + timedelta(days)
        return _of_day(
            day,
            doubt=N_("the number {days} was read as a spreadsheet's day count: {day}").format(
                days=days, day=day.isoformat()
            ),
        )


def open_order(day: date) -> str:
    """Return the order of an ambiguous date; `day` is its meaning day first."""
    return f"{OPEN} {day.isoformat()}"


def read_alone(written: str, witnesses: Iterable[PublishedDate] = ()) -> DateReading | None:
    """Read a date that belongs to no column."""
    order = DayOrder()
    witnesses = tuple(witnesses)
    order.see(written, witnesses)
    return order.read(written, witnesses)


class _Sequence:
    """Tracks whether the days of a column are sorted, in each of two orders."""

    def __init__(self) -> None:
        self._before: dict[Order, date] = {}
        self._rises: Counter[Order] = Counter()
        self._falls: Counter[Order] = Counter()
        self._uncertain = 0

    def add(self, days: dict[Order, date], uncertain: bool = False) -> None:
        """Add the next date: its day in each order, `uncertain` if they differ."""
        self._uncertain += uncertain
        for order, day in days.items():
            before = self._before.get(order, day)
            self._rises[order] += day > before
            self._falls[order] += day < before
            self._before[order] = day

    def kept(self) -> Order | None:
        """Return the one order in which the column is sorted, if the other breaks it often."""
        if self._uncertain < _MANY:
            return None
        for order, other in (_YEAR_LAST, _YEAR_LAST[::-1]):
            rises, falls = self._rises[order], self._falls[order]
            broken = min(self._rises[other], self._falls[other])
            if min(rises, falls) == 0 and max(rises, falls) >= _MANY and broken >= _FALLS:
                return order
        return None


def _of_day(day: date, doubt: str = "", note: str = "", order: str = "") -> DateReading:
    return DateReading(Span.of_day(day), Precision.DAY, (), doubt, note, order)


def _open(written: str, days: dict[Order, date], why: str) -> DateReading:
    """Return an ambiguous date: the year that its days share."""
    distinct = tuple(dict.fromkeys(days.values()))
    last = [day for order, day in days.items() if order is not Order.YEAR_FIRST] or list(distinct)
    one_year = len({day.year for day in distinct}) == 1
    named = " or ".join(
        f"{day.day} {ENGLISH[day.month - 1]}" + ("" if one_year else f" {day.year}") for day in distinct
    )
    others = tuple(Span.of_day(day) for day in distinct)
    doubt = N_("{date} may be {named}: {why}").format(date=written.strip()[:40], named=named, why=why)
    order = open_order(days[Order.DAY_FIRST]) if set(days) == set(_YEAR_LAST) else ""
    return DateReading(Span.of_year(last[0].year), Precision.YEAR, others, doubt, order=order)


def _narrowed(value: _Written, written: str, witnesses: Iterable[PublishedDate]) -> dict[Order, date]:
    """Return the days that agree with the weekday and the witnesses, or all if none does."""
    days = dict(value.days)
    weekday = _weekday(written)
    if weekday is not None:
        days = {order: day for order, day in days.items() if day.weekday() == weekday} or days
    for witness in witnesses:
        near = {order: day for order, day in days.items() if _agree(day, witness)}
        if near and len(set(near.values())) < len(set(days.values())):
            days = near
    return days


def _agree(day: date, witness: PublishedDate) -> bool:
    slack = timedelta(AGREEING_DAYS if witness.precision is Precision.DAY else 0)
    return witness.span.first - slack <= day <= witness.span.last + slack


def _weekday(written: str) -> int | None:
    named = {_WEEKDAYS[word] for word in _WORD.findall(fold(written)) if word in _WEEKDAYS}
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=4096)
def _written(written: str) -> _Written:
    """Read a value by itself."""
    written = " ".join(written.replace("\u200f", "").replace("\u200e", "").split())
    if not written or len(written) > _LONGEST:
        return _Written()
    numbered = _number(written)
    if numbered is not None:
        return numbered
    named = _SHORT_NAMED.match(written)
    if named:
        day, _, month, year = named.groups()
        written = f"{day} {month} {century(int(year))}{written[named.end() :]}"
    figures = _FIGURES.search(written)
    read = read_date(written)
    if read is not None and read[0].first.year not in _YEARS:
        return _Written()
    if figures is None:
        return _Written() if read is None else _named(fold(written), DateReading(*read))
    return _figured(written, figures, DateReading(*read) if read else None)


def _named(folded: str, reading: DateReading) -> _Written:
    """Return a date with a named month or a leading year; the place of its day is evidence of an order."""
    if reading.precision is not Precision.DAY:
        return _Written(reading)
    for form, order in ((_NAME_THEN_DAY, Order.MONTH_FIRST), (_DAY_THEN_NAME, Order.DAY_FIRST)):
        if form.search(folded):
            return _Written(reading, ((order, reading.span.first),), _YEAR_LAST)
    return _Written(reading)


def _figured(written: str, figures: re.Match[str], reading: DateReading | None) -> _Written:
    first, _, second, year = figures.groups()
    numbers = int(first), int(second), int(year)
    orders = _YEAR_LAST if len(year) == 4 else tuple(Order)
    days = {order: day for order in orders if (day := _day(numbers, order, len(year) == 4))}
    if not any(read_date(f"{written[: figures.start()]}{day}{written[figures.end() :]}") for day in days.values()):
        return _Written()
    if reading is not None and len(days) > 1:  # the words beside it are in a language with one order
        days = {order: day for order, day in days.items() if day == reading.span.first}
        return _Written(reading, tuple(days.items()), orders if len(days) == 1 else tuple(days))
    days = {order: day for order, day in days.items() if day.year in _YEARS}
    return _Written(None, tuple(days.items()), orders if days else ())


def _day(numbers: tuple[int, int, int], order: Order, whole_year: bool) -> date | None:
    first, second, last = numbers
    try:
        if order is Order.YEAR_FIRST:
            return date(century(first), second, last)
        day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
        return date(last if whole_year else century(last), month, day)
    except ValueError:
        return None


def century(year: int) -> int:
    """Return the year of a two-digit one."""
    return year + (2000 if year < 69 else 1900)


def _number(written: str) -> _Written | None:
    """Read a bare number; None if it is not one, or a year."""
    compact = _COMPACT.fullmatch(written)
    if compact:
        try:
            return _Written(_of_day(date(*map(int, compact.groups()))))
        except ValueError:
            pass
    if _MILLISECONDS.fullmatch(written):
        return _Written(_since_1970(int(written) // 1000))
    if _SECONDS.fullmatch(written):
        return _Written(_since_1970(int(float(written))))
    serial = _SERIAL.fullmatch(written)
    if serial:
        days = int(serial.group(1))
        return _Written(serial=days if days in _SERIAL_DAYS else 0)
    return None


def _since_1970(seconds: int) -> DateReading:
    return _of_day(date(1970, 1, 1) + timedelta(seconds // 86_400), note=_EPOCH_NOTE)

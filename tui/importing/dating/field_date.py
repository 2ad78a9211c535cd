"""Dates in fields of mails, feeds and tagged files, in the formats of machines and of people.

The day is the one written: neither time nor zone moves it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tui.base.calendar_names import SHORT
from tui.base.days import Precision, Span
from tui.base.printable import printable_line
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.day_order import DayOrder, century, read_alone
from tui.importing.dating.written_date import SHORT_MONTHS, dates_in
from tui.locale import N_

_LONGEST = 200
_RUN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?)?(?!\d)"
)
_SHORT_RUN = re.compile(r"\s*([3-9]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\s*")
"""Year, month and day in six figures, if the year cannot be a day."""

_SHORT_YEAR = re.compile(
    rf"(?:[A-Za-z]{{3,9}},?\s+)?(\d{{1,2}})[ -]({'|'.join(SHORT)})[a-z]*[ -](\d\d)\s+\d\d?:\d\d",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FieldDate:
    """The date of a field."""

    dates: tuple[PublishedDate, ...] = ()
    """The day; if ambiguous, its year and then each possible day. Empty if there is no date."""
    doubt: str = ""
    note: str = ""

    @property
    def certain(self) -> PublishedDate | None:
        """The day, if it is not ambiguous."""
        return self.dates[0] if self.dates and not self.doubt else None


def read_field_date(written: str, provenance: Provenance, order: DayOrder | None = None) -> FieldDate:
    """Read the date of a field, whatever else it contains.

    `order` is the order of day and month in this field of all articles of the file.
    """
    written = printable_line(written[:_LONGEST])
    certain = _as_machines_write(written)
    if certain is None:
        reading = order.read(written) if order else read_alone(written)
        if reading is not None:
            return FieldDate(reading.dates(provenance), reading.doubt, reading.note)
        certain = _first_of(written)
    return FieldDate((PublishedDate(*certain, provenance),)) if certain else FieldDate()


def compact_date(written: str) -> tuple[Span, Precision] | None:
    """Return the day in eight figures of a name or number: `20040101`."""
    found = _RUN.search(written)
    return _day(*map(int, found.groups())) if found else None


def _as_machines_write(written: str) -> tuple[Span, Precision] | None:
    short = _SHORT_YEAR.match(written)
    if short:
        year = century(int(short.group(3)))
        return _day(year, SHORT_MONTHS[short.group(2).lower()], int(short.group(1)))
    figures = _SHORT_RUN.fullmatch(written)
    if figures:
        year, month, day = map(int, figures.groups())
        return _day(1900 + year, month, day)
    return compact_date(written)


def _first_of(written: str) -> tuple[Span, Precision] | None:
    found = dates_in(written)
    return (found[0].span, found[0].precision) if found and found[0].span else None


def _day(year: int, month: int, day: int) -> tuple[Span, Precision] | None:
    try:
        return Span.of_day(date(year, month, day)), Precision.DAY
    except ValueError:
        return None


_LONGEST_DATE, _LONGEST_TITLE = 40, 60
"""Characters shown of each."""


def not_understood(written: str) -> str:
    """Return the doubt about an article whose own date was not understood."""
    return N_("its own date {shown} was not understood").format(shown=_shown(written))


def quoted(written: str, title: str) -> str:
    """Return a date and its article, quoted: `'soon' of “Ferry sinks”`."""
    line = printable_line(title[: 4 * _LONGEST_TITLE])
    short = line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rstrip()}…"
    return N_("{shown} of “{short}”").format(shown=_shown(written), short=short) if short else _shown(written)


def _shown(written: str) -> str:
    return f"'{printable_line(written.strip()[:_LONGEST_DATE])}'"

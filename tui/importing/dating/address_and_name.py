"""Dates in web addresses and file names: only what they spell out.

A file name whose figures do not say whether day or month comes first may be settled by other dates of the article;
otherwise only its year is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.publication import AGREEING_DAYS, days_between
from tui.importing.dating.written_date import SHORT_MONTHS, month_number
from tui.locale import N_

_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?![0-9A-Za-z])"
)
_DAY_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?<!\d[-_.])(\d{1,2})([-_. ])(\d{1,2})\2((?:19|20)\d\d)(?![0-9A-Za-z])(?![-_]\d)"
)
_IN_PATH = re.compile(
    r"(?<=/)((?:19|20)\d\d)(?P<sep>[/-])(\d{1,2}|[a-z]{3})(?:(?P=sep)(\d{1,2}))?(?=[/_.-]|$)", re.IGNORECASE
)
_RUN_TOGETHER = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_HYPHENED = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_WEB = re.compile(r"https?://[^/\s]+(/[^\s?#]*)?", re.IGNORECASE)


def date_of_name(path: str) -> PublishedDate | None:
    """Return the date in a file's name: `2023-08-20-talks.md`, `20230820.txt`, `2023-08 review.txt`, `20.08.2023.txt`.

    None if it is ambiguous.
    """
    found = _IN_NAME.search(path.rpartition("/")[2])
    if found is None:
        days = days_of_name(path)
        return PublishedDate(Span.of_day(days[0]), Precision.DAY, Provenance.FILE_NAME) if len(days) == 1 else None
    year, between, month, day = found.groups()
    if not day and between not in ("-", "_"):
        return None
    return _read(year, month, day, Provenance.FILE_NAME)


_FOLDERS = re.compile(r"(?:^|/)((?:19|20)\d\d)(?:/(\d{1,2}|[^\W\d_]{3,9})(?:/(\d{1,2}))?)?(?=/)")


def date_of_folder(path: str) -> PublishedDate | None:
    """Return the date in the folders above a file: `2023-07-12/a.txt`, `2023/07/13/a.txt`, `2023/juillet/a.txt`.

    The folders nearest to the file come first. A lone year is none: it may be a subject.
    """
    folders = path.rpartition("/")[0]
    for folder in reversed(folders.split("/")):
        found = _IN_NAME.fullmatch(folder)
        if found and (found[4] or found[2] in ("-", "_")):
            return _read(found[1], found[3], found[4], Provenance.FILE_NAME)
    for found in reversed(list(_FOLDERS.finditer(f"{folders}/"))):
        year, month, day = found.groups()
        named = month_number(month) if month else 0
        read = _read(year, str(named), day, Provenance.FILE_NAME) if named else None
        if read is not None:
            return read
    return None


def days_of_name(path: str) -> tuple[date, ...]:
    """Return the days that `08.09.2023` in a file's name may mean, day first before month first."""
    found = _DAY_IN_NAME.search(path.rpartition("/")[2])
    if found is None:
        return ()
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = []
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            days.append(date(year, month, day))
    return tuple(dict.fromkeys(days))


def date_of_address(address: str) -> PublishedDate | None:
    """Return the date in the path of a web address: `/2023/08/20/`, `/2023/aug/20/`, `-20230820`, `/2023/08/`.

    Query and fragment are ignored.
    """
    web = _WEB.match(address)
    path = web.group(1) if web else ""
    if not path:
        return None
    for form in (_IN_PATH, _HYPHENED, _RUN_TOGETHER):
        for found in form.finditer(path):
            groups = found.groups()
            year, month, day = (groups[0], groups[2], groups[3]) if form is _IN_PATH else groups
            read = _read(year, month, day, Provenance.ADDRESS)
            if read is not None:
                return read
    return None


def _read(year: str, month: str, day: str | None, provenance: Provenance) -> PublishedDate | None:
    number = int(month) if month.isdecimal() else SHORT_MONTHS.get(month.lower(), 0)
    try:
        if day:
            return PublishedDate(Span.of_day(date(int(year), number, int(day))), Precision.DAY, provenance)
        return PublishedDate(Span.of_month(int(year), number), Precision.MONTH, provenance)
    except ValueError:
        return None


def dates_of_name(
    path: str, known: Iterable[PublishedDate | None], day_and_month: Sequence[int] = ()
) -> tuple[tuple[PublishedDate, ...], str]:
    """Return the dates in a file's name, and why they are doubtful if nothing else is known.

    Its folders date it only if nothing else does.

    `known` are the article's dates from elsewhere, `day_and_month` those of a dateline without a year.
    """
    known = tuple(known)
    certain = date_of_name(path)
    days = days_of_name(path)
    if certain is None and not days and not any(known):
        certain = date_of_folder(path)
    if certain is not None or not days:
        return (certain,) if certain is not None else (), ""
    dates = [date for date in known if date is not None]
    year, *either = one_of(days, Provenance.FILE_NAME)
    day = told_apart(days, day_and_month) if day_and_month else None
    near = [each for each in either if day == each.span.first] or [
        each
        for each in either
        if any(one.precision is Precision.DAY and days_between(each, one) <= AGREEING_DAYS for one in dates)
    ]
    if len(near) == 1:
        return (near[0],), ""
    if dates:
        return (year,), ""
    named = " or ".join(day.isoformat() for day in days)
    return (year, *either), N_("the date in the file's name may be {named}: nothing else decides").format(named=named)


def one_of(days: Sequence[date], provenance: Provenance) -> tuple[PublishedDate, ...]:
    """Return the dates of an ambiguous day: its year, then each day that it may be."""
    year = PublishedDate(Span.of_year(days[0].year), Precision.YEAR, provenance)
    return year, *(PublishedDate(Span.of_day(day), Precision.DAY, provenance) for day in days)


def told_apart(days: Sequence[date], day_and_month: Sequence[int]) -> date | None:
    """Return the only one of several days that agrees with a day and a month, else None."""
    number, month = day_and_month
    near = []
    for day in days:
        with suppress(ValueError):
            if abs((day - date(day.year, month, number)).days) <= AGREEING_DAYS:
                near.append(day)
    return near[0] if len(near) == 1 else None

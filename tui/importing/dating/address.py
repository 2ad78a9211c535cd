"""What a web address and a file's name tell of the day: their dates, and nothing that they do not spell out."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.written_date import SHORT_MONTHS

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

    None where its figures could mean two days.
    """
    found = _IN_NAME.search(path.rpartition("/")[2])
    if found is None:
        days = days_of_name(path)
        return PublishedDate(Span.of_day(days[0]), Precision.DAY, Provenance.FILE_NAME) if len(days) == 1 else None
    year, between, month, day = found.groups()
    if not day and between not in ("-", "_"):
        return None
    return _read(year, month, day, Provenance.FILE_NAME)


def days_of_name(path: str) -> tuple[date, ...]:
    """Return the days that a file's name may mean by `08.09.2023`, the one with the day in front first."""
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

    What follows a question mark or a hash is the reader's or the site's affair and is not looked at.
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

"""The day in a file's name, where its figures alone do not say which comes first, the day or the month.

What is known of the article from elsewhere may settle it; else the year is all that is known, with a word on why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.address import date_of_name, days_of_name
from tui.importing.dating.publication import AGREEING_DAYS, days_between


def dates_of_name(
    path: str, known: Iterable[PublishedDate | None], day_and_month: Sequence[int] = ()
) -> tuple[tuple[PublishedDate, ...], str]:
    """Return the dates that a file's name offers, and what speaks against them where nothing else is known.

    `known` are the article's dates from elsewhere; `day_and_month` those of a dateline that names no year, or nothing.
    """
    certain = date_of_name(path)
    days = days_of_name(path)
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
    return (year, *either), f"the date in the file's name may be {named}: nothing beside it decides"


def one_of(days: Sequence[date], provenance: Provenance) -> tuple[PublishedDate, ...]:
    """Return what is known of a day that may be each of several of one year: that year, and then each of them."""
    year = PublishedDate(Span.of_year(days[0].year), Precision.YEAR, provenance)
    return year, *(PublishedDate(Span.of_day(day), Precision.DAY, provenance) for day in days)


def told_apart(days: Sequence[date], day_and_month: Sequence[int]) -> date | None:
    """Return the one of several days that a day and a month without a year agree with; None where not just one does."""
    number, month = day_and_month
    near = []
    for day in days:
        with suppress(ValueError):
            if abs((day - date(day.year, month, number)).days) <= AGREEING_DAYS:
                near.append(day)
    return near[0] if len(near) == 1 else None

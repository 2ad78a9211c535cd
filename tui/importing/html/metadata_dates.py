"""Dates that a page states for machines, and those whose figures may mean several days.

The day is the one written, whatever the zone beside it. The order of day and month is never guessed: an ambiguous date
is resolved by the page's other dates or stays open, and is asked only if nothing else says when the article appeared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.day_order import read_alone
from tui.importing.dating.written_date import read_date
from tui.importing.html.metadata import PageMetadata

_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_A_DAY = re.compile(r"\d{4}|\d\d?[/.-]\d\d?[/.-]\d\d")
_ZONE = re.compile(r"\s+(?:GMT|UTC)?[+-]\d{4}(?:\s*\([^()]{1,60}\))?$")
_WESTERNMOST, _EASTERNMOST = timedelta(hours=-12), timedelta(hours=14)
_AFTER_MIDNIGHT, _BEFORE_MIDNIGHT = 4, 22
"""Hours of UTC before or from which the day is another one in New York or in Berlin."""

_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T |]{1,3}(\d\d)[:h](\d\d)(?::\d\d(?:\.\d+)?)?")
_SINCE_1970 = re.compile(r"(\d{10})(?:\d{3})?")
_NO_PUBLICATION = frozenset((Provenance.CHANGE, Provenance.PAGE_HEADER, Provenance.DOCUMENT))


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """A publication date that may mean several days."""

    written: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """What an ambiguous date means."""

    dates: tuple[PublishedDate, ...] = ()
    """The day, or the year and each day that it may be."""
    order: str = ""
    """As in `Article.day_order`."""
    doubt: str = ""


def has_publication_date(dates: Iterable[PublishedDate]) -> bool:
    """Say whether any of the dates is a publication date, not that of a change, a document or a page."""
    return any(date.provenance not in _NO_PUBLICATION for date in dates)


def resolved(ambiguous: Iterable[AmbiguousDate], witnesses: Iterable[PublishedDate]) -> ResolvedDate:
    """Resolve the first that is a date at all; `witnesses` are the page's other dates."""
    known = tuple(witnesses)
    for each in ambiguous:
        read = read_alone(each.written, known)
        if read is not None:
            return ResolvedDate(read.dates(each.provenance), read.order, read.doubt)
    return ResolvedDate()


def metadata_dates(
    metadata: PageMetadata,
    provenance: Provenance,
    beside: Iterable[PageMetadata] = (),
    shown: Iterable[PublishedDate] = (),
) -> Iterator[PublishedDate]:
    """Yield the dates of a page's metadata: of publication with `provenance`, of changes as such.

    The day of a moment in UTC is that of the publisher's own calendar, if the page tells it: `beside` may state a time
    zone, `shown` the day itself.
    """
    sources = (metadata, *beside)
    published = [written for source in sources for written in source.published]
    changed = [written for source in sources for written in source.changed]
    days = [date.span for date in shown if date.precision is Precision.DAY]
    for written, others, where in (
        (metadata.published, (*published, *changed), provenance),
        (metadata.changed, (*changed, *published), Provenance.CHANGE),
    ):
        for one in written:
            read = read_stamp(zoned(one, others))
            if read is not None:
                local = local_day(one, days) if where is provenance else None
                yield PublishedDate(*((local, Precision.DAY) if local else read), where)


def zoned(written: str, others: Iterable[str]) -> str:
    """Return a UTC moment in the time zone of another one, if there is one, else the moment as written.

    The same moment comes first; midnight is no moment but a day.
    """
    moment = _utc_moment(written)
    if moment is None:
        return written
    known = [other for other in map(_moment, others) if other is not None and other.utcoffset() != timedelta(0)]
    same = next((other for other in known if abs(other - moment) < timedelta(minutes=1)), None)
    zone = same or next(iter(known), None)
    return moment.astimezone(zone.tzinfo).isoformat() if zone is not None else written


def local_day(written: str, days: Iterable[Span]) -> Span | None:
    """Return the only one of the shown days that a UTC moment can have somewhere on earth; None if it is UTC's own."""
    moment = _utc_moment(written)
    if moment is None:
        return None
    possible = {(moment + offset).date() for offset in (_WESTERNMOST, _EASTERNMOST)} | {moment.date()}
    found = {day for day in days if day.first in possible}
    own = Span.of_day(moment.date())
    return found.pop() if len(found) == 1 and own not in found else None


def other_day_of_utc(day: date, written: Iterable[str]) -> PublishedDate | None:
    """Return the neighbouring day that the moments on `day` may be in their publisher's zone.

    None if any of them is in a time zone or without a time, or is far from midnight. A time without a zone that is that
    of UTC, to the minute, says no more than UTC does.
    """
    stamps = [one for one in written if one[:10] == day.isoformat()]
    moments = [moment for moment in map(_utc_moment, stamps) if moment is not None]
    times = {(moment.hour, moment.minute) for moment in moments}
    if not moments or any(_utc_moment(one) is None and _clock(one) not in times for one in stamps):
        return None
    first = moments[0]
    if first.hour < _AFTER_MIDNIGHT:
        other = day - timedelta(days=1)
    elif first.hour >= _BEFORE_MIDNIGHT:
        other = day + timedelta(days=1)
    else:
        return None
    return PublishedDate(Span.of_day(other), Precision.DAY, Provenance.STRUCTURED)


def _clock(written: str) -> tuple[int, int] | None:
    """Return hour and minute of a stamp without a time zone; None for any other."""
    found = _CLOCK.fullmatch(written.strip())
    return (int(found[1]), int(found[2])) if found else None


def _utc_moment(written: str) -> datetime | None:
    """Read a moment in UTC; None for one in another zone or none, and for midnight, which only names a day."""
    moment = _moment(written)
    if moment is None or moment.utcoffset() != timedelta(0) or moment.time() == time():
        return None
    return moment


def _moment(written: str) -> datetime | None:
    """Read a moment with its time zone; None if either is missing."""
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def unread(metadata: PageMetadata) -> Iterator[str]:
    """Yield the publication dates in the metadata that were not understood."""
    return (one for one in metadata.published if _A_DAY.search(one) and read_stamp(one) is None)


def read_stamp(written: str) -> tuple[Span, Precision] | None:
    """Read a date in a machine's format: ISO, `20230820`, seconds since 1970, or words; None for anything else."""
    written = written.strip()
    together, seconds = _RUN_TOGETHER.fullmatch(written), _SINCE_1970.fullmatch(written)
    try:
        if together:
            day = datetime(int(together[1]), int(together[2]), int(together[3]), tzinfo=UTC).date()
            return Span.of_day(day), Precision.DAY
        if seconds:
            return Span.of_day(datetime.fromtimestamp(int(seconds[1]), UTC).date()), Precision.DAY
        read = read_date(_ZONE.sub("", written))
        return read if read is not None and 1500 <= read[0].first.year <= 2200 else None
    except (ValueError, OverflowError, OSError):
        return None

"""Dates that a page states for machines, and those whose figures may mean several days.

The day is the one written, whatever the zone beside it. The order of day and month is never guessed: an ambiguous date
is resolved by the page's other dates or stays open, and is asked only if nothing else says when the article appeared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.day_order import read_alone
from tui.importing.dating.written_date import read_date
from tui.importing.html.metadata import PageMetadata

if TYPE_CHECKING:
    pass


_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_A_DAY = re.compile(r"\d{4}|\d\d?[/.-]\d\d?[/.-]\d\d")
_ZONE = re.compile(r"\s+(?:GMT|UTC)?[+-]\d{4}(?:\s*\([^()]{1,60}\))?$")
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
    metadata: PageMetadata, provenance: Provenance, beside: PageMetadata | None = None
) -> Iterator[PublishedDate]:
    """Yield the dates of a page's metadata: of publication with `provenance`, of changes as such.

    If `beside` states the same moment in a time zone and `metadata` in UTC, the zone's day counts: it is that of the
    publisher's own calendar.
    """
    for written, others, where in (
        (metadata.published, beside.published if beside else (), provenance),
        (metadata.changed, beside.changed if beside else (), Provenance.CHANGE),
    ):
        for one in written:
            read = read_stamp(zoned(one, others))
            if read is not None:
                yield PublishedDate(*read, where)


def zoned(written: str, others: Iterable[str]) -> str:
    """Return the form of a UTC moment with a time zone, if there is one, else the moment as written."""
    moment = _moment(written)
    if moment is None or moment.utcoffset() != timedelta(0):
        return written
    for other in others:
        same = _moment(other)
        if same is not None and same.utcoffset() != timedelta(0) and abs(same - moment) < timedelta(minutes=1):
            return other
    return written


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

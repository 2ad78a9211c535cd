"""Riddles: dates of a page whose figures may mean several days, settled by its other dates or left open.

One is asked only where nothing else says when the article appeared; no order of day and month is ever guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.day_order import read_alone

_NO_PUBLICATION = frozenset((Provenance.CHANGE, Provenance.PAGE_HEADER, Provenance.DOCUMENT))


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """A date of publication that was not read for certain."""

    written: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """What a riddle means."""

    dates: tuple[PublishedDate, ...] = ()
    """The day, or the year and each of the days that it may be."""
    order: str = ""
    """As in `Article.day_order`."""
    doubt: str = ""


def says_when(dates: Iterable[PublishedDate]) -> bool:
    """Say whether one of the dates is a publication's own, and no change's or whole page's."""
    return any(date.provenance not in _NO_PUBLICATION for date in dates)


def resolved(ambiguous: Iterable[AmbiguousDate], witnesses: Iterable[PublishedDate]) -> ResolvedDate:
    """Return what the first riddle means that is a date at all; `witnesses` are the page's other dates."""
    known = tuple(witnesses)
    for each in ambiguous:
        read = read_alone(each.written, known)
        if read is not None:
            return ResolvedDate(read.dates(each.provenance), read.order, read.doubt)
    return ResolvedDate()

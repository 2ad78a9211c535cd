"""Chooses the publication date among all that a file offers, and says why it is doubtful.

Every date is kept as a candidate. A day in the future, or one that programs write where they know none, is a candidate
alone: it dates nothing. A date is doubtful if another is more than two days away, or if only the day of a
change, a print or the document's creation is known. Such a day does not contradict an earlier date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - dates of publications are called so here
from datetime import timedelta

from tui.base.days import Precision
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.left_out import days_left_out
from tui.locale import N_

_TRUSTED = (
    Provenance.FRONT_MATTER,
    Provenance.RECORD,
    Provenance.FORWARDED,
    Provenance.MAIL_HEADER,
    Provenance.STRUCTURED,
    Provenance.PAGE_METADATA,
    Provenance.DATE_LINE,
    Provenance.BYLINE,
    Provenance.DATELINE,
    Provenance.ADDRESS,
    Provenance.TEXT,
    Provenance.FILE_NAME,
    Provenance.LEFT_OUT,
    Provenance.DOCUMENT,
    Provenance.CHANGE,
    Provenance.PAGE_HEADER,
)
"""Provenances from the most to the least trusted."""

_RANKS = {provenance: rank for rank, provenance in enumerate(_TRUSTED)}

_LATER = frozenset((Provenance.CHANGE, Provenance.DOCUMENT, Provenance.PAGE_HEADER))
"""Days that naturally follow the publication; only an earlier one contradicts it."""

_WEAK = {
    Provenance.LEFT_OUT: N_("it stands among the lines left out, and nothing says that it is the article's"),
    Provenance.CHANGE: N_("it is the day of a change"),
    Provenance.DOCUMENT: N_("it is the day on which the document was made"),
    Provenance.PAGE_HEADER: N_("it is the day on which the copy was made"),
}

_PLACEHOLDERS = frozenset(("1970-01-01", "1900-01-01", "0001-01-01", "9999-12-31", "1899-12-30", "1904-01-01"))
"""First and last days of the calendars of programs."""

AGREEING_DAYS = 2
"""How many days apart dates of one article still agree: time zones, night editions, datelines of the eve."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as far as its file says."""

    date: PublishedDate | None = None
    candidates: tuple[PublishedDate, ...] = ()
    """Every other date, best first."""
    doubt: str = ""
    """Why the date is doubtful, in a few words; empty if it is not."""


def chosen(offered: Iterable[PublishedDate | None], doubt: str = "") -> Publication:
    """Choose the publication date; `doubt` is why the format itself doubts its dates."""
    ranked = best_first(date for date in offered if date is not None)
    if not ranked:
        return Publication(doubt=doubt)
    if doubt:
        settled = _settled(ranked)
        ranked, doubt = settled or ranked, "" if settled else doubt
    real = [date for date in ranked if not _impossible(date)]
    if not real:
        return Publication(None, tuple(ranked), doubt or _impossible(ranked[0]))
    first = real[0]
    others = tuple(date for date in ranked if date is not first)
    return Publication(first, others, doubt or _doubt(first, real[1:]))


def with_days_left_out(publication: Publication, lines: Iterable[str], believed: bool = True) -> Publication:
    """Offer the days that the lines left out name, where an article has no day but one that only its file has.

    One day alone becomes the article's, with a doubt; several are candidates, as is any that is not `believed`.
    """
    if publication.date is not None and publication.date.provenance not in _WEAK:
        return publication
    days = days_left_out(lines)
    if not days:
        return publication
    known = (publication.date, *publication.candidates)
    if believed and len(days) == 1 and not (publication.date is None and publication.doubt):
        return chosen((*known, *days))
    return replace(publication, candidates=(*publication.candidates, *days))


def best_first(dates: Iterable[PublishedDate]) -> list[PublishedDate]:
    """Return distinct dates, the most trusted first; equally trusted ones keep their order."""
    return sorted(dict.fromkeys(dates), key=_rank)


def _settled(ranked: list[PublishedDate]) -> list[PublishedDate]:
    """Resolve an ambiguous date by another date that agrees with only one of its days.

    Returns that day and the other dates, or nothing if it stays ambiguous.
    """
    year, *others = ranked
    days = [one for one in others if one.provenance is year.provenance and one.precision is Precision.DAY]
    witnesses = [one for one in others if one not in days]
    if year.precision is not Precision.YEAR or not all(day.span.overlaps(year.span) for day in days):
        return []
    near = [
        day
        for day in days
        if any(one.precision is not Precision.YEAR and days_between(day, one) <= AGREEING_DAYS for one in witnesses)
    ]
    return [near[0], *witnesses] if len(near) == 1 < len(days) else []


def days_between(one: PublishedDate, other: PublishedDate) -> int:
    """Return the least number of days between two dates: 0 if they may be the same day."""
    early, late = sorted((one.span, other.span), key=lambda span: span.first)
    return max(0, (late.first - early.last).days)


def _rank(date: PublishedDate) -> int:
    return _RANKS[date.provenance]


def _impossible(date: PublishedDate) -> str:
    """Return why a date cannot be that of a publication, or "": such a date is a candidate and never the article's."""
    if date.span.first.isoformat() in _PLACEHOLDERS or date.span.first.year in (1, 9999):
        return N_("{iso} is a day that programs write where they know none").format(iso=date.iso)
    late = date.span.first > today() + _ZONES
    return N_("{iso} lies in the future").format(iso=date.iso) if late else ""


_ZONES = timedelta(days=1)
"""In the east it is a day later already."""


def today() -> Date:
    """Return the day on which a file is read."""
    return Date.today()


def _doubt(date: PublishedDate, others: Sequence[PublishedDate]) -> str:
    for other in others:
        later = other.provenance in _LATER and other.span.first >= date.span.first
        if not later and days_between(date, other) > AGREEING_DAYS:
            if other.provenance is date.provenance:
                return N_("the {provenance} says both {iso} and {other}").format(
                    provenance=date.provenance, iso=date.iso, other=other.iso
                )
            return N_("the {provenance} says {iso}, the {other_place} {other}").format(
                provenance=date.provenance, iso=date.iso, other_place=other.provenance, other=other.iso
            )
    return _WEAK.get(date.provenance, "")

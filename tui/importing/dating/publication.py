"""Chooses the publication date among all that a file offers, and says why it is doubtful.

Every date is kept as a candidate. A date is doubtful if another is more than two days away, or if only the day of a
change, a print or the document's creation is known. Such a day does not contradict an earlier date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.base.days import Precision
from tui.dossier.article import Provenance, PublishedDate
from tui.locale import N_

_TRUSTED = (
    Provenance.FRONT_MATTER,
    Provenance.RECORD,
    Provenance.MAIL_HEADER,
    Provenance.STRUCTURED,
    Provenance.PAGE_METADATA,
    Provenance.DATE_LINE,
    Provenance.BYLINE,
    Provenance.DATELINE,
    Provenance.ADDRESS,
    Provenance.TEXT,
    Provenance.FILE_NAME,
    Provenance.DOCUMENT,
    Provenance.CHANGE,
    Provenance.PAGE_HEADER,
)
"""Provenances from the most to the least trusted."""

_RANKS = {provenance: rank for rank, provenance in enumerate(_TRUSTED)}

_LATER = frozenset((Provenance.CHANGE, Provenance.DOCUMENT, Provenance.PAGE_HEADER))
"""Days that naturally follow the publication; only an earlier one contradicts it."""

_WEAK = {
    Provenance.CHANGE: N_("only the day of a change is known"),
    Provenance.DOCUMENT: N_("only the day on which the document was made is known"),
    Provenance.PAGE_HEADER: N_("only the day on which the copy was made is known"),
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
    first, others = ranked[0], tuple(ranked[1:])
    return Publication(first, others, doubt or _doubt(first, others))


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


def _placeholder(date: PublishedDate) -> str:
    """Return why a date is one that programs write where they know none, or ""."""
    if date.span.first.isoformat() in _PLACEHOLDERS or date.span.first.year in (1, 9999):
        return N_("{iso} is a day that programs write where they know none").format(iso=date.iso)
    return ""


def _doubt(date: PublishedDate, others: tuple[PublishedDate, ...]) -> str:
    placeholder = _placeholder(date)
    if placeholder:
        return placeholder
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

"""Why the day of a page is doubtful although its dates do not contradict each other by more than a few days.

The rules follow what was measured on pages with known days: a day that only the page's `meta` elements state, or that
only its text holds, is wrong more often than one on which two of them agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.base.days import Precision
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.publication import AGREEING_DAYS, best_first, days_between
from tui.importing.html.metadata_dates import other_day_of_utc
from tui.locale import N_

_STATED = frozenset((Provenance.STRUCTURED, Provenance.PAGE_METADATA))
_PUBLISHED = frozenset((*_STATED, Provenance.BYLINE, Provenance.ADDRESS))

LONE = N_("only the page's metadata say so, and nothing else in it confirms the day")
GUESSED = N_("the day stands in the page, but nothing marks it as that of the publication")


def page_doubt(dates: Iterable[PublishedDate], written: Sequence[str]) -> str:
    """Return why the best of a page's dates is doubtful, in a few words, or "".

    `written` are the publication dates in its metadata, verbatim.
    """
    ranked = best_first(dates)
    if not ranked or ranked[0].precision is not Precision.DAY:
        return ""
    first, others = ranked[0], ranked[1:]
    if first.provenance is Provenance.TEXT:
        return GUESSED
    if first.provenance not in _STATED:
        return ""
    if first.provenance is Provenance.PAGE_METADATA and all(days_between(first, one) > AGREEING_DAYS for one in others):
        return LONE
    return _beside(first, others) or _of_utc(first, others, written)


def _beside(first: PublishedDate, others: list[PublishedDate]) -> str:
    """Return which other date lies so near that the two do not contradict each other, and yet differs."""
    for one in others:
        apart = days_between(first, one)
        if one.provenance in _PUBLISHED and one.precision is Precision.DAY and apart == 1:
            return N_("{either}: the {provenance} and the {other_place} differ").format(
                either=_either(first, one), provenance=first.provenance, other_place=one.provenance
            )
        earlier = one.span.last < first.span.first
        if one.provenance is Provenance.CHANGE and earlier and apart <= AGREEING_DAYS:
            return N_("the {provenance} says {iso}, after a change of {other}").format(
                provenance=first.provenance, iso=first.iso, other=one.iso
            )
    return ""


def _of_utc(first: PublishedDate, others: list[PublishedDate], written: Sequence[str]) -> str:
    """Return the day that a moment near midnight may be in the publisher's zone, if the page shows no day."""
    if any(one.provenance not in _STATED and one.provenance is not Provenance.CHANGE for one in others):
        return ""
    other = other_day_of_utc(first.span.first, written)
    return (
        N_("{either}: its time is in UTC, and the page does not name its time zone").format(
            either=_either(first, other)
        )
        if other
        else ""
    )


def _either(one: PublishedDate, other: PublishedDate) -> str:
    """Write two days next to each other: `8 or 9 November 2023`, `31 October or 1 November 2023`."""
    early, late = sorted((one.span.first, other.span.first))
    month, year = f" {early:%B}", f" {early:%Y}"
    if early.month == late.month:
        month = year = ""
    elif early.year == late.year:
        year = ""
    return f"{early.day}{month}{year} or {late.day} {late:%B %Y}"

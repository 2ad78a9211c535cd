"""An ambiguous date of a page is resolved by another date, or stays open with every day it may mean."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.html.metadata import PageMetadata
from tui.importing.html.metadata_dates import (
    AmbiguousDate,
    ResolvedDate,
    has_publication_date,
    local_day,
    metadata_dates,
    read_stamp,
    resolved,
    zoned,
)


def dated(iso: str, where: Provenance) -> PublishedDate:
    return PublishedDate.from_iso(iso, where)


def test_only_a_day_of_publication_says_when_it_appeared() -> None:
    assert has_publication_date([dated("2023-08-03", Provenance.BYLINE)])
    assert not has_publication_date(
        [dated("2023-08-03", Provenance.CHANGE), dated("2023-08-03", Provenance.PAGE_HEADER)]
    )
    assert not has_publication_date([])


def test_a_witness_settles_it() -> None:
    found = resolved([AmbiguousDate("03/08/2023", Provenance.BYLINE)], [dated("2023-08-04", Provenance.CHANGE)])
    assert (found.dates, found.doubt) == ((dated("2023-08-03", Provenance.BYLINE),), "")


def test_without_one_the_year_stands_with_both_days() -> None:
    found = resolved([AmbiguousDate("soon", Provenance.STRUCTURED), AmbiguousDate("03/08/2023", Provenance.BYLINE)], [])
    assert [one.iso for one in found.dates] == ["2023", "2023-08-03", "2023-03-08"]
    assert {one.provenance for one in found.dates} == {Provenance.BYLINE}
    assert (found.order, "may be 3 August or 8 March" in found.doubt) == ("open 2023-08-03", True)


def test_what_is_no_date_is_no_riddle() -> None:
    assert resolved([AmbiguousDate("next week", Provenance.BYLINE)], []) == ResolvedDate()


STAMPS = [
    ("2020-02-03", "2020-02-03"),
    ("2020-02", "2020-02"),
    ("2020", "2020"),
    ("2020-02-03T23:30:00-08:00", "2020-02-03"),
    ("2020-02-03T00:30:00+0900", "2020-02-03"),
    ("2020-02-03 12:00:00.000-0600", "2020-02-03"),
    ("20200203", "2020-02-03"),
    ("20200203T101500Z", "2020-02-03"),
    ("1580688000", "2020-02-03"),
    ("1580688000000", "2020-02-03"),
    ("Mon, 03 Feb 2020 10:00:00 GMT", "2020-02-03"),
    ("Mon Feb 03 2020 10:00:00 GMT+0100 (CET)", "2020-02-03"),
    ("3 février 2020", "2020-02-03"),
    ("02/13/2020", "2020-02-13"),
    ("02/03/2020", ""),
    ("2020-13-45", ""),
    ("20209999", ""),
    ("0001-01-01T00:00:00", ""),
    ("yesterday", ""),
    ("", ""),
    ("99999999999999999999", ""),
]


@pytest.mark.parametrize(("written", "iso"), STAMPS)
def test_stamps(written: str, iso: str) -> None:
    read = read_stamp(written)
    assert (PublishedDate(*read, Provenance.TEXT).iso if read else "") == iso


def told(dates: list[PublishedDate]) -> list[tuple[str, str]]:
    return [(date.iso, date.provenance.value) for date in dates]


def test_a_moment_in_utc_keeps_the_day_of_the_zone_beside_it() -> None:
    structured = PageMetadata(published=("2020-02-04T01:18:13Z",), changed=("2020-02-05T00:00:00Z",))
    meta = PageMetadata(published=("2020-02-03T17:18:13-08:00",), changed=("2020-02-07T00:00:00+01:00",))
    dates = list(metadata_dates(structured, Provenance.STRUCTURED, [meta]))
    assert told(dates) == [("2020-02-03", "structured data"), ("2020-02-05", "date of change")]


MOMENTS = [
    ("the same moment in a zone", "2020-02-04T01:18:13Z", ["2020-02-03T17:18:13-08:00"], "2020-02-03"),
    ("another moment in a zone", "2020-02-04T23:18:00+00:00", ["2020-02-06T09:00:00+02:00"], "2020-02-05"),
    ("midnight is a day", "2020-02-04T00:00:00Z", ["2020-02-06T09:00:00-05:00"], "2020-02-04"),
    ("no zone", "2020-02-04T23:18:00", ["2020-02-06T09:00:00+02:00"], "2020-02-04"),
    ("all in UTC", "2020-02-04T23:18:00Z", ["2020-02-06T09:00:00Z"], "2020-02-04"),
]


@pytest.mark.parametrize(("written", "others", "day"), [case[1:] for case in MOMENTS], ids=[one[0] for one in MOMENTS])
def test_the_day_of_a_moment_is_that_of_the_publishers_zone(written: str, others: list[str], day: str) -> None:
    assert zoned(written, others)[:10] == day


SEEN = [
    ("the day after", "2020-02-04T23:18:00Z", ["2020-02-05"], "2020-02-05"),
    ("the day before", "2020-02-04T03:18:00Z", ["2020-02-03"], "2020-02-03"),
    ("a day that it cannot be", "2020-02-04T20:18:00Z", ["2020-02-03"], ""),
    ("its own day too", "2020-02-04T23:18:00Z", ["2020-02-04", "2020-02-05"], ""),
]


@pytest.mark.parametrize(("written", "days", "day"), [case[1:] for case in SEEN], ids=[one[0] for one in SEEN])
def test_a_day_that_the_page_shows_may_be_the_moments(written: str, days: list[str], day: str) -> None:
    found = local_day(written, [dated(one, Provenance.BYLINE).span for one in days])
    assert (found.first.isoformat() if found else "") == day

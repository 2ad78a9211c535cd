"""A date of a page that may be several days is settled by another date, or stays open with all of them."""

from __future__ import annotations

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.html.ambiguous_dates import AmbiguousDate, ResolvedDate, resolved, says_when


def dated(iso: str, where: Provenance) -> PublishedDate:
    return PublishedDate.from_iso(iso, where)


def test_only_a_day_of_publication_says_when_it_appeared() -> None:
    assert says_when([dated("2023-08-03", Provenance.BYLINE)])
    assert not says_when([dated("2023-08-03", Provenance.CHANGE), dated("2023-08-03", Provenance.PAGE_HEADER)])
    assert not says_when([])


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

"""The publication date is chosen among all that a file offers."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.publication import chosen

UNSURE = [PublishedDate.from_iso(written, Provenance.FRONT_MATTER) for written in ("2023", "2023-08-03", "2023-03-08")]
SETTLED = [
    ("by the name of the file", "2023-03-09", Provenance.FILE_NAME, "2023-03-08"),
    ("by a month", "2023-08", Provenance.ADDRESS, "2023-08-03"),
    ("by no other day", "2023-05-05", Provenance.ADDRESS, "2023"),
    ("by no year", "2023", Provenance.ADDRESS, "2023"),
]


@pytest.mark.parametrize(
    ("written", "where", "expected"), [case[1:] for case in SETTLED], ids=[case[0] for case in SETTLED]
)
def test_a_date_of_several_days_is_settled_by_another_witness(written: str, where: Provenance, expected: str) -> None:
    publication = chosen([*UNSURE, PublishedDate.from_iso(written, where)], "03/08/2023 may be two days")
    assert publication.date is not None
    assert publication.date.iso == expected
    assert bool(publication.doubt) == (expected == "2023")
    assert len(publication.candidates) == (1 if expected != "2023" else 3)


def test_one_witness_that_names_two_days_is_named_once() -> None:
    dates = [PublishedDate.from_iso(day, Provenance.BYLINE) for day in ("2019-05-07", "2019-08-03")]
    assert chosen(dates).doubt == "the byline says both 2019-05-07 and 2019-08-03"


@pytest.mark.parametrize("iso", ["1970-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_programs_write_where_they_know_none_is_doubtful(iso: str) -> None:
    publication = chosen([PublishedDate.from_iso(iso, Provenance.RECORD)])
    assert publication.date is not None
    assert publication.doubt == f"{iso} is a day that programs write where they know none"

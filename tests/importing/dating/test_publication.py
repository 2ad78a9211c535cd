"""The publication date is chosen among all that a file offers."""

from __future__ import annotations

from datetime import date

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating import publication as publications
from tui.importing.dating.publication import chosen, with_days_left_out

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
def test_a_day_that_programs_write_where_they_know_none_dates_nothing(iso: str) -> None:
    publication = chosen([PublishedDate.from_iso(iso, Provenance.RECORD)])
    assert publication.date is None
    assert [date.iso for date in publication.candidates] == [iso]
    assert publication.doubt == f"{iso} is a day that programs write where they know none"


def test_a_day_in_the_future_dates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publications, "today", lambda: date(2023, 3, 4))
    tomorrow, later = (PublishedDate.from_iso(iso, Provenance.RECORD) for iso in ("2023-03-05", "2023-03-06"))
    assert chosen([tomorrow]).date == tomorrow
    assert chosen([later]).date is None
    assert chosen([later]).doubt == "2023-03-06 lies in the future"


def test_where_another_day_is_known_an_impossible_one_only_stands_beside_it() -> None:
    never = PublishedDate.from_iso("1970-01-01", Provenance.RECORD)
    known = PublishedDate.from_iso("2023-03-04", Provenance.ADDRESS)
    publication = chosen([never, known])
    assert (publication.date, publication.candidates, publication.doubt) == (known, (never,), "")


MADE = PublishedDate.from_iso("2024-01-05", Provenance.DOCUMENT)


def test_a_day_among_the_lines_left_out_is_offered_with_a_doubt_where_only_the_files_own_is_known() -> None:
    publication = with_days_left_out(chosen([MADE]), ["Harbour Times, Saturday 4 March 2023, page 3"])
    assert publication.date is not None
    assert (publication.date.iso, publication.date.provenance) == ("2023-03-04", Provenance.LEFT_OUT)
    assert publication.candidates == (MADE,)
    assert publication.doubt == "it stands among the lines left out, and nothing says that it is the article's"


def test_of_several_days_left_out_none_is_taken() -> None:
    lines = ["4 March 2023: the tide", "5 March 2023: the ebb"]
    publication = with_days_left_out(chosen([]), lines)
    assert publication.date is None
    assert [date.iso for date in publication.candidates] == ["2023-03-04", "2023-03-05"]


@pytest.mark.parametrize(
    "line",
    [
        "LOAD-DATE: March 5, 2023",
        "Downloaded on 5 March 2023",
        "saved_at: 2023-03-05",
        "Updated: 5 March 2023",
        "© 2023",
    ],
)
def test_no_day_of_a_download_a_copy_or_a_change_is_offered(line: str) -> None:
    assert with_days_left_out(chosen([MADE]), [line]) == chosen([MADE])


def test_where_a_file_dates_its_article_what_was_left_out_is_not_searched() -> None:
    known = chosen([PublishedDate.from_iso("2023-03-04", Provenance.RECORD)])
    assert with_days_left_out(known, ["5 May 2021"]) == known

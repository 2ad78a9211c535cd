"""Addresses and names of files tell the day that they spell out, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.address_and_name import (
    date_of_address,
    date_of_folder,
    date_of_name,
    dates_of_name,
    days_of_name,
)

ADDRESSES = [
    ("a day in folders", "https://river.example/2023/08/20/ferry", "2023-08-20"),
    ("a month by its name", "https://river.example/world/2023/aug/20/ferry", "2023-08-20"),
    ("figures without a zero", "https://river.example/2023/8/3/ferry", "2023-08-03"),
    ("hyphens", "https://river.example/ferry-2023-08-20.html", "2023-08-20"),
    ("run together", "https://river.example/ferry-20230820", "2023-08-20"),
    ("a month alone", "https://river.example/2023/08/ferry", "2023-08"),
    ("a year alone", "https://river.example/2023/ferry", None),
    ("a day that does not exist", "https://river.example/2023/02/31/ferry", None),
    ("another day behind one that does not exist", "https://river.example/2023/13/1/x-2023-08-20", "2023-08-20"),
    ("a number of an article", "https://river.example/a/1202308204", None),
    ("what the reader asked for", "https://river.example/ferry?day=2023-08-20#2023/08/20", None),
    ("the name of a host", "https://2023-08-20.example/ferry", None),
    ("no address", "2023/08/20/ferry", None),
]


@pytest.mark.parametrize(("address", "expected"), [row[1:] for row in ADDRESSES], ids=[row[0] for row in ADDRESSES])
def test_the_day_of_an_address(address: str, expected: str | None) -> None:
    found = date_of_address(address)
    assert (found.iso if found else None) == expected


NAMES = [
    ("a day in front", "2023-08-20-ferry.md", "2023-08-20"),
    ("a day behind", "ferry 2023_08_20.txt", "2023-08-20"),
    ("points", "2023.08.20 ferry.txt", "2023-08-20"),
    ("run together", "20230820.txt", "2023-08-20"),
    ("a month", "2023-08 review.txt", "2023-08"),
    ("a month by a point, that may be a version", "2023.08.txt", None),
    ("the day first, for sure", "20.08.2023.txt", "2023-08-20"),
    ("the month first, for sure", "08-20-2023.txt", "2023-08-20"),
    ("either", "08.09.2023.txt", None),
    ("the same either way", "08.08.2023.txt", "2023-08-08"),
    ("the name of its folder", "2023-08-20/ferry.md", None),
    ("within a word", "boat2023-08-20.md", None),
    ("a span of years", "2019-2023.md", None),
]


@pytest.mark.parametrize(("path", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_the_day_of_a_name(path: str, expected: str | None) -> None:
    found = date_of_name(path)
    assert (found.iso if found else None) == expected


def test_a_name_of_two_days_gives_both_the_day_in_front_first() -> None:
    assert [day.isoformat() for day in days_of_name("notes/08.09.2023.txt")] == ["2023-09-08", "2023-08-09"]


@given(st.text(alphabet="0123456789-_./: aug?#x", max_size=40))
def test_no_address_and_no_name_makes_it_fall(text: str) -> None:
    for found in (date_of_address(f"https://river.example/{text}"), date_of_name(text)):
        assert found is None or found.iso[:2] in ("19", "20")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_as_it_is_written(day: object) -> None:
    found = (
        date_of_name(f"{day} ferry.md"),
        date_of_address(f"https://river.example/{str(day).replace('-', '/')}/ferry"),
    )
    assert [one.iso if one else None for one in found] == [str(day)] * 2


EITHER_DAY = [
    ("certain", "ships 27.05.2019.txt", "", (), ["2019-05-27"], False),
    ("both orders agree", "05-05-2019.md", "", (), ["2019-05-05"], False),
    ("open", "ships 07.05.2019.txt", "", (), ["2019", "2019-05-07", "2019-07-05"], True),
    ("settled by a witness", "ships 07.05.2019.txt", "2019-07-05", (), ["2019-07-05"], False),
    ("settled by a dateline", "ships 07.05.2019.txt", "", (6, 5), ["2019-05-07"], False),
    ("the witness agrees with neither", "ships 07.05.2019.txt", "2019-09-01", (), ["2019"], False),
    ("a version", "ships 1.07.05.2019.txt", "", (), [], False),
    ("no day", "ships 31.31.2019.txt", "", (), [], False),
    ("year first", "2019-05-07 ships.txt", "", (), ["2019-05-07"], False),
    ("none", "ships.txt", "", (), [], False),
]


@pytest.mark.parametrize(
    ("path", "witness", "dateline", "dates", "doubtful"),
    [row[1:] for row in EITHER_DAY],
    ids=[row[0] for row in EITHER_DAY],
)
def test_name(path: str, witness: str, dateline: tuple[int, ...], dates: list[str], doubtful: bool) -> None:
    known = [PublishedDate.from_iso(witness, Provenance.BYLINE)] if witness else []
    found, doubt = dates_of_name(path, known, dateline)
    assert ([date.iso for date in found], bool(doubt)) == (dates, doubtful)
    assert all(date.provenance is Provenance.FILE_NAME for date in found)


def test_a_name_of_two_meanings_is_no_witness() -> None:
    assert date_of_name("ships 07.05.2019.txt") is None


FOLDERS = [
    ("a day", "2023-07-12/ferry.txt", "2023-07-12"),
    ("year, month and day", "press/2023/07/13/ferry.txt", "2023-07-13"),
    ("a month by name", "2023/juillet/ferry.txt", "2023-07"),
    ("a month in German", "2023/März/ferry.txt", "2023-03"),
    ("a month in figures", "2023/07/ferry.txt", "2023-07"),
    ("a year may be a subject", "1984/ferry.txt", ""),
    ("a year and a subject", "2023/ports/ferry.txt", ""),
    ("a month and a subject", "2023-07/ports/ferry.txt", "2023-07"),
    ("no such day", "2023/02/31/ferry.txt", ""),
    ("a number", "ports/1234/ferry.txt", ""),
    ("the file's own name", "2023-07-12.txt", ""),
]


@pytest.mark.parametrize(("path", "iso"), [one[1:] for one in FOLDERS], ids=[one[0] for one in FOLDERS])
def test_the_folders_above_a_file_may_date_it(path: str, iso: str) -> None:
    found = date_of_folder(path)
    assert (found.iso if found else "") == iso


def test_the_name_of_the_file_outweighs_its_folders() -> None:
    (found,), doubt = dates_of_name("2022/05/2023-07-12 ferry.txt", [])
    assert (found.iso, doubt) == ("2023-07-12", "")


def test_the_folders_count_only_where_nothing_else_is_known() -> None:
    known = PublishedDate.from_iso("2021-03-04", Provenance.BYLINE)
    assert dates_of_name("2023/07/ferry.txt", [known, None]) == ((), "")

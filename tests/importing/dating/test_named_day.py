"""The days of a file's name in figures: read where certain or settled, else known to the year and doubted."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.address import date_of_name
from tui.importing.dating.named_day import dates_of_name

NAMES = [
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
    ("path", "witness", "dateline", "dates", "doubtful"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES]
)
def test_name(path: str, witness: str, dateline: tuple[int, ...], dates: list[str], doubtful: bool) -> None:
    known = [PublishedDate.from_iso(witness, Provenance.BYLINE)] if witness else []
    found, doubt = dates_of_name(path, known, dateline)
    assert ([date.iso for date in found], bool(doubt)) == (dates, doubtful)
    assert all(date.provenance is Provenance.FILE_NAME for date in found)


def test_a_name_of_two_meanings_is_no_witness() -> None:
    assert date_of_name("ships 07.05.2019.txt") is None

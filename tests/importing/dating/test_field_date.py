"""Days as machines write them."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance
from tui.importing.dating.field_date import compact_date, read_field_date

STAMPS = [
    ("of mails", "Tue, 01 Aug 2023 23:30:00 -0500", ["2023-08-01"]),
    ("of mails with a short year", "Tue, 01 Aug 23 23:30 EST", ["2023-08-01"]),
    ("of the last century", "Sunday, 06-Nov-94 08:49:37 GMT", ["1994-11-06"]),
    ("of feeds", "2023-08-01T23:30:00-05:00", ["2023-08-01"]),
    ("of old wires", " 1-AUG-1987 10:11:12.13f0001", ["1987-08-01"]),
    ("of agencies", "20230801T233000-0500", ["2023-08-01"]),
    ("of old archives", "910611", ["1991-06-11"]),
    ("six figures that may be several", "030405", []),
    ("a day among words", "January 3, 1999, Sunday, Home Edition", ["1999-01-03"]),
    ("a zone by its place", "Thu, 13 Jun 2019 12:00:00 America/New_York", ["2019-06-13"]),
    ("a month", "August 2023", ["2023-08"]),
    ("a day that may be two", "03/08/2023", ["2023", "2023-08-03", "2023-03-08"]),
    ("a day that is none", "2023-02-31", []),
    ("words", "soon", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("written", "expected"), [case[1:] for case in STAMPS], ids=[case[0] for case in STAMPS])
def test_stamped(written: str, expected: list[str]) -> None:
    field_date = read_field_date(written, Provenance.RECORD)
    assert [date.iso for date in field_date.dates] == expected
    assert bool(field_date.certain) == (len(expected) == 1) == (bool(expected) and not field_date.doubt)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ABC_ENG_20040509.0007", "2004-05-09"), ("ABC20040532", None), ("120040509", None), ("x", None)],
)
def test_run_together(name: str, expected: str | None) -> None:
    found = compact_date(name)
    assert (found and found[0].first.isoformat()) == expected

"""Lines of a name and a day are told from titles, lists and lines of the text that look alike."""

from __future__ import annotations

import pytest

from tui.importing.clippings.outlet import is_person
from tui.importing.clippings.publisher_footer import are_headings, read_dated_credit

IMPRINTS = [
    ("outlet and weekday", "Harbour Gazette · Tuesday, 7 May 2019", ("", "Harbour Gazette", ["2019-05-07"])),
    ("outlet behind a comma", "Harbour Gazette, 7 May 2019", ("", "Harbour Gazette", ["2019-05-07"])),
    ("with a reading time", "Harbour Gazette • May 7, 2019 • 6 min read", ("", "Harbour Gazette", ["2019-05-07"])),
    ("person and figures", "Ada Rell | 27.05.2019", ("Ada Rell", "", ["2019-05-27"])),
    ("person behind a dash", "Ada Rell — 7 May 2019", ("Ada Rell", "", ["2019-05-07"])),
    ("both", "Ada Rell, Harbour Gazette, 7 May 2019", ("Ada Rell", "Harbour Gazette", ["2019-05-07"])),
    ("a change", "Reuters | 7 May 2019 | Updated 9 May 2019", ("", "Reuters", ["2019-05-07", "2019-05-09"])),
    ("a section", "WORLD | Harbour Gazette | 7 May 2019", ("", "Harbour Gazette", ["2019-05-07"])),
    ("a month alone", "Harbour Gazette, May 2019", ("", "Harbour Gazette", ["2019-05-01"])),
    ("posted by", "Posted on May 7, 2019 by Ada Rell", ("Ada Rell", "", ["2019-05-07"])),
    ("with the hour", "Published 7 May 2019 at 10:05 am by Ada Rell", ("Ada Rell", "", ["2019-05-07"])),
    ("in french", "Publié le 7 mai 2019 par Ada Rell", ("Ada Rell", "", ["2019-05-07"])),
    ("by an outlet", "7 May 2019 by Harbour Gazette", ("", "Harbour Gazette", ["2019-05-07"])),
    ("a deed of a day", "Opened on 7 May 2019 by Ada Rell", None),
    ("a work of a day", "The Bridge, 7 May 2019, a song by Ada Rell", None),
    ("a person or a place", "Ada Rell, 7 May 2019", None),
    ("a place", "New Tassara · 7 May 2019", None),
    ("a digest", "Morning Briefing – 7 May 2019", None),
    ("an event", "Event date: 7 May 2019, 18:00, Town hall", None),
    ("a fact", "Founded May 7, 2019", None),
    ("a fact in a table", "Founded | May 7, 2019", None),
    ("a sentence", "The Harbour Gazette said on 7 May 2019 that it would close", None),
    ("a date alone", "Tuesday, 7 May 2019", None),
    ("no date", "Harbour Gazette · World", None),
]


@pytest.mark.parametrize(("line", "expected"), [row[1:] for row in IMPRINTS], ids=[row[0] for row in IMPRINTS])
def test_imprint(line: str, expected: object) -> None:
    read = read_dated_credit(line, is_person)
    assert (read and (read.author, read.source, [str(one.span and one.span.first) for one in read.dates])) == expected


def test_a_day_that_is_called_one_of_a_change() -> None:
    read = read_dated_credit("Reuters | 7 May 2019 | Updated 9 May 2019", is_person)
    assert read is not None
    assert [one.changed for one in read.dates] == [False, True]


def test_many_lines_of_the_form_are_headings() -> None:
    lines = [f"Harbour Talks – {day} May 2019" for day in (7, 8, 9)]
    assert are_headings(lines)
    assert not are_headings(lines[:1] * 3)

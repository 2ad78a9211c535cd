"""Bylines are told from sentences that begin with "By", people from outlets."""

from __future__ import annotations

import pytest

from tui.importing.clippings.byline import are_headings, is_credits, read_byline, read_dated_credit
from tui.importing.clippings.outlet import is_person

BYLINES = [
    ("a person", "By Ada Rell", ("Ada Rell", "", [])),
    ("an outlet by its word", "By Desert Herald English", ("", "Desert Herald English", [])),
    ("an agency", "By AFP", ("", "AFP", [])),
    ("a person for an agency", "By Ada Rell and Tom Basri, Reuters", ("Ada Rell and Tom Basri", "Reuters", [])),
    ("several people", "By Ada Rell, Tom Basri", ("Ada Rell, Tom Basri", "", [])),
    ("a place", "By Ada Rell in Tassara", ("Ada Rell", "", [])),
    ("a role", "By Ada Rell, our correspondent in Tassara", ("Ada Rell", "", [])),
    ("nobody", "By Our Correspondent", ("", "", [])),
    ("a date behind", "By Ada Rell November 7, 2024", ("Ada Rell", "", ["2024-11-07"])),
    ("a date behind a stroke", "Par Awa Kébé | 3 août 2023", ("Awa Kébé", "", ["2023-08-03"])),
    ("french with an agency", "Par Awa Kébé (avec AFP)", ("Awa Kébé", "AFP", [])),
    ("the newsroom", "Par La Rédaction", ("", "La Rédaction", [])),
    ("a particle", "By Aïcha ould Bah", ("Aïcha ould Bah", "", [])),
    ("a family called like a word before days", "By Minh Le", ("Minh Le", "", [])),
    ("such a word before a day", "Par Awa Kébé le 3 août 2023", ("Awa Kébé", "", ["2023-08-03"])),
    ("a label", "Author: Ada Rell", ("Ada Rell", "", [])),
    ("published by", "Published by Ada Rell on 7 November 2024", ("Ada Rell", "", ["2024-11-07"])),
    ("a day", "By Friday", None),
    ("a sentence", "By Friday the camps were empty.", None),
    ("lower case", "By the end of June", None),
    ("a question", "By Whom?", None),
    ("no byline", "Ada Rell", None),
]


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in BYLINES], ids=[case[0] for case in BYLINES])
def test_byline(line: str, expected: object) -> None:
    read = read_byline(line)
    said = read and (read.author, read.source, [str(date.span and date.span.first) for date in read.dates])
    assert said == expected


def test_credits_below_a_text() -> None:
    assert is_credits("(Reporting by Ada Rell; Editing by Tom Basri)")
    assert is_credits("Additional reporting by Tom Basri in Tassara")
    assert not is_credits("Reporting from the front is dangerous, he said.")


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

"""Dates at the heads of articles: read where they are sure, left alone where they could mean two days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Precision, Span, write_iso
from tui.importing.dating.written_date import bare_dates, dates_in, first_day, read_date

READ = [
    ("iso", "2023-06-30", "2023-06-30"),
    ("iso month", "2023-06", "2023-06"),
    ("iso year", "2023", "2023"),
    ("stamp with a zone keeps its own day", "2019-07-02T23:28:21+03:00", "2019-07-02"),
    ("stamp in universal time", "2024-11-07T19:24:00Z", "2024-11-07"),
    ("stamp with a space", "2024-11-07 19:24:00 +0100", "2024-11-07"),
    ("mail header", "Thu, 07 Nov 2024 19:24:00 +0100", "2024-11-07"),
    ("english, month first", "November 7, 2024", "2024-11-07"),
    ("english, day first", "7th November 2024", "2024-11-07"),
    ("english, short", "Nov. 7, 2024", "2024-11-07"),
    ("english with hyphens", "7-Nov-2024", "2024-11-07"),
    ("french", "1er juillet 2023", "2023-07-01"),
    ("french with accents", "3 août 2023", "2023-08-03"),
    ("french with a weekday and a time", "mardi 12 décembre 2023, 12h00", "2023-12-12"),
    ("month and year", "février 2022", "2022-02"),
    ("year first with strokes", "2017/2/7", "2017-02-07"),
    ("figures that can only be day first", "15/11/2024", "2024-11-15"),
    ("figures that can only be month first", "11/15/2024", "2024-11-15"),
    ("figures that are the same either way", "03.03.2023", "2023-03-03"),
    ("arabic-indic figures", "٢٠٢٣-٠٦-٣٠", "2023-06-30"),
    ("persian figures", "۲۰۲۳/۰۶/۳۰", "2023-06-30"),
    ("arabic-indic figures, day first", "٣٠/٦/٢٠٢٣", "2023-06-30"),
    ("arabic month of the nile", "٣ أغسطس ٢٠٢٣", "2023-08-03"),
    ("arabic month of the levant", "الخميس، 3 آب 2023", "2023-08-03"),
    ("arabic month of two words", "12 كانون الثاني 2024", "2024-01-12"),
    ("arabic months in two ways", "7 تشرين الثاني/نوفمبر 2024", "2024-11-07"),
    ("arabic month of the maghreb", "14 جويلية 2023", "2023-07-14"),
    ("arabic month of morocco", "5 غشت 2023", "2023-08-05"),
    ("french with a short weekday", "jeu. 3 août 2023", "2023-08-03"),
    ("figures that could mean two days", "03/08/2023", None),
    ("a day that does not exist", "31 June 2023", None),
    ("no date", "soon", None),
    ("a sentence with a date", "They met on 3 July 2023 in the port.", None),
    ("empty", "", None),
]


@pytest.mark.parametrize(("written", "expected"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_reads_a_value(written: str, expected: str | None) -> None:
    read = read_date(written)
    assert (write_iso(*read) if read else None) == expected


BARE = [
    ("published and updated", "Published: 7 Nov 2024 at 7:24 pm GMT; last updated 8 Nov 2024",
     ["2024-11-07", "+2024-11-08"]),
    ("french, published and changed", "Publié le 27/07/2023 - 19:24 Modifié le 28/07/2023",
     ["2023-07-27", "+2023-07-28"]),
    ("a reading time behind", "Nov. 7th, 2024 | 3 min read", ["2024-11-07"]),
    ("a page's header", "Tuesday, November 12, 2024", ["2024-11-12"]),
    ("two readings", "Last updated: 08/07/2023 - 19:24", ["+?"]),
    ("french knows one order of figures", "Mis à jour le : 08/07/2023 - 19:24", ["+2023-07-08"]),
    ("a time that runs into the year", "November 7, 20247:24 PM GMT+1Updated a day ago", ["2024-11-07"]),
    ("words besides", "November 7, 2024 was a Thursday of rain", []),
    ("by a day", "By 7 November 2024", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in BARE], ids=[case[0] for case in BARE])
def test_a_line_that_says_nothing_but_when(line: str, expected: list[str]) -> None:
    written = [
        ("+" if date.changed else "") + (write_iso(date.span, date.precision) if date.span else "?")
        for date in bare_dates(line)
    ]
    assert written == expected


CHANGES = [
    ("updated", "Ada Rell, updated 3 May 2023", True),
    ("edited", "Ada Rell | Edited on 3 May 2023", True),
    ("corrected", "Corrected 3 May 2023", True),
    ("in french", "Corrigé le 3 mai 2023", True),
    ("an editor", "By Ada Rell, Foreign Editor, 3 May 2023", False),
    ("an editorial", "Editorial, 3 May 2023", False),
    ("an edition", "Weekend edition | 3 May 2023", False),
    ("an office", "Ada Rell, Correctional Service, 3 May 2023", False),
    ("behind the day", "3 May 2023, updated", False),
]


@pytest.mark.parametrize(("line", "changed"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_a_day_of_a_change_is_called_so(line: str, changed: bool) -> None:
    assert [date.changed for date in dates_in(line)] == [changed]


def test_a_date_stands_where_it_says() -> None:
    line = "At noon on 3 juillet 2023 the boats left"
    (date,) = dates_in(line)
    assert line[date.start : date.end] == "3 juillet 2023"
    assert (date.span, date.precision) == (Span.from_ordinals(738704, 738704), Precision.DAY)


@given(st.dates())
def test_every_day_is_read_back_as_it_is_written(day: object) -> None:
    read = read_date(str(day))
    assert read is not None
    assert write_iso(*read) == str(day)


@given(st.text(max_size=60))
def test_a_date_stands_within_its_line(line: str) -> None:
    assert all(0 <= date.start < date.end <= len(line) for date in [*dates_in(line), *bare_dates(line)])


DAYS = [
    ("a day", "Saved on Tue, 04 Jul 2023 10:11:12", date(2023, 7, 4)),
    ("the first of two", "4 July 2023, changed on 9 July 2023", date(2023, 7, 4)),
    ("a month", "July 2023", None),
    ("a riddle", "03/08/2023", None),
    ("nothing", "saved by hand", None),
]


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in DAYS], ids=[case[0] for case in DAYS])
def test_the_first_day_of_a_line(line: str, expected: date | None):
    assert first_day(line) == expected


OTHER_LANGUAGES = [
    ("German", "Freitag, 3. Dezember 2021, 10:15 Uhr", "2021-12-03", False),
    ("German figures", "Erstellt am 03.02.2021", "2021-02-03", False),
    ("a German change", "Stand: 09.10.2017, 01:40 Uhr", "2017-10-09", True),
    ("another", "Zuletzt aktualisiert am 4. Mai 2019", "2019-05-04", True),
    ("a release", "Pressemitteilung vom 20.01.2022", "2022-01-20", False),
    ("Spanish", "12 de marzo de 2021", "2021-03-12", False),
    ("Romanian", "20 septembrie 2020 16:20", "2020-09-20", False),
    ("Japanese", "2020年07月12日", "2020-07-12", False),
    ("a named zone", "March 3, 2021 6:00 PM CDT", "2021-03-03", False),
]


@pytest.mark.parametrize(
    ("line", "day", "changed"), [one[1:] for one in OTHER_LANGUAGES], ids=[one[0] for one in OTHER_LANGUAGES]
)
def test_lines_of_other_languages_are_only_dates(line: str, day: str, changed: bool) -> None:
    (found,) = bare_dates(line)
    assert found.span is not None
    assert (found.span.first.isoformat(), found.changed) == (day, changed)

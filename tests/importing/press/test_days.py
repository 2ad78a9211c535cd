"""Days in the lines of records: found in every language of the interfaces, with what stands around them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press_exports import DUTCH, FRENCH, GERMAN, MONTHS, SPANISH

from tui.importing.press.days import day_in, without_times

DAYS = [
    ("American", "March 4, 2013 Monday", "2013-03-04", "", ""),
    ("with a time and a zone", "January 20, 2009 Tuesday 8:27 PM AEST", "2009-01-20", "", ""),
    ("with a zone in words", "April 20, 2003, Sunday 23:22 Central European Time", "2003-04-20", "", ""),
    ("an edition behind it", "December 31, 2018 Monday City Final Edition", "2018-12-31", "", "City Final Edition"),
    ("British", "12 May 2023 Friday", "2023-05-12", "", ""),
    ("German", "Mittwoch 31. August 2011", "2011-08-31", "", ""),
    ("Austrian", "30. Jänner 2013", "2013-01-30", "", ""),
    ("German figures", "28.12.2017 10:36 Uhr", "2017-12-28", "", ""),
    ("short months", "15.Aug 2013", "2013-08-15", "", ""),
    ("Spanish", "4 de marzo de 2023 sábado", "2023-03-04", "", ""),
    ("Portuguese", "4 de março de 2023", "2023-03-04", "", ""),
    ("Italian", "sabato 4 marzo 2023", "2023-03-04", "", ""),
    ("Russian", "4 марта 2023", "2023-03-04", "", ""),
    ("Russian, as Factiva writes it", "вторник 12 Май 2023", "2023-05-12", "", ""),
    ("Japanese", "2023年3月4日", "2023-03-04", "", ""),
    ("year first", "2023 May 12", "2023-05-12", "", ""),
    ("with strokes", "2023/03/04", "2023-03-04", "", ""),
    ("a month", "Août 2014", "2014-08", "", ""),
    ("a header of Europresse", "Région, samedi 4 mars 2023, p. 3", "2023-03-04", "Région", "p. 3"),
    (
        "a list of Mediargus",
        "Havenbode, woensdag 30 november 2011, p. 23, 853w.",
        "2011-11-30",
        "Havenbode",
        "p. 23, 853w",
    ),
]


@pytest.mark.parametrize(("name", "line", "iso", "before", "after"), DAYS)
def test_a_day_is_found_with_what_stands_around_it(name: str, line: str, iso: str, before: str, after: str) -> None:
    day = day_in(line)
    assert day is not None, name
    assert ([one.iso for one in day.dates], day.before, day.after, day.doubt) == ([iso], before, after, "")


@pytest.mark.parametrize("line", ["Covid-19, part 1", "", "11,600 a day", "The mayor of 2013 men"])
def test_what_names_no_day_has_none(line: str) -> None:
    assert day_in(line) is None


def test_figures_that_may_be_two_days_offer_both_with_a_doubt() -> None:
    day = day_in("03/08/2023")
    assert day is not None
    assert [one.iso for one in day.dates] == ["2023", "2023-08-03", "2023-03-08"]
    assert "may be" in day.doubt


@given(st.dates(date(1700, 1, 1), date(2099, 12, 31)), st.sampled_from([MONTHS, GERMAN, FRENCH, DUTCH, SPANISH]))
def test_every_day_is_read_in_every_language(day: date, months: list[str]) -> None:
    for line in (f"{day.day} {months[day.month - 1]} {day.year}", f"{months[day.month - 1]} {day.day}, {day.year}"):
        found = day_in(line)
        assert found is not None
        assert [one.iso for one in found.dates] == [str(day)]
        assert found.bare


@given(st.text(max_size=80))
def test_any_line_is_read_or_is_none(line: str) -> None:
    day = day_in(line)
    assert day is None or day.dates


def test_times_and_weekdays_go() -> None:
    assert without_times("Monday 10:15 p.m. EST, Late Edition") == "Late Edition"

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.dates import Mod, span_of
from tui.dates.steps import length_of, stepped, unit_span, unit_value
from tui.dates.values import is_value

SPANS = [
    ("2023-06-30", None, Span(date(2023, 6, 30), date(2023, 6, 30))),
    ("2023-06-30T17:30", None, Span(date(2023, 6, 30), date(2023, 6, 30))),
    ("2023-06", None, Span(date(2023, 6, 1), date(2023, 6, 30))),
    ("2023", None, Span(date(2023, 1, 1), date(2023, 12, 31))),
    ("199", None, Span(date(1990, 1, 1), date(1999, 12, 31))),
    ("18", None, Span(date(1800, 1, 1), date(1899, 12, 31))),
    ("2023-W26", None, Span(date(2023, 6, 26), date(2023, 7, 2))),
    ("2023-W26-WE", None, Span(date(2023, 7, 1), date(2023, 7, 2))),
    ("2023-SU", None, Span(date(2023, 6, 1), date(2023, 8, 31))),
    ("2023-WI", None, Span(date(2023, 12, 1), date(2024, 2, 29))),
    ("2023-Q3", None, Span(date(2023, 7, 1), date(2023, 9, 30))),
    ("2023-H2", None, Span(date(2023, 7, 1), date(2023, 12, 31))),
    ("2023-06", Mod.START, Span(date(2023, 6, 1), date(2023, 6, 10))),
    ("2023-06", Mod.MID, Span(date(2023, 6, 11), date(2023, 6, 20))),
    ("2023-06", Mod.END, Span(date(2023, 6, 21), date(2023, 6, 30))),
    ("2023", Mod.END, Span(date(2023, 10, 2), date(2023, 12, 31))),
    ("2023-06-30", Mod.END, Span(date(2023, 6, 30), date(2023, 6, 30))),
]
NO_SPAN = ["XXXX-06", "XXXX-WXX-5", "P3D", "PAST_REF", "FY2023", "BC0146", "T17:00", "2023-13", "2023-02-30", "9999-WI"]


@pytest.mark.parametrize(("value", "mod", "span"), SPANS)
def test_a_value_means_these_days(value, mod, span):
    assert span_of(value, mod) == span


@pytest.mark.parametrize("value", NO_SPAN)
def test_a_value_that_names_no_days_has_no_span(value):
    assert span_of(value) is None


@pytest.mark.parametrize("value", ["", "P", "PT", "2023-6", "hello", "2023-06-30T", "XX", "20233"])
def test_what_is_no_value_is_told(value):
    assert not is_value(value)


@given(st.dates(date(2, 1, 1), date(9000, 1, 1)), st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"]))
def test_a_unit_holds_its_day_and_its_value_is_one(day, unit):
    assert is_value(unit_value(day, unit))
    span = unit_span(day, unit)
    assert span is not None
    assert len(span) <= max(length_of(unit), 1)
    if unit != "WE":
        assert day in span


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE", "TH"]), st.integers(-500, 500))
def test_steps_stay_on_the_calendar_or_say_no(day, unit, count):
    later = stepped(day, unit, count)
    assert later is None or (later >= day) == (count >= 0) or later == day


def test_a_month_after_the_last_of_january_is_the_last_of_february():
    assert stepped(date(2023, 1, 31), "M", 1) == date(2023, 2, 28)

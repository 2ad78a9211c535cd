import calendar

from tui.base.calendar_names import ENGLISH, FRENCH, SHORT


def test_the_english_names_are_those_of_the_calendar():
    assert list(ENGLISH) == list(calendar.month_name)[1:]
    assert list(SHORT) == list(calendar.month_abbr)[1:]


def test_both_languages_name_twelve_months():
    assert len(set(ENGLISH)) == len(set(FRENCH)) == 12

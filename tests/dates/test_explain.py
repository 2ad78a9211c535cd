import pytest

from tui.base.days import read_iso
from tui.dates import explain, find_dates
from tui.dates.explain import missing, written_span

SENTENCES = [
    ("They voted last month.", "“last month”: Jul 2023, counted from the publication, 20 Aug 2023"),
    ("It fell on 30 June 2023.", "“30 June 2023”: 30 Jun 2023, as written"),
    (
        "It fell at the end of June.",
        "“the end of June”: the end of Jun 2023, counted from the publication, 20 Aug 2023",
    ),
    ("It fell last week.", "“last week”: 7 to 13 Aug 2023, counted from the publication, 20 Aug 2023"),
    ("It fell this morning.", "“this morning”: 20 Aug 2023, morning, counted from the publication, 20 Aug 2023"),
    ("It lasted two days.", "“two days”: a length of time, no point on the timeline"),
    ("It happens daily.", "“daily”: what comes again, no point on the timeline"),
    ("It fell recently.", "“recently”: some time in the past"),
    ("It fell in the 1990s.", "“the 1990s”: 1990 to 1999, as written"),
    ("It fell in spring 2022.", "“spring 2022”: Mar to May 2022, as written"),
    (
        "It fell late on Wednesday.",
        "“late on Wednesday”: late on 16 Aug 2023, counted from the publication, 20 Aug 2023",
    ),
    ("It fell early on 6 May 2024.", "“early on 6 May 2024”: early on 6 May 2024, as written"),
    (
        "It fell in the early morning of 6 May 2024.",
        "“the early morning of 6 May 2024”: 6 May 2024, early morning, as written",
    ),
    ("It fell in mid-2022.", "“mid-2022”: the middle of 2022, as written"),
    ("It fell in early 2022.", "“early 2022”: the beginning of 2022, as written"),
    ("It fell in the winter of 2022.", "“the winter of 2022”: Dec 2022 to Feb 2023, as written"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_date_says_how_it_came_about(text, expected):
    (mark,) = find_dates(text, language="en", published=read_iso("2023-08-20")[0])
    assert explain(mark) == expected


def test_the_last_date_named_is_given_as_the_reason():
    _, later = find_dates("In July 2022 it fell. A month later it rose.", language="en", published=read_iso("2023")[0])
    assert explain(later) == "“A month later”: Aug 2022, counted from the last date named, Jul 2022"


def test_without_a_publication_date_a_weekday_is_left_open():
    (mark,) = find_dates("It fell on Friday.", language="en", published=None)
    assert explain(mark) == "“Friday”: the week is not given"


def test_a_span_over_two_years_names_both():
    span = read_iso("2023-12-30")[0].joined(read_iso("2024-01-02")[0])
    assert written_span(span) == "30 Dec 2023 to 2 Jan 2024"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("XXXX-XX-03", "month and year are not given"),
        ("XXXX-12-31", "the year is not given"),
        ("XXXX-07", "the year is not given"),
        ("XXXX-SU", "the year is not given"),
        ("XXXX", "the year is not given"),
        ("XXXX-XX", "the month is not given"),
        ("XXXX-WXX-1", "the week is not given"),
        ("XXXX-XX-XX", "the day is not given"),
        ("20XX", "the day is not given"),
    ],
)
def test_what_stays_open_says_in_words_what_is_not_given(value, words):
    assert missing(value) == words

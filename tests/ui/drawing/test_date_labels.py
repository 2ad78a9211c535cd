from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.dates import find_dates
from tui.ui.drawing.date_labels import date_label, explained, published_label

WRITTEN_ON = Span.of_day(date(2031, 5, 22))

LABELS = [
    ("day", "The ferry left on 4 March 2031.", "4 Mar 2031"),
    ("month", "The ferry left in March 2031.", "Mar 2031"),
    ("year", "The ferry left in 2029.", "2029"),
    ("end", "The ferry left at the end of March 2031.", "end of Mar 2031"),
    ("early", "The ferry left in early 2030.", "early 2030"),
    ("middle", "The ferry left in mid-November 2030.", "mid-Nov 2030"),
    ("quarter", "The ferry left in the third quarter of 2030.", "third quarter of 2030"),
    ("season", "The ferry left in the summer of 2030.", "summer 2030"),
]


@pytest.mark.parametrize(("text", "label"), [case[1:] for case in LABELS], ids=[case[0] for case in LABELS])
def test_a_date_is_named_as_exactly_as_it_is_known(text, label):
    (timex,) = find_dates(text, language="en", published=WRITTEN_ON)
    assert date_label(timex) == label


def test_a_date_that_nothing_can_be_counted_from_stays_open():
    (timex,) = find_dates("She came on Friday.", language="en", published=None)
    assert date_label(timex) == "open"
    assert explained(timex, 80) == "“Friday”: the week is not given"
    assert explained(timex, 10) == "the week is not given"


def test_less_room_means_fewer_words_and_never_another_date():
    (timex,) = find_dates("The harbour closed last month.", language="en", published=WRITTEN_ON)
    assert explained(timex, 100) == "“last month”: Apr 2031, counted from the publication, 22 May 2031"
    assert explained(timex, 50) == "“last month” = Apr 2031, counted from 22 May 2031"
    assert explained(timex, 36) == "Apr 2031, counted from 22 May 2031"
    assert explained(timex, 20) == "Apr 2031, inferred"
    assert explained(timex, 3) == "Apr 2031"


def test_an_undated_article_is_called_so():
    assert published_label(None) == "undated"
    assert published_label(Span.of_month(2031, 5)) == "May 2031"

from __future__ import annotations

from array import array
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.catalogue.mentions import MentionColumns, packed_days, unpacked_days
from tui.timeline.mentioned_dates import MentionedDates

DAYS = st.tuples(st.integers(738_000, 738_060), st.sampled_from([0, 0, 29, 364])).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
TEXTS = st.lists(st.lists(DAYS, max_size=4), max_size=12)
"""The days that each text of a dossier names."""


def mentioned(texts: list[list[tuple[int, int]]]) -> MentionedDates:
    begins, days = array("q", [0]), array("q")
    for text in texts:
        days.extend(packed_days(each) for each in text)
        begins.append(len(days))
    return MentionedDates(MentionColumns(array("q", range(10, 10 + len(texts))), begins, days))


@given(TEXTS, DAYS)
def test_a_span_keeps_the_articles_that_name_a_day_of_it(texts: list[list[tuple[int, int]]], window: tuple[int, int]):
    column = mentioned(texts)
    span = Span.from_ordinals(*window)
    brute = {
        number
        for number, text in enumerate(texts, 10)
        if any(not set(range(a, b + 1)).isdisjoint(range(window[0], window[1] + 1)) for a, b in text)
    }
    assert column.mentioning(span) == brute
    assert {number for number in column.numbers if column.in_span(number, span)} == brute


@given(TEXTS, st.sets(st.integers(10, 22)))
def test_each_mention_counts_once_and_a_text_without_any_as_undated(
    texts: list[list[tuple[int, int]]], asked: set[int]
):
    column = mentioned(texts)
    numbers = [number for number in column.numbers if number in asked]
    tally = column.tally(numbers)
    chosen = [texts[number - 10] for number in numbers]
    assert tally.dated == sum(map(len, chosen))
    assert tally.undated == sum(not text for text in chosen)
    assert dict(tally.days) == {
        day: count
        for day in {a for text in chosen for a, _ in text}
        if (count := sum(t.count((day, day)) for t in chosen))
    }
    assert list(tally.days) == sorted(tally.days)
    assert list(tally.coarse) == sorted(tally.coarse)


@given(TEXTS)
def test_the_whole_is_the_tally_of_all(texts: list[list[tuple[int, int]]]):
    column = mentioned(texts)
    assert column.whole == column.tally(column.numbers)
    assert len(column) == len(texts)


@given(DAYS)
def test_days_come_back_as_they_were_packed(days: tuple[int, int]):
    assert unpacked_days(packed_days(days)) == days


def test_an_unknown_article_is_in_no_span_and_counts_as_undated():
    column = mentioned([[(738_000, 738_000)], []])
    assert not column.in_span(99, Span(date(1, 1, 1), date(9999, 12, 31)))
    assert column.tally([99]).undated == 1

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storm_figures import storm_questions

from tui.errors import Cancelled
from tui.figures.comparison import Verdict
from tui.figures.figure import Bound, Figure
from tui.ui.drawing.figure_items import comparisons, figure_label, filtered, items_of, narrowed, verdict_words

ITEMS = items_of(storm_questions())


def figure(value: float | None, low: float | None, high: float | None, bound: Bound, unit: str = "") -> Figure:
    return Figure(0, 1, "x", value, low, high, bound, unit)


LABELS = [
    ("exact", figure(303, 303, 303, Bound.EXACT), "303"),
    ("at least", figure(310, 310, None, Bound.AT_LEAST), "≥ 310"),
    ("more than", figure(180, 180, None, Bound.MORE_THAN), "> 180"),
    ("at most", figure(11200, None, 11200, Bound.AT_MOST), "≤ 11,200"),
    ("less than", figure(5, None, 5, Bound.LESS_THAN), "< 5"),
    ("about", figure(15000, 13500, 16500, Bound.ABOUT), "~ 15,000"),
    ("a range", figure(None, 6, 8, Bound.RANGE, "km"), "6–8 km"),
    ("dozens", figure(None, 24, None, Bound.RANGE), "≥ 24"),
    ("open below", figure(None, None, 8, Bound.RANGE), "≤ 8"),
    ("a share", figure(2.5, 2.5, 2.5, Bound.EXACT, "%"), "2.5 %"),
]


@pytest.mark.parametrize(("one", "words"), [case[1:] for case in LABELS], ids=[case[0] for case in LABELS])
def test_a_number_is_written_with_its_bound(one, words):
    assert figure_label(one) == words


def test_every_question_stands_above_its_figures_in_their_order():
    assert [item.place for item in ITEMS] == [None, 0, 1, 2, None, 0, 1]
    assert [item.verdict for item in ITEMS[1:3]] == [Verdict.CONTRADICTS] * 2


def test_the_gravest_comparison_is_told_first():
    told = comparisons(ITEMS[1])
    assert told[0].startswith("contradicts: “15 fishermen” (Inland Times, 5 Mar 2021), ")
    assert len(told) == 2


FILTERS = [
    ("nothing typed", "", [None, 0, 1, 2, None, 0, 1]),
    ("a word of the sentence", "storm", [None, 0, 1, 2]),
    ("an outlet and a word", "INLAND police", [None, 1, None, 1]),
    ("a year and a verdict", "2021 same", [None, 0, 1]),
    ("no such word", "volcano", []),
]


@pytest.mark.parametrize(("words", "places"), [case[1:] for case in FILTERS], ids=[case[0] for case in FILTERS])
def test_words_keep_the_figures_that_have_them_below_their_questions(words, places):
    assert [item.place for item in filtered(ITEMS, words)] == places


def test_filtering_is_left_soon_after_nobody_wants_it():
    with pytest.raises(Cancelled):
        filtered(ITEMS, "storm", lambda: True)


@given(st.sets(st.sampled_from(range(len(ITEMS)))))
def test_what_is_narrowed_holds_the_listed_figures_and_the_comparisons_among_them(kept):
    listed = [item for place, item in enumerate(ITEMS) if place in kept]
    found = narrowed(listed)
    assert [answer for question in found for answer in question.answers] == [
        item.answer for item in listed if item.answer is not None
    ]
    for question in found:
        for pair in question.pairs:
            assert question.answers[pair.one].report.witness != question.answers[pair.other].report.witness


def test_a_figure_that_stands_alone_is_not_compared():
    (question,) = narrowed([ITEMS[1]])
    assert not question.pairs
    assert verdict_words(items_of([question])[1]) == "not compared"

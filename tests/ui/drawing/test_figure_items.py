from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storm_figures import storm_questions

from tui.errors import Cancelled
from tui.figures.comparison import Verdict
from tui.ui.drawing.figure_items import comparisons, filtered, items_of, narrowed, verdict_words

ITEMS = items_of(storm_questions())


def test_every_question_stands_above_its_figures_in_their_order():
    assert [item.place for item in ITEMS] == [None, 0, 1, 2, None, 0, 1]
    assert [item.verdict for item in ITEMS[1:3]] == [Verdict.CONTRADICTS] * 2


def test_the_gravest_comparison_is_told_first():
    told = comparisons(ITEMS[1])
    assert told[0][0].startswith(
        "contradicts (the same thing at the same time, and no number fits both): “15 fishermen” ("
    )
    assert [count for _, count in told] == [1, 1]


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

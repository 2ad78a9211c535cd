"""Figures in words: a number with its bound, and what is said of figures that count alike."""

from __future__ import annotations

import pytest
from asked_figures import question_of

from tui.figures.figure import Bound, Figure
from tui.figures.kinds import kinds_of
from tui.figures.wording import by_reason, figure_label, kind_words, kinds_words


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


def test_a_kind_says_what_sets_it_apart_and_how_its_numbers_grow():
    question = question_of(
        ("2016-01-01", "So far 95 members of the Karst force have died."),
        ("2020-01-01", "At least 240 peacekeepers of the Karst force have died in all."),
        ("2021-01-01", "More than 180 members of the Karst force have been killed in attacks."),
        ("2021-02-01", "About 180 members of the Karst force have been killed in hostile acts."),
    )
    first, second = kinds_of(question)
    assert kind_words(question, first) == "whatever the cause · grows over time, 95 → ≥ 240"
    assert kind_words(question, second) == "in attacks · compatible"
    assert kinds_words(question, (first, second)) == "counted differently: whatever the cause ≥ 240; in attacks ~ 180"
    assert not kinds_words(question, (first,))


def test_pairs_come_by_their_verdict_and_its_reason():
    question = question_of(
        ("2016-01-01", "So far 95 members of the Karst force have died."),
        ("2020-01-01", "So far 240 members of the Karst force have died."),
        ("2021-01-01", "So far 290 members of the Karst force have died."),
    )
    assert [len(pairs) for pairs in by_reason(question.pairs).values()] == [3]

"""Which figures of a question count alike, and what sets those apart from the others."""

from __future__ import annotations

from asked_figures import question_of, reports_of
from hypothesis import given
from hypothesis import strategies as st

from tui.figures.comparison import Verdict
from tui.figures.kinds import ANY_CAUSE, CAUSES, EXPECTED, WHOLE_FORCE, kinds_of
from tui.figures.questions import Question, questions

DEAD = (
    ("2014-10-04", "With those killed in the ambush, the Karst mission has had 30 deaths since July last year."),
    ("2021-06-19", "So far 245 of the Karst mission's staff have lost their lives on duty."),
    ("2023-12-31", "Since 2013 at least 310 peacekeepers of the Karst mission have been killed."),
    ("2024-11-07", "More than 180 members of the Karst mission were killed in attacks."),
    ("2024-11-09", "About 180 members of the Karst mission have been killed in hostile acts."),
)
FORCE = (
    ("2013-04-25", "The Karst mission would have 11,200 soldiers."),
    ("2021-06-19", "The Karst mission has more than 13,000 soldiers and some 2,000 police officers."),
    ("2023-08-20", "The Karst mission is made up of about 11,600 soldiers and 1,500 police officers."),
    ("2023-12-08", "The Karst mission had kept around 15,000 soldiers and police officers there."),
    ("2024-11-07", "The Karst mission had around 15,000 members."),
)


def told(question: Question) -> list[tuple[tuple[str, ...], Verdict | None, list[str]]]:
    """Return the kinds with the words of their figures."""
    return [
        (kind.traits, kind.verdict, [question.answers[place].figure.text for place in kind.places])
        for kind in kinds_of(question)
    ]


def test_all_deaths_grow_beside_those_in_attacks():
    assert told(question_of(*DEAD)) == [
        ((ANY_CAUSE,), Verdict.GROWS, ["30 deaths", "245", "at least 310 peacekeepers"]),
        ((CAUSES["attack"],), Verdict.COMPATIBLE, ["More than 180 members", "About 180 members"]),
    ]


def test_a_force_is_told_as_a_whole_and_by_its_parts():
    assert told(question_of(*FORCE)) == [
        (("soldier",), Verdict.DIFFERENT, ["more than 13,000 soldiers", "about 11,600 soldiers"]),
        (("police",), Verdict.DIFFERENT, ["some 2,000 police officers", "1,500 police officers"]),
        ((WHOLE_FORCE,), Verdict.SAME, ["around 15,000 soldiers and police officers", "around 15,000 members"]),
        ((), None, ["11,200 soldiers"]),
    ]


def test_what_is_expected_stands_apart():
    question = question_of(
        ("2020-07-01", "The Ostra mission has closed six camps."),
        ("2020-10-01", "The Ostra mission has closed nine camps."),
        ("2020-10-02", "The Ostra mission will close 12 camps."),
        ("2020-10-03", "The Ostra mission is to close 12 camps."),
    )
    assert [(traits, words) for traits, _, words in told(question)] == [
        (("camp",), ["six camps", "nine camps"]),
        ((EXPECTED,), ["12 camps", "12 camps"]),
    ]


def test_figures_that_all_count_alike_are_one_kind_without_traits():
    ((traits, verdict, words),) = told(question_of(*DEAD[:3]))
    assert (traits, verdict, len(words)) == ((), Verdict.GROWS, 3)


@given(st.lists(st.sampled_from(DEAD + FORCE), min_size=2, max_size=8))
def test_every_figure_is_of_one_kind(rows):
    for question in questions(reports_of(*rows)):
        places = [place for kind in kinds_of(question) for place in kind.places]
        assert sorted(places) == list(range(len(question.answers)))

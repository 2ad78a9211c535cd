"""Questions over many reports: who is a witness, what is grouped, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import find_figures
from tui.figures.answers import Report
from tui.figures.comparison import Verdict
from tui.figures.questions import questions

TOLL = [
    ("Gazette", "2022-03-04", "The blast in Torvik on Thursday killed 14 dockers."),
    ("Herald", "2022-03-04", "The blast in Torvik on Thursday killed 25 dockers."),
    ("Courier", "2022-03-04", "In Torvik the blast on Thursday killed 14 dockers."),
]
FORCE = [
    ("Gazette", "2022-01-01", "The Velda mission has 4,300 soldiers."),
    ("Herald", "2022-01-03", "The Velda mission has about 4,400 soldiers."),
    ("Gazette", "2022-02-01", "The Velda mission has about 5,100 soldiers and police officers."),
    ("Post", "2022-02-01", "The Velda mission is made up of 4,300 soldiers."),
]


def reports(rows: list[tuple[str, str, str]]) -> list[Report]:
    made = []
    for number, (source, published, text) in enumerate(rows, 1):
        span = read_iso(published)[0] if published else None
        timexes = find_dates(text, language="en", published=span)
        figures = find_figures(text, language="en", timexes=timexes)
        made.append(Report(number, f"id{number}", source, span, figures, text))
    return made


def test_figures_of_one_question_stand_together_with_their_verdicts():
    (question,) = questions(reports(TOLL))
    assert [answer.report.source for answer in question.answers] == ["Gazette", "Herald", "Courier"]
    told = {(pair.one, pair.other): pair.comparison.verdict for pair in question.pairs}
    assert told == {(0, 1): Verdict.CONTRADICTS, (0, 2): Verdict.SAME, (1, 2): Verdict.CONTRADICTS}
    assert (question.verdict, question.witnesses) == (Verdict.CONTRADICTS, 3)
    assert [pair.other for pair in question.pairs_of(0)] == [1, 2]
    assert question.label == "killed · docker · Torvik"
    assert question.answers[1].sentence == TOLL[1][2]


STRAYS = [
    ("another day", ("Post", "2022-06-01", "A crash near Torvik on Monday killed two clerks.")),
    (
        "an open range that any number meets",
        ("Post", "2022-06-01", "Over the years hundreds of people died in Torvik."),
    ),
]


@pytest.mark.parametrize("stray", [case[1] for case in STRAYS], ids=[case[0] for case in STRAYS])
def test_a_figure_that_shares_a_name_alone_is_no_answer(stray: tuple[str, str, str]):
    asked = questions(reports([*TOLL, stray]))
    assert [len(question.answers) for question in asked] == [3]


def test_two_figures_of_different_times_make_no_question():
    lone = [TOLL[0], ("Post", "2022-06-01", "A crash in Torvik on Monday killed 30 dockers.")]
    assert questions(reports(lone)) == ()


def test_what_was_expected_stands_beside_what_came():
    rows = [
        ("Gazette", "2022-03-01", "On Thursday 46 sailors of Torvik will be released."),
        ("Herald", "2022-03-04", "On Thursday 49 sailors of Torvik were released."),
    ]
    (question,) = questions(reports(rows))
    assert question.verdict is Verdict.DIFFERENT


def test_the_most_disputed_question_comes_first():
    asked = questions(reports(FORCE + TOLL))
    assert [question.state.value for question in asked] == ["killed", "deployed"]
    assert asked[1].verdict is Verdict.DIFFERENT


def test_the_order_of_the_reports_makes_no_difference_to_what_is_asked():
    one, other = questions(reports(FORCE + TOLL)), questions(list(reversed(reports(FORCE + TOLL))))
    assert [(q.label, q.verdict, len(q.answers)) for q in one] == [(q.label, q.verdict, len(q.answers)) for q in other]


def test_one_source_alone_asks_no_question():
    assert questions(reports([(("Gazette"), day, text) for _, day, text in TOLL])) == ()


def test_a_summary_is_no_witness():
    first, second, third = reports(TOLL)
    (question,) = questions([first, replace(second, retells=True), third])
    assert [answer.report.number for answer in question.answers] == [1, 3]


def test_a_copy_is_the_witness_whom_it_copies():
    first, second, third = reports(TOLL)
    (question,) = questions([first, second, replace(third, copied_from="Gazette")])
    assert question.witnesses == 2
    assert (0, 2) not in {(pair.one, pair.other) for pair in question.pairs}


def test_a_source_that_gives_both_numbers_knows_two_counts():
    rows = [*TOLL[:1], ("Herald", TOLL[1][1], f"{TOLL[1][2]} The toll had been 14 at noon.")]
    (question,) = questions(reports(rows))
    assert Verdict.CONTRADICTS not in {pair.comparison.verdict for pair in question.pairs}


NO_CONTRADICTIONS = [
    (
        "prices that are offered",
        "Lira Inc has offered 52 dollars a share.",
        "Ostra Inc has committed 40 million dollars.",
    ),
    ("closing prices", "Lira shares closed at 146 on Friday.", "Lira shares closed at 292 on Friday."),
    ("two storms of one country", "A storm killed 20 miners in China.", "A blast killed 45 miners in China."),
    (
        "two verbs",
        "The fire at Torvik trapped 44 miners and killed at least one.",
        "In Torvik one miner died in the fire.",
    ),
    ("two months", "In March 40 miners of Torvik died.", "In March 90 miners of Orlan died."),
    ("two nations", "Of the Velda force 40 French soldiers died.", "Of the Velda force 58 German soldiers died."),
]


@pytest.mark.parametrize(
    ("one", "other"), [case[1:] for case in NO_CONTRADICTIONS], ids=[x[0] for x in NO_CONTRADICTIONS]
)
def test_no_contradiction_comes_of(one: str, other: str):
    asked = questions(reports([("Gazette", "2022-03-04", one), ("Herald", "2022-03-04", other)]))
    assert Verdict.CONTRADICTS not in {pair.comparison.verdict for question in asked for pair in question.pairs}


def test_what_is_only_picked_from_a_set_answers_nothing():
    rows = [("Gazette", "2022-03-04", "One of the dockers was killed in Torvik on Thursday."), *TOLL[1:2]]
    assert questions(reports(rows)) == ()


def test_a_question_of_very_many_figures_says_how_many_were_not_compared():
    rows = [(f"Outlet {number}", "2022-03-04", TOLL[0][2]) for number in range(70)]
    (question,) = questions(reports(rows))
    assert (len(question.answers), question.uncompared) == (70, 10)

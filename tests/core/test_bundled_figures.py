"""What the figures of the bundled dossier tell, and those of the documents that it retells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.base.locations import bundled_dossier
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.figures.comparison import Verdict
from tui.figures.figure import State
from tui.figures.kinds import ANY_CAUSE, CAUSES, kinds_of
from tui.figures.questions import Question, questions
from tui.figures.wording import figure_label

SHARED = Path(__file__).parents[2].parent / "shared"


def asked(folder: Path) -> tuple[Question, ...]:
    explorer = Explorer.open(folder)
    try:
        explorer.refresh()
        return questions(explorer.reports(Query()))
    finally:
        explorer.close()


@pytest.fixture(scope="module")
def bundled() -> tuple[Question, ...]:
    return asked(bundled_dossier())


def of_mission(found: tuple[Question, ...], state: State) -> Question:
    """Return the question with most witnesses about the mission."""
    own = [question for question in found if question.state is state and "MINUSMA" in question.owners]
    return max(own, key=lambda question: question.witnesses)


def told(question: Question) -> dict[str, list[str]]:
    """Return the numbers of each kind, once each, in the order of their publication."""
    return {
        " · ".join(kind.traits): list(
            dict.fromkeys(figure_label(question.answers[place].figure) for place in kind.places)
        )
        for kind in kinds_of(question)
    }


def test_the_dead_of_the_mission_come_first_and_say_why_they_differ(bundled):
    question = bundled[0]
    assert question is of_mission(bundled, State.KILLED)
    assert told(question) == {
        ANY_CAUSE: ["30", "245", "288", "≥ 310", "303"],
        CAUSES["attack"]: ["~ 180", "> 180"],
    }
    assert [kind.verdict for kind in kinds_of(question)] == [Verdict.GROWS, Verdict.COMPATIBLE]


def test_the_strengths_of_the_force_stand_in_one_question_in_three_languages(bundled):
    question = of_mission(bundled, State.DEPLOYED)
    numbers = {number for numbers in told(question).values() for number in numbers}
    assert {
        "12,600", "≤ 11,200", "1,440", "> 13,000", "~ 2,000", "> 14,000", "~ 12,000", "1,600", "~ 11,600", "1,500",
        "~ 13,800", "~ 15,000", "≥ 15,000", "> 15,000",
    } <= numbers  # fmt: skip
    assert question.witnesses >= 13


def test_those_sent_home_and_the_dead_of_one_attack_grow(bundled):
    numbers = [{number for own in told(question).values() for number in own} for question in bundled]
    for wanted in ({"1,096", "~ 6,000", "> 10,500"}, {"≥ 2", "6", "7"}, {"8", "10", "11"}):
        assert any(wanted <= own for own in numbers)


def test_nothing_contradicts_in_the_bundled_dossier(bundled):
    assert {pair.comparison.verdict for question in bundled for pair in question.pairs} == set(Verdict) - {
        Verdict.CONTRADICTS
    }


@pytest.mark.skipif(not (SHARED / "sources").is_dir(), reason="the documents are not at hand")
def test_the_documents_themselves_give_the_same_table_of_the_dead(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    for path in [*(SHARED / "sources").glob("*.txt"), *(SHARED / "seeds").glob("*.txt")]:
        (folder / path.name).write_bytes(path.read_bytes())
    assert told(of_mission(asked(folder), State.KILLED)) == {
        ANY_CAUSE: ["30", "191", "245", "288", "≥ 310", "303"],
        CAUSES["attack"]: ["~ 180", "> 180"],
    }

"""Two figures held against each other: which of them agree, and which do not."""

from __future__ import annotations

import pytest

from tui.figures import Figure, find_figures
from tui.proof.agreement import judge_figures
from tui.proof.values import Verdict

CASES = [
    ("about for a little more", "about 15,000 boats", "15,021 boats", Verdict.COMPATIBLE),
    ("some for a little more", "some 300 boats", "303 boats", Verdict.COMPATIBLE),
    ("rounded without about", "15,000 boats", "15,021 boats", Verdict.COMPATIBLE),
    ("exact for one meant roughly", "14,800 boats", "about 15,000 boats", Verdict.COMPATIBLE),
    ("another number than one meant roughly", "11,900 boats", "about 11,600 boats", Verdict.CONTRADICTED),
    ("another number", "11,900 boats", "11,600 boats", Verdict.CONTRADICTED),
    ("rounded too far", "300 boats", "345 boats", Verdict.CONTRADICTED),
    ("more exact than the article", "303 boats", "300 boats", Verdict.CONTRADICTED),
    ("more than less", "more than 10,000 boats", "10,523 boats", Verdict.COMPATIBLE),
    ("more than it is", "more than 10,600 boats", "10,523 boats", Verdict.CONTRADICTED),
    ("within what is more", "186 boats", "more than 180 boats", Verdict.COMPATIBLE),
    ("far more than what is more", "900 boats", "more than 180 boats", Verdict.CONTRADICTED),
    ("the same", "303 boats", "303 boats", Verdict.VERBATIM),
    ("other things", "303 boats", "303 kilometres", None),
]


def figure(text: str) -> Figure:
    (found,) = find_figures(f"The storm sank {text}.", language="en", timexes=())
    return found


@pytest.mark.parametrize(("here", "there", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_figure_of_an_article_makes_of_one_of_the_manuscript(here: str, there: str, verdict: Verdict | None):
    assert judge_figures(figure(here), figure(there)) is verdict


def test_another_verb_makes_no_other_figure_where_all_else_is_the_same():
    (sunk,) = find_figures("In the storm 303 soldiers were killed.", language="en", timexes=())
    (held,) = find_figures("In the storm 330 soldiers were deployed.", language="en", timexes=())
    assert judge_figures(held, sunk, 0.5) is None
    assert judge_figures(held, sunk, 0.9) is Verdict.CONTRADICTED

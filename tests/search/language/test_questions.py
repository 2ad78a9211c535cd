"""Whole questions lose the words that only ask, and half an operator is no word."""

from __future__ import annotations

import pytest

from tui.search.language import parse, understood
from tui.search.language.lexer import OPERATORS
from tui.search.language.questions import half_typed

QUESTIONS = [
    ("what happened in gao?", "gao", "what, happened, in"),
    ("Que s'est-il passé à Gao ?", "Gao", "Que, s'est-il, passé, à"),
    ("où sont les camps", "camps", "où, sont, les"),
    ("combien de soldats", "soldats", "combien, de"),
    ("how many troops left gao date:2023", "troops AND left AND gao · published 2023", "how, many"),
    ("is it gao?", "gao", "is, it"),
    ('what "in" gao', '"in" AND gao', "what"),
    ("what =in gao", "=in AND gao", "what"),
    ("what title:in gao", "title in AND gao", "what"),
    ("ماذا حدث في غاو", "غاو", "ماذا, حدث, في"),
]


@pytest.mark.parametrize(("typed", "line", "left_out"), QUESTIONS, ids=[case[0] for case in QUESTIONS])
def test_a_question_says_which_of_its_words_only_ask(typed, line, left_out):
    parsed = parse(typed)
    assert understood(parsed.tree) == line
    assert parsed.untaken == (f"without {left_out}, which only ask: quotation marks keep them",)
    assert parsed.lack is None


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("WHO Mali", "WHO AND Mali"),
        ("who is who", "who AND is AND who"),
        ("what", "what"),
        ("the withdrawal of troops", "the AND withdrawal AND of AND troops"),
        ("gao camp?", "gao AND camp"),
        ("gao what", "gao AND what"),
        ("what OR gao", "what OR gao"),
        ("what date:2023", "what · published 2023"),
    ],
)
def test_what_is_no_question_keeps_its_words(typed, line):
    parsed = parse(typed)
    assert (understood(parsed.tree), parsed.untaken) == (line, ())


@pytest.mark.parametrize("operator", sorted(OPERATORS))
def test_every_beginning_of_an_operator_may_become_one(operator):
    for end in range(1, len(operator)):
        typed = operator[:end]
        assert half_typed(f"gao {typed}") == ("" if typed in OPERATORS else typed)
        assert half_typed(typed) == half_typed(f"gao {typed} ") == half_typed(f"gao {typed.lower()}") == ""


@pytest.mark.parametrize(
    ("typed", "half"), [("gao NEAR/", "NEAR/"), ("gao ADJ/", "ADJ/"), ("gao OR/", ""), ("gao IS", "")]
)
def test_a_distance_may_still_come(typed, half):
    assert half_typed(typed) == half

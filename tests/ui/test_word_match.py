"""Which commands typed words find, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.word_match import match_score

CASES = [
    ("as typed", "date", "next date named in the text", "", 6),
    ("the beginning of a word", "chrono", "chronology", "", 4),
    ("the name of its action", "export", "write what is listed to a file", "dossier.export", 5),
    ("the beginning of that name", "exp", "write what is listed to a file", "dossier.export", 3),
    ("within a word", "date", "undated articles", "", 2),
    ("misspelt", "chronolgy", "chronology", "", 1),
    ("letters in their order are no match", "export", "next mark in the report", "", 0),
    ("one word of two is missing", "next figure", "next date", "", 0),
    ("the worst of two counts", "next dat", "next date", "", 4),
    ("short words are not misspelt", "fig", "big", "", 0),
    ("nothing typed", " ", "next date", "", 0),
]


@pytest.mark.parametrize(
    ("query", "shown", "hidden", "score"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_command_is_found_by_its_words(query, shown, hidden, score):
    assert match_score(query, shown, hidden) == score


@given(st.text(min_size=1), st.text(), st.text())
def test_any_words_have_a_score_from_0_to_6(query, shown, hidden):
    assert 0 <= match_score(query, shown, hidden) <= 6

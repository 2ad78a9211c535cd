"""Folding makes lines alike and keeps each character in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.base.folding import essence, fold


def test_case_accents_and_curly_marks_fold() -> None:
    assert fold("L’Été À GAO") == "l'ete a gao"


def test_the_essence_of_a_line_is_its_words() -> None:
    assert essence("« L’Été », enfin !") == essence("l'ete: enfin") == "l ete enfin"


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)

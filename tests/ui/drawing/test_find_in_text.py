from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.drawing.find_in_text import find_all, folded, pattern_of

TEXT = "L’accord d'Orma a été signé.\n\nL'ACCORD  d’Orma, dit-on, “tient”. Das Floß, l’œuvre, cafe\u0301."

FOUND = [
    ("nothing", "", []),
    ("only white space", "  ", []),
    ("letters of any case", "accord", ["accord", "ACCORD"]),
    ("without accents", "ete signe", ["été signé"]),
    ("accents typed where there are none", "àccörd", ["accord", "ACCORD"]),
    ("accents as characters of their own", "cafe,", []),
    ("and with them", "café", ["cafe\u0301"]),
    ("straight quotes for curly ones", "l'accord d'orma", ["L’accord d'Orma", "L'ACCORD  d’Orma"]),
    ("curly quotes for straight ones", "d’Orma", ["d'Orma", "d’Orma"]),
    ("double quotes", '"tient"', ["“tient”"]),
    ("over a paragraph's end", "signé. l'accord", ["signé.\n\nL'ACCORD"]),
    ("a ligature", "oeuvre", ["œuvre"]),
    ("a sharp s", "floss", ["Floß"]),
    ("signs that patterns are made of", "signé.*", []),
    ("a hyphen for any dash", "dit—on", ["dit-on"]),
    ("what is not there", "camp", []),
]


def found(text: str, words: str) -> list[str]:
    return [text[first:last] for places in find_all(text, words) for first, last in places]


@pytest.mark.parametrize(("words", "expected"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(words, expected):
    assert found(TEXT, words) == expected


def test_arabic_is_found_without_its_vowel_signs():
    assert found("قال مَالِي أمس", "مالي") == ["مَالِي"]


def test_nothing_is_lost_where_windows_meet():
    text = "ab " * 200_000
    places = [place for window in find_all(text, "ab ab") for place in window]
    assert len(places) == 100_000
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@given(st.text(max_size=30), st.text(max_size=4))
def test_whatever_is_typed_is_found_where_it_stands(around, words):
    if pattern_of(words) is not None:
        assert found(f"{around} {words} {around}", words)


@given(st.text(max_size=8))
def test_folding_twice_changes_nothing(words):
    assert folded(folded(words)) == folded(words)

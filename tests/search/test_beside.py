"""Beside the written words stand numbers in digits, and as one word what hyphens join."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import token_pattern, words
from tui.search.beside import NO_LANGUAGE, beside

CASES = [
    ("nothing", "en", "the camp", []),
    ("spaced digits", "en", "11 600 men", [(0, 0, "11"), (0, 0, "600")]),
    ("a point in two readings", "fr", "11.600 men", [(0, 0, "11.600")]),
    ("number words", "en", "some eleven thousand six hundred men", [(1, 4, "11600")]),
    ("French number words", "fr", "onze mille six cents soldats", [(0, 3, "11600")]),
    ("number words with a hyphen", "en", "twenty-five men", [(0, 1, "25"), (0, 1, "twentyfive")]),
    ("a comma parts numbers", "en", "twenty, five", [(0, 0, "20"), (1, 1, "5")]),
    ("a paragraph parts numbers", "en", "two\n\nthousand men", [(0, 0, "2"), (1, 1, "1000")]),
    ("one small word", "en", "twelve men", [(0, 0, "12")]),
    ("one is a pronoun", "en", "one of them", []),
    ("neuf is new", "fr", "un bateau neuf", []),
    ("English words in a French text", "fr", "eleven thousand", []),
    ("no language", NO_LANGUAGE, "eleven thousand", []),
    ("a language that could not be told", "", "eleven thousand or onze mille", [(0, 1, "11000"), (3, 4, "11000")]),
    ("digits and a word", "en", "11.6 thousand men", [(0, 1, "11600")]),
    ("a French decimal", "fr", "1,25 million", [(0, 1, "1250000")]),
    ("a decimal of three digits", "en", "1.234 million", [(0, 1, "1234000")]),
    ("Arabic digits and a word", "ar", "١١ ألف جندي", [(0, 1, "11000")]),
    ("a compound", "en", "the co-operation treaty", [(1, 2, "cooperation")]),
    ("a long compound", "en", "state-of-the-art", [(0, 3, "stateoftheart")]),
    ("a name with a number in a compound", "en", "covid-19-related", [(0, 1, "covid19"), (0, 2, "covid19related")]),
    ("a day", "en", "2023-06-30", []),
    ("an inversion", "fr", "a-t-il", [(0, 2, "atil")]),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_stands_beside_the_written_words(language: str, text: str, expected: list[tuple[int, int, str]]) -> None:
    assert sorted(beside(text, token_pattern().findall(text), words(text), language)) == expected


@given(st.text(alphabet="ab1 ,.-’_\n\u0301\u200dé漢١", max_size=40))
def test_a_token_begins_at_the_first_place_behind_the_one_before_that_reads_like_it(text: str) -> None:
    end = 0
    for found in token_pattern().finditer(text):
        assert text.index(found[0], end) == found.start()
        end = found.end()


def test_words_of_earlier_texts_change_nothing() -> None:
    text = "twelve men of the co-operation"
    first = beside(text, token_pattern().findall(text), words(text), "en")
    for language in ("", "fr", "en"):
        row = ["twelve", "men", "and", "douze", "men"]
        beside(" ".join(row), row, row, language)
    assert beside(text, token_pattern().findall(text), words(text), "en") == first != []

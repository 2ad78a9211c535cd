"""Numbers in words are worth what their words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.number_words import NUMBER_WORDS, WordNumber, number_at

CASES = [
    ("an Arabic teen of thousands, and hundreds", "ar", "أحد عشر ألفا وستمائة جندي", (4, 11_600)),
    ("an Arabic unit before its tens", "ar", "خمسة وعشرون ألف", (3, 25_000)),
    ("Arabic hundreds behind thousands", "ar", "ثلاثة آلاف وخمسمائة", (3, 3_500)),
    ("an Arabic hundred, a unit, tens", "ar", "مئة وخمسة وعشرون", (3, 125)),
    ("an Arabic dual", "ar", "ألفان وثلاثمئة", (2, 2_300)),
    ("an Arabic teen", "ar", "خمسة عشر جنديا", (2, 15)),
    ("two Arabic scales", "ar", "ستة ملايين وثلاثمائة ألف وخمسة", (5, 6_300_005)),
    ("what cannot be one Arabic number", "ar", "ثلاثة وثلاثون وأربعة", (2, 33)),
    ("a lesser Arabic scale is another number", "ar", "خمسة وألف", (1, 5)),
    ("one of many is no number", "ar", "أحد الجنود", None),
    ("a small number", "en", "twelve men", (1, 12)),
    ("tens and units", "en", "twenty five", (2, 25)),
    ("hundreds", "en", "four hundred and twenty men", (4, 420)),
    ("an article", "en", "a hundred men", (2, 100)),
    ("two multipliers", "en", "two million three hundred thousand", (5, 2_300_000)),
    ("no number", "en", "men of war", None),
    ("a word that joins nothing", "en", "two and three", (1, 2)),
    ("French thousands", "fr", "onze mille six cents soldats", (4, 11_600)),
    ("French eighties", "fr", "quatre vingt dix sept", (4, 97)),
    ("French seventies", "fr", "soixante et onze", (3, 71)),
    ("Arabic", "ar", "ثلاثة ملايين", (2, 3_000_000)),
]
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("language", "written", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_number_in_words_is_read(language: str, written: str, expected: tuple[int, int] | None) -> None:
    from tui.base.folding import fold

    found = number_at(fold(written).split(), 0, NUMBER_WORDS[language])
    assert (found and (found.last, found.value)) == expected


def spelled(value: int) -> list[str]:
    """Write a number below a million in English."""
    if value >= 1000:
        return [*spelled(value // 1000), "thousand", *(spelled(value % 1000) if value % 1000 else [])]
    if value >= 100:
        return [UNITS[value // 100], "hundred", *(spelled(value % 100) if value % 100 else [])]
    if value >= 20:
        return [TENS[value // 10 - 2], *([UNITS[value % 10]] if value % 10 else [])]
    return [UNITS[value]]


@given(st.integers(0, 999_999))
def test_every_number_is_read_as_it_is_spelled(value: int) -> None:
    words = spelled(value)
    assert number_at([*words, "men"], 0, NUMBER_WORDS["en"]) == WordNumber(len(words), value, value >= 1000)


def test_a_hyphen_in_a_row_joins_the_words_on_its_sides() -> None:
    row = ["twenty", "-", "five", "-", "man"]
    assert number_at(row, 0, NUMBER_WORDS["en"], lambda at: row[at] == "-") == WordNumber(3, 25, False)

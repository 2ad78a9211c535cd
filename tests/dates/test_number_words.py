"""Number words before a unit, in the languages that have them; what each is worth is written here once more."""

from __future__ import annotations

import pytest

from tui.base.days import read_iso
from tui.dates import find_dates

FRENCH = """
deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11, douze 12, treize 13,
quatorze 14, quinze 15, seize 16, dix-sept 17, dix-huit 18, dix-neuf 19, vingt 20, vingt et un 21,
vingt-et-un 21, vingt-deux 22, trente 30, trente et un 31, quarante 40, quarante-huit 48, cinquante 50,
soixante 60, soixante-dix 70, soixante et onze 71, soixante-douze 72, quatre-vingts 80, quatre-vingt-un 81,
quatre-vingt-dix 90, quatre-vingt-dix-neuf 99, cent 100, cent un 101, cent vingt 120, deux cents 200,
deux cent vingt et un 221, mille 1000, deux mille 2000
"""
COLLECTIVE = """
dizaine 10, douzaine 12, quinzaine 15, vingtaine 20, trentaine 30, quarantaine 40, cinquantaine 50,
soixantaine 60, centaine 100
"""
ENGLISH = """
two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13,
fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20, twenty-one 21,
thirty 30, thirty-five 35, forty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90, ninety-nine 99,
a dozen 12, two dozen 24, a hundred 100, a hundred and one 101, one hundred and twenty 120, two hundred 200,
two hundred fifty-one 251, a thousand 1000, two thousand 2000
"""
ARABIC = """
يومين 2, ثلاثة أيام 3, أربعة أيام 4, خمسة أيام 5, ستة أيام 6, سبعة أيام 7, ثمانية أيام 8, تسعة أيام 9,
عشرة أيام 10
"""


def read(table: str) -> list[tuple[str, int]]:
    return [(words, int(number)) for words, _, number in (pair.strip().rpartition(" ") for pair in table.split(","))]


SENTENCES = [
    *(("fr", f"Le siège a duré {words} jours.", number) for words, number in read(FRENCH)),
    *(("fr", f"Le siège a duré une {words} de jours.", number) for words, number in read(COLLECTIVE)),
    *(("en", f"The siege lasted {words} days.", number) for words, number in read(ENGLISH)),
    *(("ar", f"استمر الحصار {words}.", number) for words, number in read(ARABIC)),
]


@pytest.mark.parametrize(("language", "text", "number"), SENTENCES)
def test_a_number_in_words_before_a_unit(language: str, text: str, number: int):
    assert [mark.value for mark in find_dates(text, language=language, published=None)] == [f"P{number}D"]


@pytest.mark.parametrize("words", ["il y a trois ans", "voici trois ans", "voilà trois ans"])
def test_each_word_for_ago_looks_back(words: str):
    (mark,) = find_dates(f"Il est parti {words}.", language="fr", published=read_iso("2023-08-20")[0])
    assert mark.value == "2020"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le siège a duré deux ans et un mois.", "P2Y1M"),
        ("fr", "Le siège a duré cinq mois et une semaine.", "P5M1W"),
        ("en", "The siege lasted two years and one month.", "P2Y1M"),
        ("en", "The siege lasted a week and a day.", "P1W1D"),
    ],
)
def test_and_between_two_amounts_adds_units_not_numbers(language: str, text: str, value: str):
    assert [mark.value for mark in find_dates(text, language=language, published=None)] == [value]

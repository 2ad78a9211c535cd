from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.words import Words, run_together

FOLDED = [
    ("nothing", "", []),
    ("marks are no words", "“Yes,” … he – said!", ["yes", "he", "said"]),
    ("apostrophes part words", "l’accord d'Alger", ["l", "accord", "d", "alger"]),
    ("a hyphen joins", "cease-fire and cease\u2011fire", ["ceasefire", "and", "ceasefire"]),
    ("a word broken at a line", "with-\ndrawal", ["withdrawal"]),
    ("thousands in every spelling", "12 000 12\u202f000 12,000", ["12000", "12000", "12,000"]),
    ("two figures side by side", "in 2023 303 left", ["in", "2023", "303", "left"]),
    ("decimals and signs", "-3.5% and €20", ["-3.5", "%", "and", "€", "20"]),
    ("a range", "10–12 men", ["10", "12", "men"]),
    ("names with figures", "the M23 and COVID-19", ["the", "m23", "and", "covid", "19"]),
    ("ligatures and widths", "oﬃcer ２０", ["officer", "20"]),
    ("no spaces", "三百人", ["三", "百", "人"]),
]


@pytest.mark.parametrize(("text", "folded"), [case[1:] for case in FOLDED], ids=[case[0] for case in FOLDED])
def test_words_as_they_are_compared(text: str, folded: list[str]) -> None:
    assert Words(text).folded == folded


WEIGHTY = [
    ("a figure", "they saw 303 men", "303", True),
    ("a figure in words", "they saw three men", "three", True),
    ("a name", "they saw Diop there", "Diop", True),
    ("a negation", "they did not go", "not", True),
    ("a currency", "it cost € 5", "€", True),
    ("a short first word", "Gone. The men left", "The", False),
    ("a long first word may be a name", "Gone. Diop left", "Diop", True),
    ("a plain word", "they saw men", "men", False),
]


@pytest.mark.parametrize(("text", "word", "weighty"), [case[1:] for case in WEIGHTY], ids=[case[0] for case in WEIGHTY])
def test_figures_names_and_negations_weigh(text: str, word: str, weighty: bool) -> None:
    words = Words(text)
    (place,) = (place for place, (start, end) in enumerate(words.spans) if text[start:end] == word)
    assert words.weighty(place) is weighty


def test_figures_that_meet_are_not_run_together() -> None:
    assert run_together(["in", "20", "23"]) == "in20 23" != run_together(["in", "2023"])


@given(st.text())
def test_every_word_has_its_place(text: str) -> None:
    words = Words(text)
    assert len(words.spans) == len(words.folded)
    assert all(0 <= start < end <= len(text) for start, end in words.spans)
    assert all(before[1] <= after[0] for before, after in zip(words.spans, words.spans[1:], strict=False))
    assert all(words.folded)

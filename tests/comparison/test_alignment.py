from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.comparison import Correspondence, align
from tui.comparison.sentence import sentences_of

TEXT = (
    "The harbour of Orma was closed on Monday. Twelve boats lay at the quay without a crew. "
    "Mayor Lena Brandt called it a black day for the town. The union wants 300 crowns more for each night. "
    "Nobody knows how long the strike will last. The ferry to Heron Island does not sail either."
)
CASES = [
    ("the same text", TEXT, TEXT, "======"),
    ("signs and capitals", TEXT, TEXT.replace("Nobody knows", "nobody, KNOWS,").upper(), "======"),
    ("other words", TEXT, TEXT.replace("Twelve boats lay", "A dozen boats were lying"), "=~===="),
    ("one was cut", TEXT, TEXT.replace("Nobody knows how long the strike will last. ", ""), "====<="),
    ("one was added", TEXT, TEXT + " Gulls were heard all over the bay.", "======>"),
    ("one was moved", TEXT, "Nobody knows how long the strike will last. " + TEXT.replace(
        "Nobody knows how long the strike will last. ", ""), "====m="),
    ("two were joined", TEXT, TEXT.replace("without a crew. Mayor", "without a crew, and Mayor"), "=~==="),
    ("nothing in common", TEXT, "Snow fell in the north. Roads were slippery there.", "<<<<<<>>"),
    ("an empty text", TEXT, "", "<<<<<<"),
    ("two empty texts", "", "", ""),
    ("the same line many times", "Applause. " * 5 + "End.", "Applause. " * 4 + "End.", "====<="),
]  # fmt: skip
SIGNS = {Correspondence.SAME: "=", Correspondence.REWORDED: "~", Correspondence.MOVED: "m"}


def signs(one: str, other: str, languages: tuple[str, str] = ("en", "en")) -> str:
    across = languages[0] != languages[1]
    rows = align(sentences_of(one, languages[0], across=across), sentences_of(other, languages[1], across=across))
    found = [SIGNS.get(row.kind) or ("<" if row.ones else ">") for row in rows]
    ahead = "".join(sign for sign in found if sign != ">")
    return ahead + ">" * found.count(">")


@pytest.mark.parametrize(("name", "one", "other", "expected"), CASES, ids=[case[0] for case in CASES])
def test_sentences_that_answer_each_other(name, one, other, expected):
    found = signs(one, other)
    if name == "the same line many times":
        assert (found.count("="), found.count("<")) == (5, 1)
    else:
        assert found == expected


def test_a_sentence_that_was_parted_is_one_row():
    one = "The mayor of Orma opened the new bridge on Friday, and hundreds of children crossed it with paper lamps."
    other = "The mayor of Orma opened the new bridge on Friday. Hundreds of children crossed it with paper lamps."
    (row,) = align(sentences_of(one, "en"), sentences_of(other, "en"))
    assert (row.kind, row.ones, row.others) == (Correspondence.REWORDED, (0,), (0, 1))


def test_english_and_french_are_aligned_by_names_numbers_and_the_glossary():
    english = (
        "Salima Kone opened the meeting in Bamako. France and Germany withdraw 1,300 soldiers in 2023. "
        "The weather was fine."
    )
    french = (
        "Il faisait beau. La réunion de Bamako a été ouverte par Salima Kone. "
        "La France et l'Allemagne retirent 1 300 soldats en 2023."
    )
    rows = align(sentences_of(english, "en", across=True), sentences_of(french, "fr", across=True))
    assert {(row.ones, row.others) for row in rows if row.ones and row.others} == {((0,), (1,)), ((1,), (2,))}


WORDS = st.sampled_from(["boat", "quay", "mayor", "Orma", "storm", "300", "lamp", "the", "of", "night"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=7), max_size=8).map(
    lambda lines: "\n\n".join(" ".join(line).capitalize() + "." for line in lines)
)


@given(TEXTS, TEXTS)
def test_every_sentence_of_both_texts_is_in_exactly_one_row(one: str, other: str):
    ones, others = sentences_of(one, "en"), sentences_of(other, "en")
    rows = align(ones, others)
    assert sorted(place for row in rows for place in row.ones) == list(range(len(ones)))
    assert sorted(place for row in rows for place in row.others) == list(range(len(others)))
    assert all(row.kind is Correspondence.ONLY or (row.ones and row.others) for row in rows)


@given(TEXTS)
def test_a_text_beside_itself_is_the_same_all_over(text: str):
    found = sentences_of(text, "en")
    if len({sentence.words for sentence in found}) == len(found):
        assert [row.kind for row in align(found, found)] == [Correspondence.SAME] * len(found)

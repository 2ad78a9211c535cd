"""Marks are exactly the words that a query asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.language import parse
from tui.search.language.tree import Word
from tui.search.marks import find_marks, marks_between

TEXT = (
    "The exit plan of Mali's mission.\n\nAn exit\nplan: the camps at Ber; l’ONU withdraws 11,600 men (withdrawing). "
    "Camp withdrawals were planned, but nobody exits."
)

CORPUS = [
    ("a word by its stem", "camp", ["camps", "Camp"]),
    ("an exact word", "=camp", ["Camp"]),
    ("several words", "camp ber", ["camps", "Ber", "Camp"]),
    ("a phrase, across a line end", '"exit plan"', ["exit plan", "exit\nplan"]),
    ("a phrase whose words are elsewhere too", '"camp withdrawal"', ["Camp withdrawals"]),
    ("a phrase that is not there", '"plan exit"', []),
    ("a loose phrase", '"ber camp"~2', ["camps", "Ber"]),
    ("a prefix", "with*", ["withdraws", "withdrawing", "withdrawals"]),
    ("a wildcard", "c?mp*", ["camps", "Camp"]),
    ("a fuzzy word", "bar~1", ["Ber"]),
    ("NEAR", "exit NEAR/3 mission", ["mission", "exit"]),
    ("NEAR that is not near", "mission NEAR/2 ber", []),
    ("ADJ looks ahead alone", "mission ADJ/3 exit", ["mission", "exit"]),
    ("ADJ the other way round", "ber ADJ/5 plan", []),
    ("NEAR with a choice", "(ber OR onu) NEAR/1 withdraw", ["ONU", "withdraws"]),
    ("nothing under a minus", "camp -ber", ["camps", "Camp"]),
    ("nothing of another field", "title:camp source:ber", []),
    ("its own field", "text:camp", ["camps", "Camp"]),
    ("elision", "onu", ["ONU"]),
    ("possessive", "mali", ["Mali"]),
    ("a number", "11600", ["11,600"]),
    ("a regular expression", "/with[a-z]+s/", ["withdraws", "withdrawals"]),
    ("no words", "date:2023", []),
    ("everything", "", []),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS])
def test_the_marks_of_a_query(query, expected):
    parsed = parse(query)
    assert parsed.fault is None
    assert [TEXT[start:end] for start, end in find_marks(parsed.tree, TEXT, "en")] == expected


def test_stems_are_those_of_the_articles_language():
    tree = parse("camp").tree
    assert find_marks(tree, "camping", "en") == ((0, 7),)
    assert find_marks(tree, "camping", "de") == ()


def test_a_title_has_marks_of_its_own_field():
    tree = parse("title:camp text:ber").tree
    assert find_marks(tree, "Camp Ber", "en", "title") == ((0, 4),)


def test_overlapping_marks_become_one():
    assert find_marks(parse('"a b" "b c"').tree, "a b c", "en") == ((0, 5),)


@given(
    st.text(alphabet="abc xyz'é\n.-", max_size=60), st.sampled_from(["a", '"a b"', "a*", "b NEAR/2 c", "/x.z/", "a~1"])
)
def test_marks_ascend_and_lie_in_the_text(text, query):
    marks = find_marks(parse(query).tree, text, "en")
    ends = [end for mark in marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in marks)


def test_marks_between_are_cut_to_the_passage():
    assert marks_between([(0, 4), (6, 12), (20, 22)], 2, 10) == ((0, 2), (4, 8))


def test_a_number_is_marked_with_all_its_words() -> None:
    text = "Some onze mille six cents soldats, 11.600 men, 11 600 men."
    marked = [text[start:end] for start, end in find_marks(Word("11600"), text, "fr")]
    assert marked == ["onze mille six cents", "11.600", "11 600"]


def test_a_compound_is_marked_as_one_word_and_one_word_as_a_compound() -> None:
    text = "The co-operation treaty, the cooperation pact"
    for asked in ("cooperation", "co-operation"):
        assert [text[start:end] for start, end in find_marks(Word(asked), text, "en")] == [
            "co-operation",
            "cooperation",
        ]

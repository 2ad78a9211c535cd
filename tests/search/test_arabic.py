"""Forms of an Arabic word have one stem, and words that only look alike have two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import plain, stem
from tui.search.arabic import light_stem
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse
from tui.search.marks import find_marks

FORMS = [
    ("مدرسة", "المدرسة والمدرسة وبالمدرسة بالمدرسة للمدرسة مدرسته مدرستها بمدرسة"),
    ("حكومة", "الحكومة والحكومة حكومتها للحكومة بحكومة حكومته كالحكومة"),
    ("انسحاب", "الانسحاب والانسحاب للانسحاب انسحابها بانسحاب"),
    ("مسلح", "مسلحين المسلحين مسلحون والمسلحون المسلحة"),
    ("أزمة", "الأزمة والأزمة للأزمة أزمات ازمة"),
    ("برنامج", "البرنامج والبرنامج للبرنامج برنامجها"),
]
APART = [
    ("مال", "مالي"),
    ("بلاد", "لاد"),
    ("كتاب", "تاب"),
    ("والد", "ولد"),
    ("بنك", "نك"),
    ("وفد", "فد"),
    ("مدرسة", "درس"),
]


@pytest.mark.parametrize(("word", "forms"), FORMS, ids=[forms[0] for forms in FORMS])
def test_forms_have_one_stem(word: str, forms: str) -> None:
    assert {stem(plain(form), "ar") for form in forms.split()} == {stem(plain(word), "ar")}


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(plain(one), "ar") != stem(plain(other), "ar")


@pytest.mark.parametrize(
    ("one", "other"), [("أحمد", "احمد"), ("مستشفى", "مستشفي"), ("قرية", "قريه"), ("الأُمَم", "الامم"), ("مـالي", "مالي")]
)
def test_ways_of_writing_a_letter_are_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@given(st.text(alphabet="ابتكلمنويهفسرده", min_size=1, max_size=10))
def test_a_stem_is_a_part_of_its_word(word: str) -> None:
    assert light_stem(word) in word
    assert len(light_stem(word)) >= min(3, len(word))


def test_an_exact_form_ranks_before_another_one(index: Index, make_article) -> None:
    index.add(
        [
            (1, make_article(1, "خبر", "زار الوفد المدرسة اليوم", language="ar")),
            (2, make_article(2, "خبر", "زار الوفد مدرسة اليوم", language="ar")),
            (3, make_article(3, "خبر", "زار الوفد البلاد اليوم", language="ar")),
        ]
    )
    tree = parse("مدرسة").tree
    assert list(Engine(index).evaluate(tree).numbers) == [2, 1]
    text = "والمدرسة في القرية"
    assert [text[start:end] for start, end in find_marks(tree, text, "ar")] == ["والمدرسة"]

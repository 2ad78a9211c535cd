"""The shape of a regular expression tells what a search for it can need, before any text is searched."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.language.expression import Shape, compiled, shape_of

SHAPES = [
    ("letters", "lamp", Shape(4, 5, 0, False)),
    ("a choice", "lamp|ox", Shape(2, 5, 0, False)),
    ("a few times", "ab{2,5}", Shape(3, 7, 0, False)),
    ("what stands before", "(?<=ab)c", Shape(1, 4, 0, False)),
    ("what follows", "a(?=bc)", Shape(1, 4, 0, False)),
    ("what does not follow, within a group", "(a(?!bc))", Shape(1, 4, 0, False)),
    ("a place alone", r"\b", Shape(0, 1, 0, False)),
    ("the same again", r"(abc)\1", Shape(6, 7, 0, False)),
]


@pytest.mark.parametrize(("written", "shape"), [case[1:] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_the_shape_of_what_ends(written: str, shape: Shape) -> None:
    assert shape_of(written) == shape


REPEATING = [
    ("anything between", "a.*b", 1, False),
    ("anything between, twice", "a.*b.*?c", 2, False),
    ("all but one sign", "a[^b]*b", 1, False),
    ("words and spaces", r"a[\w ]+b", 1, False),
    ("what is no digit", r"a\D+b", 1, False),
    ("very often", "(?:ab){20,3000}", 1, False),
    ("within words alone", r"\w+ [a-z0-9]+ a+", 0, False),
    ("between words alone", r"a\s+b +c", 0, False),
    ("in what follows", "a(?=.*b)", 1, False),
    ("within one another", "(a+b)+", 1, True),
    ("within a choice", "(a*|b)+c", 1, True),
    ("a few times", "(.+){2,5}", 1, False),
    ("what never goes back", "(?:a++b)+", 1, False),
]


@pytest.mark.parametrize(
    ("written", "repeats", "endless"), [case[1:] for case in REPEATING], ids=[case[0] for case in REPEATING]
)
def test_the_shape_of_what_repeats(written: str, repeats: int, endless: bool) -> None:
    shape = shape_of(written)
    assert shape.reach > 2_000
    assert (shape.repeats, shape.endless) == (repeats, endless)


def test_a_faulty_one_is_a_sentence() -> None:
    for written in ("(", "a**", "[z-a]", "(?P<n", "x{99999999999}"):
        with pytest.raises(ValueError, match="cannot be read"):
            compiled(written)


def test_advice_of_the_interpreter_is_not_for_readers() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compiled("[[a]lamp").search("[LAMP")
        assert shape_of("[[a]lamp").least == 5


PARTS = st.sampled_from(["a", "b?", "[ab]", "(?:ab|b)", "a{1,3}", r"\b", "(?=a)", "(?!b{2})", "$", "(?<=b)"])


@given(st.lists(PARTS, min_size=1, max_size=5).map("".join), st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_what_lies_beyond_its_reach_does_not_change_a_match(written: str, line: str, other: str) -> None:
    shape, pattern = shape_of(written), compiled(written)
    for at in range(len(line)):
        seen = line[: at + shape.reach]
        one, two = pattern.match(line, at), pattern.match(seen + other, at)
        if len(seen) == at + shape.reach:
            assert (one and one.end()) == (two and two.end())
        assert one is None or shape.least <= len(one[0]) <= shape.reach


def test_capitals_make_no_difference() -> None:
    assert compiled("Lamp").flags & re.IGNORECASE

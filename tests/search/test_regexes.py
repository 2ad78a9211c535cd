"""Regular expressions find in windows what they find in whole lines, and can be left in between."""

from __future__ import annotations

import re
import warnings
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.regexes import OVERLAP, WINDOW, BoundedRegex, RegexShape, compiled, regex_shape

NEAR = ["ab", "a.{0,5}b", r"\bab\b", "b$", "^a", "(?<=a)b", "a(?=c)", "[abc] [abc]", "ab?"]
FAR = ["ab+", "a.*b", "a.*?b", "a+", "a(?!.*c)", "[ab]+c", r"\w+ \w+", "^.*b", "c.*$"]
LINES = st.text(alphabet="abc ", max_size=120)


def never() -> bool:
    return False


@given(LINES, st.sampled_from(NEAR), st.integers(1, 30))
def test_windows_find_what_the_whole_line_holds(line: str, written: str, window: int) -> None:
    seeker = BoundedRegex(written, never, lambda: 0.0, window, 12)
    expected = [found.span() for found in re.finditer(written, line)]
    assert list(seeker.places(line)) == expected
    assert seeker.holds(line) == bool(expected)
    assert not seeker.partly


@given(LINES, st.sampled_from(FAR), st.integers(1, 30))
def test_what_may_need_more_is_looked_for_in_the_whole_line(line: str, written: str, window: int) -> None:
    seeker = BoundedRegex(written, never, lambda: 0.0, window, 3)
    expected = [found.span() for found in re.finditer(written, line)]
    assert list(seeker.places(line)) == expected
    assert seeker.holds(line) == bool(expected)
    assert not seeker.partly


@given(LINES, st.sampled_from(FAR), st.integers(1, 30))
def test_without_the_time_for_the_whole_line_it_is_known_that_it_was_not_looked_through(
    line: str, written: str, window: int
) -> None:
    ticks = count()
    seeker = BoundedRegex(written, never, lambda: float(next(ticks)), window, 3)
    found = list(seeker.places(line))
    long = len(line) > window + 3
    assert seeker.partly == long
    assert long or found == [each.span() for each in re.finditer(written, line)]
    assert all(0 <= start < end <= len(line) for start, end in found)


@pytest.mark.parametrize(
    ("written", "partly"), [("x.*y", 0), (r"x.*y.*z", 1)], ids=["one repetition", "two, which take longer"]
)
def test_the_time_of_the_windows_tells_how_long_the_line_may_take(written: str, partly: int) -> None:
    ticks = count(0.0, 0.05)
    seeker = BoundedRegex(written, never, lambda: next(ticks))
    assert not seeker.holds("lamp " * 2 * WINDOW)
    assert seeker.partly == partly


def test_a_long_line_can_be_left() -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    found = list(BoundedRegex("lamp", stop).places("harbour lamp " * 100_000))
    assert len(asked) == 4
    assert 0 < found[-1][1] <= 3 * WINDOW + OVERLAP


def test_a_paragraph_can_be_left_too_where_a_pattern_goes_over_it_again_and_again() -> None:
    ticks, asked = count(), []
    seeker = BoundedRegex("a.*a.*a.*zq", lambda: bool(asked.append(True)), lambda: float(next(ticks)))
    assert not seeker.holds("an army and a camp at a road " * 70)
    assert len(asked) > 5
    assert seeker.partly


def test_a_long_line_is_not_begun_anew_once_it_is_left() -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    seeker = BoundedRegex("lamp.*x", stop, lambda: 0.0)
    assert list(seeker.places("harbour lamp " * 100_000)) == []
    assert len(asked) == 5
    assert not seeker.partly


@pytest.mark.parametrize("size", [10, 3 * WINDOW], ids=["a short line", "a long one"])
def test_a_match_to_the_end_of_the_line_is_whole(size: int) -> None:
    line = "lamp" + "x" * size
    assert list(BoundedRegex("lamp.*", never, lambda: 0.0).places(line)) == [(0, len(line))]


@pytest.mark.parametrize("before", [0, 5 * WINDOW], ids=["a short line", "a long one"])
def test_a_line_holds_what_it_holds(before: int) -> None:
    line = "x" * before + "lamp"
    assert BoundedRegex("lamp$", never).holds(line)
    assert not BoundedRegex("lamps", never).holds(line)
    assert BoundedRegex("lamp", lambda: True).holds(line) is (before == 0)


SHAPES = [
    ("letters", "lamp", RegexShape(4, 5, 0, False)),
    ("a choice", "lamp|ox", RegexShape(2, 5, 0, False)),
    ("a few times", "ab{2,5}", RegexShape(3, 7, 0, False)),
    ("what stands before", "(?<=ab)c", RegexShape(1, 4, 0, False)),
    ("what follows", "a(?=bc)", RegexShape(1, 4, 0, False)),
    ("what does not follow, within a group", "(a(?!bc))", RegexShape(1, 4, 0, False)),
    ("a place alone", r"\b", RegexShape(0, 1, 0, False)),
    ("the same again", r"(abc)\1", RegexShape(6, 7, 0, False)),
]


@pytest.mark.parametrize(("written", "shape"), [case[1:] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_the_shape_of_what_ends(written: str, shape: RegexShape) -> None:
    assert regex_shape(written) == shape


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
    shape = regex_shape(written)
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
        assert regex_shape("[[a]lamp").least == 5


PARTS = st.sampled_from(["a", "b?", "[ab]", "(?:ab|b)", "a{1,3}", r"\b", "(?=a)", "(?!b{2})", "$", "(?<=b)"])


@given(st.lists(PARTS, min_size=1, max_size=5).map("".join), st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_what_lies_beyond_its_reach_does_not_change_a_match(written: str, line: str, other: str) -> None:
    shape, pattern = regex_shape(written), compiled(written)
    for at in range(len(line)):
        seen = line[: at + shape.reach]
        one, two = pattern.match(line, at), pattern.match(seen + other, at)
        if len(seen) == at + shape.reach:
            assert (one and one.end()) == (two and two.end())
        assert one is None or shape.least <= len(one[0]) <= shape.reach


def test_capitals_make_no_difference() -> None:
    assert compiled("Lamp").flags & re.IGNORECASE

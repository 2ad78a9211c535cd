"""Regular expressions find in windows what they find in whole lines, and can be left in between."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.patience import OVERLAP, WINDOW, holds, places

PATTERNS = ["ab+", "a.{0,5}b", r"\bab\b", "b$", "^a", "(?<=a)b", "a(?=c)", "[abc] [abc]", "a+"]


@given(st.text(alphabet="abc ", max_size=120), st.sampled_from(PATTERNS), st.integers(1, 30))
def test_windows_find_what_the_whole_line_holds(line: str, written: str, window: int) -> None:
    pattern = re.compile(written)
    whole = [found.span() for found in pattern.finditer(line)]
    assert list(places(pattern, line, lambda: False, window, 130)) == whole
    if all(end - start < 10 for start, end in whole):
        assert list(places(pattern, line, lambda: False, window, 12)) == whole


def test_a_long_line_can_be_left() -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    line = "harbour lamp " * 100_000
    found = list(places(re.compile("lamp"), line, stop))
    assert len(asked) == 4
    assert 0 < found[-1][1] <= 3 * WINDOW + OVERLAP


@pytest.mark.parametrize("size", [10, 3 * WINDOW], ids=["a short line", "a long one"])
def test_a_match_to_the_end_of_the_line_is_whole(size: int) -> None:
    line = "lamp" + "x" * size
    assert list(places(re.compile("lamp.*"), line, lambda: False)) == [(0, len(line))]


@pytest.mark.parametrize("before", [0, 5 * WINDOW], ids=["a short line", "a long one"])
def test_a_line_holds_what_it_holds(before: int) -> None:
    line = "x" * before + "lamp"
    assert holds(re.compile("lamp$"), line, lambda: False)
    assert not holds(re.compile("lamps"), line, lambda: False)
    assert holds(re.compile("lamp"), line, lambda: True) is (before == 0)

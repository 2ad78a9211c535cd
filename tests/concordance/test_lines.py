from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.concordance import ORDERS, ContextLine, lines_of, sampled, sorted_lines

TEXT = "The old boat left. A new boat came at noon.\n\nThe boat sank; nobody knows why."
MARKS = [found.span() for found in re.finditer("boat", TEXT)]


def lines(width: int = 3) -> list[ContextLine]:
    return list(lines_of(TEXT, MARKS, width=width))


def test_a_line_has_as_many_words_on_each_side_as_were_asked_for_within_its_paragraph():
    assert [(line.left, line.match, line.right) for line in lines()] == [
        ("The old ", "boat", " left. A new"),
        ("left. A new ", "boat", " came at noon"),
        ("The ", "boat", " sank; nobody knows"),
    ]


def test_the_nearest_word_comes_first():
    second = lines()[1]
    assert second.left_words == ("new", "a", "left")
    assert second.right_words == ("came", "at", "noon")


SORTED = [
    ("right", ["came", "left", "sank"]),
    ("left", ["came", "left", "sank"]),
]


@pytest.mark.parametrize(("order", "expected"), SORTED)
def test_sorted_by_the_words_beside(order, expected):
    assert [line.right_words[0] for line in sorted_lines(lines(), order)] == expected


def test_sorted_by_day_and_outlet_the_undated_last():
    made = [
        next(lines_of("A boat.", [(2, 6)], article=name, day=day.isoformat() if day else "", first=day, source=source))
        for name, day, source in (
            ("a", None, "Zeit"),
            ("b", date(2021, 3, 2), "Été"),
            ("c", date(2021, 3, 1), "Herald"),
        )
    ]
    assert [line.article for line in sorted_lines(made, "day")] == ["c", "b", "a"]
    assert [line.article for line in sorted_lines(made, "source")] == ["b", "c", "a"]


@given(st.text(alphabet="ab é.\n’-1", max_size=80), st.integers(1, 6))
def test_left_match_and_right_are_the_text_itself(text: str, width: int):
    marks = [found.span() for found in re.finditer("a+", text)]
    found = list(lines_of(text, marks, width=width))
    assert len(found) == len(marks)
    for line in found:
        assert text[line.start - len(line.left) : line.end + len(line.right)] == line.left + line.match + line.right
        assert "\n\n" not in line.left
        assert "\n\n" not in line.right
        assert len(line.places) == len(line.left_words) + len(line.right_words)
        assert max(len(line.left_words), len(line.right_words)) <= width
    for order in ORDERS:
        assert sorted(sorted_lines(found, order)) == sorted(found)


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 5))
def test_a_sample_is_drawn_from_all_in_their_order_and_again_the_same(count: int, most: int, seed: int):
    made = [line._replace(start=place) for place, line in enumerate(lines()[:1] * count)]
    drawn = sampled(made, most, seed)
    assert len(drawn) == min(count, most)
    assert drawn == sorted(drawn, key=lambda line: line.start)
    assert drawn == sampled(made, most, seed)
    assert set(drawn) <= set(made)

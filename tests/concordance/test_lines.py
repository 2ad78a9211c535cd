from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.concordance import ORDERS, ContextLine, Document, lines_of, sampled, sorted_lines
from tui.search.analysis import tokens, words

TEXT = "The old boat left. A new boat came at noon.\n\nThe boat sank; nobody knows why."
MARKS = [found.span() for found in re.finditer("boat", TEXT)]


def lines(width: int = 3, shown: int = 0) -> list[ContextLine]:
    return lines_of(Document("a", TEXT), MARKS, width, shown)


def test_a_line_has_as_many_words_on_each_side_as_were_asked_for_within_its_paragraph():
    assert [(line.left, line.match, line.right) for line in lines()] == [
        ("The old ", "boat", " left. A new"),
        ("left. A new ", "boat", " came at noon"),
        ("The ", "boat", " sank; nobody knows"),
    ]


def test_more_words_may_be_shown_than_count_as_beside_the_match():
    second = lines(width=1, shown=3)[1]
    assert (second.left, second.right) == ("left. A new ", " came at noon")
    assert (second.left_words, second.right_words) == (("new",), ("came",))


def test_the_nearest_word_comes_first():
    second = lines()[1]
    assert second.left_words == ("new", "a", "left")
    assert second.right_words == ("came", "at", "noon")


def test_every_word_beside_a_match_has_its_place_in_the_text():
    every = words(TEXT)
    for line in lines():
        placed = dict(line.placed_words)
        assert len(placed) == len(line.left_words) + len(line.right_words)
        assert all(every[place] == word for place, word in placed.items())


def test_a_text_without_a_mark_has_no_line():
    assert lines_of(Document("a", TEXT), []) == []


@given(st.text(alphabet="ab é.\n’-1", max_size=80), st.integers(1, 6), st.integers(0, 9))
def test_left_match_and_right_are_the_text_itself(text: str, width: int, shown: int):
    marks = [found.span() for found in re.finditer("a+", text)]
    found = lines_of(Document("a", text), marks, width, shown)
    assert len(found) == len(marks)
    for line in found:
        assert text[line.low : line.high] == line.left + line.match + line.right
        assert "\n\n" not in line.left
        assert "\n\n" not in line.right
        assert max(len(line.left_words), len(line.right_words)) <= width
        assert len(list(tokens(line.left))) <= max(width, shown) + 1  # a word that the match cuts
    for order in ORDERS:
        assert sorted(sorted_lines(found, order), key=lambda line: line.start) == found


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 5))
def test_a_sample_is_drawn_from_all_in_their_order_and_again_the_same(count: int, most: int, seed: int):
    made = [line._replace(start=place) for place, line in enumerate(lines()[:1] * count)]
    drawn = sampled(made, most, seed)
    assert len(drawn) == min(count, most)
    assert drawn == sorted(drawn, key=lambda line: line.start)
    assert drawn == sampled(made, most, seed)
    assert set(drawn) <= set(made)


@pytest.mark.parametrize("count", [1, 400])
def test_a_paragraph_break_far_away_is_looked_for_once(count: int):
    text = "boat " * count
    found = lines_of(Document("a", text), [(place, place + 4) for place in range(0, 5 * count, 5)], 1)
    assert [len(line.left_words) for line in found] == [0, *[1] * (count - 1)]

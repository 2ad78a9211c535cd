from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.drawing.styled_runs import cells, cut, filled, split_at_marks, two_lines

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "M", "Z")), max_size=20)
PIECES = st.lists(st.tuples(TEXT, st.sampled_from(["a", "b"])), max_size=5)


@given(PIECES, st.integers(0, 40))
def test_cutting_never_leaves_more_than_the_width(pieces: list[tuple[str, str]], width: int):
    kept = cut(pieces, width)
    assert cells(kept) <= width
    if cells(pieces) <= width:
        assert kept == pieces
    elif width:
        assert kept[-1][0].endswith("…")


@given(PIECES, st.integers(1, 40))
def test_filling_makes_the_exact_width(pieces: list[tuple[str, str]], width: int):
    assert sum(cell_len(text) for text, _ in filled(pieces, width, "b")) == width


def test_a_wide_character_is_never_halved():
    assert cut([("漢字漢字", "a")], 4) == [("漢…", "a")]


def test_marks_split_a_text():
    assert list(split_at_marks("one two", [(4, 7)], "plain", "mark")) == [("one ", "plain"), ("two", "mark")]
    assert list(split_at_marks("one", [(0, 3)], "plain", "mark")) == [("one", "mark")]
    assert list(split_at_marks("", [], "plain", "mark")) == []


@given(PIECES, st.integers(1, 40))
def test_two_lines_have_every_word_in_its_style(pieces: list[tuple[str, str]], width: int):
    first, second = two_lines(pieces, width)
    assert [(letter, style) for text, style in (*first, *second) for letter in text] == [
        (letter, style) for text, style in pieces for letter in text
    ]


def test_a_line_is_broken_between_words():
    assert two_lines([("one of ", "a"), ("new · read", "b")], 13) == (
        (("one ", "a"), ("of ", "a"), ("new ", "b"), ("· ", "b")),
        (("read", "b"),),
    )
    assert two_lines([("one", "a")], 3) == ((("one", "a"),), ())

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.drawing.lazy_wrap import LazyWrap
from tui.ui.drawing.line_breaks import SOFT_ENDS, line_starts

PARAGRAPH = "The ferries that cross the lake at night carry no lamps, said the harbour master of Orma. "
LONG = {
    "paragraphs": ((PARAGRAPH * 7).strip() + "\n\n") * 60,
    "one paragraph": PARAGRAPH * 400,
    "one word": "lake" * 9000,
    "only newlines": "\n" * 30_000,
    "Chinese": "湖上的船都走了，没有人回来。" * 2500,
    "short words and wide ones": ("lake 湖 " * 50 + "\n") * 100,
}


def complete(wrap: LazyWrap) -> LazyWrap:
    for _ in wrap.prepare():
        pass
    wrap.adopt()
    return wrap


def test_an_empty_text_has_no_rows():
    wrap = LazyWrap("", 20)
    assert (wrap.height, wrap.complete, wrap.row_of(0), wrap.guessed_offset(0)) == (0, True, 0, 0)


def test_a_short_text_is_settled_at_once():
    wrap = LazyWrap("one two three", 7)
    assert wrap.complete
    assert [wrap.line(row) for row in range(wrap.height)] == [(0, 7, 8), (8, 13, 13)]


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_every_character_lies_on_exactly_one_line(text):
    wrap = complete(LazyWrap(text, 40))
    rows = [wrap.line(row) for row in range(wrap.height)]
    assert "".join(text[line.start : line.after] for line in rows) == text
    assert all(text[line.end : line.after].strip(SOFT_ENDS) == "" for line in rows)


def test_paragraphs_wrap_as_if_they_were_wrapped_whole():
    text = LONG["paragraphs"]
    wrap = complete(LazyWrap(text, 33))
    assert [wrap.line(row).start for row in range(wrap.height)] == line_starts(text, 0, len(text), 33)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_rows_before_a_line_stay_while_its_piece_is_wrapped(text):
    wrap = LazyWrap(text, 40)
    assert not wrap.complete
    middle = wrap.height // 2
    start = wrap.line(middle).start
    assert wrap.row_of(start) == middle


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_steady_rows_do_not_move_when_the_rest_is_looked_at(text):
    wrap = LazyWrap(text, 40)
    offset = len(text) // 2
    wrap.steady(offset, 60)
    row = wrap.row_of(offset)
    before = [wrap.line(row + step) for step in range(-60, 60)]
    assert [wrap.line(wrap.row_of(offset) + step) for step in range(-60, 60)] == before
    complete(wrap)
    assert [wrap.line(wrap.row_of(offset) + step) for step in range(-60, 60)] == before


def test_nothing_changes_until_what_was_prepared_is_adopted():
    wrap = LazyWrap(LONG["short words and wide ones"], 11)
    height = wrap.height
    steps = sum(1 for _ in wrap.prepare())
    assert steps > 1
    assert (wrap.height, wrap.complete) == (height, False)
    wrap.adopt()
    assert wrap.complete


@settings(max_examples=30)
@given(st.sampled_from(list(LONG)), st.integers(5, 90), st.floats(0, 1, exclude_max=True))
def test_offsets_and_rows_map_both_ways(name, measure, share):
    text = LONG[name]
    wrap = LazyWrap(text, measure)
    offset = int(share * len(text))
    line = wrap.line(wrap.row_of(offset))
    assert line.start <= offset < line.after


def test_guesses_ascend_from_the_first_character_to_the_last():
    wrap = LazyWrap(LONG["one paragraph"], 40)
    guesses = [wrap.guessed_offset(wrap.height * share / 50) for share in range(51)]
    assert guesses == sorted(guesses)
    assert (guesses[0], guesses[-1]) == (0, len(wrap.text))


def test_a_piece_never_begins_with_what_belongs_to_the_character_before():
    text = ("e" + "\u0301" * 3) * 8000
    wrap = complete(LazyWrap(text, 40))
    assert all(text[wrap.line(row).start] == "e" for row in range(wrap.height))

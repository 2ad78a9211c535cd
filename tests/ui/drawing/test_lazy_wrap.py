from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.drawing.lazy_wrap import Flow
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


def settled(flow: Flow) -> Flow:
    for _ in flow.prepare():
        pass
    flow.adopt()
    return flow


def test_an_empty_text_has_no_rows():
    flow = Flow("", 20)
    assert (flow.height, flow.settled, flow.row_of(0), flow.guessed_offset(0)) == (0, True, 0, 0)


def test_a_short_text_is_settled_at_once():
    flow = Flow("one two three", 7)
    assert flow.settled
    assert [flow.line(row) for row in range(flow.height)] == [(0, 7, 8), (8, 13, 13)]


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_every_character_lies_on_exactly_one_line(text):
    flow = settled(Flow(text, 40))
    rows = [flow.line(row) for row in range(flow.height)]
    assert "".join(text[line.start : line.after] for line in rows) == text
    assert all(text[line.end : line.after].strip(SOFT_ENDS) == "" for line in rows)


def test_paragraphs_wrap_as_if_they_were_wrapped_whole():
    text = LONG["paragraphs"]
    flow = settled(Flow(text, 33))
    assert [flow.line(row).start for row in range(flow.height)] == line_starts(text, 0, len(text), 33)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_rows_before_a_line_stay_while_its_piece_is_wrapped(text):
    flow = Flow(text, 40)
    assert not flow.settled
    middle = flow.height // 2
    start = flow.line(middle).start
    assert flow.row_of(start) == middle


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_steady_rows_do_not_move_when_the_rest_is_looked_at(text):
    flow = Flow(text, 40)
    offset = len(text) // 2
    flow.steady(offset, 60)
    row = flow.row_of(offset)
    before = [flow.line(row + step) for step in range(-60, 60)]
    assert [flow.line(flow.row_of(offset) + step) for step in range(-60, 60)] == before
    settled(flow)
    assert [flow.line(flow.row_of(offset) + step) for step in range(-60, 60)] == before


def test_nothing_changes_until_what_was_prepared_is_adopted():
    flow = Flow(LONG["short words and wide ones"], 11)
    height = flow.height
    steps = sum(1 for _ in flow.prepare())
    assert steps > 1
    assert (flow.height, flow.settled) == (height, False)
    flow.adopt()
    assert flow.settled


@settings(max_examples=30)
@given(st.sampled_from(list(LONG)), st.integers(5, 90), st.floats(0, 1, exclude_max=True))
def test_offsets_and_rows_map_both_ways(name, measure, share):
    text = LONG[name]
    flow = Flow(text, measure)
    offset = int(share * len(text))
    line = flow.line(flow.row_of(offset))
    assert line.start <= offset < line.after


def test_guesses_ascend_from_the_first_character_to_the_last():
    flow = Flow(LONG["one paragraph"], 40)
    guesses = [flow.guessed_offset(flow.height * share / 50) for share in range(51)]
    assert guesses == sorted(guesses)
    assert (guesses[0], guesses[-1]) == (0, len(flow.text))


def test_a_piece_never_begins_with_what_belongs_to_the_character_before():
    text = ("e" + "\u0301" * 3) * 8000
    flow = settled(Flow(text, 40))
    assert all(text[flow.line(row).start] == "e" for row in range(flow.height))

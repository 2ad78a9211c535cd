from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from storm_figures import storm_questions

from tui.ui.drawing.figure_items import items_of
from tui.ui.drawing.figure_rows import Role, detail_lines, draw_item, item_height

ITEMS = items_of(storm_questions())


def rows(place: int, width: int, chosen: bool = False) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in draw_item(ITEMS[place], width, chosen)]


def test_a_wide_pane_has_a_line_a_figure():
    assert rows(0, 120) == [" killed · fisher · Orma · 3 figures of 3 sources"]
    assert rows(1, 120, True) == [
        "▌          12  5 Mar 2021  Lake Post                   On 4 March 2021, 12 fishermen were killed in…  "
        " contradicts"
    ]
    assert rows(3, 120) == [
        "         ≥ 12  7 Mar 2021  Courier                     At least 12 fishermen were killed in the stor…  "
        "compatible"
    ]


def test_a_narrower_pane_has_the_sentence_below():
    assert rows(0, 80) == ["", " killed · fisher · Orma · 3 figures of 3 sources"]
    assert rows(1, 80) == [
        "           12  5 Mar 2021  Lake Post                                 contradicts",
        "               On 4 March 2021, 12 fishermen were killed in the storm at Orma,…",
    ]
    assert rows(2, 40, True) == [
        "▌      15 5 Mar 2021   contradicts",
        "▌ Inland Times: …021, 15 fishermen were…",
    ]


def test_only_a_contradiction_looks_like_one():
    for item in ITEMS:
        roles = {role for line in draw_item(item, 120) for _, role in line}
        assert (Role.CONTRADICTS in roles) == (item.verdict is not None and item.verdict.value == "contradicts")


@pytest.mark.parametrize("place", range(len(ITEMS)))
@given(width=st.integers(1, 200))
def test_every_row_is_as_wide_as_was_asked_for(place, width):
    drawn = draw_item(ITEMS[place], width)
    assert len(drawn) == item_height(width)
    assert {sum(cell_len(text) for text, _ in line) for line in drawn} == {width}


def test_the_figure_stays_in_sight_however_long_its_sentence():
    for width in (40, 80, 120):
        assert any(role is Role.FIGURE and "15" in text for line in draw_item(ITEMS[2], width) for text, role in line)


def test_the_lines_below_have_the_sentence_and_what_stands_against_it():
    lines = detail_lines(ITEMS[1], 100, 5)
    assert lines[0].startswith("On 4 March 2021, 12 fishermen were killed in the storm at Orma, the police said.")
    assert any(
        line.startswith("contradicts (the same thing at the same time, and no number fits both): “15") for line in lines
    )
    assert detail_lines(None, 100, 5) == detail_lines(ITEMS[0], 100, 5) == ()


@given(place=st.sampled_from(range(len(ITEMS))), width=st.integers(1, 150), room=st.integers(1, 8))
def test_the_lines_below_fit(place, width, room):
    lines = detail_lines(ITEMS[place], width, room)
    assert len(lines) <= room
    assert all(cell_len(line) <= width for line in lines)


def test_what_has_no_room_is_counted():
    assert detail_lines(ITEMS[1], 120, 2)[-1] == "and how it stands to 2 other figures"

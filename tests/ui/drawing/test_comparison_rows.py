from __future__ import annotations

import pytest
from comparison_sides import paired
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.drawing.comparison_rows import Role, items_of

PAIR = paired(
    "The ferry Heron sank off Orma. The mayor sent 12 boats to look for it. Gulls cried over the bay.",
    "The ferry Heron sank off Orma. The mayor sent 14 boats to look for it. Snow fell in the hills of Varn.",
)


def rows(width: int) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for item in items_of(PAIR, width) for line in item.lines]


def test_two_columns_where_there_is_room():
    assert rows(112) == [
        "  Left out by AFP",
        "! name: Varn",
        "  Told differently",
        "! figure: 12 boats → 14 boats",
        "= The ferry Heron sank off Orma.                        │ The ferry Heron sank off Orma.",
        "~ The mayor sent 12 boats to look for it.               │ The mayor sent 14 boats to look for it.",
        "▸ ┈ not here ┈                                          │ Snow fell in the hills of Varn.",
        "◂ Gulls cried over the bay.                             │ ┈ not here ┈",
    ]


def test_one_above_the_other_in_a_narrow_pane():
    assert rows(40) == [
        "  Left out by AFP",
        "! name: Varn",
        "  Told differently",
        "! figure: 12 boats → 14 boats",
        "=     The ferry Heron sank off Orma.",
        "~ AFP The mayor sent 12 boats to look",
        "  AFP for it."[:2] + "    for it.",
        "  LP  The mayor sent 14 boats to look",
        "      for it.",
        "▸ LP  Snow fell in the hills of Varn.",
        "◂ AFP Gulls cried over the bay.",
    ]


def test_the_words_that_differ_have_a_style_of_their_own():
    changed = [
        text for item in items_of(PAIR, 112) for line in item.lines for text, role in line if role == Role.CHANGED
    ]
    assert changed == ["12", "14"]


def test_only_what_differs():
    assert [item.differs for item in items_of(PAIR, 112, only_differences=True)] == [True] * 5


@pytest.mark.parametrize("only", [True, False])
@given(width=st.integers(1, 160))
def test_every_row_is_as_wide_as_asked_without_the_edge(only: bool, width: int):
    for item in items_of(PAIR, width, only):
        assert item.lines
        assert {sum(cell_len(text) for text, _ in line) for line in item.lines} == {width - 1}

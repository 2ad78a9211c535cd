from __future__ import annotations

import pytest
from comparison_sides import paired
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.comparison.facts import FactKind
from tui.ui.drawing.comparison_rows import Role, items_of

PAIR = paired(
    "The ferry Heron sank off Orma. The mayor sent 12 boats to look for it. Gulls cried over the bay.",
    "The ferry Heron sank off Orma. The mayor sent 14 boats to look for it. Snow fell in the hills of Varn.",
)


def rows(width: int) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for item in items_of(PAIR, width) for line in item.lines]


def test_two_columns_where_there_is_room():
    assert rows(112) == [
        "  Told differently · 1 fact",
        "! figure: 12 boats → 14 boats",
        "  Left out by AFP · 1 fact",
        "▸ name: Varn",
        "= The ferry Heron sank off Orma.                        │ The ferry Heron sank off Orma.",
        "~ The mayor sent 12 boats to look for it.               │ The mayor sent 14 boats to look for it.",
        "▸ ┈ not here ┈                                          │ Snow fell in the hills of Varn.",
        "◂ Gulls cried over the bay.                             │ ┈ not here ┈",
    ]


def test_one_above_the_other_in_a_narrow_pane():
    assert rows(40) == [
        "  Told differently · 1 fact",
        "! figure: 12 boats → 14 boats",
        "  Left out by AFP · 1 fact",
        "▸ name: Varn",
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


MANY = paired(
    "The ferry Heron sank off Orma.", "The ferry Heron sank off Orma. Otto Lind met Runa Falk in Silen near Varn."
)
FOLD = (1, FactKind.NAME)


def facts(width: int, opened: frozenset[tuple[int, FactKind]]) -> list[str]:
    items = [item for item in items_of(MANY, width, opened=opened) if item.fact]
    return ["".join(text for text, _ in line).rstrip() for item in items for line in item.lines]


def test_facts_of_one_kind_are_one_row_that_opens():
    assert facts(80, frozenset()) == [
        "  Left out by AFP · 4 facts",
        "▸ + 4 names: Otto Lind · Runa Falk · Silen · Varn",
    ]
    assert facts(80, frozenset({FOLD})) == [
        "  Left out by AFP · 4 facts",
        "▸ - 4 names:",
        *(f"▸     {name}" for name in ("Otto Lind", "Runa Falk", "Silen", "Varn")),
    ]


def test_a_row_of_facts_is_cut_after_its_second_line():
    assert facts(24, frozenset())[-2:] == ["▸ + 4 names: Otto", "  Lind · Runa Falk ·…"]


@pytest.mark.parametrize("only", [True, False])
@given(width=st.integers(1, 160), pair=st.sampled_from([PAIR, MANY]), opened=st.sampled_from([(), (FOLD,)]))
def test_every_row_is_as_wide_as_asked_without_the_edge(only: bool, width: int, pair, opened):
    for item in items_of(pair, width, only, frozenset(opened)):
        assert item.lines
        assert {sum(cell_len(text) for text, _ in line) for line in item.lines} == {width - 1}

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset

from tui.ui.drawing.document import Spot
from tui.ui.drawing.selecting import between, edge_meta, spot_of, spot_offset

SPOTS = st.builds(Spot, st.integers(0, 9), st.integers(0, 5_000_000))


@given(SPOTS)
def test_a_spot_comes_back_from_a_selection(spot):
    assert spot_of(spot_offset(spot)) == spot


@given(SPOTS, st.integers(0, 500))
def test_every_cell_of_an_edge_stands_for_the_same_spot(spot, cell):
    column, row = edge_meta(spot).meta["offset"]
    assert spot_of(Offset(column + cell, row)) == spot


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_place_on_the_screen_is_no_spot(column, row):
    assert spot_of(Offset(column, row)) is None


def test_selected_stretches_of_each_section():
    selected = (Spot(1, 4), Spot(3, 2))
    assert [between(selected, section, 10) for section in range(5)] == [(), ((4, 10),), ((0, 10),), ((0, 2),), ()]
    assert between((Spot(1, 4), Spot(1, 4)), 1, 10) == ()

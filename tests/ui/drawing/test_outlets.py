from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.drawing.outlets import MARK_CELLS, outlet_hue, outlet_letter, outlet_mark
from tui.ui.theme import HUES


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("AFP", "AFP"),
        ("Voice of America", "VA"),
        ("Wikinews", "Wik"),
        ("TRT World", "TRW"),
        ("L’Indicateur du Renouveau", "IR"),
        ("Al Jazeera", "AJ"),
        ("The Times", "Tim"),
        ("", "?"),
        (" – ", "?"),
        ("新华社", "新"),
    ],
)
def test_an_outlet_has_letters_of_its_own(source: str, mark: str):
    assert outlet_mark(source) == mark


def test_an_outlet_has_the_same_colour_however_it_is_written():
    assert outlet_hue("Voice of America") == outlet_hue("VOICE  OF AMERICA") > 0
    assert outlet_hue("") == outlet_hue("–") == 0


def test_colours_are_spread_over_outlets():
    assert {outlet_hue(f"Outlet {number}") for number in range(60)} == set(range(1, HUES + 1))


@given(st.text(max_size=40))
def test_whatever_an_outlet_is_called_its_sign_fits(source: str):
    assert 0 < cell_len(outlet_mark(source)) <= MARK_CELLS
    assert cell_len(outlet_letter(source)) == 1
    assert 0 <= outlet_hue(source) <= HUES

"""Layout: the mouse finds what the drawing shows."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.timeline.layout import Layout, Zone
from tui.timeline.window import Window

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
SUMMER = Span(date(2023, 6, 1), date(2023, 8, 31))
LAYOUT = Layout.of(48, 5, ("+6", "undated"))
WINDOW = Window.home(YEAR, LAYOUT.window_width)


def test_the_side_takes_its_width_from_the_window():
    assert (LAYOUT.side_width, LAYOUT.window_width) == (8, 38)
    assert Layout.of(48, 5, ()).window_width == 46


def test_in_a_narrow_terminal_the_side_gives_way():
    assert Layout.of(24, 5, ("+6", "undated")).side_width == 0
    assert Layout.of(1, 5, ()).window_width == 1


PLACES = [
    ("bars", 10, 1, Zone.BARS),
    ("axis", 10, 3, Zone.BARS),
    ("start", 15, 4, Zone.START),
    ("beside-the-start", 14, 4, Zone.START),
    ("end", 25, 4, Zone.END),
    ("track", 20, 4, Zone.TRACK),
    ("outside-the-span", 4, 4, Zone.TRACK),
    ("left-margin", 0, 2, Zone.EARLIER),
    ("right-margin", 39, 2, Zone.LATER),
    ("side", 44, 1, Zone.SIDE),
]


@pytest.mark.parametrize(("x", "y", "place"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_a_cell_is_for_something(x, y, place):
    assert LAYOUT.place(x, y, WINDOW, SUMMER) is place


def test_two_rows_have_no_slider():
    low = Layout.of(48, 2, ())
    assert low.place(15, 1, Window.home(YEAR, low.window_width), SUMMER) is Zone.BARS

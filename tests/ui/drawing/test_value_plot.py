"""The plot of a question: a bar a day, higher for more, an arrow behind a bound."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.figures.figure import Bound
from tui.ui.drawing.value_plot import Point, value_plot


def on(year: int, month: int, value: float, bound: Bound = Bound.EXACT) -> Point:
    return Point(date(year, month, 1).toordinal(), value, bound)


GROWING = [on(2014, 10, 30), on(2021, 6, 245), on(2022, 11, 288), on(2023, 12, 310, Bound.AT_LEAST)]
PLOTS = [
    ("one year", [on(2021, 3, 12), on(2021, 4, 15)], 60, ("", "", "")),
    ("no room", GROWING, 20, ("", "", "")),
    ("nothing", [], 60, ("", "", "")),
]


@pytest.mark.parametrize(("points", "width", "plot"), [case[1:] for case in PLOTS], ids=[case[0] for case in PLOTS])
def test_where_nothing_could_be_seen_there_is_no_plot(points, width, plot):
    assert value_plot(points, width) == plot


def test_a_toll_that_grows():
    first, bars, last = value_plot(GROWING, 42)
    assert (first, last) == ("2014 ", " 2023")
    assert bars.split() == ["▁", "▇", "█", "█↑"]
    assert bars.startswith("▁ ")
    assert bars.endswith("█↑")
    assert len(bars) == 32


def test_an_upper_bound_points_down_and_of_one_day_the_higher_is_seen():
    _, bars, _ = value_plot([on(2014, 1, 8, Bound.LESS_THAN), on(2014, 1, 4), on(2016, 1, 2)], 30)
    assert bars.split() == ["█↓", "▂"]


@given(
    st.lists(
        st.builds(
            Point, st.integers(700_000, 740_000), st.floats(-10, 1e12), st.sampled_from([Bound.EXACT, Bound.AT_LEAST])
        ),
        max_size=12,
    ),
    st.integers(-5, 90),
)
def test_it_never_takes_more_room_than_there_is(points: list[Point], width: int) -> None:
    plot = value_plot(points, width)
    assert sum(map(cell_len, plot)) <= max(0, width)
    assert not plot[1] or any(cell in "▁▂▃▄▅▆▇█" for cell in plot[1])

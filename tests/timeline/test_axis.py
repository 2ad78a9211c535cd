"""The axis: the closest marks that leave every label its room."""

from __future__ import annotations

from datetime import date

import pytest

from tui.days import Span
from tui.timeline.axis import Tick, draw_axis, ticks, year_columns
from tui.timeline.cells import UNICODE, Line, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.window import Window

SPRING = Span(date(2023, 3, 20), date(2023, 5, 10))
TWO_YEARS = Span(date(2022, 11, 3), date(2024, 2, 5))
AGES = Span(date(1, 1, 1), date(2023, 1, 1))


def axis(window: Window) -> str:
    line = Line(window.width + 2)
    draw_axis(line, 1, window, UNICODE)
    return text_of(line.row).rstrip()


DRAWN = [
    ("days", Window.home(SPRING, 60).zoomed(Granularity.DAY, SPRING.first),
     " 20 Mar 2023 ╵Apr 2023                     ╵May 2023"),
    ("weeks", Window.home(SPRING, 60), " 2023  ╵Apr 2023                          ╵May 2023"),
    ("weeks-wide-enough-for-each", Window.home(SPRING, 30).resized(100),
     " 2023-W11         ╵Apr 2023                                    ╵May 2023"),
    ("months", Window.home(TWO_YEARS, 60), " 2022 │Jan 2023         ╵Jul 2023         │Jan 2024"),
    ("quarters", Window.home(TWO_YEARS, 60).zoomed(Granularity.QUARTER, TWO_YEARS.first),
     " Q4 2022 │2023                               │2024"),
    ("years", Window.home(TWO_YEARS, 60).zoomed(Granularity.YEAR, TWO_YEARS.first),
     "│2021    │2022    │2023    │2024    │2025    │2026"),
    ("ages", Window.home(AGES, 60), " 1964  │1970     │1980     │1990     │2000     │2010     │"),
]  # fmt: skip


@pytest.mark.parametrize(("window", "expected"), [c[1:] for c in DRAWN], ids=[c[0] for c in DRAWN])
def test_an_axis_looks_like_this(window, expected):
    assert axis(window) == expected


def test_marks_are_told_by_column():
    window = Window.home(TWO_YEARS, 60)
    assert ticks(window)[0] == Tick(
        window.column(Granularity.MONTH.number(date(2023, 1, 1).toordinal())), "Jan 2023", True
    )
    assert ticks(window)[1].begins_year is False
    assert year_columns(window) == {6, 42}

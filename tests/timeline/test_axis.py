"""The axis: the closest marks that leave every label its room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.axis import Tick, draw_axis, ticks, year_columns
from tui.timeline.cells import UNICODE, CellLine, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.window import Window

SPRING = Span(date(2023, 3, 20), date(2023, 5, 10))
TWO_YEARS = Span(date(2022, 11, 3), date(2024, 2, 5))
AGES = Span(date(1, 1, 1), date(2023, 1, 1))


def axis(window: Window, signs: dict[int, bool] | None = None) -> str:
    line = CellLine(window.width + 2)
    draw_axis(line, 1, window, UNICODE, signs or {})
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


def months(first: date, *at: int) -> dict[int, bool]:
    """Put signs at months, counted from one; every other one is disputed."""
    low = Granularity.MONTH.number(first.toordinal())
    return {low + place: bool(number % 2) for number, place in enumerate(at)}


SIGNED = [
    ("beside-labels", months(TWO_YEARS.first, 6, 7), " 2022 │Jan 2023     ◆  ◇╵Jul 2023         │Jan 2024"),
    ("at-a-label's-own-mark", months(TWO_YEARS.first, 2, 14), " 2022 ◆Jan 2023         ╵Jul 2023         ◇Jan 2024"),
    ("where-a-label-would-be", months(TWO_YEARS.first, 9), " 2022 │2023                  ◆            │2024"),
    ("more-than-have-room", months(TWO_YEARS.first, *range(16)),
     "  ◆  ◇◆Jan 2023  ◇  ◆  ◇◆Jul 2023  ◇  ◆  ◇◆Jan 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("signs", "expected"), [c[1:] for c in SIGNED], ids=[c[0] for c in SIGNED])
def test_signs_look_like_this(signs, expected):
    drawn = axis(Window.home(TWO_YEARS, 60), signs)
    assert drawn == expected


windows = st.builds(
    lambda day, length, width, unit: Window.home(Span(day, day + timedelta(length)), width).zoomed(unit, day),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 4000),
    st.integers(18, 140),
    st.sampled_from(Granularity),
)


@given(windows, st.data())
def test_a_sign_stands_at_its_bucket_and_on_no_label(window, data):
    numbers = data.draw(st.sets(st.integers(window.first, window.last), max_size=12))
    drawn = axis(window, dict.fromkeys(numbers, True)).ljust(window.width + 2)
    gap = 1 if window.gap else 0
    own = [range(1 + window.column(number) - gap, 1 + window.column(number) + window.bar) for number in sorted(numbers)]
    columns = [place for place, character in enumerate(drawn) if character == UNICODE.disputed]
    assert all(any(column in cells for cells in own) for column in columns)
    for tick in ticks(window, frozenset(numbers)):
        begin = tick.column + 2 - gap
        if begin + len(tick.label) <= window.width + 1:
            assert drawn[begin : begin + len(tick.label)] == tick.label

"""Stories of a long empty stretch on the timeline: it is folded, and cursor, mouse and handles go over it."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_app import opened
from timeline_scenes import days

from tui.base.days import Span
from tui.timeline.tally import Tally

APART = Tally.of(days("2001-03-04", "2001-09-09", "2015-05-07", "2016-01-02", "2016-11-30"))
QUARTERS = Span(date(2001, 10, 1), date(2015, 3, 31))
TOLD = "nothing in Oct 2001 – Mar 2015: folded, over 13 years"
SIZES = [(80, 12), (120, 24), (160, 45)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_goes_over_it_in_one_step_either_way(size):
    async with opened(APART, APART, size) as (app, pilot):
        timeline = app.timeline
        await pilot.press("g", "n", "right")
        while "nothing in" not in app.told:
            await pilot.press("right")
        assert timeline.window.folded(timeline._cursor) is not None
        await pilot.press("right")
        assert "2015" in app.told
        await pilot.press("left")
        assert "nothing in" in app.told
        await pilot.press("left")
        assert "2001: " in app.told


async def test_enter_on_it_chooses_the_whole_stretch():
    async with opened(APART, APART) as (app, pilot):
        await pilot.press("g", "right", "right", "right")
        assert app.told == TOLD
        await pilot.press("enter")
        assert app.spans == [QUARTERS]


async def test_the_mouse_over_it_is_told_its_days_and_a_double_click_chooses_them():
    async with opened(APART, APART) as (app, pilot):
        row = app.rows[-3]
        middle = row.index(">13 y")
        for column in (row.index("┈"), middle, row.rindex("┈")):
            await pilot.hover(app.timeline, offset=(column, 2))
            await pilot.pause()
            assert app.told == TOLD
        await pilot.hover(app.timeline, offset=(row.rindex("┈") + 2, 2))
        await pilot.pause()
        assert app.told.startswith("Q2 2015: 1 of 1")
        await pilot.click(app.timeline, offset=(middle, 2), times=2)
        await pilot.pause()
        assert app.spans[-1] == QUARTERS


async def test_a_sweep_that_ends_in_it_takes_all_of_it():
    async with opened(APART, APART) as (app, pilot):
        row = app.rows[-3]
        await pilot.mouse_down(app.timeline, offset=(row.index("█████ ┈"), 2))
        await pilot.hover(app.timeline, offset=(row.index(">13 y"), 2))
        await pilot.mouse_up(app.timeline, offset=(row.index(">13 y"), 2))
        await pilot.pause()
        assert app.spans[-1] == Span(date(2001, 7, 1), date(2015, 3, 31))


async def test_every_press_of_a_handle_s_key_moves_it_where_it_is_seen():
    async with opened(APART, APART) as (app, pilot):
        await pilot.press("G", "shift+left")
        seen = {app.slider}
        for _press in range(9):
            await pilot.press("shift+left")
            assert app.slider not in seen
            seen.add(app.slider)

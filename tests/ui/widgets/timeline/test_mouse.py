"""Stories of the mouse on the timeline."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from timeline_app import Harness, opened

from tui.base.days import Span


def month(year: int, number: int) -> Span:
    return Span.of_month(year, number)


async def drag(pilot: Pilot[None], app: Harness, *places: tuple[int, int]) -> None:
    """Press at the first place, move over the others and let go at the last."""
    await pilot.mouse_down(app.timeline, offset=places[0])
    for place in places[1:]:
        await pilot.hover(app.timeline, offset=place)
    await pilot.mouse_up(app.timeline, offset=places[-1])
    await pilot.pause()


async def test_a_handle_is_dragged_and_the_span_follows_at_once():
    async with opened() as (app, pilot):
        await drag(pilot, app, (73, 4), (60, 4), (30, 4))
        assert app.slider.startswith("◀━━━")
        assert app.spans == [
            Span(date(2023, 6, 30), date(2024, 8, 31)),
            Span(date(2023, 6, 30), date(2024, 1, 31)),
        ]
        await pilot.hover(app.timeline, offset=(50, 4))
        await pilot.pause()
        assert len(app.spans) == 2


async def test_a_handle_dragged_back_to_its_end_gives_all_time_back():
    async with opened() as (app, pilot):
        await drag(pilot, app, (0, 4), (22, 4), (0, 4))
        assert app.spans == [Span(date(2023, 11, 1), date(2024, 11, 7)), None]


async def test_a_handle_stops_at_the_other_one():
    async with opened() as (app, pilot):
        app.timeline.span = Span(date(2023, 9, 1), date(2023, 10, 31))
        await pilot.pause()
        await drag(pilot, app, (21, 4), (2, 4))
        assert app.spans == [month(2023, 9)]


async def test_a_press_on_the_track_brings_the_nearer_handle():
    async with opened() as (app, pilot):
        await drag(pilot, app, (10, 4))
        await drag(pilot, app, (60, 4))
        assert app.spans == [
            Span(date(2023, 8, 1), date(2024, 11, 7)),
            Span(date(2023, 8, 1), date(2024, 8, 31)),
        ]


async def test_a_sweep_over_the_bars_selects_them():
    async with opened() as (app, pilot):
        await drag(pilot, app, (18, 1), (15, 1), (6, 1), (9, 1))
        assert app.spans == [
            month(2023, 9).joined(month(2023, 10)),
            month(2023, 7).joined(month(2023, 10)),
            month(2023, 8).joined(month(2023, 10)),
        ]
        assert app.timeline.span == month(2023, 8).joined(month(2023, 10))


async def test_a_click_moves_the_cursor_and_a_second_one_chooses_the_bucket():
    async with opened() as (app, pilot):
        await pilot.click(app.timeline, offset=(10, 1))
        assert app.told.startswith("Aug 2023")
        assert app.heard == []
        await pilot.click(app.timeline, offset=(10, 1), times=2)
        await pilot.pause()
        assert app.spans == [month(2023, 8)]


async def test_what_the_mouse_points_at_is_told_without_the_focus():
    async with opened() as (app, pilot):
        app.set_focus(None)
        await pilot.hover(app.timeline, offset=(10, 1))
        assert app.told.startswith("Aug 2023: 2 of 3")
        await pilot.hover("Static")
        assert app.told == "all time · 30 Jun 2023 – 7 Nov 2024"


async def test_margins_shift_thewindow():
    async with opened() as (app, pilot):
        await pilot.press("z", "z")
        assert app.rows[2].endswith("›")
        await pilot.mouse_down(app.timeline, offset=(79, 1))
        await pilot.mouse_up(app.timeline, offset=(79, 1))
        assert app.rows[2].startswith("‹")

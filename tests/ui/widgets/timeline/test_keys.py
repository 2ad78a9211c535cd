"""Stories of keys on the timeline: cursor, handles, zoom and window."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_app import FOUR, opened
from timeline_scenes import days

from tui.base.days import Span
from tui.timeline.tally import Tally
from tui.ui.widgets.timeline import Timeline


def month(year: int, number: int) -> Span:
    return Span.of_month(year, number)


CURSOR = [
    ("right", "right", "Jul 2023: 1 of 1"),
    ("l-and-h", "l l h", "Jul 2023: 1 of 1"),
    ("left-of-the-first", "left", "Jun 2023: 0 of 1"),
    ("last", "G", "Nov 2024: 1 of 2"),
    ("first", "G g", "Jun 2023: 0 of 1"),
    ("end-and-home", "end home right", "Jul 2023: 1 of 1"),
    ("next-hits", "n n", "Aug 2023: 2 of 3"),
    ("next-hits-over-empty-time", "n n n", "Nov 2024: 1 of 2"),
    ("previous-hits", "G N N", "Jul 2023: 1 of 1"),
    ("no-more-hits", "N", "Jun 2023: 0 of 1"),
    ("next-peak", "e", "Aug 2023: 2 of 3"),
    ("previous-peak", "G E", "Aug 2023: 2 of 3"),
    ("a-page", "space", "Nov 2024: 1 of 2"),
    ("a-page-and-back", "pagedown b", "Jun 2023: 0 of 1"),
]


@pytest.mark.parametrize(("keys", "told"), [c[1:] for c in CURSOR], ids=[c[0] for c in CURSOR])
async def test_keys_move_the_cursor(keys, told):
    async with opened() as (app, pilot):
        await pilot.press(*keys.split())
        assert app.told.startswith(told)
        assert app.heard == []


async def test_enter_chooses_the_bucket_and_goes_back_to_the_list():
    async with opened() as (app, pilot):
        await pilot.press("n", "n", "enter")
        await pilot.pause()
        assert app.heard == [Timeline.SpanChanged(month(2023, 8)), Timeline.Left("back")]
        assert app.slider.startswith(" ───────◀━━━▶ Aug 2023: 2 of 3 articles · Aug 2023")


async def test_enter_after_moving_a_handle_keeps_the_span():
    async with opened() as (app, pilot):
        await pilot.press("right", "shift+left", "enter")
        await pilot.pause()
        assert app.heard == [
            Timeline.SpanChanged(Span(date(2023, 6, 30), date(2024, 10, 31))),
            Timeline.Left("back"),
        ]


async def test_handles_move_by_keys_and_each_step_is_told():
    async with opened() as (app, pilot):
        await pilot.press("L", "L", "shift+left", "H", "shift+right")
        await pilot.pause()
        first, last = date(2023, 6, 30), date(2024, 11, 7)
        assert app.spans == [
            Span(date(2023, 7, 1), last),
            Span(date(2023, 8, 1), last),
            Span(date(2023, 8, 1), date(2024, 10, 31)),
            Span(date(2023, 7, 1), date(2024, 10, 31)),
            Span(date(2023, 7, 1), date(2024, 11, 30)),
        ]
        await pilot.press("H")
        await pilot.pause()
        assert app.spans[-1] is None
        assert first in app.timeline.whole.extent


async def test_escape_drops_the_span_and_then_leaves():
    async with opened() as (app, pilot):
        app.timeline.span = month(2023, 8)
        await pilot.press("escape")
        await pilot.pause()
        assert app.heard == [Timeline.SpanChanged(None)]
        await pilot.press("escape")
        await pilot.pause()
        assert app.heard[1:] == [Timeline.Left("back")]


async def test_up_and_down_leave():
    async with opened() as (app, pilot):
        await pilot.press("up", "k", "down", "j")
        await pilot.pause()
        assert app.heard == [Timeline.Left(towards) for towards in ("up", "up", "down", "down")]


async def test_t_is_left_to_the_screen():
    async with opened() as (app, _):
        assert not set(app.timeline._bindings.key_to_bindings) & {"t", "q", "s", "slash", "question_mark", "tab"}


async def test_zoom_goes_through_five_units_about_the_cursor():
    async with opened() as (app, pilot):
        await pilot.press("n", "n", "Z", "Z", "Z")
        assert app.told.startswith("2023: 3 of 7")
        units = []
        for _ in range(5):
            units.append(app.told.split(":")[0])
            await pilot.press("z")
        assert units == ["2023", "Q3 2023", "Aug 2023", "2023-W33, 14 Aug 2023 – 20 Aug 2023", "16 Aug 2023"]
        assert app.told.startswith("16 Aug 2023: 0 of 0")
        await pilot.press("n")
        assert app.told.startswith("20 Aug 2023: 1 of 1")


async def test_all_days_can_be_reached_when_they_do_not_fit():
    async with opened() as (app, pilot):
        await pilot.press("z", "z", "G")
        assert app.told.startswith("7 Nov 2024: 1 of 2")
        assert app.rows[2].startswith("‹")
        await pilot.press("g")
        assert app.told.startswith("30 Jun 2023: 0 of 1")
        assert app.rows[2].endswith("›")


async def test_the_window_shifts_and_the_cursor_stays_in_sight():
    async with opened() as (app, pilot):
        await pilot.press("z", "z")
        await pilot.press("greater_than_sign")
        assert app.rows[2].startswith("‹")
        before = app.told
        await pilot.press("less_than_sign", "less_than_sign")
        assert not app.rows[2].startswith("‹")
        assert app.told.split(":")[0] == before.split(":")[0]
        assert app.heard == []


async def test_a_round_trip_returns_to_the_same_place():
    async with opened() as (app, pilot):
        await pilot.press("z", "n", "n")
        rows = app.rows
        app.set_focus(None)
        app.timeline.found = Tally.of(days("2023-12-11"))
        await pilot.pause()
        app.timeline.found = FOUR
        app.timeline.focus()
        await pilot.pause()
        assert app.rows == rows


async def test_it_goes_to_a_day():
    async with opened() as (app, pilot):
        app.timeline.go_to(date(2023, 12, 11))
        assert app.told.startswith("Dec 2023: 0 of 1")
        app.timeline.go_to(date(1999, 1, 1))
        assert app.told.startswith("Jun 2023")
        await pilot.press("z", "z")
        app.timeline.go_to(date(2024, 11, 7))
        assert app.told.startswith("7 Nov 2024")

"""Milestones on the timeline, and the keys that walk them."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_app import opened
from timeline_scenes import days

from tui.timeline.milestones import Milestone

OPENED = Milestone(*days("2023-06-30")[0], "30 Jun 2023", "The bridge over the Sora was opened.")
CLOSED = [Milestone(*days(day)[0], "1 Dec 2023 or 2 Jan 2024", "", True) for day in ("2023-12-01", "2024-01-02")]
LONG = Milestone(*days("2024-01-01")[0][:1], date(2024, 12, 31).toordinal(), "2024", "")
OLD = Milestone(*days("1998-05-05")[0], "5 May 1998", "")


async def test_milestones_come_later_and_are_signs_on_the_axis():
    async with opened() as (app, pilot):
        before = app.rows
        app.timeline.milestones = (OLD, OPENED, *CLOSED, LONG)
        await pilot.pause()
        assert app.rows[:3] == before[:3]
        assert app.rows[3] == "  ◆ ╵Jul 2023   ╵Oct 2023 ◇ ◇Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024"
        assert app.told == "Jun 2023: 0 of 1 article · ◆ 30 Jun 2023: The bridge over the Sora…"
        app.timeline.milestones = ()
        await pilot.pause()
        assert app.rows == before


WALKED = [
    ("next", "m", "Dec 2023: 0 of 1 article · ◇ 1 Dec 2023 or 2 Jan 2024"),
    ("after-the-last", "m m m m", "Jan 2024: 0 of 0 articles · ◇"),
    ("previous", "G M", "Jan 2024: 0 of 0 articles · ◇"),
    ("before-the-first-that-can-be-reached", "M M", "Jun 2023: 0 of 1 article · ◆"),
    ("at-another-unit", "Z Z m", "2024: 1 of 2 · ◆ 2024 +1"),
]


@pytest.mark.parametrize(("keys", "told"), [c[1:] for c in WALKED], ids=[c[0] for c in WALKED])
async def test_keys_walk_the_milestones(keys, told):
    async with opened() as (app, pilot):
        app.timeline.milestones = (OLD, OPENED, *CLOSED, LONG)
        await pilot.press(*keys.split())
        assert app.told.startswith(told)


async def test_without_milestones_their_keys_do_nothing():
    async with opened() as (app, pilot):
        before = app.rows
        await pilot.press("m", "M")
        assert app.rows == before


async def test_where_the_other_milestones_are_in_the_same_bar_it_says_which_key_shows_them():
    async with opened() as (app, pilot):
        app.timeline.milestones = (OPENED, *CLOSED, LONG)
        await pilot.press("Z", "Z", "m")
        before = app.told
        await pilot.press("m")
        assert app.told == before
        assert [each.message for each in app._notifications] == ["The other ones are in this bar: z zooms in."]


async def test_without_milestones_their_keys_say_that_there_are_none_not_that_there_is_no_later_one():
    async with opened() as (app, pilot):
        await pilot.press("m")
        assert [each.message for each in app._notifications] == [
            "No milestone of these articles is known: T reads them."
        ]

"""What the timeline shows in a small app of its own."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_app import FOUR, Harness, opened
from timeline_scenes import NINE, PUBLISHED, days

from tui.base.days import Clock
from tui.timeline.granularity import Granularity
from tui.timeline.tally import Tally
from tui.ui.widgets.timeline import Timeline


async def test_it_shows_the_hits_before_the_dossier_and_the_bucket_under_the_cursor():
    async with opened() as (app, _):
        assert app.rows == [
            "  ┊      ⣿⣿⣿                │",
            "  ┊      ██⣿                │                                        ⣿⣿⣿",
            " ⣿⣿⣿ ███ ██⣿     ⣿⣿⣿     ⣿⣿⣿│                                        ██⣿",
            "    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024",
            "◀━━━ Jun 2023: 0 of 1 article · all time · 30 Jun 2023 – 7 Nov 2024 ━━━━▶",
        ]


async def test_without_the_focus_there_is_no_cursor():
    async with opened() as (app, pilot):
        app.set_focus(None)
        await pilot.pause()
        assert "┊" not in "".join(app.rows)
        assert app.told == "all time · 30 Jun 2023 – 7 Nov 2024"


async def test_the_bars_follow_the_hits():
    async with opened() as (app, pilot):
        app.timeline.found = Tally.of(days("2023-12-11"))
        await pilot.pause()
        assert "".join(app.rows[:3]).count("█") == 3
        app.timeline.found = Tally()
        await pilot.pause()
        assert "█" not in "".join(app.rows)
        assert "⣿" in "".join(app.rows)


async def test_another_size_shows_the_same_time():
    async with opened() as (app, pilot):
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.rows[3] == " Q2 2023       │2024"
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert app.rows[3].endswith("╵Oct 2024")


async def test_a_zoomed_window_survives_another_size():
    async with opened() as (app, pilot):
        await pilot.press("n", "n", "z")
        await pilot.resize_terminal(60, 12)
        assert app.told.startswith("2023-W33")


async def test_undated_articles_are_counted_and_asked_for():
    undated = [(0, 0)] * 6
    async with opened(Tally.of([*PUBLISHED[:1], *undated[:2]]), Tally.of([*PUBLISHED, *undated])) as (app, pilot):
        assert app.rows[0].endswith("+2")
        assert app.rows[1].endswith("undated")
        await pilot.press("U")
        await pilot.mouse_down(app.timeline, offset=(77, 1))
        await pilot.pause()
        assert [type(message) for message in app.heard] == [Timeline.UndatedAsked] * 2


async def test_the_other_clock_is_named_and_asked_for():
    async with opened(clock=Clock.MENTIONED) as (app, pilot):
        assert app.slider.endswith("mentioned")
        await pilot.press("c")
        await pilot.mouse_down(app.timeline, offset=(75, 4))
        await pilot.pause()
        assert [type(message) for message in app.heard] == [Timeline.ClockAsked] * 2


EMPTY = [
    ("no-article", Tally(), "no articles"),
    ("only-undated", Tally(undated=6), "6 articles, none with a date"),
]


@pytest.mark.parametrize(("whole", "words"), [c[1:] for c in EMPTY], ids=[c[0] for c in EMPTY])
async def test_without_dates_it_says_so_and_every_key_is_harmless(whole, words):
    async with opened(Tally(), whole) as (app, pilot):
        assert app.rows[2].strip() == words
        await pilot.press("left", "right", "n", "e", "z", "Z", "g", "G", "space", "b", "H", "L", "shift+left")
        await pilot.press("less_than_sign", "greater_than_sign", "escape", "enter")
        await pilot.click(app.timeline, offset=(10, 1))
        await pilot.pause()
        assert app.spans == []
        app.timeline.go_to(date(2023, 1, 1))
        assert app.rows[2].strip() == words


async def test_one_article_stands_in_its_surroundings():
    one = Tally.of(days("2023-07-08"))
    async with opened(one, one) as (app, pilot):
        assert app.told == "8 Jul 2023: 1 of 1 article · 8 Jul 2023"
        await pilot.press("enter")
        await pilot.pause()
        assert app.spans == []


async def test_it_is_whole_in_a_small_corner():
    undated = [(0, 0)] * 6
    async with opened(FOUR, Tally.of([*PUBLISHED, *undated]), size=(30, 12)) as (app, pilot):
        app.timeline.styles.height = 3
        await pilot.pause()
        assert app.rows == [
            " ▃▃▃▃▃▃▃⣿ ▁▁▁▁▁▁▁⣀          +0",
            "│2023    │2024         undated",
            "◀━ 2023: 3 of 7 ━━▶",
        ]


async def test_in_ascii_nothing_else_is_drawn():
    app = Harness(FOUR, NINE, ascii_only=True)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        assert "".join(app.rows).isascii()


async def test_every_row_fills_the_width_whatever_the_theme():
    async with opened() as (app, pilot):
        for theme in ("textual-light", "ansi-dark", "nord"):
            app.theme = theme
            await pilot.pause()
            assert [app.timeline.render_line(row).cell_length for row in range(5)] == [80] * 5


def test_every_key_has_a_name_and_says_what_it_does():
    ids = [binding.id for binding in Timeline.BINDINGS]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("timeline.") for name in ids)
    assert all(binding.description for binding in Timeline.BINDINGS)


async def test_among_mentioned_dates_the_window_is_where_most_of_those_of_the_hits_lie():
    whole = Tally.of(days(*(f"{year}-06-01" for year in range(1971, 2001)), "1987-02-20", "1987-03-05", "1987-03-27"))
    story = Tally.of(days("1987-02-20", "1987-03-05", "1987-03-27"))
    async with opened(story, whole, clock=Clock.MENTIONED) as (app, pilot):
        assert app.timeline.window.granularity in (Granularity.DAY, Granularity.WEEK)
        assert app.timeline.window.span.first.year == app.timeline.window.span.last.year == 1987
        app.timeline.found = whole
        await pilot.pause()
        assert app.timeline.window.span.first.year <= 1971
        app.timeline.found = story
        await pilot.pause()
        assert app.timeline.window.span.last.year == 1987
        app.timeline.found, app.timeline.clock = story, Clock.PUBLISHED
        await pilot.pause()
        assert app.timeline.window.span.first.year <= 1971

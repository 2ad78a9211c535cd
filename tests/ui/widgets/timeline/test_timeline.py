"""The timeline in a small app of its own: stories of keys and of the mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static

from tui.days import Clock, Span
from tui.timeline.milestones import Milestone
from tui.timeline.tally import Tally
from tui.ui.widgets.timeline import Timeline


def days(*written: str) -> list[tuple[int, int]]:
    return [(date.fromisoformat(day).toordinal(),) * 2 for day in written]


PUBLISHED = days(
    *("2023-06-30", "2023-07-08", "2023-08-20", "2023-08-21", "2023-08-25"),
    *("2023-10-21", "2023-12-11", "2024-11-07", "2024-11-07"),
)
NINE = Tally.of(PUBLISHED)
FOUR = Tally.of(days("2023-07-08", "2023-08-20", "2023-08-25", "2024-11-07"))


class Harness(App[None]):
    """An app that holds a timeline and hears what it says."""

    def __init__(self, found: Tally, whole: Tally, clock: Clock = Clock.PUBLISHED, ascii_only: bool = False) -> None:
        super().__init__()
        self.heard: list[Message] = []
        self.timeline = Timeline(ascii_only=ascii_only)
        self.timeline.found, self.timeline.whole, self.timeline.clock = found, whole, clock

    def compose(self) -> ComposeResult:
        yield Static("above")
        yield self.timeline

    def on_timeline_span_changed(self, message: Timeline.SpanChanged) -> None:
        self.heard.append(message)

    def on_timeline_left(self, message: Timeline.Left) -> None:
        self.heard.append(message)

    def on_timeline_undated_asked(self, message: Timeline.UndatedAsked) -> None:
        self.heard.append(message)

    def on_timeline_clock_asked(self, message: Timeline.ClockAsked) -> None:
        self.heard.append(message)

    @property
    def spans(self) -> list[Span | None]:
        return [message.span for message in self.heard if isinstance(message, Timeline.SpanChanged)]

    @property
    def rows(self) -> list[str]:
        return [self.timeline.render_line(row).text.rstrip() for row in range(self.timeline.size.height)]

    @property
    def slider(self) -> str:
        return self.rows[-1]

    @property
    def told(self) -> str:
        """What the slider says, without the slider."""
        return self.slider.strip(" ◀━▶─")


@asynccontextmanager
async def opened(
    found: Tally = FOUR, whole: Tally = NINE, size: tuple[int, int] = (80, 12), clock: Clock = Clock.PUBLISHED
) -> AsyncIterator[tuple[Harness, Pilot[None]]]:
    app = Harness(found, whole, clock)
    async with app.run_test(size=size) as pilot:
        app.timeline.focus()
        await pilot.pause()
        yield app, pilot


def month(year: int, number: int) -> Span:
    return Span.of_month(year, number)


async def test_it_shows_the_hits_before_the_dossier_and_the_bucket_under_the_cursor():
    async with opened() as (app, _):
        assert app.rows == [
            "  ┊      ⣿⣿⣿                │",
            "  ┊      ██⣿                │                                        ⣿⣿⣿",
            " ⣿⣿⣿ ███ ██⣿     ⣿⣿⣿     ⣿⣿⣿│                                        ██⣿",
            "    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024",
            "◀━━━━━━━ Jun 2023: 0 of 1 · all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━▶",
        ]


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
        assert app.told == "Jun 2023: 0 of 1 · ◆ 30 Jun 2023: The bridge over the Sora was…"
        app.timeline.milestones = ()
        await pilot.pause()
        assert app.rows == before


WALKED = [
    ("next", "m", "Dec 2023: 0 of 1 · ◇ 1 Dec 2023 or 2 Jan 2024"),
    ("after-the-last", "m m m m", "Jan 2024: 0 of 0 · ◇"),
    ("previous", "G M", "Jan 2024: 0 of 0 · ◇"),
    ("before-the-first-that-can-be-reached", "M M", "Jun 2023: 0 of 1 · ◆"),
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


async def test_without_the_focus_there_is_no_cursor():
    async with opened() as (app, pilot):
        app.set_focus(None)
        await pilot.pause()
        assert "┊" not in "".join(app.rows)
        assert app.told == "all time · 30 Jun 2023 – 7 Nov 2024"


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
        assert app.slider.startswith(" ───────◀━━━▶ Aug 2023: 2 of 3 · Aug 2023 ──")


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
        assert app.rows[3] == " Q2 2023       │2024"
        await pilot.resize_terminal(80, 12)
        assert app.rows[3].endswith("╵Oct 2024")


async def test_a_zoomed_window_survives_another_size():
    async with opened() as (app, pilot):
        await pilot.press("n", "n", "z")
        await pilot.resize_terminal(60, 12)
        assert app.told.startswith("2023-W33")


async def test_it_goes_to_a_day():
    async with opened() as (app, pilot):
        app.timeline.go_to(date(2023, 12, 11))
        assert app.told.startswith("Dec 2023: 0 of 1")
        app.timeline.go_to(date(1999, 1, 1))
        assert app.told.startswith("Jun 2023")
        await pilot.press("z", "z")
        app.timeline.go_to(date(2024, 11, 7))
        assert app.told.startswith("7 Nov 2024")


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


async def test_margins_shift_the_window():
    async with opened() as (app, pilot):
        await pilot.press("z", "z")
        assert app.rows[2].endswith("›")
        await pilot.mouse_down(app.timeline, offset=(79, 1))
        await pilot.mouse_up(app.timeline, offset=(79, 1))
        assert app.rows[2].startswith("‹")


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
        assert app.told == "8 Jul 2023: 1 of 1 · 8 Jul 2023"
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

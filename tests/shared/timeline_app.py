"""The timeline in a small app of its own, which hears what it says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static
from timeline_scenes import NINE, days

from tui.base.days import Clock, Span
from tui.timeline.tally import Tally
from tui.ui.widgets.timeline import Timeline

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

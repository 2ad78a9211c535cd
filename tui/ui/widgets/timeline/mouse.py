"""The mouse on the timeline: handles are dragged, bars swept over, the wheel scrolls.

It remembers what the mouse holds and points at, and no more: what follows from that is done by the timeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.timeline.layout import Zone
from tui.timeline.slider import Handle, nearest, put
from tui.timeline.window import Window

if TYPE_CHECKING:
    from tui.ui.widgets.timeline.timeline import Timeline


class TimelineMouse:
    """What the mouse does to one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._held: Handle | int | None = None  # what is dragged: a handle, or a sweep that began at a bucket
        self._swept = False  # whether the sweep has left its first bucket
        self.pointed: int | None = None
        """The bucket under the mouse."""

    def handle(self, event: events.MouseEvent | events.Leave) -> None:
        """Handle whatever the mouse does."""
        window = self._timeline.window
        if isinstance(event, events.MouseUp):
            self._release()
        elif isinstance(event, events.Leave):
            self._point_at(None)
        elif window is None:
            return
        elif isinstance(event, events.MouseDown):
            self._press(event, window)
        elif isinstance(event, events.MouseMove):
            self._move(event, window)
        elif isinstance(event, events.MouseScrollDown | events.MouseScrollUp):
            self._scroll(event, window)
        elif isinstance(event, events.Click) and event.chain == 2:
            self._choose(event, window)

    def _press(self, event: events.MouseDown, window: Window) -> None:
        """Take hold of a handle, begin a sweep over the bars, or answer a press elsewhere."""
        if event.button != 1:
            return
        timeline = self._timeline
        x, y = event.get_content_offset_capture(timeline)
        place = self._place(x, y, window)
        if place in (Zone.EARLIER, Zone.LATER):
            timeline.action_shift(-1 if place is Zone.EARLIER else 1)
        elif place is Zone.SIDE:
            timeline.press_side(y)
        else:
            self._hold(place, window.bucket(timeline.geometry.column(x)), window)
            timeline.capture_mouse()

    def _hold(self, place: Zone, number: int, window: Window) -> None:
        """Remember what the mouse drags from here on."""
        if place is Zone.BARS:
            self._held = number
            self._timeline.point(number)
        elif place is Zone.TRACK:
            self._held = nearest(self._timeline.span, window.granularity, number, window.extent)
            self._drag(number, window)
        else:
            self._held = Handle(place)

    def _drag(self, number: int, window: Window) -> None:
        """Bring what the mouse holds to a bucket."""
        timeline = self._timeline
        if isinstance(self._held, Handle):
            number = window.folds.stretch(number)[self._held is Handle.END]
            timeline.choose(put(self._held, timeline.span, window.granularity, number, window.extent))
        elif self._held is not None and (self._swept or number != self._held):
            self._swept = True
            timeline.choose(window.swept(self._held, number))

    def _move(self, event: events.MouseMove, window: Window) -> None:
        """Drag what is held, scrolling at the edges; else say what the mouse points at."""
        timeline = self._timeline
        x, y = event.get_content_offset_capture(timeline)
        column = timeline.geometry.column(x)
        if self._held is None:
            self._point_at(window.bucket(column) if self._place(x, y, window) is Zone.BARS else None)
            return
        if not 0 <= column < window.width:
            timeline.shift(-1 if column < 0 else 1)
        self._drag((timeline.window or window).bucket(column), timeline.window or window)

    def _release(self) -> None:
        self._held, self._swept = None, False
        self._timeline.release_mouse()

    def _point_at(self, number: int | None) -> None:
        if number != self.pointed:
            self.pointed = number
            self._timeline.redraw()

    def _choose(self, event: events.Click, window: Window) -> None:
        """Choose the bucket that is clicked twice."""
        x, y = event.get_content_offset_capture(self._timeline)
        if self._place(x, y, window) is Zone.BARS:
            self._timeline.choose(window.stretch(window.bucket(self._timeline.geometry.column(x))))

    def _scroll(self, event: events.MouseScrollDown | events.MouseScrollUp, window: Window) -> None:
        """Scroll by a tenth of what is visible."""
        event.stop()
        buckets = max(1, window.shown // 10)
        self._timeline.shift(buckets if isinstance(event, events.MouseScrollDown) else -buckets)

    def _place(self, x: int, y: int, window: Window) -> Zone:
        return self._timeline.geometry.place(x, y, window, self._timeline.span or window.extent)

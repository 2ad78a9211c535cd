"""The mouse on the timeline: handles are dragged, bars swept over, the wheel scrolls.

It remembers what the mouse holds and points at, and no more: what follows from that is asked of the widget.
"""

from __future__ import annotations

from textual import events, on
from textual.reactive import reactive
from textual.widget import Widget

from tui.base.days import Span
from tui.timeline.layout import Layout, Zone
from tui.timeline.slider import Handle, nearest, put, swept
from tui.timeline.window import Window


class TimelineMouse(Widget):
    """The part of the timeline that the mouse reaches."""

    span: reactive[Span | None] = reactive[Span | None](None)
    """The chosen days, or None for all time."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._layout = Layout(0, 0)
        self._window: Window | None = None
        self._pointed: int | None = None  # the bucket under the mouse
        self._held: Handle | int | None = None  # what the mouse drags: a handle, or a sweep that began at a bucket
        self._swept = False  # whether the sweep has left its first bucket

    def _redraw(self) -> None:
        raise NotImplementedError

    def _point(self, number: int) -> None:
        """Put the cursor on a bucket."""
        raise NotImplementedError

    def _choose(self, span: Span | None) -> None:
        """Make a span the chosen one."""
        raise NotImplementedError

    def _shift(self, buckets: int) -> None:
        """Scroll by buckets."""
        raise NotImplementedError

    def _press_side(self, y: int) -> None:
        """Answer a press on the lines at the side."""
        raise NotImplementedError

    def action_shift(self, direction: int) -> None:
        """Scroll by half of what is visible."""
        if self._window is not None:
            self._shift(direction * max(1, self._window.shown // 2))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a handle, begin a sweep over the bars, or answer a press elsewhere."""
        if self._window is None or event.button != 1:
            return
        x, y = event.get_content_offset_capture(self)
        place = self._layout.place(x, y, self._window, self.span or self._window.extent)
        number = self._window.bucket(self._layout.column(x))
        if place in (Zone.EARLIER, Zone.LATER):
            self.action_shift(-1 if place is Zone.EARLIER else 1)
        elif place is Zone.SIDE:
            self._press_side(y)
        else:
            self._hold(place, number)
            self.capture_mouse()

    def _hold(self, place: Zone, number: int) -> None:
        """Remember what the mouse drags from here on."""
        assert self._window is not None
        if place is Zone.BARS:
            self._held = number
            self._point(number)
        elif place is Zone.TRACK:
            self._held = nearest(self.span, self._window.granularity, number, self._window.extent)
            self._drag(number)
        else:
            self._held = Handle(place)

    def _drag(self, number: int) -> None:
        """Bring what the mouse holds to a bucket."""
        assert self._window is not None
        window = self._window
        if isinstance(self._held, Handle):
            self._choose(put(self._held, self.span, window.granularity, number, window.extent))
        elif self._held is not None and (self._swept or number != self._held):
            self._swept = True
            self._choose(swept(window.granularity, self._held, number))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag what is held, scrolling at the edges; else tell what the mouse points at."""
        if self._window is None:
            return
        x, y = event.get_content_offset_capture(self)
        column = self._layout.column(x)
        if self._held is None:
            place = self._layout.place(x, y, self._window, self.span or self._window.extent)
            pointed = self._window.bucket(column) if place is Zone.BARS else None
            if pointed != self._pointed:
                self._pointed = pointed
                self._redraw()
            return
        if not 0 <= column < self._window.width:
            self._shift(-1 if column < 0 else 1)
        self._drag(self._window.bucket(column))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._held, self._swept = None, False
        self.release_mouse()

    def on_leave(self) -> None:
        """Point at nothing."""
        if self._pointed is not None:
            self._pointed = None
            self._redraw()

    def on_click(self, event: events.Click) -> None:
        """Choose the bucket that is clicked twice."""
        if self._window is not None and event.chain == 2:
            x, y = event.get_content_offset_capture(self)
            if self._layout.place(x, y, self._window, self.span or self._window.extent) is Zone.BARS:
                self._choose(self._window.granularity.numbered(self._window.bucket(self._layout.column(x))))

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def scroll_time(self, event: events.MouseScrollDown | events.MouseScrollUp) -> None:
        """Scroll by a tenth of what is visible."""
        event.stop()
        if self._window is not None:
            buckets = max(1, self._window.shown // 10)
            self._shift(buckets if isinstance(event, events.MouseScrollDown) else -buckets)

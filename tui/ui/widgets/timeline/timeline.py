"""The timeline widget: the histogram and its keys; what it shows is drawn by `tui.timeline`.

It keeps what is looked at (window and cursor) and asks for everything else: a change of the span is a message,
whichever key or mouse movement caused it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import events, on
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.base.days import Clock, Span
from tui.locale import N_, _
from tui.timeline.bars import draw, draw_words
from tui.timeline.captions import nothing_caption, side_lines
from tui.timeline.cells import ASCII, UNICODE, CellRole, Drawing
from tui.timeline.folding import empty_stretches
from tui.timeline.histogram import beyond, occupied, peaks
from tui.timeline.layers import Division, Layer
from tui.timeline.layout import Layout
from tui.timeline.milestones import Milestone
from tui.timeline.slider import Handle, chosen, moved
from tui.timeline.tally import Tally
from tui.timeline.window import Window, core_of, most_of
from tui.ui.drawing.layers import layer_styles
from tui.ui.drawing.outlets import outlet_role, outlet_roles
from tui.ui.widgets.timeline.keys import KEYS
from tui.ui.widgets.timeline.mouse import TimelineMouse
from tui.ui.widgets.timeline.scenes import Scenes
from tui.ui.widgets.timeline.styles import CSS


class Timeline(Widget, can_focus=True):
    """A histogram of articles over time with a span that is chosen on it by two handles."""

    DEFAULT_CSS = CSS

    HELP: ClassVar[str | None] = N_(
        "Drag a handle or sweep over the bars to choose a span; click twice to choose one bar; the wheel scrolls. "
        "Solid bars are hits, dense dots the whole dossier, sparse dots hits whose date is known only roughly. "
        "• stands over articles that are new since the last visit. Below the bars, ◆ is an event that several sources "
        "report, ◇ one whose date they dispute. ┈ >2 y ┈ is a stretch without any article, and how long it is. "
        "Where hits have a larger scale (hits ×50), they stand beside the dots of the whole dossier. "
        "v stacks the hits by outlet, each with its letter, + for all others; V gives a lane each to this query, saved "
        "ones and the last asked, four at most. The legend has the exact numbers, those of the bar under the cursor."
    )

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{role}" for role in (*CellRole, *outlet_roles())}

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    span: reactive[Span | None] = reactive[Span | None](None)
    """The chosen days, or None for all time."""
    found: reactive[Tally] = reactive(Tally)
    """The hits of the query, in front."""
    whole: reactive[Tally] = reactive(Tally)
    """All articles, behind; their extent is what can be reached."""
    clock: reactive[Clock] = reactive(Clock.PUBLISHED)
    """Which dates the tallies count."""
    milestones: reactive[tuple[Milestone, ...]] = reactive[tuple[Milestone, ...]](())
    """What several sources report, on both clocks at the days on which it happened."""

    new: reactive[tuple[tuple[int, int], ...]] = reactive[tuple[tuple[int, int], ...]](())
    """The ordinals of the first and the last day on which each new article may have appeared."""
    article: reactive[tuple[date, str] | None] = reactive[tuple[date, str] | None](None)
    """The first day of the article that is read and its outlet; None where it has no day, and among dates mentioned."""

    @dataclass
    class SpanChanged(Message):
        """Other days were chosen; None is all time, undated articles included."""

        span: Span | None

    @dataclass
    class Left(Message):
        """The timeline is left."""

        towards: Literal["up", "down", "back"]

    class UndatedAsked(Message):
        """The undated articles were asked for."""

    @dataclass
    class DivisionAsked(Message):
        """The hits were asked for by outlet or beside those of other queries, or undivided again."""

        division: Division

    class ClockAsked(Message):
        """The other clock was asked for."""

    def __init__(self, *, id: str | None = None, classes: str | None = None, ascii_only: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self.glyphs = ASCII if ascii_only else UNICODE
        self._mouse = TimelineMouse(self)
        self.division: Division | None = None
        """What the hits are divided by."""
        self.parts: tuple[Layer, ...] = ()
        """The parts of that division; none until they are known."""
        self.geometry = Layout(0, 0)
        """Where the parts of the widget are."""
        self.window: Window | None = None
        """The time that is looked at; None where nothing has a date."""
        self._core: Span | None = None  # the time that the first view shows whole
        self._empty: tuple[Span, ...] = ()  # the long stretches without anything, which are folded
        self._day = date.min  # the cursor: a day, so that it keeps its place at every granularity
        self._cursor_moved = False  # since the span last changed: enter then takes the bucket
        self._scenes = Scenes(self)
        self._strips: list[Strip] | None = None

    def render_line(self, y: int) -> Strip:
        """Return one row; all of them are drawn at once and kept until something changes."""
        if self._strips is None:
            styles = {role: self.get_component_rich_style(f"timeline--{role}") for role in CellRole}
            if self.article is not None:
                hue = outlet_role(self.article[1])
                styles[CellRole.ARTICLE] = self.get_component_rich_style(f"timeline--{hue}")
            if self.division is not None:
                for role, hue in layer_styles(self.division, self.parts).items():
                    styles[CellRole(role)] = self.get_component_rich_style(f"timeline--{hue}")
            self._strips = [Strip([Segment(text, styles[role]) for text, role in row]) for row in self._drawn()]
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def _drawn(self) -> Drawing:
        """Draw the timeline at its present size."""
        if self.window is None:
            return draw_words(nothing_caption(self.whole), *self.size)
        return draw(self._scenes.of(self.window, self._marked), self.size.height, self.glyphs)

    def divide(self, division: Division | None, parts: tuple[Layer, ...] = ()) -> None:
        """Divide the hits, with room for a legend and higher bars; None divides them no longer.

        Without its parts the bars stay whole until these are known.
        """
        self.division, self.parts = division, parts
        for each in Division:
            self.set_class(each is division, f"-{each}")
        self._count_again()

    def _count_again(self) -> None:
        self._scenes.forget()
        self.redraw()

    @on(events.MouseEvent)
    @on(events.Leave)
    def use_mouse(self, event: events.MouseEvent | events.Leave) -> None:
        """Handle whatever the mouse does."""
        self._mouse.handle(event)

    @on(events.Focus)
    @on(events.Blur)
    def redraw(self) -> None:
        """Draw again; the cursor is visible only while the timeline has the focus."""
        self._strips = None
        self.refresh()

    watch_new = watch_article = redraw
    watch_milestones = _count_again

    def notify_style_update(self) -> None:
        """Draw again where a theme or a focus changes the colours."""
        self._strips = None
        super().notify_style_update()

    def watch_found(self) -> None:
        """Count other hits; among dates that texts mention, show the time that most of those of the hits are about."""
        self._count_again()
        if self.clock is Clock.MENTIONED:
            self.watch_clock()

    def watch_whole(self, whole: Tally) -> None:
        """Lay out other time."""
        self._scenes.forget()
        self._empty = empty_stretches(whole)
        self.watch_clock()

    def watch_span(self) -> None:
        """Draw other handles; enter keeps this span until the cursor moves."""
        self._cursor_moved = False
        self.redraw()

    def watch_clock(self) -> None:
        """Name the clock, and lay out the time where most of what it counts lies."""
        self._core = self._where_most_lies()
        self._fit()

    def _where_most_lies(self) -> Span | None:
        most = most_of(self.found) if self.clock is Clock.MENTIONED and self.found.total < self.whole.total else None
        return most or core_of(self.whole, self._empty)

    @on(events.Resize)
    def _fit(self) -> None:
        """Lay the window out again: all of time, or what somebody zoomed or shifted to."""
        width, height = self.size
        self.geometry = Layout.of(width, height, side_lines(self.whole, self.whole, self.clock, height))
        extent, old = self.whole.extent, self.window
        if extent is None or self._core is None or not width:
            self.window = None
        else:
            home = Window.home(extent, self.geometry.window_width, self._core, self._empty)
            stays = old is None or old == Window.home(old.extent, old.width, old.core, old.empty)
            over = None if stays or old is None else old.over(extent, self._core, self._empty)
            self.window = home if over is None else over.resized(home.width)
            reach = self._core if old is None else extent
            self._day = self.window.nearest(min(max(self._day, reach.first), reach.last))
        self.redraw()

    @property
    def _marked(self) -> int | None:
        """The bucket that the caption describes: the one under the mouse, else the one under the cursor."""
        if self._mouse.pointed is not None:
            return self._mouse.pointed
        return self._cursor if self.has_focus and self.window is not None else None

    @property
    def _cursor(self) -> int:
        """The number of the bucket under the cursor."""
        return self.window.granularity.number(self._day.toordinal()) if self.window is not None else 0

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, or on the nearest one that has articles on its side."""
        if self.window is not None:
            extent = self.window.extent
            self._day = min(max(day, extent.first), extent.last)
            self._look(self.window.showing(self._cursor))

    def point(self, number: int) -> None:
        """Put the cursor on a bucket, or on the nearest one that can be reached, and bring it into sight."""
        if self.window is not None:
            low, high = self.window.reach
            self._day = self.window.middle(max(low, min(number, high)))
            self._cursor_moved = True
            self._look(self.window.showing(self._cursor))

    def _look(self, window: Window) -> None:
        """Look at other time; what the mouse points at is forgotten."""
        self.window, self._mouse.pointed = window, None
        self.redraw()

    def shift(self, buckets: int) -> None:
        """Scroll by buckets; the cursor stays in sight."""
        if self.window is not None:
            window = self.window.shifted(buckets)
            self._day = window.nearest(self._day)
            self._look(window)

    def choose(self, span: Span | None) -> None:
        """Choose a span and post it, unless it is the chosen one already."""
        if span is not None and self.window is not None:
            span = chosen(span, self.window.extent)
        if span != self.span:
            self.span = span
            self.post_message(self.SpanChanged(span))
        self._cursor_moved = False

    def action_step(self, buckets: int) -> None:
        """Move the cursor by buckets."""
        if self.window is not None:
            self.point(self.window.stepped(self._cursor, buckets))

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many buckets as are visible."""
        if self.window is not None:
            self.point(self.window.stepped(self._cursor, pages * self.window.shown))

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last date."""
        if self.window is not None:
            self.point(self.window.granularity.reach(self.window.extent)[direction > 0])

    def action_hit(self, direction: int) -> None:
        """Move the cursor to the next bucket with hits, or the previous one."""
        self._point_beyond([number for number, _count in self._occupied], direction, _("No hit has a date."))

    def action_peak(self, direction: int) -> None:
        """Move the cursor to the next peak of the hits, or the previous one."""
        self._point_beyond(peaks(self._occupied), direction, _("No hit has a date."))

    def action_milestone(self, direction: int) -> None:
        """Move the cursor to the next bucket with a milestone, or the previous one."""
        if self.window is not None:
            low, high = self.window.reach
            placed = self._scenes.placed(self.window.granularity)
            numbers = [number for number in placed if low <= number <= high]
            unit, here = self.window.granularity, placed.get(self._cursor, ())
            if beyond(numbers, self._cursor, direction) is None and len(here) > 1 and unit.finer is not unit:
                self.notify(_("The other ones are in this bar: z zooms in."), timeout=3)
            else:
                self._point_beyond(numbers, direction, _("No milestone of these articles is known: T reads them."))

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that have nothing to go to now."""
        return frozenset("m" * (not self.milestones) + "n" * (not self.found.dated))

    @property
    def _occupied(self) -> tuple[tuple[int, int], ...]:
        return occupied(self.found, self.window.granularity) if self.window is not None else ()

    def _point_beyond(self, numbers: Sequence[int], direction: int, none: str) -> None:
        """Point at the nearest of some buckets in a direction; where there are `none` at all, say so."""
        number = beyond(numbers, self._cursor, direction)
        if number is not None:
            self.point(number)
        elif not numbers:
            self.notify(none, timeout=3)
        else:
            self.notify(_("There is no later one.") if direction > 0 else _("There is no earlier one."), timeout=2)

    def action_fit(self) -> None:
        """Show all of time from the first date to the last; where that is shown, only where most dates are."""
        if self.window is not None:
            now = self.window
            most, whole = (Window.home(now.extent, now.width, core, now.empty) for core in (self._core, None))
            self._look(most if self.window == whole else whole)
            if most == whole:
                self.notify(_("All of time is in sight."), timeout=2)

    def action_shift(self, direction: int) -> None:
        """Scroll by half of what is visible."""
        if self.window is not None:
            self.shift(direction * max(1, self.window.shown // 2))

    def action_zoom(self, direction: int) -> None:
        """Count in the next finer unit, or the next coarser one, about the cursor."""
        if self.window is not None:
            unit = self.window.granularity
            other = unit.finer if direction > 0 else unit.coarser
            if other is unit:
                finest = _("This is the finest step: a bar is a day.")
                self.notify(finest if direction > 0 else _("This is the coarsest step: a bar is a year."), timeout=2)
            self._look(self.window.zoomed(unit.finer if direction > 0 else unit.coarser, self._day))

    def action_whole(self) -> None:
        """Fit the window to all of time, or again to where most of the dates lie."""
        extent, old = self.whole.extent, self.window
        if extent is not None and old is not None:
            self._core = self._where_most_lies() if old.core == extent else extent
            self._look(Window.home(extent, old.width, self._core, self._empty))

    def action_handle(self, handle: str, buckets: int) -> None:
        """Move one end of the span by buckets, and bring it into sight."""
        if self.window is not None:
            window, end = self.window, Handle(handle)
            if self.span is None and (buckets > 0) is (end is Handle.END):
                # There is nothing beyond all time: the span begins at the cursor, as a selection does.
                self.choose(window.granularity.numbered(self._cursor))
            self.choose(moved(end, self.span, window.granularity, buckets, window.extent, stepped=window.stepped))
            start, stop = window.granularity.reach(self.span or window.extent)
            self._look(window.showing(start if end is Handle.START else stop))

    def action_apply(self) -> None:
        """Choose the bucket under the cursor, unless the span changed after the cursor moved; then leave."""
        if self.window is not None and (self.span is None or self._cursor_moved):
            self.choose(self.window.stretch(self._cursor))
        self.post_message(self.Left("back"))

    def action_drop(self) -> None:
        """Drop the span; without one, leave."""
        if self.span is None:
            self.post_message(self.Left("back"))
        self.choose(None)

    def action_leave(self, towards: Literal["up", "down"]) -> None:
        """Leave for the pane above or below."""
        self.post_message(self.Left(towards))

    def action_divide(self, division: str) -> None:
        """Ask for the hits by `outlets`, or beside those of other `queries`; the second time, undivided."""
        self.post_message(self.DivisionAsked(Division(division)))

    def action_clock(self) -> None:
        """Ask for the other clock."""
        self.post_message(self.ClockAsked())

    def action_undated(self) -> None:
        """Ask for the undated articles."""
        self.post_message(self.UndatedAsked())

    def press_side(self, y: int) -> None:
        """Ask for what the pressed line at the side says: the undated articles, or the clock."""
        clock = self.clock is not Clock.PUBLISHED and (y == self.size.height - 1 or not self.whole.undated)
        self.post_message(self.ClockAsked() if clock else self.UndatedAsked())

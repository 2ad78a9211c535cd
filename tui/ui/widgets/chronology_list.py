"""The list of a chronology: statements of any number of rows, of which only those in sight are ever wrapped.

Its position is a statement and a row of it, never a row of the whole, so that nothing has to be counted beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.chronology.chronology import DatedStatement
from tui.chronology.telling import Sign
from tui.locale import _
from tui.ui.drawing.chronology_items import Item
from tui.ui.drawing.chronology_rows import Line, Role, draw_item
from tui.ui.drawing.event_items import EventItems
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.cursor import Cursor

_KEPT = 2_000
"""Drawn statements that are kept."""
_WHEEL = 3
"""Rows by which the wheel of a mouse scrolls."""


class ChronologyList(Cursor, can_focus=True):
    """Dated statements, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next statement", id="statements.next", show=False),
        Binding("up,k", "move(-1)", "previous statement", id="statements.previous", show=False),
        Binding("pagedown,space", "page(1)", "a page down", id="statements.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="statements.page-up", show=False),
        Binding("g,home", "edge(-1)", "first event", id="statements.first", show=False),
        Binding("G,end", "edge(1)", "last event", id="statements.last", show=False),
        Binding("n", "disputed(1)", "next disputed date", id="statements.next-disputed"),
        Binding("N", "disputed(-1)", "previous disputed date", id="statements.previous-disputed", show=False),
        Binding("greater_than_sign", "year(1)", "next year", id="statements.next-year", show=False),
        Binding("less_than_sign", "year(-1)", "previous year", id="statements.previous-year", show=False),
        Binding("enter", "read", "read there", id="statements.read"),
    ]
    STYLES = "chronology"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"chronology--{role}" for role in (*Role, *outlet_roles(), "edge", "chosen", "thumb")
    }
    DEFAULT_CSS = (
        """
    ChronologyList {
        height: 1fr;
        & > .chronology--edge { color: $accent; }
        & > .chronology--date { color: $secondary; text-style: bold; }
        & > .chronology--rail { color: $rule; }
        & > .chronology--sentence { color: $foreground; }
        & > .chronology--written { color: $foreground; text-style: underline; }
        & > .chronology--inferred { color: $foreground; text-style: underline italic; }
        & > .chronology--found { color: $warning; text-style: bold underline; }
        & > .chronology--source { color: $quiet; }
        & > .chronology--disputed { color: $warning; text-style: bold; }
        & > .chronology--month { color: $primary; text-style: bold; }
        & > .chronology--chosen { background: $chosen; }
        & > .chronology--thumb { color: $rule; }
        """
        + hue_styles("chronology")
        + "}"
    )

    items: reactive[Sequence[Item]] = reactive((), init=False)
    """What is listed, in its order."""
    patterns: reactive[tuple[re.Pattern[str], ...]] = reactive((), init=False)
    """What is marked in the sentences."""

    class Moved(Message):
        """Another statement is the chosen one; None where there is none."""

        def __init__(self, item: Item | None) -> None:
            super().__init__()
            self.item = item

    class ReadAsked(Message):
        """A statement is to be read in its article."""

        def __init__(self, statement: DatedStatement) -> None:
            super().__init__()
            self.statement = statement

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: dict[int, tuple[Line, ...]] = {}
        self._top = (0, 0)  # the statement at the upper edge, and how many of its rows are above it
        self._visible: list[tuple[int, int]] | None = None

    @property
    def count(self) -> int:
        """How many statements are listed."""
        return len(self.items)

    @property
    def item(self) -> Item | None:
        """The chosen statement, or None where there is none."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    @property
    def has_disputed(self) -> bool:
        """Whether the date of a listed event is disputed."""
        return isinstance(self.items, EventItems) and self.items.with_sign(Sign.DISPUTED) > 0

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that have nothing to go to now."""
        return frozenset() if self.has_disputed else frozenset("nN")

    def list_items(self, items: Sequence[Item], patterns: Sequence[re.Pattern[str]] = ()) -> None:
        """List other statements; the chosen one stays chosen where it is among them, at the same row."""
        old, row = self.item, self._row_of_cursor()
        self.set_reactive(ChronologyList.items, items)
        self.set_reactive(ChronologyList.patterns, tuple(patterns))
        self._forget()
        self.set_reactive(ChronologyList.cursor, self._place_of(old))
        self._bring(row)
        self.report()

    def choose(self, statement: DatedStatement) -> bool:
        """Choose a statement, bring it a third below the upper edge, and say whether it is listed."""
        found = self._place(statement)
        if found is None:
            return False
        self.cursor = found
        self._bring(self.size.height // 3)
        return True

    def show_first_disputed(self) -> None:
        """Choose the first statement of the first event whose date is disputed; without any, do nothing."""
        items = self.items
        disputed = isinstance(items, EventItems) and len(items) and items.signs(0) & Sign.DISPUTED
        if not disputed and self._go_to_event(1, lambda items, at: bool(items.signs(at) & Sign.DISPUTED)):
            self._bring(self.size.height // 3)

    def watch_cursor(self) -> None:
        """Bring the chosen statement into sight."""
        self._show_cursor()
        self.report()

    def report(self) -> None:
        """Say which statement is the chosen one."""
        self.post_message(self.Moved(self.item))

    def on_resize(self) -> None:
        """Wrap to another width; the chosen statement stays at its row."""
        row = self._row_of_cursor()
        self._forget()
        self._bring(row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll(-_WHEEL)

    def place_at(self, y: int) -> int | None:
        """Return the statement that is drawn in a row, counted from 0 at the upper edge; None where none is."""
        rows = self._rows()
        return rows[y][0] if y < len(rows) else None

    def action_move(self, steps: int) -> None:
        """Choose another statement; of one that is longer than the pane, show the rest first."""
        if steps > 0 and self._below(self.cursor) > 0 and self._seen(self.cursor):
            self._scroll(min(self._below(self.cursor), max(1, self.size.height - 2)))
        elif steps < 0 and self._top[0] == self.cursor and self._top[1] > 0:
            self._scroll(-min(self._top[1], max(1, self.size.height - 2)))
        else:
            super().action_move(steps)

    def action_page(self, pages: int) -> None:
        """Go a page on or back: the last statement in sight comes to the top, or the first to the bottom."""
        rows = self._rows()
        if not rows:
            return
        if pages > 0:
            last = max(rows[-1][0], min(self.cursor + 1, len(self.items) - 1))
            long = rows[-1][0] == self._top[0]
            self._top = (last, 0) if not long else self._moved_by(max(1, self.size.height - 2))
        else:
            self._top = self._moved_by(-max(1, self.size.height - 2))
        self._fill()
        rows = self._rows()
        self.cursor = self._first_whole(rows) if pages < 0 or not self._at_end() else rows[-1][0]

    def action_disputed(self, steps: int) -> None:
        """Choose the first statement of the next event whose date is disputed, or of the previous one."""
        if not self.has_disputed:
            self.app.notify(_("No date is disputed among these events."), timeout=3)
        elif not self._go_to_event(steps, lambda items, at: bool(items.signs(at) & Sign.DISPUTED)):
            self.app.notify(_("No other disputed date that way."), timeout=2)

    def action_year(self, steps: int) -> None:
        """Choose the first event of the next year that has any, or of this year, then of the one before."""
        items = self.items
        if not isinstance(items, EventItems) or not len(items):
            return
        here = items.position(self.cursor)
        year = items.year(here)
        if steps < 0 and here and items.year(here - 1) != year:
            year = items.year(here - 1)
        if steps > 0:
            found = self._go_to_event(1, lambda items, at: items.year(at) != year)
        else:
            found = self._go_to_event(-1, lambda items, at: items.begins_year(at) and items.year(at) == year)
        if not found:
            self.app.notify(_("No other year that way."), timeout=2)

    def _go_to_event(self, steps: int, wanted: Callable[[EventItems, int], bool]) -> bool:
        """Choose the first statement of the nearest event in a direction that is wanted; say whether there is one."""
        items = self.items
        if not isinstance(items, EventItems) or not len(items):
            return False
        at = items.position(self.cursor) + steps
        while 0 <= at < len(items.events):
            if wanted(items, at):
                self.cursor = items.first_item(at)
                self._bring(0)
                return True
            at += steps
        return False

    def action_read(self) -> None:
        """Ask to read the chosen statement in its article."""
        if self.item is not None:
            self.post_message(self.ReadAsked(self.item.statement))

    def render_line(self, y: int) -> Strip:
        """Draw one row: edge, statement, scrollbar."""
        width = self.size.width
        if not self.items:
            return Strip(self.segments(self.empty_line(y), False)).adjust_cell_length(width, self.rich_style)
        rows = self._rows()
        thumb = Segment("┃" if self._is_thumb(y) else " ", self.style("thumb"))
        if y >= len(rows):
            return Strip([Segment(" " * (width - 1), self.rich_style), thumb], width)
        place, row = rows[y]
        chosen = place == self.cursor and self._is_body(place, row)
        line = [("▌" if chosen else " ", "edge"), *self._lines(place)[row]]
        return Strip([*self.segments(line, chosen), thumb]).adjust_cell_length(width, self.rich_style)

    def _is_body(self, place: int, row: int) -> bool:
        """Say whether a row belongs to the statement itself, not to the space or the heading above it."""
        line = self._lines(place)[row]
        blank = row == 0 and self.items[place].opens
        return not blank and not any(role in (Role.DISPUTED, Role.MONTH) for _text, role in line)

    def _lines(self, place: int) -> tuple[Line, ...]:
        if place not in self._drawn:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            self._drawn[place] = draw_item(self.items[place], max(1, self.size.width - 2), self.patterns)
        return self._drawn[place]

    def _height(self, place: int) -> int:
        return len(self._lines(place))

    def _forget(self) -> None:
        self._drawn.clear()
        self._visible = None
        self.refresh()

    def _rows(self) -> list[tuple[int, int]]:
        """Return what each row in sight shows: a statement and a row of it."""
        if self._visible is None:
            place, row = self._top
            visible: list[tuple[int, int]] = []
            while place < len(self.items) and len(visible) < self.size.height:
                visible += [(place, each) for each in range(row, self._height(place))]
                place, row = place + 1, 0
            self._visible = visible[: self.size.height]
        return self._visible

    def _place(self, statement: DatedStatement) -> int | None:
        if isinstance(self.items, EventItems):
            return self.items.place_of(statement)
        return next((place for place, item in enumerate(self.items) if item.statement == statement), None)

    def _place_of(self, old: Item | None) -> int:
        return 0 if old is None else self._place(old.statement) or 0

    def _row_of_cursor(self) -> int:
        """Return the row of the pane at which the chosen statement begins; 0 where it is out of sight."""
        return next((y for y, (place, _) in enumerate(self._rows()) if place == self.cursor), 0)

    def _seen(self, place: int) -> bool:
        return any(each == place for each, _ in self._rows())

    def _below(self, place: int) -> int:
        """Return how many rows of a statement lie below the lower edge, if it is the last in sight."""
        rows = self._rows()
        if not rows or rows[-1][0] != place:
            return 0
        return self._height(place) - 1 - rows[-1][1]

    def _first_whole(self, rows: Sequence[tuple[int, int]]) -> int:
        """Return the first statement in sight that begins in sight, else the first of all in sight."""
        return next((place for place, row in rows if row == 0), rows[0][0])

    def _at_end(self) -> bool:
        rows = self._rows()
        return bool(rows) and rows[-1] == (len(self.items) - 1, self._height(len(self.items) - 1) - 1)

    def _bring(self, row: int) -> None:
        """Put the chosen statement at a row of the pane, as far as the ends allow."""
        if not self.items or not self.size.height:
            self._top = (0, 0)
        else:
            self._top = (self.cursor, 0)
            self._top = self._moved_by(-row)
            self._fill()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Bring the chosen statement into sight, whole where it fits, with the least movement."""
        if not self.items or not self.size.height:
            return
        if self.cursor < self._top[0] or (self.cursor == self._top[0] and self._top[1] > 0):
            self._top = (self.cursor, 0)
        elif not self._seen(self.cursor) or self._below(self.cursor):
            height = self._height(self.cursor)
            self._top = (self.cursor, 0)
            if height < self.size.height:
                self._top = self._moved_by(height - self.size.height)
        self._visible = None
        self.refresh()

    def _scroll(self, rows: int) -> None:
        """Scroll by rows; the chosen statement stays the chosen one."""
        if self.items:
            self._top = self._moved_by(rows)
            self._fill()

    def _fill(self) -> None:
        """Leave no empty rows below the last statement while there is something above."""
        self._visible = None
        missing = self.size.height - len(self._rows())
        if missing > 0 and self._top != (0, 0):
            self._top = self._moved_by(-missing)
            self._visible = None
        self.refresh()

    def _moved_by(self, rows: int) -> tuple[int, int]:
        """Return the statement and the row of it that lie so many rows below the upper edge."""
        place, row = self._top[0], self._top[1] + rows
        while row < 0 and place > 0:
            place -= 1
            row += self._height(place)
        while place < len(self.items) - 1 and row >= self._height(place):
            row -= self._height(place)
            place += 1
        return place, max(0, min(row, self._height(place) - 1))

    def _is_thumb(self, y: int) -> bool:
        """Say whether the scrollbar shows its thumb in a row: which part of the statements is in sight."""
        rows = self._rows()
        shown, number = rows[-1][0] - rows[0][0] + 1, len(self.items)
        if shown >= number and self._at_end() and self._top == (0, 0):
            return False
        height = self.size.height
        first = rows[0][0] * height // number
        return first <= y < max(first + 1, -(-(rows[-1][0] + 1) * height // number))

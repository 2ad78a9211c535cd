"""The list of hits: the cursor, the rows in sight and nothing else.

Only the rows that are visible are ever asked for or drawn, so that a list of 100,000 moves like one of ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.timer import Timer

from tui.ui.drawing.list_rows import Line, Role, Shape, draw_row
from tui.ui.steady_view import SteadyView
from tui.view import Row, View

PAGE = 24
"""Rows that are made of every answer, those out of sight after it is painted."""
_REST = 0.05
"""Seconds after an answer in which nothing else is done: whoever types has a newer question by then."""
_AHEAD = 40
"""Rows asked for beyond each edge of the screen, so that a held arrow key never meets a row that is not there."""


class ArticleList(SteadyView, can_focus=True):
    """A list of hits that draws only what is in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next article", id="list.next", show=False),
        Binding("up,k", "move(-1)", "previous article", id="list.previous", show=False),
        Binding("ctrl+d", "page(1)", "a page of the list down", id="list.page-down", show=False),
        Binding("ctrl+u", "page(-1)", "a page of the list up", id="list.page-up", show=False),
        Binding("g,home", "edge(-1)", "first article", id="list.first", show=False),
        Binding("G,end", "edge(1)", "last article", id="list.last", show=False),
        Binding("enter", "read", "read", id="list.read"),
        Binding("x", "copies", "show or hide the copies of this article", id="list.copies", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-list--{role}" for role in Role} | {"article-list--chosen"}
    DEFAULT_CSS = """
    ArticleList {
        scrollbar-size-vertical: 1;
        & > .article-list--edge { color: $accent; }
        & > .article-list--date { color: $secondary; }
        & > .article-list--title { color: $foreground; text-style: bold; }
        & > .article-list--source { color: $foreground 60%; }
        & > .article-list--snippet { color: $foreground 85%; }
        & > .article-list--copies { color: $accent; }
        & > .article-list--mark { color: $warning; text-style: bold underline; }
        & > .article-list--chosen { background: $panel; }
        &:focus > .article-list--chosen { background: $primary 30%; }
    }
    """

    view: reactive[View | None] = reactive(None, init=False)
    """What is listed; None before the first answer."""
    cursor: reactive[int] = reactive(0, init=False)
    """The place of the chosen hit, from 0."""
    empty_words: var[str] = var("")
    """What is said where there is nothing to list."""

    class Moved(Message):
        """The cursor came to rest on another article, or on the same one under another query."""

        def __init__(self, number: int, place: int) -> None:
            super().__init__()
            self.number = number
            """The article's number in the catalogue."""
            self.place = place
            """Its place in the list, from 0."""

    class RowsAsked(Message):
        """Rows came into sight that are not there yet."""

        def __init__(self, view: View, first: int, last: int) -> None:
            super().__init__()
            self.view = view
            self.first = first
            """The first place that is wanted."""
            self.last = last
            """The place after the last one."""

    class ReadAsked(Message):
        """The article under the cursor is to be read."""

    class CopiesAsked(Message):
        """The copies of the article under the cursor are to be listed below it, or no longer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: dict[int, Row] = {}
        self._asked: tuple[int, int] = (0, 0)
        self._styles: dict[Role, Style] = {}
        self._drawn: tuple[Row, Shape, bool, tuple[Line, ...]] | None = None
        self._shape = Shape(1, False)
        self._measured = Size(0, 0)
        """The size for which the shape holds."""
        self._resting: Timer | None = None

    @property
    def shape(self) -> Shape:
        """The shape of the rows at the present width."""
        if self._measured != self.size:  # the first frame is painted before anybody tells of the first size
            self._measure()
        return self._shape

    @property
    def room(self) -> int:
        """How many hits with a passage can be seen at once, those included that are cut at the edge."""
        return -(-self.size.height // replace(self._shape, snippets=True).height)

    @property
    def number(self) -> int | None:
        """The number of the article under the cursor, or None in an empty list."""
        if self.view is None or not 0 <= self.cursor < len(self.view.listed):
            return None
        return self.view.listed[self.cursor]

    def supply(self, view: View, first: int, rows: Sequence[Row]) -> None:
        """Take the rows from place `first` on; those of another view than the present one are dropped."""
        if view is not self.view:
            return
        self._rows.update(enumerate(rows, first))
        self._asked = (0, 0)
        seen, last = self._in_sight
        if first < last and seen < first + len(rows):
            self.refresh()

    @property
    def _in_sight(self) -> tuple[int, int]:
        """The first place in sight and the one after the last."""
        top, height = self.scroll_offset.y, self.shape.height
        return top // height, (top + self.size.height) // height + 1

    def _look_ahead(self) -> None:
        """Ask for the rows below those in sight, so that they are there before the cursor is."""
        if self.view is not None and len(self._rows) < min(len(self.view.listed), PAGE):
            self.post_message(self.RowsAsked(self.view, len(self._rows), PAGE))

    def watch_view(self, old: View | None, view: View | None) -> None:
        """List another view with the cursor on the same article where it is still found.

        The same question, asked again because the folder has changed, leaves the cursor at least where it was.
        """
        chosen = old.listed[self.cursor] if old is not None and self.cursor < len(old.listed) else None
        self._rows = dict(enumerate(view.rows)) if view is not None else {}
        self._asked = (0, 0)
        self._lay_out()
        place = 0
        if view is not None and chosen is not None and old is not None and old.query.text == view.query.text:
            found = view.place(chosen)
            place = found if found is not None else self.validate_cursor(self.cursor if old.query == view.query else 0)
        self.set_reactive(ArticleList.cursor, place)
        self._show_cursor(_newly_below(old, view))
        self.refresh()
        self._tell()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._look_ahead)

    def watch_cursor(self, old: int, cursor: int) -> None:
        """Draw the two rows that changed and bring the cursor into sight."""
        height = self.shape.height
        for place in (old, cursor):
            self.refresh(Region(0, place * height - self.scroll_offset.y, self.size.width, height))
        self._show_cursor()
        self._tell()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a hit."""
        last = len(self.view.listed) - 1 if self.view is not None else 0
        return max(0, min(cursor, last))

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._lay_out()
        self._show_cursor()

    def on_mount(self) -> None:
        """Follow changes of theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self._styles = {}

    def on_click(self, event: events.Click) -> None:
        """Choose the hit under the mouse; read it on a double click."""
        if self.view is None:
            return
        place = (event.y + self.scroll_offset.y) // self.shape.height
        if place < len(self.view.listed):
            self.cursor = place
            if event.chain == 2:
                self.post_message(self.ReadAsked())

    def action_move(self, steps: int) -> None:
        """Move the cursor by some hits."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Move the cursor by what fits on the screen."""
        self.cursor += pages * max(1, self.size.height // self.shape.height)

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first or the last hit."""
        self.cursor = 0 if side < 0 or self.view is None else len(self.view.listed) - 1

    def action_read(self) -> None:
        """Ask to read the article under the cursor."""
        if self.number is not None:
            self.post_message(self.ReadAsked())

    def action_copies(self) -> None:
        """Ask for the copies of the article under the cursor, or for one row for all of them."""
        if self.number is not None:
            self.post_message(self.CopiesAsked())

    def compose(self) -> ComposeResult:
        """Hold no widgets: a row is drawn, not built."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw the screen line `y` of the list, from 0 at its upper edge."""
        width = self.size.width
        if self.view is None or not self.view.hits:
            words = self.empty_words.splitlines()
            text = f"  {words[y - 1]}" if 0 < y <= len(words) else ""
            return Strip([Segment(text, self._style(Role.SOURCE))]).adjust_cell_length(width, self.base_style)
        shape = self.shape
        place, line = divmod(y + self.scroll_offset.y, shape.height)
        if place >= len(self.view.listed):
            return Strip.blank(width, self.base_style)
        row = self._rows.get(place)
        if row is None:
            self._ask()
            return Strip([Segment("  ·", self._style(Role.SOURCE))]).adjust_cell_length(width, self.base_style)
        return self._strip(self._lines(row, place == self.cursor)[line], place == self.cursor)

    def _lines(self, row: Row, chosen: bool) -> tuple[Line, ...]:
        """Return a row drawn; the last one is kept, since its lines are asked for one after the other."""
        if self._drawn is None or self._drawn[0] is not row or self._drawn[1:3] != (self._shape, chosen):
            self._drawn = row, self._shape, chosen, draw_row(row, self._shape, chosen)
        return self._drawn[3]

    def _strip(self, line: Line, chosen: bool) -> Strip:
        segments = [Segment(text, self._style(role)) for text, role in line]
        if chosen:
            over = Style(bgcolor=self.get_component_rich_style("article-list--chosen").bgcolor)
            segments = [Segment(text, (style or over) + over) for text, style, _ in segments]
        return Strip(segments).adjust_cell_length(self.size.width, self.base_style)

    def _style(self, role: Role) -> Style:
        if role not in self._styles:
            self._styles[role] = self.get_component_rich_style(f"article-list--{role}")
        return self._styles[role]

    def _lay_out(self) -> None:
        self._measure()
        rows = len(self.view.listed) if self.view is not None else 0
        self.virtual_size = Size(self.scrollable_content_region.width, rows * self._shape.height)

    def _measure(self) -> None:
        view, width = self.view, self.scrollable_content_region.width
        self._measured = self.size
        self._shape = Shape(max(1, width), view is not None and any(row.snippet for row in view.rows))

    def _show_cursor(self, below: int = 0) -> None:
        """Bring the row of the cursor into sight, and as many of those below it as have room."""
        height = self.shape.height
        top, bottom = self.cursor * height, (self.cursor + 1 + below) * height
        first, room = self.scroll_offset.y, self.scrollable_content_region.height
        if top < first:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > first + room:
            self.scroll_to(y=min(bottom - room, top), animate=False, immediate=True)

    def _tell(self) -> None:
        if self.number is not None:
            self.post_message(self.Moved(self.number, self.cursor))

    def _ask(self) -> None:
        """Ask once for what is in sight and a little beyond."""
        assert self.view is not None
        seen, unseen = self._in_sight
        first, last = max(0, seen - _AHEAD), min(len(self.view.listed), unseen + _AHEAD)
        if not self._asked[0] <= first < last <= self._asked[1]:
            self._asked = (first, last)
            self.post_message(self.RowsAsked(self.view, first, last))


def _newly_below(old: View | None, view: View | None) -> int:
    """Return how many copies a new view lists below an article that an older one did not."""
    before = old.listing.opened if old is not None and old.listing is not None else frozenset()
    listing = view.listing if view is not None else None
    return sum(len(listing.copies[shown]) for shown in listing.opened - before) if listing is not None else 0

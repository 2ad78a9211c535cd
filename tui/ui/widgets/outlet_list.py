"""The list of outlets by time: a row an outlet, a column a time, and a cursor on one cell."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.timeline.outlets import OutletMatrix, OutletRow
from tui.ui.drawing.outlet_grid import Line, Role, Sight, draw_row
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.virtual_list import VirtualList


class OutletList(VirtualList, can_focus=True):
    """Outlets, one of their cells chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next outlet", id="outlet.next", show=False),
        Binding("up,k", "move(-1)", "previous outlet", id="outlet.previous", show=False),
        Binding("left,h", "aside(-1)", "earlier", id="outlet.earlier", show=False),
        Binding("right,l", "aside(1)", "later", id="outlet.later", show=False),
        Binding("pagedown,space", "page(1)", "a page down", id="outlet.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="outlet.page-up", show=False),
        Binding("g,home", "edge(-1)", "first outlet", id="outlet.first", show=False),
        Binding("G,end", "edge(1)", "last outlet", id="outlet.last", show=False),
        Binding("enter", "read", "its articles of then", id="outlet.read"),
    ]
    STYLES = "outlet"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outlet--{role}" for role in (*Role, *outlet_roles(), "chosen")}
    DEFAULT_CSS = (
        """
    OutletList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .outlet--edge { color: $accent; }
        & > .outlet--source { color: $foreground; }
        & > .outlet--heard { color: $foreground; text-style: bold; }
        & > .outlet--silent { color: $quiet; }
        & > .outlet--cursor { color: $accent; text-style: bold reverse; }
        & > .outlet--chosen { background: $chosen; }
        """
        + hue_styles("outlet")
        + "}"
    )

    class Moved(Message):
        """Another cell is the chosen one."""

    class ReadAsked(Message):
        """The articles of the chosen cell are to be listed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.matrix = OutletMatrix()
        self.rows: tuple[OutletRow, ...] = ()
        """Those of its rows that are listed."""
        self.column = 0
        """The chosen column."""
        self.first = 0
        """The first column in sight."""
        self.share = False
        """Whether cells are shares."""

    @property
    def count(self) -> int:
        """How many outlets are listed."""
        return len(self.rows)

    @property
    def row(self) -> OutletRow | None:
        """The chosen outlet, or None where there is none."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def list_rows(self, matrix: OutletMatrix, rows: tuple[OutletRow, ...], chosen: object, column: int) -> None:
        """List outlets of a matrix with the cursor on a column of the `chosen` outlet, else of the first one."""
        place = next((place for place, row in enumerate(rows) if row.source == chosen), 0)
        self.matrix, self.rows = matrix, rows
        self.set_reactive(OutletList.cursor, self.validate_cursor(place))
        self.lay_out()
        self.show_cursor()
        self.go_to(column)

    def go_to(self, column: int) -> None:
        """Choose a column, and bring it into sight."""
        self.column = max(0, min(column, self.matrix.columns - 1))
        self.first = max(min(self.first, self.column), self.column - self.sight.room + 1, 0)
        self.refresh()
        self.report()

    def report(self) -> None:
        """Say that another cell is the chosen one."""
        self.post_message(self.Moved())

    def line(self, place: int, row: int) -> Line:  # noqa: ARG002 - every outlet has one row
        """Return the row of an outlet."""
        cursor = self.column if place == self.cursor else None
        return draw_row(self.rows[place], self.sight, cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the column under the mouse; the row is chosen as in every list."""
        column = self.sight.column_at(event.x)
        if column is not None and self.place_at(event.y) is not None:
            self.go_to(column)

    def on_resize(self) -> None:
        """Keep the chosen column in sight."""
        self.go_to(self.column)

    def action_aside(self, steps: int) -> None:
        """Choose an earlier column, or a later one."""
        self.go_to(self.column + steps)

    def action_read(self) -> None:
        """Ask for the articles of the chosen cell."""
        if self.row is not None:
            self.post_message(self.ReadAsked())

    @property
    def sight(self) -> Sight:
        """What of the matrix is in sight."""
        return Sight(self.matrix, max(1, self.scrollable_content_region.width), self.first, self.share)

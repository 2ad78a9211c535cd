"""A list of rows of equal height, so that one of any length is scrolled by arithmetic.

Only what is in sight is ever drawn: a list of 100,000 moves like one of ten.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region, Size
from textual.strip import Strip

from tui.ui.widgets.base.cursor import Cursor
from tui.ui.widgets.base.quick_scroll_view import QuickScrollView


class VirtualList(QuickScrollView, Cursor):  # Textual takes CSS and keys from the first base alone
    """A scrolled list with a cursor that stays in sight."""

    @property
    def item_height(self) -> int:
        """The rows that each thing takes."""
        return 1

    def line(self, place: int, row: int) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """Return a row of what is listed at a place, counted from 0, as texts and their roles."""
        return ()

    def lay_out(self) -> None:
        """Set the length of the scrollbar."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count * self.item_height)

    def place_at(self, y: int) -> int | None:
        """Return the place of what is drawn in a row, counted from 0 at the upper edge; None where nothing is."""
        place = (y + self.scroll_offset.y) // self.item_height
        return place if place < self.count else None

    def show_cursor(self, below: int = 0) -> None:
        """Bring what is chosen into sight, and as many of those `below` it as have room."""
        height = self.item_height
        top, bottom = self.cursor * height, (self.cursor + 1 + below) * height
        first, room = self.scroll_offset.y, self.scrollable_content_region.height
        if top < first:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > first + room:
            self.scroll_to(y=min(bottom - room, top), animate=False, immediate=True)

    def watch_cursor(self, old: int, cursor: int) -> None:
        """Draw the two things that changed and bring the chosen one into sight."""
        height = self.item_height
        for place in (old, cursor):
            self.refresh(Region(0, place * height - self.scroll_offset.y, self.size.width, height))
        self.show_cursor()
        self.report()

    def on_resize(self) -> None:
        """Lay everything out for the new width."""
        self.lay_out()
        self.show_cursor()

    def action_page(self, pages: int) -> None:
        """Move the cursor by what fits on the screen."""
        self.cursor += pages * max(1, self.size.height // self.item_height)

    def render_line(self, y: int) -> Strip:
        """Draw the row `y` of the screen, from 0 at the upper edge."""
        width = self.size.width
        if not self.count:
            return self._strip(self.empty_line(y), False)
        place, row = divmod(y + self.scroll_offset.y, self.item_height)
        if place >= self.count:
            return Strip.blank(width, self.base_style)
        return self._strip(self.line(place, row), place == self.cursor)

    def _strip(self, line: Iterable[tuple[str, str]], chosen: bool) -> Strip:
        return Strip(self.segments(line, chosen)).adjust_cell_length(self.size.width, self.base_style)

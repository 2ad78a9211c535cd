"""Two articles side by side, scrolled together; only what is in sight is ever painted."""

from __future__ import annotations

from itertools import accumulate
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.comparison.pair import Pair
from tui.locale import _
from tui.ui.drawing.comparison_rows import Fold, Item, Role, items_of
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.cursor import Cursor
from tui.ui.widgets.base.quick_scroll_view import QuickScrollView


class ComparisonView(QuickScrollView, Cursor, can_focus=True):
    """Facts and sentences of two articles, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next sentence", id="comparison.next", show=False),
        Binding("up,k", "move(-1)", "previous sentence", id="comparison.previous", show=False),
        Binding("n", "difference(1)", "next difference", id="comparison.next-difference"),
        Binding("N", "difference(-1)", "previous difference", id="comparison.previous-difference", show=False),
        Binding("pagedown,space", "page(1)", "a page down", id="comparison.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="comparison.page-up", show=False),
        Binding("g,home", "edge(-1)", "first", id="comparison.first", show=False),
        Binding("G,end", "edge(1)", "last", id="comparison.last", show=False),
        Binding("enter", "read", "read there; open a row of facts", id="comparison.read"),
        Binding("right", "unfold(True)", "open the row of facts", id="comparison.unfold", show=False),
        Binding("left", "unfold(False)", "fold it", id="comparison.fold", show=False),
        Binding("o", "only", "only what differs, or everything", id="comparison.only"),
    ]
    STYLES = "comparison"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"comparison--{role}" for role in (*Role, *outlet_roles(), "chosen")}
    DEFAULT_CSS = (
        """
    ComparisonView {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .comparison--edge { color: $accent; }
        & > .comparison--heading { color: $secondary; text-style: bold; }
        & > .comparison--fact { color: $foreground; }
        & > .comparison--sign { color: $secondary; text-style: bold; }
        & > .comparison--text { color: $foreground; }
        & > .comparison--changed { color: $foreground; text-style: bold underline; }
        & > .comparison--only { color: $foreground; text-style: italic; }
        & > .comparison--source { color: $quiet; }
        & > .comparison--chosen { background: $chosen; }
        """
        + hue_styles("comparison")
        + "}"
    )

    class ReadAsked(Message):
        """A sentence or a fact is to be read where it stands."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pair: Pair | None = None
        self._only = False
        self.opened: frozenset[Fold] = frozenset()
        """The rows of facts of which each has a row of its own."""
        self._items: tuple[Item, ...] = ()
        self._tops: list[int] = [0]
        """The first line of each item, then that after the last one."""

    @property
    def count(self) -> int:
        """How many facts and sentences are listed."""
        return len(self._items)

    @property
    def item(self) -> Item | None:
        """The chosen one; None where nothing is listed."""
        return self._items[self.cursor] if self.cursor < self.count else None

    def show(self, pair: Pair, cursor: int = 0, opened: frozenset[Fold] = frozenset()) -> None:
        """Show a pair with some rows of facts opened and the cursor on its item of that place."""
        self._pair = pair
        self.opened = opened
        self._draw()
        self.set_reactive(ComparisonView.cursor, self.validate_cursor(cursor))
        self.scroll_to(y=0, animate=False, immediate=True)
        self.show_cursor()
        self.refresh()

    def _draw(self) -> None:
        width = max(1, self.scrollable_content_region.width)
        self._items = items_of(self._pair, width, self._only, self.opened) if self._pair is not None else ()
        self._tops = [0, *accumulate(len(item.lines) for item in self._items)]
        self.virtual_size = Size(width, self._tops[-1])

    def on_resize(self) -> None:
        """Lay everything out for the new width."""
        self._draw()
        self.show_cursor()
        self.refresh()

    def place_at(self, y: int) -> int | None:
        """Return the place of what is drawn in a row, counted from 0 at the upper edge; None where nothing is."""
        return self._at(y + self.scroll_offset.y)

    def _at(self, line: int) -> int | None:
        from bisect import bisect_right

        return bisect_right(self._tops, line) - 1 if 0 <= line < self._tops[-1] else None

    def watch_cursor(self) -> None:
        """Bring what is chosen into sight."""
        self.show_cursor()
        self.refresh()

    def show_cursor(self) -> None:
        """Scroll so far that all of what is chosen is in sight, or its beginning where it is taller than the screen."""
        if not self._items:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        first, room = self.scroll_offset.y, self.scrollable_content_region.height
        if top < first:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > first + room:
            self.scroll_to(y=min(bottom - room, top), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw the row `y` of the screen, from 0 at the upper edge."""
        if not self._items:
            return Strip(self.segments(self.empty_line(y), False)).adjust_cell_length(self.size.width, self.base_style)
        line = y + self.scroll_offset.y
        place = self._at(line)
        if place is None:
            return Strip.blank(self.size.width, self.base_style)
        chosen = place == self.cursor
        row = self._items[place].lines[line - self._tops[place]]
        edge = ("▌" if chosen else " ", Role.EDGE)
        return Strip(self.segments((edge, *row), chosen)).adjust_cell_length(self.size.width, self.base_style)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what fits on the screen."""
        if self._items:
            line = self._tops[self.cursor] + pages * max(1, self.size.height - 1)
            place = self._at(max(0, min(line, self._tops[-1] - 1)))
            assert place is not None
            self.cursor = place if place != self.cursor else self.cursor + pages

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that have nothing to go to now."""
        return frozenset() if any(item.differs for item in self._items) else frozenset("n")

    def action_difference(self, steps: int) -> None:
        """Choose the next sentence or fact that differs, or the previous one."""
        found = [place for place, item in enumerate(self._items) if item.differs]
        ahead = [place for place in found if (place > self.cursor if steps > 0 else place < self.cursor)]
        if ahead:
            self.cursor = ahead[0] if steps > 0 else ahead[-1]
        else:
            none = _("Nothing differs between these two.")
            self.notify(_("No further difference that way.") if found else none, timeout=2)

    def action_only(self) -> None:
        """List only what differs, or everything again; the cursor stays on its sentence or near it."""
        self._only = not self._only
        row, fact, cursor = (self.item.row, self.item.fact, self.cursor) if self.item else (0, False, 0)
        self._draw()
        if not fact:
            rows = (place for place, item in enumerate(self._items) if not item.fact and item.row >= row)
            cursor = next(rows, self.count - 1)
        self.set_reactive(ComparisonView.cursor, self.validate_cursor(cursor))
        self.show_cursor()
        self.refresh()
        self.notify(_("Only what differs.") if self._only else _("Every sentence."), timeout=2)

    def action_unfold(self, wide: bool) -> None:
        """Give each fact of the chosen row a row of its own, or fold them again from any of these."""
        places = range(self.cursor, -1, -1) if not wide else range(self.cursor, min(self.cursor + 1, self.count))
        place = next((place for place in places if not self._items[place].fact or self._items[place].fold), None)
        fold = self._items[place].fold if place is not None else None
        if place is None or fold is None or (fold in self.opened) is wide:
            return
        self.opened ^= {fold}
        self._draw()
        self.set_reactive(ComparisonView.cursor, place)
        self.show_cursor()
        self.refresh()

    def action_read(self) -> None:
        """Ask to read what is chosen in its article; open a row of several facts, or fold it."""
        if self.item is not None and self.item.fold is not None:
            self.action_unfold(self.item.fold not in self.opened)
        elif self.item is not None:
            self.post_message(self.ReadAsked(self.item))

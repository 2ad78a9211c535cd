"""The list of figures below their questions; only what is in sight is ever drawn."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.locale import _
from tui.ui.drawing.figure_items import Item
from tui.ui.drawing.figure_rows import Line, Role, draw_item, item_height
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.virtual_list import VirtualList


class FigureList(VirtualList, can_focus=True):
    """Figures, one of them chosen; the cursor passes over the questions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next figure", id="figure.next", show=False),
        Binding("up,k", "move(-1)", "previous figure", id="figure.previous", show=False),
        Binding("n", "question(1)", "next question", id="figure.next-question"),
        Binding("N", "question(-1)", "previous question", id="figure.previous-question", show=False),
        Binding("pagedown,space", "page(1)", "a page down", id="figure.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="figure.page-up", show=False),
        Binding("g,home", "edge(-1)", "first figure", id="figure.first", show=False),
        Binding("G,end", "edge(1)", "last figure", id="figure.last", show=False),
        Binding("enter", "read", "read there", id="figure.read"),
    ]
    STYLES = "figures"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figures--{role}" for role in (*Role, *outlet_roles(), "chosen")}
    DEFAULT_CSS = (
        """
    FigureList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .figures--edge { color: $accent; }
        & > .figures--question { color: $secondary; text-style: bold; }
        & > .figures--kind { color: $secondary; }
        & > .figures--number { color: $foreground; text-style: bold; }
        & > .figures--date { color: $secondary; }
        & > .figures--source { color: $foreground; }
        & > .figures--sentence { color: $foreground; }
        & > .figures--figure { color: $foreground; text-style: bold underline; }
        & > .figures--verdict { color: $quiet; }
        & > .figures--contradicts { color: $error; text-style: bold; }
        & > .figures--chosen { background: $chosen; }
        """
        + hue_styles("figures")
        + "}"
    )

    items: reactive[tuple[Item, ...]] = reactive((), init=False)
    """What is listed, in its order; every question has a figure below it."""

    class Moved(Message):
        """Another figure is the chosen one; None where there is none."""

        def __init__(self, item: Item | None) -> None:
            super().__init__()
            self.item = item

    class ReadAsked(Message):
        """A figure is to be read where it stands."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    @property
    def count(self) -> int:
        """How many lines are listed."""
        return len(self.items)

    @property
    def item_height(self) -> int:
        """The rows that each line takes."""
        return item_height(self._width)

    @property
    def item(self) -> Item | None:
        """The chosen figure, or None where there is none."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def list_items(self, items: tuple[Item, ...], chosen: object = None) -> None:
        """List other figures with the cursor on the one named `chosen`, else where it was, else on the first."""
        wanted = chosen if chosen is not None or self.item is None else self.item.name
        places = (place for place, item in enumerate(items) if item.place is not None and item.name == wanted)
        self.set_reactive(FigureList.items, items)
        self.set_reactive(FigureList.cursor, self.validate_cursor(next(places, 0)))
        self.lay_out()
        self.show_cursor()
        self.refresh()
        self.report()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a figure: from a heading it goes to the first one below."""
        cursor = super().validate_cursor(cursor)
        while cursor < len(self.items) and self.items[cursor].place is None:
            cursor += 1
        return cursor

    def show_cursor(self, below: int = 0) -> None:
        """Bring the chosen figure into sight, with its headings where those are the lines above."""
        super().show_cursor(below)
        above = self.cursor
        while above > 0 and above <= len(self.items) and self.items[above - 1].place is None:
            above -= 1
        if above < self.cursor and above * self.item_height < self.scroll_offset.y:
            self.scroll_to(y=above * self.item_height, animate=False, immediate=True)

    def report(self) -> None:
        """Say which figure is the chosen one."""
        self.post_message(self.Moved(self.item))

    def line(self, place: int, row: int) -> Line:
        """Return a row of a line."""
        return draw_item(self.items[place], self._width, place == self.cursor)[row]

    def action_move(self, steps: int) -> None:
        """Choose the next figure, or the previous one, over the questions between."""
        place = self.cursor + steps
        while steps < 0 and place >= 0 and self.items[place].place is None:
            place -= 1
        if place >= 0:
            self.cursor = place

    def action_question(self, steps: int) -> None:
        """Choose the first figure of the next question; going back, of this one, then of the one before."""
        heads = [
            self.validate_cursor(place)
            for place, item in enumerate(self.items)
            if item.place is None and item.kind is None
        ]
        found = [place for place in heads if (place > self.cursor if steps > 0 else place < self.cursor)]
        if found:
            self.cursor = found[0] if steps > 0 else found[-1]
        else:
            self.notify(_("No further question that way."), timeout=2)

    def action_read(self) -> None:
        """Ask to read the chosen figure where it stands."""
        if self.item is not None and self.item.place is not None:
            self.post_message(self.ReadAsked(self.item))

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

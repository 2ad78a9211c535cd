"""The list of words in context, of the words beside them, of where they stand, or of key words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.concordance import Collocate, Dispersion, Keyword
from tui.ui.drawing.context_rows import Item, Line, Role, draw_item
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.virtual_list import VirtualList


class ContextList(VirtualList, can_focus=True):
    """Items of one kind, a row each, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next line", id="context.next", show=False),
        Binding("up,k", "move(-1)", "previous line", id="context.previous", show=False),
        Binding("pagedown,space", "page(1)", "a page down", id="context.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="context.page-up", show=False),
        Binding("g,home", "edge(-1)", "first line", id="context.first", show=False),
        Binding("G,end", "edge(1)", "last line", id="context.last", show=False),
        Binding("enter", "read", "read there", id="context.read"),
    ]
    STYLES = "context"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"context--{role}" for role in (*Role, *outlet_roles(), "chosen")}
    DEFAULT_CSS = (
        """
    ContextList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .context--edge { color: $accent; }
        & > .context--date { color: $secondary; }
        & > .context--source { color: $quiet; }
        & > .context--text { color: $foreground; }
        & > .context--match { color: $foreground; text-style: bold; }
        & > .context--number { color: $foreground; }
        & > .context--bar { color: $accent; }
        & > .context--chosen { background: $chosen; }
        """
        + hue_styles("context")
        + "}"
    )

    class Moved(Message):
        """Another item is the chosen one; None where there is none."""

        def __init__(self, item: Item | None) -> None:
            super().__init__()
            self.item = item

    class ReadAsked(Message):
        """What is chosen is to be read where it stands."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        """What is listed, in its order."""

    @property
    def count(self) -> int:
        """How many items are listed."""
        return len(self.items)

    @property
    def item(self) -> Item | None:
        """The chosen item, or None where there is none."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def list_items(self, items: Sequence[Item], chosen: object = None, grown: bool = False) -> None:
        """List other items with the cursor on the one named `chosen`, else where it was, else on the first.

        A cursor on the first one stays there, and of a list that has only `grown` the cursor stays where it is.
        """
        place = self.cursor
        if not grown:
            wanted = name_of(self.item) if chosen is None and self.item is not None and place else chosen
            place = next((place for place, item in enumerate(items) if name_of(item) == wanted), 0)
        self.items = items
        self.set_reactive(ContextList.cursor, self.validate_cursor(place))
        self.lay_out()
        self.show_cursor()
        self.refresh()
        self.report()

    def report(self) -> None:
        """Say which item is the chosen one."""
        self.post_message(self.Moved(self.item))

    def line(self, place: int, row: int) -> Line:  # noqa: ARG002 - every item has one row
        """Return the row of an item."""
        return draw_item(self.items[place], max(1, self.scrollable_content_region.width), place == self.cursor)

    def action_read(self) -> None:
        """Ask to read what is chosen."""
        if self.item is not None:
            self.post_message(self.ReadAsked(self.item))


def name_of(item: Item) -> object:
    """Return what tells an item from every other one of its kind."""
    if isinstance(item, (Collocate, Keyword)):
        return item.word
    return item.document.id if isinstance(item, Dispersion) else item.name

"""The line in which words are typed that narrow a list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.printable import printable


class FilterBar(Input):
    """An input line below a list, shown only while the list is narrowed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "settle", "to the list", id="filter.settle"),
        Binding("escape", "give_up", "all again", id="filter.close"),
    ]
    DEFAULT_CSS = """
    FilterBar, FilterBar:focus { border: none; height: 1; padding: 0 1; background: $panel; }
    """

    class Settled(Message):
        """The words stand; the list goes on."""

    class Closed(Message):
        """Nothing is left out any more."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Let nothing but printable text in, whatever is pasted."""
        return printable(value).replace("\n", " ")

    def action_settle(self) -> None:
        """Go on in the list with the words that were typed."""
        self.post_message(self.Settled())

    def action_give_up(self) -> None:
        """Narrow no more."""
        self.post_message(self.Closed())

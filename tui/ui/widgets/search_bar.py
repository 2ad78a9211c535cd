"""The line in which a query is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from tui.printable import printable


class SearchBar(Input):
    """An input line without a frame, which is left downwards."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "leave", "to the articles", id="search.leave"),
        Binding("escape", "give_up", "clear, then leave", id="search.clear", show=False),
    ]
    DEFAULT_CSS = """
    SearchBar, SearchBar:focus {
        border: none;
        height: 1;
        padding: 0;
        width: 1fr;
        background: transparent;
        background-tint: transparent;
    }
    """

    virtual_size = reactive(Size(0, 0))
    """Without a new layout of the whole screen at every key, which the built-in input asks for."""

    class Left(Message):
        """The reader is done with typing and wants to see the articles."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Let nothing but printable text in, whatever is pasted."""
        return printable(value).replace("\n", " ")

    def action_leave(self) -> None:
        """Leave the line for the articles."""
        self.post_message(self.Left())

    def action_give_up(self) -> None:
        """Clear the line; leave it where it is clear already."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())

"""The line in which words to find within the article are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.printable import printable


class FindBar(Input):
    """An input line below the reader, shown only while something is sought in the article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "settle", "to the text", id="find.settle"),
        Binding("escape", "give_up", "close", id="find.close"),
    ]
    DEFAULT_CSS = """
    FindBar, FindBar:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    class Settled(Message):
        """The words stand; the reader goes on in the text."""

    class Closed(Message):
        """Nothing is sought any more."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder="find in this article", id=id, select_on_focus=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Let nothing but printable text in, whatever is pasted."""
        return printable(value).replace("\n", " ")

    def action_settle(self) -> None:
        """Go on in the text with the words that were typed."""
        self.post_message(self.Settled())

    def action_give_up(self) -> None:
        """Stop seeking."""
        self.post_message(self.Closed())

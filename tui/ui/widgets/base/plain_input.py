"""Lines in which something is typed: one row without a frame, which takes printable text only."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.base.printable import printable


class PlainInput(Input):
    """An input line whose cursor does not blink: every blink would be sent over the line to the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "clear", "clear the line", id="line.clear", show=False)]

    DEFAULT_CSS = """
    PlainInput, PlainInput:focus { border: none; height: 1; padding: 0; }
    """

    def __init__(
        self, value: str = "", placeholder: str = "", *, select_on_focus: bool = False, id: str | None = None
    ) -> None:
        super().__init__(value, placeholder, select_on_focus=select_on_focus, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Keep printable text only, whatever is pasted."""
        return printable(value).replace("\n", " ")

    def action_clear(self) -> None:
        """Clear the whole line, wherever the cursor is."""
        self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted as one; Textual takes the first alone."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(printable(event.text).split()), *self.selection)


class TransientInput(PlainInput):
    """A line below a list or a text that is there only while something is sought."""

    DEFAULT_CSS = """
    TransientInput, TransientInput:focus { padding: 0 1; background: $panel; }
    """

    class Accepted(Message):
        """The words stand; the keys go back to what they are sought in."""

    class Closed(Message):
        """Nothing is sought any more."""

    def action_accept(self) -> None:
        """Go on with the words that were typed."""
        self.post_message(self.Accepted())

    def action_close(self) -> None:
        """Stop seeking."""
        self.post_message(self.Closed())

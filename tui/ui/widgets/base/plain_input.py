"""Lines in which something is typed: one row without a frame, into which nothing but printable text comes."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from tui.base.printable import printable


class PlainInput(Input):
    """An input line whose cursor does not blink: every blink would go over the line to the terminal."""

    DEFAULT_CSS = """
    PlainInput, PlainInput:focus { border: none; height: 1; padding: 0; }
    """

    def __init__(
        self, value: str = "", placeholder: str = "", *, select_on_focus: bool = False, id: str | None = None
    ) -> None:
        super().__init__(value, placeholder, select_on_focus=select_on_focus, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Let nothing but printable text in, whatever is pasted."""
        return printable(value).replace("\n", " ")


class PassingInput(PlainInput):
    """A line below a list or a text, shown only while something is sought there."""

    DEFAULT_CSS = """
    PassingInput, PassingInput:focus { padding: 0 1; background: $panel; }
    """

    class Settled(Message):
        """The words stand; what they are sought in goes on."""

    class Closed(Message):
        """Nothing is sought any more."""

    def action_settle(self) -> None:
        """Go on with the words that were typed."""
        self.post_message(self.Settled())

    def action_give_up(self) -> None:
        """Seek no more."""
        self.post_message(self.Closed())

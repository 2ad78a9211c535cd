"""The line in which words to find in the article are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.locale import _
from tui.ui.widgets.base.plain_input import TransientInput


class FindBar(TransientInput):
    """An input line below the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "to the text", id="find.enter"),
        Binding("down", "accept", "to the text", id="find.accept", show=False),
        Binding("escape", "close", "close", id="find.close"),
    ]

    class Entered(Message):
        """Enter was pressed: the words are wanted, here or elsewhere."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder=_("find in this article"), id=id, select_on_focus=True)

    def action_enter(self) -> None:
        """Go on with the words."""
        self.post_message(self.Entered(self.value))

"""The line in which words to find within the article are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.ui.widgets.base.plain_input import PassingInput


class FindBar(PassingInput):
    """An input line below the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "settle", "to the text", id="find.settle"),
        Binding("escape", "give_up", "close", id="find.close"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder="find in this article", id=id, select_on_focus=True)

"""The line in which words are typed that narrow a list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.ui.widgets.base.plain_input import PassingInput


class FilterBar(PassingInput):
    """An input line below a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "settle", "to the list", id="filter.settle"),
        Binding("escape", "give_up", "all again", id="filter.close"),
    ]

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id)

"""The line in which words that filter a list are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.ui.widgets.base.plain_input import TransientInput


class FilterBar(TransientInput):
    """An input line below a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "accept", "to the list", id="filter.accept"),
        Binding("escape", "close", "all again", id="filter.close"),
    ]

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id)

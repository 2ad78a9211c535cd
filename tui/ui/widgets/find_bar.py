"""The line in which words to find in the article are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.locale import _
from tui.ui.widgets.base.plain_input import TransientInput


class FindBar(TransientInput):
    """An input line below the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "accept", "to the text", id="find.accept"),
        Binding("escape", "close", "close", id="find.close"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder=_("find in this article"), id=id, select_on_focus=True)

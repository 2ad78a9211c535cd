"""What to try where nothing was found: each other query with the number of articles that it finds."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.core.view import Query, Suggestion
from tui.locale import _
from tui.ui.widgets.base.pointed_list import PointedList


class SuggestionList(PointedList):
    """A short list of other queries, taken with enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "next suggestion", id="suggestions.next", show=False),
        Binding("k", "cursor_up", "previous suggestion", id="suggestions.previous", show=False),
    ]
    DEFAULT_CSS = """
    SuggestionList, SuggestionList:focus {
        border: none;
        background: transparent;
        background-tint: transparent;
        height: auto;
        padding: 1 1 0 1;
    }
    """

    class Chosen(Message):
        """A suggestion was chosen."""

        def __init__(self, query: Query) -> None:
            super().__init__()
            self.query = query

    def __init__(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Offer these suggestions, none of them chosen: enter does not search for words that nobody typed."""
        super().__init__(*(Option(_words(suggestion)) for suggestion in suggestions))
        self._queries = [suggestion.query for suggestion in suggestions]
        self.highlighted = None

    def action_select(self) -> None:
        """Take the chosen suggestion; without one, say how to choose."""
        if self.highlighted is None:
            self.notify(_("↓ chooses one of these, then enter searches for it."), timeout=4)
        else:
            super().action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the chosen query on."""
        event.stop()
        self.post_message(self.Chosen(self._queries[event.option_index]))


def _words(suggestion: Suggestion) -> Content:
    return Content.assemble(
        (printable_line(suggestion.reason), "$foreground"), f"  {counted(suggestion.total, 'article')}"
    )

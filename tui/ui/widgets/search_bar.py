"""The line in which a query is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.ui.drawing.styled_runs import cut
from tui.ui.widgets.base.plain_input import PlainInput


class SearchBar(PlainInput):
    """An input line without a frame; the down key leaves it.

    A query that stands in it when it is entered is selected, as in the address bar of a browser: a letter replaces it,
    `end`, `right` and a space go behind it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "to the articles", id="search.leave"),
        Binding("down", "newer", "to the articles; from an older query, to a newer one", id="search.newer", show=False),
        Binding("up", "older", "an older query that holds what is typed", id="search.older", show=False),
        Binding("tab", "complete", "accept the suggestion, as right does", id="search.complete", show=False),
        Binding("escape", "escape", "clear what was just typed, then leave", id="search.clear", show=False),
    ]
    DEFAULT_CSS = """
    SearchBar, SearchBar:focus {
        width: 1fr;
        background: transparent;
        background-tint: transparent;
    }
    """

    virtual_size = reactive(Size(0, 0))
    """Without a new layout of the whole screen at every key, which the built-in input asks for."""

    past: Callable[[], Sequence[str]] = tuple
    """Returns the queries that were asked before, the newest first."""

    class Left(Message):
        """Typing is done; the articles are wanted."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=True, id=id)
        self._recalled: list[str] = []
        self._place = 0
        self._found = ""  # what stood in the line when it got the focus

    def render_line(self, y: int) -> Strip:
        """Draw the line; once it is left, the beginning of a question that is too long for it."""
        width = self.content_size.width
        if y or self.has_focus or cell_len(self.value) <= width:
            return super().render_line(y)
        segments = [Segment(text, self.rich_style) for text, _ in cut([(self.value, "")], width)]
        return Strip(segments).adjust_cell_length(width + 1, self.rich_style)

    def action_leave(self) -> None:
        """Leave the line for the articles."""
        self.post_message(self.Left())

    def action_older(self) -> None:
        """Recall the next older query that holds what was typed."""
        if not self._is_recalling:
            typed = self.value.casefold()
            others = [each for each in self.past() if typed in each.casefold() and each != self.value]
            self._recalled, self._place = [self.value, *others], 0
        self._recall(min(self._place + 1, len(self._recalled) - 1))

    def action_newer(self) -> None:
        """Go back towards what was typed; from there, leave the line."""
        if self._is_recalling and self._place:
            self._recall(self._place - 1)
        else:
            self.action_leave()

    @property
    def _is_recalling(self) -> bool:
        return self._place < len(self._recalled) and self._recalled[self._place] == self.value

    def _recall(self, place: int) -> None:
        self._place = place
        self.value = self._recalled[place]
        self.cursor_position = len(self.value)

    def action_complete(self) -> None:
        """Accept the suggestion; without one, go to the next pane."""
        if self._suggestion and self.cursor_at_end:
            self.action_cursor_right()
        else:
            self.screen.focus_next()

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the query; a space in place of all of it goes behind it: another word is to follow."""
        if text == " " and self.value and {start, end} == {0, len(self.value)}:
            start = end = len(self.value)
        super().replace(text, start, end)

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right, or accept the suggestion: a name of several words in quotation marks."""
        if self.cursor_at_end and self._suggestion:
            from tui.search.completion import opened  # loaded with the first suggestion, not before the first frame

            self._suggestion = opened(self._suggestion)
        super().action_cursor_right(select)

    def action_escape(self) -> None:
        """Clear what was typed since the line got the focus; leave the line where nothing was."""
        if self.value and self.value != self._found:
            self.value = self._found = ""
        else:
            self.post_message(self.Left())

    def on_focus(self) -> None:
        """Keep in mind what stands in the line: it was not typed just now."""
        self._found = self.value

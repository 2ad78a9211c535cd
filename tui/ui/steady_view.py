"""A scroll view whose content may grow and shrink without the whole screen being laid out anew.

The built-in one asks for a new layout with every change of its virtual size, which repaints every widget; here the
scrollbar always has its column, so that nothing else needs to move.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView


class SteadyView(ScrollView):
    """A scroll view with a scrollbar that is always there."""

    DEFAULT_CSS = """
    SteadyView {
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """

    virtual_size = reactive(Size(0, 0), init=False)
    """The size of the content, in cells."""

    def watch_virtual_size(self, size: Size) -> None:
        """Show the new height in the scrollbar; to stay within it is left to whoever changed it."""
        if self.is_attached and self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.refresh()
        self.refresh()

"""A scroll view whose content may grow and shrink without a new layout of the whole screen.

The built-in one asks for a new layout with every change of its virtual size, which repaints every widget; here the
scrollbar always has its column, so that nothing else needs to move.
"""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender

from tui.ui.drawing.quick_scrollbar import QuickScrollBar


class QuickScrollView(ScrollView):
    """A scroll view with a scrollbar that is always there."""

    DEFAULT_CSS = """
    QuickScrollView {
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """

    virtual_size = reactive(Size(0, 0), init=False)
    """The size of the content, in cells."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._base: Style | None = None

    def on_mount(self) -> None:
        """Draw the scrollbar in its own way, unless a subclass draws another one."""
        if self.vertical_scrollbar.renderer is ScrollBarRender:
            setattr(self.vertical_scrollbar, "renderer", QuickScrollBar)  # noqa: B010  # declared as a class's own

    @property
    def base_style(self) -> Style:
        """The style of the view itself, worked out once for a theme: `rich_style` asks every ancestor each time."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Forget the style of the theme before."""
        super().notify_style_update()
        self._base = None

    def watch_virtual_size(self, size: Size) -> None:
        """Show the new height in the scrollbar; whoever changed it has to scroll back into it."""
        if self.is_attached and self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.refresh()
        self.refresh()

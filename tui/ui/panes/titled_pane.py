"""A pane whose title line changes without the whole pane being repainted.

Textual repaints a widget and all of its children when its title is set; here only the one line is repainted.
"""

from __future__ import annotations

from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region


class TitledPane(Vertical):
    """A pane of the main screen, with its title in the upper border."""

    _title = ""
    _title_alone = False

    def set_title(self, title: str) -> None:
        """Put a text into the title line; never markup."""
        if title == self._title:
            return
        self._title, self._title_alone = title, True
        self.border_title = Content(title)
        self._title_alone = False

    def on_click(self) -> None:
        """Go into the pane where its title is clicked; what is in it has had the click before."""
        inside = next((node for node in self.children if node.focusable), None)
        if inside is not None and not self.has_focus_within:
            inside.focus()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Repaint the pane; where only its title was set, the upper border alone."""
        if self._title_alone:
            x, y = self.content_offset
            regions = (Region(-x, -y, self.outer_size.width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

"""How list and text share the screen: beside one another, one above the other, or one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.ui.screens.dossier.screen import DossierScreen

WIDE = 110
"""From this width on, in columns, list and text stand beside one another."""
_LEAST, _FIRST, _MOST = 20, 40, 70
"""The list's part of the screen, in per cent."""


class PaneLayout:
    """Lays the two panes out."""

    def __init__(self, screen: DossierScreen) -> None:
        self._screen = screen
        self._share: int | None = None
        self._alone = ""
        """The pane that somebody wants alone whenever it has the focus."""

    def show(self, name: str) -> None:
        """Show the pane of that id where there is room for one only."""
        for pane in self._screen.query(".pane"):
            pane.set_class(pane.id == name, "-shown")

    def follow(self, focused: Widget) -> None:
        """Show the pane that got the focus; where the list stands above the text, the one that is read is higher.

        What was shown alone is alone while it has the focus: elsewhere everything is as it was before.
        """
        pane = next((node for node in focused.ancestors if node.has_class("pane")), None)
        if pane is not None and pane.id is not None:
            self.show(pane.id)
            self._screen.set_class(pane.id == "reader-pane", "-reading")
        if pane is not None or focused.id in ("timeline", "search"):
            self._screen.set_class(pane is not None and pane.id == self._alone, "-alone")

    def toggle_alone(self) -> None:
        """Show the pane that has the focus alone, or all of them again."""
        name = "" if self._alone else next((pane.id or "" for pane in self._screen.query(".pane:focus-within")), "")
        self._alone = name
        self._screen.set_class(bool(name), "-alone")

    @property
    def chosen(self) -> int:
        """The list's part that somebody chose, in per cent of the screen; 0 where nobody did."""
        return self._share or 0

    def choose(self, share: int) -> None:
        """Give the list a part of the screen, in per cent."""
        self._share = max(_LEAST, min(share, _MOST))
        self.fit()

    def share(self, by: int) -> None:
        """Make the list wider or narrower, in per cent of the screen; where it stands above the text, do nothing."""
        self.choose((self._share or _FIRST) + by)

    def fit(self) -> None:
        """Give the list the part that somebody chose, where the panes stand beside one another."""
        styles = self._screen.query_one("#list-pane").styles
        beside = self._share is not None and self._screen.app.size.width >= WIDE
        styles.width = f"{self._share}%" if beside else None

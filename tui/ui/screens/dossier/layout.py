"""How the panes of the main screen share its room."""

from __future__ import annotations

from textual.reactive import reactive
from textual.screen import Screen


class PanesScreen(Screen[None]):
    """A screen with panes, one of which can be wider, or alone."""

    share: reactive[int] = reactive(38, init=False)
    """The list's part of the width, in per cent."""

    def show_pane(self, name: str) -> None:
        """Show the pane of that id where there is room for one only."""
        for pane in self.query(".pane"):
            pane.set_class(pane.id == name, "-shown")

    def action_alone(self) -> None:
        """Show the focused pane alone, or all of them again."""
        self.toggle_class("-alone")

    def action_share(self, by: int) -> None:
        """Make the list wider or narrower, in per cent of the screen."""
        self.share = max(20, min(self.share + by, 70))

    def watch_share(self, share: int) -> None:
        """Lay the panes out again."""
        self.query_one("#list-pane").styles.width = f"{share}%"

    def action_keys(self) -> None:
        """Show the keys of the focused pane."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

"""What the keys of the main screen do to its panes, and to nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen

from tui.ui.drawing.key_table import key_named
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.ui.screens.dossier.pane_layout import PaneLayout


class PanesScreen(Screen[None]):
    """A screen with panes, one of which can be wider, or alone."""

    panes: PaneLayout

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they are at first: each widget has had its own while it was mounted."""
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    def action_alone(self) -> None:
        """Show the focused pane alone, or all of them again."""
        self.panes.toggle_alone()

    def action_share(self, by: int) -> None:
        """Make the list wider or narrower, in per cent of the screen."""
        self.panes.share(by)

    def on_resize(self) -> None:
        """Lay the panes out for another size."""
        self.call_after_refresh(self.panes.fit)

    def action_keys(self) -> None:
        """Show the keys of the focused pane."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

    @on(TextLine.KeyPressed)
    def press(self, event: TextLine.KeyPressed) -> None:
        """Do what the key that was clicked would do; sent by the screen itself it would end here."""
        self.app.call_later(self.app.simulate_key, key_named(event.key))

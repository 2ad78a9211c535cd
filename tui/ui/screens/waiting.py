"""The line that keeps the keys while the articles are read, until the screen that somebody asked for can open."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.locale import _


class WaitingScreen(ModalScreen[bool]):
    """Says what is waited for; answers whether somebody still wants it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(False)", "stay here", id="waiting.stay"),
    ]
    DEFAULT_CSS = """
    WaitingScreen {
        background: transparent;
        & > Static { dock: bottom; height: auto; padding: 0 1; background: $panel; }
    }
    """

    def compose(self) -> ComposeResult:
        """Say it where everything is said: in the last line."""
        yield Static(Content(_("One moment: the articles are being read, then it opens · esc stays here")))

    def __init__(self) -> None:
        super().__init__()
        self.typed: list[events.Key] = []
        """What was typed meanwhile, in its order."""

    def on_key(self, event: events.Key) -> None:
        """Keep every other key: it was meant for the screen that is to open."""
        if event.key not in ("escape", "q", "ctrl+q", "ctrl+c"):
            self.typed.append(event)
            event.stop()
            event.prevent_default()

"""The application: one dossier, its screen and the program's own themes."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.command import Provider
from textual.screen import Screen

from tui.core.archive import Archive
from tui.ui.copy_commands import CopyCommands
from tui.ui.key_queue import KeyQueue
from tui.ui.palette import Actions
from tui.ui.screens.dossier import DossierScreen
from tui.ui.theme import THEMES, first_theme

_TERMINATED, _HUNG_UP = 128 + signal.SIGTERM, 128 + 1
"""Exit status after SIGTERM and after SIGHUP, as shells know it."""


_ALLOCATIONS = 50_000
"""Allocations between two collections of the youngest objects. A repaint makes some fifteen thousand short-lived ones
that reference counting frees, and would otherwise be interrupted twenty times; the garbage takes a few MB at most."""


def _collect_again() -> None:
    """Exclude what the start created from later garbage collections, and switch the collector on."""
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()


class MaliTui(KeyQueue):
    """The terminal explorer of one dossier."""

    TITLE = "mali-tui"
    COMMANDS: ClassVar[set[type[Provider]]] = {Actions, CopyCommands}  # type: ignore[assignment]
    CSS_PATH = "app.tcss"
    NOTIFICATION_TIMEOUT = 3

    def __init__(self, explorer: Archive, query: str = "", theme: str = "", desk: Path | None = None) -> None:
        without_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=without_colour)
        self._explorer = explorer
        self._query = query
        self._desk = desk
        self._main: DossierScreen | None = None
        for own in THEMES:
            self.register_theme(own)
        self.theme = first_theme(os.environ, theme)
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Start with the dossier: no screen comes before it."""
        self._main = DossierScreen(self._explorer, self._query, self._desk)
        return self._main

    def on_mount(self) -> None:
        """Handle SIGTERM; switch garbage collection on once the first frame is painted."""
        self._handle_termination()
        self.call_after_refresh(_collect_again)

    def _handle_termination(self) -> None:
        """Restore the terminal on SIGTERM too, not only when somebody quits."""
        if not self.is_headless:
            with suppress(NotImplementedError, AttributeError):  # a loop without signals, as on Windows
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, None, _TERMINATED)
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.exit, None, _HUNG_UP)

    def on_unmount(self) -> None:
        """Write what is still to be written on the desk, and close the cache."""
        if self._main is not None:
            self._main.notes.finish()
            self._main.desk.finish()
        self._explorer.close()

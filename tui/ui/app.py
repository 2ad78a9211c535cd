"""The application: one dossier, its screen and the program's own themes."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.keys import _character_to_key
from textual.screen import ModalScreen, Screen
from textual.widgets._toast import ToastRack

from tui.core.archive import Archive
from tui.locale import _
from tui.ui.copy_commands import CopyCommands
from tui.ui.drawing.key_table import shown_keys
from tui.ui.key_queue import KeyQueue
from tui.ui.palette import Actions, Palette
from tui.ui.screen_diff import ScreenDiff
from tui.ui.screens.dossier import DossierScreen
from tui.ui.start import Start
from tui.ui.terminal_erasing import erases_in_colour
from tui.ui.theme import PLAIN, THEMES, first_theme
from tui.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.notifications import SeverityLevel

_TERMINATED, _HUNG_UP = 128 + signal.SIGTERM, 128 + 1
"""Exit status after SIGTERM, and after SIGHUP or where the terminal is gone, as shells know it."""


_SAID = 4.0
"""Seconds for which what nobody has to act upon lies over the keys, at most."""
_ALLOCATIONS = 50_000
"""Allocations between two collections of the youngest objects. A repaint makes some fifteen thousand short-lived ones
that reference counting frees, and would otherwise be interrupted twenty times; the garbage takes a few MB at most."""


def _collect_again() -> None:
    """Exclude what the start created from later garbage collections, and switch the collector on.

    The language of queries is loaded before that, whole and by one thread: of two that each begin with another part of
    it while keys are typed on a busy machine, one fails.
    """
    import tui.search.language  # noqa: F401

    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()


class MaliTui(KeyQueue):
    """The terminal explorer of one dossier."""

    TITLE = "mali-tui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "to the shell, until `fg`", id="app.suspend", show=False),
        Binding("semicolon", "citation_style", "the citation style, with samples", id="app.style", show=False),
    ]
    COMMANDS: ClassVar[set[type[Provider]]] = {Actions, CopyCommands}  # type: ignore[assignment]
    CSS_PATH = "app.tcss"
    NOTIFICATION_TIMEOUT = 3

    def __init__(self, explorer: Archive, query: str = "", theme: str = "", start: Start | None = None) -> None:
        """Show a dossier in a theme; what `start` names goes before the `query`."""
        without_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=without_colour)
        self._explorer = explorer
        self._start = start or Start(query)
        self._main: DossierScreen | None = None
        self._shown = ScreenDiff(erases_in_colour(os.environ.get("TERM", "")))
        self._unbound: set[tuple[type[Screen[Any]], str]] = set()
        self._depth = 1
        self.typed_ahead = ""
        """Keys that were pressed before the application could hear them."""
        for own in THEMES:
            self.register_theme(own)
        self.theme = first_theme(os.environ, theme)
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Start with the dossier: no screen comes before it."""
        self._main = DossierScreen(self._explorer, self._start, self._start.kept())
        return self._main

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of the terminal that ends with it; elsewhere the one that Textual has."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tui.ui.terminal_driver import TerminalDriver

        return TerminalDriver

    def mend(self) -> None:
        """Make the catalogue again from the dossier, since it is damaged, and read the folder."""
        if self._explorer.mend() and self._main is not None:
            self._main.folder.begin_again()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what stands for our themes' variables in every other theme."""
        return PLAIN

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is anything, only take the theme's variables, and parse nothing twice."""
        if self._main is None:
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            super().refresh_css(animate)

    def on_mount(self) -> None:
        """Handle SIGTERM; switch garbage collection on once the first frame is painted."""
        self._handle_termination()
        self.app_resume_signal.subscribe(self, lambda _: self._repaint())
        self.screen_change_signal.subscribe(self, lambda _: self._end_said())
        self.call_after_refresh(_collect_again)
        for letter in self.typed_ahead:
            self.post_message(events.Key(_character_to_key(letter), letter))

    def action_command_palette(self) -> None:
        """Offer every action, in the language of the interface."""
        if not CommandPalette.is_open(self):  # type: ignore[arg-type]  # as the palette is typed for any application
            self.push_screen(Palette(placeholder=_("Search for commands…"), id="--command-palette"))

    def action_citation_style(self) -> None:
        """Offer the citation styles, each with the citation of the article that is chosen."""
        if self._main is None or isinstance(self.screen, ModalScreen):
            return
        from tui.core.citable import citable_heads
        from tui.ui.screens.filtered_list import FilteredListScreen
        from tui.ui.screens.style_list import StyleList

        over = self.screen.passage() if isinstance(self.screen, FilteredListScreen) else None
        number = over[0] if over is not None else self._main.query_one(ArticleList).number
        self.push_screen(StyleList(next(citable_heads(self._explorer, [number]), None) if number is not None else None))

    def _handle_termination(self) -> None:
        """Restore the terminal on SIGTERM too, not only when somebody quits."""
        if not self.is_headless:
            with suppress(NotImplementedError, AttributeError):  # a loop without signals, as on Windows
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, None, _TERMINATED)
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.exit, None, _HUNG_UP)

    def _repaint(self) -> None:
        """Paint everything: what the terminal shows is not known any more."""
        self._shown.forget()
        self.screen.refresh(layout=True)

    def on_resize(self) -> None:
        """Paint everything: a terminal may move what it shows when it gets another size."""
        self._shown.forget()

    def action_help_quit(self) -> None:
        """Say which key quits: ctrl+c copies what is selected, and is what many press to leave."""
        self.notify(_("ctrl+c copies what is selected · ctrl+q quits"), timeout=3)

    def key_came(self) -> None:
        """Take the hints of the first start away."""
        if self._main is not None and self._main.is_mounted:
            self._main.lines.welcome.end()

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what a key is bound to; of one that nothing is bound to, say so once a screen."""
        done = await super()._check_bindings(key, priority)
        pressed = (type(self.screen), key)
        if not done and not priority and pressed not in self._unbound:
            self._unbound.add(pressed)
            words = _("Nothing is bound to {key} here · ? shows the keys").format(key=shown_keys(key))
            self.notify(words, timeout=3, markup=False)
        return done

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something in the last line; what was said before without need to act goes.

        What nobody has to act upon goes soon: it lies over the keys.
        """
        self._unsay(message)
        if severity == "information":
            timeout = min(_SAID, timeout or _SAID)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        self.call_later(self._drop_frames)

    def _unsay(self, message: str | None = None) -> None:
        """Take back what was said without need to act, and what was said in the same words as `message`."""
        for earlier in list(self._notifications):
            if earlier.severity == "information" or earlier.message == message:
                self._unnotify(earlier, refresh=False)

    def _end_said(self) -> None:
        """Take back what was said of another screen when one opens over it: it would lie over the keys of that one."""
        depth, self._depth = self._depth, len(self.screen_stack)
        if self._depth > depth:
            self._unsay()

    def _drop_frames(self) -> None:
        """Remove the frames of what is said no more: Textual takes out what is in them, and would keep every frame."""
        said = {ToastRack._toast_id(each) for each in self._notifications}
        for rack in self.screen.query(ToastRack):
            for frame in list(rack.children):
                if frame.id not in said:
                    frame.remove()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send only what differs from what the terminal shows."""
        super()._display(screen, self._shown.wrapped(renderable, *self.size))  # type: ignore[arg-type]
        if self._main is not None and renderable is not None:
            self._main.questions.was_painted(self._main.view)

    def on_unmount(self) -> None:
        """Write what is still to be written on the desk, and close the cache."""
        if self._main is not None:
            self._main.resume.finish()
            self._main.notes.finish()
            self._main.desk.finish()
        self._explorer.close()

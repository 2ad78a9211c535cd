"""Every action of the screen in the command palette, in groups, under the words of its binding and with its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from msgspec import Struct
from rich.cells import cell_len
from textual import actions
from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from tui.locale import N_, _
from tui.ui.drawing.key_table import shown_keys
from tui.ui.kept_choice import THEME
from tui.ui.screens.key_sections import described, group_of, own_bindings
from tui.ui.theme import NO_COLOUR, THEMES
from tui.ui.word_match import match_score

_EDGES = 6
"""Cells of a row of the palette that no words can take: its padding and the scrollbar."""
_GROUP = 11
"""Cells of the column of groups."""
_STEP = 1e-4
"""What a command that is listed later scores less than one that matches as well."""
_SCREEN = N_("Screen")
_PANES = (
    *(
        "ArticleList",
        "Reader",
        "Timeline",
        "ChronologyList",
        "AccountList",
        "FigureList",
        "ContextList",
        "OutletList",
        "DeskList",
    ),
    *("ComparisonView", "ProofDraft", "ProofEvidence"),
)
"""The classes of the panes whose keys are commands."""


class _Command(Struct, frozen=True):
    group: str
    words: str
    keys: str
    run: Callable[[], Any]
    name: str = ""
    """What else it can be found by: the name of its action."""


class Palette(CommandPalette):
    """Textual's palette, in which a page up or down before anything is listed moves nothing.

    Textual 8.2.8 looks for the line of a command that was not drawn yet.
    """

    def _action_command_list(self, action: str) -> None:
        with suppress(LookupError):
            super()._action_command_list(action)


class Actions(Provider):
    """What can be done here and now: what its screen and its panes bind to keys, and the themes."""

    async def discover(self) -> Hits:
        """Offer every action before anything is typed, in groups."""
        for place, command in enumerate(self._commands()):
            yield DiscoveryHit(self._row(command), command.run, text=f"{place:03}")

    async def search(self, query: str) -> Hits:
        """Offer the actions that have the words, what has them as typed first; of equal ones, as they are listed."""
        for place, command in enumerate(self._commands()):
            score = match_score(query, f"{command.words} {command.group}", command.name)
            if score > 0:
                yield Hit(score - place * _STEP, self._row(command), command.run, text=command.words)

    def _commands(self) -> list[_Command]:
        quits = _Command(_(_SCREEN), _("Quit"), "ctrl+q", self.app.action_quit)
        commands = [*self._bound(), *self._themes(), quits]
        groups = list(dict.fromkeys(command.group for command in commands))
        return sorted(commands, key=lambda command: groups.index(command.group))

    def _bound(self) -> Iterator[_Command]:
        panes = self.screen.query(", ".join(_PANES))
        for node in (self.screen, *(pane for pane in panes if pane.can_focus)):
            for binding in own_bindings(node):
                if binding.description and binding.action != "app.command_palette" and _can_act(node, binding):
                    words, run = described(binding), partial(self._run, node, binding)
                    words = words[:1].upper() + words[1:]
                    yield _Command(_(group_of(node, binding)), words, shown_keys(binding.key), run, binding.id or "")

    def _themes(self) -> Iterator[_Command]:
        if self.app.theme == NO_COLOUR:
            return
        for theme in THEMES:
            name = theme.name.removeprefix("mali-")
            words = _("Theme: {name} (chosen)") if theme.name == self.app.theme else _("Theme: {name}")
            yield _Command(_(_SCREEN), words.format(name=name), "", partial(self._take_theme, theme.name, name))
        words = _("Theme: as the terminal, from the next start on")
        yield _Command(_(_SCREEN), words, "", partial(self._take_theme, "", ""))

    def _take_theme(self, name: str, kept: str) -> None:
        if name:
            self.app.theme = name
        if not THEME.choose(kept):
            self.app.notify(_("The theme could not be kept: the data folder cannot be written."), timeout=4)

    def _row(self, command: _Command) -> Content:
        return command_row(self.app.size.width, command.group, command.words, command.keys)

    async def _run(self, node: DOMNode, binding: Binding) -> None:
        """Do it on its screen, which keys that came with the choice may have left, or covered by the palette again.

        A screen that is left while another one lies above it takes that one away and stays.
        """
        if isinstance(self.app.screen, Palette):
            self.app.screen.dismiss()
        if self.app.screen is not self.screen:
            return
        if isinstance(node, Widget) and node.focusable:
            node.focus()
        await self.app.run_action(binding.action, default_namespace=node)


def command_row(width: int, group: str, words: str, keys: str) -> Content:
    """Write a command as a row of the palette on a screen of `width` cells, its keys at the right."""
    room = width - _EDGES - _GROUP - cell_len(keys)
    shown = f"{words} " if cell_len(words) < room else f"{words[: max(0, room - 2)]}… "
    gap = " " * max(0, room - cell_len(shown))
    return Content.assemble((f"{group:<{_GROUP}}", "$quiet"), shown, gap, (keys, "bold $accent"))


def _can_act(node: DOMNode, binding: Binding) -> bool:
    """Say whether an action can do anything now."""
    name, parameters = actions.parse(binding.action)[1:]
    idle = getattr(node, "is_idle", None)
    return bool(node.check_action(name, parameters)) and not (idle is not None and idle(name, parameters))

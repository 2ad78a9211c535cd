"""What the command palette offers for copying: the citation style, and what was copied before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider, SimpleCommand, SimpleProvider
from textual.content import Content

from tui.base.printable import printable_line
from tui.locale import _
from tui.ui.clipboard import copies, copy
from tui.ui.palette import Palette, command_row
from tui.ui.word_match import match_score

_SHOWN = 60
"""Characters of an earlier copy that the list shows."""


class _Choices(SimpleProvider):
    """Commands in the order in which they are given, their names taken as they stand: none is markup."""

    async def discover(self) -> Hits:
        """Offer all of them."""
        for place, (name, callback, _help) in enumerate(self._commands):
            yield DiscoveryHit(Content(name), callback, text=f"{place:03}")

    async def search(self, query: str) -> Hits:
        """Offer those that match."""
        for name, callback, _help in self._commands:
            score = match_score(query, name)
            if score > 0:
                yield Hit(score, Content(name), callback, text=name)


class CopyCommands(Provider):
    """Two commands, each of which opens a list."""

    async def discover(self) -> Hits:
        """Offer both before anything is typed."""
        for words, keys, run in self._commands():
            yield DiscoveryHit(self._row(words, keys), run, text=words)

    async def search(self, query: str) -> Hits:
        """Offer those whose words match."""
        for words, keys, run in self._commands():
            score = match_score(query, words)
            if score > 0:
                yield Hit(score, self._row(words, keys), run, text=words)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        yield _("Choose the citation style of copies and exports"), ";", self._choose_style
        yield _("Copy again what was copied before"), "", self._list_copies

    def _row(self, words: str, keys: str) -> Content:
        return command_row(self.app.size.width, _("Take away"), words, keys)

    def _choose_style(self) -> None:
        self.app.call_later(self.app.run_action, "app.citation_style")

    def _list_copies(self) -> None:
        kept = copies()
        if not kept:
            self.app.notify(_("Nothing was copied yet: y copies a passage with its citation."), timeout=3)
            return
        commands = [SimpleCommand(first_words(text), partial(self._copy_again, text)) for text in kept]
        self._offer(commands, _("What was copied, the newest first"))

    def _offer(self, commands: list[SimpleCommand], placeholder: str) -> None:
        choices = _Choices(self.screen, list(commands))
        self.app.push_screen(Palette(providers=[choices], placeholder=placeholder))  # type: ignore[list-item]  # as Textual itself does

    def _copy_again(self, text: str) -> None:
        self.app.notify(copy(self.app, text), timeout=4, markup=False)


def first_words(text: str) -> str:
    """Return the beginning of a copy as one line."""
    line = printable_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"

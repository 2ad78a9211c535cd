"""Every action of the screen in the command palette, under the words of its binding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from tui.ui.drawing.key_table import shown_keys
from tui.ui.screens.key_sections import described, own_bindings


class Actions(Provider):
    """The bindings of the screen and its panes, each as a command with its keys."""

    async def discover(self) -> Hits:
        """Offer every action before anything is typed."""
        for node, binding in self._bindings():
            yield DiscoveryHit(_title(binding), partial(self._run, node, binding), text=described(binding))

    async def search(self, query: str) -> Hits:
        """Offer the actions whose words match."""
        matcher = self.matcher(query)
        for node, binding in self._bindings():
            words = described(binding)
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, _title(binding), partial(self._run, node, binding), text=words)

    def _bindings(self) -> Iterator[tuple[DOMNode, Binding]]:
        nodes: list[DOMNode] = [
            self.screen,
            *self.screen.query("ArticleList, Reader, Timeline, ChronologyList, AccountList, FigureList, DeskList"),
        ]
        for node in nodes:
            for binding in own_bindings(node):
                if binding.description and binding.action != "app.command_palette":
                    yield node, binding

    async def _run(self, node: DOMNode, binding: Binding) -> None:
        if isinstance(node, Widget) and node.focusable:
            node.focus()
        await self.app.run_action(binding.action, default_namespace=node)


def _title(binding: Binding) -> Content:
    words = described(binding)
    return Content.assemble(words[:1].upper() + words[1:], (f"   {shown_keys(binding.key)}", "$text-muted"))

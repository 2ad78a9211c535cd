from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.keys import key_to_character
from textual.message import Message
from textual.messages import Prompt
from textual.pilot import Pilot
from textual.worker import Worker, WorkerCancelled

from tui.core.explorer import Explorer
from tui.ui.app import MaliTui
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.theme import PLAIN

_BY_ITSELF = (events.Timer, events.Callback, events.Idle, Prompt)
"""Messages that clocks and the waiting itself bring about; all others mean that something is going on."""

_MOST_ROUNDS = 500


class Visit:
    """Somebody in front of the application: presses keys, waits until it rests, and reads the screen."""

    def __init__(self, app: MaliTui) -> None:
        self.app = app
        self.pilot: Pilot[None] = Pilot(app)
        self._heard = 0

    def hear(self, message: Message) -> None:
        """Count a message that some part of the application takes up."""
        self._heard += not isinstance(message, _BY_ITSELF)

    async def rest(self) -> None:
        """Wait until no worker runs and no message moves: nothing here depends on how long anything takes.

        Two rounds in which nothing was heard are wanted, since what is called after a repaint is heard of in the next.
        """
        quiet = 0
        rounds = 0
        while rounds < _MOST_ROUNDS:
            before = self._heard
            await self.pilot.pause(0)
            with suppress(WorkerCancelled):  # a newer question took its place
                await self.app.workers.wait_for_complete()
            due = any(screen._callbacks for screen in self.app.screen_stack)  # what waits for the next repaint
            held = self.app._batch_count > 0  # repaints that the closing palette holds back for a moment
            moving = due or held or self.app.has_keys or self._heard != before or any(map(_busy, self.app.workers))
            quiet = 0 if moving else quiet + 1
            if quiet == 2 or not self.app.is_running:
                return
            rounds += not held  # only the clock lets go of them, so no number of rounds is too many
        raise AssertionError("the application does not come to rest")

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each answered before the next."""
        for key in keys:
            self.post(key)
            await self.rest()

    def post(self, *keys: str) -> None:
        """Let keys arrive together, as over a slow line."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))

    async def write(self, text: str) -> None:
        """Type text without waiting for answers in between."""
        for letter in text:
            self.app.post_message(events.Key({" ": "space"}.get(letter, letter), letter))
        await self.rest()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, as text."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return [strip.text for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen, as text."""
        return "\n".join(self.rows)


def _busy(worker: Worker[object]) -> bool:
    return not worker.is_finished


@pytest.fixture(autouse=True)
def own_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a widget be shown in an application that has none of our themes."""
    monkeypatch.setattr(App, "get_theme_variable_defaults", lambda self: PLAIN)


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no article count as read because a test took its time at its end."""
    monkeypatch.setattr(ReaderPane, "REST", 3600.0)


Open = Callable[..., Awaitable[Visit]]


@pytest.fixture
def visit():
    """Open a dossier in an application of a given size."""

    @asynccontextmanager
    async def opened(folder: Path, size: tuple[int, int] = (120, 36), query: str = "") -> AsyncIterator[Visit]:
        app = MaliTui(Explorer.open(folder), query)
        visiting = Visit(app)
        async with app.run_test(size=size, notifications=True, message_hook=visiting.hear):
            await visiting.rest()
            yield visiting

    return opened

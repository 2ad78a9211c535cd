from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.explorer import Explorer
from tui.ui.app import MaliTui


class Visit:
    """Somebody in front of the application: presses keys, waits until it rests, and reads the screen."""

    def __init__(self, app: MaliTui, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def rest(self) -> None:
        """Wait until no worker runs and no message waits."""
        for _ in range(3):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each answered before the next."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def write(self, text: str) -> None:
        """Type text without waiting for answers in between."""
        for letter in text:
            await self.pilot.press({" ": "space"}.get(letter, letter))
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


Open = Callable[..., Awaitable[Visit]]


@pytest.fixture
def visit():
    """Open a dossier in an application of a given size."""

    @asynccontextmanager
    async def opened(folder: Path, size: tuple[int, int] = (120, 36), query: str = "") -> AsyncIterator[Visit]:
        app = MaliTui(Explorer.open(folder), query)
        async with app.run_test(size=size, notifications=True) as pilot:
            visiting = Visit(app, pilot)
            await visiting.rest()
            yield visiting

    return opened

"""A file that takes a while to make: how far it is, and how it is stopped."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Static

from tui.errors import Cancelled
from tui.ui.screens.export import ExportScreen


class Slow:
    """A form whose text is made once the gate is opened."""

    def __init__(self, asks: bool) -> None:
        self.asks = asks
        """Whether it asks if it is still wanted."""
        self.begun = threading.Event()
        self.gate = threading.Event()
        self.screen: ExportScreen | None = None

    def text(self) -> str:
        assert self.screen is not None
        stop = self.screen.stop
        self.screen.report(1200, 3000)
        self.begun.set()
        self.gate.wait()
        if self.asks and stop():
            raise Cancelled
        return "made"


async def begin(app: App[None], pilot, slow: Slow, folder: Path) -> None:
    """Ask for a file and wait until its making has begun."""
    slow.screen = ExportScreen("3,000 articles", {".md": ("Markdown", slow.text)}, folder / "dossier", "articles")
    await app.push_screen(slow.screen)
    slow.screen.query_one("FileName").value = str(folder / "slow.md")
    await pilot.press("enter")
    await asyncio.to_thread(slow.begun.wait)
    await pilot.pause()


async def test_it_says_how_much_is_made_and_then_writes(tmp_path: Path):
    app, slow = App[None](), Slow(asks=True)
    async with app.run_test() as pilot:
        await begin(app, pilot, slow, tmp_path)
        assert "1,200 of 3,000" in str(slow.screen.query_one("#export-says", Static).render())
        slow.gate.set()
        while slow.screen.is_attached:  # it closes when the file is written
            await pilot.pause()
        assert (tmp_path / "slow.md").read_text(encoding="utf-8") == "made"


@pytest.mark.parametrize("asks", [True, False])
async def test_esc_stops_it_and_no_file_is_left(tmp_path: Path, asks: bool):
    app, slow = App[None](), Slow(asks)
    async with app.run_test() as pilot:
        await begin(app, pilot, slow, tmp_path)
        await pilot.press("escape")
        slow.gate.set()
        await asyncio.get_running_loop().shutdown_default_executor()  # its threads are done then
    assert not list(tmp_path.iterdir())

"""Keys are handled one after the other, and one that cannot be followed to its end does not hold the others up."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from tui.ui.key_queue import KeyQueue


class Leaving(Widget, can_focus=True):
    """A pane that takes the call that follows its key, and is gone before it comes to it."""

    def call_later(self, callback, *args, **kwargs) -> bool:
        if getattr(callback, "__name__", "") != "_follow" or not self.is_running:
            return super().call_later(callback, *args, **kwargs)
        self.remove()
        return True


class Staying(Widget, can_focus=True):
    def on_mount(self) -> None:
        self.heard: list[str] = []

    def on_key(self, event: events.Key) -> None:
        self.heard.append(event.key)


class Panes(KeyQueue):
    def compose(self) -> ComposeResult:
        yield Leaving()
        yield Staying()


async def test_a_pane_that_goes_while_its_key_is_followed_does_not_hold_up_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("tui.ui.key_queue._PATIENCE", 0.001)
    app = Panes()
    async with app.run_test() as pilot:
        app.query_one(Leaving).focus()
        await pilot.pause()
        app.post_message(events.Key("a", "a"))
        for _ in range(500):
            await pilot.pause(0)
            if not app.query(Leaving):
                break
        app.query_one(Staying).focus()
        app.post_message(events.Key("b", "b"))
        for _ in range(500):
            await pilot.pause(0)
            if not app.has_keys:
                break
        assert app.query_one(Staying).heard == ["b"]
        assert not app.has_keys


async def test_keys_are_heard_where_a_pane_was_removed_before_it_got_the_focus():
    app = Panes()
    async with app.run_test() as pilot:
        await pilot.pause()
        leaving = app.query_one(Leaving)
        await leaving.remove()
        app.screen.set_focus(leaving)
        await pilot.press("b")
        assert app.query_one(Staying).heard == ["b"]
        app.screen.set_focus(leaving)
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    assert app._exit

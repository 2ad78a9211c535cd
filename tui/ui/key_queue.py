"""Keys that come faster than they are handled: each is handled completely before the next one.

Textual hands a key to the pane that has the focus when the key arrives. Of keys that arrive together, over a slow line
or from fast hands, all would go to the pane that the first of them is about to leave. Here they wait in
the order in which they were typed.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.message_pump import MessagePump
from textual.widget import Widget

from tui.ui.guarded_app import GuardedApp

_PATIENCE = 0.5
"""Seconds after which a key that waits looks whether the one before it can still be followed."""
_ROUNDS = 2
"""Round trips from the pane to the application until a key is handled: the first is that of the key itself, the second
that of the messages that the pane posts in response."""


class KeyQueue(GuardedApp):
    """An application that handles one key after the other."""

    def __init__(self, ansi_color: bool = False) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._handling = False
        self._awaited: tuple[list[MessagePump], int, int] | None = None
        """The way of the key that is followed, how many of its nodes were passed or asked, and the turn."""
        self._looking = False
        self.last_key_at = 0.0
        """When the last key came, by `time.monotonic`."""

    @property
    def has_keys(self) -> bool:
        """Whether a key is being handled or waits."""
        return self._handling

    def key_came(self) -> None:
        """Do what is to be done as soon as somebody presses a key."""

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; let everything else pass."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.last_key_at = monotonic()
            self.key_came()
            self._typed.append(event)
            if not self._handling:
                await self._handle_next()
            else:
                self._look_later()
        else:
            await super().on_event(event)

    async def _handle_next(self) -> None:
        self._handling = bool(self._typed)
        if self._typed:
            pane = self._pane()
            way: list[MessagePump] = [node for node in pane.ancestors_with_self if isinstance(node, MessagePump)]
            try:
                await super().on_event(self._typed.popleft())
            finally:  # a key that fails must not keep the others waiting
                await self._follow(way, 0, 1)

    def _pane(self) -> Widget:
        """Return what hears keys.

        A widget that was removed while it was to get the focus has it without being part of the screen, so that no key
        that it passes on would arrive anywhere, not even the one that quits: then the screen begins anew.
        """
        screen = self.screen
        if screen.focused is not None and not screen.focused.is_attached:
            screen.set_focus(None)
            wanted = self.AUTO_FOCUS if screen.AUTO_FOCUS is None else screen.AUTO_FOCUS
            if wanted:
                screen.focus_next(wanted)
        return screen.focused or screen

    async def _follow(self, way: list[MessagePump], place: int, turn: int) -> None:
        """Follow the key through the queue of each node that it passes; nodes that are closing are skipped."""
        while turn <= _ROUNDS:
            while place < len(way):
                place += 1
                self._awaited = (way, place, turn)
                if way[place - 1].call_later(self._follow, way, place, turn):
                    return
            place, turn = 0, turn + 1
        self._awaited = None
        await self._handle_next()

    async def _look(self) -> None:
        """Go on where a node took the call and was gone before it came to it; else keys would wait for ever."""
        self._looking = False
        if self._awaited is not None:
            way, place, turn = self._awaited
            if not way[place - 1].is_running:
                await self._follow(way, place, turn)
        if self._typed:
            self._look_later()

    def _look_later(self) -> None:
        if not self._looking:
            self._looking = True
            self.set_timer(_PATIENCE, self._look)

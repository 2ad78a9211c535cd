"""Runs questions in worker threads on behalf of one screen.

Of several questions of one kind only the newest is answered: an older one is told to stop, and what it still says is
dropped. Work that takes long yields to keys. Nothing here touches a widget.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from time import monotonic, sleep
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.base.progress import Stop
from tui.errors import Cancelled, MaliTuiError
from tui.ui.guarded_app import GuardedApp
from tui.ui.key_queue import KeyQueue
from tui.ui.messages import Failed

_LONG, _YIELD = 0.1, 0.03
"""Seconds after which work yields to keys, and for how long: a key is answered and painted by then."""


class Turn:
    """One question while it is being answered."""

    def __init__(self, screen: Screen[Any], stop: Stop) -> None:
        """Answer to `screen` until `stop` says that nobody wants the answer any more."""
        self._screen = screen
        self.stop = stop
        """Says whether the answer is no longer wanted; may be asked at any time."""

    def post(self, message: Message) -> bool:
        """Send an answer to the screen and say whether it was still wanted."""
        wanted = not self.stop()
        if wanted:
            self._screen.post_message(message)
        return wanted


Work = Callable[[Turn], None]
"""Answers one question with messages, and leaves it soon after its turn is over."""


class QueryRunner:
    """Asks questions in threads; at most one thread of each kind runs, however fast questions come."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._lock = threading.Lock()
        self._turns: Counter[str] = Counter()
        """How many questions of each kind were asked."""
        self._waiting: dict[str, Work] = {}
        """The newest question of each kind that no thread has taken up."""
        self._running: set[str] = set()
        """The kinds of which a thread is running."""

    def ask(self, kind: str, work: Work) -> None:
        """Answer a question in a thread; errors that a person can do something about arrive as `Failed`.

        A thread that is answering an older question of its kind leaves that and takes this one.
        """
        with self._lock:
            self._turns[kind] += 1
            self._waiting[kind] = work
            if kind in self._running:
                return
            self._running.add(kind)
        self._screen.run_worker(partial(self._answer, kind), thread=True, group=kind)

    def cancel(self, kind: str) -> None:
        """Want no answer of a kind any more."""
        with self._lock:
            self._turns[kind] += 1
            self._waiting.pop(kind, None)

    def _answer(self, kind: str) -> None:
        """Answer the newest question of a kind until there is none."""
        worker: Worker[None] = get_current_worker()
        while True:
            with self._lock:
                work, number = self._waiting.pop(kind, None), self._turns[kind]
                if work is None or worker.is_cancelled:
                    self._running.discard(kind)
                    return
            turn = Turn(self._screen, _yielding(worker, partial(self._is_old, worker, kind, number)))
            try:
                work(turn)
            except Cancelled:
                continue
            except Exception as error:
                app = self._screen.app
                if not isinstance(error, MaliTuiError) and not (isinstance(app, GuardedApp) and app.survives):
                    with self._lock:
                        self._running.discard(kind)
                    raise
                turn.post(Failed(app.sentence_of(error) if isinstance(app, GuardedApp) else str(error)))

    def _is_old(self, worker: Worker[None], kind: str, number: int) -> bool:
        return worker.is_cancelled or self._turns[kind] != number


def tell_failure(screen: Screen[Any], failed: Failed) -> None:
    """Say what went wrong and what to do, unless that was said just now."""
    if failed.sentence:
        screen.notify(failed.sentence, severity="error", timeout=10, markup=False)


def _yielding(worker: Worker[None], is_old: Stop) -> Stop:
    """Return `is_old`, made to wait a moment where work takes long and a key has just come.

    Nothing else would let go of the interpreter for longer than it takes to ask for it again.
    """
    begun, app = monotonic(), worker.node.app

    def stop() -> bool:
        if monotonic() - begun > _LONG and isinstance(app, KeyQueue):
            while not is_old() and monotonic() - app.last_key_at < _YIELD:
                sleep(_YIELD / 10)
        return is_old()

    return stop

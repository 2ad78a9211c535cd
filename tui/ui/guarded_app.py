"""The one place where errors of the program itself end while it is on the screen.

Textual leaves an application at the first error in any handler, and where it does not, the queue of the widget that
failed stands still. Here an error costs what was being done and nothing else: it is told in a sentence, a report goes
into the state folder, and every queue goes on.
"""

from __future__ import annotations

from asyncio import CancelledError, Task, current_task
from time import monotonic
from typing import Any

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import MountError
from textual.worker import WorkerFailed

from tui.base.fault_report import report_fault
from tui.errors import DamagedCatalogue, MaliTuiError

_QUIET = 10.0
"""Seconds in which the same error is told once: one in a painting comes with every frame."""

_APART = (MountError, NoMatches, ScreenStackError, NoScreen, RuntimeError)
"""What is raised at widgets that are taken apart, and of Textual's loop that is none: no fault in an application that
is leaving."""

_dispatch, _begin = MessagePump._dispatch_message, MessagePump._pre_process


class GuardedApp(App[None]):
    """An application that no error of its own ends or freezes."""

    goes_on: bool | None = None
    """Whether it survives errors; None to do so on a terminal, while tests see every error."""

    def __init__(self, ansi_color: bool = False) -> None:
        super().__init__(ansi_color=ansi_color)
        self._runs_in: Task[Any] | None = None
        self._told: dict[tuple[object, ...], float] = {}
        """When each error was told last, by its kind and the place that it comes from."""

    async def _process_messages(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - those of Textual
        """Run the application; ctrl+c as a signal cancels the task in which it runs."""
        self._runs_in = current_task()
        await super()._process_messages(*arguments, **options)

    @property
    def _leaves(self) -> bool:
        """Whether the application is ending, and its widgets are being taken apart."""
        cancelled = self._runs_in is not None and self._runs_in.cancelling() > 0
        return self._exit or self._closing or self._closed or cancelled

    @property
    def survives(self) -> bool:
        """Whether errors of the program are told and survived."""
        return not self.is_headless if self.goes_on is None else self.goes_on

    def sentence_of(self, error: Exception) -> str:
        """Return what to tell of an error, whose report is written then; empty if it was told just now.

        Damage of the catalogue is mended instead. May be called in any thread.
        """
        if isinstance(error, WorkerFailed):
            error = error.error if isinstance(error.error, Exception) else error
        if isinstance(error, DamagedCatalogue):
            self.call_later(self.mend)
            return ""
        if isinstance(error, MaliTuiError):
            return str(error)
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        place = (type(error), frame.tb_frame.f_code if frame else None, frame.tb_lineno if frame else 0)
        if monotonic() - self._told.get(place, float("-inf")) < _QUIET:
            return ""
        self._told[place] = monotonic()
        return report_fault(error)

    def mend(self) -> None:
        """Make the catalogue again, since it is damaged."""

    def _handle_exception(self, error: Exception) -> None:
        """Tell of an error that nobody caught; Textual would leave the application."""
        if not self.survives:
            super()._handle_exception(error)
            return
        if isinstance(error, _APART) and self._leaves:
            return
        sentence = self.sentence_of(error)
        if sentence:
            self.notify(sentence, severity="error", timeout=10, markup=False)


async def _guarded_dispatch(self: MessagePump, message: Message) -> Any:  # noqa: ANN401 - as Textual has it
    """Handle a message; an error in that costs the message and not the queue."""
    try:
        return await _dispatch(self, message)
    except CancelledError:
        raise
    except Exception as error:
        app = self.app
        if not (isinstance(app, GuardedApp) and app.survives):
            raise
        app._handle_exception(error)


async def _guarded_begin(self: MessagePump) -> bool:
    """Prepare a queue; an error in the first calls of its watchers, which was told, stops no queue either."""
    app = self.app
    return await _begin(self) or (isinstance(app, GuardedApp) and app.survives)


MessagePump._pre_process = _guarded_begin  # type: ignore[method-assign]
MessagePump._dispatch_message = _guarded_dispatch  # type: ignore[method-assign]

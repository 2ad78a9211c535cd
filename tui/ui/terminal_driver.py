"""The terminal, as Textual drives it on POSIX systems, with an end: a terminal that is gone ends the application.

A program that lives on without its terminal, because the signal is ignored under `nohup` or never comes, is read the
end of its input without end, and waits for ever to write.
"""

from __future__ import annotations

import select
from threading import Thread
from typing import IO, Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.ui.terminal_parser import TerminalParser

HUNG_UP = 128 + 1
"""Exit status where the terminal is gone, as shells know it of SIGHUP."""

_LOOK = 500
"""Milliseconds between two looks at whether the application has ended; a terminal that goes is noticed at once."""


linux_driver.XTermParser = TerminalParser  # type: ignore[attr-defined] # the driver makes its parser by this name


class TerminalDriver(LinuxDriver):
    """Textual's driver; it leaves the application when the terminal is gone."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - those of Textual
        super().__init__(*arguments, **options)
        self._lost = False
        self._file: Any = _Output(self._file, self._leave)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the size that Rich finds; of a terminal that tells none, two guesses would be resizes without end."""
        width, height = self._app.console.size
        return width, height

    def _run_input_thread(self) -> None:
        """Read keys until the end; an error of the terminal is the end of it."""
        watching = Thread(target=self._watch, name="terminal-end", daemon=True)
        watching.start()
        try:
            self.run_input_thread()
        except OSError:
            self._leave()

    def _watch(self) -> None:
        """Wait until the terminal is gone or the application has ended."""
        poll = select.poll()
        poll.register(self.fileno, 0)  # what is told then is told in any case: that it hung up
        while not self.exit_event.is_set() and not self._lost:
            for _, events in poll.poll(_LOOK):
                if events & select.POLLNVAL:  # no terminals in `poll`, as on some versions of macOS
                    return
                self._leave()

    def _leave(self) -> None:
        """Leave the application; called in any thread, any number of times."""
        if not self._lost:
            self._lost = True
            self.exit_event.set()
            self._app.call_later(self._app.exit, None, HUNG_UP)


class _Output:
    """The file that a terminal is written to; what cannot be written is dropped, since nobody would read it."""

    def __init__(self, file: IO[str], lost: Any) -> None:  # noqa: ANN401 - a function without arguments
        self._file = file
        self._report = lost

    def write(self, text: str) -> int:
        """Write, or tell that the terminal is gone."""
        try:
            return self._file.write(text)
        except OSError:
            self._report()
            return len(text)

    def flush(self) -> None:
        """Write what waits, or tell that the terminal is gone."""
        try:
            self._file.flush()
        except OSError:
            self._report()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._file, name)

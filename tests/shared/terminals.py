"""A terminal in memory with the program in it: keys go in, and what was painted can be read as rows of text."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

with suppress(ImportError):  # who uses it skips itself where these are missing, such as on Windows
    import termios

    import pexpect
    import pyte

_AGAIN = 0.1
"""Seconds after which a sight is looked for again while nothing is written: it may be a file."""

PATIENCE = 30.0
"""Seconds after which a text that is waited for will not come; a run that goes well never waits so long."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_COLOURS = re.compile(rb"\x1b\[([\d;]*)m")

Sight = str | re.Pattern[str] | Callable[[list[str]], object]


class Terminal:
    """A pseudo-terminal of `columns` by `rows` and the process that was started in it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        folder: Path | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._patience = patience
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Every byte that the process wrote."""
        program, *words = command
        self._process = pexpect.spawn(
            program,
            words,
            env=dict(environment),
            cwd=folder,
            dimensions=(rows, columns),
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a background job ignores it
        )
        self._process.delaybeforesend = None
        self._settings = termios.tcgetattr(self._process.child_fd)

    @property
    def process(self) -> int:
        """The number of the process."""
        return int(self._process.pid)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as text, without the space at their ends."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.rows)

    def wait_for(self, sight: Sight) -> str:
        """Wait until the screen holds a text, matches a pattern or satisfies a question; return the screen."""
        until = monotonic() + self._patience
        while not self._sees(sight):
            if not self._read(min(_AGAIN, until - monotonic())):
                raise AssertionError(f"the program ended before {sight!r} was seen:\n{self.text}")
            if monotonic() > until:
                raise AssertionError(f"{sight!r} was not seen:\n{self.text}")
        return self.text

    def wait_for_articles(self, count: str) -> str:
        """Wait until the first two rows count the articles as `count` says, `6`, and not as progress does."""
        counted = re.compile(rf"(?<!of ){count} articles?(?: ·|$)")
        return self.wait_for(lambda rows: any(map(counted.search, rows[:2])))

    def press(self, keys: str | bytes, sight: Sight) -> str:
        """Type keys at once, then wait for what they should bring about."""
        self._process.send(keys)
        return self.wait_for(sight)

    def send(self, keys: str | bytes) -> None:
        """Type keys and wait for nothing."""
        with suppress(OSError):  # it has ended
            self._process.send(keys)

    def read(self, seconds: float) -> bool:
        """Take in what is written within some seconds; say whether anything was."""
        before = len(self.raw)
        return self._read(seconds) and len(self.raw) > before

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size while the program runs."""
        self._screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    def signal(self, number: int) -> None:
        """Send a signal to the process."""
        os.kill(self._process.pid, number)

    def end(self, keys: str | bytes = b"") -> int:
        """Type the last keys, wait until the process ends, and return its status; minus the signal that ended it."""
        self._process.send(keys)
        until = monotonic() + self._patience
        while self._read(until - monotonic()):
            assert monotonic() < until, f"the program does not end:\n{self.text}"
        self._process.wait()
        return -self._process.signalstatus if self._process.signalstatus else self._process.exitstatus

    def close(self) -> None:
        """End what still runs."""
        self._process.close(force=True)

    def unrestored(self) -> list[str]:
        """Name what a program that ended left changed in the terminal; nothing where all is as it was before."""
        modes = {}
        for numbers, switch in _MODE.findall(self.raw):
            modes.update(dict.fromkeys(numbers.split(b";"), switch == b"h"))
        left = [name for mode, (name, at_rest) in _AT_REST.items() if modes.get(mode, at_rest) != at_rest]
        if self.raw.count(b"\x1b[>") > self.raw.count(b"\x1b[<u"):
            left.append("keyboard protocol")
        if termios.tcgetattr(self._process.child_fd) != self._settings:
            left.append("settings of the line")
        return left

    def colours(self) -> set[int]:
        """Return the parameters of all requests for colours but the terminal's own two: 31, 38, 48 ..."""
        wanted = {int(word) for words in _COLOURS.findall(self.raw) for word in words.split(b";") if word}
        return wanted & {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}

    def deep_colours(self) -> set[bytes]:
        """Return the beginnings of requests for colours beyond the sixteen: `38;5` of 256, `38;2` of all."""
        return set(re.findall(rb"[34]8;[25](?=;)", b"\n".join(_COLOURS.findall(self.raw))))

    def _sees(self, sight: Sight) -> bool:
        if isinstance(sight, str):
            return sight in self.text
        if isinstance(sight, re.Pattern):
            return sight.search(self.text) is not None
        return bool(sight(self.rows))

    def _read(self, seconds: float) -> bool:
        """Take in what was written; say whether the process may write more."""
        try:
            piece = self._process.read_nonblocking(1 << 16, timeout=max(0.0, seconds))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += piece
        self._stream.feed(piece)
        return True


_AT_REST = {
    b"7": ("wrapping of lines", True),
    b"25": ("cursor", True),
    b"1000": ("mouse clicks", False),
    b"1002": ("mouse drags", False),
    b"1003": ("mouse moves", False),
    b"1004": ("focus", False),
    b"1006": ("mouse coordinates", False),
    b"1015": ("mouse coordinates", False),
    b"1049": ("alternate screen", False),
    b"2004": ("bracketed paste", False),
    b"2048": ("resize in band", False),
}
"""The private modes that programs change, and whether each is on before and after them."""

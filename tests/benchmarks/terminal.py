"""A real pseudo-terminal for measuring: a process runs in it, and its bytes are dated as they come."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence

_KEPT = 1 << 18
"""So many bytes of what came last can be looked for in: all of them would be copied at every piece."""


class Terminal:
    """A process in a pseudo-terminal of `columns` by `rows`."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            list(command), stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)
        self.seen = b""
        self.chunks: list[tuple[float, bytes]] = []
        """All bytes that came, with the time by `perf_counter`."""

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """Return the seconds from the start of the process until `text` was painted; raises `TimeoutError`."""
        wanted = text.encode()
        end = time.perf_counter() + seconds
        while wanted not in self.seen:
            if time.perf_counter() > end or not self._read(end - time.perf_counter()):
                raise TimeoutError(f"{text!r} was not painted; the end of what was: {self.seen[-2000:]!r}")
        return time.perf_counter() - self.started

    def press(self, keys: bytes, quiet: float = 0.25) -> float:
        """Send keys and return the seconds until the last byte of the answer, after which all was quiet."""
        begun = last = time.perf_counter()
        os.write(self._master, keys)
        while self._read(quiet):
            last = time.perf_counter()
        return last - begun

    def type(self, keys: bytes, pause: float) -> float:
        """Send keys and read what comes for a time; return when they were sent."""
        begun = time.perf_counter()
        os.write(self._master, keys)
        while self._read(begun + pause - time.perf_counter()) or time.perf_counter() < begun + pause:
            pass
        return begun

    def react(self, keys: bytes, quiet: float) -> float:
        """Send keys and return the seconds until the first bytes of the answer; then wait until all is quiet."""
        begun = time.perf_counter()
        os.write(self._master, keys)
        self._read(1.0)
        first = time.perf_counter() - begun
        while self._read(quiet):
            pass
        return first

    def close(self) -> None:
        """End the process."""
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            piece = os.read(self._master, 1 << 16)
        except OSError:
            return False
        self.seen = (self.seen + piece)[-_KEPT:]
        self.chunks.append((time.perf_counter(), piece))
        return bool(piece)

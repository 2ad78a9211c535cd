"""Subprocesses that run modules of this program, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

_PATIENCE = 3.0
"""Seconds that a process may take to end by itself."""

_LEVEL = 5
"""The nice level of background processes, below that of the interface."""


_LINE_BYTES = 1000
"""Bytes of a line on standard error that are kept."""


class LastLine(threading.Thread):
    """Reads the standard error of a process and keeps the last line."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self._line = b""
        self.start()

    def run(self) -> None:
        """Read until the process ends."""
        with self._stream as stream:
            while line := stream.readline(_LINE_BYTES):
                self._line = line.strip() or self._line

    def text(self) -> str:
        """Return the last line after the process has ended; empty if there is none."""
        self.join(_PATIENCE)
        return self._line.decode(errors="replace")


def start(module: str, *arguments: str, errors: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start a module of this program as a process with pipes for its input and output.

    `errors` is where standard error goes, as in `subprocess`; by default nowhere. The current folder is never searched
    for modules, and keys pressed at the terminal do not reach it. Raises `OSError` if no process can be started.
    """
    if not sys.executable:
        raise OSError("the Python interpreter cannot be found")
    package = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,
    )


def send(child: subprocess.Popen[bytes], words: bytes) -> None:
    """Write to a process; that one has ended shows in its output only."""
    with suppress(OSError):
        assert child.stdin is not None
        child.stdin.write(words)
        child.stdin.flush()


def end(child: subprocess.Popen[bytes]) -> None:
    """End a process: close its input, wait, then kill it. Its output stays open."""
    with suppress(OSError):  # unflushed input of a process that has ended
        assert child.stdin is not None
        child.stdin.close()
    try:
        child.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def step_back() -> None:
    """Lower this process's own priority, so that the interface goes first."""
    if hasattr(os, "nice"):
        os.nice(_LEVEL)

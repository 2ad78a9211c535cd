"""A process that reads files for another one, isolated from its time, memory and stability.

It sends a heartbeat when it begins. It receives one file after another on standard input and answers on standard
output, with heartbeats while it reads. It ends when its input does.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from tui.base.locations import columns_file
from tui.base.subprocesses import step_back
from tui.importing.limits import WORKER_BYTES
from tui.importing.read_file import read_entry
from tui.importing.sandbox.confinement import confine, end_with_parent, forbid_processes
from tui.importing.sandbox.offline import go_offline
from tui.importing.sandbox.protocol import entry_of, member_frame, read_frame, reading_frame, write_frame

_PULSE = 0.5
"""Seconds between two heartbeats while a file is read."""


class _Pulse:
    """Sends a heartbeat now and then, and the file of an archive that is being read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._last = 0.0

    def __call__(self, member: str) -> None:
        now = time.monotonic()
        if member:
            self._last = now
            write_frame(self._stream, member_frame(member))
        elif now - self._last > _PULSE:
            self._last = now
            write_frame(self._stream, b"")


def main(folder: Path, orders: IO[bytes], answers: IO[bytes]) -> None:
    """Read files of `folder` until the input ends."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, waiting), daemon=True).start()
    forbid_processes()
    pulse = _Pulse(answers)
    write_frame(answers, b"")
    while True:
        entry, avoided = entry_of(waiting.get())
        write_frame(answers, reading_frame(read_entry(folder, entry, pulse, avoided)))


def _listen(orders: IO[bytes], waiting: queue.SimpleQueue[bytes]) -> None:
    """Receive orders, and exit when they end, whatever the process is doing."""
    while (order := read_frame(orders)) is not None:
        waiting.put(order)
    os._exit(0)


def limit_memory() -> None:
    """Limit the memory of this process, if the system can.

    macOS refuses a limit below what it maps into every process; the pool watches the memory in any case.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        least = WORKER_BYTES if most == resource.RLIM_INFINITY else min(WORKER_BYTES, most)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answers_apart() -> IO[bytes]:
    """Return the stream to the pool, and discard whatever a parser may print."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(own, "wb")


if __name__ == "__main__":
    limit_memory()
    step_back()
    go_offline()
    confine(Path(sys.argv[1]), columns_file(Path(sys.argv[1])).parent)
    end_with_parent()
    main(Path(sys.argv[1]), sys.stdin.buffer, answers_apart())

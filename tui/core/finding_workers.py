"""Processes that search articles for dates, statements, names and figures, while another one keeps what they find.

They only read the catalogue. Each receives the numbers of some articles in a line, and answers with what it found in as
many of them as it took. They exit when their standard input is closed, which the system does when the process that
started them dies.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from msgspec import DecodeError, Struct, msgpack

from tui.base.subprocesses import end, send, start, step_back
from tui.catalogue.faults import Stage
from tui.catalogue.mentions import Findings

_MOST = 3
"""Processes at most, beside the one that keeps what they find; each takes about 80 MB."""
WORTH_PROCESSES = 1_000
"""The number of waiting articles that is worth further processes."""
_MARK, _LENGTH = b"\0found\0", 4
"""What an answer begins with, so that a line printed by something else is told from one; the bytes of its length."""


class Searched(Struct, frozen=True):
    """What was found in some articles."""

    found: list[Findings]
    faults: dict[Stage, dict[int, str]]
    """The errors of each stage by the article at which they were raised."""


class FindingWorkers:
    """Processes that search articles of one catalogue."""

    def __init__(self, cache: Path, count: int | None = None) -> None:
        """Start `count` processes, by default one less than there are processors, or as many as the system allows."""
        if count is None:
            count = min((os.cpu_count() or 1) - 1, _MOST)
        self._workers: list[subprocess.Popen[bytes]] = []
        with suppress(OSError):
            for _ in range(count):
                self._workers.append(start("tui.core.finding_workers", str(cache.absolute())))

    def __len__(self) -> int:
        """Return how many processes are at work."""
        return len(self._workers)

    def ask(self, shares: Sequence[Sequence[int]]) -> None:
        """Give each process the numbers of the articles that it shall search; read its answer before the next."""
        for worker, numbers in zip(self._workers, shares, strict=True):
            send(worker, " ".join(map(str, numbers)).encode() + b"\n")

    def answers(self) -> list[Searched]:
        """Wait for the answers to the last shares; a process that has died is not asked again."""
        answers = {worker.pid: _answer(worker) for worker in self._workers}
        for worker in [each for each in self._workers if answers[each.pid] is None]:
            self._workers.remove(worker)
            _end(worker)
        return [answer for answer in answers.values() if answer is not None]

    def __enter__(self) -> FindingWorkers:
        """Return itself; leaving ends all processes."""
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End all processes."""
        for worker in self._workers:
            with suppress(OSError):  # ask all before waiting for one
                assert worker.stdin is not None
                worker.stdin.close()
        for worker in self._workers:
            _end(worker)
        self._workers.clear()


def _end(worker: subprocess.Popen[bytes]) -> None:
    end(worker)
    assert worker.stdout is not None
    worker.stdout.close()


def _answer(worker: subprocess.Popen[bytes]) -> Searched | None:
    """Read the answer of a process; None if it has died, or if this is something else."""
    stream = worker.stdout
    assert stream is not None
    if stream.read(len(_MARK)) != _MARK:
        return None
    length = int.from_bytes(stream.read(_LENGTH), "big")
    try:
        return msgpack.decode(stream.read(length), type=Searched)
    except DecodeError:
        return None


def _listen(orders: IO[bytes], waiting: queue.SimpleQueue[list[int]]) -> None:
    """Receive numbers, and exit when the input ends, whatever the process is doing."""
    for line in orders:
        waiting.put([int(number) for number in line.split()])
    os._exit(0)


def main(cache: Path, orders: IO[bytes], answers: IO[bytes]) -> None:
    """Search the articles of `cache` that the input names, until it ends."""
    from tui.catalogue.catalogue import Catalogue
    from tui.core.mention_service import MentionService

    step_back()
    waiting: queue.SimpleQueue[list[int]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, waiting), daemon=True).start()
    service = MentionService(Catalogue.open(cache))
    while True:
        answer = msgpack.encode(service.searched(waiting.get()))
        answers.write(_MARK + len(answer).to_bytes(_LENGTH, "big") + answer)
        answers.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)

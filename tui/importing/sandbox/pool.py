"""The reading of files that other hands' parsers read: in processes apart, on every core.

A parser that crashes, stalls or takes too much memory costs its own file and nothing else: its process is ended, the
file is accounted for, and another process goes on. Readings come in the order of the files.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from tui.base.subprocesses import end, send, start
from tui.dossier.account import FileAccount, Outcome
from tui.importing.folder import Entry
from tui.importing.limits import AVOIDED, FILE_SECONDS, STALL_SECONDS, WORKER_BYTES, WORKERS
from tui.importing.read_file import UNSETTLED, FileReading, read_entry
from tui.importing.sandbox.cost import is_light
from tui.importing.sandbox.protocol import entry_frame, member_of, read_frame, reading_of

_AHEAD = 16
"""Files that each process may be ahead of the first that is not read yet."""

_WATCH = 0.2
"""Seconds between two looks at the processes."""

_STALLED = f"reading it came to a halt for {STALL_SECONDS:.0f} seconds; it was given up"
_ENDLESS = f"reading it took more than {FILE_SECONDS / 60:.0f} minutes; it was given up"
_BROKEN = (
    "reading it broke off: the file is damaged, or reading it takes more memory than the "
    f"{WORKER_BYTES // 2**20:,} MB that are allowed"
)
_NO_PROCESS = "the system has no process left to read it in; it will be tried again"


def readings(folder: Path, entries: list[Entry], stop: Callable[[], bool]) -> Iterator[FileReading]:
    """Read files of `folder`, in their order, until there is none left or `stop` says yes; raises nothing.

    Light files are read in this process meanwhile: to send them round costs more than to read them.
    """
    heavy = sum(not is_light(entry) for entry in entries)
    return _apart(folder, entries, min(WORKERS, os.cpu_count() or 1, max(1, heavy)), stop)


def _apart(folder: Path, entries: list[Entry], count: int, stop: Callable[[], bool]) -> Iterator[FileReading]:
    """Read files with the help of `count` processes."""
    jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
    workers = [_Worker(folder, jobs) for _ in range(count)]
    for worker in workers:
        worker.start()
    pending: deque[_Job] = deque()
    ahead = iter(entries)
    try:
        while not stop():
            for entry in islice(ahead, count * _AHEAD - len(pending)):
                pending.append(job := _Job(entry))
                if not job.light:
                    jobs.put(job)
            if not pending:
                return
            reading = _done(pending.popleft(), folder, workers, stop)
            if reading is None:
                return
            yield reading
    finally:
        for _ in workers:
            jobs.put(None)
        for worker in workers:
            worker.end()


def _done(job: _Job, folder: Path, workers: list[_Worker], stop: Callable[[], bool]) -> FileReading | None:
    """Return what came of a file, when it has; None where it was stopped before."""
    if job.light:
        return read_entry(folder, job.entry)
    while not job.done.wait(_WATCH):
        if stop():
            return None
        for worker in workers:
            worker.watch()
    return job.reading


class _Job:
    """One file to be read, and what came of it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.light = is_light(entry)
        """Whether it is read in this process, when its turn comes."""
        self.reading: FileReading | None = None
        """None until `done` is set, and for ever where the reading was ended from outside."""
        self.done = threading.Event()

    def finish(self, reading: FileReading | None) -> None:
        """Note what came of it."""
        self.reading = reading
        self.done.set()


@dataclass(slots=True)
class _Watched:
    """The file that a process is at."""

    begun: float
    heard: float
    """When the last word of it came."""
    verdict: str = ""
    """Why its process was ended, where it was."""
    member: str = ""
    """The file in it that is being read, where it is an archive."""


class _Worker(threading.Thread):
    """A thread that gives files to one process after another: to the next where one is ended."""

    def __init__(self, folder: Path, jobs: queue.SimpleQueue[_Job | None]) -> None:
        super().__init__(daemon=True)
        self._folder = folder
        self._jobs = jobs
        self._child: subprocess.Popen[bytes] | None = None
        self._at: _Watched | None = None
        self._ended = False
        self._lock = threading.Lock()
        """Held while a process is started or ended."""

    def run(self) -> None:
        """Take one job after another until there is none left to take."""
        while (job := self._jobs.get()) is not None:
            job.finish(None if self._ended else self._read(job.entry))
        if self._child is not None:
            _close(self._child)

    def watch(self) -> None:
        """End the process where its file takes too long."""
        at, now = self._at, time.monotonic()
        if at is None or at.verdict:
            return
        if now - at.heard > STALL_SECONDS:
            at.verdict = _STALLED
        elif now - at.begun > FILE_SECONDS:
            at.verdict = _ENDLESS
        if at.verdict and self._child is not None:
            self._child.kill()

    def end(self) -> None:
        """End the process, whatever it is doing, and wait for the thread."""
        with self._lock:
            self._ended = True
            if self._child is not None:
                self._child.kill()
        self.join()

    def _read(self, entry: Entry) -> FileReading | None:
        """Read a file; where a file within it ends the process, once more without that one."""
        avoided: dict[str, str] = {}
        while True:
            try:
                child = self._running()
            except OSError:
                return _failed(replace(entry, mtime_ns=UNSETTLED), _NO_PROCESS)
            if child is None:
                return None
            now = time.monotonic()
            self._at = _Watched(now, now)
            order = entry_frame(entry, avoided)
            send(child, b"%d\n%b" % (len(order), order))
            reading = self._heard(child, entry, self._at)
            at, self._at = self._at, None
            if reading is not None:
                return reading
            if not self._lost(child):
                return None
            reason = at.verdict or _BROKEN
            if not at.member or at.member in avoided or len(avoided) >= AVOIDED:
                return _failed(entry, reason)
            avoided[at.member] = reason

    def _lost(self, child: subprocess.Popen[bytes]) -> bool:
        """Let go of a process that gave no answer; say whether reading goes on with another."""
        with self._lock:
            if self._ended:
                return False
            self._child = None
        child.kill()
        _close(child)
        return True

    def _running(self) -> subprocess.Popen[bytes] | None:
        """Return the process, a new one where there is none; None where no more is to be read."""
        with self._lock:
            if self._ended:
                return None
            if self._child is None:
                self._child = start("tui.importing.sandbox.worker", str(self._folder.absolute()))
            return self._child

    @staticmethod
    def _heard(child: subprocess.Popen[bytes], entry: Entry, at: _Watched) -> FileReading | None:
        """Wait for what a file gave; None where the process ends before it comes, or talks nonsense."""
        assert child.stdout is not None
        while (payload := read_frame(child.stdout)) is not None:
            at.heard = time.monotonic()
            try:
                member = member_of(payload) if payload else ""
                if member is None:
                    return reading_of(entry.path, payload)
            except (ValueError, LookupError, TypeError):
                return None
            at.member = member or at.member
        return None


def _close(child: subprocess.Popen[bytes]) -> None:
    end(child)
    assert child.stdout is not None
    child.stdout.close()


def _failed(entry: Entry, reason: str) -> FileReading:
    return FileReading(entry, FileAccount(entry.path, Outcome.FAILED, reason))

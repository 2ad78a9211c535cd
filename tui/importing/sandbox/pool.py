"""Reads files with third-party parsers in separate processes, on every core.

A parser that crashes, stalls or takes too much memory costs only its own file: its process is killed, the account says
so, and another process goes on. Results come in the order of the files. The time and memory of the processes are
watched from here, whatever limits the system enforces.
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

from tui.base.printable import printable_line
from tui.base.subprocesses import LastLine, end, send, start
from tui.dossier.account import FileAccount, Outcome
from tui.importing.folder import FileEntry
from tui.importing.limits import AVOIDED, FILE_SECONDS, STALL_SECONDS, WORKER_BYTES, WORKERS
from tui.importing.read_file import UNSETTLED, FileReading, is_light, read_entry
from tui.importing.sandbox.protocol import entry_frame, member_of, read_frame, reading_of
from tui.locale import N_

_AHEAD = 16
"""How many files each process may be ahead of the first unfinished one."""

_WATCH = 0.2
"""Seconds between two checks of the processes."""

_STALLED = N_("reading it stalled for {most:.0f} seconds and was given up").format(most=STALL_SECONDS)
_ENDLESS = N_("reading it took more than {most:.0f} minutes and was given up").format(most=FILE_SECONDS / 60)
_BROKEN = N_(
    "the file could not be read to the end: it is damaged, or takes more memory to read than the allowed {most:,} MB"
).format(most=WORKER_BYTES // 2**20)
_GREEDY = N_("it takes more memory to read than the allowed {most:,} MB").format(most=WORKER_BYTES // 2**20)
_NO_PROCESS = N_("no process could be started to read it; it will be tried again")
_NEVER_BEGAN = N_("the process to read it did not start; it will be tried again")

_VAIN_STARTS = 3
"""Consecutive processes that end before they begin to read, after which no more are started."""

_LAST_LINE = 120
"""Characters of a process's last error line that the account shows."""


def readings(folder: Path, entries: list[FileEntry], stop: Callable[[], bool]) -> Iterator[FileReading]:
    """Read files of `folder` in order until none is left or `stop` returns true; never raises.

    Light files are read in this process meanwhile: sending them around costs more than reading them.
    """
    heavy = sum(not is_light(entry) for entry in entries)
    return _apart(folder, entries, min(WORKERS, os.cpu_count() or 1, max(1, heavy)), stop)


def _apart(folder: Path, entries: list[FileEntry], count: int, stop: Callable[[], bool]) -> Iterator[FileReading]:
    """Read files with `count` processes."""
    jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
    workers = [_Worker(folder, jobs) for _ in range(count)]
    for worker in workers:
        worker.start()
    over = threading.Event()
    threading.Thread(target=_watch, args=(workers, over), daemon=True).start()
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
            reading = _done(pending.popleft(), folder, stop)
            if reading is None:
                return
            yield reading
    finally:
        over.set()
        for _ in workers:
            jobs.put(None)
        for worker in workers:
            worker.end()


def _watch(workers: list[_Worker], over: threading.Event) -> None:
    """Watch the processes until it is `over`."""
    while not over.wait(_WATCH):
        for worker in workers:
            worker.watch()


def _done(job: _Job, folder: Path, stop: Callable[[], bool]) -> FileReading | None:
    """Wait for the result of a file; None if stopped before."""
    if job.light:
        return read_entry(folder, job.entry)
    while not job.done.wait(_WATCH):
        if stop():
            return None
    return job.reading


class _Job:
    """One file to be read, and its result."""

    def __init__(self, entry: FileEntry) -> None:
        self.entry = entry
        self.light = is_light(entry)
        """Whether it is read in this process when its turn comes."""
        self.reading: FileReading | None = None
        """None until `done` is set, and after that if reading was stopped."""
        self.done = threading.Event()

    def finish(self, reading: FileReading | None) -> None:
        """Store the result."""
        self.reading = reading
        self.done.set()


@dataclass(slots=True)
class _Watched:
    """The file that a process is reading."""

    begun: float
    heard: float
    """When its last heartbeat came."""
    verdict: str = ""
    """Why its process was killed, if it was."""
    member: str = ""
    """The file within it that is being read, if it is an archive."""


class _Child:
    """A process that reads files."""

    def __init__(self, folder: Path) -> None:
        self.process = start("tui.importing.sandbox.worker", str(folder.absolute()), errors=subprocess.PIPE)
        assert self.process.stderr is not None
        self._errors = LastLine(self.process.stderr)
        self.began = False
        """Whether it has sent anything."""

    def memory(self) -> int:
        """Return its resident memory in bytes; 0 if unknown."""
        import psutil

        try:
            return int(psutil.Process(self.process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def close(self) -> None:
        """End it, gracefully at first."""
        end(self.process)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def reason(self, said: str) -> str:
        """Append the last line of its standard error to what is `said` of it."""
        line = printable_line(self._errors.text())[:_LAST_LINE]
        return f"{said} ({line})" if line else said


class _Worker(threading.Thread):
    """A thread that gives files to a process, and starts another one when it ends."""

    def __init__(self, folder: Path, jobs: queue.SimpleQueue[_Job | None]) -> None:
        super().__init__(daemon=True)
        self._folder = folder
        self._jobs = jobs
        self._child: _Child | None = None
        self._at: _Watched | None = None
        self._ended = False
        self._vain, self._why = 0, ""
        """How many consecutive processes failed to begin, and why the last one did."""
        self._lock = threading.Lock()
        """Held while a process is started, ended or checked."""

    def run(self) -> None:
        """Work on jobs until there are none left."""
        while (job := self._jobs.get()) is not None:
            try:
                job.finish(None if self._ended else self._read(job.entry))
            except Exception as error:  # noqa: BLE001 - later files go on, and nobody waits forever
                job.finish(
                    _failed(
                        job.entry, N_("reading it failed: internal error ({name})").format(name=type(error).__name__)
                    )
                )
        if self._child is not None:
            self._child.close()

    def watch(self) -> None:
        """Kill the process if its file takes too much time or memory."""
        with self._lock:
            at, child, now = self._at, self._child, time.monotonic()
            if at is None or at.verdict or child is None:
                return
            if now - at.heard > STALL_SECONDS:
                at.verdict = _STALLED
            elif now - at.begun > FILE_SECONDS:
                at.verdict = _ENDLESS
            elif child.memory() > WORKER_BYTES:
                at.verdict = _GREEDY
            if at.verdict:
                child.process.kill()

    def end(self) -> None:
        """Kill the process, whatever it is doing, and wait for the thread."""
        with self._lock:
            self._ended = True
            if self._child is not None:
                self._child.process.kill()
        self.join()

    def _read(self, entry: FileEntry) -> FileReading | None:
        """Read a file; if a file within it ends the process, read it again without that one."""
        avoided: dict[str, str] = {}
        while True:
            try:
                child = self._running()
            except OSError:
                return _postponed(entry, self._why or _NO_PROCESS)
            if child is None:
                return None
            at = self._order(child, entry, avoided)
            reading = self._heard(child, entry, at)
            with self._lock:
                self._at = None
            if (reading is None or at.verdict) and not self._lost(child):
                return reading
            if reading is not None:
                return reading
            if not child.began and not at.verdict:
                self._vain, self._why = self._vain + 1, child.reason(_NEVER_BEGAN)
                return _postponed(entry, self._why)
            reason = at.verdict or child.reason(_BROKEN)
            if not at.member or at.member in avoided or len(avoided) >= AVOIDED:
                return _failed(entry, reason)
            avoided[at.member] = reason

    def _order(self, child: _Child, entry: FileEntry, avoided: dict[str, str]) -> _Watched:
        """Give a file to a process and start watching it."""
        order = entry_frame(entry, avoided)
        now = time.monotonic()
        at = _Watched(now, now)
        with self._lock:
            self._at = at
        send(child.process, b"%d\n%b" % (len(order), order))
        return at

    def _lost(self, child: _Child) -> bool:
        """Drop a process that gave no answer; say whether reading goes on with another."""
        with self._lock:
            if self._ended:
                return False
            self._child = None
        child.process.kill()
        child.close()
        return True

    def _running(self) -> _Child | None:
        """Return the process, started if need be; None if reading has ended.

        Raises `OSError` if none can be started.
        """
        with self._lock:
            if self._ended:
                return None
            if self._child is None:
                if self._vain >= _VAIN_STARTS:
                    raise OSError(self._why)
                self._child = _Child(self._folder)
            return self._child

    def _heard(self, child: _Child, entry: FileEntry, at: _Watched) -> FileReading | None:
        """Wait for the result of a file; None if the process ends or sends invalid data."""
        assert child.process.stdout is not None
        while (payload := read_frame(child.process.stdout)) is not None:
            child.began, self._vain, self._why = True, 0, ""
            at.heard = time.monotonic()
            try:
                member = member_of(payload) if payload else ""
                if member is None:
                    return reading_of(entry.path, payload)
            except (ValueError, LookupError, TypeError):
                return None
            at.member = member or at.member
        return None


def _failed(entry: FileEntry, reason: str) -> FileReading:
    return FileReading(entry, FileAccount(entry.path, Outcome.FAILED, reason))


def _postponed(entry: FileEntry, reason: str) -> FileReading:
    """Return a failure that is not the file's fault: it is tried again next time."""
    return _failed(replace(entry, mtime_ns=UNSETTLED), reason)

"""Two worker processes that read and index a large dossier while the process that started them stays responsive.

One reads files into the catalogue, then finds duplicates and mentioned dates, for which it takes on further processes;
the other indexes what the catalogue holds so far, each on a core of its own. They work on files that survive a kill,
so they can be ended at any moment; they exit by themselves when their standard input is closed, which the system does
when the parent process dies. What they leave undone, for whatever reason, is left to the parent.

Memory: the reader holds at most 300 files or 8 million characters between two writes, the indexer 32 million characters
and four million words (60 MB) before it writes a segment; on 100,000 news articles neither reaches 250 MB.
"""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tui.base.progress import Progress, Step, Stop
from tui.base.subprocesses import end, send, start, step_back
from tui.locale import N_

_READ, _INDEX = "read", "index"
_DOING = {b"r": N_("reading"), b"i": N_("indexing"), b"d": N_("finding dates in"), b"c": N_("comparing")}
"""What a worker reports to be doing, by its letter on the wire."""
_REPORTED = re.compile(rb"([%b]) (\d{1,9}) (\d{1,9})\n" % b"".join(_DOING))
_FIRST_BATCH, _LARGEST_BATCH = 500, 16_000
"""Articles that must wait before a batch is indexed: few at first, so that something can be found soon."""
_GRACE = 1.5
"""Seconds in which a worker that was asked to end may exit by itself."""
_INTERVAL = 0.1
"""Seconds between two reports, and between two checks for work."""


class SyncWorkers:
    """The two processes at work on one dossier."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Start both; raises `OSError` if the system cannot start a process."""
        self._news: queue.SimpleQueue[Step | str] = queue.SimpleQueue()
        self._workers: dict[str, subprocess.Popen[bytes]] = {}
        try:
            for role in (_READ, _INDEX):
                self._workers[role] = start(
                    "tui.core.sync_workers", role, str(folder.absolute()), str(cache.absolute())
                )
                threading.Thread(target=self._hear, args=(role,), daemon=True).start()
        except OSError:
            self.end()
            raise

    def work(self, progress: Progress, stop: Stop) -> bool:
        """Wait until both are done, or end them when `stop` returns true; say whether they did anything."""
        reading, at_work, did = True, set(self._workers), False
        try:
            while at_work and not stop():
                try:
                    news = self._news.get(timeout=_INTERVAL)
                except queue.Empty:
                    continue
                if isinstance(news, str):
                    at_work.discard(news)
                    all_read = news == _READ
                else:
                    did, all_read = True, news.doing in (_DOING[b"d"], _DOING[b"c"])
                    if news.doing != _DOING[b"i"] or not reading:  # while both are at work, only reading is shown
                        progress(news)
                if reading and all_read:
                    reading = False
                    send(self._workers[_INDEX], b"r")
        finally:
            self.end()
        return did

    def end(self) -> None:
        """Ask both to exit, then kill whichever does not."""
        for worker in self._workers.values():
            with suppress(OSError):  # ask both before waiting for either
                assert worker.stdin is not None
                worker.stdin.close()
        for worker in self._workers.values():
            end(worker)

    def _hear(self, role: str) -> None:
        """Pass on the reports of a worker and that it has ended; other lines are ignored."""
        stream: IO[bytes] | None = self._workers[role].stdout
        assert stream is not None
        with stream:
            for line in stream:
                found = _REPORTED.fullmatch(line)
                if found is not None:
                    self._news.put(Step(_DOING[found[1]], int(found[2]), int(found[3])))
        self._news.put(role)


class _Orders:
    """What the parent process asks for, read in a thread of its own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.all_read = threading.Event()
        """Set when no more files will be read."""
        self.stopped = threading.Event()
        """Set when this process should exit."""
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while os.read(self._descriptor, 1):
            self.all_read.set()
        self.stopped.set()
        self.all_read.set()
        time.sleep(_GRACE)
        os._exit(1)


class _Reporter:
    """Reports to the parent process how far the work has come, at most once in an interval."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._last = 0.0

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if done >= of or now - self._last > _INTERVAL:
            self._last = now
            os.write(sys.stdout.fileno(), f"{self._letter} {done} {of}\n".encode())


def _read(folder: Path, cache: Path, orders: _Orders) -> None:
    """Read files, then find duplicates and mentioned dates."""
    from tui.catalogue.catalogue import Catalogue
    from tui.core.duplicate_service import DuplicateService
    from tui.core.finding_workers import WORTH_PROCESSES, FindingWorkers
    from tui.core.mention_service import MentionService
    from tui.core.read_folder import read_folder

    catalogue = Catalogue.open(cache)
    stop = orders.stopped.is_set
    read_folder(folder, catalogue, _Reporter("r"), stop)
    duplicates, mentions = DuplicateService(catalogue), MentionService(catalogue)
    waiting, report = duplicates.waiting(), _Reporter("c")
    if waiting and not stop():
        report(0, waiting)
        duplicates.update(report, stop)
    waiting, report = mentions.waiting(), _Reporter("d")
    if waiting and not stop():
        report(0, waiting)
        with FindingWorkers(cache, None if waiting >= WORTH_PROCESSES else 0) as workers:
            mentions.update(report, stop, workers)
    catalogue.close()


def _index(cache: Path, orders: _Orders) -> None:
    """Index what waits in the catalogue until no more files will be read."""
    from tui.catalogue.catalogue import Catalogue
    from tui.core.search_service import SearchService

    catalogue = Catalogue.open(cache)
    search = SearchService(catalogue, cache / "index")
    report, done, batch = _Reporter("i"), 0, _FIRST_BATCH
    while not orders.stopped.is_set():
        all_read = orders.all_read.is_set()
        waiting = catalogue.waiting()
        if waiting >= batch or (waiting and all_read):
            taken = search.advance(batch)
            if not taken:
                break
            done += taken
            batch = min(2 * batch, _LARGEST_BATCH)
            report(done, done + max(0, waiting - taken))
        elif all_read:
            break
        else:
            orders.all_read.wait(_INTERVAL)
    search.close()
    catalogue.close()


def main(arguments: Sequence[str]) -> None:
    """Run one of the two processes: `read FOLDER CACHE` or `index FOLDER CACHE`."""
    role, folder, cache = arguments
    orders = _Orders(sys.stdin.fileno())
    step_back()
    if role == _READ:
        _read(Path(folder), Path(cache), orders)
    else:
        _index(Path(cache), orders)


if __name__ == "__main__":
    main(sys.argv[1:])

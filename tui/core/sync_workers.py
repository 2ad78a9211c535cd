"""The crew: two processes that read and index a large dossier, while the one that asks for it stays free.

One process reads files into the catalogue, then finds the copies of one text and the dates that the texts name; the
other indexes what the catalogue holds by then, each on a core of its own. They work on files that survive a kill at any
moment, so they can be ended at any moment; they end by themselves when their standard input is closed, which the system
does when the process that started them dies. What they leave undone, for whatever reason, is left to that process.

Memory: the reader holds at most 300 files or 8 million characters between two writings, the indexer 32 million
characters and four million words (60 MB) before it writes a segment; on 100,000 news articles neither comes to 250 MB.
"""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tui.base.subprocesses import end, send, start, step_back

_READ, _INDEX = "read", "index"
_DOING = {b"r": "reading", b"i": "indexing", b"d": "finding dates in", b"c": "comparing"}
"""What the processes report, by the letter that stands for it."""
_REPORTED = re.compile(rb"([%b]) (\d{1,9}) (\d{1,9})\n" % b"".join(_DOING))
_FIRST_BATCH, _LARGEST_BATCH = 500, 16_000
"""Articles that wait before they are indexed: few at first, so that something can be found soon."""
_PATIENCE = 6.0
"""Seconds in which a process that was told to end may end in good order."""
_PULSE = 0.1
"""Seconds between two reports, and between two looks at what is to be done."""

Told = Callable[[str, int, int], None]
"""Hears what is being done, in the words of `Step`, how much is done, and of how much."""


class Crew:
    """Two processes at work on one dossier."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Start both; raises `OSError` where the system has no process to give."""
        self._news: queue.SimpleQueue[tuple[str, int, int] | str] = queue.SimpleQueue()
        self._members: dict[str, subprocess.Popen[bytes]] = {}
        try:
            for role in (_READ, _INDEX):
                self._members[role] = start(
                    "tui.core.sync_workers", role, str(folder.absolute()), str(cache.absolute())
                )
                threading.Thread(target=self._hear, args=(role,), daemon=True).start()
        except OSError:
            self.end()
            raise

    def work(self, told: Told, stop: Callable[[], bool]) -> bool:
        """Wait until both are done, or end them when `stop` answers yes; say whether they did anything."""
        reading, at_work, did = True, set(self._members), False
        try:
            while at_work and not stop():
                try:
                    news = self._news.get(timeout=_PULSE)
                except queue.Empty:
                    continue
                if isinstance(news, str):
                    at_work.discard(news)
                    all_read = news == _READ
                else:
                    did, all_read = True, news[0] in (_DOING[b"d"], _DOING[b"c"])
                    if news[0] != _DOING[b"i"] or not reading:  # of two at work, one is told of
                        told(*news)
                if reading and all_read:
                    reading = False
                    send(self._members[_INDEX], b"r")
        finally:
            self.end()
        return did

    def end(self) -> None:
        """End both: by their own will first, then by force."""
        for member in self._members.values():
            with suppress(OSError):  # both are told before either is waited for
                assert member.stdin is not None
                member.stdin.close()
        for member in self._members.values():
            end(member)

    def _hear(self, role: str) -> None:
        """Pass on what a process reports, and that it has ended; a line that is no report is passed over."""
        stream: IO[bytes] | None = self._members[role].stdout
        assert stream is not None
        with stream:
            for line in stream:
                found = _REPORTED.fullmatch(line)
                if found is not None:
                    self._news.put((_DOING[found[1]], int(found[2]), int(found[3])))
        self._news.put(role)


class _Orders:
    """What the process that started this one wants: heard in a thread of its own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.all_read = threading.Event()
        """Set when nothing more is going to be read."""
        self.stopped = threading.Event()
        """Set when this process is to end."""
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while os.read(self._descriptor, 1):
            self.all_read.set()
        self.stopped.set()
        self.all_read.set()
        time.sleep(_PATIENCE)
        os._exit(1)


class _Report:
    """Tells the process that started this one how far the work has come, now and then."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._last = 0.0

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if done >= of or now - self._last > _PULSE:
            self._last = now
            os.write(sys.stdout.fileno(), f"{self._letter} {done} {of}\n".encode())


def _read(folder: Path, cache: Path, orders: _Orders) -> None:
    """Read files, then find the copies of one text and the dates that the texts name."""
    from tui.catalogue.catalogue import Catalogue
    from tui.core.duplicates import Comparer
    from tui.core.mentions import Dater
    from tui.core.read_folder import refresh

    catalogue = Catalogue.open(cache)
    refresh(folder, catalogue, _Report("r"), orders.stopped.is_set)
    for letter, half in (("c", Comparer(catalogue)), ("d", Dater(catalogue))):
        waiting, report = half.waiting(), _Report(letter)
        if waiting and not orders.stopped.is_set():
            report(0, waiting)
            half.update(report, orders.stopped.is_set)
    catalogue.close()


def _index(cache: Path, orders: _Orders) -> None:
    """Index what waits in the catalogue, until nothing more is going to be read."""
    from tui.catalogue.catalogue import Catalogue
    from tui.core.indexing import Searcher

    catalogue = Catalogue.open(cache)
    searcher = Searcher(catalogue, cache / "index")
    report, done, batch = _Report("i"), 0, _FIRST_BATCH
    while not orders.stopped.is_set():
        all_read = orders.all_read.is_set()
        waiting = catalogue.waiting()
        if waiting >= batch or (waiting and all_read):
            taken = searcher.advance(batch)
            if not taken:
                break
            done += taken
            batch = min(2 * batch, _LARGEST_BATCH)
            report(done, done + max(0, waiting - taken))
        elif all_read:
            break
        else:
            orders.all_read.wait(_PULSE)
    searcher.close()
    catalogue.close()


def main(arguments: Sequence[str]) -> None:
    """Be one of the two processes: `read FOLDER CACHE` or `index FOLDER CACHE`."""
    role, folder, cache = arguments
    orders = _Orders(sys.stdin.fileno())
    step_back()
    if role == _READ:
        _read(Path(folder), Path(cache), orders)
    else:
        _index(Path(cache), orders)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Read many nearly right files of every format, in processes of their own: `python tests/fuzz/run.py --count 20000`.

Every file that ends a process, takes too long or gives what must not be is named by its seed and number; the same
command with `--only NUMBER` makes it again, and `--keep FOLDER` writes it down.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "shared")]

from fuzzing.judging import case, judged, keep

from tui.importing.limits import WORKER_BYTES
from tui.importing.registry import FORMATS

SECONDS = 20.0
"""A file that is read for longer is given up."""

_SHOWN = 200


@dataclass
class Tally:
    """What came of the files of one suffix."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(default_factory=dict)
    """Commands that make a file again, by the last line of what was wrong with it."""
    slowest: tuple[float, int] = (0.0, 0)


def main() -> int:
    """Share the files out among the formats and print what became of them; the status is 1 where one was not right."""
    wanted = _arguments()
    if wanted.child:
        _child(wanted.child[0], *map(int, wanted.child[1:]))
        return 0
    suffixes = wanted.format or sorted(FORMATS)
    each = -(-wanted.count // len(suffixes))
    numbers = range(wanted.only, wanted.only + 1) if wanted.only is not None else range(each)
    if wanted.keep is not None:
        for suffix in suffixes:
            for number in numbers:
                print(keep(wanted.keep, suffix, wanted.seed, number))
        return 0
    print(f"seed {wanted.seed}, {len(numbers):,} files of each of {len(suffixes)} suffixes", flush=True)
    begun = time.monotonic()
    tallies = _all(suffixes, wanted.seed, numbers, wanted.jobs)
    total: Counter[str] = Counter()
    for tally in tallies.values():
        total += tally.outcomes
    print(f"{sum(total.values()):,} files in {time.monotonic() - begun:.0f} s: {_told(total)}")
    return 1 if any(tally.faults for tally in tallies.values()) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=20_000, help="files in all, the same number of each suffix")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other files")
    parser.add_argument("--format", action="append", metavar="SUFFIX", help="only this suffix; may be given again")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="only the file of this number")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the files to a folder and read none")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes at once")
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    return parser.parse_args()


def _all(suffixes: list[str], seed: int, numbers: range, jobs: int) -> dict[str, Tally]:
    """Read the files of all suffixes, `jobs` suffixes at once, and print a line for each suffix."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for suffix in suffixes:
        waiting.put(suffix)
    tallies: dict[str, Tally] = {}

    def work() -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                suffix = waiting.get_nowait()
                tallies[suffix] = tally = _one(suffix, seed, numbers)
                seconds, number = tally.slowest
                slowest = f"slowest {seconds:.1f} s (--only {number})" if seconds > 1 else ""
                print(f"{suffix or 'none':10} {_told(tally.outcomes)} {slowest}\n{_faults(tally)}", end="", flush=True)

    threads = [threading.Thread(target=work) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tallies


def _told(outcomes: Counter[str]) -> str:
    return ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(outcomes.items(), key=lambda item: -item[1]))


def _faults(tally: Tally) -> str:
    """Say what was wrong, each kind of fault once."""
    lines = []
    for why, commands in tally.faults.items():
        others = f" (and {len(commands) - 1:,} others)" if len(commands) > 1 else ""
        lines.append(f"  {why}{others}\n    {commands[0]}\n")
    return "".join(lines)


def _one(suffix: str, seed: int, numbers: range) -> Tally:
    """Read the files of one suffix; a process that ends too early is followed by one that goes on behind the file."""
    tally = Tally()
    at = numbers.start
    while at < numbers.stop:
        for number, outcome, seconds, why in _answers(suffix, seed, at, numbers.stop):
            at = number + 1
            tally.outcomes[outcome] += 1
            tally.slowest = max(tally.slowest, (seconds, number))
            if why:
                again = f"python tests/fuzz/run.py --seed {seed} --format '{suffix}' --only {number}"
                tally.faults.setdefault(f"{outcome}: {why}", []).append(again)
    return tally


Answer = tuple[int, str, float, str]
"""The number of a file, what became of it, the seconds that it took, and what was wrong."""


def _answers(suffix: str, seed: int, first: int, stop: int) -> Iterator[Answer]:
    """Yield what becomes of one file after another until the process that reads them has to be ended, or ends."""
    command = [sys.executable, __file__, "--child", suffix, str(seed), str(first), str(stop)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_hear, args=(process.stdout, lines), daemon=True).start()
    try:
        lines.get(timeout=3 * SECONDS)  # It is there, and has loaded what it needs.
        for number in range(first, stop):
            try:
                line = lines.get(timeout=SECONDS)
            except queue.Empty:
                yield number, "HUNG", SECONDS, f"more than {SECONDS:.0f} s"
                return
            if not line:
                yield number, "DIED", 0.0, f"the process ended with status {process.wait()}"
                return
            outcome, seconds, why = json.loads(line)
            yield number, outcome, seconds, why
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _hear(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    with contextlib.suppress(ValueError):  # It was closed.
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _child(suffix: str, seed: int, first: int, stop: int) -> None:
    """Read files and write a line for each; nothing else gets to the output, whatever a parser prints."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdout = io.StringIO()
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (WORKER_BYTES, WORKER_BYTES))
    print("", file=answers, flush=True)
    for number in range(first, stop):
        content = case(suffix, seed, number)
        begun = time.monotonic()
        try:
            outcome, why = judged(suffix, content).value, ""
        except Exception as error:
            outcome, why = "WRONG", _place(error)
        print(json.dumps([outcome, time.monotonic() - begun, why]), file=answers, flush=True)


def _place(error: Exception) -> str:
    """Say what an error is, and where in the program it was raised."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if f"{os.sep}tui{os.sep}" in frame.filename]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-3:]))
    return f"{type(error).__name__}: {str(error)[:_SHOWN]} at {places}".replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main())

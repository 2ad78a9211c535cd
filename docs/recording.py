"""Record the first minute: `python docs/recording.py [FILE]`, from the top of the repository; POSIX systems only.

What is written is asciinema's file format, version 2 (docs.asciinema.org/manual/asciicast/v2): a header line, then
a line for everything that the program sends, with the seconds since it began. `asciinema play FILE` shows it.
"""

from __future__ import annotations

import codecs
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
from collections.abc import Callable
from pathlib import Path
from time import monotonic

COLUMNS, ROWS = 100, 30
STORY = (
    (4.0, ""),
    (1.5, "T"),
    (3.0, "n"),
    (2.0, "\r"),
    (2.5, "q"),
    (1.0, "q"),
    (1.5, "="),
    (3.0, "j"),
    (1.5, "q"),
    (0.8, "/"),
    *((0.15, letter) for letter in "camps source:afp"),
    (2.0, "\r"),
    (1.5, "\r"),
    (1.5, "n"),
    (2.5, "y"),
    (1.0, "\x11"),
)
"""What is pressed, each after so many seconds: where reports disagree, whose figures differ, a search, a citation."""
READY = "where the reports disagree"
"""What stands on the first screen once it is there."""
LONGEST = 2.5
"""Seconds between two lines of the recording at most: nobody watches a machine think."""


class _Recorder:
    """Writes what comes from a screen, with its time."""

    def __init__(self, screen: int, write: Callable[[str], object]) -> None:
        self._screen = screen
        self._write = write
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._told, self._last = 0.0, monotonic()

    def watch(self, seconds: float, until: str = "") -> None:
        """Record for so long, or until a text was sent; raises `OSError` once the program has ended."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            if not select.select([self._screen], [], [], left)[0]:
                continue
            sent = self._decoder.decode(os.read(self._screen, 65536))
            now = monotonic()
            self._told, self._last = self._told + min(now - self._last, LONGEST), now
            self._write(json.dumps([round(self._told, 3), "o", sent], ensure_ascii=False) + "\n")
            if until and until in sent:
                return


def record(target: Path) -> None:
    """Play the story in a pseudo-terminal and write what is sent."""
    with tempfile.TemporaryDirectory() as home, target.open("w", encoding="utf-8") as file:
        header = {
            "version": 2,
            "width": COLUMNS,
            "height": ROWS,
            "title": "mali-tui",
            "env": {"TERM": "xterm-256color"},
        }
        file.write(json.dumps(header) + "\n")
        process, screen = pty.fork()
        if process == 0:
            place = {"MALI_TUI_CACHE": f"{home}/cache", "MALI_TUI_DATA": f"{home}/data"}
            colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "15;0"}
            os.execve(sys.executable, [sys.executable, "-m", "tui"], {**os.environ, **place, **colours})  # noqa: S606 - ours
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        recorder = _Recorder(screen, file.write)
        try:
            recorder.watch(60.0, until=READY)
            for pause, keys in STORY:
                recorder.watch(pause)
                os.write(screen, keys.encode())
            recorder.watch(1.0)
        except OSError:  # the program has ended
            pass
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


if __name__ == "__main__":
    record(Path(sys.argv[1] if sys.argv[1:] else Path(__file__).resolve().parent / "first-minute.cast"))

"""Press random keys in a terminal for a while: `python tests/endurance/soak.py --seed 1 --minutes 30`.

The program must stay alive, report no error, send nothing unclean to the terminal and be as quick and as small at the
end as at the beginning. The keys that were pressed last are printed where it does not. Random keys can come faster than
they are handled: every hundred of them are waited for, since what is pressed or measured behind thousands of waiting
keys says nothing. Where they quit, by backspace at the top or in the palette, the program is opened again.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "shared")]

import psutil
from enduring import PAGE, ROOT, Place
from terminals import Terminal

from tui.base.locations import bundled_dossier

ESCAPE, ENTER, BACKSPACE = "\x1b", "\r", "\x7f"
KEYS = (
    *"jkhlgGbnNeEmMyYcTC=wBJKtzZFio<>HLdDPAfrpIWv,xXR*u0123456789+-aS:?/sO",
    *(" ", ENTER, ESCAPE, "\t", BACKSPACE, "\x04", "\x15", "\x12"),
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[15~", "\x1b[17~"),
    *("\x1bOP", "\x1bOQ", "\x1b[1;2C", "\x1b[1;2D"),
)
"""All but those that leave the program: q, ctrl+q and ctrl+z."""

WORDS = (
    "camp",
    "mission",
    '"the mission"',
    "date:2023",
    "source:reuters",
    "text:/c.m/",
    "has:note",
    "title:(",
    "é",
    "*",
)
HOSTILE = "Evil \x9d52;c;aGk=\x07 \u202e title \x7f \U000e0041"

UNCLEAN = re.compile(
    "[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""What is never sent: controls but those of line ends and escape sequences, and what reorders or hides text."""

SPECIAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])")
"""An escape sequence of the terminal: of ours, which end as they should."""

ROUND = 100
"""Keys after which all keys are waited for."""

PATIENCE = 120
"""Seconds in which a round of keys is handled, on a busy machine too."""

IDLE = 0.05
"""Seconds of work in a second that a program at rest may do: its cursor blinks."""

CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


class Soak:
    """One program in a terminal, and what is measured of it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.place = Place(folder)
        shutil.copytree(bundled_dossier(), self.place.dossier)
        (self.place.dossier / "page.html").write_text(PAGE, encoding="utf-8")
        front = f"title: {json.dumps(HOSTILE)}\ndate: 2021-03-04\nsource: {json.dumps(HOSTILE)}\n"
        (self.place.dossier / "evil\x9d\u202e.md").write_text(f"---\n{front}---\n\nThe camp {HOSTILE}.\n", "utf-8")
        self._chance = random.Random(seed)
        self.pressed: deque[str] = deque(maxlen=60)
        self.problems: list[str] = []
        self._scanned = self.keys = 0
        self._environment = {**self.place.environment("soak"), "EDITOR": "true", "BROWSER": "true"}
        self._environment["PYTHONFAULTHANDLER"] = "1"
        self._open()

    def _open(self) -> None:
        command = self.place.command(str(self.place.dossier))
        self.screen = Terminal(command, self._environment, 110, 34, folder=ROOT, patience=60.0)
        self.screen.wait_for(re.compile(r"articles"))
        self._process = psutil.Process(self.screen.process)

    def press(self) -> None:
        """Press one key, or words in a bar, and read what is painted."""
        keys = self._chance.choice(KEYS)
        if keys in "/sS+a" and self._chance.random() < 0.7:
            keys += self._chance.choice(WORDS)
        if self._chance.random() < 0.02:
            self.screen.resize(self._chance.choice((30, 60, 80, 110, 200)), self._chance.choice((8, 24, 34, 60)))
        self.pressed.append(keys)
        self.keys += 1
        self.screen.send(keys)
        self.screen.read(self._chance.choice((0.0, 0.01, 0.05, 0.2)))

    def settle(self) -> None:
        """Wait until the keys are handled: until the program does no work."""
        before = -1.0
        for _ in range(PATIENCE):
            worked = self._worked()
            if worked - before < IDLE:
                return
            before, until = worked, time.monotonic() + 1.0
            while (left := until - time.monotonic()) > 0 and self._worked():
                self.screen.read(left)
        self._note(f"the program is still at work {PATIENCE} seconds after the last key: {self.screen.text}")

    def _worked(self) -> float:
        """Return the seconds that the program has worked; 0 if it has ended."""
        try:
            times = self._process.cpu_times()
        except psutil.Error:
            return 0.0
        return 0.0 if self._ended() else float(times.user + times.system)

    def _ended(self) -> bool:
        return not self._process.is_running() or self._process.status() == psutil.STATUS_ZOMBIE

    def latency(self) -> float:
        """Return the seconds from a key of the list to the first bytes of its painting, the middle of nine."""
        took = []
        for _ in range(6):
            self.screen.send(ESCAPE)
            self.screen.read(0.3)
        for number in range(9):
            while self.screen.read(0.3):
                pass
            begun = time.monotonic()
            self.screen.send("jk"[number % 2])
            self.screen.read(2.0)
            took.append(time.monotonic() - begun)
        return sorted(took)[4]

    def megabytes(self) -> float:
        """Return the memory of the process that is its own."""
        return float(self._process.memory_full_info().uss) / 1e6

    def look(self) -> None:
        """Note what is wrong with what was sent so far, and what was reported; begin anew if the program has ended."""
        sent = self.screen.raw[self._scanned :].decode("utf-8", "replace")
        cut = sent.rfind("\x1b")
        text = SPECIAL.sub("", sent[:cut] if cut >= 0 and len(sent) - cut < 4096 else sent)
        found = sorted(set(UNCLEAN.findall(text)))
        if found:
            at = UNCLEAN.search(text)
            assert at is not None
            place = sent.index(at[0])
            self._note(f"unclean {found!r}: {sent[max(0, place - 200) : place + 40]!r}")
        if "Traceback" in text:
            self._note("a traceback")
        self._scanned += len(self.screen.raw) - self._scanned
        for report in sorted(self.place.state.glob("fault-*.txt")):
            self._note(report.read_text("utf-8"))
            report.unlink()
        if self._ended():
            status, left = self.screen.end(), self.screen.unrestored()
            if status or left or not {ENTER, BACKSPACE}.intersection(self.pressed):
                self._note(f"the program ended with {status}, leaving {left}: {self.screen.text}")
            self.screen.close()
            self._scanned = 0
            self._open()

    def _note(self, problem: str) -> None:
        self.problems.append(problem)
        print(f"{problem}\nafter {' '.join(map(repr, self.pressed))}", flush=True)

    def leave(self) -> None:
        """Lead back to the list and out of the program; note it where the keys do not."""
        for _ in range(40):
            self.screen.send(ESCAPE)
            self.screen.read(0.2)
        self.settle()
        try:
            status = self.screen.end("\x11")
        except AssertionError as problem:
            state, left, seen = self._process.status(), self.screen.unrestored(), len(self.screen.raw)
            self.screen.signal(signal.SIGABRT)  # Python writes then where each thread is
            while self.screen.read(5.0):
                pass
            stacks = self.screen.raw[seen:].decode("utf-8", "replace")
            self._note(f"ctrl+q does not end the program, {state}, leaving {left}: {problem}\n{stacks}")
            return
        if status:
            self._note(f"the program ended with {status} at ctrl+q: {self.screen.text}")


def run(seed: int, minutes: float, most: int) -> list[str]:
    """Press keys for so long, or so many; print what was measured and return what was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), seed)
        for _ in range(min(300, most // 3)):
            soak.press()
        soak.settle()
        soak.look()
        before = soak.megabytes(), soak.latency()
        until = time.monotonic() + 60 * minutes
        while time.monotonic() < until and soak.keys < most:
            soak.press()
            if soak.keys % ROUND == 0:
                soak.settle()
                soak.look()
            if soak.keys % 2000 == 0:
                print(f"{soak.keys:,} keys, {soak.megabytes():.0f} MB, {len(soak.problems)} problems", flush=True)
        soak.settle()
        soak.look()
        after = soak.megabytes(), soak.latency()
        print(
            f"{soak.keys:,} keys: {before[0]:.0f} MB and {before[1] * 1000:.0f} ms for a key at the "
            f"beginning, {after[0]:.0f} MB and {after[1] * 1000:.0f} ms at the end; {len(soak.problems)} problems"
        )
        soak.leave()
        soak.screen.close()
        return soak.problems


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--count", type=int, default=10**9, help="keys at most")
    asked = parser.parse_args()
    sys.exit(bool(run(asked.seed, asked.minutes, asked.count)))

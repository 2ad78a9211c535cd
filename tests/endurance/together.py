"""Let four programs work on one dossier and desk at once: `python tests/endurance/together.py --seed 1 --minutes 5`.

Two applications in terminals and two streams of commands ask and write notes while files come, go and change, with
times of last year, of next year and of the year before last, and while the clock of each program jumps forward a year
and back two. Nothing ends in a traceback, no event that a command has told of is lost, and in the end the answers are
those of a cache that is made anew.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "shared")]

from enduring import QUESTIONS, ROOT, Place, ask, fill, settled
from terminals import Terminal

JUMPS = (0, 0, 365, -730)
"""Days by which clocks and the times of files are wrong."""

JUMPING = """
import datetime, random, sys
import tui.desk.desk as desk

class Jumping(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        return datetime.datetime.now(zone) + datetime.timedelta(days=random.choice({jumps}))

desk.datetime = Jumping
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs the program with a clock that jumps: that of the desk is the only one that it reads."""

SHARED = "2012-07-04-manifestation-a-bamako.md"
"""The article that notes are written on; it stays."""

WRITING = (
    ("note", SHARED, "--text", "A thought", "--json"),
    ("tag", SHARED, "one", "two", "--json"),
    ("star", SHARED, "--json"),
    ("status", SHARED, "read", "--json"),
)
KEYS = (
    "j",
    "k",
    "*",
    "\x1b[15~",
    "/camp\r",
    "/\x15\r",
    "T",
    "q",
    "=",
    "q",
    "D",
    "q",
    "aSeen\x1b",
    "R",
    "u",
    "t",
    "\x1b",
)
"""Keys in the applications: moving, stars, notes, reading again, questions and screens."""


class Together:
    """Four programs, what changes beneath them, and what they did that must not be."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.place = Place(folder)
        self._seed = seed
        fill(self.place.dossier)
        self.problems: list[str] = []
        self.told: set[str] = set()
        """The events that commands have told of."""
        self.counted: Counter[str] = Counter()
        self._over = threading.Event()

    def run(self, minutes: float, most: int) -> None:
        """Let all of them work for so long, or until `most` commands have been run; then compare."""
        streams = [threading.Thread(target=self._commands, args=(number, most)) for number in range(2)]
        screens = [self._opened() for _ in range(2)]
        for stream in streams:
            stream.start()
        chance = random.Random(f"{self._seed} keys")
        until = time.monotonic() + 60 * minutes
        while time.monotonic() < until and any(stream.is_alive() for stream in streams):
            self._change(chance)
            for screen in screens:
                screen.send(chance.choice(KEYS))
                self.counted["keys"] += 1
                screen.read(0.1)
        self._over.set()
        for stream in streams:
            stream.join()
        for screen in screens:
            self._leave(screen)
        self._compare()

    def _opened(self) -> Terminal:
        environment = self.place.environment("together")
        words = [*self._program(), str(self.place.dossier), "--fresh"]
        screen = Terminal(words, environment, 100, 30, folder=ROOT, patience=90.0)
        screen.wait_for(re.compile(r"\d articles? ·"))
        return screen

    def _program(self) -> list[str]:
        return [sys.executable, "-c", JUMPING.format(jumps=JUMPS)]

    def _leave(self, screen: Terminal) -> None:
        for _ in range(20):
            screen.send("\x1b")
            screen.read(0.2)
        status = screen.end("\x11")
        if status or b"Traceback" in screen.raw:
            self.problems.append(f"an application ended with {status}: {screen.text}")
        screen.close()

    def _commands(self, stream: int, most: int) -> None:
        """Run one command after another until all is over."""
        chance = random.Random(f"{self._seed} {stream}")
        for _ in range(most // 2):
            if self._over.is_set():
                return
            words = chance.choice(WRITING if chance.random() < 0.4 else QUESTIONS)
            line = [*self._program(), words[0], "-d", str(self.place.dossier), *words[1:]]
            done = subprocess.run(
                line, env=self.place.environment("together"), cwd=ROOT, capture_output=True, text=True, check=False
            )
            self.counted["commands"] += 1
            said = done.stderr.splitlines()
            if done.returncode not in (0, 1) or not all(each.startswith("mali-tui: ") for each in said):
                self.problems.append(f"{' '.join(words)}: status {done.returncode}: {done.stderr}")
            elif words in WRITING:
                self.told |= {json.loads(each)["id"] for each in done.stdout.splitlines()}
            self.counted.update(said)

    def _change(self, chance: random.Random) -> None:
        """Let a file come, go, change or take another name."""
        files = [file for file in sorted(self.place.dossier.glob("*.md")) if file.name != SHARED]
        kind = chance.choice(("come", "go", "change", "rename", "rest"))
        path = chance.choice(files) if files else self.place.dossier / "first.md"
        if kind == "come" or (not files and kind != "rest"):
            number = chance.randrange(10**6)
            path = self.place.dossier / f"report-{number}.md"
            day = f"20{chance.randrange(10, 22)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"
            text = f"The mission left camp {number} on 3 March 2021. {number} soldiers were there.\n"
            path.write_text(f"---\ntitle: Report {number}\ndate: {day}\nsource: Post\n---\n\n{text}", encoding="utf-8")
        elif kind == "go" and len(files) > 8:
            path.unlink()
        elif kind == "change":
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"\nIn the end {chance.randrange(10**6)} people left the camp.\n")
        elif kind == "rename":
            path = path.rename(path.with_name(f"renamed-{chance.randrange(10**6)}.md"))
        else:
            return
        self.counted[f"files: {kind}"] += 1
        with suppress(FileNotFoundError):
            when = time.time() + 86_400 * chance.choice(JUMPS) + chance.random() * 1000
            os.utime(path, (when, when))

    def _compare(self) -> None:
        """Compare the answers with those of a fresh cache, and the desk with what was told."""
        self.place.enter()
        found = {words: ask(words, self.place.dossier) for words in QUESTIONS}
        desk = ask(("desk", "log", "--json"), self.place.dossier)
        shutil.rmtree(self.place.cache)
        ask(QUESTIONS[0], self.place.dossier)
        for words, (status, printed, said) in found.items():
            truth = ask(words, self.place.dossier)
            if (status, settled(printed), said) != (truth[0], settled(truth[1]), truth[2]):
                self.problems.append(f"another answer: {' '.join(words)}: {said} {_difference(printed, truth[1])}")
        kept = {json.loads(each)["id"] for each in desk[1].splitlines()}
        if desk[2] or not self.told <= kept:
            self.problems.append(f"{len(self.told - kept)} events lost; {desk[2]}")
        self.counted["events"] = len(kept)
        left = self.place.stray()
        if left:
            self.problems.append(f"left behind: {left}")


def _difference(found: str, truth: str) -> str:
    """Show the first lines in which an answer differs from that of a fresh cache."""
    lines = unified_diff(settled(found).splitlines(), settled(truth).splitlines(), "found", "fresh", n=0, lineterm="")
    return "".join(f"\n  {line[:300]}" for line in list(lines)[:12])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--count", type=int, default=10**9, help="commands at most")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        together = Together(Path(folder), asked.seed)
        together.run(asked.minutes, asked.count)
    print(json.dumps(together.counted, indent=1))
    for problem in together.problems:
        print(problem)
    sys.exit(bool(together.problems))

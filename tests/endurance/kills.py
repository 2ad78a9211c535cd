"""Kill the program at random moments of all that it does: `python tests/endurance/kills.py --seed 1 --count 1000`.

Each kill is KILL, TERM, HUP or INT at a moment drawn from the whole length of an undisturbed run. Afterwards nothing of
it runs after two seconds, the next command answers as after an undisturbed run and says nothing but one sentence at
most, and neither a temporary file nor half of a file is left. `--only NUMBER` makes one kill again, as far as a moment
can be had again.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "shared")]

import psutil
from enduring import QUESTIONS, ROOT, Answer, Place, alive, ask, change, fill, settled
from terminals import Terminal

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
ASKED = 2
"""Questions after each kill."""

GONE, LONGEST = 2.0, 30.0
"""Seconds after which no process may be left; on a busy machine each may have had as many of the processor."""

CREW = "import sys; import tui.core.sync as s; s.MANY = 1; from tui.cli import main; sys.exit(main(sys.argv[1:]))"
"""Runs the program so that two processes read and index even a small folder."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "read": ("list", "--json", "-d", "{dossier}"),
    "read by a crew": ("list", "--json", "-d", "{dossier}"),
    "update": ("list", "--json", "-d", "{dossier}"),
    "update by a crew": ("list", "--json", "-d", "{dossier}"),
    "note": ("note", "-d", "{dossier}", "2012-07-04-manifestation-a-bamako.md", "--text", "Half a thought"),
    "export": ("export", "-d", "{dossier}", "--format", "html", "-o", "{target}/out.html", "--force"),
    "pack": ("pack", "{dossier}", "-o", "{target}/out.zip", "--force"),
}
STORIES = ("application, nothing read", "application", "application, files changed")

KEYS = (
    ("/", "to the articles"),
    ("camp\r", "of 1"),
    ("y", "opied|lipboard"),
    ("*", ""),
    ("a", "Typing a note"),
    ("A thought", "A thought"),
    ("\x1b", r"(?s)\A(?!.*Typing a note)"),
    ("T", "hronology"),
    ("q", ""),
)
"""What is typed in the application and what is to be seen before the next keys."""


class Kills:
    """Runs that are killed, in folders that are laid out anew for each."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed
        self._place = Place(folder / "now")
        self._sound: dict[bool, dict[tuple[str, ...], Answer]] = {}
        self._lengths: dict[str, float] = {}
        self._whole: dict[str, str] = {}
        self.late = 0
        """After how many kills a child that had hardly been given the processor ended later than that."""
        self._place.enter()
        fill(self._place.dossier)
        self._desk = self._folder / "desk"
        for changed in (False, True):
            if changed:
                change(self._place.dossier)
                shutil.rmtree(self._place.cache)
            ask(QUESTIONS[0], self._place.dossier)
            self._sound[changed] = {words: ask(words, self._place.dossier) for words in QUESTIONS}
            shutil.copytree(self._place.dossier, folder / f"dossier {changed}")
            shutil.copytree(self._place.cache, folder / f"cache {changed}")
        shutil.rmtree(self._place.data, ignore_errors=True)
        self._lay_out("note")
        ask(("star", sorted(self._place.dossier.glob("*.md"))[0].name), self._place.dossier)
        shutil.copytree(self._place.data, self._desk)

    def _lay_out(self, case: str) -> bool:
        """Lay out dossier, cache and desk for a case; say whether the dossier is the changed one."""
        place = self._place
        changed, cold = "update" in case or "changed" in case, "read" in case
        for each in (place.dossier, place.cache, place.data, place.state, place.target, place.temporary):
            shutil.rmtree(each, ignore_errors=True)
        for each in (place.target, place.temporary):
            each.mkdir()
        shutil.copytree(self._folder / f"dossier {changed}", place.dossier)
        if not cold:
            shutil.copytree(self._folder / "cache False", place.cache)
        if self._desk.exists():
            shutil.copytree(self._desk, place.data)
        for name in ("out.html", "out.zip"):
            (place.target / name).write_bytes(b"old")
        return changed

    def run(self, number: int) -> tuple[str, str]:
        """Kill one run; return what was killed how, and what is wrong afterwards, or nothing."""
        chance = random.Random(f"{self._seed} {number}")
        case = chance.choice((*COMMANDS, *STORIES))
        if case not in self._lengths:
            self._lengths[case] = self._measured(case)
        blow, moment = chance.choice(SIGNALS), chance.uniform(0, 1.02 * self._lengths[case])
        changed = self._lay_out(case)
        mark = f"{os.getpid()} {self._seed} {number}"
        said, status = self._started(case, mark, (blow, moment))
        how = f"{case}, {blow.name} after {moment:.2f} s, status {status}"
        return how, self._lived(mark) or _unruly(said) or self._wrong(case, changed, chance)

    def _measured(self, case: str) -> float:
        """Run a case undisturbed, twice, and return the seconds that it takes."""
        for _ in range(2):
            self._lay_out(case)
            begun = time.monotonic()
            said, status = self._started(case, f"{os.getpid()} whole", None)
            length = time.monotonic() - begun
            assert status == 0, f"{case}: {status}: {said}"
        for name in ("out.html", "out.zip"):
            self._whole.setdefault(name, "")
            found = _digest(self._place.target / name)
            if found != _digest_of(b"old"):
                self._whole[name] = found
        return length

    def _started(self, case: str, mark: str, blow: tuple[signal.Signals, float] | None) -> tuple[str, int]:
        """Run a case and hit it at its moment; return what it said on standard error or screen, and its status."""
        place = self._place
        if case in STORIES:
            return self._told(place, mark, blow)
        words = [word.format(dossier=place.dossier, target=place.target) for word in COMMANDS[case]]
        line = [sys.executable, "-c", CREW, *words] if "crew" in case else place.command(*words)
        running = subprocess.Popen(
            line,
            env=place.environment(mark),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        timer = _timer(running.pid, blow)
        _, said = running.communicate(timeout=120)
        timer.cancel()
        return said, running.returncode

    def _told(self, place: Place, mark: str, blow: tuple[signal.Signals, float] | None) -> tuple[str, int]:
        """Run the application in a terminal and type; the same of it."""
        words = place.command(str(place.dossier), "--fresh")
        screen = Terminal(words, place.environment(mark), 100, 30, folder=ROOT, patience=60.0)
        timer = _timer(screen.process, blow)
        try:
            with contextlib.suppress(AssertionError, OSError) if blow else contextlib.nullcontext():
                screen.wait_for(re.compile(r" articles? ·"))
                for keys, sight in KEYS:
                    screen.press(keys, re.compile(sight))
            status = screen.end("\x11")
            left = screen.unrestored() if blow and blow[0] != signal.SIGKILL and status > 0 else []
        finally:
            timer.cancel()
            screen.close()
        told = screen.raw.decode(errors="replace")
        return ("Traceback" if "Traceback" in told else "") + "".join(f"left: {each}" for each in left), status

    def _lived(self, mark: str) -> str:
        """Say what still runs when it should have ended, and end it."""
        begun = time.monotonic()
        before = {process.pid: _spent(process) for process in alive(mark)}
        while left := alive(mark):
            waited = time.monotonic() - begun
            idle = all(_spent(process) - before.get(process.pid, 0.0) < GONE for process in left)
            if waited > LONGEST or (waited > GONE and not idle):
                lines = [" ".join(process.cmdline()) for process in left]
                for process in left:
                    process.kill()
                return f"still running: {lines}"
            time.sleep(0.1)
        if time.monotonic() - begun > GONE:
            self.late += 1
        return ""

    def _wrong(self, case: str, changed: bool, chance: random.Random) -> str:
        """Ask and look; say what is not as after an undisturbed run."""
        place = self._place
        for words in chance.sample(QUESTIONS, ASKED):
            status, printed, said = ask(words, place.dossier)
            truth = self._sound[changed][words]
            if (status, settled(printed)) != (truth[0], settled(truth[1])):
                return f"{'traceback' if status == 'traceback' else 'another answer'}: {' '.join(words)}: {said}"
            if said != truth[2]:
                return f"said: {' '.join(words)}: {said}"
        status, printed, said = ask(("desk", "log", "--json"), place.dossier)
        if status != 0 or said or not 1 <= len(printed.splitlines()) <= 4:
            return f"desk: {status} {printed} {said}"
        for name in ("out.html", "out.zip"):
            if _digest(place.target / name) not in (_digest_of(b"old"), self._whole.get(name)):
                return f"half of a file: {name}"
        if case in ("export", "pack", "note"):  # what a kill left of it goes with the next one that ends well
            words = [word.format(dossier=place.dossier, target=place.target) for word in COMMANDS[case]]
            subprocess.run(place.command(*words), env=place.environment(), cwd=ROOT, capture_output=True, check=True)
        left = place.stray()
        reports = [report.read_text("utf-8") for report in place.state.glob("fault-*.txt")]
        return f"left behind: {left}" + "\n".join(reports) if left else ""


def _spent(process: psutil.Process) -> float:
    """Return the seconds of the processor that a process has had."""
    try:
        spent = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(spent.user + spent.system)


def _timer(process: int, blow: tuple[signal.Signals, float] | None) -> threading.Timer:
    """Begin to wait for the moment at which a process is hit."""

    def hit() -> None:
        if blow is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, blow[0])

    timer = threading.Timer(blow[1] if blow else 3600, hit)
    timer.daemon = True
    timer.start()
    return timer


def _unruly(said: str) -> str:
    """Say what a program that was hit should not have said."""
    if said.rstrip().endswith("KeyboardInterrupt") and not re.search(r", in (?:run|main)\n", said):
        return ""  # Python itself was starting: the first line of the program was not reached
    lines = said.splitlines()
    if "Traceback" in said or len(lines) > 1 or any(not line.startswith("mali-tui: ") for line in lines):
        return f"said while it ended: {said}"
    return ""


def _digest(path: Path) -> str:
    return _digest_of(path.read_bytes()) if path.exists() else ""


def _digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def run(seed: int, numbers: range, minutes: float) -> Counter[str]:
    """Kill so often, or for so long; print what is wrong and return how many ended how."""
    counted: Counter[str] = Counter()
    for number in (
        signal.SIGHUP,
        signal.SIGINT,
    ):  # nohup and shells in the background ignore them, and so would all below
        signal.signal(number, signal.SIG_DFL)
    until = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        kills = Kills(Path(folder), seed)
        for number in numbers:
            if time.monotonic() > until:
                break
            how, problem = kills.run(number)
            counted[problem.partition(":")[0] or "recovered"] += 1
            if problem:
                print(f"{number}: {how}: {problem}", flush=True)
        if kills.late:
            print(f"after {kills.late} kills a child ended later than {GONE} s, the machine being busy")
    return counted


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so long")
    parser.add_argument("--only", type=int, metavar="NUMBER")
    asked = parser.parse_args()
    chosen = range(asked.count) if asked.only is None else range(asked.only, asked.only + 1)
    ended = run(asked.seed, chosen, asked.minutes)
    print(json.dumps(ended))
    sys.exit(set(ended) != {"recovered"})

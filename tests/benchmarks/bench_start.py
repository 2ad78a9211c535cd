"""Measure starting and typing in a real pseudo-terminal, as ratios against a bare Textual app in the same run.

    python tests/benchmarks/bench_start.py [--rounds 9]

The machine should be idle. Compiled modules are kept, whatever PYTHONDONTWRITEBYTECODE says: without them every start
compiles the program anew.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("PAINTED")
Bare().run()
"""
PROGRAM = Path(sys.executable).with_name("mali-tui")
SHOWN = "Wikinews"
"""What stands on the screen once articles are listed: the outlet of the first one."""
TYPED = ("withdrawal", "camp* gao", "force OR troops", '"security council"', "source:afp date:2023")


def environment(cache: Path) -> dict[str, str]:
    """Return the environment of the measured processes: compiled modules, full colours, nothing that a reader left."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = {"MALI_TUI_CACHE": str(cache), "MALI_TUI_DATA": str(cache / "data")}
    return {**kept, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def painted(command: list[str], cache: Path, text: str) -> float:
    """Return the seconds until a text stands on the screen."""
    terminal = Terminal(command, environment(cache))
    try:
        return terminal.wait_for(text)
    finally:
        terminal.close()


def finished(command: list[str], cache: Path) -> float:
    """Return the seconds that a whole process takes."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment(cache), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def typed(cache: Path) -> list[float]:
    """Return the seconds from each key press until the screen is quiet again."""
    terminal = Terminal([str(PROGRAM)], environment(cache))
    try:
        terminal.wait_for(SHOWN)
        terminal.press(b"", 1.0)
        times = []
        for words in TYPED:
            terminal.press(b"/")
            times += [terminal.press(letter.encode()) for letter in words]
            terminal.press(b"\x1b")
        return times
    finally:
        terminal.close()


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, textual {version('textual')}")
    with tempfile.TemporaryDirectory() as scratch:
        cache, fresh = Path(scratch, "cache"), Path(scratch, "fresh")
        python, program = sys.executable, str(PROGRAM)
        finished([program, "list"], cache)

        def from_nothing() -> float:
            shutil.rmtree(fresh, ignore_errors=True)
            return painted([program], fresh, SHOWN)

        cases: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: finished([python, "-c", "pass"], cache),
            "mali-tui --version": lambda: finished([program, "--version"], cache),
            "bare app, first paint": lambda: painted([python, "-c", BARE], cache, "PAINTED"),
            "index there, first frame": lambda: painted([program], cache, "source:afp"),
            "index there, articles painted": lambda: painted([program], cache, SHOWN),
            "no index, articles painted": from_nothing,
            "mali-tui search minusma": lambda: finished([program, "search", "minusma"], cache),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds + 1):
            for name, case in cases.items():
                times[name].append(case())
        middle = {name: statistics.median(values[1:]) for name, values in times.items()}
        keys = sorted(typed(cache))
    for name, seconds in middle.items():
        print(f"{name:34} {seconds * 1000:7.0f} ms")
    bare, first = middle["bare app, first paint"], middle["index there, articles painted"]
    print(f"{'--version / python -c pass':34} {middle['mali-tui --version'] / middle['python -c pass']:7.2f}")
    print(f"{'first frame / bare':34} {middle['index there, first frame'] / bare:7.2f}")
    print(f"{'articles painted / bare':34} {first / bare:7.2f}")
    print(f"{'from nothing / bare':34} {middle['no index, articles painted'] / bare:7.2f}")
    print(f"{'search / articles painted':34} {middle['mali-tui search minusma'] / first:7.2f}")
    print(
        f"key press to quiet screen: median {statistics.median(keys) * 1000:.0f} ms, 95th percentile "
        f"{keys[int(len(keys) * 0.95)] * 1000:.0f} ms of {len(keys)} presses"
    )


if __name__ == "__main__":
    main()

"""Measure a large dossier from the folder to the screen: all ratios in one run, on an archive given or made.

    python tests/benchmarks/bench_scale.py [FOLDER] [--articles 20000] [--queries 40] [--rivals 2000]

FOLDER holds one Markdown file an article; without one an archive of `--articles` is made, by Zipf's law. The program
runs in a real pseudo-terminal. A key press counts until the last byte that it brought to the screen. The machine should
be idle: the load is printed before and after. Evaluation and indexing against Whoosh and SQLite's FTS5 come from
`bench_search.py`, on the same texts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import bench_search
from bench_start import environment
from terminal import Terminal

from tui.explorer import Explorer
from tui.locations import bundled_dossier
from tui.view import Query

RUN = "import sys; sys.argv[0] = 'mali-tui'; from tui.cli import main; sys.exit(main())"
ROUNDS = 7
QUIET = 0.12
"""Seconds without a byte after which the screen is taken to be done."""


def write_archive(folder: Path, count: int) -> None:
    """Write an archive of made articles, a thousand to a folder."""
    for number, row in enumerate(bench_search.own_articles(count)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = f"title: {row['title']}\ndate: {row['date']}\nsource: {row['source']}"
        path.write_text(f"---\n{front}\n---\n\n{row['text']}\n", encoding="utf-8")


def first_build(folder: Path) -> Explorer:
    """Read and index an archive for the first time, and tell how soon something can be found."""
    explorer, begun, found = Explorer.open(folder), time.perf_counter(), []

    def told(step: object) -> None:
        if not found and explorer.explore(Query("the")).total:
            found.append(time.perf_counter() - begun)

    explorer.refresh(told)
    spent = time.perf_counter() - begun
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(f"first build: {explorer.count:,} articles in {spent:.1f} s, {explorer.count / spent:.0f} a second,", end=" ")
    print(f"the first can be found after {found[0] if found else spent:.1f} s; largest process {peak} MB")
    return explorer


def painted(folder: Path, cache: Path, count: str) -> float:
    """Return the seconds from the start of the program until it shows how many articles there are."""
    terminal = opened(folder, cache)
    try:
        return terminal.wait_for(count)
    finally:
        terminal.close()


def opened(folder: Path, cache: Path) -> Terminal:
    return Terminal([sys.executable, "-c", RUN, str(folder)], environment(cache))


def start(folder: Path, cache: Path, count: int) -> None:
    """Print how long a start on a ready index takes, against the bundled dossier in the same run."""
    bundled = bundled_dossier()
    few = Explorer.open(bundled)
    few.refresh()
    cases = {"bundled": (bundled, f"{few.count:,}"), "archive": (folder, f"{count:,}")}
    few.close()
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS + 1):
        for name, (dossier, wanted) in cases.items():
            times[name].append(painted(dossier, cache, f"{wanted}"))
    small, large = (statistics.median(times[name][1:]) for name in ("bundled", "archive"))
    print(f"start to articles painted: {large * 1000:.0f} ms, bundled {small * 1000:.0f} ms, ratio {large / small:.2f}")


def typing(folder: Path, cache: Path, count: int, queries: list[str]) -> None:
    """Print how long keys take while queries are typed, and cursor keys idle and while the engine is busy."""
    terminal = opened(folder, cache)
    try:
        terminal.wait_for(f"{count:,}")
        terminal.press(b"", 2.0)
        idle = [terminal.press(b"j", QUIET) for _ in range(20)]
        times: list[float] = []
        for words in queries:
            terminal.press(b"/", QUIET)
            times += [terminal.press(letter.encode(), QUIET) for letter in words]
            terminal.press(b"\x1b", 0.3)
            terminal.press(b"\x1b", QUIET)
        times.sort()
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(
            f"key press to quiet screen: median {median * 1000:.0f} ms, 95th percentile {late * 1000:.0f} ms", end=" "
        )
        print(f"of {len(times)} presses; cursor key, idle: {statistics.median(idle) * 1000:.0f} ms")
        print(f"resident memory after that: {resident(terminal.process)} MB")
    finally:
        terminal.close()


def resident(process: subprocess.Popen[bytes]) -> int:
    """Return the megabytes that a process holds, where the system tells; 0 elsewhere."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def views(explorer: Explorer, words: list[str]) -> None:
    """Print how long whole views take: hits, dates, order and the first rows."""
    explorer.warm()
    cold = [bench_search.timed(lambda word=word: explorer.explore(Query(word))) for word in words]
    warm = [bench_search.timed(lambda word=word: explorer.explore(Query(word)), 5) for word in words]
    whole = bench_search.timed(lambda: explorer.explore(Query()), 5)
    print(f"a whole view of a common word: {statistics.median(cold) * 1000:.1f} ms cold,", end=" ")
    print(f"{statistics.median(warm) * 1000:.1f} warm; of everything {whole * 1000:.1f}")


def rows_of(explorer: Explorer) -> list[dict[str, object]]:
    """Return the articles as `bench_search` takes them."""
    numbers = explorer.explore(Query("sort:date")).hits
    found = (explorer.article(number) for number in numbers)
    return [
        {"title": each.title, "text": each.text, "date": each.published.iso, "source": each.source, "tags": each.tags}
        for each in found
        if each.published is not None
    ]


def typed_queries(rows: list[dict[str, object]], count: int) -> list[str]:
    """Return queries of one to three words, common and rare, that the archive itself holds."""
    words = Counter(word for row in rows[:3_000] for word in str(row["text"]).lower().split() if word.isalnum())
    ordered = [word for word, _ in words.most_common(4_000) if len(word) > 2]
    step = max(1, len(ordered) // (2 * count))
    chosen = ordered[::step][: 2 * count]
    return [" ".join(chosen[place : place + 1 + place % 3]) for place in range(count)]


def measure(folder: Path, scratch: Path, queries: int, rivals: int) -> None:
    """Print all figures."""
    cache = scratch / "cache"
    os.environ["MALI_TUI_CACHE"] = str(cache)
    explorer = first_build(folder)
    rows, count = rows_of(explorer), explorer.count
    views(explorer, bench_search.common_words(rows))
    explorer.close()
    start(folder, cache, count)
    typing(folder, cache, count, typed_queries(rows, queries))
    if rivals:
        path = scratch / "archive.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        bench_search.measure(path, count, rivals)


def main() -> None:
    """Print the machine, the load and the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--queries", type=int, default=40)
    options.add_argument("--rivals", type=int, default=2_000, help="articles for Whoosh; 0 leaves the rivals out")
    asked = options.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}", end=", ")
    print(", ".join(f"{name} {version(name)}" for name in ("textual", "Whoosh", "numpy")), end=", ")
    print(f"SQLite {sqlite3.sqlite_version}, load {os.getloadavg()[0]:.1f}: {' '.join(sys.argv)}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder
        if folder is None:
            folder = Path(scratch, "archive")
            write_archive(folder, asked.articles)
        measure(folder, Path(scratch), asked.queries, asked.rivals)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

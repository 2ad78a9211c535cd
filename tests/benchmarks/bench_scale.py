"""Measure a large dossier from the folder to the screen: all ratios in one run, on an archive given or made.

    python tests/benchmarks/bench_scale.py [FOLDER] [--articles 20000] [--typings 200] [--rivals 2000] [--cache FOLDER]

FOLDER holds one Markdown file an article; without one an archive of `--articles` is made, by Zipf's law. The program
runs in a real pseudo-terminal of 120 by 40; what it sends is dated, and looked at afterwards. The machine should be
idle: the load is printed before and after. Evaluation and indexing against Whoosh and SQLite's FTS5 come from
`bench_search.py`, on the same texts. A cache that is named is kept, so that the next run need not build it again.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import bench_search
import watching
from bench_start import environment
from terminal import Terminal

from tui.base.locations import bundled_dossier
from tui.core.explorer import Explorer
from tui.core.view import Query

RUN = "import sys; sys.argv[0] = 'mali-tui'; from tui.cli import main; sys.exit(main())"
ROUNDS = 7
PACE = 0.15
"""Seconds between two keys: eighty words a minute."""
SLOW = b"\x1b[200~/(q+z|z+q)x.*k/\x1b[201~"
"""An expression that is sought for two seconds in the texts of a large archive: pasted, so that the list stays until it
is answered."""


def write_archive(folder: Path, count: int) -> None:
    """Write an archive of made articles, a thousand to a folder."""
    for number, row in enumerate(bench_search.own_articles(count)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = f"title: {row['title']}\ndate: {row['date']}\nsource: {row['source']}"
        path.write_text(f"---\n{front}\n---\n\n{row['text']}\n", encoding="utf-8")


def first_build(folder: Path, cache: Path) -> None:
    """Let the program itself read and index an archive for the first time; tell what it and its crew hold at most."""
    terminal, begun, most = opened(folder, cache), time.perf_counter(), 0
    try:
        while b"finding dates in" not in terminal.seen:
            terminal.press(b"", 0.2)
            most = max(most, together(terminal.process.pid))
        terminal.seen = b""
        while f"dossier {folder.name}".encode() not in terminal.seen:
            terminal.press(b"", 0.2)
            most = max(most, together(terminal.process.pid))
        spent = time.perf_counter() - begun
    finally:
        terminal.close()
    print(f"first build in the program, dates included: {spent:.1f} s; app and crew together at most {most} MB")


def together(pid: int) -> int:
    """Return the megabytes that a process and its children hold, pages that they share counted once."""
    total, processes = 0, [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):  # each thread knows those that it started
        processes += map(int, children.read_text(encoding="ascii").split())
    for each in processes:
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:  # it has just ended
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total // 1024


def painted(folder: Path, cache: Path, text: str) -> float:
    """Return the seconds from the start of the program until it shows a text."""
    terminal = opened(folder, cache)
    try:
        return terminal.wait_for(text)
    finally:
        terminal.close()


def first_title(explorer: Explorer) -> str:
    """Return how the title of the first article in the list begins: nothing else on the screen says it."""
    return explorer.explore(Query()).rows[0].title[:14]


def opened(folder: Path, cache: Path) -> Terminal:
    return Terminal([sys.executable, "-c", RUN, str(folder)], environment(cache))


def start(folder: Path, cache: Path, title: str) -> None:
    """Print how long a start on a ready index takes, against the bundled dossier in the same run."""
    few = Explorer.open(bundled_dossier())
    few.refresh()
    cases = {"bundled": (few.folder, first_title(few)), "archive": (folder, title)}
    few.close()
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS + 1):
        for name, (dossier, wanted) in cases.items():
            times[name].append(painted(dossier, cache, wanted))
    small, large = (statistics.median(times[name][1:]) for name in ("bundled", "archive"))
    print(f"start to articles painted: {large * 1000:.0f} ms, bundled {small * 1000:.0f} ms, ratio {large / small:.2f}")


def typing(folder: Path, cache: Path, count: int, queries: list[str], typings: int) -> None:
    """Print how long keys take while queries are typed again and again at the speed of a fast typist."""
    terminal, presses = opened(folder, cache), []
    try:
        terminal.wait_for(f"{count:,}")
        terminal.press(b"", 2.0)
        for number in range(typings):
            terminal.type(b"/", PACE)
            presses += [terminal.type(letter.encode(), PACE) for letter in queries[number % len(queries)]]
            terminal.type(b"\x1b", PACE)
            terminal.type(b"\x1b", PACE)
        held = together(terminal.process.pid)
    finally:
        terminal.close()
    repainted, quiet = watching.answered(presses, terminal.chunks, PACE)
    print(f"a key while typing, of {len(repainted)} in {typings} typings of {len(queries)} queries:", end=" ")
    print(f"list, total and timeline repainted {spread(repainted)}; screen quiet {spread(quiet)}")
    print(f"app and engine after that: {held} MB")


def spread(seconds: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return f"{statistics.median(ordered) * 1000:.0f} / {ordered[int(len(ordered) * 0.95)] * 1000:.0f} ms"


def cursor(folder: Path, cache: Path, count: int) -> None:
    """Print how long a cursor key takes to its first bytes, idle and while the engine is busy with an expression."""
    terminal = opened(folder, cache)
    idle: list[float] = []
    busy: list[float] = []
    try:
        terminal.wait_for(f"{count:,}")
        terminal.press(b"", 2.0)
        for _ in range(ROUNDS):
            terminal.type(b"g", PACE)
            idle += [terminal.react(b"j", 0.04) for _ in range(10)]
            terminal.type(b"/", PACE)
            terminal.type(SLOW, PACE)
            terminal.type(b"\r", PACE)
            terminal.seen = b""
            for _ in range(10):
                taken = terminal.react(b"j", 0.04)
                if b"Nothing found" not in terminal.seen:
                    busy.append(taken)
            terminal.press(b"", 2.5)
            for _ in range(3):
                terminal.type(b"\x1b", PACE)
            terminal.press(b"", 0.5)
    finally:
        terminal.close()
    print(f"a cursor key to its first bytes: idle {spread(idle)}, engine busy {spread(busy)}")


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


def measure(folder: Path, scratch: Path, asked: argparse.Namespace) -> None:
    """Print all figures."""
    cache = asked.cache or scratch / "cache"
    os.environ["MALI_TUI_CACHE"], os.environ["MALI_TUI_DATA"] = str(cache), str(scratch / "made")
    if not cache.exists():
        first_build(folder, cache)
    explorer = Explorer.open(folder)
    explorer.refresh()
    rows, count = rows_of(explorer), explorer.count
    views(explorer, bench_search.common_words(rows))
    title = first_title(explorer)
    explorer.close()
    start(folder, cache, title)
    typing(folder, cache, count, typed_queries(rows, asked.queries), asked.typings)
    cursor(folder, cache, count)
    if asked.rivals:
        path = scratch / "archive.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        bench_search.measure(path, count, asked.rivals)


def main() -> None:
    """Print the machine, the load and the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--queries", type=int, default=40)
    options.add_argument("--typings", type=int, default=200)
    options.add_argument("--cache", type=Path, help="a cache to keep, and to take up again")
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
        measure(folder, Path(scratch), asked)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

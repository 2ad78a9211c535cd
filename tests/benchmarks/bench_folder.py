"""Measure what a folder costs: a start on many files of which none changed, and the reading of files of any format.

    python tests/benchmarks/bench_folder.py [--articles 10000] [--read FOLDER …]

Two archives of Markdown files are made, one of `--articles` and one of ten; the program is started on both in a real
pseudo-terminal, in turn, and a key is pressed as soon as it shows its articles. Each folder behind `--read` is read as
the program reads it, without being indexed; files are told by their suffix. The machine should be idle.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench_scale import opened, write_archive

from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.importing.folder import walk
from tui.importing.registry import suffix_of
from tui.importing.sandbox.pool import readings

ROUNDS = 7
FEW = 10


def usable(folder: Path, cache: Path, title: str) -> tuple[float, float]:
    """Return the seconds until a title is painted, and those until a first key is answered then."""
    terminal = opened(folder, cache)
    try:
        shown = terminal.wait_for(title)
        return shown, shown + terminal.press(b"j", 0.12)
    finally:
        terminal.close()


def unchanged(articles: int) -> None:
    """Print how long a start takes on many files and on ten, none of which changed."""
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place) / "cache"
        os.environ["MALI_TUI_CACHE"] = str(cache)
        times: dict[int, list[tuple[float, float]]] = {FEW: [], articles: []}
        first: dict[int, str] = {}
        for count in times:
            folder = Path(place) / str(count)
            write_archive(folder, count)
            explorer = Explorer.open(folder)
            explorer.refresh()
            first[count] = explorer.explore(Query()).rows[0].title[:12]
            explorer.close()
        for _ in range(ROUNDS + 1):
            for count, taken in times.items():
                taken.append(usable(Path(place) / str(count), cache, first[count]))
        for count, taken in times.items():
            shown, answered = (statistics.median(column) for column in zip(*taken[1:], strict=True))
            print(f"{count:>7,} files, unchanged: shown after {shown:.2f} s, a key answered after {answered:.2f} s")


def reading(folder: Path) -> None:
    """Print how fast a folder is read, and what became of its files by suffix."""
    entries = list(walk(folder))
    begun = time.perf_counter()
    outcomes = Counter[tuple[str, str]]()
    articles = 0
    for result in readings(folder, entries, lambda: False):
        outcomes[suffix_of(result.entry.path), result.account.outcome.value] += 1
        articles += len(result.articles)
    spent = time.perf_counter() - begun
    print(f"{folder}: {len(entries):,} files, {articles:,} articles in {spent:.1f} s", end=": ")
    print(f"{len(entries) / spent:.1f} files and {articles / spent:.1f} articles a second")
    for (suffix, outcome), count in outcomes.most_common(12):
        print(f"  {count:>7,} {suffix or '(no suffix)'} {outcome}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--read", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f}, cores: {os.cpu_count()}")
    if arguments.articles:
        unchanged(arguments.articles)
    for folder in arguments.read:
        reading(folder)
    print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

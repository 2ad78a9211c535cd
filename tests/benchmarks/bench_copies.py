"""Measure what finding copies costs an article, on texts that are kind to it and on texts that are not.

    python tests/benchmarks/bench_copies.py [--articles 5000]

Each dossier has as many articles, made of words without meaning and kept in memory. The time an article takes is given
in milliseconds and as a multiple of that in the first dossier. Then hits are listed, as often as a key is pressed.
"""

from __future__ import annotations

import argparse
import random
import string
import time
from array import array
from collections.abc import Callable

from tui.catalogue.catalogue import Catalogue
from tui.copies.listing import Groups
from tui.core.duplicate_service import DuplicateService
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading

CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices(string.ascii_lowercase, k=CHANCE.randint(2, 9))) for _ in range(5000)]
HITS = 100_000


def words(count: int) -> str:
    return " ".join(CHANCE.choices(WORDS, k=count))


def dossiers(count: int) -> dict[str, list[str]]:
    """Return the texts of each dossier."""
    same, end, most = words(200), words(150), words(300)
    run = words(count + 300).split()
    return {
        "each text its own": [words(200) for _ in range(count)],
        "one text": [same] * count,
        "60 own words, 150 of all": [f"{words(60)} {end}" for _ in range(count)],
        "43 own words, 300 of all": [f"{words(43)} {most}" for _ in range(count)],
        "each a word on from the last": [" ".join(run[place : place + 300]) for place in range(count)],
        "ten words": ["Nothing was said of it on this day of all"] * count,
    }


def compared(texts: list[str]) -> tuple[float, int]:
    """Return the seconds that an article takes, and the number of copies."""
    catalogue = Catalogue.open(None)
    articles = tuple(
        Article(id=f"{place:010}", path="a.md", title="A notice", text=text, words=text.count(" ") + 1)
        for place, text in enumerate(texts)
    )
    account = FileAccount("a.md", Outcome.READ, "", len(articles), 0)
    catalogue.record([FileReading(FileEntry("a.md", 1, 1), account, articles)], "1")
    start = time.perf_counter()
    DuplicateService(catalogue).update(lambda done, of: None, lambda: False)
    return (time.perf_counter() - start) / len(texts), len(catalogue.duplicates.copies())


def quickest(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(20):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return 1000 * best


def listed() -> None:
    """Print how long the rows of many hits take, without numpy and with it."""
    numbers = list(range(1, HITS + 1))
    CHANCE.shuffle(numbers)
    hits, scores = array("q", numbers), array("d", bytes(8 * HITS))
    few = Groups([(150 * place + 1, 150 * place) for place in range(1, 600)])
    many = Groups([(2 * place + 1, 2 * place) for place in range(1, HITS // 2)])
    for how in ("without numpy", "with numpy"):
        if how == "with numpy":
            import numpy  # noqa: F401
        print(f"{HITS:,} hits, 600 copies, {how}: {quickest(lambda: few.listing(hits, scores)):.2f} ms")
    print(f"{HITS:,} hits, half of them copies: {quickest(lambda: many.listing(hits, scores)):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000)
    count = parser.parse_args().articles
    first = 0.0
    for name, texts in dossiers(count).items():
        seconds, copies = compared(texts)
        first = first or seconds
        print(f"{name:30} {1000 * seconds:6.3f} ms an article, {seconds / first:5.2f} times; {copies:,} copies")
    listed()


if __name__ == "__main__":
    main()

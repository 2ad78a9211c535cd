"""Measure words in context on an archive: the first lines, all lines, every order, and the counts against the texts.

    python tests/benchmarks/bench_words.py FOLDER [--query WORDS] [--rounds 3] [--queries 1000]

The folder is read before anything is measured. The first lines are timed from the key to the first painted line, in an
application without a terminal; sorting from the key to the painted list. Each order is taken from the one before. The
counts are those of random words of the texts, each counted once more with a regular expression that, as the query
language does, takes `drawdown`, `draw-down` and dotted initials for one word, and `o'clock` for another than `clock`.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import statistics
import time
from collections import Counter
from pathlib import Path

from tui.core.concordance import concordance
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.ui.app import MaliTui
from tui.ui.screens.words import WordsScreen
from tui.ui.screens.words.listing import ORDER_WORDS
from tui.ui.widgets.context_list import ContextList

KEYS = {"day": "d", "source": "o", "left": "less_than_sign", "right": "greater_than_sign"}


async def shown(folder: Path, query: str, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return seconds from a key to what it shows, and those of the processor."""
    app = MaliTui(Explorer.open(folder), query)
    times: dict[str, list[tuple[float, float]]] = {}

    def note(name: str, begun: tuple[float, float]) -> None:
        times.setdefault(name, []).append((time.perf_counter() - begun[0], time.process_time() - begun[1]))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, app)
        for _ in range(rounds):
            begun = time.perf_counter(), time.process_time()
            app.simulate_key("w")
            while not (isinstance(app.screen, WordsScreen) and app.screen.query(ContextList) and lines(app)):
                await asyncio.sleep(0.005)
            await pilot.pause(0)
            note("first lines", begun)
            while app.screen._read is None or app.screen._read.ranked is None:
                await asyncio.sleep(0.05)
            await settled(pilot, app)
            note("all lines", begun)
            times["lines"] = [(len(lines(app)), 0)]
            for order in ORDER_WORDS:
                before, begun = lines(app), (time.perf_counter(), time.process_time())
                app.simulate_key(KEYS[order])
                while lines(app) is before:
                    await asyncio.sleep(0.005)
                await pilot.pause(0)
                note(f"by {order}", begun)
            app.simulate_key("q")
            await settled(pilot, app)
            app.screen.navigator._states.clear()  # the next round begins afresh
    return times


def lines(app: MaliTui) -> object:
    """Return what is listed."""
    return app.screen.query_one(ContextList).items


async def settled(pilot: object, app: MaliTui) -> None:
    """Wait until no worker runs."""
    await app.workers.wait_for_complete()
    await pilot.pause(0)


def counts(folder: Path, queries: int) -> tuple[int, list[str]]:
    """Return how many lines random words have together, and the words whose lines are not as many as in the texts."""
    explorer = Explorer.open(folder)
    chance = random.Random(16)
    texts = {number: explorer.article(number).text for number in explorer.explore(Query(), suggest=False).hits}
    words = Counter(word for text in texts.values() for word in re.findall(r"[a-z]{3,}", text))
    rare = sorted(word for word, count in words.items() if 2 <= count <= 50)
    wrong, whole = [], 0
    for word in chance.sample(rare, min(queries, len(rare))):
        found = concordance(explorer, explorer.explore(Query(f"={word}"), suggest=False))
        pattern = re.compile(rf"(?<!\w)(?<!\w['’]){'[-.]?'.join(word)}(?!\w)", re.IGNORECASE)
        count = sum(len(pattern.findall(text)) for text in texts.values())
        whole += len(found.lines)
        if len(found.lines) != count:
            wrong.append(f"{word}: {len(found.lines)} lines, {count} times in the texts")
    explorer.close()
    return whole, wrong


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--query", default="said")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--queries", type=int, default=1000)
    asked = options.parse_args()
    explorer = Explorer.open(asked.folder)
    explorer.refresh()
    explorer.close()
    if asked.rounds:
        times = asyncio.run(shown(asked.folder, asked.query, asked.rounds))
        print(f"{asked.query}: {times.pop('lines')[0][0]:,} lines; ms: median, worst, of the processor")
        for name, values in times.items():
            median, cpu = (statistics.median(each) * 1000 for each in zip(*values, strict=True))
            print(f"{name:12} {median:8.0f} {max(values)[0] * 1000:8.0f} {cpu:8.0f}")
    if asked.queries:
        whole, wrong = counts(asked.folder, asked.queries)
        print(f"{asked.queries:,} words: {whole:,} lines, {len(wrong)} words with another count")
        print("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()

"""Measure moving the cursor in a list of 100,000 hits against one of 100, in one run.

python tests/benchmarks/bench_list.py [--rows 100000] [--moves 200]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from array import array

from textual.app import App, ComposeResult

from tui.core.view import Query, Row, View
from tui.dossier.article import Provenance, PublishedDate
from tui.search.passage import Passage
from tui.ui.widgets.article_list import ArticleList

DATE = PublishedDate.from_iso("2023-06-30", Provenance.FRONT_MATTER)
SNIPPET = Passage("the boats came home before the storm and lay in the harbour", ((4, 9), (51, 58)))


def row(number: int) -> Row:
    """Return a hit as a search makes them."""
    return Row(number, "abcdefghij", f"Boats come home, part {number}", DATE, "Coast Post", SNIPPET, ((0, 5),), 300)


class Bench(App[None]):
    """A list alone, whose rows are made as they come into sight."""

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield ArticleList()

    def on_article_list_rows_asked(self, asked: ArticleList.RowsAsked) -> None:
        """Make the rows that are wanted."""
        rows = [row(asked.view.hits[place]) for place in range(asked.first, asked.last)]
        self.query_one(ArticleList).supply(asked.view, asked.first, rows)


async def measured(rows: int, moves: int) -> dict[str, float]:
    """Return milliseconds: to the first use, and medians for moves of a row, a page and from end to end."""
    app = Bench()
    async with app.run_test(size=(60, 40)) as pilot:
        listed = app.query_one(ArticleList)
        begun = time.perf_counter()
        hits = array("q", range(rows))
        listed.view = View(Query("boats"), rows, rows, hits, rows=tuple(row(n) for n in range(min(60, rows))))
        await pilot.pause(0)
        times = {"first use": [time.perf_counter() - begun]}
        for name, keys in {"a row": ("down",), "a page": ("ctrl+d", "ctrl+u"), "end to end": ("G", "g")}.items():
            times[name] = []
            for move in range(moves):
                begun = time.perf_counter()
                app.simulate_key(keys[move % len(keys)])
                await pilot.pause(0)
                times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(values) * 1000 for name, values in times.items()}


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--moves", type=int, default=90)
    asked = options.parse_args()
    small = asyncio.run(measured(100, asked.moves))
    large = asyncio.run(measured(asked.rows, asked.moves))
    print(f"{'ms':12} {'100 rows':>12} {asked.rows:>12,} rows {'ratio':>7}")
    for name, few in small.items():
        print(f"{name:12} {few:12.2f} {large[name]:17.2f} {large[name] / few:7.2f}")


if __name__ == "__main__":
    main()

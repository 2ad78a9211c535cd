"""Measure opening, paging, finding and resizing in the reader: a text of five megabytes beside a small one, in one run.

    python tests/benchmarks/bench_reader.py [--rounds 9] [--megabytes 5]

Each figure is the time for which the keys are held up, in milliseconds; the last column is the wrapping of the rest,
which goes on between the keys.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import time
from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.core.view import Reading
from tui.dossier.article import Article
from tui.ui.widgets.reader import Reader

SENTENCE = "The ferry that crossed the lake on Monday came back without its lamps, said the harbour master. "
WIDE = "星期一过湖的渡船回来时没有灯，港务长说。"


def texts(size: int) -> dict[str, str]:
    """Return the texts to open, by name."""
    paragraph = SENTENCE * 6 + "\n\n"
    return {
        "small: 2 KB": paragraph * 4,
        "paragraphs": paragraph * (size // len(paragraph)),
        "one paragraph": SENTENCE * (size // len(SENTENCE)),
        "words of 10,000 letters": ("lake" * 2500 + " ") * (size // 10_000),
        "Chinese": (WIDE * 8 + "\n\n") * (size // (len(WIDE) * 8 * 3)),
    }


class Bench(App[None]):
    """An application that holds one reader."""

    def compose(self) -> ComposeResult:
        """Hold one reader."""
        yield Reader()


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that `action` takes."""
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


async def settle(app: Bench, pilot: Pilot[None]) -> float:
    """Return the milliseconds until everything is wrapped and painted."""
    begun = time.perf_counter()
    await app.workers.wait_for_complete()
    elapsed = (time.perf_counter() - begun) * 1000
    await pilot.pause()
    return elapsed


async def measure(text: str, rounds: int) -> dict[str, float]:
    """Return the median of each action on one text."""
    figures: dict[str, list[float]] = {name: [] for name in ("open", "end", "page", "find", "resize", "rest")}
    marks = tuple(place.span() for place in re.finditer("harbour", text))
    article = Article("abcdefghij", "a.md", "The ferry", text, words=len(text.split()))
    app = Bench()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = app.query_one(Reader)
        for number in range(rounds):
            reading = Reading(number, article, marks)
            figures["open"].append(timed(lambda reading=reading: reader.show(reading)))  # type: ignore[misc]
            figures["end"].append(timed(lambda: reader.action_edge(1)))
            figures["rest"].append(await settle(app, pilot))
            reader.action_edge(-1)
            figures["page"].append(timed(lambda: (reader.action_page(1), [reader.render_line(y) for y in range(40)])))
            figures["find"].append(timed(lambda: reader.find("no such words")))
            await settle(app, pilot)
            reader.find("")
            figures["resize"].append(timed(lambda: reader.action_measure(-1)))
            await settle(app, pilot)
            reader.measure = 72
            await settle(app, pilot)
            reader.show(None)
    return {name: statistics.median(values) for name, values in figures.items()}


def main() -> None:
    """Print one row for each text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--megabytes", type=float, default=5)
    chosen = parser.parse_args()
    names = ("open", "end", "page", "find", "resize", "rest")
    print(f"{'ms':<26}" + "".join(f"{name:>9}" for name in names) + "  open, times the small one")
    small = 0.0
    for name, text in texts(int(chosen.megabytes * 1_000_000)).items():
        row = asyncio.run(measure(text, chosen.rounds))
        small = small or row["open"]
        print(f"{name:<26}" + "".join(f"{row[each]:9.1f}" for each in names) + f"  {row['open'] / small:.1f}")


if __name__ == "__main__":
    main()

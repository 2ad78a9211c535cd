"""Score the figures against marked sentences, and measure the speed.

    python tests/benchmarks/bench_figures.py MARKED.json [--half seen|unseen|all] [--errors]
    python tests/benchmarks/bench_figures.py --speed TEXT [...]
    python tests/benchmarks/bench_figures.py --open FOLDER

MARKED.json is a list of {"text", "quantities": [{"value", "unit", "normalized_unit", "change"}]}, as NewsQuant has it.
A quantity is found where the value is equal; with the unit, where that is equal as well, in the singular, as a whole
phrase or by its head; with the bound, where `change` says the same. The seen half is that of the sentences whose hash
is even. `--open` measures from the key to the painted questions, in an application without a terminal, after the folder
was read whole and the index is warm; it ends at once where the folder has no questions. No data comes with this file.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tui.core.explorer import Explorer
from tui.dates import find_dates
from tui.figures import Bound, Direction, Figure, find_figures
from tui.figures.nouns import singular
from tui.ui.app import MaliTui
from tui.ui.screens.figures import FiguresScreen
from tui.ui.widgets.figure_list import FigureList

CHANGES = {
    Bound.EXACT: "=",
    Bound.RANGE: "=",
    Bound.ABOUT: "~",
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: ">",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "<",
}


@dataclass
class Tally:
    gold: int = 0
    found: int = 0
    right: int = 0

    def row(self, name: str) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{name:28} {self.gold:5} {self.found:6} {precision:8.1%} {recall:8.1%} {f1:8.1%}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="*", type=Path)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="seen")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--open", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    if asked.open:
        asyncio.run(open_figures(asked.open))
    if asked.speed:
        measure(asked.marked)
    for path in () if asked.speed else asked.marked:
        score(json.loads(path.read_text(encoding="utf-8")), asked.half, asked.errors)


async def open_figures(folder: Path, rounds: int = 5) -> None:
    """Print the times of the first opening in a session and of those after it."""
    app = MaliTui(Explorer.open(folder), "")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_rest(app, pilot)
        for _round in range(rounds):
            begun = time.perf_counter(), time.process_time()
            app.simulate_key("equals_sign")
            while (listed := listed_figures(app)) is None:
                await asyncio.sleep(0.005)
            if listed == 0:
                print("The folder has no questions: no time to measure.")
                return
            await pilot.pause(0)
            spent = time.perf_counter() - begun[0], time.process_time() - begun[1]
            print(
                f"from the key to the first questions: {spent[0] * 1000:.0f} ms, of the processor {spent[1] * 1000:.0f}"
            )
            await at_rest(app, pilot)
            app.simulate_key("q")
            await at_rest(app, pilot)


async def at_rest(app: MaliTui, pilot: Pilot[None]) -> None:
    """Wait until no worker runs and none was started by what the last one said."""
    while True:
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        if all(worker.is_finished for worker in app.workers):
            return


def listed_figures(app: MaliTui) -> int | None:
    """Return how many lines the screen of figures lists; None while they are being found."""
    screen = app.screen
    if not isinstance(screen, FiguresScreen) or screen.selection() is None:
        return None
    return len(screen.query_one(FigureList).items)


def score(sentences: list[dict], half: str, errors: bool) -> None:
    tallies = {
        name: Tally() for name in ("value", "value, unit (head)", "value, unit (phrase)", "value, unit (head), bound")
    }
    for sentence in sentences:
        if half != "all" and (half == "seen") != is_seen(sentence["text"]):
            continue
        found = figures_of(sentence["text"])
        gold = sentence["quantities"]
        pairs = paired(found, gold)
        for name, tally in tallies.items():
            tally.gold += len(gold)
            tally.found += len(found)
            tally.right += sum(agrees(name, figure, entry) for figure, entry in pairs)
        if errors:
            tell(sentence["text"], found, gold, pairs)
    print(f"{half:28} {'gold':>5} {'found':>6} {'prec.':>8} {'recall':>8} {'F1':>8}")
    for name, tally in tallies.items():
        print(tally.row(name))


def is_seen(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0


def figures_of(text: str) -> list[Figure]:
    timexes = find_dates(text, language="en", published=None)
    return list(find_figures(text, language="en", timexes=timexes))


def paired(found: list[Figure], gold: list[dict]) -> list[tuple[Figure, dict]]:
    """Pair each marked quantity with a figure of the same value, of several with the one of the same unit."""
    left = list(found)
    pairs = []
    for entry in gold:
        same = [figure for figure in left if same_value(figure, entry["value"])]
        if same:
            best = max(same, key=lambda figure: (same_unit(figure, entry), same_bound(figure, entry)))
            left.remove(best)
            pairs.append((best, entry))
    return pairs


def same_value(figure: Figure, written: str) -> bool:
    low, _, high = written.partition("-") if not written.startswith("-") else (written, "", "")
    wanted = (float(low), float(high or low))
    given = (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)
    return all(
        one is not None and abs(one - other) <= 1e-6 * max(1, other) for one, other in zip(given, wanted, strict=True)
    )


def heads(written: str) -> str:
    words = [word for word in written.lower().replace("-", " ").split() if word not in ("-", "")]
    return singular(words[-1]) if words else ""


def same_unit(figure: Figure, entry: dict, phrase: bool = False) -> bool:
    ours = {(figure.unit or figure.noun).lower().replace("-", " ")}
    wanted = {entry[name].lower().replace("-", " ") for name in ("unit", "normalized_unit") if entry[name] != "-"}
    wanted |= {"percent"} if "percentage" in wanted else set()
    if not wanted or ours == {""}:
        return not wanted and ours == {""}
    if phrase:
        return bool(
            {" ".join(map(singular, one.split())) for one in ours}
            & {" ".join(map(singular, one.split())) for one in wanted}
        )
    return bool(
        {heads(one) for one in ours} & ({heads(one) for one in wanted} | {singular(one.split()[0]) for one in wanted})
    )


def same_bound(figure: Figure, entry: dict) -> bool:
    """Say whether the bound is as marked; a mark has room for either the bound or the change."""
    given = {CHANGES[figure.bound]}
    if figure.change is not Direction.NONE:
        given = {figure.change.value} | (given - {"="})
    return entry["change"] in given


def agrees(name: str, figure: Figure, entry: dict) -> bool:
    if name == "value":
        return True
    unit = same_unit(figure, entry, phrase="phrase" in name)
    return unit and (same_bound(figure, entry) or "bound" not in name)


def tell(text: str, found: list[Figure], gold: list[dict], pairs: list[tuple[Figure, dict]]) -> None:
    extra = [figure for figure in found if all(figure is not one for one, _ in pairs)]
    missed = [entry for entry in gold if all(entry is not one for _, one in pairs)]
    wrong = [(one, other) for one, other in pairs if not (same_unit(one, other) and same_bound(one, other))]
    if extra or missed or wrong:
        print(text)
        for figure in extra:
            print(f"   extra  {figure.text!r} {figure.value} {figure.unit or figure.noun}")
        for entry in missed:
            print(f"   missed {entry['change']} {entry['value']} {entry['unit']}")
        for figure, entry in wrong:
            given = f"{figure.bound} {figure.change} {figure.unit or figure.noun!r}"
            print(f"   wrong  {figure.text!r} {given}: {entry['change']} {entry['unit']}")


def measure(paths: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    dates = [find_dates(text, language="en", published=None) for text in texts]
    begun = time.process_time()
    count = sum(
        len(find_figures(text, language="en", timexes=timexes)) for text, timexes in zip(texts, dates, strict=True)
    )
    taken = time.process_time() - begun
    size = sum(map(len, texts))
    print(f"{len(texts)} texts, {size:,} characters, {count:,} figures in {taken:.2f} s of the processor")
    print(f"{size / taken / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()

"""Measure the desk: how often notes are placed rightly in changed texts, and how long its work takes.

    python tests/benchmarks/bench_desk.py [--quotes 2000] [--seed 1] [--only anchors|speed|journal] [--folder DOSSIER]

The texts are made up, or those of a dossier; the changes are made up: eight kinds, each applied to quotes of three
words, a clause, a sentence and a paragraph. `right` is the share that is found at its very place with the state that it
should have, `wrong` the share that is given another place, `silent` the share of changed figures or names that is
called anchored.
"""

from __future__ import annotations

import argparse
import gc
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from desk_events import random_draft
from news_texts import CHANGES, Story, quotes, story

from tui.base.sentences import sentences
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.desk import drafts
from tui.desk.anchoring import AnchoredText
from tui.desk.desk import Desk
from tui.desk.event import ArticleRef, decode, encode

REF = ArticleRef("aaaaaaaaaa", path="a.md", title="A story")


def stories(chance: random.Random, folder: Path | None) -> Iterator[Story]:
    """Yield texts without end: of a dossier, in any order, or made up."""
    while folder is None:
        yield story(chance)
    with tempfile.TemporaryDirectory() as cache:
        explorer = Explorer.open(folder, Path(cache))
        explorer.refresh()
        numbers = list(explorer.explore(Query()).hits)
        texts = [explorer.article(number).text for number in numbers]
        explorer.close()
    found = [Story(text, list(sentences(text))) for text in texts]
    found = [each for each in found if len(each.sentences) >= 5]
    while True:
        yield chance.choice(found)


def anchors(count: int, seed: int, tell: int, folder: Path | None) -> None:
    """Place quotes after each kind of change."""
    chance = random.Random(seed)
    source = stories(chance, folder)
    tally: dict[tuple[str, str], Counter[str]] = {}
    made = 0
    while made < count:
        text = next(source)
        for size, (own, quote) in quotes(chance, text).items():
            if made == count:
                break
            made += 1
            anchor = AnchoredText(text.text).anchor(REF, *quote)
            for kind, change in CHANGES.items():
                changed = change(chance, text.text, own, quote)
                if changed is None:
                    tally.setdefault((kind, size), Counter())["not possible"] += 1
                    continue
                found = AnchoredText(changed.text).place(anchor)
                place = (found.start, found.end) if found.state != "orphaned" else None
                verdict = _verdict(changed.span, place, changed.state, found.state)
                tally.setdefault((kind, size), Counter())[verdict] += 1
                if verdict != "right" and tell:
                    tell -= 1
                    now = changed.text[found.start : found.end]
                    print(f"  {verdict}: {kind}, {size}: {anchor.quote[:70]!r} now {now[:70]!r} {found.words[:90]}")
                    print(f"     {anchor.sentence[:150]!r} rival {anchor.rival}")
    _print(tally)


def _verdict(span: tuple[int, int] | None, place: tuple[int, int] | None, expected: str, state: str) -> str:
    if span is None:
        return "right" if place is None else "wrong"
    if place is None:
        return "orphaned"
    if place[1] <= span[0] or place[0] >= span[1]:
        return "wrong"
    if expected == "changed" and state != "changed":
        return "silent"
    if place != span:
        return "other ends"
    return "right" if state == expected else "doubted"


def _print(tally: dict[tuple[str, str], Counter[str]]) -> None:
    columns = ("right", "wrong", "silent", "orphaned", "other ends", "doubted")
    print(f"{'change':16}{'quote':13}{'number':>7}" + "".join(f"{column:>12}" for column in columns))
    sums: dict[str, Counter[str]] = {}
    for (kind, size), counts in sorted(tally.items()):
        total = sum(counts[column] for column in columns)
        for name in (f"all: {size}", "all"):
            sums.setdefault(name, Counter()).update(counts)
        print(f"{kind:16}{size:13}{total:7}" + "".join(f"{counts[c] / max(1, total):12.2%}" for c in columns))
    for name, counts in sums.items():
        total = sum(counts[column] for column in columns)
        print(f"{name:29}{total:7}" + "".join(f"{counts[c] / total:12.2%}" for c in columns))


def speed(count: int, seed: int) -> None:
    """Place 10,000 notes of 1,000 changed articles."""
    chance = random.Random(seed)
    work: list[tuple[str, list]] = []
    for _ in range(count // 10):
        text = story(chance, 30)
        before = AnchoredText(text.text)
        notes = [before.anchor(REF, *chance.choice(text.sentences)) for _ in range(10)]
        changed = CHANGES["other words"](chance, text.text, text.sentences[0], text.sentences[0])
        assert changed is not None
        work.append((changed.text, notes))
    start, worked = time.perf_counter(), time.process_time()
    states = Counter(each.place(note).state for text, notes in work for each in [AnchoredText(text)] for note in notes)
    took, worked = time.perf_counter() - start, time.process_time() - worked
    told = ", ".join(f"{number:,} {state}" for state, number in states.items())
    print(f"{count:,} notes in {len(work):,} changed articles: {took:.2f} s, {worked:.2f} s of the processor: {told}")
    start, worked = time.perf_counter(), time.process_time()
    for text, notes in work:
        AnchoredText(text).place(notes[0])
    took, worked = time.perf_counter() - start, time.process_time() - worked
    each = 1000 / len(work)
    print(
        f"one note in an article that was not looked at: {took * each:.2f} ms, {worked * each:.2f} ms of the processor"
    )


def journal(seed: int, kills: int) -> None:
    """Open a desk of 10,000 events, merge three of as many, undo 1,000 levels."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.jsonl"
        _fill(path, "ada", 10_000, seed)
        print(f"a desk of 10,000 events has {path.stat().st_size / 1e6:.1f} MB")
        took = [_timed(lambda: Desk.open(path, "ada").state()) for _ in range(9)]
        print(f"opened in {min(took):.0f} ms at best, {sorted(took)[4]:.0f} ms in the middle of nine", end="; ")
        took = [_timed(lambda: Desk.open(path, "ada").state(), time.process_time) for _ in range(9)]
        print(f"of the processor, {min(took):.0f} and {sorted(took)[4]:.0f} ms")
        _merge(Path(folder), seed)
        desk = Desk.open(Path(folder) / "undo.jsonl", "ada")
        first = desk.state().dump()
        for number in range(1_000):
            desk.add(drafts.tag(REF, f"t{number}"))
        start = time.perf_counter()
        levels = 0
        while desk.undo():
            levels += 1
        seconds, same = time.perf_counter() - start, desk.state().dump() == first
        print(f"{levels:,} levels undone in {seconds:.2f} s, each on the disk; the first state: {same}")
        _kill(Path(folder) / "killed.jsonl", kills, seed)


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    gc.collect()
    start = clock()
    work()
    return (clock() - start) * 1000


def _fill(path: Path, writer: str, count: int, seed: int) -> None:
    """Write random events at once, as a desk would have written them one by one."""
    chance = random.Random(f"{seed} {writer}")
    notes: list[str] = []
    memory = Desk.open(None, writer)
    while len(memory.events()) < count:
        made = memory.add(
            *(random_draft(chance, notes[-50:], []) for _ in range(min(500, count - len(memory.events()))))
        )
        notes += [event.id for event in made if event.op == "note"]
    path.write_text("".join(f"{encode(event)}\n" for event in memory.events()), encoding="utf-8")


def _merge(folder: Path, seed: int) -> None:
    paths = [folder / f"{name}.jsonl" for name in ("one", "two", "three")]
    for path in paths:
        _fill(path, path.stem, 10_000, seed)
    states, took = set(), []
    for order in permutations(paths):
        mine = folder / "merged.jsonl"
        mine.write_bytes(order[0].read_bytes())
        desk = Desk.open(mine, "zoe")
        took.append(_timed(lambda desk=desk, order=order: desk.merge(order[1:])))
        again = desk.merge(order)
        states |= {desk.state().dump(), Desk.open(mine, "x").state().dump()}
    print(
        f"3 writers of 10,000 events in {len(took)} orders of merging: {len(states)} state, {again} events new at the"
        f" second time; {sum(took) / len(took):.0f} ms each"
    )


def _kill(path: Path, kills: int, seed: int) -> None:
    """Kill a writer again and again; count what it said was written and is not there."""
    chance = random.Random(seed)
    lost = torn = written = 0
    for _ in range(kills):
        words = [sys.executable, __file__, "--write", str(path)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(chance.randint(1, 5))]
        process.kill()
        told += [line.strip() for line in process.stdout if line.endswith("\n")]
        process.wait()
        content = path.read_bytes()
        there = {event.id for event in decode(content).events}
        lost += sum(ident not in there for ident in told)
        torn += not content.endswith(b"\n")
        written += len(told)
    print(f"{kills:,} writers killed: {written:,} events said to be written, {lost} of them missing, {torn} torn lines")


def _write(path: Path) -> None:
    desk, number = Desk.open(path, "ada"), 0
    while True:
        (event,) = desk.add(drafts.tag(REF, f"t{number}"))
        print(event.id, flush=True)
        number += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tell", type=int, default=0, help="show so many that were not right")
    parser.add_argument("--folder", type=Path, help="take the texts of this dossier for the anchors")
    parser.add_argument("--only", choices=("anchors", "speed", "journal"))
    parser.add_argument("--kills", type=int, default=100, help="how often a writer is killed")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        _write(asked.write)
    if asked.only in (None, "journal"):
        journal(asked.seed, asked.kills)
    if asked.only in (None, "anchors"):
        anchors(asked.quotes, asked.seed, asked.tell, asked.folder)
    if asked.only in (None, "speed"):
        speed(10_000, asked.seed)


if __name__ == "__main__":
    main()

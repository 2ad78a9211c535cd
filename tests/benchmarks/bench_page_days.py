"""Score the publication days of saved pages against known ones, and how often a wrong one is shown without a doubt.

    python tests/benchmarks/bench_page_days.py FOLDER [--errors] [--half open|held]

FOLDER holds the pages and `gold.json`: the name of each page with its `date`. Accuracy is the share of pages with the
right day; a page without a day counts as wrong. For each provenance the table says how often its day was right, and how
often when no doubt was shown. Pages are read without their address, as a browser saves them.

A hash of each file's name puts it into one of two halves. Rules may be written by looking at the errors in the open
half; the other one is held back, and only its scores are looked at. No data comes with this file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content
from tui.importing.registry import reader_of

NONE = "no day"


@dataclass
class Tally:
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    right_and_sure: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def note(self, where: str, right: bool, doubt: str) -> None:
        self.asked[where] += 1
        self.right[where] += right
        self.sure[where] += not doubt
        self.right_and_sure[where] += right and not doubt


def half_of(name: str) -> str:
    return "held" if hashlib.sha256(name.encode()).digest()[0] % 2 else "open"


def score(path: Path, expected: str, tally: Tally) -> None:
    reader = reader_of(path.name)
    assert reader is not None
    reading = read_content(RawFile(path.name, path.read_bytes()), reader)
    article = reading.articles[0] if reading.articles else None
    published = article.published if article else None
    where = published.provenance.value if published else NONE
    doubt = article.doubt if article and published else "none"
    found = published.iso if published else ""
    tally.note(where, found == expected, doubt)
    if found != expected:
        reason = reading.account.reason if article is None else doubt
        others = [f"{one.iso} {one.provenance}" for one in article.candidates] if article else []
        tally.errors.append(f"{path.name:50} expected {expected}, found {found} {where}: {reason} {others}")


def share(part: int, whole: int) -> str:
    return f"{part:4} of {whole:4}  {part / whole:6.3f}" if whole else f"{part:4} of {whole:4}       -"


def report(half: str, tally: Tally) -> None:
    asked, right, sure = tally.asked.total(), tally.right.total(), tally.sure.total()
    dated = asked - tally.asked[NONE]
    wrong = dated - right
    marked = wrong - (sure - tally.right_and_sure.total())
    print(f"{half} half")
    print(f"  {'right':24} {share(right, asked)}")
    print(f"  {'right, with a day':24} {share(right, dated)}")
    print(f"  {'right, no doubt shown':24} {share(tally.right_and_sure.total(), sure)}")
    print(f"  {'wrong, doubt shown':24} {share(marked, wrong)}")
    for where, count in tally.asked.most_common():
        print(f"    {where:22} {share(tally.right[where], count)}", end="")
        print(f"   no doubt {share(tally.right_and_sure[where], tally.sure[where])}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list the errors of the open half")
    parser.add_argument("--half", choices=("open", "held"))
    arguments = parser.parse_args()
    gold = json.loads((arguments.folder / "gold.json").read_text("utf-8"))
    tallies = {"open": Tally(), "held": Tally()}
    started, pages = time.perf_counter(), 0
    for name, known in sorted(gold.items()):
        if arguments.half in (None, half_of(name)):
            score(arguments.folder / name, known["date"], tallies[half_of(name)])
            pages += 1
    for half, tally in tallies.items():
        if tally.asked:
            report(half, tally)
    if arguments.errors:
        print("\n".join(tallies["open"].errors))
    print(f"{pages} pages, {pages / (time.perf_counter() - started):.1f} pages/s")


if __name__ == "__main__":
    main()

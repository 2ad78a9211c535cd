"""Score the reading of saved pages against pages with known answers, and measure its speed.

    python tests/benchmarks/bench_pages.py FOLDER [--misses] [--only odd|even]

FOLDER holds a folder for each page: `source.html`, `expected-metadata.json` (title, byline, publishedTime) and
`expected.html`, the article's body by another program. Only what is expected counts. "as given" compares what was read
of the page's own words, white space and case folded, "as shown" what a reader of the program sees, of a time the
calendar day; "but for the site" passes over a site's name in a title, "persons" over all but names in a byline. The F1
of writers counts each name that is shown: right where it stands in the expected byline, wrong elsewhere and where none
is expected, and a byline of which no name is shown as one missed. Bodies
are scored by the F1 of their words, beside trafilatura's own default on the same page. Pages with odd numbers (in the
order of their names) are those that the rules were made with. No data comes with this file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from tui.errors import FileProblem
from tui.importing.dating.publication import chosen
from tui.importing.extract import Extractor
from tui.importing.formats.page import read
from tui.importing.html.byline import PageByline
from tui.importing.html.parse import text_of
from tui.importing.html.read_page import PageReading, read_page
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.parsed import RawFile

WORD = re.compile(r"\w+")


@dataclass
class Tally:
    right: Counter[str] = field(default_factory=Counter)
    writers: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def note(self, name: str, what: str, expected: str, found: str, right: bool) -> None:
        self.asked[what] += 1
        self.right[what] += right
        if not right:
            self.misses.append(f"{what:22} {name:28} expected {expected!r}, found {found!r}")


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def f1(found: str, expected: str) -> float:
    mine, other = Counter(WORD.findall(found.casefold())), Counter(WORD.findall(expected.casefold()))
    common = (mine & other).total()
    if not mine or not other:
        return float(mine == other)
    return 2 * common / (mine.total() + other.total())


def same_but_site(found: str, expected: str) -> bool:
    """Say whether two titles differ by nothing but what stands behind or before a stroke, a dash or the like."""
    found, expected = folded(found) or " ", folded(expected)
    head, same, tail = expected.partition(found)
    joined = re.fullmatch(r"(?:|.*\W)", head) and re.fullmatch(r"(?:|\W.*)", tail)
    return bool(found and same and joined and len(head + tail) < 60)


def same_persons(author: str, expected: str) -> bool:
    """Say whether each of the persons stands in the expected line, and one at least."""
    return bool(author) and all(folded(name) in folded(expected) for name in author.split(", "))


def score(name: str, folder: Path, tally: Tally) -> None:
    expected = json.loads((folder / "expected-metadata.json").read_text("utf-8"))
    source = (folder / "source.html").read_bytes()
    try:
        reading = read_page(text_of(source)[0])
    except FileProblem as problem:
        print(f"{name}: {problem}")
        return
    score_claims(name, expected, reading, tally)
    body = "\n".join(paragraphs_of((folder / "expected.html").read_text("utf-8")))
    tally.ours.append(f1("\n".join(reading.draft.paragraphs), body))
    tally.theirs.append(f1(default(source), body))
    if tally.ours[-1] < tally.theirs[-1] - 0.02:
        tally.misses.append(f"{'body':22} {name:28} {tally.ours[-1]:.3f} against {tally.theirs[-1]:.3f}")


def default(source: bytes) -> str:
    import trafilatura

    return trafilatura.extract(source) or ""


def score_claims(name: str, expected: dict[str, str | None], reading: PageReading, tally: Tally) -> None:
    title, byline, moment = (expected.get(key) or "" for key in ("title", "byline", "publishedTime"))
    draft = reading.draft
    count_writers(byline, draft.author, tally)
    if title:
        tally.note(name, "title as given", title, reading.title.given, folded(title) == folded(reading.title.given))
        tally.note(name, "title as shown", title, draft.title, folded(title) == folded(draft.title))
        tally.note(name, "title but for the site", title, draft.title, same_but_site(draft.title, title))
    if byline:
        given: PageByline = reading.byline
        tally.note(name, "byline as given", byline, given.given, folded(byline) == folded(given.given))
        tally.note(name, "byline as shown", byline, draft.author, folded(byline) == folded(draft.author))
        tally.note(name, "byline's persons", byline, draft.author, same_persons(draft.author, byline))
    if moment:
        date = chosen(draft.dates).date
        tally.note(name, "time as given", moment, reading.published, folded(moment) == folded(reading.published))
        tally.note(name, "day as shown", moment, date.iso if date else "", date is not None and date.iso == moment[:10])


def count_writers(byline: str, author: str, tally: Tally) -> None:
    """Count the names that are shown, rightly or not, and the bylines of which none is."""
    names = [name for name in author.split(", ") if name]
    right = sum(folded(name) in folded(byline) for name in names)
    tally.writers.update(right=right, wrong=len(names) - right, missed=int(bool(byline) and not right))


def writers(count: Counter[str]) -> str:
    precision = count["right"] / max(1, count["right"] + count["wrong"])
    recall = count["right"] / max(1, count["right"] + count["missed"])
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"  {'writers, F1':24} {both:.3f}, precision {precision:.3f}, recall {recall:.3f}"


def speed(folders: list[Path]) -> str:
    files = [RawFile(f"{folder.name}/source.html", (folder / "source.html").read_bytes()) for folder in folders]
    list(read(files[0]))
    started, cpu = time.perf_counter(), time.process_time()
    for file in files:
        Extractor().take(file, read)
    seconds, busy = time.perf_counter() - started, time.process_time() - cpu
    size = sum(len(file.content) for file in files) / 2**20
    rate, own = len(files) / seconds, len(files) / busy
    return (
        f"{len(files)} pages, {size:.0f} MB, in one process: {rate:.1f} pages/s, {own:.1f} by the processor's own time"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", choices=("odd", "even"))
    arguments = parser.parse_args()
    folders = sorted(path for path in arguments.folder.iterdir() if (path / "source.html").exists())
    if not folders:
        sys.exit(f"no pages in {arguments.folder}")
    halves = {"odd": folders[0::2], "even": folders[1::2]}
    for half in [arguments.only] if arguments.only else ["odd", "even"]:
        tally = Tally()
        for folder in halves[half]:
            score(folder.name, folder, tally)
        print(f"{half} numbers, {len(halves[half])} pages")
        for what, asked in tally.asked.items():
            print(f"  {what:24} {tally.right[what]:3} of {asked:3}  {tally.right[what] / asked:6.1%}")
        print(writers(tally.writers))
        print(f"  {'body, F1 of words':24} {mean(tally.ours):.3f}, trafilatura's default {mean(tally.theirs):.3f}")
        if arguments.misses:
            print("\n".join(sorted(tally.misses)))
    print(speed(folders))


if __name__ == "__main__":
    main()

"""Measure an engine: pushing, questions from the key to the view, and from a key in a real terminal to what is painted.

    python tests/served/two_nodes.py .cluster &
    python tests/benchmarks/bench_served.py --articles 20000
    python tests/benchmarks/bench_served.py --archive archive.jsonl --articles 100000 --delay 150

Both nodes, the program and the terminal share the machine; its load is told with the figures. `--delay` lets each
answer of the engine take so many milliseconds longer while somebody types. `--profile` says where a push spends its
time.
"""

from __future__ import annotations

import argparse
import cProfile
import itertools
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import bench_search
from terminal import Terminal
from watching import answered

from tui.base.progress import never
from tui.catalogue.catalogue import Catalogue
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading
from tui.served.archive import ServedArchive
from tui.served.push import Push
from tui.served.server import Writer

sys.path.append(str(Path(__file__).parents[1] / "served"))
from line import Line

ENGINE = "http://127.0.0.1:19201,http://127.0.0.1:19202"
FORMS = {"a word": "{}", "two words": "{} {}", "a beginning": "{:.3}*", "a phrase": '"{} {}"'}


def made(path: Path | None, count: int) -> Iterator[Article]:
    """Yield articles of an archive of JSON lines, or made ones whose words are as rare as those of real ones."""
    for number, row in enumerate(bench_search.read(path, count)):
        yield Article(
            id="".join(chr(ord("a") + number // 26**place % 26) for place in range(10)),
            path=f"{number:07}.md",
            title=str(row["title"]),
            text=str(row["text"]),
            source=str(row["source"]),
            language="en",
            words=len(str(row["text"]).split()),
            published=PublishedDate.from_iso(str(row["date"]), Provenance.TEXT),
        )


def read(path: Path | None, count: int) -> Explorer:
    """Return an explorer of articles that were read, and not yet searched for anything."""
    catalogue = Catalogue.open(None)
    articles = made(path, count)
    while some := list(itertools.islice(articles, 500)):
        accounts = [FileAccount(each.path, Outcome.READ, articles=1) for each in some]
        entries = [FileEntry(each.path, 1, 1) for each in some]
        held = zip(entries, accounts, some, strict=True)
        catalogue.record([FileReading(entry, account, (each,)) for entry, account, each in held], "")
    return Explorer(Path("bench"), catalogue, None)


def push(asked: argparse.Namespace) -> None:
    """Push with dates that are not named yet, and with dates that are."""
    with closing(read(asked.archive, asked.articles)) as local, closing(Writer(asked.engine, 60)) as writer:
        begun = time.perf_counter()
        local.services.mentions.update(lambda _done, _of: None, never)
        named = time.perf_counter() - begun
        print(f"dates, names and figures found: {asked.articles / named:.0f} articles a second")
        begun, worked = time.perf_counter(), time.process_time()
        sent = Push(writer, asked.index, local.services, "bench").run(rebuild=True)
        spent, worked = time.perf_counter() - begun, time.process_time() - worked
        print(f"push: {sent.there:,} of {sent.articles:,} there; {sent.sent / spent:.0f} articles a second with dates")
        print(f"known, {sent.sent / (spent + named):.0f} with dates found first; our own share of the processor")
        print(f"would allow {sent.sent / worked:.0f}; load {os.getloadavg()[0]:.1f}")
        begun = time.perf_counter()
        again = Push(writer, asked.index, local.services, "bench").run(rebuild=False)
        print(f"push again: {again.sent} sent, {again.articles / (time.perf_counter() - begun):.0f} looked at a second")


def told(name: str, seconds: list[float]) -> None:
    """Print median and 95th percentile."""
    median, late = 1000 * statistics.median(seconds), 1000 * statistics.quantiles(seconds, n=20)[-1]
    print(f"{name}: median {median:.0f} ms, 95 % within {late:.0f} ms of {len(seconds)}; load {os.getloadavg()[0]:.1f}")


def ask(asked: argparse.Namespace, words: list[str]) -> None:
    """Ask questions without a screen."""
    with closing(ServedArchive.open(asked.engine, asked.index)) as served:
        for name, form in FORMS.items():
            times = []
            for number in range(asked.questions):
                text = form.format(words[number % len(words)], words[number * 7 % len(words)])
                begun = time.perf_counter()
                served.explore(Query(text), suggest=False)
                times.append(time.perf_counter() - begun)
            told(f"question to view, {name}", times)


def type_queries(asked: argparse.Namespace, words: list[str], engine: str, pause: float) -> None:
    """Type queries into the program in a terminal of its own, and tell when each letter was answered on the screen."""
    command = [sys.executable, "-m", "tui", "--engine", engine, "--index", asked.index, "--fresh"]
    with tempfile.TemporaryDirectory() as home:
        surroundings = os.environ | {"MALI_TUI_DATA": home, "MALI_TUI_CACHE": home, "TERM": "xterm-256color"}
        terminal = Terminal(command, surroundings)
        try:
            terminal.wait_for("articles", 60)
            terminal.press(b"/", 1.0)
            before, presses = len(terminal.chunks), []
            for word in words[:: max(1, len(words) // 12)][:12]:
                terminal.type(b"\x15", pause)
                presses += [terminal.type(letter.encode(), pause) for letter in word[:7]]
            terminal.press(b"", 1.0)
        finally:
            terminal.close()
        answers, _quiet = answered(presses, terminal.chunks[before:], pause)
        first = [next((came - at for came, _ in terminal.chunks if came > at), pause) for at in presses]
        told("a key to its letter painted", first)
        told("a key to list, total and timeline painted", answers)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--archive", type=Path, help="a file of JSON lines with title, text, date and source")
    parser.add_argument("--engine", default=ENGINE)
    parser.add_argument("--index", default="bench")
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--delay", type=float, default=0, help="milliseconds that each answer takes longer on the line")
    parser.add_argument("--pushed", action="store_true", help="the articles were pushed by an earlier run")
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    if not asked.pushed and asked.profile:
        profile = cProfile.Profile()
        profile.runcall(push, asked)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    elif not asked.pushed:
        push(asked)
    texts = " ".join(each.text for each in itertools.islice(made(asked.archive, 200), 200))
    words = sorted({word for word in texts.lower().split() if word.isalpha() and len(word) > 3})
    words = words[:: max(1, len(words) // 97)]
    ask(asked, words)
    type_queries(asked, words, asked.engine, 0.6)
    if asked.delay:
        first, *_ = asked.engine.split(",")
        with closing(Line(int(first.rsplit(":", 1)[1]), delay=asked.delay / 2000)) as line:
            print(f"with {asked.delay:.0f} ms on the line:")
            type_queries(asked, words, line.address, 1.0)


if __name__ == "__main__":
    main()

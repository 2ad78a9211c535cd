"""Measure an engine: pushing made articles, and questions from the key to the view, without the painting.

    python tests/served/two_nodes.py .cluster &
    python tests/benchmarks/bench_served.py --articles 20000

Questions are asked from a place on the same machine as both nodes; the load of the machine is told with the figures.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from contextlib import closing
from pathlib import Path

import bench_search

from tui.core.view import Query
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.served.archive import ServedArchive
from tui.served.push import Push
from tui.served.server import Writer

ENGINE = "http://127.0.0.1:19201,http://127.0.0.1:19202"
QUESTIONS = 60


def made(count: int) -> list[Article]:
    """Return articles whose words are as rare as those of real ones."""
    return [
        Article(
            id="".join(chr(ord("a") + number // 26**place % 26) for place in range(10)),
            path=f"{number:07}.md",
            title=str(row["title"]),
            text=str(row["text"]),
            source=str(row["source"]),
            language="en",
            words=len(str(row["text"]).split()),
            published=PublishedDate.from_iso(str(row["date"]), Provenance.TEXT),
        )
        for number, row in enumerate(bench_search.own_articles(count))
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--engine", default=ENGINE)
    asked = parser.parse_args()
    sys.path.append(str(Path(__file__).parents[1] / "shared"))
    from filed import explorer_of

    articles = made(asked.articles)
    words = sorted({word for article in articles[:50] for word in article.text.lower().split() if word.isalpha()})
    local = explorer_of(articles, Path("bench"))
    with closing(local), closing(Writer(asked.engine, 60)) as writer:
        begun, worked = time.perf_counter(), time.process_time()
        sent = Push(writer, "bench", local.services, "bench").run(rebuild=True)
        spent, worked = time.perf_counter() - begun, time.process_time() - worked
        print(
            f"push: {sent.there:,} of {sent.articles:,}: {sent.sent / spent:.0f} a second, {sent.sent / worked:.0f} for"
        )
        print(f"a second of this program's own processor time; load {os.getloadavg()[0]:.1f}")
        begun = time.perf_counter()
        again = Push(writer, "bench", local.services, "bench").run(rebuild=False)
        print(f"push again: {again.sent} sent, {again.articles / (time.perf_counter() - begun):.0f} looked at a second")
    with closing(ServedArchive.open(asked.engine, "bench")) as served:
        for name, query in (
            ("a word", "{}"),
            ("two words", "{} {}"),
            ("a beginning", "{:.3}*"),
            ("a phrase", '"{} {}"'),
        ):
            times = []
            for number in range(QUESTIONS):
                text = query.format(words[number % len(words)], words[number * 7 % len(words)])
                begun = time.perf_counter()
                served.explore(Query(text), suggest=False)
                times.append(1000 * (time.perf_counter() - begun))
            median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(f"{name}: {median:.0f} ms, 95 % within {late:.0f} ms; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

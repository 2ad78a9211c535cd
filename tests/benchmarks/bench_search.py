"""Measure the search: indexing, evaluating and ranking, against Whoosh as its manual shows and SQLite's FTS5.

    python tests/benchmarks/bench_search.py [ARCHIVE.jsonl] [--articles N] [--rivals N]
    python tests/benchmarks/bench_search.py --ranking FOLDER

An archive holds one JSON object a line with title, text, date, source and tags; without one the benchmark makes its
own. `--rivals` says how many articles Whoosh indexes as its manual shows (minutes for many); its own evaluator is
measured on those. `--ranking` takes a folder with docs.jsonl, queries.tsv and qrels.txt (TREC form).
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import random
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import warnings
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tui.dossier.article import Article, Provenance, PublishedDate
from tui.importing.limits import WIDE
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse
from tui.search.language.tree import Word, any_of
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import occupied
from tui.timeline.published_dates import PublishedDates

OWN_WORDS = [
    "the",
    "of",
    "to",
    "in",
    "and",
    "said",
    "mission",
    "force",
    "camp",
    "troops",
    "base",
    "road",
    "town",
    "week",
]


def own_articles(count: int) -> Iterator[dict[str, object]]:
    """Make articles whose words are as frequent as those of news: by Zipf's law."""
    chance = random.Random(2023)
    words = OWN_WORDS + [f"w{number}" for number in range(40_000)]
    weights = [1 / (rank + 2) for rank in range(len(words))]
    for number in range(count):
        text = " ".join(chance.choices(words, weights, k=chance.randint(60, 260)))
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3_600))
        yield {"title": text[:40], "text": text, "date": day.isoformat(), "source": f"S{number % 7}", "tags": []}


def read(path: Path | None, count: int) -> list[dict[str, object]]:
    if path is None:
        return list(own_articles(count))
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(count), strict=False)]


def article(number: int, row: dict[str, object]) -> Article:
    published = PublishedDate.from_iso(str(row["date"]), Provenance.FRONT_MATTER) if row.get("date") else None
    return Article(
        id=f"{number:010}",
        path=f"{number}.md",
        title=str(row["title"]),
        text=str(row["text"]),
        published=published,
        source=str(row.get("source", "")),
        tags=tuple(row.get("tags", ())),  # type: ignore[arg-type]
        language="en",
    )


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Return the median of the seconds that a piece of work takes."""
    spent = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begin)
    return statistics.median(spent)


def whoosh_index(rows: list[dict[str, object]], folder: Path):
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import DATETIME, ID, TEXT, Schema
    from whoosh.index import create_in

    analyzer = StemmingAnalyzer()
    schema = Schema(
        id=ID(stored=True), title=TEXT(analyzer), text=TEXT(analyzer, stored=True), date=DATETIME(stored=True)
    )
    index = create_in(folder, schema)
    writer = index.writer()
    for number, row in enumerate(rows):
        day = date.fromisoformat(str(row["date"]))
        from datetime import datetime

        moment = datetime(day.year, day.month, day.day)
        writer.add_document(id=str(number), title=str(row["title"]), text=str(row["text"]), date=moment)
    writer.commit()
    return index


def whoosh_answer(searcher, written: str) -> Counter[str]:
    """All hits, their months, and the best fifty, as Whoosh's manual shows."""
    from whoosh.qparser import MultifieldParser

    query = MultifieldParser(["title", "text"], searcher.schema).parse(written)
    found = searcher.search(query, limit=50)
    months: Counter[str] = Counter()
    for number in found.docs():
        months[searcher.stored_fields(number)["date"].strftime("%Y-%m")] += 1
    return months


def sqlite_index(rows: list[dict[str, object]]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE dates (id INTEGER PRIMARY KEY, day TEXT)")
    base.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='porter unicode61')")
    for number, row in enumerate(rows):
        base.execute("INSERT INTO dates VALUES (?, ?)", (number, row["date"]))
        base.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, row["title"], row["text"]))
    base.commit()
    return base


def sqlite_answer(base: sqlite3.Connection, written: str) -> list[tuple[str, int]]:
    base.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50", (written,)).fetchall()
    months = "SELECT substr(day, 1, 7), count(*) FROM words JOIN dates ON dates.id = words.rowid"
    return base.execute(f"{months} WHERE words MATCH ? GROUP BY 1", (written,)).fetchall()


def dates_of(rows: list[dict[str, object]]) -> PublishedDates:
    """Return the dates in columns, as the program holds them."""
    days = array("q", (date.fromisoformat(str(row["date"])).toordinal() for row in rows))
    return PublishedDates(array("q", range(len(rows))), days, days, wide=len(rows) >= WIDE)


def our_answer(engine: Engine, dates: PublishedDates, written: str) -> tuple[list[int], tuple[tuple[int, int], ...]]:
    """All hits in their order, of which the best fifty are taken, and their months, as the program counts them."""
    found = engine.evaluate(parse(written).tree)
    hits = dates.hits(found.numbers, found.scores)
    return found.numbers[:50].tolist(), occupied(hits.tally(), Granularity.MONTH)


def common_words(rows: list[dict[str, object]]) -> list[str]:
    """Return words that stand in a tenth to a half of the articles, the most frequent first."""
    sample = rows[:2_000]
    counts = Counter(word for row in sample for word in set(re.findall(r"[a-z]{4,}", str(row["text"]).lower())))
    return [word for word, count in counts.most_common() if len(sample) / 10 < count < len(sample) / 2][:10]


def measure(path: Path | None, count: int, rivals: int) -> None:
    rows = read(path, count)
    print(f"{platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours = Index.open(Path(folder) / "ours")
        articles = [article(number, row) for number, row in enumerate(rows)]
        spent = timed(lambda: ours.add(enumerate(articles)))
        print(f"indexing          {len(rows) / spent:8.0f} articles a second, {len(rows):,} articles")
        some = rows[:rivals]
        (Path(folder) / "whoosh").mkdir()
        begin = time.perf_counter()
        theirs = whoosh_index(some, Path(folder) / "whoosh")
        theirs_spent = time.perf_counter() - begin
        print(
            f"indexing, Whoosh  {len(some) / theirs_spent:8.0f}; "
            f"ours is {len(rows) / spent * theirs_spent / len(some):.1f} times faster"
        )
        begin = time.perf_counter()
        base = sqlite_index(rows)
        print(f"indexing, FTS5    {len(rows) / (time.perf_counter() - begin):8.0f}, in memory")
        compare("FTS5", ours, rows, rows, lambda written: sqlite_answer(base, written))
        part = Index.open(None)
        part.add(enumerate(articles[:rivals]))
        with theirs.searcher() as searcher:
            compare("Whoosh", part, some, rows, lambda written: whoosh_answer(searcher, written))
        ours.close()
        print(
            f"memory at its peak, all rivals included: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )


def compare(rival: str, index: Index, rows, all_rows, answer: Callable[[str], object]) -> None:
    """Print the milliseconds of all hits, best fifty and months for common words: ours cold, ours warm, the rival's."""
    dates = dates_of(rows)
    cold, warm, other = [], [], []
    Engine(index).evaluate(parse("zzzz").tree)
    for word in common_words(all_rows):
        engine = Engine(index)
        engine.evaluate(parse("zzzz").tree)
        cold.append(timed(lambda engine=engine, word=word: our_answer(engine, dates, word)))
        warm.append(timed(lambda engine=engine, word=word: our_answer(engine, dates, word), 5))
        other.append(timed(lambda word=word: answer(word), 3))
    ours, again, theirs = (1000 * statistics.median(each) for each in (cold, warm, other))
    print(
        f"common words      {ours:.1f} ms cold, {again:.1f} ms warm; {rival} {theirs:.1f} ms "
        f"on {len(rows):,} articles: {theirs / ours:.1f} and {theirs / again:.1f} times faster"
    )


def rank(folder: Path) -> None:
    """Print MAP and nDCG@10 of bags of words on a collection with judgements."""
    documents = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    index = Index.open(None)
    index.add((int(each["id"]), article(int(each["id"]), {**each, "date": ""})) for each in documents)
    judged: dict[str, dict[int, int]] = defaultdict(dict)
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()
        judged[query][int(document)] = max(0, int(grade))
    texts = {int(each["id"]): (str(each["title"]), str(each["text"])) for each in documents}
    engine = Engine(index, lambda numbers: [(number, *texts[number]) for number in numbers])
    precisions, gains, widened = [], [], []
    for line in (folder / "queries.tsv").read_text(encoding="utf-8").splitlines():
        name, text = line.split("\t")
        grades = judged[name]
        tree = any_of([Word(word) for word in dict.fromkeys(re.findall(r"\w+", text))])
        found = list(engine.evaluate(tree).numbers)
        relevant = [place for place, number in enumerate(found, 1) if grades.get(number)]
        precisions.append(
            sum(at / place for at, place in enumerate(relevant, 1)) / max(1, sum(map(bool, grades.values())))
        )
        best = sorted(grades.values(), reverse=True)
        gains.append(gain([grades.get(number, 0) for number in found]) / (gain(best) or 1.0))
        others = engine.widened(tree, engine.feedback(tree)).numbers
        widened.append(gain([grades.get(number, 0) for number in others]) / (gain(best) or 1.0))
    index.close()
    print(
        f"{len(precisions)} queries: MAP {statistics.mean(precisions):.4f}, nDCG@10 {statistics.mean(gains):.4f}, "
        f"widened {statistics.mean(widened):.4f}"
    )


def gain(grades: list[int]) -> float:
    return sum(grade / math.log2(place + 1) for place, grade in enumerate(grades[:10], 1))


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("archive", type=Path, nargs="?")
    words.add_argument("--articles", type=int, default=20_000)
    words.add_argument("--rivals", type=int, default=4_000)
    words.add_argument("--ranking", type=Path)
    asked = words.parse_args()
    if asked.ranking:
        rank(asked.ranking)
    else:
        measure(asked.archive, asked.articles, asked.rivals)


if __name__ == "__main__":
    sys.exit(main())

"""Kill nodes while articles are pushed and searched: `python tests/endurance/node_kills.py FOLDER [--kills 50]`.

Each round changes a third of the articles, pushes them, asks questions all the while, and kills one of the two nodes at
a moment by chance. When the cluster is whole again, every article has to be there once and as it was pushed last.
"""

from __future__ import annotations

import argparse
import random
import signal
import statistics
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.error import HTTPError

from msgspec.structs import replace

sys.path += [str(Path(__file__).parents[1] / "shared"), str(Path(__file__).parents[1] / "served")]
from filed import explorer_of
from two_nodes import ENGINE, TwoNodes

from tui.core.view import Query
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import EngineError
from tui.served import push
from tui.served.archive import ServedArchive
from tui.served.push import Push, Sent
from tui.served.server import Writer

GREEN = "/_cluster/health?wait_for_nodes=2&wait_for_status=green&timeout=30s"
ATTEMPTS = 10
HANG = 5.0
"""Seconds that no question may take."""


def made(count: int) -> list[Article]:
    """Return short articles whose ids are of ten letters."""
    return [
        Article(
            id="".join(chr(ord("a") + number // 26**place % 26) for place in range(10)),
            path=f"{number:05}.md",
            title=f"Number {number}",
            text=f"The ferry left the harbour {number} times. " * 8,
            published=PublishedDate.from_iso(f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}", Provenance.TEXT),
            language="en",
            words=56,
        )
        for number in range(count)
    ]


class Asker:
    """Asks one question after the other until told to end, each answered or told in one sentence."""

    def __init__(self, count: int) -> None:
        self.times: list[float] = []
        self.refused: dict[str, int] = {}
        self.partial = self.wrong = 0
        self._count = count
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """End after the question that is asked now."""
        self._ended.set()
        self._thread.join()

    def _ask(self) -> None:
        with closing(ServedArchive.open(ENGINE, "kills")) as served:
            for number in range(10**9):
                if self._ended.is_set():
                    return
                begun = time.monotonic()
                try:
                    view = served.explore(Query(("ferry", '"the harbour"', "harb*", "left sort:date")[number % 4]))
                    self.partial += view.total < self._count
                    self.wrong += view.total > self._count or (
                        view.total < self._count and "shards answered" not in view.understood
                    )
                except EngineError as problem:
                    sentence = str(problem).split("; ")[0].split(" Last heard")[0]
                    self.refused[sentence] = self.refused.get(sentence, 0) + 1
                self.times.append(time.monotonic() - begun)


def one_round(cluster: TwoNodes, articles: list[Article], chance: random.Random) -> tuple[Sent, str]:
    """Push while one node is killed; return what came of it, and which node it was."""
    node, after = chance.choice(("n1", "n2")), chance.random()

    def kill() -> None:
        time.sleep(after)
        cluster.kill(node)
        cluster.start_node(node)

    killing = threading.Thread(target=kill)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Writer(ENGINE, 20)) as writer,
        closing(explorer_of(articles, Path(folder))) as local,
    ):
        killing.start()
        sent = Push(writer, "kills", local.services, "kills").run(rebuild=False)
    killing.join()
    cluster.wait_for("/_cluster/health?wait_for_nodes=2&timeout=1s")
    make_whole(cluster)
    return sent, node


def make_whole(cluster: TwoNodes) -> None:
    """Wait until every copy of every shard is there.

    A node makes five attempts at a copy and then gives it up; on a slow machine all five may come while the node still
    closes the old one. So it is told to try again each time that it did not get there.
    """
    for _attempt in range(ATTEMPTS):
        cluster.ask("POST", "/_cluster/reroute?retry_failed=true")
        with suppress(HTTPError):  # 408 where it is not green in time
            cluster.ask("GET", GREEN)
            return
    raise RuntimeError(f"not green after {ATTEMPTS} attempts: see the logs of the nodes")


def lost_and_doubled(cluster: TwoNodes, index: str, articles: list[Article]) -> tuple[int, int]:
    """Count the articles that are not there as they were pushed last, and those that are there more than once."""
    cluster.ask("POST", f"/{index}/_refresh")
    body = {"size": 10_000, "_source": ["article.text", "id"]}
    answer = cluster.ask("POST", f"/{index}/_search", body)
    assert isinstance(answer, dict)
    hits = answer["hits"]["hits"]
    held = {hit["_source"]["id"]: hit["_source"]["article"]["text"] for hit in hits}
    return sum(held.get(each.id) != each.text for each in articles), len(hits) - len(held)


def main() -> None:
    """Print a line for each kill, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="in which the cluster is built and keeps its data")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1, help="of what is killed when; the same seed, the same kills")
    asked = parser.parse_args()
    push._BATCH_ARTICLES = 50  # so that a push takes many requests
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    chance = random.Random(asked.seed)
    cluster = TwoNodes(asked.folder.resolve())
    articles = made(asked.articles)
    lost = doubled = missing = 0
    times: list[float] = []
    try:
        cluster.start()
        with tempfile.TemporaryDirectory() as folder, closing(Writer(ENGINE, 20)) as writer:
            with closing(explorer_of(articles, Path(folder))) as local:
                index = Push(writer, "kills", local.services, "kills").run(rebuild=False).index
            writer.write("PUT", f"/{index}/_settings", {"index.unassigned.node_left.delayed_timeout": "0"})
        for kill in range(1, asked.kills + 1):
            changed = set(chance.sample(range(asked.articles), asked.articles // 3))
            articles = [
                replace(each, text=f"{each.text.split(' Round')[0]} Round {kill}.") if at in changed else each
                for at, each in enumerate(articles)
            ]
            asker = Asker(asked.articles)
            asker.start()
            sent, node = one_round(cluster, articles, chance)
            asker.end()
            wrong = lost_and_doubled(cluster, index, articles)
            lost, doubled, missing = lost + wrong[0], doubled + wrong[1], missing + sent.articles - sent.there
            times += asker.times
            print(
                f"kill {kill} of {node}: {sent.there} of {sent.articles} there, {sent.sent} sent, lost {wrong[0]}, "
                f"doubled {wrong[1]}; {len(asker.times)} questions, longest {max(asker.times):.2f} s, "
                f"{asker.partial} partial, {asker.wrong} wrong, refused: {asker.refused or 'none'}",
                flush=True,
            )
    finally:
        cluster.stop()
    late = sum(each > HANG for each in times)
    print(f"{asked.kills} kills: {lost} lost, {doubled} doubled, {missing} missing at the end of a push")
    longest = f"longest {max(times):.2f} s, {late} over {HANG} s"
    print(f"{len(times)} questions: median {statistics.median(times):.3f} s, {longest}")


if __name__ == "__main__":
    main()

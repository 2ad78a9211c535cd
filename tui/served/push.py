"""Pushes a folder into an index: only what changed, in batches that the server can take, until every id is there.

The index is one behind an alias. Each article has the digest of its document, so that a push that broke off goes on
where it was, and a second person's push of the same articles sends nothing.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from msgspec import structs
from msgspec.json import encode

from tui.base.progress import Progress, Step, Stop, no_progress
from tui.core.services import Services
from tui.errors import Cancelled, EngineError
from tui.locale import _
from tui.search.analysis import words
from tui.served.schema import Pushed, digest, document, mappings, settings
from tui.served.server import Answer, EngineTrouble, Writer, is_read_only, patiently

_BATCH_ARTICLES, _BATCH_BYTES = 500, 4_000_000
"""What is sent at once; a server that is busy gets half of it."""
_SAMPLE = 500
"""Articles by which the length of a bag is measured before an index is made."""
_ROUNDS = 5
"""How often what is missing at the end is sent again."""
_PAGE = 5_000
_SELDOM = "30s"
"""How often an index that is being filled is refreshed; it also marks one whose push broke off."""
_COPYING, _LOOK = 120.0, 0.2
"""Seconds for which a push waits for the replicas, and between two looks."""

_Line = tuple[int, str, bytes]
"""The number of an article, its id in the index, and the lines that write it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a push."""

    articles: int
    """How many articles the folder has."""
    there: int
    """How many of them the index holds now, counted by id."""
    sent: int
    removed: int
    index: str
    """The index behind the alias."""
    refused: tuple[str, ...] = ()
    """The ids of articles that the server does not take, with its reason."""


class Push:
    """One push of one dossier."""

    def __init__(self, server: Writer, index: str, services: Services, origin: str) -> None:
        """Take the alias to push to; `origin` names the dossier: only its own articles are ever removed."""
        self._server = server
        self._alias = index
        self._catalogue = services.catalogue
        self._groups = services.duplicates.groups()
        self._origin = origin
        self._refused: dict[str, str] = {}
        self._sent = 0

    def run(self, rebuild: bool, progress: Progress = no_progress, stop: Stop = lambda: False) -> Sent:
        """Push what is not there yet and remove what is gone; raises `EngineError` where the server fails for good."""
        old = self._behind()
        target = self._make(old) if rebuild or old is None else old
        numbers = list(self._catalogue.columns().numbers)
        expected: dict[str, str] = {}
        missing: list[int] = numbers
        for again in range(_ROUNDS):
            missing = self._round(target, missing, expected, progress, stop, empty=target != old and not again)
            if not missing:
                break
        removed = self._remove_gone(target, set(expected), stop)
        self._finish(target, stop)
        there = self._count(target, expected, stop)
        if target != old and there + len(self._refused) >= len(expected):
            self._switch(old, target, stop)
        elif target != old:
            raise EngineError(_("Not every article arrived in the new index; the old one stays. Push again."))
        refused = tuple(f"{ident}: {why}" for ident, why in self._refused.items())
        return Sent(len(numbers), there, self._sent, removed, target, refused)

    def _behind(self) -> str | None:
        """Return the index behind the alias; None if there is neither."""
        try:
            found = self._server.write("GET", f"/_alias/{self._alias}")
        except EngineTrouble as problem:
            if problem.status == 404:
                return None
            raise
        return next(iter(found), None)

    def _make(self, old: str | None) -> str:
        """Make a new index for the alias; the first one gets the alias at once.

        Until it is full it has no replicas, which would be indexed a second time, and is seldom refreshed.
        """
        name = f"{self._alias}-{int(time.time() * 1000)}"
        made: Answer = {"settings": settings(2 if self._nodes() > 1 else 1, self._tokens_a_word())}
        made["settings"]["index"] |= {"number_of_replicas": 0, "refresh_interval": _SELDOM}
        made["mappings"] = mappings()
        if old is None:
            made["aliases"] = {self._alias: {}}
        self._server.write("PUT", f"/{name}", made)
        return name

    def _nodes(self) -> int:
        """Return how many nodes hold data."""
        nodes = self._server.write("GET", "/_cluster/health").get("number_of_data_nodes", 1)
        return nodes if isinstance(nodes, int) else 1

    def _finish(self, target: str, stop: Stop) -> None:
        """Give an index that was filled its replicas, and let what was written be found."""
        held = (
            self._write("GET", f"/{target}/_settings", stop=stop).get(target, {}).get("settings", {}).get("index", {})
        )
        if held.get("refresh_interval") == _SELDOM:
            index = {"number_of_replicas": int(self._nodes() > 1), "refresh_interval": None}
            self._write(
                "POST", f"/{target}/_flush", stop=stop
            )  # replicas copy files, instead of indexing what is not in any
            self._write("PUT", f"/{target}/_settings", {"index": index}, stop)
            self._await_replicas(target, stop)
        self._write("POST", f"/{target}/_refresh", stop=stop)

    def _await_replicas(self, target: str, stop: Stop) -> None:
        """Wait until every shard has its replica; where that takes very long they come later."""
        end = time.monotonic() + _COPYING
        while time.monotonic() < end:
            if self._write("GET", f"/_cluster/health/{target}", stop=stop).get("status") == "green":
                return
            if stop():
                raise Cancelled
            time.sleep(_LOOK)

    def _tokens_a_word(self) -> float:
        """Return how many tokens of the bag an article has for each of its words, on the average."""
        tokens = held = 0
        for pushed in self._read(list(islice(self._catalogue.columns().numbers, _SAMPLE))):
            made = document(pushed, "", 0)
            tokens += sum(piece.count("|") + 1 for piece in made["bag"].split())
            held += len(words(pushed.article.title)) + len(words(pushed.article.text))
        return tokens / held if held else 2.0

    def _read(self, numbers: Iterable[int]) -> Iterator[Pushed]:
        heads: dict[int, str] = {}
        for number in numbers:
            article = self._catalogue.article(number)
            head = self._groups.head(number)
            copy_of = ""
            if head != number or self._groups.others(number, 1):
                if head not in heads:
                    heads[head] = self._catalogue.article(head).id
                copy_of = heads[head]
            yield Pushed(number, article, self._catalogue.mentions.of(number) or (), copy_of)

    def _round(
        self, target: str, numbers: list[int], expected: dict[str, str], progress: Progress, stop: Stop, *, empty: bool
    ) -> list[int]:
        """Send what of these articles is not there as it is here; return those of which that is not certain.

        A batch is made while the one before it is sent. An index that is `empty` is not asked for what it has.
        """
        left: list[int] = []
        with ThreadPoolExecutor(1) as sender:
            sending: Future[list[int]] | None = None
            for first in range(0, len(numbers), _BATCH_ARTICLES):
                if stop():
                    raise Cancelled
                batch = {pushed.number: pushed for pushed in self._read(numbers[first : first + _BATCH_ARTICLES])}
                lines = self._lines(target, batch, expected, stop, empty=empty)
                left += sending.result() if sending else []
                sending = sender.submit(self._send, target, lines, stop)
                progress(Step("pushing", min(first + _BATCH_ARTICLES, len(numbers)), len(numbers)))
            return left + (sending.result() if sending else [])

    def _lines(
        self, target: str, batch: dict[int, Pushed], expected: dict[str, str], stop: Stop, *, empty: bool
    ) -> list[_Line]:
        """Return the lines that write the articles of a batch that are new or changed."""
        here = {pushed.article.id: (number, digest(pushed)) for number, pushed in batch.items()}
        there = {} if empty else self._there(target, here, stop)
        lines: list[_Line] = []
        for ident, (number, mark) in here.items():
            held = there.get(ident)
            name = ident
            if held is not None and held[0] != mark and held[1] != self._origin:
                name = self._other_id(ident)  # another dossier has another article under this id
            expected[name] = mark
            if (held is not None and held[0] == mark) or name in self._refused:
                continue
            pushed = batch[number]
            if name != ident:
                pushed = replace(pushed, article=structs.replace(pushed.article, id=name))
                expected[name] = digest(pushed)
                if self._there(target, [name], stop).get(name, ("",))[0] == expected[name]:
                    continue
            verb = "create" if held is None and name == ident else "index"
            made = document(pushed, self._origin, int(time.time() * 1000), expected[name])
            lines.append((number, name, b"%b\n%b\n" % (_encoded({verb: {"_id": name}}), _encoded(made))))
        return lines

    def _send(self, target: str, lines: list[_Line], stop: Stop) -> list[int]:
        """Send the lines of a batch; return the numbers of the articles that did not arrive."""
        return [number for some in _pieces(lines) for number in self._bulk(target, some, stop)]

    def _other_id(self, ident: str) -> str:
        """Return ten letters for an article whose id another dossier uses for another article."""
        made = hashlib.sha256(f"{self._origin}\0{ident}".encode()).digest()
        return "".join(chr(ord("a") + byte % 26) for byte in made[:10])

    def _there(self, target: str, ids: Iterable[str], stop: Stop) -> dict[str, tuple[str, str]]:
        """Return digest and origin of those of some ids that the index holds, newest writes included."""
        asked = {"docs": [{"_id": ident, "_source": ["digest", "origin"]} for ident in ids]}
        answer = self._write("POST", f"/{target}/_mget", asked, stop)
        return {
            str(doc["_id"]): (str(doc["_source"].get("digest")), str(doc["_source"].get("origin")))
            for doc in answer.get("docs", ())
            if doc.get("found")
        }

    def _bulk(self, target: str, lines: list[_Line], stop: Stop) -> list[int]:
        """Send lines; return the numbers of those that have to be sent again."""
        if not lines:
            return []
        try:
            answer = self._write("POST", f"/{target}/_bulk", b"".join(line for *_, line in lines), stop)
        except EngineTrouble as problem:
            if problem.status == 413 and len(lines) > 1:
                half = len(lines) // 2
                return [*self._bulk(target, lines[:half], stop), *self._bulk(target, lines[half:], stop)]
            raise
        again: list[int] = []
        for (number, name, _line), item in zip(lines, answer.get("items", ()), strict=True):
            (told,) = item.values()
            status, error = int(told.get("status", 500)), told.get("error")
            kind = error.get("type", "") if isinstance(error, dict) else ""
            if is_read_only(status, kind):
                raise EngineTrouble(_("The engine takes nothing more: its disk is full."), status, kind)
            if status < 300:
                self._sent += 1
            elif status in (409, 429) or status >= 500:
                again.append(number)
            else:
                self._refused[name] = f"{status} {kind}"
        if again:
            patiently(lambda: self._server.write("GET", "/_cluster/health"), stop)
        return again

    def _remove_gone(self, target: str, expected: set[str], stop: Stop) -> int:
        """Remove the articles that this dossier once pushed and has no more."""
        self._write("POST", f"/{target}/_refresh", stop=stop)
        own = self._own(target, {"term": {"origin": self._origin}}, stop)
        gone = [ident for ident, _mark in own if ident not in expected]
        for first in range(0, len(gone), _PAGE):
            lines = "".join(json.dumps({"delete": {"_id": ident}}) + "\n" for ident in gone[first : first + _PAGE])
            self._write("POST", f"/{target}/_bulk", lines, stop)
        return len(gone)

    def _count(self, target: str, expected: dict[str, str], stop: Stop) -> int:
        """Count by id which of the articles the index holds as they are here."""
        found = dict(self._own(target, {"match_all": {}}, stop))
        return sum(found.get(ident) == mark for ident, mark in expected.items())

    def _own(self, target: str, query: Answer, stop: Stop) -> Iterator[tuple[str, str]]:
        """Yield id and digest of every article that a query finds, a page at a time."""
        after: list[Any] = []
        while True:
            body: Answer = {"query": query, "size": _PAGE, "sort": ["id"], "_source": False}
            body["docvalue_fields"] = ["id", "digest"]
            if after:
                body["search_after"] = after
            hits = self._write("POST", f"/{target}/_search", body, stop, {"allow_partial_search_results": "false"})
            page = hits["hits"]["hits"]
            for hit in page:
                yield str(hit["fields"]["id"][0]), str(hit["fields"]["digest"][0])
            if len(page) < _PAGE:
                return
            after = page[-1]["sort"]

    def _switch(self, old: str | None, new: str, stop: Stop) -> None:
        """Let the alias stand for the new index, in one step, and remove the old one."""
        actions: list[Answer] = [{"add": {"index": new, "alias": self._alias}}]
        if old is not None:
            actions.append({"remove_index": {"index": old}})
        self._write("POST", "/_aliases", {"actions": actions}, stop)

    def _write(
        self, method: str, path: str, body: object = None, stop: Stop = lambda: False, params: Answer | None = None
    ) -> Answer:
        """Send a request, again and again while the server is busy, restarts or cannot be reached."""
        return patiently(lambda: self._server.write(method, path, body, stop, params), stop)


def _encoded(made: Answer) -> bytes:
    """Return JSON; that of halves of characters, which no UTF-8 can write, has them escaped."""
    try:
        return encode(made)
    except UnicodeEncodeError:
        return json.dumps(made).encode()


def _pieces(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Split lines into requests that are not too large."""
    some: list[_Line] = []
    size = 0
    for line in lines:
        if some and size + len(line[2]) > _BATCH_BYTES:
            yield some
            some, size = [], 0
        some.append(line)
        size += len(line[2])
    if some:
        yield some

"""Searches of one index: which question is sent for a query, and the view that its answer makes.

A question is one request, with what it needs to know of the forms of its words asked along. Only where a form turns out
to be another word, as `mal` beside `mali`, or where nothing has the last word as typed, is it asked once more.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from msgspec.structs import replace

from tui.base.days import Clock
from tui.base.progress import Stop
from tui.core.view import PAGE, Query, Row, View
from tui.dossier.article import Article
from tui.errors import EngineError
from tui.locale import _
from tui.search.annotations import AnnotationLookup
from tui.search.language import Node, Parsed, parse, understood
from tui.search.language.fields import STEMMED
from tui.search.language.questions import half_typed
from tui.search.language.tree import And, Everything, Near, Not, Or, Phrase, Regex, State, Word, leaves
from tui.search.language.understanding import also
from tui.search.marks import find_marks
from tui.search.named import asks_names
from tui.search.passage import Mark
from tui.search.regexes import BoundedRegex
from tui.search.slots import MatchKind, Slot, slots_of
from tui.search.snippet import best_passage
from tui.served.answers import Body, Forms, barred_by, forms_by, forms_of_words, main_language_of, troubles
from tui.served.deep_list import DeepList
from tui.served.holdings import Holdings, head_of_article
from tui.served.layout import Layout
from tui.served.server import EngineTrouble, Reader
from tui.served.translation import Asked, Context, asked_forms, ranks
from tui.timeline.tally import Tally

_LOOKED = 2_000
"""Articles whose texts are looked at for what the server cannot ask."""
_KNOWN_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class _Question:
    """A query as it is asked."""

    query: Query
    text: str
    """Its words, or those with a star behind the last one."""
    parsed: Parsed | None
    """None for the empty query."""

    @property
    def tree(self) -> Node:
        """What is asked for."""
        return self.parsed.tree if self.parsed is not None else Everything()

    @property
    def order(self) -> str:
        """What its hits are sorted by."""
        return (self.parsed.order if self.parsed else "") or ("relevance" if ranks(self.tree) else "date")


class Searching:
    """Answers queries from one index."""

    def __init__(self, server: Reader, index: str, layout: Layout) -> None:
        """Take the server, the index or its alias, and how its documents are laid out."""
        self.server = server
        self.index = index
        self.layout = layout
        self.holdings = Holdings()
        self.annotation_lookup: AnnotationLookup | None = None
        self.state: tuple[int, int, int] = (-1, 0, 0)
        """How many articles there are, when the last one was pushed, and the sum of the numbers of their writes.

        A change alters the first or the last; an index made anew may have both again, but not the second.
        """
        self.main_language = ""
        """The language of at least half of the articles whose language was told; else empty."""
        self._lock = threading.RLock()
        self._forms: dict[str, Forms] = {}
        self._whole: dict[Clock, Tally] = {}
        self._list: tuple[Query, DeepList] | None = None
        self._notes: list[str] = []

    def barred(self, slot: Slot) -> frozenset[str]:
        """Return the forms of a word of an earlier question that are other words in this archive."""
        forms = self._forms.get(slot.text)
        return barred_by(slot, forms) if forms else frozenset()

    def marks(self, tree: Node, article: Article) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
        """Return the places of a text, and those of its title, that a query asks for."""
        language = article.language or self.main_language
        return (
            find_marks(tree, article.text, language, "text", self.barred, told=bool(article.language)),
            find_marks(tree, article.title, language, "title", self.barred, told=bool(article.language)),
        )

    def whole(self, clock: Clock, stop: Stop) -> Tally:
        """Return all articles, or all that they name, by day."""
        known = self._whole.get(clock)
        if known is None:
            known = self._tallied(self.layout.everything, clock, stop)
            with self._lock:
                self._whole[clock] = known
        return known

    def _tallied(self, query: Asked, clock: Clock, stop: Stop) -> Tally:
        """Count by day; by month where the days are more than the server counts."""
        for daily in (True, False):
            try:
                body: Body = {"size": 0, "query": query, "aggs": self.layout.tally_by(clock, daily)}
                (found,) = self.server.searches(self.index, [body], stop)
                return self.layout.tally_of(found.get("aggregations", {}), clock, daily)
            except EngineTrouble as problem:
                if not daily or problem.kind != "too_many_buckets_exception":
                    raise
        raise AssertionError

    def look(self, stop: Stop) -> bool:
        """Ask what state the index is in; say whether it is another one than before."""
        (found,) = self.server.searches(self.index, [self.layout.state], stop)
        return self._take_state(found)

    def _take_state(self, found: Body) -> bool:
        at, writes = (int(found["aggregations"][name].get("value") or 0) for name in ("at", "writes"))
        state = int(found["hits"]["total"]["value"]), at, writes
        with self._lock:
            if state == self.state:
                return False
            self.state = state
            self.main_language = main_language_of(found)
            self._forms.clear()
            self._whole.clear()
            self.holdings.forget()
        return True

    def parse(self, text: str, stop: Stop) -> Parsed:
        """Read a query."""
        from tui.core.mention_service import read_words

        return parse(text, self.whole(Clock.PUBLISHED, stop).extent, read_words)

    def tree(self, text: str, stop: Stop) -> Node | None:
        """Return the tree of a query; None of an empty one."""
        return self.parse(text, stop).tree if text.strip() else None

    def explore(self, query: Query, stop: Stop, rows: int) -> View:
        """Answer a query; see `Archive.explore`."""
        if self.state[0] < 0:
            self.look(stop)
        text, half = query.text, half_typed(query.text) if query.unfinished else ""
        if half:
            text = text.rstrip().removesuffix(half).rstrip()
        text = text if text.strip() else ""
        parsed = self.parse(text, stop) if text else None
        if parsed is not None and parsed.fault is not None:
            whole = self.whole(query.clock, stop)
            return View(query, of=self.state[0], whole=whole, fault=parsed.fault)
        view = self._answered(_Question(query, text, parsed), stop, rows)
        if half:
            note = _("{typed} is not looked for yet: it may become an operator").format(typed=half)
            return replace(view, understood=f"{view.understood} · {note}")
        if not view.found.total and not view.total and query.unfinished and text[-1:].isalnum():
            longer = f"{text}*"
            begun = self._answered(_Question(query, longer, self.parse(longer, stop)), stop, rows)
            if begun.found.total or begun.total:
                said = _("{query}: no article has the last word as typed").format(query=begun.understood)
                return replace(begun, understood=said)
        return view

    def _answered(self, question: _Question, stop: Stop, rows: int) -> View:
        """Ask for the hits of a question and make the view of the answer."""
        slots = asked_forms(question.tree) if self.layout.is_ours else set()
        unknown = sorted({slot.text for slot in slots if slot.text not in self._forms})
        answers = self._ask(question, unknown, stop, rows)
        if unknown:
            self._learn(unknown, answers[2])
            if any(self.barred(slot) for slot in slots if slot.text in unknown):
                answers = [*self._ask(question, [], stop, rows), answers[2]]
        if self._take_state(answers[1]) and unknown:
            self._learn(unknown, answers[2])
        return self._view(question, answers[0], stop)

    def _ask(self, question: _Question, unknown: Sequence[str], stop: Stop, rows: int) -> list[Body]:
        """Send a question with what it needs to know: its answer, the state of the index, the forms of its words."""
        self._notes = []
        query, asked = question.query, self.translated(question.tree, stop)
        body: Body = {
            "query": self.layout.ranked(asked) if question.order.endswith("relevance") else asked,
            "sort": self.layout.sorted_by(question.order),
            "size": max(rows, 1),
            "_source": self.layout.source,
            "track_total_hits": True,
            "aggs": self.layout.tally_by(query.clock, daily=True),
        }
        if query.span is not None:
            body["post_filter"] = self.layout.chosen(query.span, query.clock)
        more = [forms_by(unknown)] if unknown else []
        try:
            answers = self.server.searches(self.index, [body, self.layout.state, *more], stop)
        except EngineTrouble as problem:
            if problem.kind != "too_many_buckets_exception":
                raise
            body["aggs"] = self.layout.tally_by(query.clock, daily=False)
            answers = self.server.searches(self.index, [body, self.layout.state, *more], stop)
            answers[0]["by_month"] = True
        hits = answers[0]["hits"]["hits"]
        with self._lock:
            former = self._list
            after = hits[-1]["sort"] if hits else []
            self._list = query, DeepList(self.server, self.index, body, after)
        if former is not None:
            with suppress(EngineError):
                former[1].close()
        return answers

    def translated(self, tree: Node, stop: Stop) -> Asked:
        """Return the query of a tree as the server understands it."""

        def checked(node: Regex | Near | Phrase, among: Asked) -> list[str]:
            return self._looked(node, among, stop)

        added = self.annotation_lookup() if self.annotation_lookup is not None else None
        return self.layout.asked(tree, Context(self.barred, self.main_language, added, self.holdings.ids, checked))

    def _looked(self, node: Regex | Near | Phrase, among: Asked, stop: Stop) -> list[str]:
        """Look at the texts of what a query finds; return the ids of those in which a term stands."""
        body: Body = {"query": among, "size": _LOOKED, "_source": self.layout.source}
        body |= {"track_total_hits": True, "sort": self.layout.sorted_by("date")}
        (answer,) = self.server.searches(self.index, [body], stop)
        seeker = BoundedRegex(node.pattern, stop) if isinstance(node, Regex) else None
        found = []
        for hit in answer["hits"]["hits"]:
            article = self.layout.article(hit)
            if isinstance(node, Regex):
                assert seeker is not None
                lines = [article.title] * (node.field != "text")
                lines += article.text.split("\n") if node.field != "title" else []
                matches = any(map(seeker.holds, lines))
            else:
                matches = any(self.marks(node, article))
            if matches:
                found.append(article.id)
        total = int(answer["hits"]["total"]["value"])
        if total > _LOOKED:
            said = _("looked at {looked:,} of {total:,} articles that may match: add words to narrow it")
            self._notes.append(said.format(looked=_LOOKED, total=total))
        return found

    def _learn(self, words: Iterable[str], answer: Body) -> None:
        with self._lock:
            if len(self._forms) > _KNOWN_WORDS:
                self._forms.clear()
            self._forms.update(forms_of_words(words, answer))

    def _view(self, question: _Question, answer: Body, stop: Stop) -> View:
        query, parsed, hits = question.query, question.parsed, answer["hits"]["hits"]
        numbers = array("q", [self._held(hit) for hit in hits])
        scores = array("d", [_score(hit, question.order) for hit in hits])
        listing = self.holdings.groups().listing(numbers, scores, query.opened, query.folded)
        view = View(
            query=query,
            total=int(answer["hits"]["total"]["value"]),
            of=self.state[0],
            hits=numbers,
            scores=scores,
            listing=listing,
            found=self.layout.tally_of(answer.get("aggregations", {}), query.clock, "by_month" not in answer),
            whole=self.whole(query.clock, stop),
            answered=question.text,
            parsed=parsed,
            understood=self._understood(parsed, (*self.layout.notes, *troubles(answer), *self._notes)),
            order=question.order.removeprefix("-"),
            lack=parsed.lack if parsed else None,
            untaken=parsed.untaken if parsed else (),
        )
        return replace(view, rows=self.rows(view, 0, PAGE, stop))

    def _held(self, hit: Body) -> int:
        """Hold the article of a hit; return its number."""
        number = self.holdings.keep(self.layout.article(hit))
        original = hit.get("_source", {}).get("copy_of")
        if self.layout.is_ours and original:
            self.holdings.note_copy(number, str(original))
        return number

    def _understood(self, parsed: Parsed | None, notes: Iterable[str]) -> str:
        said = forms = ""
        untaken: tuple[str, ...] = ()
        if parsed is not None:
            said, untaken = understood(parsed.tree, parsed.order), (*parsed.untaken, *not_done(parsed))
            said = said or (_("everything") if untaken else "")
            forms = also(self._other_forms(parsed.tree))
        return " · ".join(part for part in (said, forms, *untaken, *notes) if part)

    def _other_forms(self, tree: Node) -> list[tuple[str, int]]:
        """Return the other forms that the words of a query match, each with the number of its articles, most first."""
        rows = [slots_of(leaf) for leaf in leaves(tree) if isinstance(leaf, Word) and leaf.field in STEMMED]
        typed = {slot.text for row in rows for slot in row}
        found: dict[str, int] = {}
        for row in rows:
            if len(row) == 1 and row[0].kind is MatchKind.FORM:
                barred = self.barred(row[0])
                known = self._forms.get(row[0].text, {})
                found.update({form: each.holders for form, each in known.items() if form not in barred})
        counted = [(form, count) for form, count in found.items() if count and form not in typed]
        return sorted(counted, key=lambda each: (-each[1], each[0]))

    def deeper(self, view: View, stop: Stop) -> View:
        """Return a view with some more hits; the view itself if it is not the one that was asked for last."""
        with self._lock:
            query, further = self._list if self._list is not None else (None, None)
        if further is None or query != view.query or not view.hits or len(view.hits) >= view.total:
            return view
        seen = set(view.hits)
        fresh = [hit for hit in further.page(stop) if self.holdings.number(str(hit["_id"])) not in seen]
        numbers = array("q", [self.holdings.number(str(hit["_id"])) for hit in fresh])
        for number, hit in zip(numbers, fresh, strict=True):
            if hit.get("fields", {}).get("copy_of"):
                self.holdings.note_copy(number, str(hit["fields"]["copy_of"][0]))
        hits = view.hits + numbers
        scores = view.scores + array("d", [_score(hit, view.order) for hit in fresh])
        listing = self.holdings.groups().listing(hits, scores, query.opened, query.folded)
        return replace(view, hits=hits, scores=scores, listing=listing)

    def leave(self) -> None:
        """Close the point in time."""
        if self._list is not None:
            self._list[1].close()

    def fetch(self, numbers: Iterable[int], stop: Stop) -> None:
        """Hold the articles with these numbers, where they are still there."""
        missing = [number for number in numbers if self.holdings.article(number) is None]
        if missing:
            ids = self.holdings.ids(missing)
            body: Body = {"query": {"ids": {"values": ids}}, "size": len(ids), "_source": self.layout.source}
            for hit in self.server.searches(self.index, [body], stop)[0]["hits"]["hits"]:
                self._held(hit)

    def rows(self, view: View, first: int, last: int, stop: Stop) -> tuple[Row, ...]:
        """Return the rows of a view from `first` up to but not including `last`."""
        numbers = view.listed[first:last]
        scores = (view.scores if view.listing is None else view.listing.scores)[first:last]
        self.fetch(numbers, stop)
        made = (self._row(view, number, score) for number, score in zip(numbers, scores, strict=True))
        return tuple(row for row in made if row is not None)

    def _row(self, view: View, number: int, score: float) -> Row | None:
        article = self.holdings.article(number)
        if article is None:
            return None
        head = head_of_article(number, article)
        if view.tree is None:
            return Row.of(head, score).within(view.listing)
        marks, in_title = self.marks(view.tree, article)
        return Row.of(head, score, best_passage(article.text, marks), in_title, len(marks)).within(view.listing)


def not_done(parsed: Parsed) -> Iterator[str]:
    """Yield a sentence on each part of a query that an archive on a server cannot answer."""
    if asks_names(parsed.tree):
        yield _("name: finds nothing, for an archive on a server has no names")
    if parsed.widening:
        yield _("widen: is left out, for an archive on a server is not widened")
    if _asks_state(parsed.tree, "new"):
        yield _("is:new finds nothing, for nobody keeps what a server had at the last visit")


def _asks_state(tree: Node, name: str) -> bool:
    match tree:
        case And() | Or():
            return any(_asks_state(part, name) for part in tree.parts)
        case Not():
            return _asks_state(tree.part, name)
        case _:
            return tree == State(name)


def _score(hit: Body, order: str) -> float:
    return float(hit["sort"][0]) if order.endswith("relevance") else 0.0

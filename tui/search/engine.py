"""The engine: finds and ranks all articles that match a syntax tree.

It returns all hits, never a page of them: list, total and timeline come from the same evaluation. It reads posting
lists as whole arrays; for large dossiers numpy does the arithmetic, for small ones it is never loaded.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.base.progress import never
from tui.importing.limits import WIDE
from tui.search.annotations import AnnotationLookup
from tui.search.language.fields import STEMMED
from tui.search.language.tree import (
    Leaf,
    Node,
    Word,
    any_of,
    leaves,
)
from tui.search.lookups import Lookups, MentionLookup, NameLookup, TextLookup, ValueLookup
from tui.search.sets import HitSets
from tui.search.slots import MatchKind, Slot, slots_of
from tui.search.snapshot import Snapshot
from tui.search.walk import Key, Walk

if TYPE_CHECKING:
    from tui.search.index import Index

_CACHED_HITS = 2_000_000
"""How many hits of single terms are cached for the next query; each takes twelve bytes in arrays."""


_Sets = HitSets[Any, Any, Any]
"""The sets of either kind."""


class _Kept(NamedTuple):
    """The cached hits of a term."""

    hits: Any
    """As the sets pack them."""
    size: int
    """How many there are."""
    cut: tuple[Slot, ...]
    """The slots that were cut short, which every answer must mention."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All articles that match a query."""

    numbers: array[int] = field(default_factory=lambda: array("q"))
    """Their numbers in the catalogue; if ranked, the best first and ties by number."""
    scores: array[float] = field(default_factory=lambda: array("d"))
    """The BM25F score of each, parallel to `numbers`; 0 if the query does not rank."""
    notes: tuple[str, ...] = ()
    """What the reader must know: that a pattern was cut short, or that time ran out."""


class Engine:
    """Answers queries from one index."""

    def __init__(
        self,
        index: Index,
        texts: TextLookup | None = None,
        wide: bool | None = None,
        mention_lookup: MentionLookup | None = None,
        value_lookup: ValueLookup | None = None,
        *,
        annotation_lookup: AnnotationLookup | None = None,
        name_lookup: NameLookup | None = None,
    ) -> None:
        self._index = index
        self._lookups = Lookups(texts, mention_lookup, value_lookup, annotation_lookup, name_lookup)
        self._wide = wide
        self._sets: _Sets | None = None
        self._snapshot: Snapshot | None = None
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._taken = 0
        """The size of all that is kept."""
        self._barred: dict[Slot, frozenset[str]] = {}
        self.main_language = ""
        """The language of most articles; of those whose own cannot be told, the words are taken for its words."""

    def evaluate(self, tree: Node, stop: Callable[[], bool] | None = None, ranked: bool = True) -> Evaluation:
        """Return all articles that match a tree, best first if `ranked`, else in no order.

        Raises `Cancelled` soon after `stop` returns true, `EngineError` if the index is damaged.
        """
        with self._current() as snapshot:
            assert self._sets is not None
            walk = Walk(tree, self._sets, snapshot, self._lookups, stop or never, self._remembered)
            hits = walk.hits(tree)
            asked = {slot for leaf in leaves(tree) for slot in slots_of(leaf) if slot.kind is MatchKind.FORM}
            self._barred.update({slot: snapshot.barred(slot) for slot in asked})
            numbers, scores = self._sets.listed(hits, ranked)
        return Evaluation(numbers, scores, walk.notes())

    def feedback(self, tree: Node, stop: Callable[[], bool] | None = None) -> dict[str, float]:
        """Return the words of a query's best hits by which it can be widened, with their weights; see `feedback`."""
        from tui.search.feedback import BEST, Best, feedback

        if self._lookups.texts is None:
            return {}
        found = self.evaluate(tree, stop)
        scores = dict(zip(found.numbers[:BEST], found.scores[:BEST], strict=True))
        best = [Best(scores[number], f"{title}\n{text}") for number, title, text in self._lookups.texts(list(scores))]
        with self._current() as snapshot:
            return feedback(tree, best, snapshot.rarity, snapshot.living, self.main_language)

    def widened(self, tree: Node, added: Iterable[str], stop: Callable[[], bool] | None = None) -> Evaluation:
        """Return the articles that match a tree or hold much of the words that were added to it, best first.

        The words weigh as in the best hits of the tree; one that is in none of them weighs as the lightest one does.
        Raises as `evaluate` does.
        """
        from tui.search.feedback import widened

        weights = self.feedback(tree, stop)
        least = min(weights.values(), default=1.0)
        shares = {word: weights.get(word, least) for word in dict.fromkeys(added)}
        with self._current() as snapshot:
            assert self._sets is not None
            whole = any_of([tree, *map(Word, shares)])
            walk = Walk(whole, self._sets, snapshot, self._lookups, stop or never, self._remembered)
            numbers, scores = self._sets.listed(widened(tree, shares, walk, self._sets), True)
        return Evaluation(numbers, scores, walk.notes())

    def barred(self, slot: Slot) -> frozenset[str]:
        """Return the forms of a word of an earlier query that are other words in this dossier; reads no file."""
        return self._barred.get(slot, frozenset())

    def respelled(self, tree: Node, stop: Callable[[], bool] | None = None) -> list[tuple[str, str]]:
        """Return pairs of a reason and a query with other spellings; see `suggestions.respelled`."""
        from tui.search.suggestions import respelled

        with self._current() as snapshot:
            return respelled(tree, snapshot, stop or never)

    def rarity(self, word: str) -> int:
        """Count the articles whose text holds a folded word in this very form."""
        with self._current() as snapshot:
            return snapshot.rarity(word)

    def common(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of some folded words that the dossier writes mostly without a capital."""
        with self._current() as snapshot:
            return frozenset(filter(snapshot.is_common, words))

    def frequent(self, beginning: str) -> str:
        """Return the most frequent word of the texts that starts with `beginning`, or an empty string."""
        with self._current() as snapshot:
            return snapshot.frequent(beginning)

    def stands_for(self, leaf: Leaf) -> list[str]:
        """Return the words of the texts that a beginning or a pattern matches, the most frequent first.

        Empty for words, terms of several words, and terms that match too many words.
        """
        slots = slots_of(leaf) if leaf.field in STEMMED else ()
        if len(slots) != 1 or slots[0].kind in {MatchKind.FORM, MatchKind.EXACT, MatchKind.RANGE}:
            return []
        with self._current() as snapshot:
            found = snapshot.stands_for(slots[0], leaf.field or "text")
        return [word for word in found if word != slots[0].text]

    def other_forms(self, tree: Node) -> list[tuple[str, int]]:
        """Return the other forms that the words of a query match, each with the number of its articles, most first."""
        asked = [leaf for leaf in leaves(tree) if isinstance(leaf, Word) and leaf.field in STEMMED]
        slots = {(slots_of(leaf), leaf.field or "text") for leaf in asked}
        found: dict[str, int] = {}
        with self._current() as snapshot:
            for row, name in slots:
                if len(row) == 1 and row[0].kind is MatchKind.FORM:
                    found.update((word, count) for word, count in snapshot.counts(row[0], name) if word != row[0].text)
        typed = {slot.text for row, _ in slots for slot in row}
        return sorted(
            ((word, found[word]) for word in found if word not in typed), key=lambda each: (-each[1], each[0])
        )

    def related(self, title: str, text: str) -> str:
        """Return a query for any of the distinctive words of an article; empty if it has none."""
        from tui.search.language.printing import unparse
        from tui.search.suggestions import distinctive_words

        with self._current() as snapshot:
            found = distinctive_words(title, text, snapshot.rarity, snapshot.is_name, snapshot.living)
        return unparse(any_of([Word(word) for word in found])) if found else ""

    def _remembered(self, term: Key, cut: list[Slot], find: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return the hits of a term, from the cache of earlier queries if they are there.

        `find` looks for them and adds the slots that it cut short to `cut`; so do cached hits.
        """
        assert self._sets is not None
        kept = self._kept.get(term)
        if kept is not None:
            self._kept.move_to_end(term)
            cut.extend(kept.cut)
            return self._sets.unpacked(kept.hits)
        before = len(cut)
        hits = find()
        packed, size = self._sets.packed(hits)
        self._kept[term] = _Kept(packed, size, tuple(dict.fromkeys(cut[before:])))
        self._taken += size
        while self._taken > _CACHED_HITS:
            self._taken -= self._kept.popitem(last=False)[1].size
        return hits

    @contextmanager
    def _current(self) -> Iterator[Snapshot]:
        """Give the snapshot of the newest generation; a damaged index raises `EngineError` in the block."""
        with self._index.translated():
            if self._snapshot is None or self._snapshot.generation != self._index.generation:
                self._snapshot = Snapshot(self._index)
                self._kept.clear()
                self._taken = 0
                self._barred.clear()
                self.main_language = self._snapshot.main_language
                wide = self._snapshot.count >= WIDE if self._wide is None else self._wide
                self._sets = _sets_of(self._snapshot, wide)
            yield self._snapshot


def _sets_of(snapshot: Snapshot, wide: bool) -> _Sets:
    """Return the sets that suit the size of a snapshot; without numpy those of dictionaries."""
    if wide and find_spec("numpy"):
        from tui.search.numpy_sets import NumpySets

        return NumpySets(snapshot)
    from tui.search.dict_sets import DictSets

    return DictSets(snapshot)

"""The engine: finds and ranks all articles that match a syntax tree.

It returns all hits, never a page of them: list, total and timeline come from the same evaluation. It reads posting
lists as whole arrays; for large dossiers numpy does the arithmetic, for small ones it is never loaded.
"""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from tui.base.days import Span
from tui.base.plurals import counted
from tui.base.progress import never
from tui.errors import Cancelled
from tui.importing.limits import WIDE
from tui.search import proximity
from tui.search.annotations import AnnotationLookup
from tui.search.language.fields import ANNOTATED, FACETS, INDEXED, STATES, STEMMED, TEXT_FIELDS
from tui.search.language.tree import (
    ANYWHERE,
    And,
    Everything,
    Fuzzy,
    Leaf,
    Mentioned,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
    any_of,
    leaves,
)
from tui.search.lookups import Lookups, MentionLookup, TextLookup, ValueLookup
from tui.search.ranking import TITLE_WEIGHT
from tui.search.regexes import BoundedRegex
from tui.search.sets import Frequencies, Hits, HitSets, Positions
from tui.search.slots import MatchKind, Slot, is_common, rows_of, slots_of
from tui.search.snapshot import Snapshot

if TYPE_CHECKING:
    from tui.search.index import Index

_WHOLE = frozenset(field.name for field in FACETS if field.values is not None)
"""The fields in which `=` asks for a whole value."""

_INDEXED = frozenset((ANYWHERE, *(field.name for field in INDEXED)))

_CACHED_HITS = 2_000_000
"""How many hits of single terms are cached for the next query; each takes twelve bytes in arrays."""

_REGEX_SECONDS = 2.0
"""How long a regular expression may take."""


_Sets = HitSets[Any, Any, Any]
"""The sets of either kind."""

_Key = tuple[Leaf | Near, bool]
"""A term, and whether it ranks."""


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
    ) -> None:
        self._index = index
        self._lookups = Lookups(texts, mention_lookup, value_lookup, annotation_lookup)
        self._wide = wide
        self._sets: _Sets | None = None
        self._snapshot: Snapshot | None = None
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._taken = 0
        """The size of all that is kept."""
        self._barred: dict[str, frozenset[str]] = {}

    def evaluate(self, tree: Node, stop: Callable[[], bool] | None = None, ranked: bool = True) -> Evaluation:
        """Return all articles that match a tree, best first if `ranked`, else in no order.

        Raises `Cancelled` soon after `stop` returns true, `EngineError` if the index is damaged.
        """
        with self._current() as snapshot:
            assert self._sets is not None
            walk = _Walk(tree, self._sets, snapshot, self._lookups, stop or never, self._remembered)
            hits = walk.hits(tree)
            asked = {slot.text for leaf in leaves(tree) for slot in slots_of(leaf) if slot.kind is MatchKind.FORM}
            self._barred.update({word: snapshot.barred(word) for word in asked})
            numbers, scores = self._sets.listed(hits, ranked)
        return Evaluation(numbers, scores, walk.notes())

    def barred(self, word: str) -> frozenset[str]:
        """Return the forms of a word of an earlier query that are other words in this dossier; reads no file."""
        return self._barred.get(word, frozenset())

    def respelled(self, tree: Node, stop: Callable[[], bool] | None = None) -> list[tuple[str, str]]:
        """Return pairs of a reason and a query with other spellings; see `suggestions.respelled`."""
        from tui.search.suggestions import respelled

        with self._current() as snapshot:
            return respelled(tree, snapshot, stop or never)

    def rarity(self, word: str) -> int:
        """Count the articles whose text holds a folded word in this very form."""
        with self._current() as snapshot:
            return snapshot.rarity(word)

    def frequent(self, beginning: str) -> str:
        """Return the most frequent word of the texts that starts with `beginning`, or an empty string."""
        with self._current() as snapshot:
            return snapshot.frequent(beginning)

    def stands_for(self, leaf: Leaf) -> list[str]:
        """Return the other words of the texts that a term matches, the most frequent first.

        Empty for common words, terms of several words, and terms that match too many words.
        """
        slots = slots_of(leaf) if leaf.field in STEMMED else ()
        if len(slots) != 1 or is_common(leaf):
            return []
        with self._current() as snapshot:
            found = snapshot.stands_for(slots[0], leaf.field or "text")
        return [word for word in found if word != slots[0].text]

    def related(self, title: str, text: str) -> str:
        """Return a query for any of the distinctive words of an article; empty if it has none."""
        from tui.search.language.printing import unparse
        from tui.search.suggestions import distinctive_words

        with self._current() as snapshot:
            found = distinctive_words(title, text, snapshot)
        return unparse(any_of([Word(word) for word in found])) if found else ""

    def _remembered(self, term: _Key, cut: list[Slot], find: Callable[[], Any]) -> Any:  # noqa: ANN401
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
        from tui.search.index import translated

        with translated():
            if self._snapshot is None or self._snapshot.generation != self._index.generation:
                self._snapshot = Snapshot(self._index)
                self._kept.clear()
                self._taken = 0
                self._barred.clear()
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


class _Walk(Generic[Frequencies, Positions, Hits]):
    """One evaluation of one tree."""

    def __init__(  # noqa: PLR0917
        self,
        tree: Node,
        sets: HitSets[Frequencies, Positions, Hits],
        snapshot: Snapshot,
        lookups: Lookups,
        stop: Callable[[], bool],
        remembered: Callable[[_Key, list[Slot], Callable[[], Hits]], Hits],
    ) -> None:
        self.remembered = remembered
        self.sets = sets
        self.snapshot = snapshot
        self.texts, self.mention_lookup, self.value_lookup, annotation_lookup = lookups
        self.annotations = annotation_lookup() if annotation_lookup is not None else None
        self.stop = stop
        self.quiet = any(not is_common(leaf) for leaf in leaves(tree) if leaf.field in STEMMED)
        """Whether common words do not rank because other words do."""
        self.cut: list[Slot] = []
        self.late: list[str] = []

    def notes(self) -> tuple[str, ...]:
        """Return what the reader must know."""
        cut = dict.fromkeys(slot.text for slot in self.cut)
        late = dict.fromkeys(self.late)
        return (*(f"only the most frequent words that match {text} were searched" for text in cut), *late)

    def hits(self, node: Node) -> Hits:
        """Return the articles that match a node."""
        if self.stop():
            raise Cancelled
        sets = self.sets
        match node:
            case And():
                found = self._all(node.parts)
            case Or():
                found = sets.either([self.hits(part) for part in node.parts])
            case Not():
                found = sets.without(sets.everything(), self.hits(node.part))
            case Published():
                low = node.first.toordinal() if node.first else 1
                found = sets.published(low, node.last.toordinal() if node.last else 1 << 30)
            case Mentioned():
                found = self._mentioned(node)
            case State():
                found = self._annotated(node) if STATES[node.name].annotated else sets.state(node.name)
            case Everything():
                found = sets.everything()
            case Nothing():
                found = sets.either([])
            case Regex():
                found = self._regex(node, sets.everything())
            case _:
                found = self._in_field(node)
        return found

    def _in_field(self, node: Leaf | Near) -> Hits:
        """Return the articles that match a term or a NEAR: in the index, in what the reader added, or in either."""
        name, ranks = _field_of(node), not (self.quiet and is_common(node))
        parts = [self._annotated(node)] if name in ANNOTATED else []
        if name in _INDEXED:
            parts.append(self.remembered((node, ranks), self.cut, lambda: self._term(node, ranks)))
        return self.sets.either(parts) if len(parts) > 1 else parts[0]

    def _all(self, parts: Sequence[Node]) -> Hits:
        """Return the articles that match all parts; regular expressions come last and read only what is left."""
        plain = [part for part in parts if not isinstance(part, (Not, Regex))]
        hits = self.sets.both([self.hits(part) for part in plain]) if plain else self.sets.everything()
        for part in parts:
            if isinstance(part, Not):
                hits = self.sets.without(hits, self.hits(part.part))
        for part in parts:
            if isinstance(part, Regex):
                hits = self._regex(part, hits)
        return hits

    def _mentioned(self, node: Mentioned) -> Hits:
        """Return the articles that mention a day of a range."""
        if self.mention_lookup is None:
            self.late.append("mentioned dates cannot be asked here")
            return self.sets.either([])
        numbers = self.mention_lookup(Span(node.first or date.min, node.last or date.max))
        return self.sets.kept(self.sets.everything(), numbers)

    def _annotated(self, node: State | Leaf | Near) -> Hits:
        """Return the articles in a state that the reader sets, or with a note or an own tag that a term asks for."""
        if self.annotations is None:
            if isinstance(node, State) or _field_of(node) not in _INDEXED:
                self.late.append("notes and what else the reader adds cannot be asked here")
            return self.sets.either([])
        if isinstance(node, State):
            return self.sets.kept(self.sets.everything(), self.annotations.in_state(node.name))
        return self.sets.kept(self.sets.everything(), self.annotations.holding(_field_of(node), node))

    def _term(self, node: Leaf | Near, ranks: bool) -> Hits:
        """Return the articles that match a term or a NEAR, with their scores."""
        name = _field_of(node)
        names = TEXT_FIELDS if name == ANYWHERE else (name,)
        rows = [self._row(node, each, TITLE_WEIGHT if each == "title" else 1.0) for each in names]
        if isinstance(node, (Word, Phrase)) and node.exact and name in _WHOLE and self.value_lookup is not None:
            return self.sets.kept(self.sets.unscored(rows), self.value_lookup(name, node.text))
        return self.sets.scored(rows) if ranks and name in STEMMED else self.sets.unscored(rows)

    def _row(self, node: Leaf | Near, name: str, weight: float) -> Frequencies:
        """Return how often a term stands in a field of each article."""
        slots = slots_of(node) if not isinstance(node, Near) else ()
        if len(slots) == 1:
            return self.sets.row(self.snapshot.pieces(slots[0], name, self.cut), weight)
        if isinstance(node, Near):
            parts = [list(self._begun(part, name)) for part in node.parts]
            return self.sets.counted(self.sets.near(parts, node.distance, node.ordered), weight)
        if isinstance(node, Phrase) and node.slop and slots:
            rows = self.sets.narrowed([self._places(slot, name) for slot in slots])
            return self.sets.counted(proximity.within(rows, len(rows) + node.slop)[0], weight)
        begins = [self._begins(row, name) for row in rows_of(node)]
        return self.sets.counted(begins[0] if len(begins) == 1 else self.sets.joined_places(begins), weight)

    def _begins(self, slots: Sequence[Slot], name: str) -> Positions:
        """Return where the words of the slots follow one another."""
        if not slots:
            return self.sets.joined_places([])
        places = [self._places(slot, name) for slot in slots]
        return places[0] if len(places) == 1 else self.sets.in_order(places)

    def _places(self, slot: Slot, name: str) -> Positions:
        if self.stop():
            raise Cancelled
        return self.sets.places(self.snapshot.pieces(slot, name, self.cut))

    def _begun(self, node: Node, name: str) -> Iterator[tuple[Positions, int]]:
        """Yield where each term of a part of NEAR begins, and how many words it spans."""
        if isinstance(node, Or):
            for part in node.parts:
                yield from self._begun(part, name)
        elif isinstance(node, (Word, Phrase, Prefix, Wildcard, Fuzzy)):
            yield from ((self._begins(slots, name), len(slots)) for slots in rows_of(node))

    def _regex(self, node: Regex, hits: Hits) -> Hits:
        """Return those of `hits` whose title or text matches a regular expression."""
        if self.texts is None:
            self.late.append("regular expressions cannot be asked here")
            return self.sets.either([])
        end = time.monotonic() + _REGEX_SECONDS
        numbers = sorted(self.sets.numbers(hits))
        found: set[int] = set()

        def over() -> bool:
            return time.monotonic() > end or self.stop()

        looked, seeker = 0, BoundedRegex(node.pattern, over)
        for number, title, text in self.texts(numbers):
            lines = ([title] if node.field != "text" else []) + (text.split("\n") if node.field != "title" else [])
            if any(map(seeker.holds, lines)):
                found.add(number)
            if over():
                break
            looked += 1
        else:
            looked = len(numbers)  # articles that are gone by now count as searched
        if self.stop():
            raise Cancelled
        if looked < len(numbers):
            self.late.append(
                f"/{node.pattern}/ was searched in {looked:,} of {len(numbers):,} articles: add words to narrow it"
            )
        if seeker.partly:
            partly, within = counted(seeker.partly, "paragraph"), counted(seeker.overlap, "character")
            self.late.append(f"in {partly} /{node.pattern}/ was only searched within {within}")
        return self.sets.kept(hits, found)


def _field_of(node: Node) -> str:
    while isinstance(node, (Near, Or)):
        node = node.parts[0]
    return node.field if isinstance(node, Leaf) else ANYWHERE

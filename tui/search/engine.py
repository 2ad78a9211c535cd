"""The engine: finds all articles that answer a syntax tree, and ranks them.

It gives all hits, never a page of them: list, total and timeline are made of the same evaluation. It reads posting
lists as whole arrays; on large dossiers numpy does the arithmetic, on small ones it is never loaded.
"""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.base.days import Span
from tui.base.plurals import counted
from tui.errors import Cancelled
from tui.importing.limits import WIDE
from tui.search import proximity as closeness
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
from tui.search.ranking import COMMON, TITLE_WEIGHT
from tui.search.regex_timeout import Seeker
from tui.search.slots import STEMMED, Asked, Slot, slots_of
from tui.search.snapshot import Collection

if TYPE_CHECKING:
    from tui.search.index import Index

Texts = Callable[[Sequence[int]], Iterable[tuple[int, str, str]]]
"""Gives number, title and text of articles; needed for regular expressions alone."""

Mentioning = Callable[[Span], AbstractSet[int]]
"""Gives the numbers of the articles that name a day of a span; needed for mentioned dates alone."""

Valued = Callable[[str, str], AbstractSet[int]]
"""Gives the numbers of the articles whose field has exactly a value; needed for whole values alone."""

_NAMES = ("source", "author", "tag", "lang")
"""The fields in which `=` asks for a whole value."""

_ROOM = 2_000_000
"""How many hits of single terms are kept for the next query: twelve bytes each where arrays are used."""

_PATIENCE = 2.0
"""Seconds that a regular expression may take."""


_Key = tuple[Leaf | Near, bool]
"""A term, and whether it ranks."""


class _Kept(NamedTuple):
    """The hits of a term, for the next query that holds it."""

    hits: Any
    """As the sets pack them."""
    size: int
    """How many they are."""
    cut: tuple[Slot, ...]
    """What of the term was cut short: it is to be told every time."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All articles that answer a query."""

    numbers: array[int] = field(default_factory=lambda: array("q"))
    """Their numbers in the catalogue: the best first, equals by their number, where they were to be ranked."""
    scores: array[float] = field(default_factory=lambda: array("d"))
    """BM25F of each, parallel to `numbers`; 0 where the query does not rank."""
    notes: tuple[str, ...] = ()
    """What the reader must be told: that a pattern was cut short, or that time ran out."""


class Engine:
    """Answers queries from one index."""

    def __init__(
        self,
        index: Index,
        texts: Texts | None = None,
        wide: bool | None = None,
        mentioning: Mentioning | None = None,
        valued: Valued | None = None,
    ) -> None:
        self._index = index
        self._outside = _Outside(texts, mentioning, valued)
        self._wide = wide
        self._sets: Any = None
        self._collection: Collection | None = None
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._taken = 0
        """The size of all that is kept."""
        self._barred: dict[str, frozenset[str]] = {}

    def evaluate(self, tree: Node, stop: Callable[[], bool] | None = None, ranked: bool = True) -> Evaluation:
        """Return all articles that answer a tree; unless they are to be `ranked`, in no order.

        Raises `Cancelled` soon after `stop` answers True, `EngineError` where the index is damaged.
        """
        from tui.search.index import translated

        with translated():
            self._prepare()
            assert self._collection is not None
            walk = _Walk(tree, self._sets, self._collection, self._outside, stop or _never, self._remembered)
            hits = walk.hits(tree)
            asked = {slot.text for leaf in leaves(tree) for slot in slots_of(leaf) if slot.asked is Asked.FORM}
            self._barred.update({word: self._collection.barred(word) for word in asked})
            numbers, scores = self._sets.listed(hits, ranked)
        return Evaluation(numbers, scores, walk.notes())

    def barred(self, word: str) -> frozenset[str]:
        """Return the forms of a word of an earlier query that are other words in this dossier; reads no file."""
        return self._barred.get(word, frozenset())

    def respelled(self, tree: Node, stop: Callable[[], bool] | None = None) -> list[tuple[str, str]]:
        """Return pairs of a reason and a query that spells words as the dossier does; see `suggestions.respelled`."""
        from tui.search.index import translated
        from tui.search.suggestions import respelled

        with translated():
            self._prepare()
            assert self._collection is not None
            return respelled(tree, self._collection, stop or _never)

    def rarity(self, word: str) -> int:
        """Return how many articles have a folded word in this very form in their text."""
        from tui.search.index import translated

        with translated():
            self._prepare()
            assert self._collection is not None
            return self._collection.rarity(word)

    def frequent(self, beginning: str) -> str:
        """Return the word of the texts that most articles hold of those with a beginning, or an empty text."""
        from tui.search.index import translated

        with translated():
            self._prepare()
            assert self._collection is not None
            return self._collection.frequent(beginning)

    def stands_for(self, leaf: Leaf) -> list[str]:
        """Return the words of the texts that a term stands for beside itself, the most frequent first.

        Words that say nothing, terms of several words and those of too many have none.
        """
        from tui.search.index import translated

        slots = slots_of(leaf) if leaf.field in STEMMED else ()
        if len(slots) != 1 or _is_common(leaf):
            return []
        with translated():
            self._prepare()
            assert self._collection is not None
            found = self._collection.stands_for(slots[0], leaf.field or "text")
        return [word for word in found if word != slots[0].text]

    def related(self, title: str, text: str) -> str:
        """Return the query that finds what is related to an article: any of its telling words; empty without any."""
        from tui.search.index import translated
        from tui.search.language.printing import unparse
        from tui.search.more_like_this import telling_words

        with translated():
            self._prepare()
            assert self._collection is not None
            found = telling_words(title, text, self._collection)
        return unparse(any_of([Word(word) for word in found])) if found else ""

    def _remembered(self, term: _Key, cut: list[Slot], find: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return the hits of a term, kept from an earlier query where there is room for them.

        `find` looks for them and adds the slots that it cut short to `cut`, where kept ones add theirs.
        """
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
        while self._taken > _ROOM:
            self._taken -= self._kept.popitem(last=False)[1].size
        return hits

    def _prepare(self) -> None:
        """Read the columns again where the index has another generation."""
        if self._collection is not None and self._collection.generation == self._index.generation:
            return
        self._collection = Collection(self._index)
        self._kept.clear()
        self._taken = 0
        self._barred.clear()
        wide = self._collection.count >= WIDE if self._wide is None else self._wide
        self._sets = _sets_of(self._collection, wide)


def _sets_of(collection: Collection, wide: bool) -> Any:  # noqa: ANN401
    """Return the arithmetic that suits a collection; without numpy all of it is plain."""
    if wide and find_spec("numpy"):
        from tui.search.numpy_sets import WideSets

        return WideSets(collection)
    from tui.search.dict_sets import PlainSets

    return PlainSets(collection)


def _never() -> bool:
    return False


class _Outside(NamedTuple):
    """What is known outside the index."""

    texts: Texts | None
    mentioning: Mentioning | None
    valued: Valued | None


class _Walk:
    """One evaluation of one tree."""

    def __init__(  # noqa: PLR0917
        self,
        tree: Node,
        sets: Any,  # noqa: ANN401
        collection: Collection,
        outside: _Outside,
        stop: Callable[[], bool],
        remembered: Callable[[_Key, list[Slot], Callable[[], Any]], Any],
    ) -> None:
        self.remembered = remembered
        self.sets = sets
        self.collection = collection
        self.texts, self.mentioning, self.valued = outside
        self.stop = stop
        self.quiet = any(not _is_common(leaf) for leaf in leaves(tree) if leaf.field in STEMMED)
        """Whether common words do not rank, because others do."""
        self.cut: list[Slot] = []
        self.late: list[str] = []

    def notes(self) -> tuple[str, ...]:
        """Return what the reader must be told."""
        cut = dict.fromkeys(slot.text for slot in self.cut)
        return (*(f"only the most frequent words of {text} were looked for" for text in cut), *self.late)

    def hits(self, node: Node) -> Any:  # noqa: ANN401
        """Return the articles that answer a node."""
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
                found = sets.state(node.name)
            case Everything():
                found = sets.everything()
            case Nothing():
                found = sets.either([])
            case Regex():
                found = self._regex(node, sets.everything())
            case _:
                ranks = not (self.quiet and _is_common(node))
                found = self.remembered((node, ranks), self.cut, lambda: self._term(node, ranks))
        return found

    def _all(self, parts: Sequence[Node]) -> Any:  # noqa: ANN401
        """Return the articles that answer all parts; regular expressions read what the others have left."""
        plain = [part for part in parts if not isinstance(part, (Not, Regex))]
        hits = self.sets.both([self.hits(part) for part in plain]) if plain else self.sets.everything()
        for part in parts:
            if isinstance(part, Not):
                hits = self.sets.without(hits, self.hits(part.part))
        for part in parts:
            if isinstance(part, Regex):
                hits = self._regex(part, hits)
        return hits

    def _mentioned(self, node: Mentioned) -> Any:  # noqa: ANN401
        """Return the articles that name a day of a range."""
        if self.mentioning is None:
            self.late.append("mentioned dates cannot be asked here")
            return self.sets.either([])
        numbers = self.mentioning(Span(node.first or date.min, node.last or date.max))
        return self.sets.kept(self.sets.everything(), numbers)

    def _term(self, node: Leaf | Near, ranks: bool) -> Any:  # noqa: ANN401
        """Return the articles of a term or of words that are near to one another, with their scores."""
        name = _field_of(node)
        names = ("title", "text") if name == ANYWHERE else (name,)
        rows = [self._row(node, each, TITLE_WEIGHT if each == "title" else 1.0) for each in names]
        if isinstance(node, (Word, Phrase)) and node.exact and name in _NAMES and self.valued is not None:
            return self.sets.kept(self.sets.unscored(rows), self.valued(name, node.text))
        return self.sets.scored(rows) if ranks and name in STEMMED else self.sets.unscored(rows)

    def _row(self, node: Leaf | Near, name: str, weight: float) -> Any:  # noqa: ANN401
        """Return how often a term stands in a field of each article."""
        slots = slots_of(node) if not isinstance(node, Near) else ()
        if len(slots) == 1:
            return self.sets.row(self.collection.pieces(slots[0], name, self.cut), weight)
        if isinstance(node, Near):
            parts = [list(self._begun(part, name)) for part in node.parts]
            return self.sets.counted(self.sets.near(parts, node.distance, node.ordered), weight)
        if isinstance(node, Phrase) and node.slop and slots:
            rows = self.sets.narrowed([self._places(slot, name) for slot in slots])
            return self.sets.counted(closeness.within(rows, len(rows) + node.slop)[0], weight)
        return self.sets.counted(self._begins(slots, name), weight)

    def _begins(self, slots: Sequence[Slot], name: str) -> Any:  # noqa: ANN401
        """Return where the words of slots stand one after another."""
        if not slots:
            return self.sets.joined_places([])
        places = [self._places(slot, name) for slot in slots]
        return places[0] if len(places) == 1 else self.sets.in_order(places)

    def _places(self, slot: Slot, name: str) -> Any:  # noqa: ANN401
        if self.stop():
            raise Cancelled
        return self.sets.places(self.collection.pieces(slot, name, self.cut))

    def _begun(self, node: Node, name: str) -> Iterator[tuple[Any, int]]:
        """Yield where each term of a part of NEAR begins, and how many words it covers."""
        if isinstance(node, Or):
            for part in node.parts:
                yield from self._begun(part, name)
        elif isinstance(node, (Word, Phrase, Prefix, Wildcard, Fuzzy)):
            slots = slots_of(node)
            yield self._begins(slots, name), len(slots)

    def _regex(self, node: Regex, hits: Any) -> Any:  # noqa: ANN401
        """Return the articles whose title or text a regular expression finds."""
        if self.texts is None:
            self.late.append("regular expressions cannot be asked here")
            return self.sets.either([])
        end = time.monotonic() + _PATIENCE
        numbers = sorted(self.sets.numbers(hits))
        found: set[int] = set()

        def over() -> bool:
            return time.monotonic() > end or self.stop()

        looked, seeker = 0, Seeker(node.pattern, over)
        for number, title, text in self.texts(numbers):
            lines = ([title] if node.field != "text" else []) + (text.split("\n") if node.field != "title" else [])
            if any(map(seeker.holds, lines)):
                found.add(number)
            if over():
                break
            looked += 1
        else:
            looked = len(numbers)  # those that have gone meanwhile are looked through, too
        if self.stop():
            raise Cancelled
        if looked < len(numbers):
            self.late.append(f"/{node.pattern}/ was looked for in {looked:,} of {len(numbers):,} articles; add words")
        if seeker.partly:
            partly, within = counted(seeker.partly, "paragraph"), counted(seeker.overlap, "character")
            self.late.append(f"in {partly} /{node.pattern}/ was looked for within {within} alone")
        return self.sets.kept(hits, found)


def _is_common(node: Node) -> bool:
    """Say whether a term is one word that says nothing of what an article is about."""
    slots = slots_of(node) if isinstance(node, Word) else ()
    return len(slots) == 1 and slots[0].text in COMMON


def _field_of(node: Node) -> str:
    while isinstance(node, (Near, Or)):
        node = node.parts[0]
    return node.field if isinstance(node, Leaf) else ANYWHERE

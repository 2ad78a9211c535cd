"""The walk over a syntax tree: each term becomes a set of hits, and AND, OR, NOT and NEAR join the sets."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic

from tui.base.days import Span
from tui.base.plurals import counted
from tui.errors import Cancelled
from tui.locale import _
from tui.search import proximity
from tui.search.language.fields import ANNOTATED, FACETS, FOUND, INDEXED, STATES, STEMMED, TEXT_FIELDS, TITLE_FIELDS
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
    Number,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
    leaves,
)
from tui.search.lookups import Lookups
from tui.search.ranking import TITLE_WEIGHT
from tui.search.regexes import BoundedRegex
from tui.search.sets import Frequencies, Hits, HitSets, Positions
from tui.search.slots import MatchKind, Slot, is_common, rows_of, slots_of
from tui.search.snapshot import FORM_WEIGHT, Snapshot

if TYPE_CHECKING:
    pass


_WHOLE = frozenset(field.name for field in FACETS if field.values is not None)
"""The fields in which `=` asks for a whole value."""

_INDEXED = frozenset((ANYWHERE, *(field.name for field in INDEXED)))

_REGEX_SECONDS = 2.0
"""How long a regular expression may take."""

Key = tuple[Leaf | Near, bool, bool]
"""A term, whether it ranks, and whether it is the only one that does."""

_OTHER_FORM = 2.0**-12
"""What another form counts where only one word is asked for: so little that the word itself always comes first."""


class Walk(Generic[Frequencies, Positions, Hits]):
    """One evaluation of one tree."""

    def __init__(  # noqa: PLR0917
        self,
        tree: Node,
        sets: HitSets[Frequencies, Positions, Hits],
        snapshot: Snapshot,
        lookups: Lookups,
        stop: Callable[[], bool],
        remembered: Callable[[Key, list[Slot], Callable[[], Hits]], Hits],
    ) -> None:
        self.remembered = remembered
        self.sets = sets
        self.snapshot = snapshot
        self.texts, self.mention_lookup, self.value_lookup, annotation_lookup, self.name_lookup = lookups
        self.annotations = annotation_lookup() if annotation_lookup is not None else None
        self.stop = stop
        self.quiet = any(not is_common(leaf) for leaf in leaves(tree) if leaf.field in STEMMED)
        """Whether common words do not rank because other words do."""
        self.alone = sum(leaf.field in STEMMED for leaf in leaves(tree)) == 1
        """Whether one word alone is asked for in titles and texts, and where it stands as written comes first."""
        self.cut: list[Slot] = []
        self.late: list[str] = []

    def notes(self) -> tuple[str, ...]:
        """Return what the reader must know."""
        cut = dict.fromkeys(slot.text for slot in self.cut)
        late = dict.fromkeys(self.late)
        return (
            *(
                _("only the most frequent words that match {pattern} were searched").format(pattern=text)
                for text in cut
            ),
            *late,
        )

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
        if name in FOUND:
            parts.append(self._found(node))
        if name in _INDEXED:
            parts.append(self.remembered((node, ranks, self.alone), self.cut, lambda: self._term(node, ranks)))
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
            self.late.append(_("mentioned dates cannot be asked here"))
            return self.sets.either([])
        numbers = self.mention_lookup(Span(node.first or date.min, node.last or date.max))
        return self.sets.kept(self.sets.everything(), numbers)

    def _annotated(self, node: State | Leaf | Near) -> Hits:
        """Return the articles in a state that the reader sets, or with a note or an own tag that a term asks for."""
        if self.annotations is None:
            if isinstance(node, State) or _field_of(node) not in _INDEXED:
                self.late.append(_("notes and what else the reader adds cannot be asked here"))
            return self.sets.either([])
        if isinstance(node, State):
            return self.sets.kept(self.sets.everything(), self.annotations.in_state(node.name))
        return self.sets.kept(self.sets.everything(), self.annotations.holding(_field_of(node), node))

    def _found(self, node: Leaf | Near) -> Hits:
        """Return the articles with a name that a term asks for."""
        if self.name_lookup is None:
            self.late.append(_("names cannot be asked here"))
            return self.sets.either([])
        return self.sets.kept(self.sets.everything(), self.name_lookup(node))

    def _term(self, node: Leaf | Near, ranks: bool) -> Hits:
        """Return the articles that match a term or a NEAR, with their scores."""
        name = _field_of(node)
        names = TEXT_FIELDS if name == ANYWHERE else TITLE_FIELDS if name == "title" else (name,)
        form = _OTHER_FORM if self._is_alone(node, names) else FORM_WEIGHT
        rows = [self._row(node, each, TITLE_WEIGHT if each in TITLE_FIELDS else 1.0, form) for each in names]
        if isinstance(node, (Word, Phrase)) and node.exact and name in _WHOLE and self.value_lookup is not None:
            return self.sets.kept(self.sets.unscored(rows), self.value_lookup(name, node.text))
        return self.sets.scored(rows) if ranks and name in STEMMED else self.sets.unscored(rows)

    def _is_alone(self, node: Leaf | Near, names: Sequence[str]) -> bool:
        """Say whether one word alone is asked for, and stands somewhere in one of the fields as it is written."""
        slots = slots_of(node) if self.alone and not isinstance(node, Near) else ()
        return len(slots) == 1 and self.snapshot.writes(slots[0].text, names)

    def _row(self, node: Leaf | Near, name: str, weight: float, form: float) -> Frequencies:
        """Return how often a term stands in a field of each article; another form of its word counts `form`."""
        slots = slots_of(node) if not isinstance(node, Near) else ()
        if isinstance(node, Number):
            return self.sets.counted(self._places(slots[0], name), weight)
        if len(slots) == 1:
            return self.sets.row(self.snapshot.pieces(slots[0], name, self.cut, form), weight)
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
        places = self.sets.places(self.snapshot.pieces(slot, name, self.cut))
        if slot.kind is MatchKind.RANGE and slot.high is not None:
            # 11 and 600 stand beside 11,600 where it is written 11 600, but they are no numbers of the text.
            above = Slot(MatchKind.RANGE, "", low=slot.high.next_plus())
            return self.sets.less(places, self.sets.places(self.snapshot.pieces(above, name, self.cut)))
        return places

    def _begun(self, node: Node, name: str) -> Iterator[tuple[Positions, int]]:
        """Yield where each term of a part of NEAR begins, and how many words it spans."""
        if isinstance(node, Or):
            for part in node.parts:
                yield from self._begun(part, name)
        elif isinstance(node, (Word, Phrase, Prefix, Wildcard, Fuzzy, Number)):
            yield from ((self._begins(slots, name), len(slots)) for slots in rows_of(node))

    def _regex(self, node: Regex, hits: Hits) -> Hits:
        """Return those of `hits` whose title or text matches a regular expression."""
        if self.texts is None:
            self.late.append(_("regular expressions cannot be asked here"))
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
                _("/{pattern}/ was searched in {count:,} of {whole:,} articles: add words to narrow it").format(
                    pattern=node.pattern, count=looked, whole=len(numbers)
                )
            )
        if seeker.partly:
            partly, within = counted(seeker.partly, "paragraph"), counted(seeker.overlap, "character")
            self.late.append(
                _("in {paragraphs} /{pattern}/ was only searched within {characters}").format(
                    paragraphs=partly, pattern=node.pattern, characters=within
                )
            )
        return self.sets.kept(hits, found)


def _field_of(node: Node) -> str:
    while isinstance(node, (Near, Or)):
        node = node.parts[0]
    return node.field if isinstance(node, Leaf) else ANYWHERE

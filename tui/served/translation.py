"""Translates a syntax tree into the server's query language, so that it finds the articles that our own engine finds.

What a server cannot ask in this way, a regular expression on the text and words close together in threes, is answered
here: the server gives the articles that may match, and their texts are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tui.search.analysis import LANGUAGES, words
from tui.search.annotations import Annotations
from tui.search.language.fields import (
    ANNOTATED,
    FACETS,
    FIELDS,
    FOUND,
    INDEXED,
    STATES,
    STEMMED,
    TEXT_FIELDS,
    TITLE_FIELDS,
)
from tui.search.language.tree import (
    ANYWHERE,
    And,
    Everything,
    Leaf,
    Mentioned,
    Near,
    Node,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Published,
    Regex,
    State,
    Word,
    leaves,
)
from tui.search.slots import MatchKind, Slot, is_common, rows_of, slots_of
from tui.served.ready_words import ACCENT, BAR, STEM, accent_token, cut, stem_token

Asked = dict[str, Any]
"""A query of the server."""

NOTHING: Asked = {"match_none": {}}
EVERYTHING: Asked = {"match_all": {}}

_WHOLE = frozenset(each.name for each in FACETS if each.values is not None)
_INDEXED = frozenset((ANYWHERE, *(each.name for each in INDEXED)))
_MOST_IN_A_PHRASE = 1_000
"""Words that a pattern may match within a phrase; the server counts each as a clause."""
_FIRST, _LETTER = "[^~\\^]", "[^\\^]"
"""The first and any other letter of a token that is a word: not a stem, nor a way of writing one."""
_OTHER_FORM = 2.0**-12
"""What another form counts where only one word is asked for."""
_EVER = 4_000_000
"""An ordinal after every day."""


def none_barred(_slot: Slot) -> AbstractSet[str]:
    """Bar no form of any word."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What a translation depends on beside the tree."""

    barred: Callable[[Slot], AbstractSet[str]] = none_barred
    """The forms of a word that are other words in this archive."""
    main_language: str = ""
    """The language of most articles, for whose words those are taken whose own language is not told."""
    annotations: Annotations | None = None
    """What the reader added; None where nobody knows."""
    ids_of: Callable[[Iterable[int]], list[str]] = field(default=lambda _numbers: [])
    """The ids of articles by their numbers here."""
    checked: Callable[[Regex | Near | Phrase, Asked], list[str]] = field(default=lambda _node, _asked: [])
    """The ids of the articles that match what has to be looked at in their texts, among those of a query."""


def translated(tree: Node, context: Context) -> Asked:
    """Return the query of a tree, whose scores are those of `ranking` as nearly as the server's own allow."""
    quiet = any(not is_common(leaf) for leaf in leaves(tree) if leaf.field in STEMMED)
    alone = sum(leaf.field in STEMMED for leaf in leaves(tree)) == 1
    return _Translation(context, quiet, alone).of(tree)


def ranks(tree: Node) -> bool:
    """Say whether a tree has words that rank its hits."""
    return any(leaf.field in STEMMED and not isinstance(leaf, Regex) for leaf in leaves(tree))


def within(first: int, last: int) -> Asked:
    """Return the query for articles whose date may lie between two ordinals, both included."""
    return _all([{"range": {"first": {"lte": last}}}, {"range": {"last": {"gte": first}}}])


def naming(first: int, last: int) -> Asked:
    """Return the query for articles that name a day between two ordinals, or a period that overlaps them."""
    return {"range": {"spans": {"gte": first, "lte": last, "relation": "intersects"}}}


class _Translation:
    """One translation of one tree."""

    def __init__(self, context: Context, quiet: bool, alone: bool) -> None:
        self.context = context
        self.quiet = quiet
        self.alone = alone
        """Whether one word alone is asked for in titles and texts, and where it stands as written comes first."""

    def of(self, node: Node) -> Asked:
        """Return the query of a node."""
        match node:
            case And():
                found = self._and(node.parts)
            case Or():
                found = {"bool": {"should": [self.of(part) for part in node.parts], "minimum_should_match": 1}}
            case Not():
                found = {"bool": {"must_not": [self.of(node.part)]}}
            case Published():
                found = within(*_ordinals(node))
            case Mentioned():
                found = naming(*_ordinals(node))
            case State():
                found = self._state(node)
            case Everything():
                found = _all([EVERYTHING])
            case Nothing():
                found = NOTHING
            case Regex():
                found = self._checked(node, EVERYTHING)
            case _:
                found = self._in_field(node)
        return found

    def _and(self, parts: Sequence[Node]) -> Asked:
        """Return the query of an AND; what has to be looked at comes last, among what the other parts leave."""
        known = [self.of(part) for part in parts if not isinstance(part, Regex)]
        looked = [self._checked(part, _all(known)) for part in parts if isinstance(part, Regex)]
        return {"bool": {"must": [*known, *looked]}}

    def _checked(self, node: Regex | Near | Phrase, among: Asked) -> Asked:
        return _all([{"terms": {"id": self.context.checked(node, among)}}])

    def _state(self, node: State) -> Asked:
        if STATES[node.name].annotated:
            known = self.context.annotations
            return self._numbered(known.in_state(node.name)) if known is not None else NOTHING
        if node.name == "undated":
            return {"bool": {"must_not": [{"exists": {"field": "first"}}]}}
        return _all([{"term": {node.name: True}}])

    def _numbered(self, numbers: Iterable[int]) -> Asked:
        return _all([{"terms": {"id": self.context.ids_of(numbers)}}])

    def _in_field(self, node: Leaf | Near) -> Asked:
        """Return the query of a term or a NEAR: in the index, in what the reader added, or in either."""
        name = field_of(node)
        parts: list[Asked] = []
        if name in ANNOTATED and self.context.annotations is not None:
            parts.append(self._numbered(self.context.annotations.holding(name, node)))
        if name in _INDEXED:
            parts.append(self._term(node, name))
        if name in FOUND:
            parts.append(NOTHING)
        return parts[0] if len(parts) == 1 else _any(parts)

    def _term(self, node: Leaf | Near, name: str) -> Asked:
        if isinstance(node, (Word, Phrase)) and node.exact and name in _WHOLE:
            key = " ".join(words(FIELDS[name].spelled(node.text)))
            return _all([{"term": {f"keys.{name}": key}}])
        names = TEXT_FIELDS if name == ANYWHERE else TITLE_FIELDS if name == "title" else (name,)
        if isinstance(node, Number):
            return self._numbered_text(node, names)
        found = _any([self._row(node, f"w.{each}") for each in names])
        if name not in STEMMED or (self.quiet and is_common(node)):
            return _all([found])
        return {"bool": {"filter": [found], "should": self._rank(node)}}

    def _rank(self, node: Leaf | Near) -> list[Asked]:
        """Return what scores the hits of a term: its words in the bag, and 1 for what matches many words."""
        plain = [each for each in _slots(node) if each.kind in (MatchKind.FORM, MatchKind.EXACT)]
        ranking: list[Asked] = []
        for slot in plain:
            forms = self._in_bag(self._synonyms(slot))
            if self.alone and len(plain) == 1:
                forms = {"bool": {"should": [forms], "boost": _OTHER_FORM}}
                ranking.append(self._in_bag([cut(slot.text)]))
            ranking.append(forms)
        return ranking or [{"constant_score": {"filter": EVERYTHING}}]

    def _in_bag(self, tokens: Sequence[str]) -> Asked:
        return {"match": {"bag": {"query": BAR.join(tokens), "analyzer": "ready"}}}

    def _synonyms(self, slot: Slot) -> list[str]:
        """Return the tokens by which the bag counts all forms of a word as one."""
        if slot.kind is MatchKind.EXACT:
            return [cut(slot.text)]
        return [stem_token(slot.text, ""), *self._stems(slot)]

    def _stems(self, slot: Slot) -> list[str]:
        """Return the tokens that the forms of a word have in articles of each language."""
        stems = [stem_token(slot.text, language) for language in LANGUAGES]
        untold = [stem_token(slot.text, self.context.main_language, told=False)] if self.context.main_language else []
        return [*stems, *untold]

    def _numbered_text(self, node: Number, names: Sequence[str]) -> Asked:
        """Return the query for a number of a range."""
        ends = {"gte": node.low, "lte": node.high}
        limits = {sign: float(end) for sign, end in ends.items() if end is not None}
        found: list[Asked] = [{"range": {f"n.{name}": limits}} for name in names]
        return {"constant_score": {"filter": _any(found)}}

    def _row(self, node: Leaf | Near, name: str) -> Asked:
        """Return the query of a term in one field."""
        if isinstance(node, Near):
            return self._near(node, name)
        slots = slots_of(node)
        if isinstance(node, Phrase) and node.slop and slots:
            return self._loose(node, slots, name)
        return _any([self._phrase(row, name) for row in rows_of(node) if row])

    def _phrase(self, slots: Sequence[Slot], name: str) -> Asked:
        """Return the query for words that follow one another."""
        if len(slots) == 1 and not self._bars(slots[0]) and not slots[0].written:
            return _any([_word(each, name) for each in self._alternatives(slots[0])])
        return self._run(slots, name)

    def _run(self, slots: Sequence[Slot], name: str) -> Asked:
        """Return the spans of words that follow one another."""
        return _spans_near([self._place(slot, name) for slot in slots], 0)

    def _bars(self, slot: Slot) -> AbstractSet[str]:
        return self.context.barred(slot) if slot.kind is MatchKind.FORM else frozenset()

    def _place(self, slot: Slot, name: str) -> Asked:
        """Return the spans of one word: as it is written, or by a stem without the forms that are other words."""
        word = cut(slot.text)
        # The word itself has the token of its stem as well: where only some ways of writing it count, that is no help.
        others = sorted({*self._bars(slot), *([word] if slot.written else [])})
        found: list[Asked] = []
        for each in self._alternatives(slot):
            if not isinstance(each, str):
                found.append({"span_multi": {"match": _bounded(_word(each, name))}})
                continue
            made: Asked = {"span_term": {name: each}}
            if others and each.startswith(STEM):
                excluded: list[Asked] = [{"span_term": {name: cut(form)}} for form in others]
                made = {"span_not": {"include": made, "exclude": {"span_or": {"clauses": excluded}}}}
            elif slot.written and each == word:
                accents: Asked = {"span_multi": {"match": {"prefix": {name: {"value": f"{word}{ACCENT}"}}}}}
                made = {"span_not": {"include": made, "exclude": accents}}
            found.append(made)
        if slot.written:
            found.append({"span_term": {name: accent_token(word, slot.written)}})
        return found[0] if len(found) == 1 else {"span_or": {"clauses": found}}

    def _alternatives(self, slot: Slot) -> list[str | Slot]:
        """Return the tokens of which one stands where a slot is; a pattern stands for itself."""
        if slot.kind is MatchKind.FORM:
            return [cut(slot.text), *dict.fromkeys(self._stems(slot))]
        return [cut(slot.text)] if slot.kind is MatchKind.EXACT else [slot]

    def _loose(self, node: Phrase, slots: Sequence[Slot], name: str) -> Asked:
        """Return the query for words in any order with a few others among them."""
        if len(slots) == 1:
            return self._phrase(slots, name)
        if len(slots) == 2:
            places = [self._place(slot, name) for slot in slots]
            return _any([_spans_near(places, node.slop), _spans_near(places[::-1], node.slop)])
        return self._checked(node, _all([self._phrase([slot], name) for slot in slots]))

    def _near(self, node: Near, name: str) -> Asked:
        """Return the query for parts that stand close together: two by the server, more of them looked at."""
        if any(slot.kind is MatchKind.RANGE for slot in _slots(node)):
            alone = [self.of(part) for part in node.parts]
            return self._checked(node, _all(alone))
        parts = [self._part(part, name) for part in node.parts]
        if not all(parts):
            return NOTHING
        pairs = [
            [_spans_near([one, other], node.distance - 1)]
            + ([] if node.ordered else [_spans_near([other, one], node.distance - 1)])
            for one, other in pairwise(parts)
        ]
        found = [_any(pair) for pair in pairs]
        return found[0] if len(found) == 1 and _are_words(node) else self._checked(node, _all(found))

    def _part(self, node: Node, name: str) -> Asked:
        """Return the spans of a part of a NEAR; empty if it has no word."""
        if isinstance(node, Or):
            inner = [spans for part in node.parts if (spans := self._part(part, name))]
        else:
            assert isinstance(node, Leaf)
            inner = [self._run(row, name) for row in rows_of(node) if row]
        return inner[0] if len(inner) == 1 else {"span_or": {"clauses": inner}} if inner else {}


def field_of(node: Node) -> str:
    """Return the field of a term or a NEAR."""
    while isinstance(node, (Near, Or)):
        node = node.parts[0]
    return node.field if isinstance(node, Leaf) else ANYWHERE


def asked_forms(tree: Node) -> set[Slot]:
    """Return what a tree asks for in any form."""
    return {
        slot
        for leaf in leaves(tree)
        for row in (rows_of(leaf) if leaf.field in STEMMED else ())
        for slot in row
        if slot.kind is MatchKind.FORM
    }


def _ordinals(node: Published | Mentioned) -> tuple[int, int]:
    return node.first.toordinal() if node.first else 1, node.last.toordinal() if node.last else _EVER


def _are_words(node: Node) -> bool:
    """Say whether all parts of a NEAR are of one word, so that no part can hide a shorter one."""
    if isinstance(node, (Near, Or)):
        return all(map(_are_words, node.parts))
    return isinstance(node, Leaf) and all(len(row) == 1 for row in rows_of(node))


def _slots(node: Node) -> list[Slot]:
    if isinstance(node, (Near, Or)):
        return [slot for part in node.parts for slot in _slots(part)]
    return list(slots_of(node)) if isinstance(node, Leaf) else []


def _word(wanted: str | Slot, name: str) -> Asked:
    """Return the query for one token, or for all words of a pattern."""
    if isinstance(wanted, str):
        return {"term": {name: {"value": wanted}}}
    match wanted.kind:
        case MatchKind.PREFIX:
            if not wanted.text:
                return {"regexp": {name: {"value": f"[^{STEM}].*"}}}
            return {"prefix": {name: {"value": wanted.text, "rewrite": "constant_score"}}}
        case MatchKind.WILDCARD:
            return {"regexp": {name: {"value": _regexp(wanted.text), "rewrite": "constant_score"}}}
        case _:
            made = {"value": wanted.text, "fuzziness": wanted.distance, "rewrite": "constant_score"}
            return {"fuzzy": {name: {**made, "transpositions": True, "max_expansions": 1_000}}}


def _bounded(asked: Asked) -> Asked:
    """Return the query of a pattern as spans can hold it: of its words only so many."""
    ((kind, inner),) = asked.items()
    ((name, how),) = inner.items()
    return {kind: {name: {**how, "rewrite": f"top_terms_{_MOST_IN_A_PHRASE}"}}}


def _regexp(wildcard: str) -> str:
    """Return the server's regular expression of a wildcard, which never matches the token of a stem."""
    made = "".join({"*": f"{_LETTER}*", "?": _LETTER}.get(sign, _escaped(sign)) for sign in wildcard)
    if wildcard.startswith("*"):
        return f"({_FIRST}{_LETTER}*)?{made.removeprefix(f'{_LETTER}*')}"
    return f"{_FIRST}{made.removeprefix(_LETTER)}" if wildcard.startswith("?") else made


def _escaped(sign: str) -> str:
    return sign if sign.isalnum() else f"\\{sign}"


def _spans_near(clauses: list[Asked], slop: int) -> Asked:
    """Return the spans that follow one another with at most so many words between them."""
    if len(clauses) == 1:
        return clauses[0]
    return {"span_near": {"clauses": clauses, "slop": slop, "in_order": True}}


def _all(parts: list[Asked]) -> Asked:
    """Return what matches all parts, without a score."""
    return {"bool": {"filter": parts}}


def _any(parts: list[Asked]) -> Asked:
    """Return what matches any part; without parts, nothing."""
    if not parts:
        return NOTHING
    return parts[0] if len(parts) == 1 else {"bool": {"should": parts, "minimum_should_match": 1}}


__all__ = ["Asked", "Context", "asked_forms", "field_of", "naming", "ranks", "translated", "within"]

"""The snapshot: all segments of the index as one row of articles, and the words that terms of a query match in them.

An article's place in the row is the base of its segment plus its place there, valid until the next commit.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.base.stemming import snowball
from tui.search.analysis import LANGUAGES, UNTOLD, accented_key, folded
from tui.search.lexicon import spelling
from tui.search.slots import MatchKind, Slot, pattern_of

if TYPE_CHECKING:
    from tui.search.index import Index
    from tui.search.segments import SegmentReader

MOST_WORDS = 1_000
"""How many words of a segment a prefix or a pattern may match; of more, the most frequent are taken."""

FORM_WEIGHT = 0.875
"""What another form counts in the ranking where the word itself counts 1; of few binary digits, so that sums are
exact. Chosen on Cranfield by `tests/benchmarks/bench_search.py`: 1 gives .001 more, but hides the word itself."""

_NAME, _NO_NAME = 0.75, 0.05
"""A word is a name where so many of the articles that hold it write it with a capital inside sentences and never
without one, and none where so few do. Words in between may be either."""

_SELDOM = 0.25
"""A word that fewer of the articles with it use as a name is none in those that do; other words may be both."""

_EXAMPLES = 100
"""How many terms are cached with the words that they match."""

_ACCENTED = ("title", "text", "lead")
"""The fields whose words are known with their accents."""

_WHOLE = (MatchKind.FORM, MatchKind.EXACT)

_WITH_FORMS = ("title", "text")
"""The fields whose words have forms."""

_PATTERNS = 200
"""How many patterns are cached with the words that they match in a segment, which is the slowest part."""


@dataclass(frozen=True, slots=True)
class PostingList:
    """The posting list of one word in one segment."""

    base: int
    """The place of the segment's first article in the collection."""
    packed: bytes
    """The list as `codec.pack` made it."""
    codes: frozenset[int] | None
    """The languages in which the word counts, as in the column `language`; None for all."""
    weight: float = 1.0
    """How much one place of the word counts in the ranking."""
    within: frozenset[int] | None = None
    """The places of the articles in the segment that count; None for all."""
    without: frozenset[int] = frozenset()
    """Those that do not."""


class Snapshot:
    """The articles of an index at one generation."""

    def __init__(self, index: Index) -> None:
        self.generation = index.generation
        self.segments = index.segments
        self.bases: list[int] = []
        self.count = 0
        """The length of the row: all articles, including deleted ones."""
        for segment in self.segments:
            self.bases.append(self.count)
            self.count += segment.count
        self._examples: dict[tuple[Slot, str], list[tuple[str, int]]] = {}
        self._patterns: dict[tuple[str, Slot, str], tuple[Sequence[str], bool]] = {}
        self._names: dict[str, float | None] = {}
        self._barred: dict[Slot, frozenset[str]] = {}
        self.main_language = self._main_language()
        """The language of at least half of the articles whose language was told; else empty."""
        self._languages = ("", *LANGUAGES, self.main_language)
        """The language in which the words of an article are stemmed, by its number in the column `language`."""
        self.deleted = frozenset(
            base + place for base, segment in zip(self.bases, self.segments, strict=True) for place in segment.deleted
        )
        self.living = self.count - len(self.deleted)
        """The articles that are not deleted."""

    def column(self, name: str) -> array[int]:
        """Return a column of all articles."""
        whole = array("i")
        for segment in self.segments:
            whole.extend(segment.columns[name])
        return whole

    def _main_language(self) -> str:
        told = self.column("language")
        counts = {language: told.count(code) for code, language in enumerate(LANGUAGES, 1)}
        best = max(LANGUAGES, key=lambda language: counts[language])
        return best if counts[best] and counts[best] * 2 >= len(told) - told.count(UNTOLD) else ""

    def rarity(self, word: str) -> int:
        """Count the articles whose text holds a word in this very form."""
        return sum(segment.holders("text", word) for segment in self.segments)

    def has(self, slot: Slot, field: str) -> bool:
        """Say whether any article holds a word that matches a slot."""
        return any(
            segment.holders(field, word)
            for segment in self.segments
            for word, _ in self._words(segment, slot, field, [])
        )

    def frequent(self, beginning: str) -> str:
        """Return the most frequent word of the texts that starts with `beginning`, or an empty string.

        Empty if too many words match.
        """
        return next(iter(self.stands_for(Slot(MatchKind.PREFIX, folded(beginning)), "text")), "")

    def stands_for(self, slot: Slot, field: str) -> list[str]:
        """Return the words of a field that match a slot, the most frequent first.

        Empty if too many words match.
        """
        return [word for word, _ in self.counts(slot, field)]

    def counts(self, slot: Slot, field: str) -> list[tuple[str, int]]:
        """Return the words of a field that match a slot, each with the number of its articles, most first.

        Empty if too many words match.
        """
        known = self._examples.get((slot, field))
        if known is None:
            known = self._examples_of(slot, field)
            if len(self._examples) >= _EXAMPLES:
                self._examples.clear()
            self._examples[slot, field] = known
        return known

    def _examples_of(self, slot: Slot, field: str) -> list[tuple[str, int]]:
        counts: Counter[str] = Counter()
        cut: list[Slot] = []
        for segment in self.segments:
            if slot.kind is MatchKind.PREFIX:
                words, lists = _begun(segment, slot, field)
                found = {word: count for word, (_, count) in zip(words, lists, strict=True)}
            else:
                found = {word: segment.frequency(field, word) for word, _ in self._words(segment, slot, field, cut)}
            if cut or len(found) > MOST_WORDS:
                return []
            counts.update({word: segment.holders(field, word) for word in found} if segment.deleted else found)
        return sorted(((word, count) for word, count in counts.items() if count), key=lambda each: (-each[1], each[0]))

    def writes(self, word: str, fields: Iterable[str]) -> bool:
        """Say whether any article has a folded word itself in one of some fields."""
        return any(segment.frequency(field, word) for field in fields for segment in self.segments)

    def pieces(
        self, slot: Slot, field: str, cut: list[Slot], form_weight: float = FORM_WEIGHT
    ) -> Iterator[PostingList]:
        """Yield the posting list of every word that matches a slot; a slot that was cut short is added to `cut`.

        `form_weight` is what a place of another form counts for.
        """
        for base, segment in zip(self.bases, self.segments, strict=True):
            if slot.kind is MatchKind.PREFIX:
                lists = _begun(segment, slot, field)[1]
                if len(lists) > MOST_WORDS:
                    cut.append(slot)
                    lists = sorted(lists, key=lambda each: -each[1])[:MOST_WORDS]
                yield from (PostingList(base, packed, None) for packed, _ in lists)
                continue
            for word, codes in self._words(segment, slot, field, cut):
                packed = segment.packed(field, word)
                if packed is None:
                    continue
                if slot.kind is MatchKind.FORM and word != slot.text:
                    yield PostingList(base, packed, codes, form_weight)
                elif slot.kind in _WHOLE and field in _ACCENTED:
                    yield from self._by_accent(segment, slot, PostingList(base, packed, codes), form_weight)
                else:
                    yield PostingList(base, packed, codes)

    def _by_accent(
        self, segment: SegmentReader, slot: Slot, piece: PostingList, form_weight: float
    ) -> Iterator[PostingList]:
        """Yield the posting list of a word: first where it is written as asked, then where its accents differ.

        Articles that only write another word, as `côte` is for `côté`, are left out.
        """
        keys = segment.lexicon("accent").beginning(accented_key(slot.text))
        if not keys or (not slot.written and not self.ways(slot.text).get(slot.text)):
            yield piece
            return
        own = accented_key(slot.text, slot.written) if slot.written else ""
        holding = _holders(segment, [own] if own in keys else [])
        others = _holders(segment, [key for key in keys if key != own])
        if own:
            yield replace(piece, within=holding)
            yield replace(piece, weight=form_weight, without=holding | others)
        else:
            yield replace(piece, without=others)
            yield replace(piece, weight=form_weight, within=others)

    def _words(
        self, segment: SegmentReader, slot: Slot, field: str, cut: list[Slot]
    ) -> list[tuple[str, frozenset[int] | None]]:
        if slot.kind is MatchKind.EXACT:
            return [(slot.text, None)]
        if slot.kind is MatchKind.FORM:
            barred = self.barred(slot)
            return [found for found in self._forms(segment, slot.text, field) if found[0] not in barred]
        if slot.kind is MatchKind.RANGE:
            return [(word, None) for word in segment.lexicon(field).numbers() if slot.accepts(word, "")]
        words, short = self._many(segment, slot, field)
        if short:
            cut.append(slot)
        return [(word, None) for word in words]

    def barred(self, slot: Slot) -> frozenset[str]:
        """Return the forms of a word's stem that this dossier uses as another word.

        These are names, words that are none, and words whose stem has other accents: `mal` for `mâle`.
        """
        known = self._barred.get(slot)
        if known is None:
            word = slot.text
            forms = {
                form
                for segment in self.segments
                for name in _WITH_FORMS
                for form, _ in self._forms(segment, word, name)
            } - {word}
            known = frozenset(form for form in forms if self._apart(word, form) or self._accented_apart(slot, form))
            if len(self._barred) >= _EXAMPLES:
                self._barred.clear()
            self._barred[slot] = known
        return known

    def ways(self, word: str) -> dict[str, int]:
        """Return how many articles write a folded word in each way: with its accents, or itself where without any."""
        counts: Counter[str] = Counter()
        for segment in self.segments:
            for key in segment.lexicon("accent").beginning(accented_key(word)):
                counts[key.partition("|")[2]] += segment.holders("accent", key)
        without = self.rarity(word) - sum(counts.values())
        return {**counts, word: without} if without > 0 else dict(counts)

    def _accented_apart(self, slot: Slot, form: str) -> bool:
        """Say whether one of two words has accents in its French stem where the other one has none."""
        one = {slot.written} if slot.written else self._usual(slot.text)
        return accents_apart(one, self._usual(form))

    def _usual(self, word: str) -> set[str]:
        """Return the ways in which a folded word is not seldom written."""
        return usual_ways(self.ways(word))

    def _apart(self, word: str, form: str) -> bool:
        """Say whether one of two words is a name here and the other is not."""
        return are_apart(self._share(word), self._share(form))

    def _forms(self, segment: SegmentReader, word: str, field: str) -> Iterator[tuple[str, frozenset[int] | None]]:
        """Yield the forms of a word's stem in each language of a segment, with the languages in which each counts."""
        lexicon = segment.lexicon(field)
        found: dict[str, set[int]] = {}
        for code in segment.codes:
            language = self._languages[code]
            for form in lexicon.forms(word, language) if language else [word]:
                found.setdefault(form, set()).add(code)
        for form, codes in found.items():
            yield form, None if len(codes) == len(segment.codes) else frozenset(codes)

    def is_name(self, word: str) -> bool:
        """Say whether most articles of this dossier that hold a folded word use it as a name."""
        return (self._share(word) or 0.0) >= _NAME

    def is_common(self, word: str) -> bool:
        """Say whether few of the articles of this dossier that hold a folded word use it as a name."""
        share = self._share(word)
        return share is not None and share < _SELDOM

    def _share(self, word: str) -> float | None:
        """Return how many of the articles whose text holds a word use it as a name; None where none holds it."""
        if word not in self._names:
            if len(self._names) >= _EXAMPLES * 10:
                self._names.clear()
            of = self.rarity(word)
            used = sum(segment.holders("name", word) for segment in self.segments)
            self._names[word] = used / of if of else None
        return self._names[word]

    def _many(self, segment: SegmentReader, slot: Slot, field: str) -> tuple[Sequence[str], bool]:
        """Return the words that match a pattern, only the most frequent of too many, and whether there are more."""
        known = self._patterns.get((segment.name, slot, field))
        if known is None:
            words = _expanded(segment, slot, field)
            known = words, False
            if len(words) > MOST_WORDS:
                known = sorted(words, key=lambda word: -segment.frequency(field, word))[:MOST_WORDS], True
            if len(self._patterns) >= _PATTERNS:
                self._patterns.clear()
            self._patterns[segment.name, slot, field] = known
        return known


def accents_apart(one: Set[str], other: Set[str]) -> bool:
    """Say whether of two words one has accents in its French stem where the other one has none."""
    sides = [{snowball(word, "fr").isascii() for word in side} for side in (one, other)]
    return sides in ([{True}, {False}], [{False}, {True}])


def usual_ways(ways: Mapping[str, int]) -> set[str]:
    """Return the ways in which a word is not seldom written."""
    least = _NO_NAME * sum(ways.values())
    return {way for way, count in ways.items() if count >= least}


def are_apart(one: float | None, other: float | None) -> bool:
    """Say whether of two words with these shares of articles that use them as names only one is a name."""
    low, high = sorted(-1.0 if share is None else share for share in (one, other))
    return 0 <= low <= _NO_NAME and high >= _NAME


def _expanded(segment: SegmentReader, slot: Slot, field: str) -> Sequence[str]:
    """Return all words of a field that match a pattern or are spelled nearly like a word."""
    lexicon = segment.lexicon(field)
    if slot.kind is MatchKind.FUZZY:
        return spelling(slot.text, slot.distance).among(lexicon)
    return lexicon.matching(pattern_of(slot.text), slot.text.split("*")[0].split("?")[0])


def _begun(segment: SegmentReader, slot: Slot, field: str) -> tuple[list[str], list[tuple[bytes, int]]]:
    """Return the words with the prefix of a slot, and the posting list of each with the number of its articles."""
    words = segment.lexicon(field).beginning(slot.text)
    return words, segment.stretch(field, words[0], words[-1]) if words else []


def _holders(segment: SegmentReader, keys: Iterable[str]) -> frozenset[int]:
    """Return the places in a segment of the articles that hold any key of the field `accent`."""
    from tui.search.codec import unpack

    lists = [packed for key in keys if (packed := segment.packed("accent", key)) is not None]
    return frozenset(place for packed in lists for place in unpack(packed).ids)

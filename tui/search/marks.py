"""Marks: the places of a text that a query matched.

They are exactly the words that the query asks for: nothing under a NOT, nothing of another field, a phrase as one mark,
words of NEAR only where they are near. Ascending, not overlapping; offsets count characters.
"""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from tui.search import proximity
from tui.search.analysis import HYPHENS, TextWords, scanned, token_pattern
from tui.search.beside import NO_LANGUAGE, Beside, beside, value_of
from tui.search.language.fields import FOUND, TEXT_FIELDS
from tui.search.language.tree import ANYWHERE, And, Leaf, Near, Node, Not, Or, Phrase, Regex
from tui.search.passage import Mark
from tui.search.regexes import BoundedRegex
from tui.search.slots import MatchKind, Slot, rows_of, slots_of

_REGEX_SECONDS = 0.5
"""Seconds for all regular expressions of a query on one text; later matches are not marked."""

_CACHED_TOKENS = 20_000
"""Tokens whose slots are cached for the next text under the same query: some 2 MB."""


def none_barred(_slot: Slot) -> frozenset[str]:
    """Bar no form of any word."""
    return frozenset()


def find_marks(
    tree: Node,
    text: str,
    language: str,
    field: str = "text",
    barred: Callable[[Slot], frozenset[str]] = none_barred,
    *,
    told: bool = True,
    read: TextWords | None = None,
) -> tuple[Mark, ...]:
    """Return the places of a text that a query asks for.

    `language` is that of the article, `field` the field that the text is: `text`, `title` or another one.
    `barred` returns the forms of a word that the engine takes for other words. `told` says whether the article tells
    its language; if not, `language` is that of most articles, and numbers in words are those of every language.
    `read` are the words of the text, where they are known.
    """
    parts = [part for part in _asked(tree) if _field_of(part) in _fields_seen(field)]
    if not parts:
        return ()
    slots = {slot for part in parts for leaf in _leaves(part) for row in rows_of(leaf) for slot in row}
    words = None
    if slots:
        read = read if read is not None else scanned(text)
        words = _Words(text, read, language, sorted(slots, key=repr), barred)
        numbers_in = (language if told else "") if any(map(_asks_number, slots)) else NO_LANGUAGE
        if numbers_in != NO_LANGUAGE or any(sign in text for sign in HYPHENS):
            words.add_beside(beside(text, read.written, read.words, numbers_in))
    found: list[Mark] = []
    for part in parts:
        if isinstance(part, Regex):
            found.extend(_regex_marks(part, text))
        elif words is not None:
            found.extend(words.marks(part))
    return _joined(found)


def _fields_seen(field: str) -> tuple[str, ...]:
    return (ANYWHERE, field, *FOUND) if field in TEXT_FIELDS else (field,)


def _asked(tree: Node) -> Iterable[Leaf | Near]:
    """Yield the terms and the NEARs that are asked for and not under a NOT."""
    if isinstance(tree, (And, Or)):
        for part in tree.parts:
            yield from _asked(part)
    elif isinstance(tree, Not):
        return
    elif isinstance(tree, (Near, Leaf)):
        yield tree


def _leaves(node: Node) -> Iterable[Leaf]:
    if isinstance(node, (Near, Or)):
        for part in node.parts:
            yield from _leaves(part)
    elif isinstance(node, Leaf):
        yield node


def _field_of(node: Node) -> str:
    return next((leaf.field for leaf in _leaves(node)), ANYWHERE)


def _asks_number(slot: Slot) -> bool:
    """Say whether a number in digits may be what a slot asks for."""
    if slot.kind in (MatchKind.RANGE, MatchKind.WILDCARD, MatchKind.FUZZY):
        return True
    return not slot.text[:1].isalpha()


class _SlotCache(dict[str, tuple[Slot, ...]]):
    """The slots that accept each token of texts in one language, computed at the first look-up."""

    def __init__(self, slots: tuple[Slot, ...], language: str) -> None:
        super().__init__()
        self._slots = slots
        self._language = language

    def __missing__(self, chunk: str) -> tuple[Slot, ...]:
        accepting = tuple(slot for slot in self._slots if slot.takes(chunk, self._language))
        if len(self) < _CACHED_TOKENS:
            self[chunk] = accepting
        return accepting


@lru_cache(8)
def _slot_cache(slots: tuple[Slot, ...], language: str) -> _SlotCache:
    """Return the cache for these slots; the articles of one list share most of their words."""
    return _SlotCache(slots, language)


class _Words:
    """The words of a text that slots ask for: each slot's positions, and the place of each position in the text."""

    def __init__(
        self,
        text: str,
        read: TextWords,
        language: str,
        slots: Sequence[Slot],
        barred: Callable[[Slot], frozenset[str]],
    ) -> None:
        self._text, self._read, self._language = text, read, language
        self.positions: dict[Slot, list[int]] = {slot: [] for slot in slots}
        self.places: dict[int, Mark] = {}
        self._asked = {
            replace(slot, barred=barred(slot)) if slot.kind is MatchKind.FORM else slot: slot for slot in slots
        }
        accepting_slots = _slot_cache(tuple(self._asked), language)
        for position, accepting in enumerate(map(accepting_slots.__getitem__, read.written)):
            if accepting:
                self.places[position] = (read.starts[position], read.ends[position])
                for slot in accepting:
                    self.positions[self._asked[slot]].append(position)

    def add_beside(self, found: Iterable[Beside]) -> None:
        """Add the words that stand beside those of the text."""
        spans: list[Mark] = []
        for first, last, word in found:
            part = first == last and _is_less(word, self._read.words[last])  # 11 and 600 of 11 600 are no numbers of it
            accepting = [
                whole
                for slot, whole in self._asked.items()
                if slot.accepts(word, self._language) and not (part and slot.kind is MatchKind.RANGE)
            ]
            if accepting:
                spans = spans or [token.span() for token in token_pattern().finditer(self._text)]
                self.places[last] = (spans[first][0], spans[last][1])
                for slot in accepting:
                    insort(self.positions[slot], last)

    def marks(self, part: Leaf | Near) -> Iterable[Mark]:
        """Yield the places of one term or of one NEAR."""
        stretches: Iterable[proximity.Stretch]
        if isinstance(part, Near):
            rows = [self._stretches(each) for each in part.parts]
            stretches = [each for row in proximity.near(rows, part.distance, part.ordered) for each in row]
        else:
            stretches = self._stretches(part)
        for first, last in stretches:
            yield self.places[first][0], self.places[last][1]

    def _stretches(self, node: Node) -> list[proximity.Stretch]:
        """Return the runs of words that match a term, or any part of an OR of terms."""
        if isinstance(node, Or):
            return sorted({each for part in node.parts for each in self._stretches(part)})
        assert isinstance(node, Leaf)
        slots = slots_of(node)
        if not slots:
            return []
        if isinstance(node, Phrase) and node.slop:
            rows = [self.positions[slot] for slot in slots]
            near = proximity.within(rows, len(rows) + node.slop)
            return [(position, position) for position in sorted(set().union(*near))]
        found = [
            (begin, begin + len(row) - 1)
            for row in rows_of(node)
            for begin in proximity.in_order([self.positions[slot] for slot in row])
        ]
        return sorted(found)


def _is_less(word: str, whole: str) -> bool:
    value, of = value_of(word), value_of(whole)
    return value is not None and of is not None and value < of


def _regex_marks(part: Regex, text: str) -> Iterable[Mark]:
    """Yield the matches of a regular expression, paragraph by paragraph; stops when the time is up."""
    end = time.monotonic() + _REGEX_SECONDS
    seeker = BoundedRegex(part.pattern, lambda: time.monotonic() > end)
    begin = 0
    for line in text.split("\n"):
        yield from ((begin + first, begin + last) for first, last in seeker.places(line))
        begin += len(line) + 1
        if time.monotonic() > end:
            return


def _joined(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """Sort marks and merge those that overlap."""
    joined: list[Mark] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def marks_between(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return the marks that touch the characters from `start` up to `end`, cut to them and counted from `start`."""
    first = bisect_left(marks, start, key=lambda mark: mark[1])
    inside = []
    for mark_start, mark_end in marks[first:]:
        if mark_start >= end:
            break
        if mark_end > start:
            inside.append((max(mark_start, start) - start, min(mark_end, end) - start))
    return tuple(inside)

"""Groups of copies: every text of a group is a copy of its head, which came first.

A copy of a copy need not be a copy of the head, so no chain of small changes leads from one story to another. Each text
is compared with a bounded number of others, so that thousands of notices with the same final paragraph cost no more
each than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.copies.fingerprint import Fingerprint, Sketch
from tui.copies.similarity import copied, in_common

MOST_AT_KEY = 64
"""Heads that are found under one key; a key with more says little, and further heads are found under other keys."""

_KEYS_SHARED = 2
"""Keys that a text must share with a head to be compared with it. Texts that share four in five of their triples share
fewer keys once in 600 times; more similar texts, even more rarely."""

_MOST_COMPARED = 16
"""Texts that are compared exactly with one text: those whose sketches share the most."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a text belongs."""

    number: int
    head: int | None = None
    """The head of its group; None if it is a head itself."""
    sketch: Sketch | None = None
    """What is kept of a head."""
    keys: tuple[int, ...] = ()
    """The keys under which it can be found from now on."""


class Grouping:
    """Finds the head of each text's group, one after another; a text without one becomes a head."""

    def __init__(
        self,
        found_at: Iterable[tuple[int, int]],
        sketches_of: Callable[[set[int]], Iterable[tuple[int, Sketch]]],
        fingerprint_of: Callable[[int], Fingerprint | None],
    ) -> None:
        """Take pairs of a key and the number of a head that is found under it, for every key of the coming texts.

        `sketches_of` gives the sketches of some heads, `fingerprint_of` the fingerprint of one, or None if it is gone.
        """
        self._at: dict[int, list[int]] = {}
        for key, number in found_at:
            self._at.setdefault(key, []).append(number)
        self._sketches_of = sketches_of
        self._fingerprint_of = fingerprint_of
        self._sketches: dict[int, Sketch] = {}

    def place_all(self, texts: Sequence[tuple[int, Fingerprint, Sketch]]) -> Iterator[Placement]:
        """Yield where each text belongs; a new head is known to the texts that follow."""
        wanted = {head for _, _, sketch in texts for head in self._near(sketch)}
        self._sketches.update(self._sketches_of(wanted - self._sketches.keys()))
        for number, fingerprint, sketch in texts:
            head = self._head(fingerprint, sketch)
            keys = self._know(number, sketch) if head is None else ()
            yield Placement(number, head, sketch if head is None else None, keys)

    def _know(self, number: int, sketch: Sketch) -> tuple[int, ...]:
        """Add a head; return the keys under which it is found."""
        self._sketches[number] = sketch
        keys = tuple(key for key in sketch.keys if len(self._at.setdefault(key, [])) < MOST_AT_KEY)
        for key in keys:
            self._at[key].append(number)
        return keys

    def _head(self, fingerprint: Fingerprint, sketch: Sketch) -> int | None:
        """Return the most similar head, the first of equals; None if the text is not a copy."""
        known = {number: self._sketches[number] for number in self._near(sketch) if number in self._sketches}
        shared = in_common(sketch, known)
        best, most = None, 0.0
        for number in sorted(shared, key=lambda one: (-shared[one], one))[:_MOST_COMPARED]:
            other = self._fingerprint_of(number)
            alike = copied(fingerprint, other) if other is not None else 0.0
            if alike > most or (alike == most and best is not None and number < best):
                best, most = number, alike
        return best

    def _near(self, sketch: Sketch) -> Iterator[int]:
        """Yield the heads that share all words with a text, or two of its keys."""
        whole, *least = sketch.keys
        equal = self._at.get(whole, [])
        yield from equal
        counts = Counter(chain.from_iterable(self._at.get(key, ()) for key in least))
        yield from (number for number, count in counts.items() if count >= _KEYS_SHARED and number not in equal)

"""Groups of copies: every text of a group is a copy of its head, the first that came.

A copy of a copy is none of the head, where little changes from each to the next: no chain leads from one story to
another. What a text is compared with is bounded, so that thousands of notices with the same paragraph at their end cost
no more each than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.copies.fingerprint import Fingerprint, Sketch
from tui.copies.similarity import copied, in_common

MOST_AT_KEY = 64
"""Heads that are found under one key; a key that has more says little, and further ones are found under others."""

_KEYS_SHARED = 2
"""Keys that a text must share with a head to be compared with it. Texts that have four in five of all their rows in
common share fewer once in 600 times, and the more they have in common, the more rarely."""

_MOST_COMPARED = 16
"""Texts that are compared exactly with one: those whose sketches have the most in common."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a text belongs."""

    number: int
    head: int | None = None
    """The head of its group; None if it is a head itself."""
    sketch: Sketch | None = None
    """What is kept of a head."""
    keys: tuple[int, ...] = ()
    """The keys under which it is to be found from now on."""


class Grouping:
    """Finds for one text after the other the head of its group; each that has none becomes a head."""

    def __init__(
        self,
        found_at: Iterable[tuple[int, int]],
        sketches_of: Callable[[set[int]], Iterable[tuple[int, Sketch]]],
        fingerprint_of: Callable[[int], Fingerprint | None],
    ) -> None:
        """Take pairs of a key and the number of a head that is found under it, for every key of the texts to come.

        The others give what is kept of some heads, and the fingerprint of one: None if it has gone.
        """
        self._at: dict[int, list[int]] = {}
        for key, number in found_at:
            self._at.setdefault(key, []).append(number)
        self._sketches_of = sketches_of
        self._fingerprint_of = fingerprint_of
        self._sketches: dict[int, Sketch] = {}

    def place_all(self, texts: Sequence[tuple[int, Fingerprint, Sketch]]) -> Iterator[Placement]:
        """Yield where each of some texts belongs; as a head it is known from then on."""
        wanted = {head for _, _, sketch in texts for head in self._near(sketch)}
        self._sketches.update(self._sketches_of(wanted - self._sketches.keys()))
        for number, fingerprint, sketch in texts:
            head = self._head(fingerprint, sketch)
            keys = self._know(number, sketch) if head is None else ()
            yield Placement(number, head, sketch if head is None else None, keys)

    def _know(self, number: int, sketch: Sketch) -> tuple[int, ...]:
        """Take in a head; return the keys under which it is found."""
        self._sketches[number] = sketch
        keys = tuple(key for key in sketch.keys if len(self._at.setdefault(key, [])) < MOST_AT_KEY)
        for key in keys:
            self._at[key].append(number)
        return keys

    def _head(self, fingerprint: Fingerprint, sketch: Sketch) -> int | None:
        """Return the head that a text is most alike, of several the first; None if it is a copy of none."""
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
        """Yield the heads that have every word or two of the keys in common with a text."""
        whole, *least = sketch.keys
        equal = self._at.get(whole, [])
        yield from equal
        counts = Counter(chain.from_iterable(self._at.get(key, ()) for key in least))
        yield from (number for number, count in counts.items() if count >= _KEYS_SHARED and number not in equal)

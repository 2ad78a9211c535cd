"""Groups of copies: every text of a group is a copy of its head, the first that came.

A copy of a copy is none of the head, where little changes from each to the next: no chain leads from one story to
another. What a text is compared with is bounded, so that thousands of notices with the same paragraph at their end cost
no more each than one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.copies.imprint import Imprint, Sketch
from tui.copies.similarity import copied, in_common

MOST_AT_KEY = 64
"""Heads that are found under one key; a key that has more says little, and further ones are found under others."""

_MOST_COMPARED = 16
"""Texts that are compared exactly with one: those whose sketches have the most in common."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a text belongs."""

    number: int
    head: int | None = None
    """The head of its group; None where it is a head itself, or has no word to compare."""
    sketch: Sketch | None = None
    """What is kept of a head."""
    keys: tuple[int, ...] = ()
    """The keys under which it is to be found from now on."""


class Grouping:
    """Finds for one text after the other the head of its group; each that has none becomes a head."""

    def __init__(self, imprint_of: Callable[[int], Imprint | None]) -> None:
        """Take what gives the imprint of a head by its number, None where it has gone."""
        self._imprint_of = imprint_of
        self._sketches: dict[int, Sketch] = {}
        self._at: dict[int, list[int]] = {}

    def know(self, number: int, sketch: Sketch) -> tuple[int, ...]:
        """Take in a head; return the keys under which it is found."""
        self._sketches[number] = sketch
        open_keys = [key for key in sketch.keys if len(self._at.setdefault(key, [])) < MOST_AT_KEY]
        for key in open_keys:
            self._at[key].append(number)
        return tuple(open_keys)

    def place(self, number: int, imprint: Imprint | None) -> Placed:
        """Return where a text belongs; as a head it is known from then on."""
        if imprint is None:
            return Placed(number)
        sketch = imprint.sketch()
        head = self._head(imprint, sketch)
        if head is not None:
            return Placed(number, head)
        return Placed(number, None, sketch, self.know(number, sketch))

    def _head(self, imprint: Imprint, sketch: Sketch) -> int | None:
        """Return the head that a text is most alike, of several the first; None where it is a copy of none."""
        best, most = None, 0.0
        for number in self._worth_comparing(sketch):
            other = self._imprint_of(number)
            alike = copied(imprint, other) if other is not None else 0.0
            if alike > most or (alike == most and best is not None and number < best):
                best, most = number, alike
        return best

    def _worth_comparing(self, sketch: Sketch) -> list[int]:
        """Return the heads that may be alike, the likeliest first."""
        found = {number for key in sketch.keys for number in self._at.get(key, ())}
        shared = {number: in_common(sketch, self._sketches[number]) for number in found}
        likely = sorted((number for number in found if shared[number]), key=lambda one: (-shared[one], one))
        return likely[:_MOST_COMPARED]

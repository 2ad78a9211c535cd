"""A match of a pattern in its surroundings, as the checks for false positives see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.dates.grammar import Slot
from tui.dates.tokens import Tokens
from tui.dates.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match in its surroundings."""

    tokens: Tokens
    vocabulary: Vocabulary
    reading: str
    first: int
    """The first token of its first expression."""
    last: int
    """The token after its last expression."""
    slots: Sequence[Slot]

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.tokens.word(self.first - 1)

    @property
    def lead(self) -> str:
        """The word before that."""
        return self.tokens.word(self.first - 2)

    @property
    def after(self) -> str:
        """The word after the match."""
        return self.tokens.word(self.last)

    @property
    def size(self) -> int:
        """The number of tokens."""
        return self.last - self.first

    def has(self, *roles: str) -> bool:
        """Return whether one of the roles is played."""
        return any(slot.role in roles for slot in self.slots)

    def slot(self, *roles: str) -> Slot | None:
        """Return the first slot of any of the roles."""
        return next((slot for slot in self.slots if slot.role in roles), None)

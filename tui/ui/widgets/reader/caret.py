"""The caret of a selection made with keys: it holds one end and moves the other.

Both ends are characters that belong to the selection, so that a caret always selects at least one.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.search.passage import Mark
from tui.ui.drawing.word_bounds import (
    next_character,
    next_word,
    paragraph_at,
    previous_character,
    previous_word,
    sentence_at,
    word_at,
)


class Caret(Struct, frozen=True):
    """Two characters of a text, as offsets: the one that stays and the one that moves."""

    anchor: int
    head: int

    @classmethod
    def on_word(cls, text: str, offset: int) -> Caret:
        """Select the word around `offset`, or the next one."""
        return cls.over(text, word_at(text, offset))

    @classmethod
    def over(cls, text: str, span: Mark) -> Caret:
        """Select a span of at least one character; its last one moves."""
        return cls(span[0], max(span[0], previous_character(text, span[1])))

    def span(self, text: str) -> Mark:
        """Return the first selected character and the one after the last."""
        first, last = sorted((self.anchor, self.head))
        return first, next_character(text, last)

    def head_span(self, text: str) -> Mark:
        """Return the character that moves, with what is joined to it."""
        return self.head, next_character(text, self.head)

    def at(self, offset: int) -> Caret:
        """Move the head to a character."""
        return replace(self, head=offset)

    def by_character(self, text: str, steps: int) -> Caret:
        """Move the head one character on or back."""
        moved = next_character(text, self.head) if steps > 0 else previous_character(text, self.head)
        return self.at(min(moved, max(0, len(text) - 1)))

    def by_word(self, text: str, steps: int) -> Caret:
        """Move the head to the end of the next word or to the beginning of the one before."""
        return self.at(next_word(text, self.head) if steps > 0 else previous_word(text, self.head))

    def turned(self) -> Caret:
        """Let the other end move."""
        return Caret(self.head, self.anchor)

    def grown(self, text: str) -> Caret | None:
        """Select the whole sentence; where it is selected, the paragraph; where that is selected, nothing."""
        first, last = self.span(text)
        for wider in (sentence_at(text, first), paragraph_at(text, first)):
            if wider[0] <= first and last <= wider[1] and wider != (first, last):
                return Caret.over(text, wider)
        return None

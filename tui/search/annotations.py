"""What a reader added to the articles, as the query language asks for it: notes, tags and states, by article number.

None of it is in the index: it changes while the program runs, and the index is the same for every reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tui.search.analysis import words
from tui.search.beside import NO_LANGUAGE
from tui.search.language.fields import ANNOTATED
from tui.search.language.tree import Leaf, Near, Phrase, Word
from tui.search.marks import find_marks

Texts = Mapping[int, Sequence[str]]
"""The texts that a reader added to each article."""


class Annotations:
    """The notes, tags and states of one moment."""

    def __init__(
        self,
        notes: Texts | None = None,
        tags: Texts | None = None,
        states: Mapping[str, Callable[[], AbstractSet[int]]] | None = None,
    ) -> None:
        """Take notes and tags by article number, and for each state what returns its articles, called when asked."""
        self._texts: dict[str, Texts] = {"note": notes or {}, "tag": tags or {}}
        self._states = states or {}

    def holding(self, field: str, term: Leaf | Near) -> frozenset[int]:
        """Return the articles to which a reader added a text in which a term of a field stands."""
        assert field in ANNOTATED
        return frozenset(
            number
            for number, texts in self._texts[field].items()
            if any(_stands_in(term, text, field) for text in texts)
        )

    def own_tags(self, number: int) -> tuple[str, ...]:
        """Return the tags that a reader put on an article."""
        return tuple(self._texts["tag"].get(number, ()))

    def in_state(self, name: str) -> AbstractSet[int]:
        """Return the articles in a state: one of `fields.STATES` that the reader sets."""
        asked = self._states.get(name)
        return asked() if asked is not None else frozenset()


NO_ANNOTATIONS = Annotations()
"""What there is where no reader added anything."""

AnnotationLookup = Callable[[], Annotations | None]
"""Gives what the reader added, or None where nobody knows; needed only for notes, own tags and states."""


def _stands_in(term: Leaf | Near, text: str, field: str) -> bool:
    if field == "tag" and isinstance(term, (Word, Phrase)) and term.exact:
        return words(term.text) == words(text)
    return bool(find_marks(term, text, NO_LANGUAGE, field))

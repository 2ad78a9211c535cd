"""What a query may ask for that the index does not hold: the engine asks these functions for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tui.base.days import Span
from tui.search.annotations import AnnotationLookup
from tui.search.language.tree import Leaf, Near

TextLookup = Callable[[Sequence[int]], Iterable[tuple[int, str, str]]]
"""Gives number, title and text of articles; needed only for regular expressions."""

MentionLookup = Callable[[Span], AbstractSet[int]]
"""Gives the numbers of the articles that mention a day of a span; needed only for mentioned dates."""

ValueLookup = Callable[[str, str], AbstractSet[int]]
"""Gives the numbers of the articles whose field has exactly a value; needed only for whole values."""


NameLookup = Callable[[Leaf | Near], AbstractSet[int]]
"""Gives the numbers of the articles with a name that a term asks for."""


class Lookups(NamedTuple):
    """The functions that an engine may ask."""

    texts: TextLookup | None = None
    mention_lookup: MentionLookup | None = None
    value_lookup: ValueLookup | None = None
    annotation_lookup: AnnotationLookup | None = None
    name_lookup: NameLookup | None = None

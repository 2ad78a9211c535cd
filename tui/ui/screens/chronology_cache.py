"""The chronology that was put in order last, so that going back to it costs nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.core.view import Query

if TYPE_CHECKING:  # loaded after the first frame
    from tui.chronology.chronology import Chronology
    from tui.ui.drawing.chronology_items import Item


@dataclass(frozen=True, slots=True)
class KnownChronology:
    """A chronology and its list."""

    query: Query
    found: Chronology
    items: tuple[Item, ...]


class ChronologyCache:
    """Holds one chronology until the dossier changes."""

    def __init__(self) -> None:
        self._known: KnownChronology | None = None

    def keep(self, known: KnownChronology) -> None:
        """Keep a chronology instead of the one before."""
        self._known = known

    def get(self, query: Query) -> KnownChronology | None:
        """Return the chronology of a query, however its copies are listed, if it is the one that is kept."""
        known = self._known
        return known if known is not None and same_articles(known.query, query) else None

    def of_words(self, text: str) -> Chronology | None:
        """Return the chronology of all articles that have these words, in all time, if it is the one that is kept."""
        known = self._known
        return known.found if known is not None and known.query.span is None and known.query.text == text else None

    def clear(self) -> None:
        """Keep none: the dossier has changed."""
        self._known = None


def same_articles(one: Query, other: Query) -> bool:
    """Say whether two queries find the same articles, however their copies are listed."""
    return replace(one, folded=other.folded, opened=other.opened) == other

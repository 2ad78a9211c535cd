"""A note with where it stands now: what lists, margins and exports show of it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.desk.anchoring import Placement
from tui.desk.state import Note


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note, where it stands now, and what is known of its article."""

    note: Note
    placement: Placement
    title: str
    source: str
    date: str
    path: str
    address: str = ""
    article_tags: tuple[str, ...] = ()
    """The reader's tags on the article."""
    missing: bool = False
    """Whether the article is not in the dossier."""
    star: bool = False
    """Whether it is no note, but the star of an article, listed among the notes; its id is that of the article."""
    retold: bool = False
    """Whether the words of the article are not its outlet's own."""

    @property
    def origin(self) -> str:
        """The source and the date: `AFP, 2023-06-30`."""
        return ", ".join(filter(None, (self.source, self.date or "undated")))

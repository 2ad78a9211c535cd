"""What workers report to the main screen: one message an answer, in the past tense."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.message import Message

from tui.base.progress import Step
from tui.core.view import Reading, Row, View

if TYPE_CHECKING:
    from tui.core.divided import Part
    from tui.core.rewording import QueryChange
    from tui.dates.values import Timex
    from tui.desk.placed_note import PlacedNote
    from tui.search.facets import Facet
    from tui.timeline.layers import Division
    from tui.timeline.milestones import Milestone
    from tui.ui.screens.dossier.open_desk import Shown


class Answer(Message):
    """Something that a worker found out for the main screen."""


class ViewReady(Answer):
    """A query was answered."""

    def __init__(self, view: View, reading: Reading | None = None) -> None:
        super().__init__()
        self.view = view
        self.reading = reading
        """The first hit with its marks, where finding them took no time worth mentioning."""


class RowsReady(Answer):
    """Further rows of a view were made."""

    def __init__(self, view: View, first: int, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self.view = view
        self.first = first
        """The place of the first of them in the list, from 0."""
        self.rows = rows


class ReadingReady(Answer):
    """An article was fetched and its marks were found."""

    def __init__(self, reading: Reading, query_text: str) -> None:
        super().__init__()
        self.reading = reading
        self.query_text = query_text
        """The words whose marks it has."""


class DatesReady(Answer):
    """The dates that an article names were found."""

    def __init__(self, number: int, dates: tuple[Timex, ...]) -> None:
        super().__init__()
        self.number = number
        """The article's number in the catalogue."""
        self.dates = dates


class FacetsReady(Answer):
    """The values that the hits of a view share were counted."""

    def __init__(self, view: View, facets: tuple[Facet, ...]) -> None:
        super().__init__()
        self.view = view
        self.facets = facets


class Reworded(Answer):
    """A query was put into narrower or wider words."""

    def __init__(self, asked: str, text: str, change: QueryChange) -> None:
        super().__init__()
        self.asked = asked
        """The query as it was."""
        self.text = text
        """The query as it is now; the same where there was nothing to change."""
        self.change = change


class RelatedReady(Answer):
    """The rare words that an article shares with others were found."""

    def __init__(self, text: str, title: str) -> None:
        super().__init__()
        self.text = text
        """The query that finds related articles; empty where there are none."""
        self.title = title
        """The title of that article."""


class MilestonesReady(Answer):
    """The events that several articles of a query report were found."""

    def __init__(self, answered: str, milestones: tuple[Milestone, ...]) -> None:
        super().__init__()
        self.answered = answered
        """The words of the query."""
        self.milestones = milestones


class DivisionReady(Answer):
    """The hits of a view were divided."""

    def __init__(self, view: View, division: Division, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self.view = view
        self.division = division
        self.parts = parts


class Progressed(Answer):
    """Reading the dossier came one step further."""

    def __init__(self, step: Step, words: str) -> None:
        super().__init__()
        self.step = step
        self.words = words
        """The step in words, with its pace and the time left as far as they are known."""


class FolderRead(Answer):
    """The catalogue and the index are up to date with the folder."""

    def __init__(self, changed: bool, busy: bool, columns: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__()
        self.changed = changed
        self.busy = busy
        """Whether another program is still reading it, so that more may change soon."""
        self.columns = columns
        """What the columns of unread tables seem to hold, name by role; empty where nothing is to be asked."""


class DeskChanged(Answer):
    """The desk was opened, or something was done on it."""

    def __init__(
        self, said: str, shown: Shown, mended: bool = False, warns: bool = False, unasked: bool = False
    ) -> None:
        super().__init__()
        self.said = said
        """What is told of it; mostly empty where nobody pressed a key."""
        self.shown = shown
        self.mended = mended
        """Whether articles say something else now."""
        self.warns = warns
        """Whether it failed, or is kept in memory only."""
        self.unasked = unasked
        """Whether it came about by itself, so that no list changes under the cursor."""


class ReadThrough(Answer):
    """Somebody read an article to its end."""

    def __init__(self, ident: str) -> None:
        super().__init__()
        self.ident = ident
        """The article's id."""


class NotesReady(Answer):
    """The notes of an article were placed in its text."""

    def __init__(self, ident: str, notes: tuple[PlacedNote, ...]) -> None:
        super().__init__()
        self.ident = ident
        """The article's id."""
        self.notes = notes


class Failed(Message):
    """A worker could not do its work; `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

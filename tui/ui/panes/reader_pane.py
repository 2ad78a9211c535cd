"""The reader's pane: the article, the line for finding in it, and a title that always says whose words are shown."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input

from tui.base.plurals import counted
from tui.core.citable import whole
from tui.core.view import Query
from tui.locale import _
from tui.ui import messages
from tui.ui.clipboard import Part, copy_part
from tui.ui.drawing.status import brief_title, reader_title
from tui.ui.panes.titled_pane import TitledPane
from tui.ui.widgets.find_bar import FindBar
from tui.ui.widgets.reader import (
    Copied,
    FindAsked,
    FindChanged,
    FindLeft,
    PageEnded,
    PositionChanged,
    Reader,
    Selecting,
)
from tui.ui.widgets.suggestion_list import SuggestionList


class ReaderPane(TitledPane):
    """An article with its title line; what its reader does not do by itself goes on to the screen."""

    REST: ClassVar[float] = 2.0
    """Seconds for which the end of an article has to be in sight until it counts as read."""

    _resting: Timer | None = None
    _missing = ""
    """What is sought in the article and does not stand there."""

    def compose(self) -> ComposeResult:
        """Hold the reader; the line for finding comes when it is wanted."""
        yield Reader(id="reader")

    def on_mount(self) -> None:
        """Begin without an article."""
        self.show_title()

    def show_title(self, *where: str) -> None:
        """Say in the title whose article is shown and from when, and where in it the reader is."""
        reader = self.query_one(Reader)
        article = reader.reading.article if reader.reading else None
        title = reader_title(article, *where) if reader.head_open else brief_title(article, self.size.width - 6, *where)
        self.set_title(title)

    def show_position(self) -> None:
        """Say where in the article the reader is now, not some messages later: both are then painted together."""
        position = self.query_one(Reader).position
        if position is None:
            self.show_title()
        else:
            self.note_position(position)

    @on(PositionChanged)
    def note_position(self, event: PositionChanged) -> None:
        """Say which date or mark is shown and how far the text was read, unless a selection is being made."""
        if self.query_one(Reader).selection.by_keys:
            return
        which = [_("mark {mark} of {marks}").format(mark=event.mark, marks=event.marks)] if event.mark else []
        if event.marks and not event.mark:
            which = [counted(event.marks, "mark")]
        if event.date:
            which = [_("date {date} of {dates}").format(date=event.date, dates=event.dates)]
        self.show_title(*which, f"{event.percent} %")

    @on(PositionChanged)
    def await_rest(self) -> None:
        """Wait whether somebody rests at the end of the article; whoever only passes there has not read it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(self.REST, self.end_rest) if self._at_end else None

    def on_descendant_focus(self) -> None:
        """Wait at the end, if that is in sight."""
        self.await_rest()

    def end_rest(self) -> None:
        """Say that the article was read if its end is still in sight of somebody who reads it."""
        if self._at_end:
            self._say_read()

    @on(PageEnded)
    def leave_end(self, event: PageEnded) -> None:
        """Say that the article was read: somebody pages on from its end."""
        if event.direction > 0:
            self._say_read()

    @property
    def _at_end(self) -> bool:
        reader = self.query_one(Reader)
        return reader.has_focus and reader.position is not None and reader.position.percent == 100

    def _say_read(self) -> None:
        reading = self.query_one(Reader).reading
        if reading is not None:
            self.post_message(messages.ReadThrough(reading.article.id))

    @on(Selecting)
    def show_selection(self, event: Selecting) -> None:
        """Say how much is selected; the line of keys says what can be done with it."""
        if event.words:
            self.set_title(_("{words} selected").format(words=counted(event.words, "word")))
        else:
            self.show_position()

    @on(FindAsked)
    def open_find(self) -> None:
        """Open the line for words to find in the article."""
        if not self.query(FindBar):
            self.mount(FindBar(id="find"))
        self.query_one(FindBar).focus()

    @on(Input.Changed, "#find")
    def find_typed(self, event: Input.Changed) -> None:
        """Find what is typed, at every key."""
        self.query_one(Reader).find(event.value)

    @on(FindChanged)
    def show_found(self, event: FindChanged) -> None:
        """Say which find is shown: "3 of 12"."""
        self._missing = "" if event.finds else event.sought
        if event.sought:
            self.show_title(
                _("found {find} of {finds}").format(find=event.find, finds=event.finds)
                if event.finds
                else _("not in this article · enter searches all")
            )

    @on(FindBar.Entered)
    def enter_find(self, event: FindBar.Entered) -> None:
        """Go on in the text with what was found; as the title says, what is not there is searched in all articles."""
        if event.words.strip() and event.words == self._missing:
            self._end_find()
            self.post_message(SuggestionList.Chosen(Query(event.words)))
        else:
            self.accept_find()

    @on(FindBar.Accepted)
    def accept_find(self) -> None:
        """Go on in the text with what was found."""
        self.query_one(Reader).focus()

    @on(FindBar.Closed)
    @on(FindLeft)
    def close_find(self) -> None:
        """Close the line for finding."""
        self._end_find()
        self.query_one(Reader).focus()

    def _end_find(self) -> None:
        self.query(FindBar).remove()
        self.query_one(Reader).find("")

    @on(Copied)
    def copy(self, event: Copied) -> None:
        """Copy a passage of the article or its citation, and say whose words it has."""
        reading = self.query_one(Reader).reading
        if reading is not None:
            told = copy_part(self.app, Part(event.part), event.text, whole(reading.article))
            self.notify(told, timeout=4, markup=False)

"""The reader's pane: the article, the line for finding in it, and a title that always says whose words are shown."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.base.plurals import counted
from tui.ui.clipboard import copy
from tui.ui.drawing.status import reader_title
from tui.ui.panes.titled_pane import TitledPane
from tui.ui.widgets.find_bar import FindBar
from tui.ui.widgets.reader import Reader


class ReaderPane(TitledPane):
    """An article with its title line; `MarksEnded` and `PageEnded` of its reader go on to the screen."""

    def compose(self) -> ComposeResult:
        """Hold the reader; the line for finding comes when it is wanted."""
        yield Reader(id="reader")

    def on_mount(self) -> None:
        """Begin without an article."""
        self.name_it()

    def name_it(self, *where: str) -> None:
        """Say in the title whose article is shown and from when, and where in it the reader is."""
        reading = self.query_one(Reader).reading
        self.entitle(reader_title(reading.article if reading else None, *where))

    def tell_whereabouts(self) -> None:
        """Say where in the article the reader is at once, not some messages later: both are then painted together."""
        place = self.query_one(Reader).whereabouts
        if place is None:
            self.name_it()
        else:
            self.tell_place(place)

    @on(Reader.PlaceChanged)
    def tell_place(self, event: Reader.PlaceChanged) -> None:
        """Say which date or mark is shown and how far the text was read, unless a selection is being made."""
        if self.query_one(Reader).selecting:
            return
        which = [f"mark {event.mark} of {event.marks}"] if event.marks else []
        if event.date:
            which = [f"date {event.date} of {event.dates}"]
        self.name_it(*which, f"{event.percent} %")

    @on(Reader.Selecting)
    def tell_selection(self, event: Reader.Selecting) -> None:
        """Say what the keys do while a selection is being made."""
        if event.words:
            self.entitle(f"{counted(event.words, 'word')} selected · v more · ← → w b extend · y copies · esc")
        else:
            self.tell_whereabouts()

    @on(Reader.FindAsked)
    def open_find(self) -> None:
        """Open the line for words to find in the article."""
        if not self.query(FindBar):
            self.mount(FindBar(id="find"))
        self.query_one(FindBar).focus()

    @on(Input.Changed, "#find")
    def find_words(self, event: Input.Changed) -> None:
        """Find what is typed, at every key."""
        self.query_one(Reader).find(event.value)

    @on(Reader.FindChanged)
    def tell_find(self, event: Reader.FindChanged) -> None:
        """Say which of the found places is shown: "3 of 12"."""
        if event.sought:
            self.name_it(f"found {event.place} of {event.places}" if event.places else "not in this article")

    @on(FindBar.Settled)
    def settle_find(self) -> None:
        """Go on in the text with what was found."""
        self.query_one(Reader).focus()

    @on(FindBar.Closed)
    @on(Reader.FindLeft)
    def close_find(self) -> None:
        """Close the line for finding."""
        self.query(FindBar).remove()
        self.query_one(Reader).find("")
        self.query_one(Reader).focus()

    @on(Reader.Copied)
    def copy(self, event: Reader.Copied) -> None:
        """Copy a text of the article, and say whose words it holds."""
        reading = self.query_one(Reader).reading
        self.notify(copy(self.app, event.text, reading.article if reading else None), timeout=4, markup=False)

"""Which article the reader shows, and where in it: at its first mark, where it was left, or where a way leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.core.view import Reading, View
from tui.search.passage import Mark
from tui.ui.drawing.status import end_words
from tui.ui.messages import DatesReady, ReadingReady
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import MARK, Reader
from tui.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.ui.screens.dossier.questions import Questions
    from tui.ui.screens.dossier.screen import DossierScreen


class Arrival(Struct, frozen=True):
    """Where in an article to go as soon as it is shown."""

    article: int
    line: int | None = None
    """The character of the text to begin at; None for the first mark, or where the article was left."""
    date: int | None = None
    """The first character of the date to put the cursor on."""
    passage: Mark | None = None
    """The characters of the text to show and select."""


class OpenArticle:
    """Keeps the reader on the article under the list's cursor."""

    def __init__(self, screen: DossierScreen, questions: Questions) -> None:
        self._screen = screen
        self._questions = questions
        self._lines: dict[int, int] = {}
        """The first character in sight of articles that were left."""
        self._shown: tuple[int, str] | None = None
        """What the reader shows: an article's number, 0 where it must be fetched again, and the words of the query."""
        self._direction = 0
        """-1 while the marks are walked backwards into the article before."""
        self._arrival: Arrival | None = None

    @property
    def reader(self) -> Reader:
        """The widget that shows it."""
        return self._screen.query_one(Reader)

    @property
    def _list(self) -> ArticleList:
        return self._screen.query_one(ArticleList)

    def follow_cursor(self, number: int, view: View) -> None:
        """Read what the cursor is on, unless it is being read under these very words."""
        if self._shown != (number, view.answered):
            self._questions.read(number, view)

    def show_first(self, view: View) -> None:
        """Read the first article at once, so that the first frame is whole."""
        if self._list.number is not None:
            self.show(self._questions.read_now(self._list.number, view), view.answered)

    def show_ready(self, event: ReadingReady, view: View | None) -> None:
        """Show an article that was asked for, unless the cursor is on another one by now, or under other words."""
        wanted = (self._list.number, view.answered if view is not None else "")
        if wanted == (event.reading.number, event.query_text):
            self.show(event.reading, event.query_text)

    def show(self, reading: Reading, words: str) -> None:
        """Open an article under a query; nothing moves where it is open already."""
        reader = self.reader
        if self._shown == (reading.number, words):
            return
        self._keep_line()
        same = reader.reading is not None and reader.reading.article.id == reading.article.id
        again = same and self._shown is not None and self._shown[1] == words
        self._shown = (reading.number, words)
        if not (again and reader.renew(reading)):
            reader.show(reading, self._first_line(reading, again), last_mark=self._direction < 0)
            self._direction = 0
        self.arrive()
        published = reading.article.published
        self._screen.query_one(Timeline).article = (
            (published.span.first, reading.article.source) if published is not None else None
        )
        self._screen.query_one(ReaderPane).show_position()
        self._screen.notes.ask()

    def show_dates(self, event: DatesReady) -> None:
        """Underline the dates of the article, unless another one is read by now."""
        reader = self.reader
        if reader.reading is not None and reader.reading.number == event.number:
            reader.take_dates(event.dates)

    def clear(self, busy: bool = False) -> None:
        """Show no article; while files are read, its place is kept without a word."""
        self._shown = None
        self.reader.waits = busy
        self.reader.show(None)
        self._screen.query_one(Timeline).article = None
        self._screen.query_one(ReaderPane).show_title()

    def fetch_again(self) -> None:
        """Let the article that is shown be fetched with the next view: the dossier has changed."""
        self._shown = (0, self._shown[1]) if self._shown is not None else None

    def walk_on(self, direction: int) -> bool:
        """Go on with the marks of the next article (1) or the last of the one before (-1); say whether there is one."""
        self._direction = direction
        moved = self.step(direction)
        if not moved:
            self._direction = 0
        return moved

    def step(self, steps: int) -> bool:
        """Go to another article of the list; say whether there is one."""
        before = self._list.cursor
        self._list.cursor += steps
        return self._list.cursor != before

    def go_on(self, unit: str, steps: int) -> None:
        """Go on in the text, or back: to a `mark`, by a `page`, or to another `article`."""
        if unit == "mark":
            self.reader.action_walk(MARK, steps)
        elif unit == "page":
            self.reader.action_page(steps)
        elif not self.step(steps):
            self._screen.notify(end_words("article", steps, 0), timeout=2)

    def expect(self, arrival: Arrival | None) -> None:
        """Go somewhere in an article as soon as it is shown, or no longer."""
        self._arrival = arrival

    def arrive(self) -> None:
        """Go where somebody wants to, if that is in the article that is shown; what is in place does not move."""
        arrival, reader = self._arrival, self.reader
        shown = reader.reading.number if reader.reading is not None else None
        if arrival is None or shown != arrival.article or self._list.number != arrival.article:
            return
        self._arrival = None
        if arrival.date is not None and (reader.date is None or reader.date.start != arrival.date):
            reader.go_to(date=arrival.date)
        if arrival.passage is not None:
            reader.select(arrival.passage)
        if arrival.line is not None and reader.line != arrival.line:
            reader.go_to(arrival.line)

    def _first_line(self, reading: Reading, again: bool) -> int | None:
        if self._arrival is not None and self._arrival.article == reading.number and self._arrival.line is not None:
            return self._arrival.line
        if again:
            return self.reader.line
        return None if reading.marks else self._lines.get(reading.number)

    def _keep_line(self) -> None:
        if self.reader.reading is not None:
            self._lines[self.reader.reading.number] = self.reader.line

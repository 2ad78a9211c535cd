"""The reader: one article under one query, its marks, what is sought in it and what is selected from it.

It knows the article and nothing of the list: where its marks or its text end, it says so and the screen goes on.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.core.view import Reading
from tui.ui.drawing.article_header import article_sections
from tui.ui.drawing.document import Document, Section, Spot
from tui.ui.drawing.spans import Layer
from tui.ui.widgets.reader.dated_page import DatedPage

_EMPTY = "Nothing to read.\nChoose an article in the list."
_STEP = 4
"""Cells by which a key changes the measure."""
_SELECTING = frozenset({"character", "word", "turn"})
"""Actions that there are only while a selection is made with keys."""


class Reader(DatedPage):
    """One article, to be read, walked, searched and copied from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "a line down", id="reader.line-down", show=False),
        Binding("up,k", "line(-1)", "a line up", id="reader.line-up", show=False),
        Binding("space,pagedown", "page(1)", "read on: a page, then the next article", id="reader.read-on", show=False),
        Binding("b", "page_or_word_back", "a page back", id="reader.back", show=False),
        Binding("pageup", "page(-1)", "a page back", id="reader.page-up", show=False),
        Binding("g,home", "edge(-1)", "to the top", id="reader.top", show=False),
        Binding("G,end", "edge(1)", "to the end", id="reader.end", show=False),
        Binding("n", "walk(1)", "next mark", id="reader.next-mark"),
        Binding("N", "walk(-1)", "previous mark", id="reader.previous-mark", show=False),
        Binding("e", "date(1)", "next date", id="reader.next-date"),
        Binding("E", "date(-1)", "previous date named in the text", id="reader.previous-date", show=False),
        Binding("slash", "find", "find in the article", id="reader.find"),
        Binding("v", "select", "select: word, sentence, paragraph", id="reader.select", show=False),
        Binding("h,left", "character(-1)", "selection: a character back", id="reader.character-back", show=False),
        Binding("l,right", "character(1)", "selection: a character on", id="reader.character", show=False),
        Binding("w", "word(1)", "selection: a word on; b a word back", id="reader.word", show=False),
        Binding("o", "turn", "selection: move its other end", id="reader.turn", show=False),
        Binding("y", "copy", "copy the selection or the paragraph", id="reader.copy", show=False),
        Binding("enter", "open", "the date on the timeline; selection: copy it", id="reader.open", show=False),
        Binding("x", "left_out", "show or hide the lines left out", id="reader.left-out", show=False),
        Binding("less_than_sign", "measure(-1)", "shorter lines", id="reader.narrower", show=False),
        Binding("greater_than_sign", "measure(1)", "longer lines", id="reader.wider", show=False),
        Binding("escape", "leave", "drop the selection, leave find, leave the date", id="reader.leave", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--facts",
        "reader--note",
        "reader--text",
        "reader--left-out",
        "reader--empty",
    }
    DEFAULT_CSS = """
    Reader {
        & > .reader--title { color: $foreground; text-style: bold; }
        & > .reader--facts { color: $text-muted; }
        & > .reader--note { color: $warning; text-style: italic; }
        & > .reader--text { color: $foreground; }
        & > .reader--left-out { color: $text-muted; text-style: dim; }
        & > .reader--empty { color: $text-muted; }
    }
    """

    class PlaceChanged(Message):
        """Another mark is the current one, or more of the text came in sight."""

        def __init__(self, mark: int, marks: int, percent: int, date: int = 0, dates: int = 0) -> None:
            super().__init__()
            self.mark = mark
            """The current mark, from 1; 0 where there is none."""
            self.marks = marks
            self.percent = percent
            """How much of the article lies above the lower edge, from 0 to 100."""
            self.date = date
            """Which of the dates that the text names is under the cursor, from 1; 0 where none is."""
            self.dates = dates

    class PageEnded(Message):
        """There is no further page in this article."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction
            """1 for the end of the article, -1 for its beginning."""

    class FindAsked(Message):
        """Words to find are to be asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._arrival: int | None = None
        self._arriving = False
        self._left_out = False
        self._told: tuple[int, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """What is being read, or None."""
        return self._reading

    def reads(self, article_id: str) -> bool:
        """Say whether the article with that id is being read, whatever number it has by now."""
        return self._reading is not None and self._reading.article.id == article_id

    @property
    def place(self) -> int:
        """The first character of the text that is in sight; 0 while something above the text is."""
        return self.offset_of(self.top)

    def on_mount(self) -> None:
        """Begin empty."""
        self.open(self._composed, Spot(0, 0))

    def show(self, reading: Reading, place: int | None = None) -> None:
        """Read an article from `place`, a character of its text; without one, from its first mark."""
        self._begin(reading, place)
        self._arrive()
        if self.sought:
            self.find(self.sought)

    def renew(self, reading: Reading) -> bool:
        """Take what else is known by now of the article that is being read; nothing moves and nothing is unselected.

        Say whether that was possible: where its text or its marks are others, the article has to be shown anew.
        """
        old, above = self._reading, self.document.section("text")
        if old is None or _matter(old) != _matter(reading):
            return False
        self._reading = reading
        self.take_dates(reading.dates or old.dates)
        self.recompose_page()
        self.sections_moved((self.document.section("text") or 0) - (above or 0))
        self.moved()
        return True

    def clear(self) -> None:
        """Read nothing."""
        self._begin(None)

    def go_to_date(self, start: int) -> None:
        """Go to the date that begins at a character of the text, as soon as the pane has a size."""
        self._arrival, self._arriving = None, False
        self._mark = None
        super().go_to_date(start)

    def go_to_mark(self, which: int) -> None:
        """Go to the first mark of the text (1) or to the last (-1); without marks, nothing happens."""
        if self._marks:
            self._mark = 0 if which > 0 else len(self._marks) - 1
            self._arrival, self._arriving = None, True
            self._arrive()

    def find(self, words: str) -> None:
        """Find words, or stop seeking where there are none; the place is told anew then."""
        super().find(words)
        if not self.sought:
            self._told = ()
            self.moved()

    def spans_in(self, section: str) -> list[Layer]:
        """Return the marks of the title too."""
        if section == "title" and self._reading is not None:
            return [Layer(self._reading.title_marks, self._style("mark"))]
        return super().spans_in(section)

    def section_style(self, section: str) -> Style:
        """Return the style of title, facts, notes and text."""
        return self.get_component_rich_style(f"reader--{section}")

    def laid_out(self) -> None:
        """Go where the article was to be opened, if the pane had no size then."""
        self._arrive()
        self.moved()

    def moved(self) -> None:
        """Say which mark is the current one and how far the text was read."""
        told = self._where
        if self._reading is not None and told != self._told:
            self._told = told
            self.post_message(self.PlaceChanged(*told))

    @property
    def whereabouts(self) -> PlaceChanged | None:
        """What `PlaceChanged` says or is about to say; None where nothing is read, or not yet."""
        return self.PlaceChanged(*self._where) if self._reading is not None and not self._arriving else None

    @property
    def _where(self) -> tuple[int, int, int, int, int]:
        """The current mark of how many, how much of the text was seen in per cent, the current date of how many."""
        rows = self.document.height
        seen = min(rows, self.scroll_offset.y + self.scrollable_content_region.height)
        percent = 100 * seen // rows if rows and self._reading else 0
        return (0 if self._mark is None else self._mark + 1, len(self._marks), percent, *self.date_place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Let the keys that move a selection be others' while there is none."""
        if action == "open":
            return self.selecting or self.date is not None
        return action not in _SELECTING or self.selecting

    def action_line(self, rows: int) -> None:
        """Scroll, or move the caret, by lines."""
        if not self.caret_by_rows(rows):
            self.move_by(rows)

    def action_page(self, pages: int) -> None:
        """Scroll by a page, two lines less than are in sight; beyond the ends, ask for another article."""
        rows = pages * max(1, self.scrollable_content_region.height - 2)
        if not self.caret_by_rows(rows) and not self.move_by(rows):
            self.post_message(self.PageEnded(pages))

    def action_page_or_word_back(self) -> None:
        """Go a page back; while selecting, a word."""
        if self.selecting:
            self.action_word(-1)
        else:
            self.action_page(-1)

    def action_edge(self, which: int) -> None:
        """Go to the top (-1) or to the end (1)."""
        if not self.caret_to_edge(which):
            self.move_to(self.document.end if which > 0 else Spot(0, 0))

    def action_find(self) -> None:
        """Ask for words to find."""
        if self._reading is not None:
            self.post_message(self.FindAsked())

    def action_open(self) -> None:
        """Copy what is selected; else ask for the timeline at the date under the cursor."""
        if self.selecting:
            self.action_copy()
        else:
            self.action_follow()

    def action_left_out(self) -> None:
        """Show or hide the lines that are no part of the article."""
        if self._reading is None or not self._reading.article.left_out:
            return
        self._left_out = not self._left_out
        self.recompose_page()
        lines = self.document.section("left-out")
        if lines is not None:
            self.move_to(Spot(lines, 0), self.third)
        self.moved()

    def action_measure(self, steps: int) -> None:
        """Make the lines longer or shorter."""
        shown = self.measure if steps > 0 else min(self.measure, self.document.measure)
        self.measure = shown + steps * _STEP

    def action_leave(self) -> None:
        """Drop the selection; where there is none, stop seeking."""
        if self.selected is not None:
            self.unselect()
        elif self.sought:
            self.find("")
            self.post_message(self.FindLeft())
        elif not self.drop_date():
            raise SkipAction

    def _composed(self, measure: int) -> Document:
        if self._reading is None:
            return Document((Section("empty", _EMPTY),), measure)
        read = self._reading
        return Document(article_sections(read.article, self._left_out, read.copies, read.copies_total), measure)

    def _begin(self, reading: Reading | None, place: int | None = None) -> None:
        """Forget everything that belonged to another article."""
        if self._reading is None or reading is None or reading.number != self._reading.number:
            self._left_out = False
        self._reading = reading
        marks = reading.marks if reading is not None else ()
        self.take_marks(marks, 0 if marks and place is None else None)
        self.drop_date()
        self.take_dates(reading.dates if reading is not None else ())
        self._arrival, self._arriving = place, reading is not None
        self._told = ()
        self.open(self._composed, Spot(0, 0))

    def _arrive(self) -> None:
        """Go where the article is to be opened, as soon as the pane has a size."""
        if not self._arriving or not self.size.height:
            return
        self._arriving = False
        if self._arrival is not None:
            self.move_to(self.spot_of(self._arrival) if self._arrival else Spot(0, 0))
        elif self._mark is not None:
            self._show_span(self._marks[self._mark])
        self.moved()


def _matter(reading: Reading) -> tuple[object, ...]:
    """Return what the places on the page are places of."""
    return reading.article.id, reading.article.text, reading.marks, reading.article.left_out

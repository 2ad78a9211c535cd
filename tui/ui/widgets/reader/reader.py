"""The reader: one article under one query, with the stops that keys walk, and what is selected from it.

It knows the article and nothing of the list: where its stops or its text end, it says so and the screen goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType

from tui.core.view import Reading
from tui.locale import _
from tui.search.passage import Mark
from tui.ui.drawing.desk_words import unplaced_line
from tui.ui.drawing.document import Document, Spot
from tui.ui.drawing.marked_scrollbar import MarkedScrollBar, ticked
from tui.ui.drawing.spans import Layer
from tui.ui.drawing.text_structure import headings
from tui.ui.drawing.word_bounds import paragraph_at
from tui.ui.widgets.reader import messages
from tui.ui.widgets.reader.composed import document_of, empty_document, matter_of
from tui.ui.widgets.reader.find import Finder
from tui.ui.widgets.reader.keys import KEYS
from tui.ui.widgets.reader.page import Page
from tui.ui.widgets.reader.stops import DATE, FIND, MARK, NOTE, SIGN, StopList, Stops, fill_dates, fill_notes, note_sign

if TYPE_CHECKING:  # the rules that read dates are loaded after the first frame
    from tui.dates.values import Timex
    from tui.desk.placed_note import PlacedNote

_ROOMY = 28
"""Rows of a terminal from which the head of an article is open unless somebody closes it."""


class Reader(Page):
    """One article, to be read, walked, searched and copied from."""

    STYLES = "reader"
    BINDINGS: ClassVar[list[BindingType]] = KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"reader--{name}"
        for name in (
            *("title", "heading", "facts", "note", "desk", "text", "left-out", "empty"),
            *("noted", "changed-note", "current-note"),
            *("mark", "current-mark", "find", "current-find", "written", "inferred", "current-date", "tick"),
        )
    }
    DEFAULT_CSS = """
    Reader {
        & > .reader--title { color: $foreground; text-style: bold; }
        & > .reader--heading { color: $secondary; text-style: bold; }
        & > .reader--facts { color: $text-muted; }
        & > .reader--note { color: $warning; text-style: italic; }
        & > .reader--desk { color: $secondary; text-style: bold; }
        & > .reader--text { color: $foreground; }
        & > .reader--left-out { color: $quiet; text-style: italic; }
        & > .reader--empty { color: $text-muted; }
        & > .reader--written { text-style: underline; }
        & > .reader--inferred { text-style: underline italic; }
        & > .reader--noted { background: $secondary 16%; }
        & > .reader--changed-note { background: $warning 16%; text-style: italic; }
        & > .reader--current-note { color: $secondary; text-style: bold reverse; }
        & > .reader--mark { color: $warning; text-style: bold underline; }
        & > .reader--find { color: $primary; text-style: bold underline; }
        & > .reader--current-mark { color: $warning; text-style: bold reverse; }
        & > .reader--current-find { color: $primary; text-style: bold reverse; }
        & > .reader--current-date { color: $secondary; text-style: bold reverse; }
        & > .reader--tick { color: $warning; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        notes = StopList(NOTE, looks=("noted", "changed-note"))
        dates = StopList(DATE, looks=("written", "inferred"))
        self.stops = Stops(notes, dates, StopList(MARK), StopList(FIND, wraps=True))
        """The stops of the article, by kind."""
        self.reading: Reading | None = None
        """What is being read, or None."""
        self._notes_line = ""
        self._desk_lines: Mapping[str, str] = {}
        self._finder = Finder(self, self.stops[FIND], self._show_find)
        self._line: int | None = None
        self._arriving = False
        self._left_out = False
        self._reported: messages.PositionChanged | None = None
        self._headings: tuple[Mark, ...] = ()
        self.head: bool | None = None  # whether it is open; None leaves that to the height of the terminal
        self.waits = True  # whether an article may come, so that nothing is said where none is shown
        self._head_shown = True

    @property
    def head_open(self) -> bool:
        """Whether all that is known of the article stands above its text; else one line does."""
        return self.app.size.height >= _ROOMY if self.head is None else self.head

    @property
    def line(self) -> int:
        """The first character of the text that is in sight; 0 while something above the text is."""
        return self.viewport.offset_of(self.viewport.top)

    @property
    def date(self) -> Timex | None:
        """The date under the cursor."""
        return self.stops[DATE].value  # type: ignore[return-value]

    @property
    def notes(self) -> tuple[PlacedNote, ...]:
        """The notes under the cursor."""
        return self.stops[NOTE].value or ()  # type: ignore[return-value]

    @property
    def here(self) -> int:
        """The character of the text that keys act upon: the current stop in sight, else the first character."""
        return self.stops.here(self.viewport.sight)

    @property
    def position(self) -> messages.PositionChanged | None:
        """What `PositionChanged` says or is about to say; None where nothing is read, or not yet."""
        if self.reading is None or self._arriving:
            return None
        return messages.PositionChanged(*self.stops[MARK].position, self.viewport.percent, *self.stops[DATE].position)

    def on_mount(self) -> None:
        """Begin empty, with the stops ticked on the scrollbar."""
        bar = partial(MarkedScrollBar, ticks=self._ticks, tick_style=partial(self.style, "tick"))
        setattr(self.vertical_scrollbar, "renderer", bar)  # noqa: B010  # declared as a class, called as a function
        self.viewport.open(self._composed(), Spot(0, 0))

    def show(self, reading: Reading | None, line: int | None = None, last_mark: bool = False) -> None:
        """Read an article from `line`, a character of its text; without one, from its first mark, or its last.

        Everything that belonged to another article is forgotten; what is sought is sought in this one. Without a
        reading, nothing is read.
        """
        if self.reading is None or reading is None or reading.number != self.reading.number:
            self._left_out = False
        self.reading = reading
        self._headings = headings(reading.article.text) if reading is not None else ()
        marks = reading.marks if reading is not None else ()
        self._finder.leave_text()
        self.stops[MARK].fill(marks, current=(len(marks) - 1) * last_mark if marks and line is None else None)
        self._drop_cursor()
        self._notes_line = ""
        fill_notes(self.stops[NOTE], ())
        self.take_dates(reading.dates if reading is not None else ())
        self._line, self._arriving, self._reported = line, reading is not None, None
        self.selection.drop()
        self.viewport.open(self._composed(), Spot(0, 0))
        self.laid_out()
        if self._finder.words and reading is not None:
            self.find(self._finder.words)

    def renew(self, reading: Reading) -> bool:
        """Take what else is known by now of the article that is being read; nothing moves and nothing is unselected.

        Say whether that was possible: where its text or its marks have changed, the article has to be shown again.
        """
        old = self.reading
        if old is None or matter_of(old) != matter_of(reading):
            return False
        self.reading = reading
        self.take_dates(reading.dates or old.dates)
        if self.viewport.recompose(self._composed()) and self.selection.spots is not None:
            self.selection.drop()
        self.moved()
        return True

    def go_to(self, line: int | None = None, date: int | None = None) -> None:
        """Go to a line, and put the cursor on the date that begins at a character, now or when the dates are there."""
        if date is not None:
            self._line, self._arriving, self.stops[MARK].current = None, False, None
            found = self.stops[DATE].choose(date)
            self.viewport.bring((date, date))
            if found:
                self.post_message(messages.StopChosen())
        if line is not None:
            self.viewport.move_to(self.viewport.spot_of(line) if line else Spot(0, 0))

    def select(self, passage: Mark) -> None:
        """Go to a passage of the text and select it."""
        self._line, self._arriving, self.stops[MARK].current = None, False, None
        first, last = (self.viewport.spot_of(offset) for offset in passage)
        self.selection.select(first, last)
        self.viewport.bring(passage)

    def take_dates(self, dates: Iterable[Timex]) -> None:
        """Underline and walk these dates from now on; what is no point in time (a duration, `now`) is omitted."""
        stops = self.stops[DATE]
        if not fill_dates(stops, dates):
            return
        self.refresh()
        if stops.current is not None:
            self.post_message(messages.StopChosen())
            self.moved()

    def take_desk_lines(self, lines: Mapping[str, str]) -> None:
        """Show in the head what the desk holds on the article; `lines` are those of all articles, by their ids."""
        before, self._desk_lines = self._desk_lines, lines
        if lines.get(self._ident) != before.get(self._ident) and self.viewport.recompose(self._composed()):
            self.selection.drop()

    def take_notes(self, notes: Sequence[PlacedNote]) -> None:
        """Show notes in the margin and on the scrollbar, and walk them; the others have a line in the head."""
        line = unplaced_line(notes)
        if line != self._notes_line:
            self._notes_line = line
            if self.viewport.recompose(self._composed()):
                self.selection.drop()
        if fill_notes(self.stops[NOTE], notes):
            self.viewport.repaint()
            self.post_message(messages.StopChosen())

    def margin_sign(self, section: str, start: int, end: int) -> str:
        """Return the sign of a note that begins in a line of the text: `✎`, or `!` where its words changed."""
        return note_sign(self.stops[NOTE], start, end) if section == "text" else ""

    def find(self, words: str) -> None:
        """Find words, or stop seeking where there are none."""
        if words.strip():
            self._finder.search(self.viewport.body, words, self.here)
        elif self._finder.words:
            self._finder.stop()
            self._reported = None
            self.viewport.repaint()
            self.post_message(messages.FindChanged(0, 0, ""))
            self.moved()

    def highlights(self, section: str) -> list[Layer]:
        """Return the stops of the text, and the marks of the title."""
        if section == "text":
            return [Layer(self._headings, self.style("heading")), *self.stops.layers(self.style)]
        if section == "title" and self.reading is not None:
            return [Layer(self.reading.title_marks, self.style("mark"))]
        return []

    def laid_out(self) -> None:
        """Go where the article is to be opened, as soon as the pane has a size."""
        if self._head_shown is not self.head_open:
            self.viewport.recompose(self._composed())
        if self._arriving and self.size.height:
            self._arriving = False
            mark = self.stops[MARK].span
            if self._line is not None:
                self.go_to(self._line)
            elif mark is not None:
                self.viewport.bring(mark)
        self.moved()

    def moved(self) -> None:
        """Say which stops are current and how far the text was read, where that is not what was said before."""
        position = self.position
        if position is not None and position != self._reported:
            self._reported = position
            self.post_message(position)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys that move a selection to others while there is none, and `enter` where it opens nothing."""
        if action == "open":
            return self.selection.by_keys or self.stops.cursor() is not None
        return action != "caret" or parameters == ("grow",) or self.selection.by_keys

    def action_line(self, rows: int) -> None:
        """Scroll, or move the caret, by lines."""
        if not self.selection.move_by_rows(rows):
            self.viewport.move_by(rows)

    def action_page(self, pages: int) -> None:
        """Scroll by a page, two lines less than are in sight; beyond the ends, ask for another article."""
        rows = pages * max(1, self.scrollable_content_region.height - 2)
        if not self.selection.move_by_rows(rows) and not self.viewport.move_by(rows):
            self.post_message(messages.PageEnded(pages))

    def action_edge(self, which: int) -> None:
        """Go to the top (-1) or to the end (1)."""
        if not self.selection.move_to_edge(which):
            self.viewport.move_to(self.viewport.document.end if which > 0 else Spot(0, 0))

    def action_walk(self, kind: str, steps: int) -> None:
        """Go to the next (1) or the previous (-1) stop of a kind; while words are sought, to a find."""
        stops = self.stops.walked(kind)
        if stops.kind in (MARK, FIND):
            self._drop_cursor()
        else:
            self.stops.drop_others(kind)
        found = stops.walk(steps, self.viewport.sight)
        if stops.kind == FIND:
            self._show_find()
        elif not found or stops.span is None:
            self.post_message(messages.StopsEnded(kind, steps, len(stops.spans)))
        else:
            self.viewport.bring(stops.span)
            if kind != MARK:
                self.post_message(messages.StopChosen())

    def action_find(self) -> None:
        """Ask for words to find."""
        if self.reading is not None:
            self.post_message(messages.FindAsked())

    def action_caret(self, how: str, steps: int = 1) -> None:
        """Let the selection `grow`; move its end by a `character` or a `word`, or `turn` to its other end."""
        if how == "grow":
            self.selection.grow(self.here)
        else:
            self.selection.move(how, steps)

    def action_copy(self, part: str = "quotation") -> None:
        """Copy the selection; where there is none, the paragraph that keys act upon.

        The `part` is `quotation`, `text` or `citation`.
        """
        if self.selection.spots is not None:
            text = self.selection.text
            self.selection.drop()
        else:
            body = self.viewport.body
            text = body[slice(*paragraph_at(body, self.here))]
        if text or part == "citation":
            self.post_message(messages.Copied(text, part))

    def action_open(self) -> None:
        """Copy what is selected; else follow the stop under the cursor."""
        stops = self.stops.cursor()
        if self.selection.by_keys:
            self.action_copy()
        elif stops is not None:
            self.post_message(messages.StopOpened(stops.kind, stops.value))

    def action_left_out(self) -> None:
        """Show or hide the lines that are no part of the article."""
        if self.reading is None or not self.reading.article.left_out:
            self.notify(_("No line was left out here."), timeout=2)
            return
        self._left_out = not self._left_out
        self.viewport.recompose(self._composed())
        lines = self.viewport.document.section("left-out")
        if lines is not None:
            self.viewport.move_to(Spot(lines, 0), self.viewport.third)
        self.moved()

    def action_head(self) -> None:
        """Show all that is known of the article above its text, or one line of it."""
        self.head, self._reported = not self.head_open, None
        self.viewport.recompose(self._composed())
        if self.head:
            self.viewport.move_to(Spot(0, 0))
        self.moved()

    def action_measure(self, steps: int) -> None:
        """Make the lines longer or shorter."""
        self.viewport.widen(steps)

    def action_leave(self) -> None:
        """Stop seeking; where nothing is sought, leave the date."""
        if self._finder.words:
            self.find("")
            self.post_message(messages.FindLeft())
        elif not self._drop_cursor():
            raise SkipAction

    @property
    def _ident(self) -> str:
        return self.reading.article.id if self.reading is not None else ""

    def _composed(self) -> Callable[[int], Document]:
        line = " · ".join(filter(None, (self._desk_lines.get(self._ident, ""), self._notes_line)))
        self._head_shown = self.head_open
        if self.reading is None:
            return partial(empty_document, self.waits)
        return partial(document_of, self.reading, self._left_out if self.can_focus else None, line, self._head_shown)

    def _drop_cursor(self) -> bool:
        """Take the cursor from its stop; say whether it was on one."""
        dropped = self.stops.drop_cursor()
        if dropped:
            self.post_message(messages.StopChosen())
            self.refresh()
            self.moved()
        return dropped

    def _show_find(self) -> None:
        stops = self.stops[FIND]
        if stops.span is not None:
            self.viewport.bring(stops.span)
        else:
            self.viewport.repaint()
        self.post_message(messages.FindChanged(*stops.position, self._finder.words))

    def _ticks(self, cells: int) -> dict[int, bool | str]:
        """Say which cells of a scrollbar of that height hold marks, finds or notes, and which the current one."""
        marks, notes = self.stops.walked(MARK), self.stops[NOTE].spans
        edges = self.viewport.edges(cells) if marks.spans or notes else []
        signs = dict.fromkeys(ticked(edges, notes, None), SIGN)
        return {**signs, **ticked(edges, marks.spans, marks.span)}

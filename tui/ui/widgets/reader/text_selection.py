"""What is selected on a page, with keys or with the mouse.

There is one selection, Textual's own, whoever made it: ctrl+c copies it, and the caret only moves its ends. It is kept
as spots of the document, since rows move.
"""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from tui.search.passage import Mark
from tui.ui.drawing.document import Spot
from tui.ui.drawing.selecting import between, spot_of, spot_offset
from tui.ui.drawing.spans import Layer
from tui.ui.drawing.word_bounds import paragraph_at, word_at
from tui.ui.widgets.reader.caret import Caret
from tui.ui.widgets.reader.messages import Selecting
from tui.ui.widgets.reader.viewport import Viewport


class TextSelection:
    """The selection of one page, and its caret while it is made with keys."""

    def __init__(self, page: Widget, viewport: Viewport) -> None:
        """Select on `page`, which posts `Selecting` while keys select."""
        self._page = page
        self._viewport = viewport
        self._caret: Caret | None = None
        self.spots: tuple[Spot, Spot] | None = None
        """The first selected character and the one after the last; None where nothing is selected."""

    @property
    def by_keys(self) -> bool:
        """Whether a selection is being made with keys."""
        return self._caret is not None

    @property
    def span(self) -> Mark | None:
        """The selected characters of the body; None where none are, or more than the body is selected."""
        return self._in_body()

    @property
    def text(self) -> str:
        """The selected text, without soft line ends."""
        return "" if self.spots is None else self._viewport.document.text_between(*self.spots).strip("\n")

    def text_of(self, selection: Selection) -> str:
        """Return what a selection of Textual's holds, without soft line ends."""
        return self._viewport.document.text_between(*self._spots(selection)).strip("\n")

    def take(self, selection: Selection | None) -> None:
        """Take over what Textual says is selected; the caret goes where that is something else."""
        self.spots = None if selection is None else self._spots(selection)
        self._page.refresh()
        if self._caret is not None and self._in_body() != self._caret.span(self._viewport.body):
            self._end_caret()

    def select(self, first: Spot, last: Spot) -> None:
        """Select from `first` to before `last`."""
        self.spots = first, last
        self._page.refresh()
        chosen: dict[Widget, Selection] = {self._page: Selection(spot_offset(first), spot_offset(last))}
        self._page.screen.selections = chosen

    def drop(self) -> None:
        """Select nothing; the caret goes too."""
        self._end_caret()
        self.spots = None
        self._page.refresh()
        if self._page.text_selection is not None:
            self._page.screen.clear_selection()

    def click(self, event: events.Click) -> None:
        """Select the word at a double click, the paragraph at a triple one."""
        if event.chain < 2:
            return
        event.prevent_default()
        _, offset = self._page.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        sections = self._viewport.document.sections
        if offset is not None and sections:
            spot = self._spot(offset)
            bounds = word_at if event.chain == 2 else paragraph_at
            first, last = bounds(sections[spot.section].text, spot.offset)
            self.select(Spot(spot.section, first), Spot(spot.section, last))

    def grow(self, here: int) -> None:
        """Begin with the word at `here`; widen it to the sentence, then to the paragraph; then drop it."""
        body = self._viewport.body
        if not body:
            return
        if self._caret is not None:
            self._move(self._caret.grown(body))
        elif (chosen := self._in_body()) is not None:
            self._move(Caret.over(body, chosen))
        else:
            self._move(Caret.on_word(body, here))
        if self.spots is not None:
            self._viewport.embrace(*self.spots)

    def move(self, how: str, steps: int = 1) -> None:
        """Move the caret by a `character` or a `word`, or `turn` it to the other end; without one, do nothing."""
        if self._caret is None:
            return
        body = self._viewport.body
        if how == "turn":
            self._move(self._caret.turned())
        else:
            moved = self._caret.by_word if how == "word" else self._caret.by_character
            self._move(moved(body, steps))

    def move_to_edge(self, which: int) -> bool:
        """Move the caret to the beginning (-1) or the end (1) of the body; say whether there is a caret."""
        if self._caret is not None:
            self._move(self._caret.at(max(0, len(self._viewport.body) - 1) if which > 0 else 0))
        return self._caret is not None

    def move_by_rows(self, rows: int) -> bool:
        """Move the caret up or down, past blank lines; say whether there is a caret."""
        if self._caret is None:
            return False
        document, spot = self._viewport.document, self._viewport.spot_of(self._caret.head)
        row = document.row_of(spot)
        here = document.at(row)
        column = spot.offset - here.line.start if here is not None and here.line is not None else 0
        while (found := document.at(row + rows)) is not None and found.section == spot.section:
            if found.line is not None and found.line.end > found.line.start:
                self._move(self._caret.at(min(found.line.start + column, found.line.end - 1)))
                return True
            row += 1 if rows > 0 else -1
        return self.move_to_edge(1 if rows > 0 else -1)

    def layers(self, number: int) -> list[Layer]:
        """Return what is selected of the section with that number, and the caret over it."""
        page, section, layers = self._page, self._viewport.document.sections[number], []
        if self.spots is not None:
            own = page.get_component_rich_style("page--selection", partial=True)
            blended = page.get_component_rich_style("page--selection")
            spans = between(self.spots, number, len(section.text))
            layers.append(Layer(spans, own + Style(bgcolor=blended.bgcolor)))
        if section.name == "text" and self._caret is not None:
            caret = page.get_component_rich_style("page--caret", partial=True)
            layers.append(Layer((self._caret.head_span(self._viewport.body),), caret))
        return layers

    def _in_body(self) -> Mark | None:
        """Return the selected stretch of the body, or None where more than the body is selected."""
        section = self._viewport.document.section("text")
        if self.spots is None or section is None:
            return None
        first, last = self.spots
        inside = first.section == section == last.section and first.offset < last.offset
        return (first.offset, last.offset) if inside else None

    def _end_caret(self) -> None:
        if self._caret is not None:
            self._caret = None
            self._page.post_message(Selecting(0))

    def _move(self, caret: Caret | None) -> None:
        if caret is None:
            self.drop()
            return
        self._caret = caret
        viewport = self._viewport
        first, last = caret.span(viewport.body)
        self._page.post_message(Selecting(len(viewport.body[first:last].split())))
        self.select(viewport.spot_of(first), viewport.spot_of(last))
        viewport.follow(viewport.spot_of(caret.head))

    def _spots(self, selection: Selection) -> tuple[Spot, Spot]:
        """Translate a selection, whose ends may be anywhere on the page."""
        document = self._viewport.document
        first = Spot(0, 0) if selection.start is None else self._spot(selection.start)
        last = document.end if selection.end is None else self._spot(selection.end)
        return document.whole(min(first, last), max(first, last))

    def _spot(self, offset: Offset) -> Spot:
        spot = spot_of(offset)
        if spot is None:
            return self._viewport.document.spot_at(self._page.scroll_offset.y + offset.y)
        return spot

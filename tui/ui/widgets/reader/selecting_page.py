"""A page whose text can be selected with keys and with clicks, and copied.

There is one selection, Textual's own, whoever made it: ctrl+c copies it, and the caret only moves its ends.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message
from textual.selection import Selection

from tui.search.passage import Mark
from tui.ui.drawing.document import Spot
from tui.ui.drawing.spans import Layer
from tui.ui.drawing.word_bounds import paragraph_at, word_at
from tui.ui.widgets.reader.caret import Caret
from tui.ui.widgets.reader.page import Page


class SelectingPage(Page):
    """A page with a caret in the section that is named `text`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--caret"}
    DEFAULT_CSS = """
    SelectingPage > .page--caret { text-style: reverse; }
    SelectingPage:nocolor > .page--caret { text-style: bold underline; }
    """

    class Copied(Message, namespace="reader"):
        """A text is to be put on the clipboard."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """Whole paragraphs or a part of them, without soft line ends."""

    class Selecting(Message, namespace="reader"):
        """A selection by keys began, changed or ended."""

        def __init__(self, words: int) -> None:
            super().__init__()
            self.words = words
            """How many words are selected; 0 where the selection ended."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._caret: Caret | None = None

    @property
    def body(self) -> str:
        """The text that the caret moves in; empty where there is none."""
        section = self.document.section("text")
        return "" if section is None else self.document.sections[section].text

    @property
    def here(self) -> int:
        """The character of the body that keys act upon: the first in sight, unless a subclass knows better."""
        return self.offset_of(self.top)

    def offset_of(self, spot: Spot) -> int:
        """Return the character of the body at a spot; its end for one below it, 0 for one above it."""
        section = self.document.section("text")
        if section is None or spot.section < section:
            return 0
        return spot.offset if spot.section == section else len(self.body)

    def spot_of(self, offset: int) -> Spot:
        """Return the spot of a character of the body."""
        return Spot(self.document.section("text") or 0, offset)

    def layers_above(self, section: str) -> list[Layer]:
        """Return the caret."""
        if section != "text" or self._caret is None:
            return []
        style = self.get_component_rich_style("page--caret", partial=True)
        return [Layer((self._caret.head_span(self.body),), style)]

    def unselect(self) -> None:
        """Select nothing; the caret goes too."""
        self._end_caret()
        super().unselect()

    def selection_updated(self, selection: Selection | None) -> None:
        """Give the caret up where something else was selected."""
        super().selection_updated(selection)
        if self._caret is not None and self._chosen() != self._caret.span(self.body):
            self._end_caret()

    @property
    def selecting(self) -> bool:
        """Whether a selection is being made with keys."""
        return self._caret is not None

    def on_click(self, event: events.Click) -> None:
        """Select the word at a double click, the paragraph at a triple one."""
        if event.chain < 2:
            return
        event.prevent_default()
        spot = self.spot_under(event)
        if spot is not None and self.document.sections:
            choose = word_at if event.chain == 2 else paragraph_at
            first, last = choose(self.document.sections[spot.section].text, spot.offset)
            self.select(Spot(spot.section, first), Spot(spot.section, last))

    def action_select(self) -> None:
        """Begin a selection with a word; widen it to the sentence, then to the paragraph; then drop it."""
        if not self.body:
            return
        if self._caret is not None:
            self._move_caret(self._caret.grown(self.body))
        elif (chosen := self._chosen()) is not None:
            self._move_caret(Caret.over(self.body, chosen))
        else:
            self._move_caret(Caret.on_word(self.body, self.here))

    def action_character(self, steps: int) -> None:
        """Move the caret by a character."""
        if self._caret is not None:
            self._move_caret(self._caret.by_character(self.body, steps))

    def action_word(self, steps: int) -> None:
        """Move the caret by a word."""
        if self._caret is not None:
            self._move_caret(self._caret.by_word(self.body, steps))

    def action_turn(self) -> None:
        """Let the other end of the selection move."""
        if self._caret is not None:
            self._move_caret(self._caret.turned())

    def action_copy(self) -> None:
        """Copy the selection; where there is none, the paragraph that keys act upon."""
        if self.selected is not None:
            text = self.document.text_between(*self.selected).strip("\n")
            self.unselect()
        else:
            first, last = paragraph_at(self.body, self.here)
            text = self.body[first:last]
        if text:
            self.post_message(self.Copied(text))

    def caret_to_edge(self, which: int) -> bool:
        """Move the caret to the beginning (-1) or the end (1) of the body; say whether there is a caret."""
        if self._caret is not None:
            self._move_caret(self._caret.at(max(0, len(self.body) - 1) if which > 0 else 0))
        return self._caret is not None

    def caret_by_rows(self, rows: int) -> bool:
        """Move the caret up or down, blank lines passed over; say whether there is a caret."""
        if self._caret is None:
            return False
        document, spot = self.document, self.spot_of(self._caret.head)
        row = document.row_of(spot)
        here = document.at(row)
        column = spot.offset - here.line.start if here is not None and here.line is not None else 0
        while (found := document.at(row + rows)) is not None and found.section == spot.section:
            if found.line is not None and found.line.end > found.line.start:
                self._move_caret(self._caret.at(min(found.line.start + column, found.line.end - 1)))
                return True
            row += 1 if rows > 0 else -1
        return self.caret_to_edge(1 if rows > 0 else -1)

    def _chosen(self) -> Mark | None:
        """Return the selected stretch of the body, or None where it is not the body's alone."""
        section = self.document.section("text")
        if self.selected is None or section is None:
            return None
        first, last = self.selected
        inside = first.section == section == last.section and first.offset < last.offset
        return (first.offset, last.offset) if inside else None

    def _end_caret(self) -> None:
        if self._caret is not None:
            self._caret = None
            self.post_message(self.Selecting(0))

    def _move_caret(self, caret: Caret | None) -> None:
        if caret is None:
            self.unselect()
            return
        self._caret = caret
        first, last = caret.span(self.body)
        self.post_message(self.Selecting(len(self.body[first:last].split())))
        self.select(self.spot_of(first), self.spot_of(last))
        self._follow(self.spot_of(caret.head))

    def _follow(self, spot: Spot) -> None:
        """Bring the caret in sight by as little as will do."""
        row, top, rows = self.document.row_of(spot), self.scroll_offset.y, self.page_rows
        if row < top:
            self.move_to(spot)
        elif row >= top + rows:
            self.move_to(spot, rows - 1)

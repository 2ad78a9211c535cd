"""The lines below the text in which a note is typed; the text above them stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from tui.base.printable import printable, printable_line
from tui.locale import _


class NoteEditor(TextArea):
    """A small editor of several lines, which takes printable text only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+enter", "keep", "keep the note", id="note.keep"),
        Binding("ctrl+g", "drop", "drop what was typed", id="note.drop"),
    ]
    DEFAULT_CSS = """
    NoteEditor, NoteEditor:focus {
        height: 6; border: none; border-top: solid $accent; padding: 0 1; background: $panel;
        border-title-color: $accent; border-title-background: $background;
        & .text-area--placeholder, & .text-area--suggestion { color: $quiet; text-style: italic; }
    }
    .-low NoteEditor, .-low NoteEditor:focus { height: 4; }
    """

    def __init__(
        self,
        about: str,
        text: str,
        kept: Callable[[str], None],
        dropped: Callable[[str], None],
        typed: Callable[[str], None] = lambda text: None,  # noqa: ARG005 - nobody need be told
    ) -> None:
        """Edit the text of a note; `about` names what it is on.

        `typed` is called with the text at every change; `kept` or `dropped` once, with what was typed in the end.
        """
        placeholder = _("Type the note. enter begins a new line, esc keeps the note.")
        super().__init__(printable(text), soft_wrap=True, id="note", placeholder=placeholder)
        self.cursor_blink = False
        keys = _("Typing a note: esc keeps it")
        self.border_title = Content.assemble((keys, "bold"), f" · {printable_line(about)}")
        self._kept = kept
        self._dropped = dropped
        self._typed = typed

    def on_mount(self) -> None:
        """Go on behind the last word."""
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Take what is typed or pasted, without what no terminal should get."""
        edit.text = printable(edit.text)
        return super().edit(edit)

    def update_suggestion(self) -> None:
        """Say on a new line at the end, where somebody looks who takes enter for the end, what does end the note."""
        ends = self.text.endswith("\n") and self.cursor_location == self.document.end
        self.suggestion = _("esc keeps the note") if ends else ""

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right; what stands there as a hint is no text to be taken."""
        self.suggestion = ""
        super().action_cursor_right(select)
        self.update_suggestion()

    def on_text_area_changed(self) -> None:
        """Tell what is typed by now."""
        self._typed(self.text)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the editor; Textual may ask for that before it has given a new one its styles."""
        try:
            return super().render_lines(crop)
        except KeyError:
            return [Strip.blank(crop.width)] * crop.height

    def action_keep(self) -> None:
        """End with what was typed."""
        self._kept(self.text.strip())

    def action_drop(self) -> None:
        """End without what was typed."""
        self._dropped(self.text.strip())

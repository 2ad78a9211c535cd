"""The list of the notes of a desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.ui.drawing.desk_rows import HEIGHT, Line, Role, draw_note
from tui.ui.widgets.base.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.desk.placed_note import PlacedNote


class DeskList(VirtualList, can_focus=True):
    """Notes with their places, one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next note", id="desk-list.next", show=False),
        Binding("up,k", "move(-1)", "previous note", id="desk-list.previous", show=False),
        Binding("ctrl+d,pagedown,space", "page(1)", "a page down", id="desk-list.page-down", show=False),
        Binding("ctrl+u,pageup,b", "page(-1)", "a page up", id="desk-list.page-up", show=False),
        Binding("g,home", "edge(-1)", "first note", id="desk-list.first", show=False),
        Binding("G,end", "edge(1)", "last note", id="desk-list.last", show=False),
        Binding("enter", "read", "read there", id="desk-list.read"),
    ]
    STYLES = "desk-list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"desk-list--{role}" for role in Role} | {"desk-list--chosen"}
    DEFAULT_CSS = """
    DeskList {
        scrollbar-size-vertical: 1;
        & > .desk-list--edge { color: $accent; }
        & > .desk-list--title { color: $foreground; text-style: bold; }
        & > .desk-list--source { color: $quiet; }
        & > .desk-list--state { color: $secondary; text-style: bold; }
        & > .desk-list--quote { color: $foreground; text-style: italic; }
        & > .desk-list--note { color: $foreground; }
        & > .desk-list--chosen { background: $panel; }
        &:focus > .desk-list--chosen { background: $chosen; }
    }
    """

    class ReadAsked(Message):
        """The passage of a note is to be read."""

        def __init__(self, placed: PlacedNote) -> None:
            super().__init__()
            self.placed = placed

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.notes: tuple[PlacedNote, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.writer = ""
        """Whose notes are yours."""

    @property
    def count(self) -> int:
        """How many notes are listed."""
        return len(self.notes)

    @property
    def item_height(self) -> int:
        """The rows that each note takes."""
        return HEIGHT

    @property
    def placed(self) -> PlacedNote | None:
        """The chosen note, or None where there is none."""
        return self.notes[self.cursor] if self.cursor < len(self.notes) else None

    def list_notes(self, listed: Sequence[tuple[str, PlacedNote]], chosen: str = "") -> None:
        """List other notes, each under its label, the cursor on the one with the id `chosen`, else where it was."""
        old = self.placed
        wanted = chosen or (old.note.id if old is not None else "")
        self.notes = tuple(placed for _, placed in listed)
        self._labels = tuple(label for label, _ in listed)
        places = (place for place, each in enumerate(self.notes) if each.note.id == wanted)
        self.set_reactive(DeskList.cursor, next(places, self.validate_cursor(self.cursor)))
        self.lay_out()
        self.show_cursor()
        self.refresh()

    def line(self, place: int, row: int) -> Line:
        """Return a row of a note."""
        width = max(1, self.scrollable_content_region.width)
        return draw_note(self.notes[place], width, self.writer, place == self.cursor, self._labels[place])[row]

    def action_read(self) -> None:
        """Ask to read the passage of the chosen note."""
        if self.placed is not None:
            self.post_message(self.ReadAsked(self.placed))

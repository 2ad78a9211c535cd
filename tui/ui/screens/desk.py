"""The desk's screen: every note with its quote, its state, its source and its day, by article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.base.progress import Stop
from tui.core.archive import Archive
from tui.locale import N_, _
from tui.ui.drawing.desk_rows import desk_counts, with_words
from tui.ui.drawing.desk_words import note_line, passage_words
from tui.ui.query_runner import Turn
from tui.ui.screens.dossier.open_desk import Done, OpenDesk
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.desk_list import DeskList
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.placed_note import PlacedNote
    from tui.ui.widgets.note_editor import NoteEditor


@dataclass(frozen=True, slots=True)
class DeskScreenState:
    """How the desk's screen was left: what comes back when it is opened again."""

    chosen: str = ""
    """The id of the chosen note."""
    words: str = ""
    """What it was filtered by."""


class AllPlaced(Message):
    """All notes were placed in their texts."""

    def __init__(self, notes: tuple[PlacedNote, ...]) -> None:
        super().__init__()
        self.notes = notes


class DeskScreen(FilteredListScreen):
    """All notes of the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit the note", id="desk-screen.edit"),
        Binding("delete,x", "delete", "delete the note", id="desk-screen.delete"),
        Binding("u", "undo", "undo", id="desk-screen.undo"),
        *shared_bindings("desk-screen", "D"),
    ]
    FILTER_HINT = N_("words of the note, the quote, the article; anchored, changed, orphaned")
    AUTO_FOCUS = "DeskList"

    def __init__(self, explorer: Archive, desk: OpenDesk, state: DeskScreenState | None = None) -> None:
        super().__init__(explorer)
        self._desk = desk
        self._state = state or DeskScreenState()
        self._notes: tuple[PlacedNote, ...] | None = None
        self._editor: NoteEditor | None = None

    def list_widget(self) -> Widget:
        """Return the list of notes."""
        return DeskList(id="listing")

    def on_mount(self) -> None:
        """Place the notes."""
        self.query_one("#head", TextLine).words = ((_("Desk"), "strong"), (" · " + _("one moment …"), "muted"))
        self.fetch()

    def fetch(self) -> None:
        """Ask for the notes with their places."""
        self.runner.ask("notes", partial(_fetch, self._desk))

    @on(AllPlaced)
    def show_notes(self, event: AllPlaced) -> None:
        """List the notes, at first as they were left."""
        first, self._notes = self._notes is None, event.notes
        state = self._desk.state
        if state is not None:
            self.query_one("#head", TextLine).words = desk_counts(event.notes, state)
        told = self._desk.trouble or _("by article, then by their place in the text")
        self.query_one("#subhead", TextLine).words = ((told, "muted"),)
        if first and self._state.words:
            self.filter_by(self._state.words)
        else:
            self.refilter()

    def selection(self) -> Select | None:
        """Return what selects the notes with the typed words."""
        return None if self._notes is None else partial(_selected, self._notes)

    def show_items(self, event: Filtered) -> None:
        """List notes; at first with the cursor where it was left."""
        listing = self.query_one(DeskList)
        listing.writer = self._desk.writer
        listing.empty_words = _("No note has these words.") if self.words else _("There is no note yet.\na writes one.")
        listing.list_notes(event.items, self._state.chosen)
        self._state = DeskScreenState()

    def state(self) -> DeskScreenState:
        """Return how the screen is left."""
        placed = self.query_one(DeskList).placed
        return DeskScreenState(placed.note.id if placed is not None else "", self.words)

    @on(DeskList.ReadAsked)
    def read(self, event: DeskList.ReadAsked) -> None:
        """Go to the passage of a note."""
        placed = event.placed
        ident = placed.note.anchor.article.id
        number = self.explorer.numbers_of([ident]).get(ident)
        if number is None or placed.missing:
            self.notify(_("The article of this note is not in the dossier."), timeout=3)
        else:
            self.leave(Goal(Pane.READER, text="", article=number, line=placed.placement.start))

    def action_edit(self) -> None:
        """Edit the text of the chosen note, below the list."""
        from tui.ui.screens.dossier.desk_notes import edit_job
        from tui.ui.widgets.note_editor import NoteEditor

        placed = self.query_one(DeskList).placed
        if placed is None or self._editor is not None:
            return

        def kept(typed: str) -> None:
            if self._editor is not None:
                self._editor.remove()
            self._editor = None
            self.set_focus(self.listing)
            if typed != placed.note.text:
                self._desk.do(edit_job(placed.note.id, typed))
                self._desk.do(self._again)

        self._editor = NoteEditor(
            _("note on {passage}").format(passage=passage_words(placed.note.anchor.quote)), placed.note.text, kept
        )
        self.mount(self._editor, after="#listing")
        self._editor.focus()

    def action_delete(self) -> None:
        """Delete the chosen note; `u` takes that back."""
        placed = self.query_one(DeskList).placed
        if placed is not None:
            from tui.ui.screens.dossier.desk_notes import delete_job

            self._desk.do(delete_job(placed.note.id, note_line([placed], self._desk.writer)))
            self._desk.do(self._again)

    def action_undo(self) -> None:
        """Take back what was done last on the desk."""
        from tui.ui.screens.dossier.desk_keys import undo

        self._desk.do(undo)
        self._desk.do(self._again)

    def _again(self, desk: DossierDesk) -> Done:
        """List the notes anew, after a job."""
        self.post_message(AllPlaced(tuple(desk.placed())))
        return Done()


def _fetch(desk: OpenDesk, turn: Turn) -> None:
    turn.post(AllPlaced(desk.placed()))


def _selected(notes: tuple[PlacedNote, ...], words: str, stop: Stop) -> tuple[PlacedNote, ...]:  # noqa: ARG001
    return with_words(notes, words)

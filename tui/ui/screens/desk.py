"""The desk's screen: every note with its quote, its state, its source and its day, by article; then the stars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.progress import Stop
from tui.core.archive import Archive
from tui.locale import N_, _
from tui.search.passage import Mark
from tui.ui.drawing.desk_rows import Order, desk_counts, ordered, with_words
from tui.ui.drawing.desk_words import note_line, passage_words
from tui.ui.query_runner import Turn
from tui.ui.screens.dossier.open_desk import Done, Job, OpenDesk
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.desk_list import DeskList
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.placed_note import PlacedNote
    from tui.dossier.article import Article
    from tui.ui.widgets.note_editor import NoteEditor


Passage = tuple["Article", tuple[int, int]]
"""An article and the characters of its text that are meant."""


@dataclass(frozen=True, slots=True)
class DeskScreenState:
    """How the desk's screen was left: what comes back when it is opened again."""

    chosen: str = ""
    """The id of the chosen note."""
    words: str = ""
    """What it was filtered by."""
    order: Order = Order.ARTICLE


class AllPlaced(Message):
    """All notes were placed in their texts."""

    def __init__(self, notes: tuple[PlacedNote, ...]) -> None:
        super().__init__()
        self.notes = notes


_NO_NOTE = N_(
    "There is no note and no star yet.\nIn a text, a writes a note. In the list, * stars an article.\n\n"
    "The query tag: lists your tags, is:read what you have read."
)


class DeskScreen(FilteredListScreen):
    """All notes of the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit the note", id="desk-screen.edit"),
        Binding("minus,delete", "delete", "take it off", id="desk-screen.delete"),
        Binding("x", "export", N_("write file"), id="desk-screen.export"),
        Binding("o", "order", N_("by article, by time, by tag"), id="desk-screen.order"),
        Binding("r", "reattach", N_("tie it to the passage selected in the reader"), id="desk-screen.reattach"),
        Binding("u", "undo", "undo", id="desk-screen.undo"),
        Binding("ctrl+r", "redo", "redo", id="desk-screen.redo"),
        *shared_bindings("desk-screen", "D"),
    ]
    FILTER_HINT = N_("words of the note, the quote, the article; anchored, changed, orphaned")
    AUTO_FOCUS = "DeskList"

    def __init__(
        self,
        explorer: Archive,
        desk: OpenDesk,
        passage: Callable[[], Passage | None],
        state: DeskScreenState | None = None,
    ) -> None:
        """Show a desk; `passage` returns the article that is read, and what is selected in it."""
        super().__init__(explorer)
        self._desk = desk
        self._passage = passage
        self._state = state or DeskScreenState()
        self._order = self._state.order
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
        self._tell_order()
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
        listing.empty_words = _("No note and no star has these words.") if self.words else _(_NO_NOTE)
        listing.list_notes(ordered(event.items, self._order), self._state.chosen)
        self._state = DeskScreenState()

    def state(self) -> DeskScreenState:
        """Return how the screen is left."""
        placed = self.query_one(DeskList).placed
        return DeskScreenState(placed.note.id if placed is not None else "", self.words, self._order)

    def passage(self) -> tuple[int, Mark] | None:
        """Return the article of the chosen note and the passage that it is on."""
        placed = self.query_one(DeskList).placed
        ident = placed.note.anchor.article.id if placed is not None and not placed.missing else ""
        number = self.explorer.numbers_of([ident]).get(ident)
        return (number, (placed.placement.start, placed.placement.end)) if placed and number is not None else None

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
        from tui.ui.screens.dossier.desk_notes import edit_job, taken_back
        from tui.ui.widgets.note_editor import NoteEditor

        placed = self.query_one(DeskList).placed
        if placed is None or self._editor is not None:
            return
        if placed.star:
            self.notify(_("A star has no text. enter reads its article, where a writes a note."), timeout=4)
            return

        def end(job: Job | None) -> None:
            if self._editor is not None:
                self._editor.remove()
            self._editor = None
            self.set_focus(self.listing)
            if job is not None:
                self._desk.do(job)
                self._desk.do(self._again)

        def job(typed: str) -> Job | None:
            return edit_job(placed.note.id, typed) if typed != placed.note.text else None

        def kept(typed: str) -> None:
            end(job(typed))

        def dropped(typed: str) -> None:
            made = job(typed)
            end(made and taken_back(made))

        self._editor = NoteEditor(passage_words(placed.note.anchor.quote), placed.note.text, kept, dropped)
        self.mount(self._editor, after="#listing")
        self._editor.focus()

    def action_delete(self) -> None:
        """Delete the chosen note, or take the star off; `u` takes that back."""
        placed = self.query_one(DeskList).placed
        if placed is not None:
            from tui.ui.screens.dossier.desk_notes import delete_job, unstar_job

            line = note_line([placed], self._desk.writer)
            self._desk.do(unstar_job(placed.note.anchor.article) if placed.star else delete_job(placed.note.id, line))
            self._desk.do(self._again)

    def action_export(self) -> None:
        """Ask for a file name and write the notes that are listed, and say so."""
        listed = list({each.note.id: each for each in self.query_one(DeskList).notes if not each.star}.values())
        if not listed:
            self.notify(_("Nothing to write: no note is listed."), timeout=3)
            return
        from tui.export import notes as formats
        from tui.ui.screens.export import ExportScreen

        what, by = counted(len(listed), "note"), "tag" if self._order is Order.TAG else "article"
        forms = {
            ".md": ("Markdown", lambda: formats.as_markdown(listed, by)),
            ".csv": (N_("table"), lambda: formats.as_csv(listed)),
            ".jsonl": ("JSON Lines", lambda: formats.as_json_lines(listed)),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote {what} to {path}.").format(what=what, path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, "notes"), written)

    def action_order(self) -> None:
        """List the notes by article, by time or by tag."""
        self._order = self._order.following
        self._tell_order()
        self.refilter()

    def action_reattach(self) -> None:
        """Tie the chosen note to what is selected in the reader; a changed one, without that, to where it stands."""
        from tui.ui.screens.dossier.desk_notes import reattach_job

        placed, passage = self.query_one(DeskList).placed, self._passage()
        state = placed.placement.state.value if placed is not None else ""
        if placed is None or state == "anchored":
            self.notify(_("This note stands where it stood; there is nothing to mend."), timeout=3)
            return
        if passage is None and state == "changed":
            ident = placed.note.anchor.article.id
            number = self.explorer.numbers_of([ident]).get(ident)
            span = (placed.placement.start, placed.placement.end)
            passage = (self.explorer.article(number), span) if number is not None else None
        if passage is None:
            words = _("Read its article (enter), select the passage (v or the mouse), then D and r tie the note to it.")
            self.notify(words, timeout=6)
            return
        self._desk.do(reattach_job(placed.note.id, *passage))
        self._desk.do(self._again)

    def _tell_order(self) -> None:
        words = {
            Order.ARTICLE: _("by article, then by their place in the text"),
            Order.TIME: _("by time, the newest first"),
            Order.TAG: _("by tag"),
        }
        self.query_one("#subhead", TextLine).words = ((self._desk.trouble or words[self._order], "muted"),)

    def action_undo(self) -> None:
        """Take back what was done last on the desk."""
        from tui.ui.screens.dossier.desk_jobs import undo

        self._desk.do(undo)
        self._desk.do(self._again)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from tui.ui.screens.dossier.desk_jobs import redo

        self._desk.do(redo)
        self._desk.do(self._again)

    def _again(self, desk: DossierDesk) -> Done:
        """List the notes anew, after a job."""
        self.post_message(AllPlaced((*desk.placed(), *desk.starred())))
        return Done()


def _fetch(desk: OpenDesk, turn: Turn) -> None:
    turn.post(AllPlaced((*desk.placed(), *desk.starred())))


def _selected(notes: tuple[PlacedNote, ...], words: str, stop: Stop) -> tuple[PlacedNote, ...]:  # noqa: ARG001
    return with_words(notes, words)

"""Notes on the main screen: typed below the text, kept on the desk, and shown as stops of the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.core.archive import Archive
from tui.dossier.article import Article
from tui.locale import _
from tui.ui.drawing.desk_words import events_words, passage_words
from tui.ui.drawing.word_bounds import paragraph_at
from tui.ui.kept_place import TypedNote
from tui.ui.messages import NotesReady
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.screens.dossier.open_desk import Done, Job, OpenDesk
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import NOTE, Reader

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.event import ArticleRef
    from tui.desk.placed_note import PlacedNote
    from tui.ui.screens.dossier.screen import DossierScreen
    from tui.ui.widgets.note_editor import NoteEditor


class DeskNotes:
    """Writes notes and shows those of the article that is read."""

    def __init__(self, screen: DossierScreen, explorer: Archive, desk: OpenDesk) -> None:
        self._screen = screen
        self._explorer = explorer
        self._desk = desk
        self._runner = QueryRunner(screen)
        self._editor: NoteEditor | None = None
        self._job: Callable[[str], Job | None] = lambda text: None  # noqa: ARG005 - replaced when an editor opens

    def write(self) -> None:
        """Type a note: the one under the cursor, else a new one on the selection, the paragraph or the article.

        The paragraph is meant where the reader has the focus; from elsewhere, the whole article is.
        """
        reader = self._screen.query_one(Reader)
        self._screen.app.clear_notifications()  # what was said would cover the keys that keep the note
        if self._editor is not None:
            self._editor.focus()
        elif reader.reading is None:
            self._screen.notify(_("There is no article to write a note on."), timeout=2)
        elif (under := self._under_cursor(reader)) is not None:
            article, note = reader.reading.article, under.note
            typed = TypedNote(article.id, article.title, note.text, quote=note.anchor.quote, note=note.id)
            self._open(f"{passage_words(note.anchor.quote)} · {under.placement.words}", typed)
            self._job = lambda text: edit_job(note.id, text) if text != note.text else None
        else:
            article, body = reader.reading.article, reader.viewport.body
            chosen = reader.selection.span
            span = chosen or (paragraph_at(body, reader.here) if reader.has_focus and body else (0, 0))
            self._open(
                passage_words(body[slice(*span)]), TypedNote(article.id, article.title, "", *span, body[slice(*span)])
            )
            self._job = lambda text: note_job(article, span, text) if text or chosen else None

    def go_on(self, typed: TypedNote) -> None:
        """Go on with a note that was being typed when the program or its terminal ended."""
        if self._editor is not None or not typed.text.strip():
            return
        number = self._explorer.numbers_of([typed.article]).get(typed.article)
        article = self._explorer.article(number) if number is not None else None
        self._screen.notify(_("The note that you were typing is here again; esc keeps it."), timeout=6)
        if typed.note:
            self._open(passage_words(typed.quote), typed)
            self._job = lambda text: edit_job(typed.note, text)
        elif article is None:
            self._open(_("not in the dossier: {title}").format(title=passage_words(typed.title)), typed)
            self._job = lambda text: lost_note_job(typed, text)
        else:
            span = passage_again(article.text, typed)
            self._open(passage_words(article.text[slice(*span)]), typed)
            self._job = lambda text: note_job(article, span, text) if text else None

    def finish(self) -> None:
        """Keep what is being typed, when the application ends."""
        if self._editor is not None and (job := self._job(self._editor.text.strip())) is not None:
            self._desk.do_last(self._dropping(job))

    def passage(self) -> tuple[Article, tuple[int, int]] | None:
        """Return the article that is read, and the passage that is selected in it; None where none is."""
        reader = self._screen.query_one(Reader)
        span = reader.selection.span
        return (reader.reading.article, span) if reader.reading is not None and span is not None else None

    def ask(self) -> None:
        """Ask for the notes of the article that is read, with their places."""
        reading, state = self._screen.query_one(Reader).reading, self._desk.state
        if reading is None or state is None:
            return
        ident = reading.article.id
        if any(note.anchor.article.id == ident for note in state.notes.values()):
            self._runner.ask("notes", lambda turn: self._place(ident, turn))
        else:
            self._runner.cancel("notes")
            self._screen.query_one(Reader).take_notes(())

    def show(self, event: NotesReady) -> None:
        """Show the notes, unless another article is read by now."""
        reader = self._screen.query_one(Reader)
        if reader.reading is not None and reader.reading.article.id == event.ident:
            reader.take_notes(event.notes)

    def _place(self, ident: str, turn: Turn) -> None:
        turn.post(NotesReady(ident, self._desk.placed(ident)))

    def _under_cursor(self, reader: Reader) -> PlacedNote | None:
        notes = reader.notes
        return notes[0] if notes and reader.has_focus and reader.stops[NOTE].current is not None else None

    def _open(self, about: str, note: TypedNote) -> None:
        from tui.ui.widgets.note_editor import NoteEditor

        screen = self._screen
        focused = screen.focused
        screen.panes.show("reader-pane")

        def end(job: Job | None) -> None:
            if self._editor is not None:
                self._editor.remove()
            self._editor = None
            screen.set_focus(focused if focused is not None and focused.is_attached else screen.query_one(ArticleList))
            self._desk.do(self._dropping(job or (lambda _desk: Done(_("Nothing was typed: no note is written.")))))

        def kept(text: str) -> None:
            end(self._job(text))

        def dropped(text: str) -> None:
            job = self._job(text)
            end(job and taken_back(job))

        def typed(text: str) -> None:
            if self._editor is not None:
                screen.resume.keep_note(replace(note, text=text))

        self._editor = NoteEditor(about, note.text, kept, dropped, typed)
        screen.query_one(ReaderPane).mount(self._editor)
        self._editor.focus()

    def _dropping(self, job: Job) -> Job:
        """Return the job that does `job` and then forgets what was typed for it: never before it is on the desk."""

        def both(desk: DossierDesk) -> Done:
            done = job(desk)
            self._screen.resume.drop_note()
            return done

        return both


def taken_back(job: Job) -> Job:
    """Return the job that does `job` and takes it back at once, so that what was typed can be had again."""

    def both(desk: DossierDesk) -> Done:
        job(desk)
        desk.desk.undo()
        return Done(_("Dropped what was typed; ctrl+r brings it back."))

    return both


def passage_again(text: str, typed: TypedNote) -> tuple[int, int]:
    """Return where the passage of a typed note stands in its article now; the whole article where it stands nowhere."""
    if text[typed.start : typed.end] == typed.quote:
        return typed.start, typed.end
    first = text.find(typed.quote)
    once = first >= 0 and text.find(typed.quote, first + 1) < 0
    return (first, first + len(typed.quote)) if once else (0, 0)


def lost_note_job(typed: TypedNote, text: str) -> Job:
    """Return the job that writes a note on an article that is not in the dossier any more: an orphan."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import note
        from tui.desk.event import Anchor, ArticleRef

        anchor = Anchor(ArticleRef(typed.article, title=typed.title), quote=typed.quote, sentence=typed.quote)
        return _kept(desk, desk.desk.add(note(anchor, text)))

    return job


def note_job(article: Article, span: tuple[int, int], text: str) -> Job:
    """Return the job that writes a note on a passage of an article as it was read; an empty one is the article."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.anchoring import AnchoredText
        from tui.desk.articles import ref_of
        from tui.desk.drafts import note

        anchored = AnchoredText(article.text)
        return _kept(desk, desk.desk.add(note(anchored.anchor(ref_of(article, anchored.sha), *span), text)))

    return job


def reattach_job(ident: str, article: Article, span: tuple[int, int]) -> Job:
    """Return the job that ties a note to a passage of an article as it was read."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.anchoring import AnchoredText
        from tui.desk.articles import ref_of
        from tui.desk.drafts import reattach

        anchored = AnchoredText(article.text)
        desk.desk.add(reattach(ident, anchored.anchor(ref_of(article, anchored.sha), *span)))
        words = _("The note is tied to {passage} now; u takes that back.")
        return Done(words.format(passage=passage_words(article.text[slice(*span)])))

    return job


def delete_job(ident: str, line: str) -> Job:
    """Return the job that deletes a note; `line` says which one it was."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import delete

        desk.desk.add(delete(ident))
        return Done(_("Deleted: {line}; u brings it back.").format(line=line))

    return job


def unstar_job(article: ArticleRef) -> Job:
    """Return the job that takes the star of an article off, though the dossier may not have it any more."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import star

        events = desk.desk.add(star(article, on=False))
        return Done(_("Taken off: {words}; u brings it back.").format(words=events_words(events)))

    return job


def edit_job(ident: str, text: str) -> Job:
    """Return the job that gives a note another text."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import edit

        return _kept(desk, desk.desk.add(edit(ident, text)))

    return job


def _kept(desk: DossierDesk, events: tuple[object, ...]) -> Done:
    if not desk.desk.trouble and len(desk.desk.events()) == len(events):
        desk.remember()
    words = events_words(events)  # type: ignore[arg-type]
    return Done(_("Kept: {words}. u takes it back, D lists all notes.").format(words=words))

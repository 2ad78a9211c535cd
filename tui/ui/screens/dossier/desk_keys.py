"""The keys of the desk on the main screen: star, tags, status, undo and redo, on the article under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from tui.core.archive import Archive
from tui.locale import N_, _
from tui.ui.drawing.desk_words import events_words, listed, split_tags, tags_known
from tui.ui.messages import DeskChanged
from tui.ui.screens.dossier.desk_notes import DeskNotes
from tui.ui.screens.dossier.open_desk import Done, Job, OpenDesk
from tui.ui.screens.dossier.saved_queries import MOST, query_of, save_job, saved_at
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.prompt_line import PromptLine
from tui.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.event import Event
    from tui.desk.state import Field
    from tui.ui.screens.dossier.screen import DossierScreen

DESK_BINDINGS: list[BindingType] = [
    Binding("a", "desk('note')", "a note: on the selection, the paragraph, the article", id="desk.note", show=False),
    Binding("D", "open('desk')", "the desk: all notes", id="desk.open", show=False),
    Binding("f2", "desk('mend')", "mend title, day, outlet, author, language", id="desk.mend", show=False),
    Binding("asterisk", "desk('star')", "star, or take the star off", id="desk.star", show=False),
    Binding("plus", "desk('tag')", "add a tag", id="desk.tag", show=False),
    Binding("minus", "desk('untag')", "take a tag off", id="desk.untag", show=False),
    Binding("R", "desk('status')", "unread, read, reviewed, to check", id="desk.status", show=False),
    Binding("S", "desk('save')", "save this query under a name", id="desk.save", show=False),
    *(
        Binding(f"{n}", f"desk('{n}')", N_("saved query {number}").format(number=n), id=f"desk.saved-{n}", show=False)
        for n in range(1, MOST + 1)
    ),
    Binding("u", "desk('undo')", "undo on the desk", id="desk.undo", show=False),
    Binding("ctrl+r", "desk('redo')", "redo on the desk", id="desk.redo", show=False),
]

_DESK_WORDS = ("is:", "tag:", "note:")
"""What a query asks the desk with; what is found may change with every key of the desk."""


class DeskKeys:
    """Does what the keys of the desk ask for, and shows what came of it."""

    def __init__(self, screen: DossierScreen, explorer: Archive, desk: OpenDesk) -> None:
        self._screen = screen
        self._explorer = explorer
        self._desk = desk
        self.notes = DeskNotes(screen, desk)

    def act(self, what: str) -> None:
        """Do what a key asks for: an action of `DESK_BINDINGS`; a digit asks a saved query."""
        if what == "note":
            self.notes.write()
            return
        if what == "save":
            asked = self._screen.asked
            self.ask(_("name of this query"), lambda name: self._desk.do(save_job(name, asked)), [])
            return
        if what.isdecimal():
            self._ask_saved(int(what))
            return
        if what in ("undo", "redo"):
            self._desk.do(undo if what == "undo" else _redo)
            return
        number = self._screen.query_one(ArticleList).number
        if number is None:
            self._screen.notify(_("There is no article under the cursor."), timeout=2)
        elif what == "mend":
            self._ask_mended(number)
        elif what == "tag":
            self._ask_tag(number)
        elif what == "untag":
            self._ask_untag(number)
        else:
            self._desk.do(_star(number) if what == "star" else _next_status(number))

    def ask(self, question: str, answered: Callable[[str], None], suggested: list[str], value: str = "") -> None:
        """Ask for one line; `answered` gets it, unless the line is left."""
        screen = self._screen
        if screen.query(PromptLine):
            return
        focused = screen.focused

        def end(typed: str) -> None:
            screen.query(PromptLine).remove()
            screen.set_focus(focused or screen.query_one(ArticleList))
            if typed:
                answered(typed)

        line = PromptLine(question, end, suggested, value)
        screen.mount(line, before="#hints")
        line.focus()

    def show(self, event: DeskChanged) -> None:
        """Show what is on the desk now, and say what came of a key."""
        screen = self._screen
        screen.query_one(ArticleList).signs = event.shown.signs
        screen.query_one(Reader).take_desk_lines(event.shown.lines)
        if event.said:
            trouble = self._desk.trouble if self._desk.trouble not in event.said else ""
            said = " ".join(filter(None, (event.said, trouble)))
            severity = "warning" if event.warns else "information"
            screen.notify(said, severity=severity, timeout=8 if event.warns else 5, markup=False)  # type: ignore[arg-type]
        screen.show_status()
        self.notes.ask()
        if event.mended:
            reading = screen.query_one(Reader).reading
            ident = reading.article.id if reading is not None else ""
            screen.navigator.stay_on(self._explorer.numbers_of([ident]).get(ident))
            screen.renew()
        elif any(word in screen.asked.text for word in _DESK_WORDS):
            screen.explore()

    def _ask_saved(self, place: int) -> None:
        saved = saved_at(self._desk.state, place)
        query = query_of(saved, self._screen.asked.folded) if saved is not None else None
        if saved is None:
            self._screen.notify(
                _("No query has the key {place}; S saves the present one.").format(place=place), timeout=3
            )
        elif query is None:
            words = _("The time of the saved query {name} is not understood; save it again with S.").format(
                name=saved.name
            )
            self._screen.notify(words, timeout=5, markup=False)
        else:
            self._screen.navigator.ask(query)
            self._screen.notify(_("Saved query: {name}").format(name=saved.name), timeout=3, markup=False)

    def _ask_mended(self, number: int) -> None:
        from tui.desk.state import Field
        from tui.ui.screens.mend import MendScreen

        (head,) = self._explorer.heads([number])
        values = {
            Field.TITLE: head.title,
            Field.DATE: head.published.iso if head.published is not None else "",
            Field.SOURCE: head.source,
            Field.AUTHOR: head.author,
            Field.LANGUAGE: head.language,
        }

        def mend(changed: Mapping[Field, str] | None) -> None:
            if changed:
                self._desk.do(_mend(number, changed))

        self._screen.app.push_screen(MendScreen(values), mend)

    def _ask_tag(self, number: int) -> None:
        state = self._desk.state
        known = tags_known(state) if state is not None else []
        self.ask(_("add a tag; several with commas"), lambda typed: self._desk.do(_tag(number, typed, on=True)), known)

    def _ask_untag(self, number: int) -> None:
        state, (head,) = self._desk.state, self._explorer.heads([number])
        own = state.tags.get(head.id, ()) if state is not None else ()
        if not own:
            self._screen.notify(_("This article has no tag of yours; + adds one."), timeout=3)
        elif len(own) == 1:
            self._desk.do(_tag(number, own[0], on=False))
        else:
            question = _("take off which: {listed}").format(listed=listed(own))
            self.ask(question, lambda typed: self._desk.do(_tag(number, typed, on=False)), list(own))


def _star(number: int) -> Job:
    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import star

        ref = desk.ref(number)
        on = ref.id not in desk.desk.state().starred
        return _added(desk, desk.desk.add(star(ref, on=on)))

    return job


def _next_status(number: int) -> Job:
    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import set_status
        from tui.desk.state import Status

        ref = desk.ref(number)
        status = desk.desk.state().statuses.get(ref.id, Status.UNREAD).following
        return _added(desk, desk.desk.add(set_status(ref, status)))

    return job


def _tag(number: int, typed: str, *, on: bool) -> Job:
    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import tag

        ref = desk.ref(number)
        own = desk.desk.state().tags.get(ref.id, ())
        wanted = [name for name in split_tags(typed) if (name in own) is not on]
        if not wanted:
            return Done(_("This article has that tag already.") if on else _("This article has no such tag of yours."))
        return _added(desk, desk.desk.add(*(tag(ref, name, on=on) for name in wanted)))

    return job


def _mend(number: int, changed: Mapping[Field, str]) -> Job:
    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import correct

        ref = desk.ref(number)
        done = _added(desk, desk.desk.add(*(correct(ref, field, value) for field, value in changed.items())))
        return Done(done.said, mended=desk.correct())

    return job


def undo(desk: DossierDesk) -> Done:
    """Take back what was done last."""
    undone = desk.desk.undo()
    return _turned(desk, undone, _("Undone: {}; ctrl+r does it again."), _("There is nothing of yours to undo."))


def _redo(desk: DossierDesk) -> Done:
    return _turned(desk, desk.desk.redo(), _("Done again: {}."), _("There is nothing to do again."))


def _turned(desk: DossierDesk, events: tuple[Event, ...], words: str, none: str) -> Done:
    if not events:
        return Done(none)
    mends = any(event.op in ("correct", "uncorrect") for event in events)
    return Done(words.format(events_words(events)), mended=mends and desk.correct())


def _added(desk: DossierDesk, events: tuple[Event, ...]) -> Done:
    """Say what was added; the first event of a desk makes it worth finding again."""
    if not desk.desk.trouble and len(desk.desk.events()) == len(events):
        desk.remember()
    words = events_words(events)
    return Done(words[:1].upper() + words[1:] + ".")

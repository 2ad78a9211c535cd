"""The keys of the desk on the main screen: star, tags, status, undo and redo, on the article under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from tui.core.archive import Archive
from tui.locale import N_, _
from tui.ui.drawing.desk_words import listed, tags_known
from tui.ui.messages import DeskChanged, ReadThrough
from tui.ui.screens.dossier.desk_jobs import look_job, mend_job, read_job, redo, star_job, status_job, tag_job, undo
from tui.ui.screens.dossier.desk_notes import DeskNotes
from tui.ui.screens.dossier.open_desk import Job, OpenDesk
from tui.ui.screens.dossier.proofs import Proofs
from tui.ui.screens.dossier.saved_queries import MOST, save_job, saved_at
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.prompt_line import PromptLine
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.desk.state import Field, SavedQuery
    from tui.ui.screens.dossier.screen import DossierScreen

DESK_BINDINGS: list[BindingType] = [
    Binding("a", "desk('note')", "a note: on the selection, the paragraph, the article", id="desk.note", show=False),
    Binding("D", "open('desk')", "the desk: all notes", id="desk.open", show=False),
    Binding("P", "desk('prove')", "prove a manuscript against the articles", id="desk.prove", show=False),
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
    Binding("0", "desk('0')", "the saved queries, with what is new in each", id="desk.saved", show=False),
    Binding("u", "desk('undo')", "undo on the desk", id="desk.undo", show=False),
    Binding("ctrl+r", "desk('redo')", "redo on the desk", id="desk.redo", show=False),
]

_DESK_WORDS = ("is:", "status:", "tag:", "note:")
"""What a query asks the desk with; what is found may change with every key of the desk."""


class DeskKeys:
    """Does what the keys of the desk ask for, and shows what came of it."""

    def __init__(self, screen: DossierScreen, explorer: Archive, desk: OpenDesk, proof: Path | None = None) -> None:
        self._screen = screen
        self._explorer = explorer
        self._desk = desk
        self.notes = DeskNotes(screen, explorer, desk)
        self.proofs = Proofs(screen, self, proof)

    def act(self, what: str) -> None:
        """Do what a key asks for: an action of `DESK_BINDINGS`; a digit asks a saved query."""
        if what == "note":
            self.notes.write()
            return
        if what == "prove":
            self.proofs.ask()
            return
        if what == "save":
            asked = self._screen.asked
            self.ask(_("name of this query"), lambda name: self._desk.do(save_job(name, asked)), [])
            return
        if what == "0":
            self._list_saved()
            return
        if what.isdecimal():
            self._ask_saved(int(what))
            return
        if what in ("undo", "redo"):
            self._desk.do(undo if what == "undo" else redo)
            return
        numbers = self._numbers
        if not numbers or (what == "mend" and not self._explorer.heads(numbers[:1])):  # gone, and still in the list
            self._screen.notify(_("There is no article under the cursor."), timeout=2)
        elif what == "mend":
            self._ask_mended(numbers[0])
        elif what == "tag":
            self._ask_tag(numbers)
        elif what == "untag":
            self._ask_untag(numbers)
        elif what == "star":
            self._star(numbers)
        else:
            self._set_status(numbers)

    @property
    def _numbers(self) -> list[int]:
        """The articles that a key is about: those that were selected, in the order of the list; else the one chosen."""
        articles = self._screen.query_one(ArticleList)
        if articles.selected and articles.view is not None:
            return [number for number in articles.view.hits if number in articles.selected]
        return [articles.number] if articles.number is not None else []

    def _agreed(self, question: str, job: Job) -> None:
        """Do a job on several articles once somebody agrees who was told how many they are."""
        keys = _("enter does it, esc leaves")
        self.ask(f"{question} {keys}", lambda _typed: self._desk.do(job), (), bare="yes")

    def _star(self, numbers: Sequence[int]) -> None:
        if len(numbers) == 1:
            self._desk.do(star_job(numbers))
            return
        starred = self._desk.state.starred if self._desk.state is not None else frozenset()
        on = not all(head.id in starred for head in self._explorer.heads(numbers))
        count = f"{len(numbers):,}"
        question = _("Star {count} articles?") if on else _("Take the stars of {count} articles off?")
        self._agreed(question.format(count=count), star_job(numbers, on=on))

    def _set_status(self, numbers: Sequence[int]) -> None:
        if len(numbers) == 1:
            self._desk.do(status_job(numbers))
            return
        (head,) = self._explorer.heads(numbers[:1])
        status = self._desk.following_status(head.id)
        question = _("Set {count} articles to “{status}”?").format(count=f"{len(numbers):,}", status=_(status.value))
        self._agreed(question, status_job(numbers, status.value))

    def note_read(self, event: ReadThrough) -> None:
        """Keep that an article was read to its end, and show it in the list."""
        if not self._desk.is_read(event.ident):
            self._desk.do(read_job(event.ident))

    def ask(
        self,
        question: str,
        answered: Callable[[str], None],
        suggested: Sequence[str] | Suggester,
        value: str = "",
        bare: str = "",
    ) -> None:
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

        line = PromptLine(question, end, suggested, value, bare)
        screen.mount(line, before="#hints")
        line.focus()

    def show(self, event: DeskChanged) -> None:
        """Show what is on the desk now, and say what came of a key."""
        screen = self._screen
        screen.query_one(ArticleList).signs = event.shown.signs
        screen.query_one(Reader).take_desk_lines(event.shown.lines)
        screen.query_one(Timeline).new = event.shown.new.days if event.shown.new is not None else ()
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
        elif not event.unasked and any(word in screen.asked.text for word in _DESK_WORDS):
            screen.explore()

    def _ask_saved(self, place: int) -> None:
        saved = saved_at(self._desk.state, place)
        if saved is None:
            words = _("No query has the key {key}; S saves the present one.").format(key=place)
            self._screen.notify(words, timeout=3)
        else:
            self._ask_query(saved)

    def _ask_query(self, saved: SavedQuery) -> None:
        from tui.core.saved_queries import query_of

        query = query_of(saved, folded=self._screen.asked.folded)
        if query is None:
            words = _("The time of the saved query {name} is not understood; save it again with S.")
            self._screen.notify(words.format(name=saved.name), timeout=5, markup=False)
        else:
            self._screen.navigator.ask(query)
            self._screen.notify(_("Saved query: {name}").format(name=saved.name), timeout=3, markup=False)
            self._desk.do(look_job(self._explorer, saved))

    def _list_saved(self) -> None:
        from tui.ui.screens.saved_list import SavedList

        def ask(ident: str | None) -> None:
            saved = self._desk.state.saved.get(ident or "") if self._desk.state is not None else None
            if saved is not None:
                self._ask_query(saved)

        self._screen.app.push_screen(SavedList(self._explorer, self._desk), ask)

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
                self._desk.do(mend_job(number, changed))

        self._screen.app.push_screen(MendScreen(values), mend)

    def _ask_tag(self, numbers: Sequence[int]) -> None:
        state = self._desk.state
        known = tags_known(state) if state is not None else []
        question = _("add a tag; several with commas")
        if len(numbers) > 1:
            question = _("add a tag to {count} articles; several with commas").format(count=f"{len(numbers):,}")
        self.ask(question, lambda typed: self._desk.do(tag_job(numbers, typed, on=True)), known)

    def _ask_untag(self, numbers: Sequence[int]) -> None:
        state, heads = self._desk.state, self._explorer.heads(numbers)
        tags = state.tags if state is not None else {}
        own = list(dict.fromkeys(tag for head in heads for tag in tags.get(head.id, ())))
        if not own and len(numbers) == 1:
            self._screen.notify(_("This article has no tag of yours; + adds one."), timeout=3)
        elif not own:
            self._screen.notify(_("None of these articles has a tag of yours; + adds one."), timeout=3)
        elif len(own) == len(numbers) == 1:
            self._desk.do(tag_job(numbers, own[0], on=False))
        else:
            question = _("take off which: {tags}").format(tags=listed(own))
            if len(numbers) > 1:
                question = _("take off which, of {count} articles: {tags}").format(
                    count=f"{len(numbers):,}", tags=listed(own)
                )
            self.ask(question, lambda typed: self._desk.do(tag_job(numbers, typed, on=False)), own)

"""The main screen: what was asked, the one view that answers it, and the panes that show it.

State lives here once. Panes answer with messages; a message changes the question; one worker answers it with one view;
every pane is painted from that view. What takes more than a line is done by the parts that the screen holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.base.days import Clock
from tui.core.archive import Archive
from tui.core.view import Query, View
from tui.locale import _
from tui.ui import messages
from tui.ui.drawing.status import empty_words, end_words
from tui.ui.kept_place import KeptPlace
from tui.ui.panes.list_pane import ListPane
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.query_runner import tell_failure
from tui.ui.query_suggester import QuerySuggester
from tui.ui.screens.chronology_cache import ChronologyCache
from tui.ui.screens.dossier.breakpoints import reached
from tui.ui.screens.dossier.copies import Copies
from tui.ui.screens.dossier.desk_keys import DeskKeys
from tui.ui.screens.dossier.division import Divided
from tui.ui.screens.dossier.folder_sync import FolderSync
from tui.ui.screens.dossier.keys import KEYS
from tui.ui.screens.dossier.milestones import Milestones
from tui.ui.screens.dossier.navigator import Navigator
from tui.ui.screens.dossier.open_article import OpenArticle
from tui.ui.screens.dossier.open_desk import OpenDesk
from tui.ui.screens.dossier.over_screens import OverScreens
from tui.ui.screens.dossier.pane_layout import WIDE, PaneLayout
from tui.ui.screens.dossier.query_edits import QueryEdits
from tui.ui.screens.dossier.questions import Questions
from tui.ui.screens.dossier.resume import Resume
from tui.ui.screens.dossier.saved_queries import saved_at
from tui.ui.screens.dossier.status_lines import StatusLines
from tui.ui.screens.dossier.take_away import TakingScreen
from tui.ui.start import Start
from tui.ui.trail import Pane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import (
    DATE,
    MARK,
    PageEnded,
    PositionChanged,
    Reader,
    Selecting,
    StopChosen,
    StopOpened,
    StopsEnded,
)
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.suggestion_list import SuggestionList
from tui.ui.widgets.text_line import TextLine
from tui.ui.widgets.timeline import Timeline

AT_ONCE = 200_000
"""So many articles are listed before the first frame is painted, which takes 10 ms; more of them, right after it."""

_SLASH = Content.styled(" / ", "bold $accent")
_OTHER = {Clock.PUBLISHED: Clock.MENTIONED, Clock.MENTIONED: Clock.PUBLISHED}


class DossierScreen(TakingScreen):
    """A dossier: search bar, list, reader and timeline."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (28, "-usual")]
    AUTO_FOCUS = "ArticleList"

    asked: reactive[Query] = reactive(Query(unfinished=True), repaint=False, init=False)
    """The question that list, timeline and reader answer."""
    view: reactive[View | None] = reactive(None, repaint=False, init=False)
    """The newest answer."""

    def __init__(self, explorer: Archive, start: Start, kept: KeptPlace | None = None) -> None:
        super().__init__()
        self.explorer = explorer
        self.desk = OpenDesk(self, explorer, start.desk)
        self._desk_keys = DeskKeys(self, explorer, self.desk, start.proof)
        self.proofs = self._desk_keys.proofs
        self.resume = Resume(self, explorer, start.files, kept)
        self.notes = self._desk_keys.notes
        self.questions = Questions(explorer, self, self.desk)
        self.folder = FolderSync(self, explorer, self.questions)
        self.article = OpenArticle(self, self.questions)
        self._chronology = ChronologyCache()
        self._milestones = Milestones(self.questions, self._chronology)
        self._edits = QueryEdits(self)
        self._copies = Copies(self, explorer)
        self._divided = Divided(self, self._edits.history.newest_first)
        self.lines = StatusLines(self, self._milestones)
        self.panes = PaneLayout(self)
        self.navigator = Navigator(self, explorer, self.article, OverScreens(self, self._chronology))
        self._takers: dict[type[Message], Callable[[Any], object]] = {
            messages.ViewReady: self.show_view,
            messages.ReadingReady: lambda event: self.article.show_ready(event, self.view),
            messages.DatesReady: self.article.show_dates,
            messages.RowsReady: lambda event: self.query_one(ArticleList).supply(event.view, event.first, event.rows),
            messages.MilestonesReady: self._show_milestones,
            messages.DivisionReady: self._divided.show,
            messages.Reworded: self._edits.ask_reworded,
            messages.RelatedReady: self._edits.ask_related,
            messages.FacetsReady: self._edits.offer_facets,
            messages.Progressed: self.folder.show_progress,
            messages.FolderRead: self._finish_reading,
            messages.DeskChanged: self._desk_keys.show,
            messages.ReadThrough: self._desk_keys.note_read,
            messages.NotesReady: self.notes.show,
        }
        self.set_reactive(DossierScreen.asked, Query(start.query, unfinished=True))

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panes, the timeline and the line of keys."""
        # The classes of the terminal's size, while there is nothing yet whose style they could change.
        columns, lines = self.app.size
        self.add_class(reached(self.HORIZONTAL_BREAKPOINTS, columns), reached(self.VERTICAL_BREAKPOINTS, lines))
        with Horizontal(id="bar"):
            yield Static(_SLASH, id="slash")
            yield SearchBar(_("words, “a phrase”, source:afp, date:2023"), id="search")
            yield TextLine(id="count", right=True)
        with Horizontal(id="status"):
            yield TextLine(id="understood")
            yield TextLine(id="tally", right=True)
        with Horizontal(id="panes"):
            yield ListPane(id="list-pane", classes="pane -shown")
            yield ReaderPane(id="reader-pane", classes="pane")
        yield Timeline(id="timeline")
        yield TextLine(id="hints", whole=True)

    def on_mount(self) -> None:
        """Ask the first question."""
        self.resume.set_up()
        bar = self.query_one(SearchBar)
        bar.value = self.asked.text
        bar.past = self._edits.history.newest_first
        bar.suggester = QuerySuggester(self.explorer.completed)
        if self.explorer.at_hand and self.explorer.count <= AT_ONCE and not self.asked.text:
            self.view = self.explorer.explore(self.asked)
            self.article.show_first(self.view)
        else:
            self.explore()
        self.resume.begin()
        self.call_after_refresh(self.folder.begin)

    def explore(self) -> None:
        """Ask what is asked; the rows that are in sight come with the answer."""
        self.questions.explore(self.asked, self.query_one(ArticleList).room)

    def watch_asked(self, asked: Query) -> None:
        """Answer a changed question."""
        self._edits.show(asked.text)
        self.explore()
        self.resume.keep()

    @on(Input.Changed, "#search")
    def ask_words(self, event: Input.Changed) -> None:
        """Ask what is typed, at every key."""
        self.asked = replace(self.asked, text=event.value, unfinished=True, related="")

    @on(Timeline.SpanChanged)
    @on(Timeline.ClockAsked)
    @on(Timeline.DivisionAsked)
    def ask_time(self, event: Timeline.SpanChanged | Timeline.ClockAsked | Timeline.DivisionAsked) -> None:
        """Ask for the days that were chosen, count by the other dates, or divide what is counted."""
        if isinstance(event, Timeline.DivisionAsked):
            self._divided.choose(event.division)
        elif isinstance(event, Timeline.SpanChanged):
            self.asked = replace(self.asked, span=event.span)
        else:
            self.asked = replace(self.asked, clock=_OTHER[self.asked.clock])

    @on(SuggestionList.Chosen)
    def ask_suggestion(self, event: SuggestionList.Chosen) -> None:
        """Ask the suggested question instead."""
        self.navigator.ask(event.query)
        self.set_focus(self.query_one(ArticleList))

    @on(messages.Answer)
    def take_answer(self, event: messages.Answer) -> None:
        """Hand an answer of a worker to the part that asked."""
        self._takers[type(event)](event)

    def show_view(self, event: messages.ViewReady) -> None:
        """Show the answer, unless something else was asked since."""
        if event.view.query == self.asked:
            self.view = event.view
            if self._milestones.renewed():  # an answer that is the same again changes no view
                self.call_after_refresh(self.ask_milestones)
            if event.reading is not None and event.reading.number == self.query_one(ArticleList).number:
                self.article.show(event.reading, event.view.answered)

    def watch_view(self, view: View) -> None:
        """Paint list, timeline and lines from the one view."""
        timeline = self.query_one(Timeline)
        self.query_one(ListPane).show(view, empty_words(view, self.folder.busy, self.folder.sums))
        timeline.clock, timeline.found, timeline.whole = view.query.clock, view.found, view.whole
        if view.fault is None:
            self._milestones.drop_others(view, timeline)
            self._divided.ask(view)
            self.call_after_refresh(self.ask_milestones)
        timeline.span = view.query.span
        if not view.hits:
            self.article.clear(self.folder.busy)
        self.navigator.arrive(view)
        self.show_status()

    @on(StopChosen)
    def show_status(self) -> None:
        """Write the lines above the panes."""
        self.folder.show_notice()
        self.lines.show()

    def ask_milestones(self) -> None:
        """Ask for the events of the query, whatever its span; not while words are typed or files are read."""
        view = self.view
        if view is not None and view.fault is None and not self.folder.busy and not isinstance(self.focused, SearchBar):
            self._milestones.ask(view)

    def _show_milestones(self, event: messages.MilestonesReady) -> None:
        """Put the events of the query on the axis, and say on how many dates the reports disagree."""
        self._milestones.show(event, self.query_one(Timeline))
        self.show_status()

    @on(ArticleList.RowsAsked)
    def fetch_rows(self, event: ArticleList.RowsAsked) -> None:
        """Make the rows that came into sight."""
        self.questions.rows(event.view, event.first, event.last)

    @on(ArticleList.Moved)
    def follow_cursor(self, event: ArticleList.Moved) -> None:
        """Read what the cursor is on."""
        if self.view is not None:
            self.article.follow_cursor(event.number, self.view)
            self.resume.keep()

    @on(PositionChanged)
    def keep_position(self) -> None:
        """Keep how far the text was read."""
        self.resume.keep()

    @on(StopsEnded)
    @on(PageEnded)
    def read_on(self, event: StopsEnded | PageEnded) -> None:
        """Go on in the next article, or in the one before; where stops end, say so."""
        if isinstance(event, PageEnded):
            self.action_read("article", event.direction)
        elif event.kind != MARK or not self.article.walk_on(event.direction):
            self.notify(end_words(event.kind, event.direction, event.stops), timeout=2)

    @on(StopOpened)
    def open_stop(self, event: StopOpened) -> None:
        """Go to the day of the date under the reader's cursor on the timeline of mentions, or edit the note there."""
        self.navigator.follow_date() if event.kind == DATE else self._desk_keys.act("note")

    @on(ArticleList.CopiesAsked)
    def toggle_copies(self) -> None:
        """List the copies of the article under the cursor below it, or hide them."""
        self._copies.toggle()

    @on(messages.Failed)
    def show_failure(self, event: messages.Failed) -> None:
        """Say what went wrong and what to do."""
        self.folder.fail()
        tell_failure(self, event)

    @on(SearchBar.Left)
    @on(Timeline.Left)
    @on(ArticleList.ReadAsked)
    def leave_pane(self, event: Message) -> None:
        """Go where leaving a pane leads: from the list to the reader, from elsewhere to the list."""
        if isinstance(event, SearchBar.Left):
            self._edits.keep()
        self.navigator.go(Pane.READER if isinstance(event, ArticleList.ReadAsked) else Pane.LIST)

    def on_descendant_focus(self) -> None:
        """Show the pane that got the focus, and its keys."""
        if self.focused is None:
            return
        self.panes.follow(self.focused)
        self.navigator.focus_moved(self.focused)
        self.resume.keep()
        self.show_hints()
        self.call_after_refresh(self.ask_milestones)

    @on(Selecting)
    def show_hints(self) -> None:
        """Show the keys of what has the focus."""
        self.lines.show_hints()

    def action_go(self, name: str) -> None:
        """Go to a pane: `list`, `reader` or `search`."""
        self.navigator.go(Pane(name))

    def action_open(self, name: str) -> None:
        """Open a screen over the panes: `chronology`, `account`, `figures`, `words`, `outlets` or `comparison`."""
        pane = Pane(name)
        wants_all = pane in (Pane.CHRONOLOGY, Pane.FIGURES, Pane.WORDS, Pane.OUTLETS)
        if not (wants_all and self.folder.postpones(lambda: self.navigator.open(pane))):
            self.navigator.open(pane)

    def action_timeline(self) -> None:
        """Go to the timeline and back; from the reader, to the day of its article on the clock of publication."""
        self.navigator.toggle_timeline()

    def is_idle(self, name: str, parameters: tuple[object, ...]) -> bool:
        """Say whether an action could do nothing now: without an article, or a saved query."""
        if name == "desk" and str(parameters[0]).isdecimal():
            return saved_at(self.desk.state, int(str(parameters[0]))) is None
        needs = name in ("copy", "export", "related", "facets", "head") or (name == "desk" and parameters[0] != "save")
        return needs and self.query_one(ArticleList).number is None

    def action_desk(self, what: str) -> None:
        """Do something on the desk: `note`, `star`, `tag`, `untag`, `status`, `undo` or `redo`."""
        self._desk_keys.act(what)

    def action_back(self) -> None:
        """Go one place back; at the top, quit."""
        if not self.navigator.back():
            self.app.exit()

    def action_escape(self) -> None:
        """Go to the list; there, drop the span. The article and the words stay."""
        if isinstance(self.focused, ArticleList | SuggestionList):
            self._edits.drop_span()
        else:
            self.navigator.home()

    @on(Timeline.UndatedAsked)
    def action_undated(self) -> None:
        """List the undated articles alone, or take that back."""
        self._edits.toggle_undated()

    def action_sort(self) -> None:
        """Change the order, as a visible word of the query."""
        self._edits.change_order()

    def action_reword(self, what: str) -> None:
        """Ask in narrower or wider words: `forms`, `glossary`, `glossary-off` or `widen`."""
        self._edits.reword(what)

    def action_fold(self) -> None:
        """List copies of one text in one row, or each by itself; this holds for every query from now on."""
        self._copies.toggle_all()

    def action_facets(self) -> None:
        """Show what the hits have in common."""
        self._edits.ask_what_is_common()

    def action_related(self) -> None:
        """Look for what shares rare words with the article under the cursor."""
        self._edits.ask_what_is_related()

    def action_read(self, unit: str, steps: int) -> None:
        """Go on in the text, or back: to a `mark`, by a `page`, or to another `article`."""
        self.article.go_on(unit, steps)

    def action_read_again(self) -> None:
        """Look for what was added to the folder, changed in it or removed from it."""
        self.folder.again()

    def action_head(self) -> None:
        """Show all that is known of the article above its text, or one line of it."""
        self.query_one(Reader).action_head()

    def renew(self) -> None:
        """Show everything anew: articles have changed."""
        self.article.fetch_again()
        self._chronology.clear()
        self._milestones.forget()
        self.explore()

    def _finish_reading(self, event: messages.FolderRead) -> None:
        """Ask again once everything was read."""
        if self.folder.finish(event):
            self.renew()
        self.call_after_refresh(self.ask_milestones)
        if self.view is not None and not self.view.hits:
            self.query_one(ListPane).show(self.view, empty_words(self.view, self.folder.busy, self.folder.sums))
        self.show_status()
        if not event.busy:
            self.resume.begin()
            self.proofs.begin()

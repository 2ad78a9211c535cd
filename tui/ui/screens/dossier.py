"""The main screen: what was asked, the one view that answers it, and the panes that show it.

State lives here once. Panes answer with messages; a message changes the question; one worker answers it with one view;
every pane is painted from that view.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.base.progress import Looks
from tui.core.explorer import Explorer
from tui.core.view import Query, Reading, View
from tui.dossier.account import Sums
from tui.ui.drawing.status import again_words, count_words, dossier_words, empty_words, progress_words, understood_words
from tui.ui.messages import Failed, ReadingReady, Refreshed, RowsReady, Stepped, ViewReady
from tui.ui.panes.list_pane import ListPane
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.screens.key_sections import hint_words
from tui.ui.screens.unfolding import Unfolding
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.suggestion_list import SuggestionList
from tui.ui.widgets.text_line import TextLine
from tui.ui.widgets.timeline import Timeline

AT_ONCE = 200_000
"""So many articles are listed before the first frame is painted; more of them, right after it. Listing everything takes
a hundredth of a second, since the dates of a large dossier are written down."""

AGAIN = 2.0
"""Seconds until the folder is looked at again while another program is reading it."""

SLASH = Content.styled(" / ", "bold $accent")


class DossierScreen(Unfolding):
    """A dossier: search bar, list, reader and timeline."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,s", "search", "search", id="dossier.search"),
        Binding("t", "timeline", "timeline", id="dossier.timeline"),
        Binding("T", "chronology", "chronology", id="dossier.chronology"),
        Binding("n", "walk(1)", "next mark", id="dossier.next-mark", show=False),
        Binding("N", "walk(-1)", "previous mark", id="dossier.previous-mark", show=False),
        Binding("J", "step(1)", "next article", id="dossier.next-article", show=False),
        Binding("K", "step(-1)", "previous article", id="dossier.previous-article", show=False),
        Binding(
            "space,pagedown", "read_on(1)", "read on: a page, then the next article", id="dossier.read-on", show=False
        ),
        Binding("b,pageup", "read_on(-1)", "read back: a page, then the article before", id="dossier.back", show=False),
        Binding("left,h", "pane('list')", "to the list", id="dossier.list", show=False),
        Binding("right,l", "pane('reader')", "to the reader", id="dossier.reader", show=False),
        Binding("d", "undated", "undated articles", id="dossier.undated", show=False),
        Binding("A", "account", "account: what became of each file, doubtful dates", id="dossier.account", show=False),
        Binding("o", "sort", "change the order", id="dossier.sort", show=False),
        Binding("f", "facets", "what the hits have in common", id="dossier.facets", show=False),
        Binding("r", "related", "related articles, by the rare words they share", id="dossier.related", show=False),
        Binding("X", "fold", "copies in one row, or each by itself", id="dossier.fold", show=False),
        Binding("f5", "read_again", "read the folder again", id="dossier.read-again", show=False),
        Binding("z", "alone", "this pane alone", id="dossier.alone", show=False),
        Binding("less_than_sign", "share(-5)", "narrower list", id="dossier.narrower", show=False),
        Binding("greater_than_sign", "share(5)", "wider list", id="dossier.wider", show=False),
        Binding("escape", "drop", "drop the span, then the query", id="dossier.drop", show=False),
        Binding("q", "back", "one step back: span, query; quit at the top", id="dossier.leave", show=False),
        Binding("question_mark,f1", "keys", "keys", id="dossier.keys"),
        Binding("colon", "app.command_palette", "every action", id="dossier.palette", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]
    AUTO_FOCUS = "ArticleList"

    share: reactive[int] = reactive(38, init=False)
    """The list's part of the width, in per cent."""

    def __init__(self, explorer: Explorer, query: str = "") -> None:
        super().__init__(explorer)
        self._places: dict[int, int] = {}
        self._read_under: tuple[int, str] | None = None
        """What the reader shows: an article's number, 0 where it has to be fetched anew, and the words of the query."""
        self._arriving = 0
        self._looks = Looks(monotonic)
        self._noticed = ""
        self._sums: Sums | None = None
        self._again = False
        self._read_whole = False
        """Whether the folder was read to its end since the program began."""
        self.set_reactive(DossierScreen.asked, Query(query, unfinished=True))

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panes, the timeline and the line of keys."""
        self._fit()
        with Horizontal(id="bar"):
            yield Static(SLASH, id="slash")
            yield SearchBar("words, “a phrase”, source:afp, date:2023", id="search")
            count = TextLine(id="count")
            count.right = True
            yield count
        yield TextLine(id="understood")
        with Horizontal(id="panes"):
            yield ListPane(id="list-pane", classes="pane -shown")
            yield ReaderPane(id="reader-pane", classes="pane")
        yield Timeline(id="timeline")
        hints = TextLine(id="hints")
        hints.whole = True
        yield hints

    def on_mount(self) -> None:
        """Ask the first question."""
        self.query_one(SearchBar).value = self.asked.text
        self.help_typing(self.query_one(SearchBar))
        if self._explorer.count <= AT_ONCE and not self.asked.text:
            self.view = self._explorer.explore(self.asked)
        else:
            self._explore()
        self._tell_notice()
        self.call_after_refresh(self._inquiry.refresh)

    def _tell_notice(self) -> None:
        """Tell whole what is unusual, once: the line under the bar may be too short for it."""
        if self._explorer.notice != self._noticed:
            self._noticed = self._explorer.notice
            self.notify(self._noticed, severity="warning", timeout=10, markup=False)

    def _fit(self) -> None:
        """Take the classes of the terminal's size while there is nothing yet whose style they could change."""
        width, height = self.app.size
        for size, table in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(next(name for edge, name in reversed(table) if size >= edge))

    def watch_asked(self, asked: Query) -> None:
        """Answer a changed question."""
        bar = self.query_one(SearchBar)
        if bar.value != asked.text:
            with bar.prevent(Input.Changed):
                bar.value = asked.text
                bar.cursor_position = len(asked.text)
        self._explore()

    def _explore(self) -> None:
        """Ask what is asked; the rows that are in sight come with the answer."""
        self._inquiry.explore(self.asked, self.query_one(ArticleList).room)

    @on(Input.Changed, "#search")
    def ask_words(self, event: Input.Changed) -> None:
        """Ask what is typed, at every key."""
        self.asked = replace(self.asked, text=event.value, unfinished=True)

    @on(Timeline.SpanChanged)
    def ask_span(self, event: Timeline.SpanChanged) -> None:
        """Ask for the days that were chosen."""
        self.asked = replace(self.asked, span=event.span)

    @on(SuggestionList.Taken)
    def ask_suggestion(self, event: SuggestionList.Taken) -> None:
        """Ask the suggested question instead."""
        self.asked = event.query
        self.query_one(ArticleList).focus()

    @on(ViewReady)
    def show_view(self, event: ViewReady) -> None:
        """Show the answer, unless something else was asked since."""
        if event.view.query == self.asked:
            self.view = event.view
            if event.reading is not None and event.reading.number == self.query_one(ArticleList).number:
                self._open(event.reading, event.view.answered)

    def watch_view(self, view: View) -> None:
        """Paint list, timeline and lines from the one view."""
        timeline = self.query_one(Timeline)
        self.query_one(ListPane).show(view, empty_words(view, self._busy))
        self.arrive_in_list(view)
        timeline.clock, timeline.found, timeline.whole = view.query.clock, view.found, view.whole
        if view.fault is None:
            self.arrive_on_timeline(view)
            self.drop_milestones(view)
            self.call_after_refresh(self.ask_milestones)
        timeline.span = view.query.span
        if not view.hits:
            self._read_under = None
            self.query_one(Reader).clear()
            self.query_one(ReaderPane).name_it()
        self._say()

    @on(ArticleList.RowsAsked)
    def fetch_rows(self, event: ArticleList.RowsAsked) -> None:
        """Make the rows that came into sight."""
        self._inquiry.rows(event.view, event.first, event.last)

    @on(RowsReady)
    def supply_rows(self, event: RowsReady) -> None:
        """Hand new rows to the list."""
        self.query_one(ArticleList).supply(event.view, event.first, event.rows)

    @on(ArticleList.Moved)
    def follow_cursor(self, event: ArticleList.Moved) -> None:
        """Read what the cursor stands on, unless it is being read under these very words."""
        answered = self.view.answered if self.view is not None else ""
        if self._read_under != (event.number, answered):
            self._inquiry.read(event.number, answered)

    @on(ReadingReady)
    def show_reading(self, event: ReadingReady) -> None:
        """Show the article, unless the cursor stands on another one by now."""
        wanted = (self.query_one(ArticleList).number, self.view.answered if self.view is not None else "")
        if wanted == (event.reading.number, event.query_text):
            self._open(event.reading, event.query_text)

    def _open(self, reading: Reading, query_text: str) -> None:
        """Open an article at its first mark, or where it was left; nothing moves where it is open already."""
        reader = self.query_one(Reader)
        if self._read_under == (reading.number, query_text):
            return
        self._remember_place()
        again = reader.reads(reading.article.id) and self._read_under is not None and self._read_under[1] == query_text
        self._read_under = (reading.number, query_text)
        if again and reader.renew(reading):
            self.arrive_in_article(reading)
            return
        place = reader.place if again else None if reading.marks else self._places.get(reading.number)
        reader.show(reading, place)
        if not self.arrive_in_article(reading) and self._arriving < 0 and reading.marks:
            reader.go_to_mark(-1)
        self._arriving = 0
        self.query_one(ReaderPane).tell_whereabouts()

    def _remember_place(self) -> None:
        reader = self.query_one(Reader)
        if reader.reading is not None:
            self._places[reader.reading.number] = reader.place

    @on(Reader.MarksEnded)
    def walk_on(self, event: Reader.MarksEnded) -> None:
        """Go on with the marks of the next article, or the last ones of the one before."""
        articles, before = self.query_one(ArticleList), self.query_one(ArticleList).cursor
        self._arriving = event.direction
        articles.cursor += event.direction
        if articles.cursor == before:
            self._arriving = 0
            self.notify("That was the last mark." if event.direction > 0 else "That was the first mark.", timeout=2)

    @on(Reader.PageEnded)
    def read_next(self, event: Reader.PageEnded) -> None:
        """Read on in the next article."""
        self.query_one(ArticleList).cursor += event.direction

    @on(Stepped)
    def tell_progress(self, event: Stepped) -> None:
        """Say how far the reading of the dossier has come."""
        line = self.query_one("#understood", TextLine)
        line.words = progress_words(event.step, event.told, line.size.width)
        # What has been read so far can be looked at: asked for rarely enough to leave the reading its time. Once all
        # was read, what is shown stays until all is read again: an article that is renewed is missing for a moment.
        if not self._read_whole and self._looks.due(event.step):
            self._explore()

    @on(Refreshed)
    def finish_refresh(self, event: Refreshed) -> None:
        """Ask again once everything was read."""
        self._busy = event.busy
        self._read_whole |= not event.busy
        self._tell_notice()
        if event.busy:
            self.set_timer(AGAIN, self._inquiry.refresh)
        if event.changed or not self._explorer.count:
            self._read_under = (0, self._read_under[1]) if self._read_under is not None else None
            self.forget_chronology()
            self._explore()
        self.call_after_refresh(self.ask_milestones)
        self._sums = self._explorer.sums()
        if self._again and not event.busy:
            self._again = False
            self.notify(again_words(event.changed, self._sums), timeout=3)
        if self.view is not None and not self.view.hits:
            self.query_one(ListPane).show(self.view, empty_words(self.view, self._busy))
        self._say()

    @on(Failed)
    def tell_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
        self._again = False
        self.notify(event.sentence, severity="error", timeout=10, markup=False)

    @on(SearchBar.Left)
    @on(ArticleList.ReadAsked)
    def leave(self, event: SearchBar.Left | ArticleList.ReadAsked) -> None:
        """Go where leaving a pane leads: from the bar to the list, from the list to the reader."""
        self.action_pane("reader" if isinstance(event, ArticleList.ReadAsked) else "list")

    @on(Timeline.UndatedAsked)
    def action_undated(self) -> None:
        """List the undated articles alone, or take that back."""
        self.toggle_undated()

    def action_search(self) -> None:
        """Go to the search bar; typing replaces what stands there, → and End keep it."""
        bar = self.query_one(SearchBar)
        bar.focus()
        bar.action_select_all()

    def action_pane(self, name: str) -> None:
        """Give a pane the focus: `list` or `reader`."""
        self._show_pane(f"{name}-pane")
        if name == "list":
            self.query_one(ListPane).take_focus()
        else:
            self.query_one(Reader).focus()

    def action_walk(self, steps: int) -> None:
        """Walk the marks of the article, and on into the next one."""
        self.query_one(Reader).action_walk(steps)

    def action_step(self, steps: int) -> None:
        """Go to the next or the previous article."""
        self.query_one(ArticleList).cursor += steps

    def action_read_on(self, pages: int) -> None:
        """Read a page further, or back."""
        self.query_one(Reader).action_page(pages)

    def action_read_again(self) -> None:
        """Look what was added to the folder, changed in it or taken from it, unless it is being read already."""
        if self._inquiry.refreshing:
            self.notify("The folder is being read already.", timeout=2)
        else:
            self._again = True
            self._inquiry.refresh()

    def action_alone(self) -> None:
        """Show the focused pane alone, or all of them again."""
        self.toggle_class("-alone")

    def action_share(self, by: int) -> None:
        """Make the list wider or narrower, in per cent of the screen."""
        self.share = max(20, min(self.share + by, 70))

    def watch_share(self, share: int) -> None:
        """Lay the panes out anew."""
        self.query_one("#list-pane").styles.width = f"{share}%"

    def action_drop(self) -> None:
        """Drop the span; where there is none, the query."""
        self.asked = replace(self.asked, span=None) if self.asked.span else replace(self.asked, text="")

    def action_back(self) -> None:
        """Go one step back: to the chronology that led here, to the list, to all time, to everything; then quit."""
        if self.returned_to_chronology():
            return
        if self.focused is not None and not isinstance(self.focused, ArticleList | SuggestionList):
            self.action_pane("list")
        elif self.asked.span is not None or self.asked.text:
            self.action_drop()
        else:
            self.app.exit()

    def action_keys(self) -> None:
        """Show the keys of the focused pane."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

    def on_descendant_focus(self) -> None:
        """Show the pane that got the focus, and its keys."""
        pane = next((node for node in self.focused.ancestors if node.has_class("pane")), None) if self.focused else None
        if pane is not None and pane.id is not None:
            self._show_pane(pane.id)
        self.query_one("#hints", TextLine).words = hint_words(self)
        self.call_after_refresh(self.ask_milestones)

    def _show_pane(self, name: str) -> None:
        for pane in self.query(".pane"):
            pane.set_class(pane.id == name, "-shown")

    def _say(self) -> None:
        """Write the lines around the panes."""
        if self.view is None:
            return
        self.query_one("#count", TextLine).words = count_words(self.view)
        notice = self._explorer.notice or dossier_words(self._explorer.folder.name, self._sums)
        self.query_one("#understood", TextLine).words = self.date_words() or understood_words(self.view, notice)

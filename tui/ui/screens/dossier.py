"""The main screen: what was asked, the one view that answers it, and the panes that show it.

State lives here once. Panes answer with messages; a message changes the question; one worker answers it with one view;
every pane is painted from that view.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.explorer import Explorer
from tui.ui.answers import Failed, ReadingReady, Refreshed, RowsReady, Stepped, ViewReady
from tui.ui.drawing.status import count_words, empty_words, progress_words, understood_words
from tui.ui.screens.key_sections import hint_words
from tui.ui.screens.narrowing import Narrowing
from tui.ui.screens.two_clocks import place_words
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.find_bar import FindBar
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.suggestion_list import SuggestionList
from tui.ui.widgets.text_line import TextLine
from tui.ui.widgets.timeline import Timeline
from tui.view import Query, Reading, View

AT_ONCE = 200_000
"""So many articles are listed before the first frame is painted; more of them, right after it. Listing everything takes
a hundredth of a second, since the dates of a large dossier are written down."""

AGAIN = 2.0
"""Seconds until the folder is looked at again while another program is reading it."""

SLASH = Content.styled(" / ", "bold $accent")


class DossierScreen(Narrowing):
    """A dossier: search bar, list, reader and timeline."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,s", "search", "search", id="dossier.search"),
        Binding("t", "timeline", "timeline", id="dossier.timeline"),
        Binding("T", "chronology", "chronology", id="dossier.chronology"),
        Binding("n", "walk(1)", "next mark", id="dossier.next-mark", show=False),
        Binding("N", "walk(-1)", "previous mark", id="dossier.previous-mark", show=False),
        Binding("J", "step(1)", "next article", id="dossier.next-article", show=False),
        Binding("K", "step(-1)", "previous article", id="dossier.previous-article", show=False),
        Binding("space", "read_on", "read on: a page, then the next article", id="dossier.read-on", show=False),
        Binding("left,h", "pane('list')", "to the list", id="dossier.list", show=False),
        Binding("right,l", "pane('reader')", "to the reader", id="dossier.reader", show=False),
        Binding("d", "undated", "undated articles", id="dossier.undated", show=False),
        Binding("o", "sort", "change the order", id="dossier.sort", show=False),
        Binding("f", "facets", "what the hits have in common", id="dossier.facets", show=False),
        Binding("r", "related", "related articles, by the rare words they share", id="dossier.related", show=False),
        Binding("z", "alone", "this pane alone", id="dossier.alone", show=False),
        Binding("less_than_sign", "share(-5)", "narrower list", id="dossier.narrower", show=False),
        Binding("greater_than_sign", "share(5)", "wider list", id="dossier.wider", show=False),
        Binding("escape", "drop", "drop the span, then the query", id="dossier.drop", show=False),
        Binding("q", "back", "one step back; quit at the top", id="dossier.back", show=False),
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
        self._busy = True
        self._places: dict[int, int] = {}
        self._read_under: tuple[int, str] | None = None
        self._arriving = 0
        self._listed = 0
        self.set_reactive(DossierScreen.asked, Query(query, unfinished=True))

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panes, the timeline and the line of keys."""
        with Horizontal(id="bar"):
            yield Static(SLASH, id="slash")
            yield SearchBar("words, “a phrase”, source:afp, date:2023", id="search")
            count = TextLine(id="count")
            count.right = True
            yield count
        yield TextLine(id="understood")
        with Horizontal(id="panes"):
            with Vertical(id="list-pane", classes="pane -shown"):
                yield ArticleList(id="list")
            with Vertical(id="reader-pane", classes="pane"):
                yield Reader(id="reader")
        yield Timeline(id="timeline")
        yield TextLine(id="hints")

    def on_mount(self) -> None:
        """Name the panes, then ask the first question."""
        self.query_one("#list-pane").border_title = Content("Articles")
        self.query_one("#reader-pane").border_title = Content("Reader")
        self.query_one(SearchBar).value = self.asked.text
        self.help_typing(self.query_one(SearchBar))
        if self._explorer.count <= AT_ONCE and not self.asked.text:
            self.view = self._explorer.explore(self.asked)
        else:
            self._inquiry.explore(self.asked)
        if self._explorer.notice:  # whole, since the line under the bar may be too short for it
            self.notify(self._explorer.notice, severity="warning", timeout=10, markup=False)
        self.call_after_refresh(self._inquiry.refresh)

    def _fit(self) -> None:
        """Take the classes of the terminal's size now: taken after the first layout, they would cost a second one."""
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
        self._inquiry.explore(asked)

    @on(Input.Changed, "#search")
    def ask_words(self, event: Input.Changed) -> None:
        """Ask what is typed, at every key."""
        self.asked = replace(self.asked, text=event.value)

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
        articles, timeline = self.query_one(ArticleList), self.query_one(Timeline)
        if view.fault is None:
            articles.empty_words = empty_words(view, self._busy)
            articles.view = view
            timeline.clock, timeline.found, timeline.whole = view.query.clock, view.found, view.whole
            self.arrive_on_timeline(view)
        timeline.span = view.query.span
        self._offer(view)
        if not articles.view or not articles.view.hits:
            self._read_under = None
            self.query_one(Reader).clear()
        self._say()

    def _offer(self, view: View) -> None:
        """Show what else could be asked where nothing was found."""
        articles, offered = self.query_one(ArticleList), self.query(SuggestionList)
        had_focus = articles.has_focus or any(each.has_focus for each in offered)
        offered.remove()
        articles.set_class(bool(view.suggestions), "-replaced")
        if view.suggestions:
            suggestions = SuggestionList(view.suggestions)
            self.query_one("#list-pane").mount(suggestions)
            if had_focus:
                suggestions.focus()
        elif had_focus:
            articles.focus()

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
        self._read_under = (reading.number, query_text)
        reader.show(reading, None if reading.marks else self._places.get(reading.number))
        if not self.arrive_in_article(reading) and self._arriving < 0 and reading.marks:
            reader.go_to_mark(-1)
        self._arriving = 0

    def _remember_place(self) -> None:
        reader = self.query_one(Reader)
        if reader.reading is not None:
            self._places[reader.reading.number] = reader.place

    @on(Reader.PlaceChanged)
    def tell_place(self, event: Reader.PlaceChanged) -> None:
        """Say above the reader which mark or date is shown and how far the text was read."""
        self.query_one("#reader-pane").border_title = Content(place_words(event))

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

    @on(Reader.FindAsked)
    def open_find(self) -> None:
        """Open the line for words to find in the article."""
        if not self.query(FindBar):
            self.query_one("#reader-pane").mount(FindBar(id="find"))
        self.query_one(FindBar).focus()

    @on(Input.Changed, "#find")
    def find_words(self, event: Input.Changed) -> None:
        """Find what is typed, at every key."""
        self.query_one(Reader).find(event.value)

    @on(Reader.FindChanged)
    def tell_find(self, event: Reader.FindChanged) -> None:
        """Say above the reader which of the found places is shown: "3 of 12"."""
        words = f"found {event.place} of {event.places}" if event.places else "not in this article"
        if event.sought:
            self.query_one("#reader-pane").border_title = Content(f"Reader · {words}")

    @on(FindBar.Settled)
    def settle_find(self) -> None:
        """Go on in the text with what was found."""
        self.query_one(Reader).focus()

    @on(FindBar.Closed)
    @on(Reader.FindLeft)
    def close_find(self) -> None:
        """Close the line for finding."""
        self.query(FindBar).remove()
        self.query_one(Reader).find("")
        self.query_one(Reader).focus()

    @on(Reader.Copied)
    def copy(self, event: Reader.Copied) -> None:
        """Put a text on the clipboard."""
        self.app.copy_to_clipboard(event.text)
        self.notify(f"Copied {len(event.text.split()):,} words.", timeout=2)

    @on(Stepped)
    def tell_progress(self, event: Stepped) -> None:
        """Say how far the reading of the dossier has come."""
        self.query_one("#understood", TextLine).words = progress_words(event.doing, event.done, event.of)
        # What has been read so far can be looked at: asked for rarely enough to leave the reading its time.
        if event.done == 0 or event.done >= 2 * self._listed:
            self._listed = max(event.done, 1)
            self._inquiry.explore(self.asked)

    @on(Refreshed)
    def finish_refresh(self, event: Refreshed) -> None:
        """Ask again once everything was read."""
        self._busy = event.busy
        if event.busy:
            self.set_timer(AGAIN, self._inquiry.refresh)
        if event.changed or not self._explorer.count:
            self._read_under = None
            self.forget_chronology()
            self._inquiry.explore(self.asked)
        self._say()

    @on(Failed)
    def tell_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
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
        """Go to the search bar."""
        self.query_one(SearchBar).focus()

    def action_pane(self, name: str) -> None:
        """Give a pane the focus: `list` or `reader`."""
        offered = self.query(SuggestionList)
        self._show_pane(f"{name}-pane")
        (offered.last() if name == "list" and offered else self.query_one(f"#{name}")).focus()

    def action_walk(self, steps: int) -> None:
        """Walk the marks of the article, and on into the next one."""
        self.query_one(Reader).action_walk(steps)

    def action_step(self, steps: int) -> None:
        """Go to the next or the previous article."""
        self.query_one(ArticleList).cursor += steps

    def action_read_on(self) -> None:
        """Read a page further."""
        self.query_one(Reader).action_page(1)

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
        self.asked = replace(self.asked, span=None) if self.asked.span else Query(unfinished=True)

    def action_back(self) -> None:
        """Go one step back; from the list, quit."""
        if self.focused is None or isinstance(self.focused, ArticleList | SuggestionList):
            self.app.exit()
        else:
            self.action_pane("list")

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

    def _show_pane(self, name: str) -> None:
        for pane in self.query(".pane"):
            pane.set_class(pane.id == name, "-shown")

    def _say(self) -> None:
        """Write the lines around the panes."""
        if self.view is None:
            return
        self.query_one("#count", TextLine).words = count_words(self.view)
        notice = self._explorer.notice or f"dossier {self._explorer.folder.name}"
        self.query_one("#understood", TextLine).words = self.date_words() or understood_words(self.view, notice)

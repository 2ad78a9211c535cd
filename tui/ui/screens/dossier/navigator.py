"""Going somewhere and back on the main screen: what it takes to leave a place and to be there again.

Where back leads is for the trail to say; here its places are taken from the widgets and put back into them.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.widget import Widget

from tui.base.days import Clock
from tui.core.archive import Archive
from tui.core.view import Query, View
from tui.locale import _
from tui.timeline.granularity import span_label
from tui.ui.panes.list_pane import ListPane
from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.screens.dossier.open_article import Arrival, OpenArticle
from tui.ui.screens.dossier.over_screens import OverScreens
from tui.ui.screens.dossier.pinned import Pinned
from tui.ui.screens.filtered_list import Left
from tui.ui.trail import OVER, Goal, Pane, Place, Trail
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen


class Navigator:
    """Keeps the trail, and takes the reader from place to place."""

    def __init__(self, screen: DossierScreen, explorer: Archive, article: OpenArticle, over: OverScreens) -> None:
        self._screen = screen
        self._explorer = explorer
        self._article = article
        self._over = over
        self._pinned = Pinned(screen, explorer)
        self._trail = Trail()
        self._pane = Pane.LIST
        self._open: Pane | None = None
        """The screen that is open over the panes."""
        self._states: dict[Pane, object] = {}
        """How each screen over the panes was left last."""
        self._wanted: Place | None = None
        """Where to put the list's cursor with the next view."""
        self._day: date | None = None
        """Where to put the timeline's cursor as soon as it counts what texts mention."""
        self._entered = Query()
        """The question with which the timeline was entered."""
        self._lent: tuple[Query, Query] | None = None
        """What was asked before a date was followed to the dates that texts name, and what was asked for that."""

    @property
    def here(self) -> Place:
        """Where the reader is."""
        articles, reader = self._list, self._article.reader
        read = reader.reading is not None and reader.reading.number == articles.number
        return Place(
            query=self._screen.asked,
            pane=self._pane,
            article=articles.number,
            line=reader.line if read else None,
            date=reader.date.start if read and reader.date is not None else None,
            row=articles.scroll_offset.y,
        )

    def go(self, pane: Pane) -> None:
        """Go to a pane of the main screen."""
        if pane is Pane.LIST:
            self.home()
            return
        if pane is not self._pane:
            self._trail = self._trail.hopped(self.here, pane)
        self._enter(pane)

    def ask(self, query: Query) -> None:
        """Ask something else; the question before is one place back."""
        if query != self._screen.asked:
            self._trail = self._trail.reasked(self.here, query)
            self._expect(None)
            self._screen.asked = query

    def stay_on(self, number: int | None) -> None:
        """Keep the cursor on an article, which may have another place in the next view."""
        self._wanted = Place(self._screen.asked, article=number)

    def home(self) -> None:
        """Go to the list: the article and the question stay, and nothing is added to the trail.

        Whoever followed a date to the timeline, and chose nothing there, has the clock and the span of before again.
        """
        self._trail = self._trail.hopped(self.here, Pane.LIST)
        lent, self._lent = self._lent, None
        self._enter(Pane.LIST)
        if lent is not None and self._screen.asked == lent[1]:
            self.stay_on(self._list.number)
            self._put(lent[0])

    def back(self) -> bool:
        """Go one place back; say whether there was one."""
        return self._back(self.here)

    @property
    def behind(self) -> Pane | None:
        """The pane to which back leads; None at the top."""
        place, _rest = self._trail.back(self.here)
        return place.pane if place is not None else None

    @property
    def state(self) -> tuple[Trail, Pane | None]:
        """What led to where the reader is, and the screen that is open over the panes."""
        return self._trail, self._open

    def resume(self, place: Place, trail: Trail) -> None:
        """Begin at a place where somebody left off, with what led there."""
        self._trail = trail
        self._restore(place)

    def open(self, pane: Pane, state: object = None) -> None:
        """Open a screen over the panes in a state; without one, as it was left last. A comparison waits for two."""
        if pane is Pane.COMPARISON:
            state = self._pinned.press(self._list.number)
            if state is None:
                return
        self._trail = self._trail.pushed(self.here)
        self._push_screen(pane, state if state is not None else self._states.get(pane))

    def toggle_timeline(self) -> None:
        """Go to the timeline and back; from the reader, to the day of its article on the clock of publication."""
        timeline, reader = self._screen.query_one(Timeline), self._article.reader
        if timeline.has_focus:
            self.leave_timeline()
            return
        published = reader.reading.article.published if reader.has_focus and reader.reading is not None else None
        if published is not None and self._screen.asked.clock is Clock.PUBLISHED:
            timeline.go_to(published.span.first)
        self.go(Pane.TIMELINE)

    def leave_timeline(self) -> None:
        """Go to the pane that the timeline was entered from; what was chosen on the timeline stays chosen."""
        last = self._trail.last
        if self._screen.asked == self._entered and last is not None:
            self.back()
        else:
            self._enter(Pane.READER if last is not None and last.pane is Pane.READER else Pane.LIST)

    def follow_date(self) -> None:
        """Go to the day of the date under the reader's cursor on the timeline of mentions."""
        date = self._article.reader.date
        if date is not None and date.span is not None:
            self.follow(date.span.first)
        elif date is not None:
            self._screen.notify(_("This date could not be resolved: it has no place on the timeline."), timeout=3)

    def follow(self, day: date) -> None:
        """Go to a day among the dates that texts name; a span of them that holds the day stays."""
        self._trail = self._trail.pushed(self.here)
        before = self._go_to_mentioned(day)
        if before.span is not None:
            self._say_what_changed(before)

    def focus_moved(self, focused: Widget) -> None:
        """Take note that the mouse or tab moved the focus to another pane."""
        pane = _pane_of(focused)
        if pane is None or pane is self._pane or self._screen.app.screen is not self._screen:
            return
        self._trail = self._trail.hopped(self.here, pane)
        self._pane, self._entered = pane, self._screen.asked

    def arrive(self, view: View) -> None:
        """Put the cursors of list and timeline where somebody wants to go, as soon as a view allows it."""
        if view.query != self._screen.asked:
            return
        day, self._day = self._day, None
        if day is not None:
            self._screen.query_one(Timeline).go_to(day)
        wanted, self._wanted = self._wanted, None
        if wanted is None or wanted.article is None or not wanted.asks_the_same(Place(view.query)):
            return
        number, articles = wanted.article, self._list
        row = view.listed.index(number) if number in view.listed else view.place(number)
        if row is None:
            self._article.expect(None)
        else:
            articles.cursor = row
            if wanted.row is not None:
                articles.scroll_to(y=wanted.row, animate=False, immediate=True)
                articles.show_cursor()
            self._article.arrive()

    @property
    def _list(self) -> ArticleList:
        return self._screen.query_one(ArticleList)

    def _expect(self, place: Place | None) -> None:
        """Take the cursor to a place's article with the next view."""
        self._wanted, self._day = place, None
        if place is None or place.article is None:
            self._article.expect(None)
        else:
            self._article.expect(Arrival(place.article, place.line, place.date))

    def _enter(self, pane: Pane) -> None:
        screen = self._screen
        self._pane = pane
        if pane is Pane.LIST:
            screen.panes.show("list-pane")
            screen.query_one(ListPane).take_focus()
        elif pane is Pane.READER:
            screen.panes.show("reader-pane")
            screen.set_focus(screen.query_one(Reader))
        elif pane is Pane.TIMELINE:
            self._entered = screen.asked
            screen.set_focus(screen.query_one(Timeline))
        else:
            bar = screen.query_one(SearchBar)
            screen.set_focus(bar)
            bar.action_select_all()

    def _back(self, here: Place) -> bool:
        place, self._trail = self._trail.back(here)
        if place is not None:
            self._lent = None
            self._restore(place)
        return place is not None

    def _restore(self, place: Place) -> None:
        """Show a place again; copies stay listed as they are listed now."""
        screen = self._screen
        self._expect(place)
        self._enter(Pane.LIST if place.pane in OVER else place.pane)
        self._put(replace(place.query, folded=screen.asked.folded))
        if place.pane in OVER:
            self._push_screen(place.pane, place.state)

    def _put(self, query: Query) -> None:
        """Ask a question, or arrive at once where it is answered already."""
        self._screen.asked = query
        view = self._screen.view
        if view is not None and view.query == query:
            self.arrive(view)

    def _push_screen(self, pane: Pane, state: object) -> None:
        self._open = pane
        self._screen.app.push_screen(self._over.make(pane, state), partial(self._come_from, pane))

    def _come_from(self, pane: Pane, left: Left | None) -> None:
        """Go where a screen over the panes leads."""
        self._open = None
        if left is None:
            return
        self._states[pane] = left.state
        here, goal = replace(self.here, pane=pane, state=left.state), left.goal
        elsewhere = goal is not None and goal.text is not None
        if goal is None or (goal.article is not None and not elsewhere and not self._is_found(goal.article)):
            self._back(here)
        elif goal == Goal(Pane.LIST):
            self.home()
        else:
            self._trail = self._trail.pushed(here)
            self._go_to(goal)
        self._screen.ask_milestones()
        self._screen.show_hints()

    def _go_to(self, goal: Goal) -> None:
        asked = self._screen.asked
        self._expect(None)
        if goal.day is not None:
            self._go_to_day(goal.day)
            return
        self._enter(goal.pane)
        if goal.text is not None and goal.article is None:
            self._screen.asked = Query(goal.text, folded=asked.folded)
        elif goal.article is not None:
            view = self._screen.view
            if goal.text is not None and (view is None or view.place(goal.article) is None):
                asked = Query(goal.text, folded=asked.folded)
            self._wanted = Place(asked, article=goal.article)
            self._article.expect(Arrival(goal.article, goal.line, goal.date, goal.passage))
            hidden = view is not None and goal.article not in view.listed  # behind the row of a copy
            group = frozenset({self._explorer.groups().head(goal.article)} if hidden else ())
            self._put(replace(asked, opened=asked.opened | group))

    def _is_found(self, number: int) -> bool:
        view = self._screen.view
        found = view is not None and view.place(number) is not None
        if not found:
            self._screen.notify(_("That article is no longer among those found."), timeout=3)
        return found

    def _go_to_day(self, day: date) -> None:
        """Go to a day on the timeline, on the clock that it counts by if that reaches so far.

        A span that does not hold the day is dropped.
        """
        before, span, view = self._screen.asked, self._screen.asked.span, self._screen.view
        extent = view.whole.extent if view is not None else None
        if before.clock is Clock.MENTIONED or extent is None or day not in extent:
            self._say_what_changed(self._go_to_mentioned(day))
            return
        asked = replace(before, span=span if span is not None and day in span else None)
        self._enter(Pane.TIMELINE)
        self._entered, self._day = asked, day
        self._put(asked)
        self._say_what_changed(before)

    def _go_to_mentioned(self, day: date) -> Query:
        """Go to a day on the timeline of mentions; return what was asked before."""
        before = self._screen.asked
        span = before.span if before.clock is Clock.MENTIONED else None
        asked = replace(before, clock=Clock.MENTIONED, span=span if span is not None and day in span else None)
        self._expect(None)
        self._enter(Pane.TIMELINE)
        self._entered, self._day, self._lent = asked, day, (before, asked)
        self._put(asked)
        return before

    def _say_what_changed(self, before: Query) -> None:
        """Say what going to a date changed in the question, and how to get it back."""
        asked = self._screen.asked
        if before == asked:
            return
        dropped = before.span is not None and asked.span is None
        clock = _(before.clock.value)
        back = f"{clock} {span_label(before.span)}" if before.span is not None else clock
        told = _told_of(asked.clock, dropped).format(before=back)
        self._screen.notify(told, timeout=4, markup=False)


def _told_of(clock: Clock, dropped: bool) -> str:
    """Return the words that say what is shown now, and whether a span was dropped for it."""
    if clock is Clock.PUBLISHED:
        return _("Now showing all time; q goes back to {before}.")
    if dropped:
        return _("Now showing the dates that texts name, for all time; q goes back to {before}.")
    return _("Now showing the dates that texts name; q goes back to {before}.")


def _pane_of(widget: Widget) -> Pane | None:
    for node in widget.ancestors_with_self:
        if isinstance(node, ListPane):
            return Pane.LIST
        if isinstance(node, ReaderPane):
            return Pane.READER
        if isinstance(node, Timeline):
            return Pane.TIMELINE
        if isinstance(node, SearchBar):
            return Pane.SEARCH
    return None

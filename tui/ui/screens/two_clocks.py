"""What the main screen does with the dates that texts name: the other clock, the way from a date to its time and back.

A date that is followed leads to the timeline of mentions; whoever comes back finds query, clock, list and text as they
were left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.days import Clock
from tui.explorer import Explorer
from tui.ui.answers import DatesReady, MilestonesReady
from tui.ui.inquiry import FEW, Inquiry
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline
from tui.view import Query, Reading, View

if TYPE_CHECKING:
    from datetime import date

    from tui.dates.chronology import Told
    from tui.ui.screens.chronology import Left


class TwoClocks(Screen[None]):
    """The part of the main screen that knows published from mentioned dates."""

    OTHER: ClassVar[dict[Clock, Clock]] = {
        Clock.PUBLISHED: Clock.MENTIONED,
        Clock.MENTIONED: Clock.PUBLISHED,
    }

    asked: reactive[Query] = reactive(Query(unfinished=True), repaint=False, init=False)
    """The question that list, timeline and reader answer."""
    view: reactive[View | None] = reactive(None, repaint=False, init=False)
    """The newest answer."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__()
        self._explorer = explorer
        self._inquiry = Inquiry(explorer, self)
        self._busy = True
        self._marked: str | None = None  # the query whose milestones are shown, or under way
        self._before_timeline: Widget | None = None
        self._before_following: Query | None = None
        self._day_wanted: date | None = None
        self._told_wanted: Told | None = None
        self._chronology: Left | None = None

    def action_pane(self, name: str) -> None:
        """Give a pane the focus: `list` or `reader`."""
        raise NotImplementedError

    def _say(self) -> None:
        """Write the lines around the panes."""
        raise NotImplementedError

    @on(Timeline.ClockAsked)
    def change_clock(self) -> None:
        """Count by the other dates; query and span stay."""
        self._before_following = None
        self.asked = replace(self.asked, clock=self.OTHER[self.asked.clock])

    @on(DatesReady)
    def show_dates(self, event: DatesReady) -> None:
        """Underline the dates of the article, unless another one is read by now."""
        reader = self.query_one(Reader)
        if reader.reading is not None and reader.reading.number == event.number:
            reader.take_dates(event.dates)

    @on(Reader.DateChosen)
    def tell_date(self) -> None:
        """Say what the date under the cursor means and how that came about."""
        self._say()

    def date_words(self) -> tuple[tuple[str, str], ...]:
        """Explain the date under the reader's cursor, in one line; empty where there is none."""
        timex = self.query_one(Reader).date
        if timex is None:
            return ()
        from tui.ui.drawing.date_words import explained

        return ((explained(timex, max(10, self.size.width - 4)), "accent"),)

    @on(Reader.DatesEnded)
    def tell_end(self, event: Reader.DatesEnded) -> None:
        """Say that there is no further date."""
        self.notify("No further date that way." if event.dates else "This article names no date.", timeout=2)

    @on(Reader.DateFollowed)
    def follow_date(self, event: Reader.DateFollowed) -> None:
        """Go to the day of a date on the timeline of mentions."""
        if event.timex.span is None:
            self.notify("That date stayed open: it has no place on the timeline.", timeout=3)
            return
        self._go_to_mention(event.timex.span.first)

    def _go_to_mention(self, day: date) -> None:
        """Show the mentions of all time with the cursor on a day, and remember what was asked before."""
        self._before_following = self._before_following or self.asked
        self._before_timeline = self.focused
        self._day_wanted = day
        self.set_focus(self.query_one(Timeline))  # at once: the answer may come before a focus that is only asked for
        self.asked = replace(self.asked, clock=Clock.MENTIONED, span=None)
        if self.view is not None and self.view.query == self.asked:
            self.arrive_on_timeline(self.view)

    def arrive_on_timeline(self, view: View) -> None:
        """Put the timeline's cursor where a date led, as soon as the timeline counts mentions."""
        if self._day_wanted is not None and view.query.clock is Clock.MENTIONED:
            self.query_one(Timeline).go_to(self._day_wanted)
            self._day_wanted = None

    def action_timeline(self) -> None:
        """Go to the timeline and back; from the reader, to the day of its article on the clock of publication."""
        timeline = self.query_one(Timeline)
        if timeline.has_focus:
            self._return()
            return
        self._before_timeline = self.focused
        reader = self.query_one(Reader)
        if isinstance(self.focused, Reader) and reader.reading is not None:
            published = reader.reading.article.published
            if published is not None and self.asked.clock is Clock.PUBLISHED:
                timeline.go_to(published.span.first)
        timeline.focus()

    @on(Timeline.Left)
    def leave_timeline(self, event: Timeline.Left) -> None:
        """Go back where a date led from; else to the list."""
        if event.towards == "back" and self._before_following is not None and self.asked.span is None:
            self._return()
        else:
            self._before_following = None
            self.action_pane("list")

    def _return(self) -> None:
        """Go back to where the timeline was come to from; what a followed date changed is as it was before."""
        target = self._before_timeline or self.query_one(ArticleList)
        self.set_focus(target if target.is_attached else self.query_one(ArticleList))
        before, self._before_following = self._before_following, None
        if before is not None and self.asked.span is None and self.asked.text == before.text:
            self.asked = before

    def action_chronology(self) -> None:
        """Show what the articles found say happened, in its order."""
        from tui.ui.screens.chronology import ChronologyScreen

        self.app.push_screen(ChronologyScreen(self._explorer, self.asked, self._chronology), self._come_from)

    def forget_chronology(self) -> None:
        """Put the statements in order anew when they are asked for next: the dossier has changed."""
        self._chronology = self._marked = None

    def drop_milestones(self, view: View) -> None:
        """Take the signs away that are not of the query which a view answers."""
        if view.answered != self._marked:
            self._marked = None
            self._inquiry.drop_milestones()
            self.query_one(Timeline).milestones = ()

    def ask_milestones(self) -> None:
        """Ask for the events of the query, whatever its span; not while words are typed or files are read."""
        view = self.view
        if view is None or view.fault is not None or self._busy or isinstance(self.focused, SearchBar):
            return
        left = self._chronology
        whole = left is not None and left.query.text == view.answered and left.query.span is None
        kept = left.found if left is not None and whole else None
        if view.answered != self._marked and (kept is not None or view.total <= FEW):
            self._marked = view.answered
            self._inquiry.milestones(view.answered, kept)

    @on(MilestonesReady)
    def show_milestones(self, event: MilestonesReady) -> None:
        """Put the signs on the axis, unless other words were asked for since."""
        if event.answered == self._marked:
            self.query_one(Timeline).milestones = event.milestones

    def _come_from(self, left: Left | None) -> None:
        """Go where the chronology led, and keep how it was left."""
        self._chronology = left
        self.ask_milestones()
        if left is None or left.query != self.asked:
            return
        if left.towards == "search":
            self.query_one("#search").focus()
        elif left.at is not None and left.towards == "timeline" and left.at.timex.span is not None:
            self._go_to_mention(left.at.timex.span.first)
        elif left.at is not None and left.towards == "article":
            self._go_to_told(left.at)

    def _go_to_told(self, told: Told) -> None:
        """Read an article where it says something."""
        articles = self.query_one(ArticleList)
        place = articles.view.place(told.number) if articles.view is not None else None
        if place is None:
            self.notify("That article is no longer among those found.", timeout=3)
            return
        self._told_wanted = told
        articles.cursor = place
        self.action_pane("reader")
        if articles.number != told.number:  # it stands behind a copy of its text
            group = self._explorer.groups().head(told.number)
            self.asked = replace(self.asked, opened=self.asked.opened | {group})
        reading = self.query_one(Reader).reading
        if reading is not None and reading.number == told.number:
            self.arrive_in_article(reading)

    def arrive_in_list(self, view: View) -> None:
        """Go to the article that is wanted for what it says, as soon as it is listed."""
        told = self._told_wanted
        if told is not None and told.number in view.listed:
            self.query_one(ArticleList).cursor = view.listed.index(told.number)

    def arrive_in_article(self, reading: Reading) -> bool:
        """Go to the statement that is wanted, where this is its article; say whether that was so."""
        told = self._told_wanted
        if told is None or told.number != reading.number:
            return False
        self._told_wanted = None
        self.query_one(Reader).go_to_date(told.timex.start)
        return True

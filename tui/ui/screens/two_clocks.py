"""What the main screen does with the dates that texts name: the other clock, the way from a date to its time and back.

A date that is followed leads to the timeline of mentions; whoever comes back finds query, clock, list and text as they
were left. So does whoever goes back from where the chronology led: first to the chronology, then to where it was asked
for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import DescendantFocus
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.base.days import Clock
from tui.core.explorer import Explorer
from tui.core.view import Query, Reading, View
from tui.timeline.granularity import span_label
from tui.ui.messages import DatesReady, MilestonesReady
from tui.ui.query_runner import FEW, Inquiry
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from datetime import date

    from tui.chronology.chronology import Told
    from tui.ui.screens.chronology import Left


@dataclass(frozen=True, slots=True)
class _Led:
    """A way that the chronology led, which is open back."""

    origin: Widget
    """Where the chronology was asked for."""
    to: Widget
    """The reader or the timeline."""


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
        self._led: _Led | None = None

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
        from tui.ui.drawing.date_labels import explained

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
        before = self.asked
        self._go_to_mention(event.timex.span.first)
        if before.span is not None:
            self._tell_other_time(before)

    def _go_to_mention(self, day: date) -> None:
        """Show the mentions with the cursor on a day, and remember what was asked before.

        A span of mentions that holds the day stays; any other one gives way to all time.
        """
        self._before_following = self._before_following or self.asked
        if not isinstance(self.focused, Timeline):
            self._before_timeline = self.focused
        self._day_wanted = day
        self.set_focus(self.query_one(Timeline))  # at once: the answer may come before a focus that is only asked for
        span = self.asked.span if self.asked.clock is Clock.MENTIONED else None
        self.asked = replace(self.asked, clock=Clock.MENTIONED, span=span if span is not None and day in span else None)
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
        before = self._before_following
        if event.towards == "back" and before is not None and (self.asked.span is None or self.asked == before):
            self._return()
        else:
            self._before_following = None
            self.action_pane("list")

    def _return(self) -> None:
        """Go back to where the timeline was come to from; what a followed date changed is as it was before."""
        before, self._before_following = self._before_following, None
        if before is not None and self.asked.span is None and self.asked.text == before.text:
            self.asked = before
        if not self.returned_to_chronology():
            target = self._before_timeline or self.query_one(ArticleList)
            self.set_focus(target if target.is_attached else self.query_one(ArticleList))

    def action_chronology(self) -> None:
        """Show what the articles found say happened, in its order."""
        self._open_chronology()

    def _open_chronology(self, origin: Widget | None = None) -> None:
        from tui.ui.screens.chronology import ChronologyScreen

        screen = ChronologyScreen(self._explorer, self.asked, self._chronology)
        self.app.push_screen(screen, partial(self._come_from, origin))

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

    def _come_from(self, origin: Widget | None, left: Left | None) -> None:
        """Go where the chronology led, and keep how it was left; `origin` is where it goes back to."""
        self._chronology = left
        self.ask_milestones()
        if left is None or left.query != self.asked:
            return
        start = origin or (self._led.origin if self._led is not None else self.focused or self.query_one(ArticleList))
        if left.towards == "search":
            self.query_one("#search").focus()
        elif left.at is not None and left.towards == "timeline" and left.at.timex.span is not None:
            before = self.asked
            self._go_to_mention(left.at.timex.span.first)
            self._tell_other_time(before)
            self._led = _Led(start, self.query_one(Timeline))
        elif left.at is not None and left.towards == "article":
            self._led = _Led(start, self.query_one(Reader)) if self._go_to_told(left.at) else None
            self._chronology = replace(left, query=self.asked)  # a row of copies that was opened changes nothing in it
        elif origin is not None:
            self._focus_again(origin)

    def _tell_other_time(self, before: Query) -> None:
        """Say what the way to a date changed in the question, and how that comes back."""
        if before == self.asked:
            return
        dropped = before.span is not None and self.asked.span is None
        shown = "the dates that texts name" + (", for all time" if dropped else "")
        back = f"{before.clock} {span_label(before.span)}" if before.span is not None else before.clock
        self.notify(f"Shown are {shown}; t leads back to {back}.", timeout=4, markup=False)

    def _focus_again(self, widget: Widget) -> None:
        """Give the focus back to what had it; to the list where that is gone."""
        if widget.is_attached and not isinstance(widget, ArticleList):
            self.set_focus(widget)
        else:
            self.action_pane("list")

    @on(DescendantFocus)
    def forget_way(self, event: DescendantFocus) -> None:
        """Lead back to no chronology from where another way led."""
        if isinstance(event.widget, ArticleList | SearchBar):
            self._led = None

    def returned_to_chronology(self) -> bool:
        """Go back to the chronology from where it led, unless another question is asked by now; say whether it did."""
        led, left = self._led, self._chronology
        if led is None or left is None or left.query != self.asked or self.focused is not led.to:
            return False
        self._led = None
        self._open_chronology(led.origin)
        return True

    def _go_to_told(self, told: Told) -> bool:
        """Read an article where it says something; say whether it is still there."""
        articles = self.query_one(ArticleList)
        place = articles.view.place(told.number) if articles.view is not None else None
        if place is None:
            self.notify("That article is no longer among those found.", timeout=3)
            return False
        self._told_wanted = told
        articles.cursor = place
        self.action_pane("reader")
        if articles.number != told.number:  # it stands behind a copy of its text
            group = self._explorer.groups().head(told.number)
            self.asked = replace(self.asked, opened=self.asked.opened | {group})
        reading = self.query_one(Reader).reading
        if reading is not None and reading.number == told.number:
            self.arrive_in_article(reading)
        return True

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

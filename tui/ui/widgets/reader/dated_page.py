"""A page whose dates are underlined and walked.

Dates come after the text: whoever finds them hands them over when they are found, and nothing moves. A date that is
written out and one that was counted from another differ in their style, not in their colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.search.passage import Mark
from tui.ui.drawing.spans import Layer, first_from
from tui.ui.widgets.reader.walking_page import WalkingPage

if TYPE_CHECKING:  # the rules that read dates are loaded after the first frame
    from tui.dates.values import Timex


class DatedPage(WalkingPage):
    """A page with dates in its body."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--written", "page--inferred", "page--current-date"}
    DEFAULT_CSS = """
    DatedPage {
        & > .page--written { text-style: underline; }
        & > .page--inferred { text-style: underline italic; }
        & > .page--current-date { color: $secondary; text-style: bold reverse; }
    }
    """

    class DateChosen(Message, namespace="reader"):
        """Another date is under the cursor; None for none."""

        def __init__(self, timex: Timex | None) -> None:
            super().__init__()
            self.timex = timex

    class DateFollowed(Message, namespace="reader"):
        """The date under the cursor is to be seen on the timeline."""

        def __init__(self, timex: Timex) -> None:
            super().__init__()
            self.timex = timex

    class DatesEnded(Message, namespace="reader"):
        """There is no further date on this page."""

        def __init__(self, dates: int) -> None:
            super().__init__()
            self.dates = dates
            """How many dates there are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._dates: tuple[Timex, ...] = ()
        self._date_spans: tuple[Mark, ...] = ()
        self._written: tuple[Mark, ...] = ()
        self._inferred: tuple[Mark, ...] = ()
        self._date: int | None = None
        self._wanted_date: int | None = None

    @property
    def date(self) -> Timex | None:
        """The date under the cursor."""
        return None if self._date is None else self._dates[self._date]

    @property
    def date_place(self) -> tuple[int, int]:
        """Which of how many dates is under the cursor, from 1; 0 where none is."""
        return (0 if self._date is None else self._date + 1), len(self._dates)

    @property
    def here(self) -> int:
        """The date under the cursor, where it is in sight."""
        span = self._current_date
        return span[0] if span is not None and self.shows(self.spot_of(span[0])) else super().here

    def take_dates(self, dates: Iterable[Timex]) -> None:
        """Underline and walk these dates from now on; what is no point in time (a duration, `now`) is left out."""
        points = tuple(date for date in dates if _is_point(date))
        if points == self._dates:
            return
        self._dates = points
        self._date_spans = tuple((date.start, date.end) for date in self._dates)
        self._written = tuple((date.start, date.end) for date in self._dates if not date.inferred)
        self._inferred = tuple((date.start, date.end) for date in self._dates if date.inferred)
        self._date = None
        if self._wanted_date is not None and self._dates:
            self._choose(self._wanted_date)
        self.refresh()

    def go_to_date(self, start: int) -> None:
        """Put the cursor on the date that begins at a character, now or as soon as the dates are there."""
        self._wanted_date = start
        self._show_span((start, start))
        self._choose(start)

    def drop_date(self) -> bool:
        """Take the cursor from its date; say whether it was on one."""
        self._wanted_date = None
        if self._date is None:
            return False
        self._date = None
        self.post_message(self.DateChosen(None))
        self.refresh()
        self.moved()
        return True

    def spans_in(self, section: str) -> list[Layer]:
        """Return the dates beneath everything else, and the one under the cursor above the marks."""
        if section != "text":
            return super().spans_in(section)
        current = self._current_date
        return [
            Layer(self._written, self._style("written")),
            Layer(self._inferred, self._style("inferred")),
            *super().spans_in(section),
            Layer(() if current is None else (current,), self._style("current-date")),
        ]

    def action_walk(self, steps: int) -> None:
        """Walk the marks; the cursor leaves its date."""
        self.drop_date()
        super().action_walk(steps)

    def action_date(self, steps: int) -> None:
        """Go to the next (1) or the previous (-1) date that the text names."""
        place = self._next_date(steps)
        if not 0 <= place < len(self._dates):
            self.post_message(self.DatesEnded(len(self._dates)))
            return
        self._date, self._wanted_date = place, None
        self._show_span(self._date_spans[place])
        self.post_message(self.DateChosen(self._dates[place]))

    def action_follow(self) -> None:
        """Ask for the timeline at the date under the cursor."""
        if self.date is not None:
            self.post_message(self.DateFollowed(self.date))

    @property
    def _current_date(self) -> Mark | None:
        return None if self._date is None else self._date_spans[self._date]

    def _next_date(self, steps: int) -> int:
        current = self._current_date
        if self._date is not None and current is not None and self.shows(self.spot_of(current[0])):
            return self._date + steps
        if steps > 0:
            return first_from(self._date_spans, self.offset_of(self.top))
        return first_from(self._date_spans, self.offset_of(self.bottom)) - 1

    def _choose(self, start: int) -> None:
        place = first_from(self._date_spans, start)
        if place < len(self._dates) and self._date_spans[place][0] == start:
            self._date, self._wanted_date = place, None
            self.post_message(self.DateChosen(self._dates[place]))
            self.refresh()
            self.moved()


def _is_point(date: Timex) -> bool:
    return date.kind.value in ("DATE", "TIME") and not date.value.endswith("_REF")

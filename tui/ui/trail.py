"""Where a reader is, and the way back: the only module that knows where back leads.

A place is left by going somewhere else: by reading, by following a date, by asking something else, by opening another
screen. It then lies on the trail, and `q` takes the newest one off. Everything here is a frozen value: no widget, no
explorer.
"""

from __future__ import annotations

import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from tui.core.view import Query
from tui.search.passage import Mark


class Pane(StrEnum):
    """What the keys act on: a pane of the main screen, or a screen over it."""

    LIST = "list"
    READER = "reader"
    TIMELINE = "timeline"
    SEARCH = "search"
    CHRONOLOGY = "chronology"
    ACCOUNT = "account"
    FIGURES = "figures"
    WORDS = "words"
    OUTLETS = "outlets"
    COMPARISON = "comparison"
    DESK = "desk"
    PROOF = "proof"


OVER = frozenset(
    {Pane.CHRONOLOGY, Pane.ACCOUNT, Pane.FIGURES, Pane.WORDS, Pane.OUTLETS, Pane.COMPARISON, Pane.DESK, Pane.PROOF}
)
"""The panes that are screens of their own, over the main one."""


class Place(Struct, frozen=True):
    """Where a reader is."""

    query: Query = field(default_factory=Query)
    """The question: its words, its span and its clock."""
    pane: Pane = Pane.LIST
    article: int | None = None
    """The number of the article under the list's cursor; None where there is none."""
    line: int | None = None
    """The first character in sight of that article's text, which holds at every width; None where it is not shown."""
    date: int | None = None
    """The first character of the date under the reader's cursor."""
    row: int | None = None
    """The first row in sight of the list; None leaves the list where it is."""
    state: object = None
    """How a screen over the panes was left: a frozen value of that screen's own."""

    def asks_the_same(self, other: Place) -> bool:
        """Say whether the question is the same; how copies are listed and how it was typed make no difference."""
        return _question(self.query) == _question(other.query)

    def is_at(self, other: Place) -> bool:
        """Say whether going from one place to the other would show nothing else: scrolling makes no other place."""
        if self.pane is not other.pane or not self.asks_the_same(other):
            return False
        return self.pane is not Pane.READER or self.article == other.article


class Goal(Struct, frozen=True):
    """Where a screen over the panes leads; what it does not name stays as it is."""

    pane: Pane
    text: str | None = None
    """The words to ask for, in all time; with an article, where the present question does not find it."""
    article: int | None = None
    date: int | None = None
    """The first character of the date to go to in that article."""
    passage: Mark | None = None
    """The characters of its text to show and select."""
    line: int | None = None
    """The first character to read in that article."""
    day: datetime.date | None = None
    """The day to go to among the dates that texts name."""


class Trail(Struct, frozen=True):
    """The places that led here, the newest last."""

    places: tuple[Place, ...] = ()

    def pushed(self, here: Place) -> Trail:
        """Return the trail of somebody who leaves `here` for another place.

        The search bar is no place to come back to: what was typed in it is found in the list.
        """
        if here.pane is Pane.SEARCH:
            here = replace(here, pane=Pane.LIST)
        before = self.places[:-1] if self.places and self.places[-1].is_at(here) else self.places
        return Trail((*before, here))

    def hopped(self, here: Place, pane: Pane) -> Trail:
        """Return the trail of somebody who goes from `here` to another pane of the main screen, asking nothing else.

        Panes that were gone through since that pane was left are no places to come back to: nothing but the focus
        would move.
        """
        for number in range(len(self.places) - 1, -1, -1):
            place = self.places[number]
            if place.pane in OVER or not place.asks_the_same(here):
                break
            if place.pane is pane:
                return Trail(self.places[:number])
        return self if pane is Pane.LIST else self.pushed(here)

    def reasked(self, here: Place, query: Query) -> Trail:
        """Return the trail of somebody who asks another question; what takes the last step back adds none."""
        last = self.last
        if last is not None and last.pane is here.pane and _question(last.query) == _question(query):
            return Trail(self.places[:-1])
        return self.pushed(here)

    def back(self, here: Place) -> tuple[Place | None, Trail]:
        """Return the place before `here` and the trail that is left; None at the top.

        Places that show what is shown already are passed over. A list whose article was read on from keeps its cursor
        on the article that was reached.
        """
        places = self.places
        while places and places[-1].is_at(here):
            places = places[:-1]
        if not places:
            return None, Trail()
        place = places[-1]
        if here.pane is Pane.READER and place.pane is Pane.LIST and place.asks_the_same(here):
            place = replace(place, article=here.article, line=here.line, date=None, row=None)
        return place, Trail(places[:-1])

    @property
    def last(self) -> Place | None:
        """The place that was left last."""
        return self.places[-1] if self.places else None


def _question(query: Query) -> tuple[object, ...]:
    return query.text.strip(), query.span, query.clock

"""The questions that are under way: each runs in a thread and comes back to its screen as one message.

Of several questions of the same kind only the newest is answered; nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.errors import Cancelled, MaliTuiError
from tui.explorer import PAGE, Explorer
from tui.progress import Pace, Step
from tui.ui.answers import (
    DatesReady,
    FacetsReady,
    Failed,
    MilestonesReady,
    ReadingReady,
    Refreshed,
    RelatedReady,
    RowsReady,
    Stepped,
    ViewReady,
)
from tui.ui.keys_in_turn import KeysInTurn
from tui.view import Query, Reading, View

if TYPE_CHECKING:
    from tui.dates.chronology import Chronology

FEW = 500
"""So many articles are put in order in less than half a second: what nobody asked for may take no more."""

_LONG, _STEP_BACK = 0.1, 0.03
"""Seconds after which work steps back for keys, and for how long: a key is answered and painted by then."""

_SHORT = 20_000
"""Words of a text whose marks are found so soon that list and reader can be painted together."""


class Inquiry:
    """Asks an explorer in worker threads on behalf of one screen."""

    def __init__(self, explorer: Explorer, screen: Screen[None]) -> None:
        self._explorer = explorer
        self._screen = screen
        self.refreshing = False
        """Whether the folder is being read."""

    def explore(self, query: Query, rows: int = 0) -> None:
        """Ask for the view of `query`; answered with `ViewReady`.

        `rows` are in sight and come with the view; where it is 0 nobody knows yet.
        """
        self._ask("explore", partial(self._explore, query, rows or PAGE))

    def rows(self, view: View, first: int, last: int) -> None:
        """Ask for the rows of `view` from place `first` up to `last`, not included; answered with `RowsReady`."""
        self._ask("rows", partial(self._rows, view, first, last))

    def facets(self, view: View) -> None:
        """Ask for what the hits of `view` have in common; answered with `FacetsReady`."""
        self._ask("facets", partial(self._facets, view))

    def related(self, number: int) -> None:
        """Ask for the query that finds what is related to an article; answered with `RelatedReady`."""
        self._ask("related", partial(self._related, number))

    def read(self, number: int, query_text: str) -> None:
        """Ask for an article with the marks of a query; answered with `ReadingReady`, then `DatesReady`."""
        self._ask("read", partial(self._read, number, query_text))

    def milestones(self, answered: str, kept: Chronology | None = None) -> None:
        """Ask for the events that several articles of a query tell of, of all time; answered with `MilestonesReady`.

        Where their chronology is `kept`, it is taken; else one is made, unless the articles are more than `FEW`.
        """
        self._ask("milestones", partial(self._milestones, answered, kept))

    def drop_milestones(self) -> None:
        """Ask no longer for milestones."""
        self._screen.workers.cancel_group(self._screen, "milestones")

    def refresh(self) -> None:
        """Ask for the catalogue and the index to be brought up to date; answered with `Stepped` and `Refreshed`."""
        self.refreshing = True
        self._ask("refresh", self._refresh)

    def _ask(self, group: str, work: Callable[[], None]) -> Worker[None]:
        return self._screen.run_worker(partial(self._guarded, work), thread=True, exclusive=True, group=group)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Cancelled:
            return
        except MaliTuiError as problem:
            self._screen.post_message(Failed(str(problem)))

    def _explore(self, query: Query, rows: int) -> None:
        stop = _cancelled()
        view = self._explorer.explore(query, stop, suggest=False, rows=rows)
        first = view.rows[0] if view.rows else None
        reading = self._reading(first.number, view.answered) if first and first.words < _SHORT else None
        if not stop():
            self._screen.post_message(ViewReady(view, reading))
            if reading is not None and not reading.dates:
                self._date(reading.number, stop)
        suggested = self._explorer.suggested(view, stop)
        if suggested.suggestions and not stop():
            self._screen.post_message(ViewReady(suggested))

    def _rows(self, view: View, first: int, last: int) -> None:
        stop = _cancelled()
        rows = self._explorer.rows(view, first, last)
        if not stop():
            self._screen.post_message(RowsReady(view, first, rows))

    def _related(self, number: int) -> None:
        stop = _cancelled()
        text = self._explorer.related(number)
        if not stop():
            self._screen.post_message(RelatedReady(text))

    def _facets(self, view: View) -> None:
        stop = _cancelled()
        facets = self._explorer.facets(view)
        if not stop():
            self._screen.post_message(FacetsReady(view, facets))

    def _read(self, number: int, query_text: str) -> None:
        stop = _cancelled()
        reading = self._reading(number, query_text)
        if not stop():
            self._screen.post_message(ReadingReady(reading, query_text))
            if not reading.dates:
                self._date(number, stop)

    def _reading(self, number: int, query_text: str) -> Reading:
        """Return an article with its marks, and its dates where they were found before."""
        return self._explorer.recalled(self._explorer.read(number, query_text))

    def _date(self, number: int, stop: Callable[[], bool]) -> None:
        """Find the dates of an article after it is shown: nobody has to wait for them to read."""
        dates = self._explorer.dates(number)
        if not stop():
            self._screen.post_message(DatesReady(number, dates))

    def _milestones(self, answered: str, kept: Chronology | None) -> None:
        from tui.ui.drawing.milestone_words import milestones_of

        stop, query = _cancelled(), Query(answered)
        if kept is None and self._explorer.explore(query, stop).total <= FEW:
            kept = self._explorer.chronology(query, stop)
        if not stop():
            self._screen.post_message(MilestonesReady(answered, milestones_of(kept) if kept is not None else ()))

    def _refresh(self) -> None:
        pace = Pace(monotonic)

        def heard(step: Step) -> None:
            self._screen.post_message(Stepped(step, pace.words(step)))

        try:
            came = self._explorer.refresh(heard, _cancelled())
        finally:
            self.refreshing = False
        self._screen.post_message(Refreshed(came.changed, came.busy))
        self._explorer.warm()


def _cancelled() -> Callable[[], bool]:
    """Return a question that the running worker may ask at any time: whether its answer is still wanted.

    Work that takes long steps back for a moment when it asks just after a key came: nothing else would let go of the
    interpreter for longer than it takes to ask for it again.
    """
    worker, begun = get_current_worker(), monotonic()
    app = worker.node.app

    def is_cancelled() -> bool:
        if monotonic() - begun > _LONG and isinstance(app, KeysInTurn):
            while not worker.is_cancelled and monotonic() - app.key_came < _STEP_BACK:
                sleep(_STEP_BACK / 10)
        return worker.is_cancelled

    return is_cancelled

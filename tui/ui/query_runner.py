"""The questions that are under way: each runs in a thread and comes back to its screen as one message.

Of several questions of the same kind only the newest is answered; nothing here touches a widget.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.base.progress import Pace, Step, Stop
from tui.core.explorer import Explorer
from tui.core.view import PAGE, Query, Reading, View
from tui.errors import Cancelled, MaliTuiError
from tui.ui.key_queue import KeysInTurn
from tui.ui.messages import (
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

if TYPE_CHECKING:
    from tui.chronology.chronology import Chronology

FEW = 500
"""So many articles are put in order in less than half a second: what nobody asked for may take no more."""

_LONG, _STEP_BACK = 0.1, 0.03
"""Seconds after which work steps back for keys, and for how long: a key is answered and painted by then."""

_SHORT = 20_000
"""Words of a text whose marks are found so soon that list and reader can be painted together."""


_Work = Callable[[Stop], None]
"""Answers one question, and leaves it soon after it is told that nobody wants the answer."""


class Inquiry:
    """Asks an explorer in worker threads on behalf of one screen."""

    def __init__(self, explorer: Explorer, screen: Screen[None]) -> None:
        self._explorer = explorer
        self._screen = screen
        self._lock = threading.Lock()
        self._turns: Counter[str] = Counter()
        """How many questions of each kind were asked."""
        self._waiting: dict[str, _Work] = {}
        """The newest question of each kind that no thread has taken up."""
        self._answering: set[str] = set()
        """The kinds of which a thread is under way."""
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
        with self._lock:
            self._turns["milestones"] += 1
            self._waiting.pop("milestones", None)

    def refresh(self) -> None:
        """Ask for the catalogue and the index to be brought up to date; answered with `Stepped` and `Refreshed`."""
        self.refreshing = True
        self._ask("refresh", self._refresh)

    def _ask(self, kind: str, work: _Work) -> None:
        """Let a thread take up a question; one that is at an older one of its kind leaves that and takes this.

        However fast the questions come, one thread of a kind is under way.
        """
        with self._lock:
            self._turns[kind] += 1
            self._waiting[kind] = work
            if kind in self._answering:
                return
            self._answering.add(kind)
        self._screen.run_worker(partial(self._answer, kind), thread=True, group=kind)

    def _answer(self, kind: str) -> None:
        """Answer the newest question of a kind until there is none."""
        worker: Worker[None] = get_current_worker()
        while True:
            with self._lock:
                work, turn = self._waiting.pop(kind, None), self._turns[kind]
                if work is None or worker.is_cancelled:
                    self._answering.discard(kind)
                    return
            try:
                work(_stepping_back(worker, partial(self._is_old, worker, kind, turn)))
            except Cancelled:
                continue
            except MaliTuiError as problem:
                self._screen.post_message(Failed(str(problem)))

    def _is_old(self, worker: Worker[None], kind: str, turn: int) -> bool:
        return worker.is_cancelled or self._turns[kind] != turn

    def _explore(self, query: Query, rows: int, stop: Stop) -> None:
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

    def _rows(self, view: View, first: int, last: int, stop: Stop) -> None:
        rows = self._explorer.rows(view, first, last)
        if not stop():
            self._screen.post_message(RowsReady(view, first, rows))

    def _related(self, number: int, stop: Stop) -> None:
        text = self._explorer.related(number)
        if not stop():
            self._screen.post_message(RelatedReady(text))

    def _facets(self, view: View, stop: Stop) -> None:
        facets = self._explorer.facets(view)
        if not stop():
            self._screen.post_message(FacetsReady(view, facets))

    def _read(self, number: int, query_text: str, stop: Stop) -> None:
        reading = self._reading(number, query_text)
        if not stop():
            self._screen.post_message(ReadingReady(reading, query_text))
            if not reading.dates:
                self._date(number, stop)

    def _reading(self, number: int, query_text: str) -> Reading:
        """Return an article with its marks, and its dates where they were found before."""
        return self._explorer.recalled(self._explorer.read(number, query_text))

    def _date(self, number: int, stop: Stop) -> None:
        """Find the dates of an article after it is shown: nobody has to wait for them to read."""
        dates = self._explorer.dates(number)
        if not stop():
            self._screen.post_message(DatesReady(number, dates))

    def _milestones(self, answered: str, kept: Chronology | None, stop: Stop) -> None:
        from tui.ui.drawing.milestones import milestones_of

        query = Query(answered)
        if kept is None and self._explorer.explore(query, stop).total <= FEW:
            kept = self._explorer.chronology(query, stop)
        if not stop():
            self._screen.post_message(MilestonesReady(answered, milestones_of(kept) if kept is not None else ()))

    def _refresh(self, stop: Stop) -> None:
        pace = Pace(monotonic)

        def heard(step: Step) -> None:
            self._screen.post_message(Stepped(step, pace.words(step)))

        try:
            came = self._explorer.refresh(heard, stop)
        finally:
            self.refreshing = False
        self._screen.post_message(Refreshed(came.changed, came.busy))
        self._explorer.warm()


def _stepping_back(worker: Worker[None], is_old: Stop) -> Stop:
    """Return a question that the running work may ask at any time: whether its answer is not wanted any more.

    Work that takes long steps back for a moment when it asks just after a key came: nothing else would let go of the
    interpreter for longer than it takes to ask for it again.
    """
    begun, app = monotonic(), worker.node.app

    def stop() -> bool:
        if monotonic() - begun > _LONG and isinstance(app, KeysInTurn):
            while not is_old() and monotonic() - app.key_came < _STEP_BACK:
                sleep(_STEP_BACK / 10)
        return is_old()

    return stop

"""What the main screen asks the explorer, each kind of question answered by its message."""

from __future__ import annotations

import threading
from functools import partial
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.base.progress import READING, Pace, Paced, Step, Stop
from tui.core.archive import Archive
from tui.core.view import PAGE, Query, Reading, View
from tui.timeline.layers import MOST_OUTLETS, Division
from tui.ui.messages import (
    DatesReady,
    DivisionReady,
    FacetsReady,
    FolderRead,
    MilestonesReady,
    Progressed,
    ReadingReady,
    RelatedReady,
    Reworded,
    RowsReady,
    ViewReady,
)
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.screens.dossier.open_desk import OpenDesk

if TYPE_CHECKING:
    from tui.core.rewording import QueryChange
    from tui.ui.screens.chronology_cache import KnownChronology

FEW = 500
"""Articles whose chronology takes less than half a second: what nobody asked for may take no longer."""

_PROGRESS = 0.5
"""Seconds between two words on how far the reading is: each is sent over the line."""

_PAINTING = 1.0
"""Seconds at most for which what nobody waits for leaves the interpreter to the first painting of articles."""

_SHORT = 20_000
"""Words of a text whose marks are found so soon that list and reader can be painted together."""


class Questions:
    """Asks an explorer in threads on behalf of the main screen."""

    def __init__(self, explorer: Archive, screen: Screen[Any], desk: OpenDesk) -> None:
        self._explorer = explorer
        self._desk = desk
        self._runner = QueryRunner(screen)
        self.refreshing = False
        """Whether the folder is being read."""
        self._painted = threading.Event()
        """Set once articles are on the screen."""

    def was_painted(self, view: View | None) -> None:
        """Let indexing and the search for dates begin: a view was painted, or a screen over it."""
        if view is not None and view.of:
            self._painted.set()

    def explore(self, query: Query, rows: int = 0) -> None:
        """Ask for the view of `query` with its first `rows`; of 0, with a page of them. Answered with `ViewReady`."""
        self._runner.ask("explore", partial(self._explore, query, rows or PAGE))

    def rows(self, view: View, first: int, last: int) -> None:
        """Ask for the rows of `view` from place `first` up to `last`, not included; answered with `RowsReady`."""
        self._runner.ask("rows", partial(self._rows, view, first, last))

    def facets(self, view: View) -> None:
        """Ask what the hits of `view` have in common; answered with `FacetsReady`."""
        self._runner.ask("facets", partial(self._facets, view))

    def reword(self, text: str, change: QueryChange) -> None:
        """Ask for a query in narrower or wider words; answered with `Reworded`."""
        self._runner.ask("reword", partial(self._reword, text, change))

    def related(self, number: int) -> None:
        """Ask for the query that finds articles related to this one; answered with `RelatedReady`."""
        self._runner.ask("related", partial(self._related, number))

    def read(self, number: int, view: View) -> None:
        """Ask for an article with the marks of a view's query; answered with `ReadingReady`, then `DatesReady`."""
        self._runner.ask("read", partial(self._read, number, view))

    def read_now(self, number: int, view: View) -> Reading:
        """Return an article with the marks of a view's query; its dates are answered with `DatesReady`."""
        reading = self._reading(number, view)
        if not reading.dates:
            self._runner.ask("dates", partial(self._date, number))
        return reading

    def milestones(self, view: View, known: KnownChronology | None = None) -> None:
        """Ask for the events that several articles of a query report, in all time; answered with `MilestonesReady`.

        Where their chronology is known, it is used; else one is made, unless the articles are more than `FEW`.
        """
        self._runner.ask("milestones", partial(self._milestones, view, known))

    def cancel_milestones(self) -> None:
        """Ask no longer for milestones."""
        self._runner.cancel("milestones")

    def divide(self, view: View, division: Division, queries: tuple[str, ...]) -> None:
        """Ask for the hits of a view by outlet, or beside those of `queries`; answered with `DivisionReady`."""
        self._runner.ask("divide", partial(self._divide, view, division, queries))

    def refresh(self) -> None:
        """Bring catalogue and index up to date with the folder; answered with `Progressed` and `FolderRead`."""
        self.refreshing = True
        self._runner.ask("refresh", self._refresh)

    def _explore(self, query: Query, rows: int, turn: Turn) -> None:
        view = self._explorer.explore(query, turn.stop, suggest=False, rows=rows)
        first = view.rows[0] if view.rows else None
        reading = self._reading(first.number, view) if first and first.words < _SHORT else None
        if turn.post(ViewReady(view, reading)) and reading is not None and not reading.dates:
            self._date(reading.number, turn)
        suggested = self._explorer.suggested(view, turn.stop)
        if suggested.suggestions:
            turn.post(ViewReady(suggested))
        elif len(view.hits) < view.total:
            turn.post(ViewReady(self._explorer.deeper(view, turn.stop)))

    def _rows(self, view: View, first: int, last: int, turn: Turn) -> None:
        turn.post(RowsReady(view, first, self._explorer.rows(view, first, last)))
        if last >= len(view.listed) and len(view.hits) < view.total:
            turn.post(ViewReady(self._explorer.deeper(view, turn.stop)))

    def _reword(self, text: str, change: QueryChange, turn: Turn) -> None:
        turn.post(Reworded(text, self._explorer.reworded(text, change, turn.stop), change))

    def _related(self, number: int, turn: Turn) -> None:
        text, article = self._explorer.related(number), self._explorer.article(number)
        turn.post(RelatedReady(f"({text}) -id:{article.id}" if text else "", article.title))

    def _facets(self, view: View, turn: Turn) -> None:
        turn.post(FacetsReady(view, self._explorer.facets(view)))

    def _read(self, number: int, view: View, turn: Turn) -> None:
        reading = self._reading(number, view)
        if turn.post(ReadingReady(reading, view.answered)) and not reading.dates:
            self._date(number, turn)

    def _reading(self, number: int, view: View) -> Reading:
        """Return an article with its marks, and its dates where they were found before."""
        return self._explorer.read(number, view=view, dated=True)

    def _date(self, number: int, turn: Turn) -> None:
        """Find the dates of an article after it is shown: nobody has to wait for them to read."""
        self._painted.wait(_PAINTING)
        turn.post(DatesReady(number, self._explorer.dates(number)))

    def _milestones(self, view: View, known: KnownChronology | None, turn: Turn) -> None:
        from tui.ui.drawing.milestones import milestones_of

        found = None if known is None else known.notable()
        if found is None:
            query = Query(view.answered)
            whole = self._explorer.explore(query, turn.stop, suggest=False) if view.query.span is not None else view
            found = self._explorer.chronology(query, turn.stop, whole) if whole.total <= FEW else None
        turn.post(MilestonesReady(view.answered, milestones_of(found) if found is not None else ()))

    def _divide(self, view: View, division: Division, queries: tuple[str, ...], turn: Turn) -> None:
        from tui.core.divided import by_outlet, by_query

        if division is Division.QUERIES:
            parts = by_query(self._explorer, queries, view.query.clock, turn.stop)
        else:
            parts = by_outlet(self._explorer, view, MOST_OUTLETS, turn.stop)
        turn.post(DivisionReady(view, division, parts))

    def _refresh(self, turn: Turn) -> None:
        pace, told, doing = Pace(monotonic), Paced(monotonic, _PROGRESS), ""

        def report(step: Step) -> None:
            nonlocal doing
            pace.hear(step)
            if told.due() or step.doing != doing:  # once all files are read they are shown
                doing = step.doing
                turn.post(Progressed(step, pace.words(step)))
                if doing != READING:
                    self._painted.wait(_PAINTING)

        try:
            self._desk.begin()
            came = self._explorer.refresh(report, turn.stop)
            mended = not came.busy and self._desk.follow_folder()
        finally:
            self.refreshing = False
        turn.post(FolderRead(came.changed or mended, came.busy, {} if came.busy else self._columns()))
        self._explorer.warm()
        load_ahead(turn.stop)

    def _columns(self) -> dict[str, str]:
        """Return what the columns of unread tables seem to hold, unless the reader was asked already."""
        explorer = self._explorer
        if not explorer.at_hand or not explorer.sums().skipped:
            return {}
        from tui.importing.columns import (
            are_named,
            offered_columns,
        )  # what reads files is not loaded before the first frame

        if are_named(explorer.folder):
            return {}
        return offered_columns(account.reason for account in explorer.accounts())


def load_ahead(stop: Stop) -> None:
    """Load the modules of the figures in small steps, until `stop` says so: their first opening need not wait then."""
    for name in AHEAD:
        if stop():
            return
        import_module(name)


AHEAD = (
    "tui.figures.nouns",
    "tui.figures.context",
    "tui.figures.comparison",
    "tui.figures.answers",
    "tui.figures.questions",
    "tui.figures.packing",
    "tui.core.figure_service",
    "tui.ui.widgets.figure_list",
    "tui.export.figures",
    "tui.ui.screens.figures",
)
"""What opens with the figures; each needs those before it, so that each step is short."""

"""The timeline in layers: what it is divided by, and when its parts are asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from tui.core.view import View
from tui.locale import _
from tui.timeline.layers import MOST_QUERIES, Division
from tui.timeline.tally import Tally
from tui.ui.drawing.layers import layers_of
from tui.ui.messages import DivisionReady
from tui.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen

_Key = tuple[Division, str, int, Tally, tuple[str, ...]]
"""What layers are of: the division, the query that was answered, the state of the articles, their days, the queries."""


class Divided:
    """Keeps the layers on the timeline those of the query, whatever its span."""

    def __init__(self, screen: DossierScreen, past: Callable[[], list[str]]) -> None:
        """Take the screen, and what returns the queries that were asked before, the newest first."""
        self._screen = screen
        self._past = past
        self._division: Division | None = None
        self._shown: _Key | None = None
        """What the layers are of that are shown, or asked for."""

    def choose(self, division: Division) -> None:
        """Divide by this, or no longer where that is done already."""
        timeline = self._screen.query_one(Timeline)
        self._division = None if self._division is division else division
        self._shown = None
        timeline.divide(None)
        if division is Division.QUERIES and self._division and not self._queries():
            self._division = None
            told = _("There is no query to lay beside another: type one with / first, or save one with S.")
            self._screen.notify(told, timeout=4)
            return
        if self._screen.view is not None:
            self.ask(self._screen.view)
        if division is Division.QUERIES and self._division and len(self._queries()) == 1:
            told = _("One query, one lane: search for something else (/) or save a query (S), and each has a lane.")
            self._screen.notify(told, timeout=6)

    def ask(self, view: View) -> None:
        """Ask for the layers of a view, unless they are those that are shown; those of another query are taken away."""
        if self._division is None or view.fault is not None:
            return
        queries = self._queries() if self._division is Division.QUERIES else ()
        wanted = (self._division, view.answered, self._screen.explorer.revision, view.found, queries)
        if wanted != self._shown:
            self._shown = wanted
            self._screen.query_one(Timeline).divide(self._division)
            self._screen.questions.divide(view, self._division, queries)

    def show(self, event: DivisionReady) -> None:
        """Show the layers, unless others were asked for since."""
        if self._division is event.division and self._shown and self._shown[3] == event.view.found:
            self._screen.query_one(Timeline).divide(event.division, layers_of(event.division, event.parts))

    def _queries(self) -> tuple[str, ...]:
        """Return the queries that are laid beside one another: the present one, the saved ones, the last asked."""
        state = self._screen.desk.state
        saved = [each.text for each in state.saved.values()] if state is not None else []
        view = self._screen.view
        texts = (view.answered if view is not None else "", *saved, *self._past())
        return tuple(islice(dict.fromkeys(text for text in texts if text), MOST_QUERIES))

"""The milestones on the timeline: of which query they are, and when they are asked for."""

from __future__ import annotations

from tui.core.view import View
from tui.ui.messages import MilestonesReady
from tui.ui.screens.chronology_cache import ChronologyCache
from tui.ui.screens.dossier import questions
from tui.ui.widgets.timeline import Timeline


class Milestones:
    """Keeps the signs on the axis those of the query, whatever its span."""

    def __init__(self, asking: questions.Questions, known: ChronologyCache) -> None:
        self._questions = asking
        self._known = known
        self._words: str | None = None
        """The query whose milestones are shown, or asked for; None where none are."""
        self._stale: View | None = None
        """The view of the dossier as it was before it changed."""
        self.disputed = 0
        """How many events of the query have a date on which the reports disagree, as far as that is known."""

    def forget(self, stale: View | None) -> None:
        """Ask again when they are wanted next, but not of a `stale` view: the dossier has changed since."""
        self._words, self._stale = None, stale

    def drop_others(self, view: View, timeline: Timeline) -> None:
        """Take signs away that are not those of the query that a view answers."""
        if view.answered != self._words:
            self._words = None
            self._questions.cancel_milestones()
            timeline.milestones = ()
            self.disputed = 0

    def ask(self, view: View) -> None:
        """Ask for the events of a view's query, unless they are shown, or so many articles take too long."""
        if view is self._stale:
            return
        known = self._known.of_words(view.answered)
        if view.answered != self._words and (known is not None or view.total <= questions.FEW):
            self._words = view.answered
            self._questions.milestones(view, known)

    def show(self, event: MilestonesReady, timeline: Timeline) -> None:
        """Put the signs on the axis, unless other words were asked for since."""
        if event.answered == self._words:
            timeline.milestones = event.milestones
            self.disputed = len({(each.when, each.words) for each in event.milestones if each.disputed})

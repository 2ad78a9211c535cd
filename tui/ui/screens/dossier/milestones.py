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
        self._view_is_old = False
        """Whether the dossier changed since the view that is shown was made."""
        self.disputed = 0
        """How many events of the query have a date on which the reports disagree, as far as that is known."""

    def forget(self) -> None:
        """Ask again once the next answer is there: the dossier has changed, and the view is of what it was."""
        self._words, self._view_is_old = None, True

    def renewed(self) -> bool:
        """Take note of an answer; say whether the one before was of a dossier that has changed since."""
        was_old, self._view_is_old = self._view_is_old, False
        return was_old

    def drop_others(self, view: View, timeline: Timeline) -> None:
        """Take signs away that are not those of the query that a view answers."""
        if view.answered != self._words:
            self._words = None
            self._questions.cancel_milestones()
            timeline.milestones = ()
            self.disputed = 0

    def ask(self, view: View) -> None:
        """Ask for the events of a view's query, unless they are shown, or so many articles take too long."""
        if self._view_is_old:
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

"""The screens that open over the panes: which pane of the trail is which screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.core.view import View
from tui.ui.screens.chronology_cache import ChronologyCache, same_articles
from tui.ui.screens.filtered_list import Left
from tui.ui.trail import Pane

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen


class OverScreens:
    """Makes the screen for a pane; their modules are loaded when they are first opened."""

    def __init__(self, screen: DossierScreen, chronology: ChronologyCache) -> None:
        self._screen = screen
        self._chronology = chronology

    def make(self, pane: Pane, state: object) -> Screen[Left]:
        """Return a new screen over the panes, as it was left in `state`; None opens it afresh."""
        makers = {
            Pane.ACCOUNT: self._account,
            Pane.CHRONOLOGY: self._chronology_of,
            Pane.FIGURES: self._figures,
            Pane.WORDS: self._words,
            Pane.OUTLETS: self._outlets,
            Pane.COMPARISON: self._comparison,
            Pane.DESK: self._desk,
            Pane.PROOF: self._proof,
        }
        return makers[pane](state)

    def _chronology_of(self, state: object) -> Screen[Left]:
        from tui.ui.screens.chronology import ChronologyScreen, ChronologyState

        screen = self._screen
        kept = isinstance(state, ChronologyState) and same_articles(state.query, screen.asked)
        left = state if kept and isinstance(state, ChronologyState) else None
        return ChronologyScreen(screen.explorer, screen.asked, left, self._chronology)

    def _figures(self, state: object) -> Screen[Left]:
        from tui.ui.screens.figures import FiguresScreen, FiguresState

        screen = self._screen
        kept = isinstance(state, FiguresState) and same_articles(state.query, screen.asked)
        left = state if kept and isinstance(state, FiguresState) else None
        return FiguresScreen(screen.explorer, screen.asked, screen.view.total if screen.view is not None else 0, left)

    def _words(self, state: object) -> Screen[Left]:
        from tui.ui.screens.words import WordsScreen, WordsState

        screen = self._screen
        kept = isinstance(state, WordsState) and same_articles(state.query, screen.asked)
        left = state if kept and isinstance(state, WordsState) else None
        return WordsScreen(screen.explorer, screen.asked, self._answered, left)

    def _outlets(self, state: object) -> Screen[Left]:
        from tui.ui.screens.outlets import OutletsScreen, OutletsState

        screen = self._screen
        kept = isinstance(state, OutletsState) and same_articles(state.query, screen.asked)
        left = state if kept and isinstance(state, OutletsState) else None
        return OutletsScreen(screen.explorer, screen.asked, self._answered, left)

    @property
    def _answered(self) -> View | None:
        """The answer to what is asked, if it is there already."""
        view = self._screen.view
        return view if view is not None and view.query == self._screen.asked else None

    def _comparison(self, state: object) -> Screen[Left]:
        from tui.ui.screens.comparison import ComparisonScreen
        from tui.ui.screens.dossier.pinned import ComparisonState

        assert isinstance(state, ComparisonState)
        return ComparisonScreen(self._screen.explorer, state)

    def _desk(self, state: object) -> Screen[Left]:
        from tui.ui.screens.desk import DeskScreen, DeskScreenState

        left = state if isinstance(state, DeskScreenState) else None
        return DeskScreen(self._screen.explorer, self._screen.desk, self._screen.notes.passage, left)

    def _proof(self, state: object) -> Screen[Left]:
        from tui.ui.screens.proof import ProofScreen, ProofState

        assert isinstance(state, ProofState)  # it is opened on a file
        return ProofScreen(self._screen.explorer, state, lambda: self._screen.folder.busy)

    def _account(self, state: object) -> Screen[Left]:
        from tui.ui.screens.account import AccountScreen, AccountState

        left = state if isinstance(state, AccountState) else None
        return AccountScreen(self._screen.explorer, left, lambda: self._screen.folder.busy)

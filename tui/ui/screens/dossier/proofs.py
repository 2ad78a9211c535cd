"""Opening the proof of a manuscript from the main screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import FileProblem
from tui.locale import _
from tui.ui.path_suggester import PathSuggester
from tui.ui.trail import Pane

if TYPE_CHECKING:
    from tui.ui.screens.dossier.desk_keys import DeskKeys
    from tui.ui.screens.dossier.screen import DossierScreen


class Proofs:
    """Asks which manuscript is meant and opens its proof."""

    def __init__(self, screen: DossierScreen, keys: DeskKeys, first: Path | None = None) -> None:
        """Open the proof of `first`, where one is named, once the articles are read."""
        self._screen = screen
        self._keys = keys
        self._first = first
        self.last = str(first) if first is not None else ""
        """The path that was typed last."""

    def ask(self) -> None:
        """Ask for the path of a manuscript, with completion, and open its proof."""
        question = _("path of the manuscript to prove: Markdown, text, DOCX, ODT …")
        self._keys.ask(question, self.open, PathSuggester(is_manuscript), self.last)

    def open(self, typed: str) -> None:
        """Open the proof of the manuscript at a path."""
        from tui.ui.screens.proof import ProofState

        self.last = typed
        try:
            path = Path(typed).expanduser()
        except RuntimeError:  # no such user
            path = Path(typed)
        self._screen.navigator.open(Pane.PROOF, ProofState(path))

    def begin(self) -> None:
        """Open the proof that was asked for when the program was started, once."""
        first, self._first = self._first, None
        if first is not None:
            self.open(str(first))


def is_manuscript(name: str) -> bool:
    """Say whether a file can be a manuscript, by its name."""
    from tui.importing.registry import reader_of

    try:
        return reader_of(name) is not None
    except FileProblem:
        return False

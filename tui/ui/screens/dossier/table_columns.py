"""Asking once whether the columns of tables hold what their values look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.base.printable import printable_line
from tui.errors import MaliTuiError
from tui.locale import _

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen


class TableColumns:
    """Asks, keeps the answer in the reader's configuration, and has the tables read."""

    def __init__(self, screen: DossierScreen, folder: Path) -> None:
        self._screen = screen
        self._folder = folder

    def offer(self, columns: Mapping[str, str], taken: Callable[[], object]) -> None:
        """Ask whether the columns are what they look like, and call `taken` if so.

        Nobody is asked while they type or are on another screen: the next time that the folder is read, they are.
        """
        screen = self._screen
        if not columns or not screen.is_current or isinstance(screen.focused, Input):
            return
        from tui.importing.columns import keep_columns
        from tui.ui.screens.columns import ColumnsScreen

        def answer(takes: bool | None) -> None:
            if takes is None:
                return
            try:
                keep_columns(self._folder, columns if takes else {})
            except MaliTuiError as problem:
                screen.notify(printable_line(str(problem)), severity="error", timeout=8, markup=False)
                return
            if takes:
                taken()
            else:
                screen.notify(
                    _("They stay unread; the account of the files says how to name their columns."), timeout=6
                )

        screen.app.push_screen(ColumnsScreen(columns), answer)

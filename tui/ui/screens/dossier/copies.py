"""Copies of one text in the list: one row for all of them, or each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.core.archive import Archive
from tui.locale import _
from tui.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen


class Copies:
    """Lists copies, or folds them away; how they are listed belongs to what is asked."""

    def __init__(self, screen: DossierScreen, explorer: Archive) -> None:
        self._screen = screen
        self._explorer = explorer

    def toggle(self) -> None:
        """List the copies of the article under the cursor below it, or hide them."""
        screen = self._screen
        number = screen.query_one(ArticleList).number
        if number is not None:
            group = self._explorer.groups().head(number)
            screen.asked = replace(screen.asked, opened=screen.asked.opened ^ {group})

    def toggle_all(self) -> None:
        """List copies of one text in one row, or each by itself; this holds for every query from now on."""
        screen, folded = self._screen, not self._screen.asked.folded
        screen.asked = replace(screen.asked, folded=folded, opened=frozenset())
        screen.notify(
            _("Copies of one text: in one row.") if folded else _("Copies of one text: each by itself."), timeout=2
        )

"""The article that was pinned, so that another one can be opened beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.base.printable import printable_line
from tui.core.archive import Archive
from tui.locale import _

if TYPE_CHECKING:
    from tui.ui.drawing.comparison_rows import Fold
    from tui.ui.screens.dossier.screen import DossierScreen


class ComparisonState(Struct, frozen=True):
    """How a comparison was left: what comes back when it is gone back to."""

    one: int
    """The article that was pinned, by its number."""
    other: int | None
    """The one beside it; None compares the copies of the first one."""
    place: int = 0
    """Which of several copies is shown."""
    cursor: int = 0
    opened: frozenset[Fold] = frozenset()
    """Which rows of facts were opened."""


class Pinned:
    """Keeps one article for comparison; it stays pinned until it is let go."""

    def __init__(self, screen: DossierScreen, explorer: Archive) -> None:
        self._screen = screen
        self._explorer = explorer
        self._number: int | None = None

    def press(self, number: int | None) -> ComparisonState | None:
        """Pin an article, or return what to compare: it beside the pinned one, or the pinned one with its copies."""
        if number is None:
            self._screen.notify(_("There is no article under the cursor."), timeout=2)
            return None
        if self._number is None or not self._explorer.heads([self._number]):
            self._pin(number)
            return None
        self._screen.app.clear_notifications()
        if number != self._number:
            return ComparisonState(self._number, number)
        self._number = None
        if self._explorer.groups().others(number):
            return ComparisonState(number, None)
        self._screen.notify(_("No longer pinned."), timeout=3)
        return None

    def _pin(self, number: int) -> None:
        self._number = number
        (head,) = self._explorer.heads([number])
        copies = self._explorer.groups().others(number)
        again = (
            _("Pinned: {title}. C elsewhere opens that beside it; here, its copies.")
            if copies
            else _("Pinned: {title}. C elsewhere opens that beside it; here, it lets go.")
        )
        self._screen.notify(again.format(title=printable_line(head.title)), timeout=6, markup=False)

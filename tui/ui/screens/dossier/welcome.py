"""The first start: three hints in the line of keys, which go with the first key and never come back uncalled."""

from __future__ import annotations

from collections.abc import Callable

from tui.locale import N_, _
from tui.ui.drawing.status import Words
from tui.ui.kept_choice import WELCOMED

_HINTS = (("T", N_("where the reports disagree")), ("=", N_("whose figures differ")), ("/", N_("search for anything")))


class Welcome:
    """Shows the hints until a key is pressed, where they were never shown before."""

    def __init__(self, ended: Callable[[], None]) -> None:
        """Call `ended` when the hints go."""
        self._ended = ended
        self._new = not WELCOMED.get()

    @property
    def words(self) -> Words:
        """The hints; none once a key was pressed."""
        hints = _HINTS if self._new else ()
        return tuple(pair for key, does in hints for pair in ((key, "key"), (f" {_(does)}   ", "muted")))

    def end(self) -> None:
        """Show the keys of the pane from now on."""
        if self._new:
            self._new = False
            WELCOMED.choose("yes")
            self._ended()

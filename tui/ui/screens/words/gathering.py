"""Work in threads for the screen of words in context, and the messages that bring its answers."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from time import monotonic

from textual.message import Message

from tui.concordance import Keyness, RankedLines
from tui.core.archive import Archive
from tui.core.concordance import Gathering, readings
from tui.core.view import Query, View
from tui.ui.drawing.context_rows import BESIDE, Item
from tui.ui.query_runner import Turn
from tui.ui.screens.filtered_list import Filtered
from tui.ui.screens.words.listing import Listing, listed

_FIRST, _PULSE = 0.04, 0.3
"""Seconds after which the first lines are shown, and between two looks at how far the reading is."""
_PAINTED = 0.2
"""Seconds that are waited at most until the first lines are painted."""
_SCREENFUL = 50
"""So many lines are shown at once."""
_SHOWN = 14
"""Words on each side of a match that are shown where there is room."""


class LinesRead(Message):
    """So many lines were found so far; at the end, all of them."""

    def __init__(self, gathering: Gathering, view: View, ranked: RankedLines | None = None) -> None:
        super().__init__()
        self.lines = tuple(gathering.lines) if ranked is None else ranked.lines
        self.articles = gathering.words.size
        self.everywhere = gathering.words
        """The words of all texts; they grow as long as not all are read."""
        self.view = view
        self.ranked = ranked
        """All lines, ready to be sorted; None as long as there may be more."""
        self.shown = Event()
        """Set once they were painted."""


class KeynessReady(Message):
    """The words of the articles were held against those of the others, or so many articles were read for that."""

    def __init__(self, view: View, keyness: Keyness | None, done: int = 0, total: int = 0) -> None:
        super().__init__()
        self.view = view
        self.keyness = keyness
        self.done = done
        self.total = total


class KeptWords:
    """Holds what was found of one answer, so that coming back to it does not read everything again."""

    def __init__(self) -> None:
        self._read: LinesRead | None = None
        self._keyness: tuple[View, Keyness] | None = None

    def keep(self, read: LinesRead) -> None:
        """Keep all lines of an answer instead of those of the one before."""
        self._read = read if read.ranked is not None else None

    def keep_keyness(self, view: View, keyness: Keyness) -> None:
        """Keep the key words of an answer instead of those of the one before."""
        self._keyness = view, keyness

    def lines(self, view: View | None) -> LinesRead | None:
        """Return the lines of this very answer, if they are kept."""
        return self._read if self._read is not None and self._read.view is view else None

    def keyness(self, view: View | None) -> Keyness | None:
        """Return the key words of this very answer, if they are kept."""
        return self._keyness[1] if self._keyness is not None and self._keyness[0] is view else None


class Listed(Filtered):
    """What the filter, the order and the sample leave was found."""

    def __init__(self, items: Sequence[Item], chosen: object, listing: Listing, whole: int) -> None:
        super().__init__(items, listing.words, chosen)
        self.listing = listing
        self.whole = whole
        """How many lines have the words, before they are thinned."""


def gather(explorer: Archive, query: Query, view: View | None, turn: Turn) -> None:
    """Find the lines of a query, the first of them at once; `view` is its answer where it is known."""
    view = view if view is not None else explorer.explore(query, turn.stop, suggest=False)
    gathering = Gathering(BESIDE, _SHOWN)
    due, few = monotonic() + _FIRST, True
    for reading in readings(explorer, view, turn.stop):
        gathering.add(reading)
        if monotonic() > due or (few and len(gathering.lines) >= _SCREENFUL):
            read = LinesRead(gathering, view)
            if turn.post(read) and few:
                read.shown.wait(_PAINTED)  # a thread that reads on would hold the painting up
            few = False
            due = monotonic() + _PULSE
    ranked = RankedLines(tuple(gathering.lines))
    ranked.prepare()
    turn.post(LinesRead(gathering, view, ranked))


def select(read: LinesRead, listing: Listing, keyness: Keyness | None, chosen: object, turn: Turn) -> None:
    """Find what is listed of the lines that were read, with the cursor on what is `chosen`."""
    ranked, everywhere = read.ranked, read.everywhere
    if ranked is None:
        ranked, everywhere = RankedLines(read.lines), everywhere.copy()  # which grows meanwhile
    items, whole = listed(ranked, everywhere, listing, keyness, turn.stop)
    turn.post(Listed(items, chosen, listing, whole))


def compare(explorer: Archive, query: Query, view: View | None, turn: Turn) -> None:
    """Find the key words of a query."""
    from tui.core.keyness import keyness

    view = view if view is not None else explorer.explore(query, turn.stop, suggest=False)
    told = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told > _PULSE:
            told = monotonic()
            turn.post(KeynessReady(view, None, done, total))

    turn.post(KeynessReady(view, keyness(explorer, view, stop=turn.stop, report=report)))

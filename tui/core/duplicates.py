"""The comparing half of the core: finds the articles that are copies of one text, and keeps their groups.

Only articles that are new or have changed are compared. What was found is tied to the version of the rules: a newer
one compares every text anew. To list hits none of the rules is loaded, only the groups are read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.duplicates import Compared, HeadSketch, Uncompared
from tui.catalogue.faults import Stage
from tui.copies import RULES_VERSION
from tui.copies.listing import Groups
from tui.errors import MaliTuiError

if TYPE_CHECKING:
    from tui.copies.fingerprint import Imprint, Sketch
    from tui.copies.grouping import Placed

_BATCH_ARTICLES = 500
_BATCH_CHARACTERS = 1_000_000
"""Text that is compared between two commits: less than a second of it."""

_HELD_ROWS = 200_000
"""Rows of words of heads that are held while texts are compared with them: some 20 MB."""


class Comparer:
    """Knows the copies of one catalogue; may be called from any thread."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept = catalogue.likeness
        self._lock = threading.Lock()
        self._groups = Groups()
        self._state = (-1, -1)

    def groups(self) -> Groups:
        """Return which articles are copies of which, read anew where any program changed them."""
        state = self._kept.state
        with self._lock:
            if self._state != state:
                self._groups, self._state = Groups(self._kept.copies()), state
            return self._groups

    def witnesses(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return for each article whose text is a copy the source of the one that it copies, or its id."""
        groups = self.groups()
        heads = {number: groups.head(number) for number in numbers if groups.head(number) != number}
        named = {head.number: head.source or head.id for head in self._catalogue.heads(set(heads.values()))}
        return {number: named[head] for number, head in heads.items() if head in named}

    def waiting(self) -> int:
        """Return how many articles have yet to be compared."""
        return self._kept.waiting(RULES_VERSION)

    def update(self, told: Callable[[int, int], None], stop: Callable[[], bool]) -> bool:
        """Compare the articles that wait, a batch at a time; say whether there was anything to do.

        `told` hears how many articles are done and of how many. What is done when `stop` answers yes, or the program is
        killed, is kept, but for the batch under way. Where another program is at it, it is left to that.
        """
        waiting = self.waiting()
        if not waiting:
            return False
        with self._kept.alone() as alone:
            if alone:
                self._kept.begin(RULES_VERSION)
                self._compare(waiting, told, stop)
        return alone

    def _compare(self, waiting: int, told: Callable[[int, int], None], stop: Callable[[], bool]) -> None:
        heads, done = _Heads(self._kept.article), 0
        singly = 0  # articles that are compared one by one, to find the one at which a batch failed
        while not stop():
            batch = self._kept.pending(1 if singly else _BATCH_ARTICLES, _BATCH_CHARACTERS)
            faults: dict[int, str] = {}
            try:
                compared = self._placed(batch, heads, stop)
            except MaliTuiError:
                raise
            except Exception as error:  # noqa: BLE001 - it costs this article its comparison and no other one anything
                if len(batch) > 1:
                    singly = len(batch)
                    continue
                faults = {article.number: type(error).__name__ for article in batch}
                compared = [Compared(number) for number in faults]
            if not compared or not self._kept.record(compared, RULES_VERSION):
                return
            self._catalogue.faults.note(Stage.COPIES, faults)
            singly = max(0, singly - 1)
            done += len(compared)
            told(min(done, waiting), waiting)

    def _placed(self, batch: Sequence[Uncompared], heads: _Heads, stop: Callable[[], bool]) -> list[Compared]:
        """Return where the articles of a batch belong; none of them where `stop` answers yes meanwhile."""
        from tui.copies.grouping import Grouping

        imprints = {article.number: _imprint(article) for article in batch}
        texts = [(number, each, each.sketch()) for number, each in imprints.items() if each is not None]
        keys = {key for _, _, sketch in texts for key in sketch.keys}
        grouping = Grouping(self._kept.found_at(keys), self._sketches, heads.imprint)
        compared = [Compared(number) for number, each in imprints.items() if each is None]
        for placed in grouping.place_all(texts):
            if stop():
                return []
            imprint = imprints[placed.number]
            if placed.sketch is not None and imprint is not None:
                heads.hold(placed.number, imprint)
            compared.append(_compared(placed))
        return compared

    def _sketches(self, numbers: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
        from tui.copies.fingerprint import Sketch

        for number, kept in self._kept.sketches(numbers):
            yield number, Sketch(kept.whole, kept.size, kept.least)


class _Heads:
    """The imprints of heads: those that were asked for last are held, as far as there is room."""

    def __init__(self, article: Callable[[int], Uncompared | None]) -> None:
        self._article = article
        self._held: dict[int, Imprint] = {}
        self._rows = 0

    def imprint(self, number: int) -> Imprint | None:
        """Return the imprint of a head, None where it has gone."""
        found = self._held.pop(number, None)
        if found is not None:
            self._held[number] = found  # the newest from now on
            return found
        article = self._article(number)
        found = _imprint(article) if article is not None else None
        if found is not None:
            self.hold(number, found)
        return found

    def hold(self, number: int, imprint: Imprint) -> None:
        """Hold an imprint, and let go of the oldest where there is no room."""
        self._held[number] = imprint
        self._rows += len(imprint.rows)
        while self._rows > _HELD_ROWS and len(self._held) > 1:
            oldest = next(iter(self._held))
            self._rows -= len(self._held.pop(oldest).rows)


def _imprint(article: Uncompared) -> Imprint | None:
    from tui.copies.fingerprint import imprint

    return imprint(article.title, article.text, article.days)


def _compared(placed: Placed) -> Compared:
    sketch = placed.sketch
    kept = HeadSketch(sketch.whole, sketch.size, sketch.least, placed.keys) if sketch is not None else None
    return Compared(placed.number, placed.head, kept)

"""The duplicate service: finds the articles that are copies of one text, and keeps their groups.

Only new or changed articles are compared. The groups belong to one version of the rules: a newer version compares every
text again. Listing hits loads none of the rules, only the groups.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.base.progress import ReportDone, Stop
from tui.catalogue.catalogue import Catalogue
from tui.catalogue.duplicates import Compared, HeadSketch, Uncompared
from tui.catalogue.faults import Stage
from tui.copies import RULES_VERSION
from tui.copies.listing import Groups
from tui.errors import MaliTuiError

if TYPE_CHECKING:
    from tui.copies.fingerprint import Fingerprint, Sketch
    from tui.copies.grouping import Placement

_BATCH_ARTICLES = 500
_BATCH_CHARACTERS = 1_000_000
"""Text that is compared between two commits; takes less than a second."""

_HELD_ROWS = 200_000
"""Word rows of heads that are held while texts are compared with them: some 20 MB."""


class DuplicateService:
    """Knows the duplicates in one catalogue; may be used from any thread."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept = catalogue.duplicates
        self._lock = threading.Lock()
        self._groups = Groups()
        self._state = (-1, -1)

    def groups(self) -> Groups:
        """Return which articles are copies of which, read again whenever any program has changed them."""
        state = self._kept.state
        with self._lock:
            if self._state != state:
                self._groups, self._state = Groups(self._kept.copies()), state
            return self._groups

    def witnesses(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return, for each article that is a copy, the source of the original, or its id if it has no source."""
        groups = self.groups()
        heads = {number: groups.head(number) for number in numbers if groups.head(number) != number}
        named = {head.number: head.source or head.id for head in self._catalogue.heads(set(heads.values()))}
        return {number: named[head] for number, head in heads.items() if head in named}

    def waiting(self) -> int:
        """Return how many articles still have to be compared."""
        return self._kept.waiting(RULES_VERSION)

    def update(self, report: ReportDone, stop: Stop) -> bool:
        """Compare the waiting articles, a batch at a time; say whether anything was done.

        Finished batches are kept when `stop` returns true or the program is killed. If another program is comparing,
        this does nothing.
        """
        waiting = self.waiting()
        if not waiting:
            return False
        with self._kept.exclusive() as claimed:
            if claimed:
                self._kept.begin(RULES_VERSION)
                self._compare(waiting, report, stop)
        return claimed

    def _compare(self, waiting: int, report: ReportDone, stop: Stop) -> None:
        heads, done = _Heads(self._kept.article), 0
        singly = 0  # articles that are compared one by one, to find the one at which a batch failed
        while not stop():
            batch = self._kept.pending(1 if singly else _BATCH_ARTICLES, _BATCH_CHARACTERS)
            faults: dict[int, str] = {}
            try:
                compared = self._compared(batch, heads, stop)
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
            report(min(done, waiting), waiting)

    def _compared(self, batch: Sequence[Uncompared], heads: _Heads, stop: Stop) -> list[Compared]:
        """Return where each article of a batch belongs; nothing if `stop` returns true meanwhile."""
        from tui.copies.grouping import Grouping

        fingerprints = {article.number: _fingerprint(article) for article in batch}
        texts = [(number, each, each.sketch()) for number, each in fingerprints.items() if each is not None]
        keys = {key for _, _, sketch in texts for key in sketch.keys}
        grouping = Grouping(self._kept.found_at(keys), self._sketches, heads.fingerprint)
        compared = [Compared(number) for number, each in fingerprints.items() if each is None]
        for placed in grouping.place_all(texts):
            if stop():
                return []
            fingerprint = fingerprints[placed.number]
            if placed.sketch is not None and fingerprint is not None:
                heads.hold(placed.number, fingerprint)
            compared.append(_compared(placed))
        return compared

    def _sketches(self, numbers: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
        from tui.copies.fingerprint import Sketch

        for number, kept in self._kept.sketches(numbers):
            yield number, Sketch(kept.whole, kept.size, kept.least)


class _Heads:
    """The fingerprints of heads; the most recently used are held in memory."""

    def __init__(self, article: Callable[[int], Uncompared | None]) -> None:
        self._article = article
        self._held: dict[int, Fingerprint] = {}
        self._rows = 0

    def fingerprint(self, number: int) -> Fingerprint | None:
        """Return the fingerprint of a head, None if it is gone."""
        found = self._held.pop(number, None)
        if found is not None:
            self._held[number] = found  # now the most recently used
            return found
        article = self._article(number)
        found = _fingerprint(article) if article is not None else None
        if found is not None:
            self.hold(number, found)
        return found

    def hold(self, number: int, fingerprint: Fingerprint) -> None:
        """Hold a fingerprint, and drop the least recently used ones if there are too many."""
        self._held[number] = fingerprint
        self._rows += len(fingerprint.rows)
        while self._rows > _HELD_ROWS and len(self._held) > 1:
            oldest = next(iter(self._held))
            self._rows -= len(self._held.pop(oldest).rows)


def _fingerprint(article: Uncompared) -> Fingerprint | None:
    from tui.copies.fingerprint import fingerprint

    return fingerprint(article.title, article.text, article.days)


def _compared(placed: Placement) -> Compared:
    sketch = placed.sketch
    kept = HeadSketch(sketch.whole, sketch.size, sketch.least, placed.keys) if sketch is not None else None
    return Compared(placed.number, placed.head, kept)

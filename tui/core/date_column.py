"""The datebook: the publication dates of a whole dossier, read once for each state of its catalogue.

Of a large dossier they are written down beside the catalogue, so that the next start need not read them one by one.
"""

from __future__ import annotations

import threading
from array import array
from importlib.util import find_spec
from pathlib import Path

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.snapshot import read_snapshot, write_snapshot
from tui.importing.limits import WIDE
from tui.timeline.dated import Dated

_NOTHING = Dated(array("q"), array("q"), array("q"))


class Datebook:
    """Gives the dates of one catalogue; may be called from any thread."""

    def __init__(self, catalogue: Catalogue, cache: Path | None) -> None:
        """Take the catalogue and the folder of the cache; None keeps nothing for the next start."""
        self._catalogue = catalogue
        self._cache = cache
        self._lock = threading.Lock()
        self._dates: Dated | None = None
        self._revision = -1

    def now(self) -> Dated:
        """Return the dates of all articles, read anew where any program changed the catalogue."""
        revision = self._catalogue.revision
        with self._lock:
            if self._dates is None or self._revision != revision:
                self._dates = self._kept(revision) or self._read()
                self._revision = revision
            return self._dates

    def is_old(self) -> bool:
        """Say whether the catalogue changed since the dates were asked for last; never where they never were."""
        return self._dates is not None and self._catalogue.revision != self._revision

    def keep(self) -> None:
        """Write the dates of a large dossier down for the next start, unless that was done.

        Raises `CacheError` where the disk fails.
        """
        revision = self._catalogue.revision
        if self._catalogue.count() >= WIDE and self._kept(revision) is None:
            write_snapshot(self._cache, self._stamp(revision), self.now().packed())

    def _read(self) -> Dated:
        """Read the dates from the catalogue: only those that came last, where none of the others went."""
        old, count = self._dates or _NOTHING, self._catalogue.count()
        columns = self._catalogue.columns(after=old.numbers[-1] if len(old) else 0)
        if len(old) + len(columns.numbers) != count:
            old, columns = _NOTHING, self._catalogue.columns()
        wide = len(old) + len(columns.numbers) >= WIDE and find_spec("numpy") is not None
        return old.grown(columns.numbers, columns.firsts, columns.lasts, wide)

    def _kept(self, revision: int) -> Dated | None:
        """Return the dates as they were written down for this state of the catalogue, if they were."""
        arrays = read_snapshot(self._cache, self._stamp(revision))
        try:
            return Dated.unpacked(arrays, find_spec("numpy") is not None) if arrays is not None else None
        except ValueError:
            return None

    def _stamp(self, revision: int) -> str:
        return f"{self._catalogue.identity} {revision}"

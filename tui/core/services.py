"""The halves of an open dossier: its catalogue, its dates and copies, and what searches and what dates its articles.

The searching and the dating half are loaded at their first use, so that a dossier that is only opened and listed pays
for neither. All of it may be used from any thread.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from tui.catalogue.catalogue import Catalogue
from tui.core.date_column import Datebook
from tui.core.duplicates import Comparer

if TYPE_CHECKING:
    from tui.core.figures import Figures
    from tui.core.indexing import Searcher
    from tui.core.mentions import Dater
    from tui.search.facets import Labels


class Halves:
    """What one catalogue is made use of with; another catalogue gets halves of its own."""

    def __init__(self, catalogue: Catalogue, cache: Path | None) -> None:
        """Take the catalogue and the folder of the cache; None keeps everything in memory."""
        self.catalogue = catalogue
        self.cache = cache
        self.comparer = Comparer(catalogue)
        self.datebook = Datebook(catalogue, cache)
        self._lock = threading.RLock()
        self._searcher: Searcher | None = None
        self._dater: Dater | None = None
        self._figures: Figures | None = None
        self._labels: tuple[int, Labels] | None = None

    def close(self) -> None:
        """Let go of the files of the cache."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
            self.catalogue.close()

    def searcher(self) -> Searcher:
        """Return the searching half."""
        with self._lock:
            if self._searcher is None:
                from tui.core.indexing import Searcher

                self._searcher = Searcher(
                    self.catalogue,
                    self.cache / "index" if self.cache is not None else None,
                    mentioning=lambda span: self.dater().clock().naming(span),
                    worded=lambda written, extent: self.dater().worded(written, extent),
                    valued=lambda field, value: self.labels().holding(field, value),
                )
            return self._searcher

    def dater(self) -> Dater:
        """Return the dating half."""
        with self._lock:
            if self._dater is None:
                from tui.core.mentions import Dater

                self._dater = Dater(self.catalogue)
            return self._dater

    def figures(self) -> Figures:
        """Return what finds the figures of articles."""
        with self._lock:
            if self._figures is None:
                from tui.core.figures import Figures

                self._figures = Figures(self.catalogue, self.dater)
            return self._figures

    def labels(self) -> Labels:
        """Return the labels of all articles, read anew where any program changed the catalogue."""
        from tui.search.facets import Labels

        revision = self.catalogue.revision
        known = self._labels
        if known is None or known[0] != revision:
            known = self._labels = revision, Labels(self.catalogue.labels())
        return known[1]

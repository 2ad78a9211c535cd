"""The services behind an open dossier: search, dates, duplicates and labels, all on one catalogue.

Search and mentioned dates are loaded at their first use, so that a dossier that is only opened and listed pays for
neither. All of it may be used from any thread.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from tui.catalogue.catalogue import Catalogue
from tui.core.date_column import DateColumn
from tui.core.duplicate_service import DuplicateService

if TYPE_CHECKING:
    from tui.base.days import Span
    from tui.core.figure_service import FigureService
    from tui.core.mention_service import MentionService
    from tui.core.search_service import SearchService
    from tui.names.table import NameTable
    from tui.search.annotations import AnnotationLookup, Annotations
    from tui.search.facets import Labels


def _read_words(written: str, extent: Span | None) -> Span | None:
    """Read a date in words; its rules are loaded at the first one."""
    from tui.core.mention_service import read_words

    return read_words(written, extent)


class Services:
    """The services of one catalogue; another catalogue gets services of its own."""

    def __init__(
        self, catalogue: Catalogue, cache: Path | None, annotation_lookup: AnnotationLookup | None = None
    ) -> None:
        """Take the catalogue, the cache folder (None keeps everything in memory) and what knows the annotations."""
        self.catalogue = catalogue
        self.cache = cache
        self.annotation_lookup = annotation_lookup
        """Gives what the reader added; None where nobody knows. It may be set at any time."""
        self.notice = ""
        """One sentence about damage that was found and mended; empty where none was."""
        self.duplicates = DuplicateService(catalogue)
        self.dates = DateColumn(catalogue, cache)
        self._lock = threading.RLock()
        self._search: SearchService | None = None
        self._mentions: MentionService | None = None
        self._figures: FigureService | None = None
        self._background: tuple[int, frozenset[int]] | None = None
        self._names: tuple[tuple[int, int], NameTable] | None = None
        self._labels: tuple[int, Annotations | None, Labels] | None = None

    def close(self) -> None:
        """Close the files of the cache."""
        with self._lock:
            if self._search is not None:
                self._search.close()
            self.catalogue.close()

    def _take_notice(self, sentence: str) -> None:
        self.notice = sentence

    @property
    def search(self) -> SearchService:
        """Full-text search."""
        with self._lock:
            if self._search is None:
                from tui.base.settings import glossary_file
                from tui.core.search_service import SearchService

                self._search = SearchService(
                    self.catalogue,
                    self.cache / "index" if self.cache is not None else None,
                    mention_lookup=lambda span: self.mentions.clock().mentioning(span),
                    read_words=_read_words,
                    value_lookup=lambda field, value: self.labels().holding(field, value),
                    annotation_lookup=self._annotations,
                    names=self.names,
                    glossary_file=glossary_file(),
                    tell=self._take_notice,
                )
            return self._search

    @property
    def mentions(self) -> MentionService:
        """The dates that the texts mention."""
        with self._lock:
            if self._mentions is None:
                from tui.core.mention_service import MentionService

                self._mentions = MentionService(self.catalogue)
            return self._mentions

    @property
    def figures(self) -> FigureService:
        """The figures of the texts."""
        with self._lock:
            if self._figures is None:
                from tui.core.figure_service import FigureService

                self._figures = FigureService(self.catalogue, self.mentions)
            return self._figures

    def names(self) -> NameTable:
        """Return the names in all articles, read again whenever any program has found others."""
        from tui.names.table import NameTable

        revision = self.catalogue.revision, self.catalogue.mentions.revision
        known = self._names
        if known is None or known[0] != revision:
            table = NameTable(self.catalogue.mentions.names.rows(), self.search.common)
            known = self._names = revision, table
        return known[1]

    def values(self, field: str) -> list[str]:
        """Return the values of a field in the whole dossier, the most frequent first; none of one without a facet."""
        from tui.search.language.fields import FOUND

        return self.names().values if field in FOUND else self.labels().values(field)

    def background(self) -> frozenset[int]:
        """Return the numbers of the articles that only explain what others report; they never outrank a report."""
        revision = self.catalogue.revision
        known = self._background
        if known is None or known[0] != revision:
            known = self._background = revision, frozenset(self.catalogue.background())
        return known[1]

    def labels(self) -> Labels:
        """Return the labels of all articles, the reader's tags among them.

        They are read again whenever any program has changed the catalogue, or the reader what was added.
        """
        from tui.search.facets import COLUMNS, Labels, with_tags

        revision, added = self.catalogue.revision, self._annotations()
        known = self._labels
        if known is None or known[0] != revision or known[1] is not added:
            rows = self.catalogue.labels(COLUMNS)
            labels = Labels(rows if added is None else with_tags(rows, added.own_tags))
            known = self._labels = revision, added, labels
        return known[2]

    def _annotations(self) -> Annotations | None:
        return self.annotation_lookup() if self.annotation_lookup is not None else None

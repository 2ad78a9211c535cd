"""The concordance of a query: its matches in their contexts, and the words of the articles that have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.base.progress import Stop, never
from tui.concordance import ContextLine, Document, WordCounts, lines_of
from tui.core.archive import Archive
from tui.core.view import Reading, View
from tui.errors import Cancelled
from tui.search.analysis import scanned

AFAR = 1_000
"""Articles of an archive on a server whose texts are fetched; of a dossier at hand all are read."""
_AT_ONCE = 100
"""Articles that are fetched together."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """The matches of a query."""

    lines: tuple[ContextLine, ...]
    """In the order of the hits."""
    words: WordCounts
    """The words of the articles that were found."""


class Gathering:
    """A concordance that grows article by article; what it holds already never changes."""

    def __init__(self, width: int = 5, shown: int = 0) -> None:
        """Take `width` words on each side of a match, and show `shown` of them where that is more."""
        self._width = width
        self._shown = shown
        self.lines: list[ContextLine] = []
        self.words = WordCounts()
        """Those of the articles that were read, with their number."""

    def add(self, reading: Reading) -> None:
        """Add the matches of an article."""
        article, published = reading.article, reading.article.published
        read = reading.words if reading.words is not None else scanned(article.text)
        self.words.add(article.text, read)
        document = Document(
            *(article.id, article.text, reading.number, article.title, article.source),
            day=published.iso if published else "",
            published=published.span if published else None,
        )
        self.lines += lines_of(document, reading.marks, self._width, self._shown, read)

    @property
    def whole(self) -> Concordance:
        """What was gathered."""
        return Concordance(tuple(self.lines), self.words)


def readings(archive: Archive, view: View, stop: Stop = never) -> Iterator[Reading]:
    """Yield the hits of a view with their marks, without those that are gone; from a server the first `AFAR`.

    Raises `Cancelled` soon after `stop` returns true.
    """
    hits = reached(archive, view, stop)
    for first in range(0, len(hits), _AT_ONCE):
        for reading in archive.readings(view, hits[first : first + _AT_ONCE]):
            if stop():
                raise Cancelled
            yield reading


def reached(archive: Archive, view: View, stop: Stop = never) -> Sequence[int]:
    """Return the hits of a view whose texts are read: all that are at hand, of a server's the first `AFAR`."""
    if archive.at_hand:
        return view.hits
    deeper = archive.deeper(view, stop) if len(view.hits) < min(view.total, AFAR) else view
    return deeper.hits[:AFAR]


def concordance(archive: Archive, view: View, width: int = 5, stop: Stop = never) -> Concordance:
    """Return the matches of a view in their contexts, `width` words on each side; an article that is gone is left out.

    Raises `Cancelled` soon after `stop` returns true.
    """
    gathering = Gathering(width)
    for reading in readings(archive, view, stop):
        gathering.add(reading)
    return gathering.whole

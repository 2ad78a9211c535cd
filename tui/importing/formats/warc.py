"""Web archives (WARC), packed or not: the pages that were captured."""

from __future__ import annotations

from collections.abc import Iterator

from tui.importing.archives.captures import Captures
from tui.importing.parsed import Piece, RawFile


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the pages, one at a time, and then a word on what else there is."""
    captures = Captures(file.path, file.budget)
    yield from captures.pieces(file.content)
    yield captures.note()

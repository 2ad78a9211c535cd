"""The queries that were asked before, kept in the user's data folder and never in the cache.

One query a line, the newest last. The file is replaced as a whole, so that nobody reads half of it; what another
program wrote meanwhile is kept.
"""

from __future__ import annotations

from pathlib import Path

from tui.base.atomic_write import atomic_write
from tui.base.locations import private_folder
from tui.base.printable import printable_line

FILE_NAME = "queries.txt"
MOST = 500
"""Queries that are kept, at most."""


class QueryHistory:
    """The queries of one user, in all dossiers."""

    def __init__(self, folder: Path) -> None:
        """Take the folder in which they are kept; it need not exist yet."""
        self._file = folder / FILE_NAME

    def newest_first(self) -> list[str]:
        """Return all queries; none where the file cannot be read."""
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []
        return [line for line in reversed([printable_line(line) for line in lines]) if line]

    def add(self, query: str) -> bool:
        """Keep a query as the newest one; say whether it could be kept. An empty one is not kept."""
        text = printable_line(query)
        if not text:
            return False
        kept = [text, *(each for each in self.newest_first() if each != text)][:MOST]
        try:
            private_folder(self._file.parent)
            atomic_write(self._file, "".join(f"{each}\n" for each in reversed(kept)).encode(), private=True)
        except OSError:
            return False
        return True

"""The names of every article, found once and kept with the catalogue, packed as `tui.names.table` writes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tui.catalogue.seals import at_one_time, check, check_totals, seal
from tui.catalogue.store import Store


def record_names(database: sqlite3.Connection, number: int, packed: str) -> None:
    """Replace the names of an article, within the caller's transaction."""
    database.execute("DELETE FROM names WHERE number = ?", (number,))
    database.execute("INSERT INTO names VALUES (?, ?, ?)", (number, packed, seal(number, packed)))


class Names:
    """The names in a catalogue; usable from any thread; every method raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def articles_not_in(self, languages: Sequence[str]) -> int:
        """Return how many articles are in other languages than these codes; those of which none is known are not."""
        with self._store.reading() as database:
            known = ", ".join("?" * len(languages))
            statement = f"SELECT count(*) FROM articles WHERE language NOT IN ('', {known})"  # noqa: S608 - marks only
            return int(database.execute(statement, tuple(languages)).fetchone()[0])

    def rows(self) -> list[tuple[int, str]]:
        """Return number and packed names of every article in which names were looked for, by number."""
        with self._store.reading() as database, at_one_time(database):
            rows = database.execute("SELECT number, found, seal FROM names ORDER BY number").fetchall()
            check_totals(database, "names", (len(rows), sum(row[0] for row in rows)))
            for number, found, sealed in rows:
                check(sealed, number, found)
        return [(number, found) for number, found, _ in rows]

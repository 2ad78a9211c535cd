"""The figures of every article, found once and kept with the catalogue, packed as `tui.figures.packing` writes them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from tui.catalogue.seals import check, seal
from tui.catalogue.store import Store

_SOME = 500
"""How many articles are asked for with one statement."""


def record_figures(database: sqlite3.Connection, number: int, packed: str, answering: bool) -> None:
    """Replace the figures of an article, within the caller's transaction; `answering` says whether one has a state."""
    database.execute("DELETE FROM figures WHERE number = ?", (number,))
    row = number, int(answering), packed
    database.execute("INSERT INTO figures VALUES (?, ?, ?, ?)", (*row, seal(*row)))


class Figures:
    """The figures in a catalogue; usable from any thread; every method raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, number: int) -> str | None:
        """Return the packed figures of an article; None where they were not looked for."""
        return next((packed for _, packed in self.among([number])), None)

    def silent(self) -> frozenset[int]:
        """Return the articles that were searched and have no figure that could answer a question."""
        with self._store.reading() as database:
            return frozenset(row[0] for row in database.execute("SELECT number FROM figures WHERE answering = 0"))

    def among(self, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield number and packed figures of those of some articles that were searched, in no order."""
        asked = iter(numbers)
        while some := list(islice(asked, _SOME)):
            with self._store.reading() as database:
                rows = database.execute(
                    "SELECT number, answering, found, seal FROM figures"
                    " WHERE number IN (SELECT value FROM json_each(?))",
                    (json.dumps(some),),
                ).fetchall()
                for *row, sealed in rows:
                    check(sealed, *row)
            yield from ((number, found) for number, _answering, found, _seal in rows)

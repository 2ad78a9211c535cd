"""The dated statements of every article, found with the mentioned dates and kept in the order of their days.

What a row's bytes hold is known above, where statements are found and compared. Days are proleptic Gregorian ordinals;
a statement whose date stayed open has 0.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tui.catalogue.seals import at_one_time, check, check_totals, seal
from tui.catalogue.store import Store, numeric_fact
from tui.errors import DamagedCatalogue
from tui.locale import _

_SOME = 500
"""How many articles are asked for with one statement."""
_COLUMNS = "first, number, place, last, packed, seal"
_COUNTED = "SELECT count(*) FROM statements WHERE number IN (SELECT value FROM json_each(?))"


class StatementRow(NamedTuple):
    """A dated statement as it is stored."""

    first: int
    number: int
    """The article's number."""
    place: int
    """The first character of its date in the text."""
    last: int
    packed: bytes


def _checked(row: Sequence[Any]) -> StatementRow:
    """Return a row as it was read; raises `DamagedCatalogue` if it is not as it was written."""
    *values, found = row
    check(found, *values)
    return StatementRow(*values)


def record_statements(database: sqlite3.Connection, number: int, rows: Sequence[StatementRow]) -> None:
    """Replace the statements of an article, within the caller's transaction."""
    database.execute("DELETE FROM statements WHERE number = ?", (number,))
    database.executemany(
        "INSERT OR REPLACE INTO statements VALUES (?, ?, ?, ?, ?, ?)", [(*row, seal(*row)) for row in rows]
    )


class Statements:
    """The statements in a catalogue; usable from any thread; every method raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._whole_at = (-1, -1)
        """The revisions of mentions and articles at which all rows were there."""

    def check(self) -> None:
        """Raise `DamagedCatalogue` unless every row that was written is there; looks once at each revision."""
        with self._store.reading() as database, at_one_time(database):
            revision = numeric_fact(database, "mentions"), numeric_fact(database, "revision")
            if revision == self._whole_at:
                return
            for way in ("INDEXED BY statements_of", "NOT INDEXED"):
                found = database.execute(f"SELECT count(*), coalesce(sum(number), 0) FROM statements {way}").fetchone()  # noqa: S608
                check_totals(database, "statements", found)
        self._whole_at = revision

    def count(self) -> int:
        """Return how many statements there are, those with an open date included."""
        return self._number("SELECT count(*) FROM statements")

    def count_of(self, numbers: Sequence[int]) -> int:
        """Return how many statements some articles have."""
        asked = iter(numbers)
        total = 0
        while some := list(islice(asked, _SOME)):
            total += self._number(_COUNTED, json.dumps(some))
        return total

    def undated(self) -> array[int]:
        """Return the numbers of the articles that were not searched for dates yet, ascending."""
        with self._store.reading() as database:
            return array("q", [row[0] for row in database.execute("SELECT number FROM articles WHERE dated = 0")])

    def extent(self) -> tuple[int, int]:
        """Return the first and the last day on which an article appeared; zeros where none has a date."""
        with self._store.reading() as database:
            row = database.execute("SELECT min(first), max(last) FROM articles WHERE first > 0").fetchone()
        return row[0] or 0, row[1] or 0

    def day_after(self, first: int, some: int) -> int:
        """Return the day of the statement that comes after `some` others from `first` on; 0 where there is none."""
        with self._store.reading() as database:
            row = database.execute(
                "SELECT first FROM statements WHERE first >= ? ORDER BY first LIMIT 1 OFFSET ?", (first, some)
            ).fetchone()
        return 0 if row is None else int(row[0])

    def between(self, first: int, last: int) -> list[StatementRow]:
        """Return the statements that begin on the days from `first` to `last`, in their order."""
        with self._store.reading() as database:
            rows = database.execute(
                f"SELECT {_COLUMNS} FROM statements WHERE first BETWEEN ? AND ?"  # noqa: S608 - names of our own
                " ORDER BY first, number, place",
                (first, last),
            ).fetchall()
            return [_checked(row) for row in rows]

    def crowd(self, first: int, last: int, most: int) -> int:
        """Return how many statements begin on the days from `first` to `last`, counted up to `most`."""
        return self._number(
            "SELECT count(*) FROM (SELECT 1 FROM statements WHERE first BETWEEN ? AND ? LIMIT ?)", first, last, most
        )

    def of(self, numbers: Iterable[int]) -> Iterator[StatementRow]:
        """Yield the statements of some articles, article by article in ascending order."""
        asked = iter(sorted(numbers))
        while some := list(islice(asked, _SOME)):
            with self._store.reading() as database:
                rows = database.execute(
                    f"SELECT {_COLUMNS} FROM statements"  # noqa: S608 - names of our own
                    " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number, first, place",
                    (asked_for := json.dumps(some),),
                ).fetchall()
                checked = [_checked(row) for row in rows]
                if len(rows) != database.execute(_COUNTED, (asked_for,)).fetchone()[0]:
                    raise DamagedCatalogue(_("The catalogue has other rows than were written."))
            yield from checked

    def articles(self, numbers: Iterable[int]) -> dict[int, tuple[str, str, int]]:
        """Return of some articles, by number, the source, the id and the last day on which it can have appeared."""
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT number, source, id, last FROM articles WHERE number IN (SELECT value FROM json_each(?))",
                (json.dumps(list(numbers)),),
            ).fetchall()
        return {number: (source, ident, last) for number, source, ident, last in rows}

    def articles_of(self, source: str) -> list[int]:
        """Return the numbers of the articles of a source."""
        with self._store.reading() as database:
            return [row[0] for row in database.execute("SELECT number FROM articles WHERE source = ?", (source,))]

    def _number(self, statement: str, *values: object) -> int:
        with self._store.reading() as database:
            return int(database.execute(statement, values).fetchone()[0])

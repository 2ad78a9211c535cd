"""Which articles are copies of which, found once and kept with the catalogue.

The code that compares texts lies above and names the version of its rules. Numbers of articles only grow, so one number
says up to where all were compared; those whose head was removed are listed one by one. When the rules change, every
article waits again.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from tui.catalogue.faults import Stage, forget_faults
from tui.catalogue.seals import at_one_time, check, check_totals
from tui.catalogue.store import Store, count_up, fact, numeric_fact
from tui.dossier.serialization import LABEL_COLUMNS, TEXT_COLUMNS

_WAITING = (
    f"SELECT number, {LABEL_COLUMNS}, label_seal, {TEXT_COLUMNS}, texts.seal"  # noqa: S608 - names of our own
    " FROM articles JOIN texts USING (number)"
)


class Uncompared(NamedTuple):
    """A waiting article: what of it is compared."""

    number: int
    title: str
    text: str
    days: tuple[int, int]
    """The ordinals of the first and the last day on which it may have appeared; (0, 0) if undated."""


class HeadSketch(NamedTuple):
    """What is kept of the head of a group, or of an article without copies."""

    whole: int
    size: int
    least: array[int]
    keys: tuple[int, ...] = ()
    """The keys under which it is found; only given when it is written."""


class Compared(NamedTuple):
    """The result for an article that was compared."""

    number: int
    head: int | None = None
    """The head of its group, or None if it is not a copy."""
    sketch: HeadSketch | None = None
    """What is kept of it if other articles can be copies of it."""


class Duplicates:
    """The duplicates in a catalogue; usable from any thread; every method raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def state(self) -> tuple[int, int]:
        """Two numbers, one of which grows whenever groups may have changed, by any program."""
        with self._store.reading() as database:
            return numeric_fact(database, "revision"), numeric_fact(database, "copies")

    def copies(self) -> list[tuple[int, int]]:
        """Return every copy with the head of its group, by number."""
        with self._store.reading() as database:
            with at_one_time(database):
                rows = database.execute("SELECT number, head FROM copies ORDER BY number").fetchall()
                numbers, heads = zip(*rows, strict=True) if rows else ((), ())
                check_totals(database, "copies", (len(rows), sum(numbers), sum(heads)))
            return rows

    def waiting(self, rules: str) -> int:
        """Return how many articles still have to be compared by these rules."""
        with self._store.reading() as database:
            after = numeric_fact(database, "compared") if fact(database, "comparing") == rules else 0
            (count,) = database.execute(
                "SELECT (SELECT count(*) FROM articles INDEXED BY article_days WHERE number > ?)"
                " + (SELECT count(*) FROM uncompared WHERE ?)",
                (after, after),
            ).fetchone()
        return int(count)

    def begin(self, rules: str) -> None:
        """Forget every group that was made by other rules."""
        with self._store.writing() as database:
            if fact(database, "comparing") != rules:
                for table in ("copies", "sketches", "sketch_keys", "uncompared"):
                    database.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
                forget_faults(database, Stage.COPIES)
                database.execute("UPDATE facts SET value = '0' WHERE name = 'compared'")
                database.execute("UPDATE facts SET value = ? WHERE name = 'comparing'", (rules,))
                count_up(database, "copies")

    def pending(self, limit: int, characters: int) -> list[Uncompared]:
        """Return waiting articles, by number, up to about so many characters of text.

        Those whose head was removed come first, in a batch of their own.
        """
        for waits in (
            "number IN (SELECT number FROM uncompared)",
            "number > (SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'compared')",
        ):
            with self._store.reading() as database:
                rows = database.execute(f"{_WAITING} WHERE {waits} ORDER BY number LIMIT ?", (limit,))
                found = _taken(rows, characters)
                rows.close()
            if found:
                return found
        return []

    def article(self, number: int) -> Uncompared | None:
        """Return what is compared of an article; None if it is gone."""
        with self._store.reading() as database:
            row = database.execute(f"{_WAITING} WHERE number = ?", (number,)).fetchone()
            return _uncompared(row) if row is not None else None

    def found_at(self, keys: Iterable[int]) -> list[tuple[int, int]]:
        """Return pairs of a key and the number of a head that is found under it, by number."""
        with self._store.reading() as database:
            return database.execute(
                "SELECT key, number FROM sketch_keys WHERE key IN (SELECT value FROM json_each(?)) ORDER BY number",
                (json.dumps(list(keys)),),
            ).fetchall()

    def sketches(self, numbers: Iterable[int]) -> list[tuple[int, HeadSketch]]:
        """Return what is kept of some heads, without those that are gone."""
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT number, whole, size, least FROM sketches WHERE number IN (SELECT value FROM json_each(?))",
                (json.dumps(list(numbers)),),
            ).fetchall()
        return [(number, HeadSketch(whole, size, _unpacked(least))) for number, whole, size, least in rows]

    def record(self, compared: Sequence[Compared], rules: str) -> bool:
        """Record the results for some articles, all or nothing.

        Articles that are gone by then are skipped; those whose head is gone wait again. Returns false and records
        nothing if another program has begun with other rules.
        """
        with self._store.writing() as database:
            if fact(database, "comparing") != rules:
                return False
            grouped = False
            for one in compared:
                database.execute("DELETE FROM uncompared WHERE number = ?", (one.number,))
                if _has(database, "articles", one.number):
                    _keep(database, one)
                    grouped |= one.head is not None
            last = max((one.number for one in compared), default=0)
            database.execute("UPDATE facts SET value = max(CAST(value AS INTEGER), ?) WHERE name = 'compared'", (last,))
            if grouped:
                count_up(database, "copies")
        return True

    def exclusive(self) -> AbstractContextManager[bool]:
        """Claim the right to compare for a block; false if another program holds it."""
        return self._store.exclusive("comparing")


def forget_duplicates(database: sqlite3.Connection, number: int) -> None:
    """Remove an article from its group; if it was the head, the others wait to be compared again."""
    for table in ("copies", "uncompared"):
        database.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608 - names of our own
    row = database.execute("SELECT whole, least FROM sketches WHERE number = ?", (number,)).fetchone()
    if row is None:
        return
    keys = [(key, number) for key in (row[0], *_unpacked(row[1]))]
    database.executemany("DELETE FROM sketch_keys WHERE key = ? AND number = ?", keys)
    database.execute("DELETE FROM sketches WHERE number = ?", (number,))
    database.execute("INSERT INTO uncompared SELECT number FROM copies WHERE head = ?", (number,))
    database.execute("DELETE FROM copies WHERE head = ?", (number,))


def _keep(database: sqlite3.Connection, one: Compared) -> None:
    """Write the result for one article."""
    if one.head is not None:
        if _has(database, "sketches", one.head):
            database.execute("INSERT INTO copies VALUES (?, ?)", (one.number, one.head))
        else:
            database.execute("INSERT INTO uncompared VALUES (?)", (one.number,))
    elif one.sketch is not None:
        sketch = one.sketch
        row = (one.number, sketch.whole, sketch.size, sketch.least.tobytes())
        database.execute("INSERT INTO sketches VALUES (?, ?, ?, ?)", row)
        database.executemany("INSERT INTO sketch_keys VALUES (?, ?)", [(key, one.number) for key in sketch.keys])


def _taken(rows: Iterable[Sequence[object]], characters: int) -> list[Uncompared]:
    found: list[Uncompared] = []
    for row in rows:
        found.append(_uncompared(row))
        characters -= len(found[-1].text)
        if characters <= 0:
            break
    return found


def _uncompared(row: Sequence[object]) -> Uncompared:
    number, *labels, label_seal, text, left_out, text_seal = row
    check(label_seal, number, *labels)
    check(text_seal, number, text, left_out)
    title, *_, first, last = labels
    return Uncompared(int(str(number)), str(title), str(text), (int(str(first)), int(str(last))))


def _unpacked(least: bytes) -> array[int]:
    numbers = array("q")
    numbers.frombytes(least)
    return numbers


def _has(database: sqlite3.Connection, table: str, number: int) -> bool:
    found = database.execute(f"SELECT 1 FROM {table} WHERE number = ?", (number,)).fetchone()  # noqa: S608
    return found is not None

"""Seals: checksums that stand in the catalogue beside what they are of, and are compared whenever it is read.

SQLite finds a damaged tree of pages, but not a wrong byte in a text or a row that is missing. A row that is read by
itself carries a CRC-32 of its number and its values; what is read in one piece is compared with totals, which triggers
keep up to date. Both raise `DamagedCatalogue`: the catalogue is then made again from the dossier.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from zlib import crc32

from tui.errors import DamagedCatalogue
from tui.locale import _

TOTALS = {
    "articles": (
        *("count(*)", "sum(number)", "sum(first)", "sum(last)", "sum(words)"),
        *("sum(first = 0)", "sum(doubt != '')", "sum(tags LIKE '%\"background\"%')"),
    ),
    "files": (
        *("count(*)", "sum(outcome = 'read')", "sum(outcome = 'skipped')", "sum(outcome = 'failed')"),
        *("sum(articles)", "sum(left_out)"),
    ),
    "copies": ("count(*)", "sum(number)", "sum(head)"),
    "mention_days": ("count(*)", "sum(number)"),
    "statements": ("count(*)", "sum(number)"),
    "names": ("count(*)", "sum(number)"),
}
"""The totals that are kept of each table, as SQL asks for them."""


def seal(*values: Any) -> int:  # noqa: ANN401 - whatever a row may hold
    """Return the checksum of a row: of numbers, texts and bytes, as SQLite will give them back."""
    try:
        return crc32(marshal.dumps(values, 2))  # of version 2, the bytes of equal values are equal
    except ValueError:  # members of enumerations, which are texts there
        return crc32(marshal.dumps(tuple([str(each) if isinstance(each, str) else each for each in values]), 2))


def check(found: object, *values: Any) -> None:  # noqa: ANN401
    """Raise `DamagedCatalogue` unless a row has the seal that was found beside it."""
    if found != crc32(marshal.dumps(values, 2)):
        raise DamagedCatalogue(_("A row of the catalogue is not as it was written."))


def check_totals(database: sqlite3.Connection, table: str, found: Iterable[int]) -> None:
    """Raise `DamagedCatalogue` unless these are the first totals of a table, in the order of `TOTALS`."""
    kept = database.execute("SELECT value FROM totals WHERE of = ? ORDER BY place", (table,)).fetchall()
    if len(kept) != len(TOTALS[table]) or any(total != one for (one,), total in zip(kept, found, strict=False)):
        raise DamagedCatalogue(_("The catalogue has other rows than were written."))


@contextmanager
def at_one_time(database: sqlite3.Connection) -> Iterator[None]:
    """Let several statements see one state of the database; it may be within a transaction already."""
    if database.in_transaction:
        yield
        return
    database.execute("BEGIN")
    try:
        yield
    finally:
        if database.in_transaction:
            database.execute("COMMIT")


def totals_schema() -> Iterator[str]:
    """Yield the statements that make the table of totals and its triggers."""
    yield "CREATE TABLE totals (of TEXT, place INTEGER, value INTEGER NOT NULL, PRIMARY KEY (of, place)) WITHOUT ROWID"
    for table, totals in TOTALS.items():
        for place in range(len(totals)):
            yield f"INSERT INTO totals VALUES ('{table}', {place}, 0)"  # noqa: S608 - names of our own
        for event, row, sign in (("INSERT", "new", "+"), ("DELETE", "old", "-")):
            terms = " ".join(f"WHEN {place} THEN {_term(one, row)}" for place, one in enumerate(totals))
            yield (
                f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN UPDATE totals"  # noqa: S608
                f" SET value = value {sign} CASE place {terms} END WHERE of = '{table}'; END"
            )


def _term(asked: str, row: str) -> str:
    """Return what one row adds to a total."""
    inner = asked.removeprefix("sum(").removesuffix(")")
    return "1" if asked == "count(*)" else f"({row}.{inner})"

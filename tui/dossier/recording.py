"""The writing of files and their articles into the catalogue, within a transaction that somebody else has opened.

What is as it was is not written: its number stays, and neither the index nor the disk is troubled with it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.dossier.likeness import forget_likeness
from tui.dossier.rows import ARTICLE_COLUMNS, TEXT_COLUMNS, account_row, article_row, text_row

if TYPE_CHECKING:
    from tui.dossier.reading import FileReading

_INSERT = (
    f"INSERT INTO articles ({ARTICLE_COLUMNS}, place, file)"  # noqa: S608 - names of our own
    f" VALUES ({', '.join('?' * (ARTICLE_COLUMNS.count(',') + 3))})"
)
_BEFORE = (
    f"SELECT number, place, {ARTICLE_COLUMNS}, {TEXT_COLUMNS} FROM articles JOIN texts USING (number) WHERE file = ?"  # noqa: S608
)
_FILE_COLUMNS = "path, size, mtime_ns, rules, outcome, reason, articles, left_out, members"


def record_file(database: sqlite3.Connection, reading: FileReading, rules: str) -> None:
    """Write the account of a file, with what tells later whether it changed."""
    entry, account = reading.entry, reading.account
    row = (
        os.fsencode(entry.path),
        entry.size,
        entry.mtime_ns,
        rules,
        *account_row(account),
    )
    before = database.execute(f"SELECT {_FILE_COLUMNS} FROM files WHERE path = ?", row[:1]).fetchone()  # noqa: S608
    if before != row:
        database.execute(f"INSERT OR REPLACE INTO files ({_FILE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608


def record_articles(database: sqlite3.Connection, reading: FileReading) -> bool:
    """Write the articles of a file in the place of those that it had; say whether anything is different.

    An article is known again by its id, so that what is put before it in its file leaves it alone.
    """
    file = os.fsencode(reading.entry.path)
    before = {row[2]: row for row in database.execute(_BEFORE, (file,))}
    changed = False
    for place, article in enumerate(reading.articles):
        row, text = article_row(article), text_row(article)
        old = before.pop(article.id, None)
        if old is not None:
            number, old_place, *held = old
            if held == [*row, *text]:
                if old_place != place:
                    database.execute("UPDATE articles SET place = ? WHERE number = ?", (place, number))
                continue
            _remove(database, [(number,)])
        number = database.execute(_INSERT, (*row, place, file)).lastrowid
        database.execute(f"INSERT INTO texts (number, {TEXT_COLUMNS}) VALUES (?, ?, ?)", (number, *text))  # noqa: S608
        changed = True
    _remove(database, [(old[0],) for old in before.values()])
    return changed or bool(before)


def forget_file(database: sqlite3.Connection, path: bytes) -> bool:
    """Remove a file and its articles; say whether it had any."""
    numbers = database.execute("SELECT number FROM articles WHERE file = ?", (path,)).fetchall()
    _remove(database, numbers)
    database.execute("DELETE FROM files WHERE path = ?", (path,))
    return bool(numbers)


def count_revision(database: sqlite3.Connection) -> None:
    """Note that articles changed."""
    database.execute("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'revision'")


def _remove(database: sqlite3.Connection, numbers: Iterable[tuple[int]]) -> None:
    """Remove articles, and leave their numbers to the index."""
    for number in numbers:
        database.execute("DELETE FROM articles WHERE number = ?", number)
        for table in ("texts", "mentions", "mention_days"):
            database.execute(f"DELETE FROM {table} WHERE number = ?", number)  # noqa: S608 - names of our own
        forget_likeness(database, number[0])
        database.execute("INSERT OR IGNORE INTO gone VALUES (?)", number)

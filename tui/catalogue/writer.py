"""Writes files and their articles into the catalogue, within the caller's transaction.

What did not change is not written: it keeps its number, and is not indexed again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.catalogue.duplicates import forget_duplicates
from tui.catalogue.seals import seal
from tui.dossier.serialization import (
    ARTICLE_COLUMNS,
    TEXT_COLUMNS,
    account_row,
    article_of,
    article_row,
    label_row,
    text_row,
)

if TYPE_CHECKING:
    from tui.dossier.article import Article
    from tui.importing.read_file import FileReading

_INSERT = (
    f"INSERT INTO articles ({ARTICLE_COLUMNS}, place, file, number, seal, label_seal)"  # noqa: S608 - names of our own
    f" VALUES ({', '.join('?' * (ARTICLE_COLUMNS.count(',') + 6))})"
)
_INSERT_TEXT = f"INSERT INTO texts (number, {TEXT_COLUMNS}, seal) VALUES (?, ?, ?, ?)"  # noqa: S608 - names of our own
_LAST = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'articles'), 0)"
_BEFORE = (
    f"SELECT number, place, {ARTICLE_COLUMNS}, {TEXT_COLUMNS} FROM articles JOIN texts USING (number) WHERE file = ?"  # noqa: S608
)
_OPEN = (
    f"SELECT number, place, file, {ARTICLE_COLUMNS}, {TEXT_COLUMNS} FROM articles JOIN texts USING (number)"  # noqa: S608
    " WHERE source = ? AND day_order >= ?"
)
_FILE_COLUMNS = "path, size, mtime_ns, rules, outcome, reason, articles, left_out, members"


def record_file(database: sqlite3.Connection, reading: FileReading, rules: str) -> None:
    """Write the account of a file, with its size and time, which later show whether it changed."""
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
        database.execute("DELETE FROM files WHERE path = ?", row[:1])
        values = (*row, seal(row[0], *account_row(account)))
        database.execute(f"INSERT INTO files ({_FILE_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608


def record_articles(database: sqlite3.Connection, reading: FileReading) -> bool:
    """Replace the articles of a file; say whether anything changed.

    Articles are matched by id, so inserting one before another in their file does not touch the other.
    """
    file = os.fsencode(reading.entry.path)
    before = {row[2]: row for row in database.execute(_BEFORE, (file,))}
    new: list[tuple[int, Article]] = []
    gone: list[tuple[int]] = []
    for place, article in enumerate(reading.articles):
        old = before.pop(article.id, None)
        if old is not None:
            number, old_place, *held = old
            if held == [*article_row(article), *text_row(article)]:
                if old_place != place:
                    database.execute("UPDATE articles SET place = ? WHERE number = ?", (place, number))
                continue
            gone.append((number,))
        new.append((place, article))
    _remove(database, [*gone, *((old[0],) for old in before.values())])
    _insert(database, new, file)
    return bool(new or before)


def resolve_open_dates(database: sqlite3.Connection) -> bool:
    """Resolve the dates that a source's other articles decide, or make them ambiguous again; say if any changed."""
    from tui.catalogue.date_order import order_of, resolved
    from tui.importing.dating.day_order import OPEN

    changed = False
    sources = database.execute("SELECT DISTINCT source FROM articles WHERE source != '' AND day_order >= ?", (OPEN,))
    for (source,) in sources.fetchall():
        shown = database.execute(
            "SELECT DISTINCT day_order FROM articles WHERE source = ? AND day_order != ''", (source,)
        )
        order = order_of(one for (one,) in shown)
        for number, place, file, *row in database.execute(_OPEN, (source, OPEN)).fetchall():
            article = article_of(row)
            meant = resolved(article, order)
            if meant != article:
                _remove(database, [(number,)])
                _insert(database, [(place, meant)], file)
                changed = True
    return changed


def replace_article(database: sqlite3.Connection, number: int, article: Article, place: int, file: bytes) -> None:
    """Write an article in the place of another one, under a new number."""
    _remove(database, [(number,)])
    _insert(database, [(place, article)], file)


def forget_file(database: sqlite3.Connection, path: bytes) -> bool:
    """Remove a file and its articles; say whether it had any."""
    numbers = database.execute("SELECT number FROM articles WHERE file = ?", (path,)).fetchall()
    _remove(database, numbers)
    database.execute("DELETE FROM files WHERE path = ?", (path,))
    return bool(numbers)


def forget_articles(database: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove the articles with these ids, which other files have now."""
    for ident in ids:
        _remove(database, database.execute("SELECT number FROM articles WHERE id = ?", (ident,)).fetchall())


def _insert(database: sqlite3.Connection, articles: Iterable[tuple[int, Article]], file: bytes) -> None:
    """Write articles of a file, each with its place in it, under new numbers."""
    heads, texts = [], []
    first = int(database.execute(_LAST).fetchone()[0]) + 1
    for number, (place, article) in enumerate(articles, first):
        row, text = article_row(article), text_row(article)
        heads.append((*row, place, file, number, seal(number, *row), seal(number, *label_row(row))))
        texts.append((number, *text, seal(number, *text)))
    database.executemany(_INSERT, heads)
    database.executemany(_INSERT_TEXT, texts)


def _remove(database: sqlite3.Connection, numbers: Iterable[tuple[int]]) -> None:
    """Remove articles, and queue their numbers for removal from the index."""
    for number in numbers:
        database.execute("DELETE FROM articles WHERE number = ?", number)
        for table in ("texts", "mentions", "mention_days", "statements", "names", "figures", "faults"):
            database.execute(f"DELETE FROM {table} WHERE number = ?", number)  # noqa: S608 - names of our own
        forget_duplicates(database, number[0])
        database.execute("INSERT OR IGNORE INTO gone VALUES (?)", number)

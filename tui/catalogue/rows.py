"""Reads rows of the catalogue, of which nothing is believed that its seal or the totals of its table do not confirm."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from tui.base.folding import fold
from tui.catalogue.seals import TOTALS, at_one_time, check, check_totals
from tui.dossier.account import FileAccount, Outcome, Sums, members_ending
from tui.dossier.article import Article
from tui.dossier.serialization import (
    ACCOUNT_COLUMNS,
    ARTICLE_COLUMNS,
    LABEL_COLUMNS,
    TEXT_COLUMNS,
    account_of,
    article_of,
)
from tui.errors import ArticleNotFound, DamagedCatalogue
from tui.locale import N_, _

_TEXTS = (
    f"SELECT number, {LABEL_COLUMNS}, label_seal, {TEXT_COLUMNS}, texts.seal"  # noqa: S608 - names of our own
    " FROM articles JOIN texts USING (number)"
    " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
)
ARTICLE = (
    f"SELECT number, {ARTICLE_COLUMNS}, articles.seal, {TEXT_COLUMNS}, texts.seal"  # noqa: S608
    " FROM articles JOIN texts USING (number)"
)
GONE = N_("This article is no longer in the dossier; its file was changed or removed.")
_LOST = N_("An article of the catalogue is there and cannot be found.")
_SHOWN = 5
"""Articles that are named if a reference is ambiguous."""


def ways_to_find(reference: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the conditions by which a reference may match, the most certain first."""
    is_id = reference.isascii() and reference.isalpha()
    if is_id:
        yield "id = ?", (reference,)
    try:
        yield "path = ?", (os.fsencode(reference),)
    except UnicodeEncodeError:  # a lone surrogate, which no file name can hold
        return
    if is_id:
        yield "id >= ? AND id < ?", (reference, reference + "{")


def read_article(row: Sequence[object]) -> Article:
    """Return the article of a row of `ARTICLE`, if it is as it was written."""
    number, *about, seal, text, left_out, text_seal = row
    check(seal, number, *about)
    check(text_seal, number, text, left_out)
    return article_of([*about, text, left_out])


def read_articles(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Article]:
    """Return articles by their numbers, if they are as they were written."""
    asked = f"{ARTICLE} WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608 - names of our own
    return {row[0]: read_article(row) for row in database.execute(asked, (json.dumps(list(numbers)),))}


def read_text(database: sqlite3.Connection, number: int) -> str:
    """Return the text of an article, if it is as it was written; raises `ArticleNotFound` if it is gone."""
    row = database.execute(f"SELECT {TEXT_COLUMNS}, seal FROM texts WHERE number = ?", (number,)).fetchone()  # noqa: S608 - names of our own
    if row is None:
        check_rows(database)
        raise ArticleNotFound(_(GONE))
    check(row[2], number, *row[:2])
    return str(row[0])


def read_texts(database: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return number, title and text of articles, by number, if they are as they were written."""
    found = []
    for number, *labels, label_seal, text, left_out, text_seal in database.execute(_TEXTS, (json.dumps(numbers),)):
        check(label_seal, number, *labels)
        check(text_seal, number, text, left_out)
        found.append((number, labels[0], text))
    return found


def labelled(database: sqlite3.Connection) -> list[Sequence[Any]]:
    """Return number and labels of every article, by number, if all are there and as they were written."""
    with at_one_time(database):
        rows = database.execute(f"SELECT number, {LABEL_COLUMNS}, label_seal FROM articles ORDER BY number").fetchall()  # noqa: S608
        check_totals(database, "articles", (len(rows),))
    found = [row[:-1] for row in rows]
    for row, whole in zip(found, rows, strict=True):
        check(whole[-1], *row)
    return found


def check_rows(database: sqlite3.Connection) -> None:
    """Raise `DamagedCatalogue` if an article or a text is missing that was written; looks at every row."""
    with at_one_time(database):
        for table in ("articles", "texts"):
            counted = database.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()  # noqa: S608
            check_totals(database, "articles", counted)


def summed(database: sqlite3.Connection, table: str) -> list[int]:
    """Return the totals of a table, if they are what its rows add up to."""
    asked = ", ".join(f"coalesce({each}, 0)" for each in TOTALS[table])
    found = database.execute(f"SELECT {asked} FROM {table}").fetchone()  # noqa: S608 - names of our own
    check_totals(database, table, found)
    return list(found)


def read_accounts(database: sqlite3.Connection) -> list[FileAccount]:
    """Return what became of each file, by path."""
    with at_one_time(database):
        rows = database.execute(f"SELECT path, {ACCOUNT_COLUMNS}, seal FROM files ORDER BY path").fetchall()  # noqa: S608
        check_totals(database, "files", (len(rows),))
    for row in rows:
        check(row[-1], *row[:-1])
    return [account_of(os.fsdecode(path), rest) for path, *rest, _seal in rows]


def read_sums(database: sqlite3.Connection) -> Sums:
    """Return the totals of the account."""
    with at_one_time(database):
        files = summed(database, "files")
        totals = summed(database, "articles")
        archives = database.execute(
            f"SELECT path, {ACCOUNT_COLUMNS}, seal FROM files WHERE members != '[]'"  # noqa: S608 - names of our own
        ).fetchall()
        for row in archives:
            check(row[-1], *row[:-1])
    undated, doubtful = totals[5], totals[6]
    found, read, skipped, failed, articles, left_out = files
    opened = [account_of("", row[1:-1]) for row in archives]
    within = (sum(members_ending(one, outcome) for one in opened) for outcome in (Outcome.FAILED, Outcome.SKIPPED))
    return Sums(found, read, skipped, failed, articles, undated, doubtful, left_out, *within)


def found_articles(
    database: sqlite3.Connection, condition: str, values: tuple[object, ...]
) -> list[tuple[int, str, str]]:
    """Return number, id and title of the first articles that meet a condition.

    Where an index of the database knows none, all articles are looked at, since it may be damaged.
    """
    for table in ("articles", "articles NOT INDEXED"):
        rows = database.execute(
            f"SELECT number, id, title FROM {table} WHERE {condition} ORDER BY number LIMIT ?",  # noqa: S608
            (*values, _SHOWN + 1),
        ).fetchall()
        if rows and table != "articles":
            raise DamagedCatalogue(_(_LOST))
        if rows:
            return rows
    return []


def by_name(name: str) -> tuple[bool, str]:
    """Return the sort key of a name; no name comes last."""
    return not name, fold(name)


def find_article(database: sqlite3.Connection, reference: str) -> tuple[int, str] | None:
    """Return number and id of the article that a reference stands for, None if there is none.

    Raises `ArticleNotFound` if there are several.
    """
    tried = (found_articles(database, condition, values) for condition, values in ways_to_find(reference))
    rows = next(filter(None, tried), [])
    if len(rows) > 1:
        raise ArticleNotFound(ambiguous(reference, [row[1:] for row in rows]))
    return rows[0][:2] if rows else None


def ambiguous(reference: str, rows: Sequence[Sequence[str]]) -> str:
    """Say that a reference stands for several articles, and for which."""
    named = ", ".join(f"{ident} ({title[:40]})" for ident, title in rows[:_SHOWN])
    told = (
        _("{reference!r} stands for more than one article: {articles} and others; name one by its whole id.")
        if len(rows) > _SHOWN
        else _("{reference!r} stands for more than one article: {articles}; name one by its whole id.")
    )
    return told.format(reference=reference, articles=named)

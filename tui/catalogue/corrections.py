"""Corrected articles in the catalogue: they stand there as their reader says, so that all that is asked of it says so.

What their files say is kept beside them, and comes back once a correction is taken back. An article that is read from
its file again is corrected again by the next call. A corrected article has a new number: the index, the dates that its
text names and its copies are found anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping

from tui.catalogue.writer import replace_article
from tui.dossier.article import Article
from tui.dossier.serialization import ARTICLE_COLUMNS, TEXT_COLUMNS, article_of, article_row

Mend = Callable[[Article], Article]
"""Returns an article as its reader says that it is."""

_FIND = (
    f"SELECT number, place, file, {ARTICLE_COLUMNS}, {TEXT_COLUMNS} FROM articles JOIN texts USING (number)"  # noqa: S608
    " WHERE id = ?"
)


def apply_corrections(database: sqlite3.Connection, mends: Mapping[str, Mend]) -> bool:
    """Make the articles with these ids say what their reader says, and all others what their files say.

    Returns whether any changed. It is done within a transaction that somebody else has opened.
    """
    kept = {row[0]: row[1:] for row in database.execute("SELECT id, original, shown FROM corrected")}
    changed = False
    for ident in kept.keys() | mends.keys():
        row = database.execute(_FIND, (ident,)).fetchone()
        if row is None:
            database.execute("DELETE FROM corrected WHERE id = ?", (ident,))
            continue
        number, place, file, *held = row
        now, texts = held[:-2], held[-2:]
        original, shown = kept.get(ident, ("", ""))
        said = _unpacked(original) if shown == _packed(now) else now
        article = article_of([*said, *texts])
        meant = mends[ident](article) if ident in mends else article
        if list(article_row(meant)) != now:
            replace_article(database, number, meant, place, file)
            changed = True
        if meant == article:
            database.execute("DELETE FROM corrected WHERE id = ?", (ident,))
        else:
            values = (ident, _packed(said), _packed(article_row(meant)))
            database.execute("INSERT OR REPLACE INTO corrected VALUES (?, ?, ?)", values)
    return changed


def holds_corrections(database: sqlite3.Connection) -> bool:
    """Say whether any article is corrected."""
    return database.execute("SELECT 1 FROM corrected LIMIT 1").fetchone() is not None


def forget_corrected(database: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take what stands in the catalogue for what the files of these articles say: they were just read."""
    if holds_corrections(database):
        database.executemany("DELETE FROM corrected WHERE id = ?", [(ident,) for ident in ids])


def _packed(row: object) -> str:
    assert isinstance(row, (list, tuple))
    return json.dumps([{"bytes": value.decode("latin-1")} if isinstance(value, bytes) else value for value in row])


def _unpacked(packed: str) -> list[object]:
    return [value["bytes"].encode("latin-1") if isinstance(value, dict) else value for value in json.loads(packed)]

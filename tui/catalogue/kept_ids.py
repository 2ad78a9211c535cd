"""Keeps the ids of articles whose files are moved, saved anew, or come back in another format.

An importer makes an id of the path and the place in the file. An article that was there before, by its text or by its
origin, keeps the id that it had; no id is given twice.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import structs

from tui.base.folding import essence
from tui.catalogue.rows import ARTICLE, read_article
from tui.catalogue.writer import forget_articles
from tui.errors import DamagedCatalogue

if TYPE_CHECKING:
    from tui.dossier.article import Article
    from tui.importing.read_file import FileReading

_ELSEWHERE = "SELECT 1 FROM articles WHERE id = ? AND file != ?"
_ANY_ELSEWHERE = "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND file != ?"

_SHORT = 200
"""Characters of a text that shows which article it is only together with its title."""
_TELLING = 8
"""Letters and digits of a title that tells."""

Mark = tuple[str, ...]
"""What shows that two articles are one: a kind of evidence, and its value."""


class KnownArticles:
    """Articles that were there, each to be taken once by the one that it is now."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._paths: dict[str, str] = {}
        self._by_mark: defaultdict[Mark, list[str]] = defaultdict(list)
        for article in articles:
            self._paths[article.id] = article.path
            for mark in _marks(article):
                self._by_mark[mark].append(article.id)

    def __contains__(self, ident: str) -> bool:
        return ident in self._paths

    def __len__(self) -> int:
        return len(self._paths)

    def take_only(self) -> str | None:
        """Take the one article that is left; None where none or several are."""
        return self.take(*self._paths) if len(self._paths) == 1 else None

    def take(self, ident: str) -> str:
        """Take an article by its id, which is returned."""
        del self._paths[ident]
        return ident

    def take_same(self, article: Article, marks: Callable[[Article], Iterator[Mark]]) -> str | None:
        """Take the article that shares a mark with another one, and return its id; None where there is none.

        Copies of one text are told apart by their paths; of other marks, several tell nothing.
        """
        for mark in marks(article):
            found = [ident for ident in self._by_mark.get(mark, ()) if ident in self._paths]
            if found and (len(found) == 1 or mark[0] == "text"):
                return self.take(min(found, key=lambda ident: self._distance(ident, article)))
        return None

    def _distance(self, ident: str, article: Article) -> tuple[bool, bool, bool, str]:
        """Return a key that is least for the id that an article has by its place, then for the path most like its."""
        path = self._paths[ident]
        named = path.rpartition("/")[2] != article.path.rpartition("/")[2]
        return ident != article.id, path != article.path, named, ident


def articles_of(database: sqlite3.Connection, paths: Iterable[str]) -> Iterator[Article]:
    """Yield the articles that the catalogue has of some files, without those that are not as they were written."""
    for path in paths:
        for row in database.execute(f"{ARTICLE} WHERE file = ? ORDER BY place", (os.fsencode(path),)).fetchall():
            try:
                yield read_article(row)
            except DamagedCatalogue:  # whoever reads it for its sake has the catalogue made again
                continue


def with_kept_ids(database: sqlite3.Connection, reading: FileReading, gone: KnownArticles) -> FileReading:
    """Return what was read of a file with the ids that its articles had: there, or in a file that is gone.

    Those of `gone` that are recognised are taken from it, and leave their file in the catalogue.
    """
    before = KnownArticles(articles_of(database, [reading.entry.path]))
    articles = reading.articles
    alone = len(before) == len(articles) == 1
    ids: dict[int, str] = {}

    def assign(find: Callable[[Article], str | None]) -> None:
        for place, article in enumerate(articles):
            found = find(article) if place not in ids else None
            if found is not None:
                ids[place] = found

    if before:
        assign(lambda article: before.take_same(article, _text_mark))
        assign(lambda article: before.take_same(article, _origin_marks))
        assign(lambda article: before.take(article.id) if article.id in before else None)
        assign(lambda _: before.take_only() if alone else None)
    if gone:
        kept = set(ids)
        assign(lambda article: gone.take_same(article, _marks))
        forget_articles(database, (ids[place] for place in ids.keys() - kept))
    used = set(ids.values()) | _elsewhere(database, reading)
    for place, article in enumerate(articles):
        if place not in ids:
            ids[place] = _free_id(database, article, reading.entry.path, used)
            used.add(ids[place])
    if all(ids[place] == article.id for place, article in enumerate(articles)):
        return reading
    return replace(
        reading, articles=tuple(structs.replace(article, id=ids[place]) for place, article in enumerate(articles))
    )


def _free_id(database: sqlite3.Connection, article: Article, path: str, used: set[str]) -> str:
    """Return the id that an importer made, or the first one made of it that no article has.

    `used` holds the ids of importers that other articles have.
    """
    from tui.importing.normalise import article_id

    ident, again = article.id, 0
    while ident in used or (again and database.execute(_ELSEWHERE, (ident, os.fsencode(path))).fetchone() is not None):
        again += 1
        ident = article_id(article.id, again)
    return ident


def _elsewhere(database: sqlite3.Connection, reading: FileReading) -> set[str]:
    """Return those ids of a reading's articles that articles of other files have."""
    ids = json.dumps([article.id for article in reading.articles])
    return {ident for (ident,) in database.execute(_ANY_ELSEWHERE, (ids, os.fsencode(reading.entry.path)))}


def _marks(article: Article) -> Iterator[Mark]:
    yield from _text_mark(article)
    yield from _origin_marks(article)


def _text_mark(article: Article) -> Iterator[Mark]:
    if article.text:
        told = article.text if len(article.text) >= _SHORT else f"{article.title}\0{article.text}"
        yield "text", sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _origin_marks(article: Article) -> Iterator[Mark]:
    """Yield what shows that two articles are one although their texts differ: address and title, or title and day."""
    title, day = essence(article.title), article.published.iso if article.published else ""
    if len(title) < _TELLING or article.title_made:
        return
    if article.address:
        yield "address", article.address, title
    if day:
        yield "title", title, day, essence(article.source)

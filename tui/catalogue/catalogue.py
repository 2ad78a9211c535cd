"""The catalogue: every file and article of a dossier, kept between two starts of the program.

It is a cache and can be deleted at any time. Writes are transactions, so that the next start can resume after a kill.
The number of an article is never used for another one, so the index can rely on it. The index learns here what to add
(`pending`) and to remove (`gone`), and confirms with `mark_indexed`.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.catalogue.corrections import Mend, apply_corrections, forget_corrected, holds_corrections
from tui.catalogue.duplicates import Duplicates
from tui.catalogue.faults import Faults, Stage, forget_faults, with_fault
from tui.catalogue.kept_ids import KnownArticles, articles_of, with_kept_ids
from tui.catalogue.mentions import Mentions
from tui.catalogue.rows import (
    ARTICLE,
    GONE,
    by_name,
    check_rows,
    find_article,
    labelled,
    read_accounts,
    read_article,
    read_articles,
    read_sums,
    read_text,
    read_texts,
)
from tui.catalogue.seals import at_one_time, check, check_totals
from tui.catalogue.store import Store, count_up, fact, numeric_fact
from tui.catalogue.writer import forget_file, record_articles, record_file, resolve_open_dates
from tui.dossier.account import FileAccount, Sums
from tui.dossier.article import Article
from tui.dossier.serialization import (
    ARTICLE_COLUMNS,
    LABEL_COLUMNS,
    LIST_COLUMNS,
    Columns,
    Head,
    head_of,
)
from tui.errors import ArticleNotFound, DamagedCatalogue
from tui.importing.limits import PENDING_CHARACTERS
from tui.locale import _

if TYPE_CHECKING:
    from tui.importing.read_file import FileReading

__all__ = ["Catalogue", "Columns", "Head"]

_SOME = 32
"""How many texts are read with one statement; a statement for each would take most of the time."""


class Catalogue:
    """An open catalogue; every method may be used from any thread and raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.was_damaged = store.was_damaged
        """Whether it was found damaged when it was opened, and is empty therefore."""
        self.mentions = Mentions(store)
        """The dates that the texts mention."""
        self.duplicates = Duplicates(store)
        """Which articles are copies of which."""
        self.faults = Faults(store)
        """At which articles a stage failed."""

    @classmethod
    def open(cls, folder: Path | None) -> Catalogue:
        """Open the catalogue in a cache folder, created if it is missing, or in memory if it is None.

        Raises `CacheError` if the folder cannot be written.
        """
        return cls(Store.open(folder))

    @classmethod
    def renewed(cls, folder: Path, after: int) -> Catalogue:
        """Make a damaged catalogue again, without articles yet; their numbers will be above `after`."""
        return cls(Store.renewed(folder, after))

    @property
    def damaged(self) -> bool:
        """Whether anything was found that is not as it was written; nothing is read or written from then on."""
        return self._store.damaged

    def in_memory(self) -> Catalogue:
        """Return a copy in memory with the same numbers, which no disk can fail."""
        return Catalogue(self._store.in_memory())

    def close(self) -> None:
        """Close the files."""
        self._store.close()

    @property
    def identity(self) -> str:
        """A name that changes when the catalogue is made again, which gives articles new numbers."""
        with self._store.reading() as database:
            return fact(database, "identity")

    @property
    def revision(self) -> int:
        """A number that grows with every change of the articles, by any program."""
        with self._store.reading() as database:
            return numeric_fact(database, "revision")

    def count(self) -> int:
        """Return the number of articles."""
        return int(str(self._one("SELECT count(*) FROM articles")))

    def columns(self, after: int = 0) -> Columns:
        """Return the number and the days of every article, or of those with numbers above `after`, by number."""
        with self._store.reading() as database, at_one_time(database):
            rows = database.execute(
                "SELECT number, first, last FROM articles INDEXED BY article_days WHERE number > ? ORDER BY number",
                (after,),
            ).fetchall()
            numbers, firsts, lasts = zip(*rows, strict=True) if rows else ((), (), ())
            if not after:
                check_totals(database, "articles", (len(numbers), sum(numbers), sum(firsts), sum(lasts)))
        return Columns(array("q", numbers), array("q", firsts), array("q", lasts))

    def article(self, number: int) -> Article:
        """Return an article; raises `ArticleNotFound` if it is gone."""
        with self._store.reading() as database:
            found = read_articles(database, [number])
            if number not in found:
                check_rows(database)
                raise ArticleNotFound(_(GONE))
        return found[number]

    def articles(self, numbers: Sequence[int]) -> dict[int, Article]:
        """Return articles by their numbers, without those that are gone."""
        with self._store.reading() as database:
            return read_articles(database, numbers)

    def text(self, number: int) -> str:
        """Return the text of an article; raises `ArticleNotFound` if it is gone."""
        with self._store.reading() as database:
            return read_text(database, number)

    def texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Yield number, title and text of articles, by number; numbers without an article are skipped."""
        asked = iter(numbers)
        while some := list(islice(asked, _SOME)):
            with self._store.reading() as database:
                rows = read_texts(database, some)
            yield from rows

    def heads(self, numbers: Iterable[int]) -> list[Head]:
        """Return the heads of articles in the order asked, without those that are gone."""
        asked = list(numbers)
        with self._store.reading() as database:
            rows = database.execute(
                f"SELECT number, {ARTICLE_COLUMNS}, seal FROM articles"  # noqa: S608 - names of our own
                " WHERE number IN (SELECT value FROM json_each(?))",
                (json.dumps(asked),),
            ).fetchall()
            for row in rows:
                check(row[-1], *row[:-1])
            if len(rows) < len(asked):
                check_rows(database)
        found = {row[0]: head_of(row[0], row[1:-2]) for row in rows}
        return [found[number] for number in asked if number in found]

    def find(self, reference: str) -> int:
        """Return the number of the article with this id, start of an id, or path.

        Raises `ArticleNotFound` if none or more than one matches.
        """
        with self._store.reading() as database:
            found = find_article(database, reference)
        for head in self.heads([found[0]] if found else []):
            if found and head.id != found[1]:
                raise DamagedCatalogue(_("The catalogue finds one article under the id of another."))
            return head.number
        told = _("No article has the id or the path {reference!r}; `mali-tui list` shows them all.")
        raise ArticleNotFound(told.format(reference=reference))

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the number of each article that has one of these ids, whole ids only."""
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT id, number FROM articles WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
            ).fetchall()
        return {str(ident): int(number) for ident, number in rows}

    def ranks(self, by: str) -> Mapping[int, int]:
        """Return a sort key for each article, by `source` or by `length` in words."""
        with self._store.reading() as database:
            if by == "length":
                return {number: words for number, *_, words, _first, _last in labelled(database)}
            rows = [(source, number) for number, _title, source, *_ in labelled(database)]
        names = {source: by_name(source) for source in {row[0] for row in rows}}
        places = {name: place for place, name in enumerate(sorted(set(names.values())))}
        return {number: places[names[source]] for source, number in rows}

    def labels(self, columns: Sequence[str]) -> Iterator[tuple[int, list[tuple[str, ...]], int, int]]:
        """Yield every article's number, its values of some columns, and the ordinals of its first and last day."""
        chosen = [1 + LABEL_COLUMNS.split(", ").index(column) for column in columns]
        with self._store.reading() as database:
            rows = labelled(database)
        known: dict[str, tuple[str, ...]] = {"[]": ("",)}
        packed = [column in LIST_COLUMNS for column in columns]
        for row in rows:
            number, *_, first, last = row
            labels = []
            for value, is_list in zip([row[place] for place in chosen], packed, strict=True):
                if is_list and value not in known:
                    known[value] = tuple(json.loads(value))
                labels.append(known[value] if is_list else (value,))
            yield number, labels, first, last

    def sources(self) -> list[tuple[str, int]]:
        """Return every source with the number of its articles, the most frequent first."""
        return self._counted("SELECT source, count(*) FROM articles WHERE source != '' GROUP BY 1 ORDER BY 2 DESC, 1")

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag with the number of its articles, the most frequent first."""
        return self._counted("SELECT value, count(*) FROM articles, json_each(tags) GROUP BY 1 ORDER BY 2 DESC, 1")

    def accounts(self) -> list[FileAccount]:
        """Return what became of each file, by path."""
        with self._store.reading() as database:
            found = read_accounts(database)
        faults = self.faults.by_file()
        return [with_fault(account, faults[account.path]) if account.path in faults else account for account in found]

    def sums(self) -> Sums:
        """Return the totals of the account."""
        with self._store.reading() as database:
            return read_sums(database)

    def undated(self) -> list[int]:
        """Return the numbers of the articles without a publication date, by path."""
        return self._numbers("first = 0")

    def background(self) -> list[int]:
        """Return the numbers of the articles with the tag `background`, by path: they explain what others report."""
        return self._numbers("tags LIKE '%\"background\"%'")

    def doubtful(self) -> list[int]:
        """Return the numbers of the articles whose date is in doubt, by path."""
        return self._numbers("doubt != ''")

    def ids_of(self, path: str, limit: int) -> list[str]:
        """Return the ids of up to `limit` articles of a file, or of a file within an archive, in their order."""
        name = os.fsencode(path)
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT id FROM articles WHERE file = ? OR path = ? ORDER BY place LIMIT ?", (name, name, limit)
            )
            return [str(row[0]) for row in rows]

    def waiting(self) -> int:
        """Return how many articles the index still has to add or remove."""
        return int(
            str(self._one("SELECT (SELECT count(*) FROM articles WHERE indexed = 0) + (SELECT count(*) FROM gone)"))
        )

    def unsearched(self) -> int:
        """Return how many articles cannot be found yet because they are not indexed."""
        return int(str(self._one("SELECT count(*) FROM articles WHERE indexed = 0")))

    def searchable(self) -> int:
        """Return how many articles the index holds, if it holds what it confirmed; those it failed at are not counted.

        Articles that it has still to remove are counted neither.
        """
        counted = (
            "SELECT count(*) FROM articles WHERE indexed = 1 AND number NOT IN"
            " (SELECT number FROM faults WHERE stage = ?)"
        )
        return int(str(self._one(counted, Stage.INDEX.value)))

    def pending(self, limit: int) -> list[tuple[int, Article]]:
        """Return articles to be indexed, by number; fewer if they are long.

        After a kill a pending article may be in the index already; adding it must replace it.
        """
        found: list[tuple[int, Article]] = []
        characters = 0
        with self._store.reading() as database:
            rows = database.execute(
                f"{ARTICLE} WHERE indexed = 0 ORDER BY number LIMIT ?",
                (limit,),
            )
            for row in rows:
                found.append((row[0], read_article(row)))
                characters += len(found[-1][1].text)
                if characters >= PENDING_CHARACTERS:
                    break
            rows.close()
        return found

    def gone(self, limit: int) -> list[int]:
        """Return numbers that the index should remove, if it holds them."""
        with self._store.reading() as database:
            rows = database.execute("SELECT number FROM gone ORDER BY number LIMIT ?", (limit,)).fetchall()
        return [row[0] for row in rows]

    def mark_indexed(self, indexed: Iterable[int] = (), removed: Iterable[int] = ()) -> None:
        """Record what the index has added and removed, once that is safe on the disk."""
        with self._store.writing() as database:
            database.executemany("UPDATE articles SET indexed = 1 WHERE number = ?", [(one,) for one in indexed])
            database.executemany("DELETE FROM gone WHERE number = ?", [(one,) for one in removed])

    def forget_index(self) -> None:
        """Make every article pending again: the index was deleted and is empty."""
        with self._store.writing() as database:
            database.execute("UPDATE articles SET indexed = 0 WHERE indexed != 0")
            forget_faults(database, Stage.INDEX)
            database.execute("DELETE FROM gone")

    def exclusive(self) -> AbstractContextManager[bool]:
        """Claim the right to update the catalogue for a block; false if another program holds it."""
        return self._store.exclusive()

    def known(self, rules: str) -> dict[str, tuple[int, int]]:
        """Return size and time of change of each file as it was when it was last read.

        A file that was read by other rules has a size of -1, so that it is read again.
        """
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT path, CASE rules WHEN ? THEN size ELSE -1 END, mtime_ns FROM files", (rules,)
            ).fetchall()
            if not all(isinstance(path, bytes) for path, *_ in rows):
                raise DamagedCatalogue(_("The catalogue names a file that has no name."))
        return {os.fsdecode(path): (size, mtime_ns) for path, size, mtime_ns in rows}

    def record(self, readings: Iterable[FileReading], rules: str, gone: KnownArticles | None = None) -> bool:
        """Write what was read from some files, all or nothing; say whether any article changed.

        Unchanged articles keep their numbers, and those that are recognised, also among the `gone`, their ids.
        """
        changed, gone = False, gone or KnownArticles()
        with self._store.writing() as database:
            for reading in (with_kept_ids(database, each, gone) for each in readings):
                changed |= record_articles(database, reading)
                record_file(database, reading, rules)
                forget_corrected(database, (article.id for article in reading.articles))
            if changed:
                count_up(database, "revision")
        return changed

    def resolve_open_dates(self) -> bool:
        """Resolve ambiguous numeric dates by the order that their sources use; say whether any article changed."""
        with self._store.writing() as database:
            changed = resolve_open_dates(database)
            if changed:
                count_up(database, "revision")
        return changed

    def correct(self, mends: Mapping[str, Mend]) -> bool:
        """Let articles say what their reader says, by id, all others what their files say; say whether any changed."""
        with self._store.reading() as database:
            if not mends and not holds_corrections(database):
                return False
        with self._store.writing() as database:
            changed = apply_corrections(database, mends)
            if changed:
                count_up(database, "revision")
        return changed

    def departed(self, paths: Iterable[str]) -> KnownArticles:
        """Return the articles of files that left the folder, to be recognised in others before they are dropped."""
        with self._store.reading() as database:
            return KnownArticles(articles_of(database, paths))

    def drop(self, paths: Iterable[str]) -> bool:
        """Forget files that left the folder, with their articles; say whether any article was removed."""
        with self._store.writing() as database:
            changed = sum(forget_file(database, os.fsencode(path)) for path in paths) > 0
            if changed:
                count_up(database, "revision")
        return changed

    def _one(self, statement: str, *values: object) -> object:
        with self._store.reading() as database:
            row = database.execute(statement, values).fetchone()
        return None if row is None else row[0]

    def _numbers(self, condition: str) -> list[int]:
        with self._store.reading() as database:
            rows = database.execute(f"SELECT number FROM articles WHERE {condition} ORDER BY path, place")  # noqa: S608
            return [int(row[0]) for row in rows]

    def _counted(self, statement: str) -> list[tuple[str, int]]:
        with self._store.reading() as database:
            return [(str(name), int(count)) for name, count in database.execute(statement)]

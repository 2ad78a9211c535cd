"""The database behind the catalogue: opened, recreated if it is damaged, shared by threads and programs.

Each reader has a connection of its own, so that nobody waits for a writer; writers wait for one another. In memory
there is one connection for all. Every SQLite error is raised as a `CacheError`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.base.locations import private_folder, refuse_foreign
from tui.catalogue.seals import totals_schema
from tui.catalogue.sqlite_errors import is_busy, is_damage, translated
from tui.errors import CacheError, DamagedCatalogue, FullDisk, no_room
from tui.locale import _

FILE_NAME = "catalogue.sqlite"
SCHEMA_VERSION = 13
"""Increment with every change of the tables; a catalogue of another version is made again."""

_TABLES = (
    *("facts", "files", "articles", "texts", "gone", "mentions", "mention_days", "statements", "names", "figures"),
    *("copies", "sketches", "sketch_keys", "uncompared", "faults", "corrected", "totals"),
)

_LOCK_SECONDS = 15.0
"""Seconds that a writer waits for another program."""

_FACTS = (("revision", "0"), ("mentions", "0"), ("dating", ""), ("copies", "0"), ("comparing", ""), ("compared", "0"))
"""The facts of an empty catalogue, besides its identity."""

_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    path BLOB PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, rules TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, articles INTEGER NOT NULL, left_out INTEGER NOT NULL,
    members TEXT NOT NULL, seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, file BLOB NOT NULL, place INTEGER NOT NULL,
    path BLOB NOT NULL,
    title TEXT NOT NULL, title_made INTEGER NOT NULL, title_said TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL,
    precision TEXT NOT NULL, provenance TEXT NOT NULL, candidates TEXT NOT NULL, doubt TEXT NOT NULL,
    captured INTEGER NOT NULL, address TEXT NOT NULL, day_order TEXT NOT NULL, in_print TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL, language TEXT NOT NULL, tags TEXT NOT NULL, retold INTEGER NOT NULL, words INTEGER NOT NULL,
    seal INTEGER NOT NULL, label_seal INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0, dated INTEGER NOT NULL DEFAULT 0, UNIQUE (file, id)
);
CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL, left_out TEXT NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE gone (number INTEGER PRIMARY KEY);
CREATE TABLE mentions (number INTEGER PRIMARY KEY, found TEXT NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE mention_days (number INTEGER PRIMARY KEY, days BLOB NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE statements (
    first INTEGER, number INTEGER, place INTEGER, last INTEGER NOT NULL, packed BLOB NOT NULL, seal INTEGER NOT NULL,
    PRIMARY KEY (first, number, place)
) WITHOUT ROWID;
CREATE TABLE names (number INTEGER PRIMARY KEY, found TEXT NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE figures (
    number INTEGER PRIMARY KEY, answering INTEGER NOT NULL, found TEXT NOT NULL, seal INTEGER NOT NULL
);
CREATE TABLE copies (number INTEGER PRIMARY KEY, head INTEGER NOT NULL);
CREATE TABLE sketches (number INTEGER PRIMARY KEY, whole INTEGER NOT NULL, size INTEGER NOT NULL, least BLOB NOT NULL);
CREATE TABLE sketch_keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE uncompared (number INTEGER PRIMARY KEY);
CREATE TABLE faults (
    number INTEGER, stage TEXT, error TEXT NOT NULL, PRIMARY KEY (number, stage)
) WITHOUT ROWID;
CREATE TABLE corrected (id TEXT PRIMARY KEY, original TEXT NOT NULL, shown TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX statements_of ON statements (number);
CREATE INDEX figures_silent ON figures (number) WHERE answering = 0;
CREATE INDEX copies_of ON copies (head);
CREATE INDEX article_ids ON articles (id);
CREATE INDEX article_paths ON articles (path);
CREATE INDEX articles_ordered ON articles (source, day_order) WHERE day_order != '';
CREATE INDEX articles_doubtful ON articles (number) WHERE doubt != '';
CREATE INDEX article_days ON articles (number, first, last);
CREATE INDEX article_ranks ON articles (source, words);
CREATE INDEX articles_pending ON articles (number) WHERE indexed = 0;
CREATE INDEX articles_undated ON articles (number) WHERE dated = 0;
"""


class Store:
    """An open database; safe to use from any thread."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._writing = threading.RLock()
        """Held while writing; in memory also while reading."""
        self._pool = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self.was_damaged = False
        """Whether a damaged database was deleted when this one was opened."""
        self.damaged = False
        """Whether anything was found that is not as it was written; nothing is read or written from then on."""

    @classmethod
    def open(cls, folder: Path | None) -> Store:
        """Open the database in `folder`, created if it is missing, or in memory if it is None.

        A damaged database, or one of another version, is deleted and made again. Raises `CacheError` if the folder
        cannot be written, or somebody else could write it.
        """
        if folder is None:
            store = cls(None)
            store._make()
            return store
        path = folder / FILE_NAME
        try:
            refuse_foreign(folder)
            private_folder(folder.parent)
            private_folder(folder)
            if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                raise PermissionError(13, os.strerror(13))
            store = cls(path)
            if not store._usable():
                store.close()
                store = cls._anew(path)
        except OSError as error:
            if no_room(error):
                raise FullDisk(folder) from error
            raise CacheError(
                _(
                    "The cache folder {folder} cannot be written ({problem}); "
                    "give yourself the right to write it, or name another with MALI_TUI_CACHE."
                ).format(folder=folder, problem=(error.strerror or _("an error")).lower())
            ) from error
        return store

    @classmethod
    def renewed(cls, folder: Path, after: int) -> Store:
        """Delete a damaged database and make it again; raises as `open` does.

        Articles get numbers above `after`, so that none of them is taken for one of the old database.
        """
        from filelock import FileLock

        path = folder / FILE_NAME
        with FileLock(path.with_suffix(".lock")):
            _delete(path)
        store = cls.open(folder)
        with store.writing() as database:
            database.execute("INSERT INTO sqlite_sequence SELECT 'articles', ?", (after,))
        return store

    @classmethod
    def _anew(cls, path: Path) -> Store:
        """Create the database; delete it first if it is damaged or of another version."""
        from filelock import FileLock

        with FileLock(path.with_suffix(".lock")):
            store = cls(path)
            version = store._version()
            if version != 0 and not store._usable():
                store.close()
                _delete(path)
                store = cls(path)
                store.was_damaged = version in (-1, SCHEMA_VERSION)
            store._make()
        return store

    def in_memory(self) -> Store:
        """Return a copy in memory; an empty one if this database cannot be read."""
        copy = Store(None)
        try:
            with self.reading() as kept, copy.reading() as taken:
                kept.backup(taken)
        except CacheError:
            copy = Store(None)
        copy._make()
        return copy

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for reading; raises `CacheError` if it fails."""
        if self._path is None:
            with self._writing, self._connection() as connection:
                yield connection
        else:
            with self._connection() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for one transaction: committed when the block ends, rolled back if it raises."""
        with self._writing, self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # on a full disk SQLite has rolled back by itself
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def exclusive(self, work: str = "claim") -> Iterator[bool]:
        """Claim one kind of work on this database until the block ends; false if another program holds the claim.

        The system releases the claim if the program is killed.
        """
        if self._path is None:
            yield True
            return
        from filelock import FileLock, Timeout

        claim = FileLock(self._path.with_suffix(f".{work}"))
        try:
            claim.acquire(timeout=0)
        except Timeout:
            yield False
            return
        except OSError as error:
            if no_room(error):
                raise FullDisk(self._path.parent) from error
            told = _("The cache folder {folder} cannot be written; name another one.")
            raise CacheError(told.format(folder=self._path.parent)) from error
        try:
            yield True
        finally:
            claim.release()

    def close(self) -> None:
        """Close every connection; those in use are closed when they are returned."""
        with self._pool:
            self._closed = True
            while self._idle:
                self._idle.pop().close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Give a connection from the pool, or a new one if all are in use."""
        if self.damaged:
            raise DamagedCatalogue(_("The catalogue is damaged; it is made again."))
        with translated(self._path), self._noting_damage():
            with self._pool:
                connection = self._idle.pop() if self._idle else self._connected()
            try:
                yield connection
            finally:
                with self._pool:
                    if self._closed:
                        connection.close()
                    else:
                        self._idle.append(connection)

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        """Note damage that shows in a block."""
        try:
            yield
        except DamagedCatalogue:
            self.damaged = True
            raise
        except sqlite3.Error as error:
            self.damaged = self.damaged or is_damage(error)
            raise

    def _connected(self) -> sqlite3.Connection:
        name = ":memory:" if self._path is None else str(self._path)
        connection = sqlite3.connect(name, timeout=_LOCK_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            return connection  # it works without: another program opens it, or the disk has no shared memory
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _version(self) -> int:
        """Return the version of the database: 0 if it has no tables yet, -1 if it cannot be read."""
        try:
            with self.reading() as connection:
                return int(connection.execute("PRAGMA user_version").fetchone()[0])
        except CacheError as error:
            if isinstance(error.__cause__, sqlite3.OperationalError):
                raise
            return -1

    def _usable(self) -> bool:
        """Say whether the database has this version and all of its tables can be read."""
        if self._version() != SCHEMA_VERSION:
            return False
        try:
            with self.reading() as connection:
                for table in _TABLES:
                    connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - names of our own
        except CacheError as error:
            if is_busy(error.__cause__):
                raise
            return False
        return True

    def _make(self) -> None:
        """Create the tables, unless another program has just done so."""
        with self.writing() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == SCHEMA_VERSION:
                return
            for statement in (*_SCHEMA.split(";\n"), *totals_schema()):
                connection.execute(statement)
            connection.execute("INSERT INTO facts VALUES ('identity', ?)", (os.urandom(8).hex(),))
            for name, value in _FACTS:
                connection.execute("INSERT INTO facts VALUES (?, ?)", (name, value))
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def fact(database: sqlite3.Connection, name: str) -> str:
    """Return a fact about the catalogue by its name."""
    row = database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    if row is None or not isinstance(row[0], (str, int)):
        raise DamagedCatalogue(_("The catalogue does not know its {name}.").format(name=name))
    return str(row[0])


def numeric_fact(database: sqlite3.Connection, name: str) -> int:
    """Return a fact that is a number."""
    known = fact(database, name)
    if not (known.isascii() and known.isdecimal()):
        raise DamagedCatalogue(_("The catalogue does not know its {name}.").format(name=name))
    return int(known)


def count_up(database: sqlite3.Connection, name: str) -> None:
    """Increment a fact that is a number."""
    database.execute("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = ?", (name,))


def _delete(path: Path) -> None:
    """Delete a database and the files that SQLite keeps beside it; it is only a cache."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)

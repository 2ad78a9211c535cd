"""The database behind the catalogue: opened, made anew when it is damaged, shared by threads and by programs.

Each reading has a connection of its own, so that nobody waits while somebody else writes; writings follow one another.
In memory there is one connection for all. Every error of SQLite leaves here as a `CacheError`.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import CacheError, FullDisk, no_room

FILE_NAME = "catalogue.sqlite"
SCHEMA_VERSION = 6
"""Raised with every change of the tables: a catalogue of another version is made anew."""

_TABLES = (
    *("facts", "files", "articles", "texts", "gone", "mentions", "mention_days"),
    *("copies", "sketches", "sketch_keys", "uncompared", "faults"),
)

_PATIENCE = 15.0
"""Seconds that a writing waits for another program's to end."""

_ROOM = 64 * 1024
"""Bytes that SQLite needs at the very least to write anything."""

_FACTS = (("revision", "0"), ("mentions", "0"), ("dating", ""), ("copies", "0"), ("comparing", ""), ("compared", "0"))
"""What is noted of an empty catalogue, beside its identity."""

_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    path BLOB PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, rules TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, articles INTEGER NOT NULL, left_out INTEGER NOT NULL,
    members TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, file BLOB NOT NULL, place INTEGER NOT NULL,
    path BLOB NOT NULL,
    title TEXT NOT NULL, title_made INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    precision TEXT NOT NULL, provenance TEXT NOT NULL, candidates TEXT NOT NULL, doubt TEXT NOT NULL,
    captured INTEGER NOT NULL, address TEXT NOT NULL, day_order TEXT NOT NULL, in_print TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL, language TEXT NOT NULL, tags TEXT NOT NULL, retold INTEGER NOT NULL, words INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0, dated INTEGER NOT NULL DEFAULT 0, UNIQUE (file, id)
);
CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL, left_out TEXT NOT NULL);
CREATE TABLE gone (number INTEGER PRIMARY KEY);
CREATE TABLE mentions (number INTEGER PRIMARY KEY, found TEXT NOT NULL);
CREATE TABLE mention_days (number INTEGER PRIMARY KEY, days BLOB NOT NULL);
CREATE TABLE copies (number INTEGER PRIMARY KEY, head INTEGER NOT NULL);
CREATE TABLE sketches (number INTEGER PRIMARY KEY, whole INTEGER NOT NULL, size INTEGER NOT NULL, least BLOB NOT NULL);
CREATE TABLE sketch_keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE uncompared (number INTEGER PRIMARY KEY);
CREATE TABLE faults (
    number INTEGER, stage TEXT, error TEXT NOT NULL, PRIMARY KEY (number, stage)
) WITHOUT ROWID;
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
        """Held by the one that writes; in memory by the one that reads, too."""
        self._pool = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    @classmethod
    def open(cls, folder: Path | None) -> Store:
        """Open the database in `folder`, which is made where it is missing, or one in memory where it is None.

        A damaged database, or one of another version, is deleted and made anew. Raises `CacheError` where the folder
        cannot be written.
        """
        if folder is None:
            store = cls(None)
            store._make()
            return store
        path = folder / FILE_NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
                f"The cache folder {folder} cannot be written ({(error.strerror or 'an error').lower()}); "
                "give yourself the right to write it, or name another with MALI_TUI_CACHE."
            ) from error
        return store

    @classmethod
    def _anew(cls, path: Path) -> Store:
        """Make the database where it is missing; delete it first where it is damaged or of another version."""
        from filelock import FileLock

        with FileLock(path.with_suffix(".lock")):
            store = cls(path)
            if store._version() != 0 and not store._usable():
                store.close()
                _delete(path)
                store = cls(path)
            store._make()
        return store

    def in_memory(self) -> Store:
        """Return a copy in memory with all that was written so far; an empty one where that cannot be read."""
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
        """Give a connection to read from; raises `CacheError` for whatever goes wrong with it."""
        if self._path is None:
            with self._writing, self._connection() as connection:
                yield connection
        else:
            with self._connection() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are kept together when the block ends, and dropped when it raises."""
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
    def alone(self, work: str = "claim") -> Iterator[bool]:
        """Say whether no other program is at this work on this database, and keep others out until the block ends.

        The claim is released by the system when the program is killed.
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
            raise CacheError(f"The cache folder {self._path.parent} cannot be written; name another one.") from error
        try:
            yield True
        finally:
            claim.release()

    def close(self) -> None:
        """Close every connection; those that are in use are closed when they are given back."""
        with self._pool:
            self._closed = True
            while self._idle:
                self._idle.pop().close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Give a connection of the pool, a new one where all are in use."""
        with _told(self._path):
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

    def _connected(self) -> sqlite3.Connection:
        name = ":memory:" if self._path is None else str(self._path)
        connection = sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            return connection  # another program is just opening it, or the disk has no shared memory: it works without
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _version(self) -> int:
        """Return the version of the database: 0 where it has no tables yet, -1 where it cannot be read."""
        try:
            with self.reading() as connection:
                return int(connection.execute("PRAGMA user_version").fetchone()[0])
        except CacheError as error:
            if isinstance(error.__cause__, sqlite3.OperationalError):
                raise
            return -1

    def _usable(self) -> bool:
        """Say whether the database is of this version and each of its tables can be read."""
        if self._version() != SCHEMA_VERSION:
            return False
        try:
            with self.reading() as connection:
                for table in _TABLES:
                    connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - names of our own
        except CacheError as error:
            if "locked" in str(error.__cause__):
                raise
            return False
        return True

    def _make(self) -> None:
        """Make the tables, unless another program has just done so."""
        with self.writing() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == SCHEMA_VERSION:
                return
            for statement in _SCHEMA.split(";\n"):
                connection.execute(statement)
            connection.execute("INSERT INTO facts VALUES ('identity', ?)", (os.urandom(8).hex(),))
            for name, value in _FACTS:
                connection.execute("INSERT INTO facts VALUES (?, ?)", (name, value))
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def fact(database: sqlite3.Connection, name: str) -> str:
    """Return what is noted of the catalogue under a name."""
    return str(database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()[0])


def count_up(database: sqlite3.Connection, name: str) -> None:
    """Raise a number that is noted of the catalogue by one."""
    database.execute("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = ?", (name,))


def _delete(path: Path) -> None:
    """Delete a database with the files that SQLite keeps beside it; it is a cache."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _is_full(path: Path) -> bool:
    """Say whether there is no room on the disk of a database: SQLite does not always say so."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    """Turn an error of SQLite into a sentence that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        where = path.parent if path is not None else "in memory"
        if "locked" in str(error) or "busy" in str(error):
            sentence = "Another program is writing the catalogue of this dossier; try again when it is done."
        elif path is not None and ("full" in str(error) or _is_full(path)):
            raise FullDisk(path.parent) from error
        else:
            sentence = f"The catalogue {where} cannot be used ({error}); delete that folder, it is only a cache."
        raise CacheError(sentence) from error

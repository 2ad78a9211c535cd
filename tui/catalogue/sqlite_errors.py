"""What an error of SQLite means: damage, or something in the way; and the sentence that says what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import CacheError, DamagedCatalogue, FullDisk
from tui.locale import _

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_HINDRANCES = _BUSY | {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_INTERRUPT),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_TOOBIG),
}
"""The codes of SQLite where something is in its way, though nothing is damaged."""

_MINIMUM_FREE = 64 * 1024
"""The free bytes that SQLite needs to write anything."""

_FILES = 2
"""The files that SQLite makes beside a database while it is open."""


def is_busy(error: object) -> bool:
    """Return whether an error is SQLite's, and tells that another program is writing."""
    return _code(error) in _BUSY


def _code(error: object) -> int | None:
    """Return SQLite's primary code of an error, None where it is one of Python's.

    What an error says is never asked: it may quote a text of the dossier, in which any word can stand.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether an error tells that the database is damaged, rather than that something is in its way."""
    if _code(error) is None:  # a closed connection, or a text that cannot be decoded
        return not isinstance(error, sqlite3.ProgrammingError)
    return _code(error) not in _HINDRANCES


def _is_full(path: Path) -> bool:
    """Say whether the disk of a database has no room, or can hold no more files; SQLite does not always report it."""
    try:
        if shutil.disk_usage(path.parent).free < _MINIMUM_FREE:
            return True
        if not hasattr(os, "statvfs"):
            return False
        found = os.statvfs(path.parent)
    except OSError:
        return False
    return found.f_files > 0 and found.f_favail < _FILES  # some file systems count no files


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn an error of SQLite into a sentence that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        where = path.parent if path is not None else _("in memory")
        if is_busy(error):
            sentence = _("Another program is writing the catalogue of this dossier; try again when it is done.")
        elif path is not None and (_code(error) == sqlite3.SQLITE_FULL or _is_full(path)):
            raise FullDisk(path.parent) from error
        else:
            told = _("The catalogue {where} cannot be used ({problem}); delete that folder, it is only a cache.")
            sentence = told.format(where=where, problem=str(error).partition(" with text ")[0])
            if is_damage(error):
                raise DamagedCatalogue(sentence) from error
        raise CacheError(sentence) from error

"""Reads one file: opens it safely, gives it to its format and reports one line of the account.

Whatever a file contains, it ends as an outcome with a reason, never as an error of the program.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.errors import FileProblem
from tui.importing.columns import columns_of
from tui.importing.extract import NONE_AVOIDED, Extractor, Heartbeat, no_heartbeat
from tui.importing.folder import FileEntry, why
from tui.importing.limits import ARTICLE_BYTES, FILE_BYTES, HEAVY, OWN_BYTES
from tui.importing.parsed import RawFile, Reader
from tui.importing.registry import UNREAD, is_ours, reader_of, suffix_of, why_unread
from tui.locale import N_

UNSETTLED = -1
"""The time of change recorded for a file that must be read again at the next refresh."""

_TOO_LARGE = N_("larger than {most} MB").format(most=FILE_BYTES // 2**20)

_HEAD = 2000
"""Bytes by which a file is known whose suffix says nothing."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class FileReading:
    """The result of reading one file."""

    entry: FileEntry
    """The file as the walk found it; `mtime_ns` is `UNSETTLED` if it must be read again next time."""
    account: FileAccount
    articles: tuple[Article, ...] = ()


def read_entry(
    folder: Path, entry: FileEntry, heartbeat: Heartbeat = no_heartbeat, avoided: Mapping[str, str] = NONE_AVOIDED
) -> FileReading:
    """Read one file that the walk through `folder` found, or report why it is not read; never raises.

    Files within it that are `avoided`, by path, fail with the reason given.
    """
    if entry.outcome is not None:
        return FileReading(entry, FileAccount(entry.path, entry.outcome, entry.reason))
    try:
        reader = reader_of(entry.path)
    except FileProblem as problem:
        return _without(entry, Outcome.SKIPPED, str(problem))
    reader = reader or _reader_by_content(folder / entry.path, entry)
    if reader is None:
        return _without(entry, Outcome.SKIPPED, why_unread(entry.path))
    if not 0 < entry.size <= FILE_BYTES:
        return _without(
            entry, *((Outcome.FAILED, _TOO_LARGE) if entry.size else (Outcome.SKIPPED, N_("an empty file")))
        )
    try:
        content, settled = _content(folder / entry.path, entry)
    except (OSError, FileProblem) as error:
        reason = N_("cannot be opened: {why}").format(why=why(error)) if isinstance(error, OSError) else str(error)
        return _without(replace(entry, mtime_ns=UNSETTLED), Outcome.FAILED, reason)
    file = RawFile(entry.path, content, columns=columns_of(folder))
    reading = read_content(file, reader, heartbeat, avoided)
    return replace(reading, entry=entry if settled else replace(entry, mtime_ns=UNSETTLED))


def read_content(
    file: RawFile, reader: Reader, heartbeat: Heartbeat = no_heartbeat, avoided: Mapping[str, str] = NONE_AVOIDED
) -> FileReading:
    """Turn the content of a file into articles; errors of the format are reported, not raised.

    `heartbeat` is called with every piece that the format yields.
    """
    extractor = Extractor(heartbeat, avoided)
    account = extractor.take(file, reader)
    return FileReading(FileEntry(file.path), account, tuple(extractor.articles))


def _reader_by_content(path: Path, entry: FileEntry) -> Reader | None:
    """Return the reader of tagged articles for a file that begins as they do, under a suffix that says nothing."""
    if suffix_of(entry.path) in UNREAD or not entry.size:
        return None
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            head = file.read(_HEAD) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b""
    except OSError:
        return None
    if b"<" not in head:
        return None
    from tui.importing.formats.tagged import begins_tagged

    return reader_of("x.sgml") if begins_tagged(head) else None


def _without(entry: FileEntry, outcome: Outcome, reason: str) -> FileReading:
    return FileReading(entry, FileAccount(entry.path, outcome, reason))


def _content(path: Path, entry: FileEntry) -> tuple[bytes, bool]:
    """Return the bytes of a file, and whether it is unchanged since the walk.

    A pipe that has replaced the file is not waited for, a link not followed. Raises `FileProblem` if it is no longer a
    regular file or grew beyond the limit, `OSError` if it cannot be opened.
    """
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem(N_("no longer a regular file when it was read"))
        content = file.read(FILE_BYTES + 1)
        after = os.fstat(file.fileno())
    if len(content) > FILE_BYTES:
        raise FileProblem(_TOO_LARGE)
    as_found = (entry.size, entry.mtime_ns)
    return content, as_found == (after.st_size, after.st_mtime_ns) and len(content) == entry.size


def is_light(entry: FileEntry) -> bool:
    """Say whether a file may be read in this process: small and of our own formats, or not read at all."""
    return entry.outcome is not None or (entry.size <= OWN_BYTES and is_ours(entry.path))


def effort(entries: Iterable[FileEntry]) -> int:
    """Return the effort of reading files and indexing what is in them, in light files of one article.

    A large file is taken for a table or archive of many articles.
    """
    return sum(1 if is_light(entry) else max(HEAVY, entry.size // ARTICLE_BYTES) for entry in entries)

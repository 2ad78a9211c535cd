"""Writing a file whole or not at all: aside first, on the disk for certain, then moved into place."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NAMELESS = getattr(os, "O_TMPFILE", 0) if os.path.isdir("/proc/self/fd") else 0
"""Asks Linux for a file that has no name yet, of which a kill leaves nothing."""


def atomic_write(
    path: Path, content: bytes, *, replace: bool = True, private: bool = False, durable: bool = True
) -> None:
    """Write a file so that every reader, even after a loss of power, sees the old content or all of the new.

    With `private`, only its owner can read it. What is not `durable` may be lost, or empty, after a loss of power, and
    costs no waiting for the disk. Raises `FileExistsError` if the file exists and `replace` is False, and
    `OSError` if it cannot be written; nothing is left behind then.
    """
    with atomic_stream(path, replace=replace, private=private, durable=durable) as stream:
        stream.write(content)


@contextmanager
def atomic_stream(
    path: Path, *, replace: bool = True, private: bool = False, durable: bool = True
) -> Iterator[BinaryIO]:
    """Give a stream for a file that is there with all of its bytes at the end, or not at all.

    Takes and raises what `atomic_write` does. What killed processes left of the same file is removed.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    _tidy(path)
    mode = 0o600 if private else 0o666
    try:
        nameless = _nameless(path.parent, mode)
        with os.fdopen(_created(aside, mode) if nameless is None else nameless, "wb") as stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
            if nameless is not None:
                _give_name(stream.fileno(), aside, mode)
        if replace:
            os.replace(aside, path)
        else:
            _move_if_free(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _tidy(path: Path) -> None:
    """Remove what processes that are no more have left of a file."""
    left = re.compile(rf"\.{re.escape(path.name)}\.([0-9]{{1,9}})\.part")
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            found = left.fullmatch(entry.name)
            if found is not None and (int(found[1]) == os.getpid() or not lives(int(found[1]))):
                with suppress(OSError):
                    os.unlink(entry.path)


def lives(process: int) -> bool:
    """Say whether there is a process of that number; yes where that cannot be known."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _nameless(folder: Path, mode: int) -> int | None:
    """Open a file without a name in a folder; None where the system or its file system has none."""
    if not _NAMELESS:
        return None
    try:
        return os.open(folder, os.O_RDWR | _NAMELESS, mode)
    except OSError:
        return None  # the name is tried, and tells what is wrong


def _give_name(descriptor: int, path: Path, mode: int) -> None:
    """Give a file without a name its name; nobody else's link is followed, since the name must be free.

    Where links cannot be made, its content is copied to a file of that name.
    """
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", path.name, dst_dir_fd=folder, follow_symlinks=True)
    except OSError:
        os.lseek(descriptor, 0, os.SEEK_SET)
        with open(descriptor, "rb", closefd=False) as content, os.fdopen(_created(path, mode), "wb") as named:
            shutil.copyfileobj(content, named)
            named.flush()
            os.fsync(named.fileno())
    finally:
        os.close(folder)


def _created(path: Path, mode: int) -> int:
    """Open a file that must not exist yet, so that nobody else's link is followed."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)


def _move_if_free(aside: Path, path: Path) -> None:
    try:
        os.link(aside, path)  # fails if the name is taken, however late somebody took it
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(aside, path)

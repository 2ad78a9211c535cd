"""Writing a file whole or not at all: aside first, on the disk for certain, then moved into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


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

    Takes and raises what `atomic_write` does.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with suppress(FileNotFoundError):  # left by a process that was killed
            aside.unlink()
        with os.fdopen(_created(aside, 0o600 if private else 0o666), "wb") as stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        if replace:
            os.replace(aside, path)
        else:
            _move_if_free(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


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

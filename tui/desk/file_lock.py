"""A lock on an open file, held by one program at a time and released by the system when that program is killed.

The file itself is locked, not one beside it, so that no trace is left and two names of one file are one lock.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PATIENCE = 5.0
"""Seconds to wait for another program; one event is written in milliseconds."""
_PAUSE = 0.005

if sys.platform == "win32":
    import msvcrt
    import os

    _FAR = 1 << 40
    """A place behind all content: what is locked on Windows cannot be read."""

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def locked(descriptor: int) -> Iterator[bool]:
    """Hold the lock on an open file until the block ends; say whether it was got.

    It is not where another program keeps it for long, or where the file system knows no locks. Whoever appends one
    whole line in one call can go on all the same.
    """
    got = _acquired(descriptor)
    try:
        yield got
    finally:
        if got:
            with suppress(OSError):
                _unlock(descriptor)


def _acquired(descriptor: int) -> bool:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            _try_lock(descriptor)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= end:
                return False
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            return True

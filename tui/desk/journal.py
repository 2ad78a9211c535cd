"""The file of a desk: lines are appended to it and synced to the disk; no line in it is ever written over.

It can be read while other programs write to it. A line without an end is left alone until its end comes; where it never
does, because a program was killed, the next line begins below it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.desk.event import Lines, decode
from tui.desk.file_lock import locked

_TAIL = 128
"""Bytes before the place up to which a file was read; where they are others, it was replaced."""

_OPEN = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a file holds that was not read before."""

    lines: Lines
    anew: bool
    """Whether this is all of the file, because it was never read before or was replaced."""


class Journal:
    """One file, whose new lines are read each time; every method raises `OSError` where the disk fails."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[int, ...] = ()
        """Device, inode, size and time of change of the file when it was last read."""
        self._offset = 0
        """The first byte that was not read yet."""
        self._tail = b""
        """The bytes before it."""
        self.torn = False
        """Whether the last line had no end when the file was last read: it is being written, or was cut off."""

    def changed(self) -> bool:
        """Say whether the file is another one than when it was last read; a missing file is an empty one."""
        return self._stamp() != self._known

    def read(self) -> Chunk:
        """Read what was added since the last time, or everything where the file was replaced."""
        try:
            with self.path.open("rb") as stream:
                return self._read(stream.fileno(), whole_lines=True)
        except FileNotFoundError:
            known, self._known, self._offset, self._tail, self.torn = self._known, (), 0, b"", False
            return Chunk(Lines(), anew=known != ())

    def append(self, write: Callable[[Chunk], Sequence[str]]) -> None:
        """Append the lines that `write` makes of what others added meanwhile; nobody else appends until they are there.

        The file and its folder are made where they are missing, for the reader alone.
        """
        made = not self.path.exists()
        if made:
            _make_folder(self.path.parent)
        descriptor = os.open(self.path, _OPEN, 0o600)
        try:
            with locked(descriptor):
                lines = write(self._read(descriptor, whole_lines=False))
                content = "".join(f"{line}\n" for line in lines).encode()
                if content:
                    written = _append(descriptor, content)
                    self._skip(descriptor, written)
        finally:
            os.close(descriptor)
        if made:
            _sync_folder(self.path.parent)

    def _stamp(self) -> tuple[int, ...]:
        try:
            about = os.stat(self.path)
        except FileNotFoundError:
            return ()
        return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns

    def _read(self, descriptor: int, *, whole_lines: bool) -> Chunk:
        """Read what is new in an open file; without `whole_lines` its last line counts though it has no end."""
        about = os.fstat(descriptor)
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(21, "is a folder")
        self._known, known = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns), self._known
        anew = not self._goes_on(descriptor, known)
        if anew:
            self._offset, self._tail = 0, b""
        content = _read_from(descriptor, self._offset, about.st_size)
        end = len(content) if not whole_lines else content.rfind(b"\n") + 1
        if end < len(content) and decode(content[end:]).events:
            end = len(content)
        self.torn = end < len(content)
        content = content[:end]
        self._offset += end
        self._tail = (self._tail + content)[-_TAIL:]
        return Chunk(decode(content), anew)

    def _goes_on(self, descriptor: int, known: tuple[int, ...]) -> bool:
        """Say whether a file is the one that was read before, with at most some lines added to it."""
        if known[:2] != self._known[:2] or self._known[2] < self._offset:
            return False
        return _read_from(descriptor, self._offset - len(self._tail), self._offset) == self._tail

    def _skip(self, descriptor: int, written: int) -> None:
        """Take what was just written as read, unless somebody else wrote at the same time: then read both."""
        about = os.fstat(descriptor)
        if about.st_size != self._offset + written:
            return
        self._known = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns)
        self._offset = about.st_size
        self._tail = _read_from(descriptor, max(0, about.st_size - _TAIL), about.st_size)


def _append(descriptor: int, content: bytes) -> int:
    """Write lines behind all others, wait until they are on the disk, and return how many bytes that were.

    The system appends what it is given in one call as a whole, unless the disk is full.
    """
    size = os.fstat(descriptor).st_size
    if size and _read_from(descriptor, size - 1, size) != b"\n":
        content = b"\n" + content
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)
    return len(content)


def _read_from(descriptor: int, start: int, end: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    pieces = []
    while start < end:
        piece = os.read(descriptor, end - start)
        if not piece:
            break
        pieces.append(piece)
        start += len(piece)
    return b"".join(pieces)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for the reader alone."""
    missing = [folder, *folder.parents]
    for each in reversed(missing[: next(place for place, one in enumerate(missing) if one.exists())]):
        each.mkdir(mode=0o700, exist_ok=True)


def _sync_folder(folder: Path) -> None:
    """Wait until the name of a new file is on the disk, where the system can open folders."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some file systems cannot; the file itself is synced
    finally:
        os.close(descriptor)

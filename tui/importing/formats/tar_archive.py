"""Tar archives, gzipped or not: the files in them, each for its own format.

The archive is streamed from header to header. The standard library parses the headers; we step from one to the next
ourselves, since the library believes the lengths that a header states.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass

from tui.errors import FileProblem
from tui.importing.archives.members import Members
from tui.importing.archives.unpacking import GZIP_MAGIC, TOO_LARGE, ByteStream, GzipStreams, PackedStream, Packing
from tui.importing.limits import FILE_BYTES, RECORD_HEAD_BYTES
from tui.importing.parsed import Piece, RawFile, Refused
from tui.locale import N_

_BLOCK = 512
_MAGIC, _MAGIC_PLACE = b"ustar", 257
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE)
_SPECIAL = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
_BEFORE = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
"""Headers that only extend the next one, or all."""
_LINE = re.compile(rb"([0-9]{1,7}) ([^=\n]{1,100})=")
"""The beginning of a line of a PAX header: its total length in bytes, and its key."""

_CUT = N_("cut short: its end is missing")
_DAMAGED = N_("damaged: unreadable parts were skipped")


@dataclass(slots=True)
class _ExtendedHeader:
    """What extended headers say about the next file."""

    name: str = ""
    size: int = -1
    sparse: bool = False


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the files of the archive lazily."""
    if file.content.startswith(GZIP_MAGIC):
        source: GzipStreams | PackedStream = GzipStreams(file.content, file.budget)
    else:
        source = PackedStream(memoryview(file.content), file.budget, Packing.STORED)
    walk = _Walk(ByteStream(iter(source)), Members(file.path))
    yield from walk.pieces()
    problem = getattr(source, "note", "") or walk.problem
    if problem:
        raise FileProblem(problem)


class _Walk:
    """Walks an archive from header to header."""

    def __init__(self, stream: ByteStream, names: Members) -> None:
        self.problem = ""
        """What was wrong with the archive, known after the walk."""
        self._stream = stream
        self._names = names

    def pieces(self) -> Iterator[Piece]:
        """Yield the files."""
        extended = _ExtendedHeader()
        for head in self._heads():
            if head.type in _BEFORE:
                self._extend(extended, head)
                continue
            piece = self._member(head, extended)
            if piece is not None:
                yield piece
            extended = _ExtendedHeader()

    def _heads(self) -> Iterator[tarfile.TarInfo]:
        """Yield each header; the caller must consume what follows it."""
        any_yet = False
        while block := self._stream.read(_BLOCK):
            if not any(block) or (self.problem and not block.startswith(_MAGIC, _MAGIC_PLACE)):
                continue
            try:
                head = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
            except (tarfile.HeaderError, ValueError):
                if not any_yet:
                    raise FileProblem(N_("not a tar archive, whatever its name says")) from None
                self.problem = _CUT if len(block) < _BLOCK else _DAMAGED
                continue
            any_yet = True
            yield head

    def _extend(self, extended: _ExtendedHeader, head: tarfile.TarInfo) -> None:
        """Read an extended header."""
        content = self._stream.read(min(head.size, RECORD_HEAD_BYTES))
        self._pass(head.size, len(content))
        if head.type == tarfile.GNUTYPE_LONGNAME:
            extended.name = content.partition(b"\0")[0].decode("utf-8", "surrogateescape")
        elif head.type == tarfile.XHDTYPE:
            for key, value in _pax(content):
                if key == b"path":
                    extended.name = value.decode("utf-8", "surrogateescape")
                elif key == b"size" and value.isdigit() and len(value) < 20:
                    extended.size = int(value)
                elif key.startswith(b"GNU.sparse"):
                    extended.sparse = True

    def _member(self, head: tarfile.TarInfo, extended: _ExtendedHeader) -> Piece | None:
        """Return a file, or its refusal, and leave the stream at the next header."""
        if head.type == tarfile.DIRTYPE:
            return None
        size = extended.size if extended.size >= 0 else head.size
        path = self._names.admit(extended.name or head.name)
        if head.type in (*_LINKS, *_SPECIAL):
            reason = N_("a link; links are not followed") if head.type in _LINKS else N_("a device or a named pipe")
            return Refused(path, reason, failed=False) if isinstance(path, str) else path
        content = b""
        refused = path if not isinstance(path, str) else self._refused(path, head, size, extended)
        if isinstance(path, str) and refused is None:
            content = self._stream.read(size)
        self._pass(size, len(content))
        if isinstance(path, str) and refused is None:
            return RawFile(path, content) if len(content) == size else Refused(path, _CUT)
        return refused

    def _refused(self, path: str, head: tarfile.TarInfo, size: int, extended: _ExtendedHeader) -> Refused | None:
        if extended.sparse or head.type not in _FILES:
            return Refused(path, N_("of an unsupported kind"))
        return Refused(path, TOO_LARGE) if size > FILE_BYTES else self._names.unread(path)

    def _pass(self, size: int, done: int) -> None:
        """Skip the unread bytes and the padding up to the next header."""
        rest = size - done + -size % _BLOCK
        if self._stream.skip(rest) < size - done:
            self.problem = _CUT


def _pax(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the keys and values of a PAX header: lines of the form `27 path=...`."""
    place = 0
    while found := _LINE.match(content, place):
        end = place + int(found.group(1))
        if not found.end() <= end <= len(content):
            return
        yield found.group(2), content[found.end() : end].rstrip(b"\n")
        place = end

"""The storage: files of the index that end with checksums, and that are read with nothing in them taken on trust.

Behind the content of each file stand the CRC-32 of every block of it, its length, and the checksum of these together
with the file's name. A block is compared with its checksum when it is first needed and then kept, so that damage is
found before anything is computed from it, whenever it came about. Nothing is mapped into memory: a file that is cut off
while it is open is an error like any other. What Whoosh pickles is read by a loader that builds only the classes that
it needs.

Import this module only through `tui.search.index`: it imports whoosh.
"""

from __future__ import annotations

import os
import pickle
import re
import struct
import threading
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_CUR, SEEK_END, BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from tui.errors import DamagedIndex

_SHIFT = 12
_BLOCK = 1 << _SHIFT
"""The bytes that share a checksum, but for the last ones of a file."""

_FOOT = struct.Struct("=QI8s")
"""The length of the content, the CRC-32 of the name, the checksums and that length, and the mark of such a file."""

_MARK = b"mali-crc"
_KEPT = 2_048
"""Blocks of a file that are kept: 8 MiB."""

_WIDEST = 16
"""Reads of more blocks than this are not kept."""

_CLASSES = {("whoosh.codec.whoosh3", "W3Segment"), ("tui.search.codec", "PackedCodec")}
"""All that a table of contents is made of, besides Python's own containers, texts and numbers."""


class Files(FileStorage):  # type: ignore[misc]
    """Whoosh's storage in a folder, which checks what it reads and remembers the files that it has opened."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._watched: list[CheckedFile] = []

    def create_file(self, name: str, **_options: object) -> Any:  # noqa: ANN401 - a file of Whoosh, which has no types
        """Create a file that only its owner can read; it gets its checksums when it is closed."""
        path = self._path(name)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        return StructFile(os.fdopen(descriptor, "w+b"), name=name, onclose=_append_checksums)

    def open_file(self, name: str, **_options: object) -> Any:  # noqa: ANN401
        """Open a file for reading; raises `DamagedIndex` if its end is not as it was written."""
        stream = CheckedFile(self._path(name), name)
        self._watched.append(stream)
        return stream

    def file_length(self, name: str) -> int:
        """Return the length of the content of a file."""
        with open(self._path(name), "rb") as stream:
            return _read_foot(stream, name)[0]

    def _path(self, name: str) -> Path:
        return Path(self.folder) / name


@contextmanager
def closed_on_failure(storage: Any) -> Iterator[None]:  # noqa: ANN401
    """If the block fails, close every file that was opened in it; in memory there is nothing to close."""
    if not isinstance(storage, Files):
        yield
        return
    storage._watched.clear()
    try:
        yield
    except BaseException:
        for stream in storage._watched:
            if not stream.is_closed:
                stream.close()
        raise
    finally:
        storage._watched.clear()


class CheckedFile(StructFile):  # type: ignore[misc]
    """A file of the index, open for reading; raises `DamagedIndex` rather than give a wrong byte."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(open(path, "rb", buffering=0), name)  # noqa: SIM115 - closed by `close`
        self.is_real = False  # arrays are read through `read` then, and not past it
        self._blocks: dict[int, bytes] = {}
        self._place = 0
        self._seeking = threading.Lock()
        try:
            self.length, self._checksums = _read_foot(self.file, name)
        except BaseException:
            self.file.close()
            raise

    def get(self, position: int, length: int) -> bytes:
        """Return bytes from a place on; raises `DamagedIndex` where the file has not that many."""
        first, last = position >> _SHIFT, (position + length - 1) >> _SHIFT
        if first == last:
            block = self._blocks.get(first) or self._kept(first)
            begin = position & (_BLOCK - 1)
            found = block[begin : begin + length]
        else:
            begin = position - (first << _SHIFT)
            found = self._span(first, last)[begin : begin + length] if length > 0 else b""
        if len(found) != length:
            raise self._damage()
        return found

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, fewer at the end."""
        left = max(0, self.length - self._place)
        found = self.get(self._place, left if size < 0 else min(size, left))
        self._place += len(found)
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place in the content."""
        self._place = offset + {SEEK_CUR: self._place, SEEK_END: self.length}.get(whence, 0)
        return self._place

    def tell(self) -> int:
        """Return the place in the content."""
        return self._place

    def read_pickle(self) -> Any:  # noqa: ANN401
        """Return the next pickled value; it can be of harmless kinds only."""
        stream = BytesIO(self.get(self._place, self.length - self._place))
        found = _Unpickler(stream).load()
        self._place += stream.tell()
        return found

    def check(self) -> None:
        """Read all of it, so that any damage is found now."""
        for first in range(0, len(self._checksums), _WIDEST):
            self._span(first, min(first + _WIDEST, len(self._checksums)) - 1)

    def _kept(self, number: int) -> bytes:
        block = self._span(number, number)
        if len(self._blocks) >= _KEPT:
            self._blocks.clear()
        self._blocks[number] = block
        return block

    def _span(self, first: int, last: int) -> bytes:
        """Read adjacent blocks, and compare each with its checksum."""
        if not 0 <= first <= last < len(self._checksums):
            raise self._damage()
        if last - first < _WIDEST and first < last:
            return b"".join([self._blocks.get(number) or self._kept(number) for number in range(first, last + 1)])
        begin = first << _SHIFT
        content = self._bytes(begin, min(self.length, (last + 1) << _SHIFT) - begin)
        if first == last:
            good = crc32(content) == self._checksums[first]
        else:
            view = memoryview(content)
            ends = range(_BLOCK, len(content) + _BLOCK, _BLOCK)
            good = [crc32(view[end - _BLOCK : end]) for end in ends] == self._checksums[first : last + 1].tolist()
        if not good:
            raise self._damage()
        return content

    def _bytes(self, begin: int, size: int) -> bytes:
        try:
            if hasattr(os, "pread"):
                return os.pread(self.file.fileno(), size, begin)
            with self._seeking:
                self.file.seek(begin)
                return bytes(self.file.read(size))
        except OSError as error:
            raise self._damage() from error

    def _damage(self) -> DamagedIndex:
        return DamagedIndex(f"The file {self._name} of the index is damaged")


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Return a class of the few; a pickle that asks for another was not written by this program."""
        if (module, name) not in _CLASSES:
            raise DamagedIndex(f"The index asks for {module}.{name}, which no index needs")
        return super().find_class(module, name)


def _append_checksums(stream: StructFile) -> None:
    """Write the checksums of a file behind its content."""
    file: BinaryIO = stream.file
    file.flush()
    file.seek(0)
    checksums, length = array("I"), 0
    while block := file.read(_BLOCK):
        checksums.append(crc32(block))
        length += len(block)
    packed = checksums.tobytes()
    file.write(packed + _FOOT.pack(length, _seal(stream._name, packed, length), _MARK))


def _read_foot(file: BinaryIO, name: str) -> tuple[int, array[int]]:
    """Return the length of a file's content and the checksums of its blocks."""
    damage = DamagedIndex(f"The file {name} of the index is damaged")
    try:
        end = file.seek(0, SEEK_END)
        if end < _FOOT.size:
            raise damage
        file.seek(end - _FOOT.size)
        length, seal, mark = _FOOT.unpack(file.read(_FOOT.size))
        blocks = -(-length // _BLOCK)
        if mark != _MARK or length + 4 * blocks + _FOOT.size != end:
            raise damage
        file.seek(length)
        packed = file.read(4 * blocks)
    except OSError as error:
        raise damage from error
    if len(packed) != 4 * blocks or _seal(name, packed, length) != seal:
        raise damage
    return length, array("I", packed)


def _seal(name: str, packed: bytes, length: int) -> int:
    """Return the checksum of checksums; a table of contents is named anew once it is written."""
    return crc32(packed, crc32(re.sub(r"(\.toc)\..*", r"\1", name).encode() + length.to_bytes(8, "little")))

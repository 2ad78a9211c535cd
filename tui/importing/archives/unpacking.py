"""Unpacking with an eye on what comes out: it stops at the limits while it runs.

No size that an archive states is believed. However little goes in, never more than a megabyte comes out at a time;
every byte is taken from the room of the file of the folder, and what is packed tighter than texts can be is given up.
"""

from __future__ import annotations

import bz2
import io
import zlib
from collections.abc import Iterable, Iterator
from enum import Enum

from tui.errors import FileProblem
from tui.importing.archives.budget import Budget
from tui.importing.limits import ARCHIVE_PARTS, ARCHIVE_RATIO, ARCHIVE_RATIO_BYTES, FILE_BYTES

TOO_LARGE = f"larger than {FILE_BYTES // 2**20} MB when it is unpacked"
BOMB = f"it unpacks to more than {ARCHIVE_RATIO} times its size: a bomb, given up"

UNPACKING_ERRORS = (zlib.error, OSError)
"""What the standard library raises where something packed is damaged."""

GZIP_MAGIC = b"\x1f\x8b\x08"

_PIECE = 2**20
_FIRST_STEP, _STEP = 2**10, 2**16
"""Bytes that go in at once: few at first, for a file may consist of a million tiny streams."""


class Packing(Enum):
    """How something is packed."""

    STORED = "stored"
    RAW = "deflate without a head, as in zip"
    ZLIB = "deflate with the head of zlib"
    GZIP = "deflate with the head of gzip"
    BZIP2 = "bzip2"


_WINDOW = {Packing.RAW: -zlib.MAX_WBITS, Packing.ZLIB: zlib.MAX_WBITS, Packing.GZIP: 16 + zlib.MAX_WBITS}


class _Inflation:
    """A stream of zlib with the manners of those of bz2."""

    def __init__(self, window: int) -> None:
        self._stream = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """Whether the end of the stream was reached."""
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        """What was given of the bytes behind the end."""
        return self._stream.unused_data

    def decompress(self, packed: bytes, most: int) -> bytes:
        """Take in bytes and return up to `most` of what comes out; the rest waits for the next call."""
        out = self._stream.decompress(self._stream.unconsumed_tail + packed, most)
        # A full piece may have more behind it that zlib took in already.
        self.needs_input = not self._stream.unconsumed_tail and len(out) < most
        return out


class PackedStream:
    """One packed stream; iterating over it gives what comes out, piece by piece.

    Raises one of `UNPACKING_ERRORS` if the stream is damaged, `FileProblem` if it exceeds the budget or is a bomb.
    """

    def __init__(self, packed: memoryview, budget: Budget, packing: Packing) -> None:
        self.whole = False
        """Whether its end was reached, once it was gone through."""
        self.used = 0
        """Bytes of `packed` that went in; more may follow that belong to something else."""
        self._packed = packed
        self._budget = budget
        self._packing = packing

    def __iter__(self) -> Iterator[bytes]:
        given = 0
        for piece in self._stored() if self._packing is Packing.STORED else self._unpacked():
            given += len(piece)
            self._budget.take(len(piece))
            if given > ARCHIVE_RATIO_BYTES and given > ARCHIVE_RATIO * self.used:
                raise FileProblem(BOMB)
            yield piece

    def _stored(self) -> Iterator[bytes]:
        for start in range(0, len(self._packed), _PIECE):
            piece = bytes(self._packed[start : start + _PIECE])
            self.used += len(piece)
            yield piece
        self.whole = True

    def _unpacked(self) -> Iterator[bytes]:
        window = _WINDOW.get(self._packing)
        stream = bz2.BZ2Decompressor() if window is None else _Inflation(window)
        step = _FIRST_STEP
        while not stream.eof:
            packed = b""
            if stream.needs_input:
                packed = bytes(self._packed[self.used : self.used + step])
                if not packed:
                    return
                self.used += len(packed)
                step = min(2 * step, _STEP)
            piece = stream.decompress(packed, _PIECE)
            if piece:
                yield piece
        self.used -= len(stream.unused_data)
        self.whole = True


def joined(pieces: Iterable[bytes]) -> bytes:
    """Return all pieces as one; raises `FileProblem` where they are larger than a file may be."""
    content = io.BytesIO()
    for piece in pieces:
        if content.tell() + len(piece) > FILE_BYTES:
            raise FileProblem(TOO_LARGE)
        content.write(piece)
    return content.getvalue()


class GzipStreams:
    """The streams of a gzip file, one after another as if they were one; what follows the last one is passed over.

    A stream that is damaged, or cut short, is the last one: what came before stays, and `note` tells of it. Raises
    `FileProblem` as `PackedStream` does.
    """

    def __init__(self, packed: bytes, budget: Budget) -> None:
        self.note = ""
        self._packed = memoryview(packed)
        self._budget = budget

    def __iter__(self) -> Iterator[bytes]:
        position = 0
        for _ in range(ARCHIVE_PARTS):
            if bytes(self._packed[position : position + 3]) != GZIP_MAGIC:
                return
            stream = PackedStream(self._packed[position:], self._budget, Packing.GZIP)
            try:
                yield from stream
            except UNPACKING_ERRORS:
                self.note = "damaged: what comes before the damage was read"
                return
            if not stream.whole:
                self.note = "cut short: its end is missing"
                return
            position += stream.used
        self.note = f"more than {ARCHIVE_PARTS:,} streams: the others were not read"

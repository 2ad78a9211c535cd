"""Unpacks archives within a budget, stopping at the limits while it runs.

No size that an archive states is believed. At most a megabyte comes out at a time, every byte is charged to the budget
of the folder's file, and anything packed tighter than text can be is given up.
"""

from __future__ import annotations

import bz2
import io
import zlib
from collections.abc import Iterable, Iterator
from enum import Enum

from tui.errors import FileProblem
from tui.importing.limits import ARCHIVE_BYTES, ARCHIVE_PARTS, ARCHIVE_RATIO, ARCHIVE_RATIO_BYTES, FILE_BYTES
from tui.locale import N_


class BudgetExceeded(FileProblem):
    """The budget is used up; nothing more is unpacked."""


class Budget:
    """The bytes that may still be unpacked, shared by a file and everything within it.

    Whoever unpacks charges it, whether the result is read or thrown away, so that no archive keeps the program at work
    for longer than the limit allows.
    """

    def __init__(self, size: int = ARCHIVE_BYTES) -> None:
        self._size = size
        self._left = size

    def take(self, count: int) -> None:
        """Charge `count` unpacked bytes; raises `BudgetExceeded` if they exceed the budget."""
        self._left -= count
        if self._left < 0:
            raise BudgetExceeded(
                N_("more than {most} MB when unpacked: the rest was not read").format(most=self._size // 2**20)
            )


TOO_LARGE = N_("larger than {most} MB when unpacked").format(most=FILE_BYTES // 2**20)
BOMB = N_("it unpacks to more than {most} times its size: a bomb, given up").format(most=ARCHIVE_RATIO)

UNPACKING_ERRORS = (zlib.error, OSError)
"""What the standard library raises for damaged data."""

GZIP_MAGIC = b"\x1f\x8b\x08"

_PIECE = 2**20
_FIRST_STEP, _STEP = 2**10, 2**16
"""Bytes fed at once: few at first, since a file may consist of a million tiny streams."""


class Packing(Enum):
    """A compression method."""

    STORED = "stored"
    RAW = "deflate without a head, as in zip"
    ZLIB = "deflate with the head of zlib"
    GZIP = "deflate with the head of gzip"
    BZIP2 = "bzip2"


_WINDOW = {Packing.RAW: -zlib.MAX_WBITS, Packing.ZLIB: zlib.MAX_WBITS, Packing.GZIP: 16 + zlib.MAX_WBITS}


class _Inflation:
    """A zlib decompressor with the interface of bz2's."""

    def __init__(self, window: int) -> None:
        self._stream = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """Whether the end of the stream was reached."""
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        """The bytes fed after the end of the stream."""
        return self._stream.unused_data

    def decompress(self, packed: bytes, most: int) -> bytes:
        """Feed bytes and return up to `most` decompressed ones; the rest waits for the next call."""
        out = self._stream.decompress(self._stream.unconsumed_tail + packed, most)
        # If the output is full, zlib may hold more of it already.
        self.needs_input = not self._stream.unconsumed_tail and len(out) < most
        return out


class PackedStream:
    """One packed stream; iterating over it yields the unpacked pieces.

    Raises one of `UNPACKING_ERRORS` if the stream is damaged, `FileProblem` if it exceeds the budget or is a bomb.
    """

    def __init__(self, packed: memoryview, budget: Budget, packing: Packing) -> None:
        self.whole = False
        """Whether its end was reached, after iterating."""
        self.used = 0
        """Bytes of `packed` consumed; what follows belongs to something else."""
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
    """Join all pieces; raises `FileProblem` if they exceed the largest file."""
    content = io.BytesIO()
    for piece in pieces:
        if content.tell() + len(piece) > FILE_BYTES:
            raise FileProblem(TOO_LARGE)
        content.write(piece)
    return content.getvalue()


class GzipStreams:
    """The streams of a gzip file, concatenated; trailing data is ignored.

    A damaged or truncated stream is the last one: what came before stays, and `note` says so. Raises `FileProblem` as
    `PackedStream` does.
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
                self.note = N_("damaged: what precedes the damage was read")
                return
            if not stream.whole:
                self.note = N_("cut short: its end is missing")
                return
            position += stream.used
        self.note = N_("more than {most:,} streams: the rest was not read").format(most=ARCHIVE_PARTS)


class ByteStream:
    """Reads an iterator of pieces as a stream; it never holds more than was asked for and one piece."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self._at = 0

    def read(self, count: int) -> bytes:
        """Return the next `count` bytes, fewer at the end."""
        parts = list(self._next(count))
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def skip(self, count: int) -> int:
        """Skip `count` bytes and return how many there were."""
        return sum(map(len, self._next(count)))

    def line(self, most: int) -> bytes:
        """Return the bytes up to and including the next line end, at most `most`."""
        parts = []
        while most > 0 and (part := self._piece_of_line(most)):
            parts.append(part)
            most -= len(part)
            if part.endswith(b"\n"):
                break
        return b"".join(parts)

    def _piece_of_line(self, most: int) -> bytes:
        if not self._fill():
            return b""
        end = self._piece.find(b"\n", self._at, self._at + most)
        return self._cut(end + 1 - self._at if end >= 0 else most)

    def _next(self, count: int) -> Iterator[bytes]:
        while count > 0 and self._fill():
            part = self._cut(count)
            count -= len(part)
            yield part

    def _cut(self, count: int) -> bytes:
        part = self._piece[self._at : self._at + count]
        self._at += len(part)
        return part

    def _fill(self) -> bool:
        """Say whether anything is left."""
        while self._at >= len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._piece, self._at = piece, 0
        return True

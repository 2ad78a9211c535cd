"""A stream of bytes that is read from its beginning to its end, out of pieces of any size.

Unlike the streams of the standard library it never holds more than was asked for and one piece.
"""

from __future__ import annotations

from collections.abc import Iterator


class ByteStream:
    """What the pieces come to, one after another; whatever their source raises comes through."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self._at = 0

    def read(self, count: int) -> bytes:
        """Return the next `count` bytes, fewer at the end."""
        parts = list(self._next(count))
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def skip(self, count: int) -> int:
        """Pass over `count` bytes and return how many of them there were."""
        return sum(map(len, self._next(count)))

    def line(self, most: int) -> bytes:
        """Return the bytes up to and with the next line end, but no more than `most`."""
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
        """Say whether there is anything left."""
        while self._at >= len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._piece, self._at = piece, 0
        return True

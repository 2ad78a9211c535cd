"""Snapshots: arrays of numbers in one file beside the catalogue, so that a large dossier opens without walking it.

A snapshot is good for one state of the catalogue, which its stamp names; a file that is missing, damaged, cut off or of
another state is no snapshot. It is written atomically: nobody ever reads half of one.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from pathlib import Path

from tui.base.atomic_write import atomic_write
from tui.errors import CacheError, FullDisk, no_room

FILE_NAME = "columns.bin"
_MAGIC = b"mali-tui columns 1\n"
_HEADER = struct.Struct("=HH")
"""The length of the stamp and the number of arrays, in the machine's own byte order, as all caches have it."""
_LENGTH = struct.Struct("=Q")


def read_snapshot(folder: Path | None, stamp: str) -> list[array[int]] | None:
    """Return the arrays that were written under a stamp, or None where there are none."""
    if folder is None:
        return None
    try:
        content = (folder / FILE_NAME).read_bytes()
    except OSError:
        return None
    try:
        return _unpacked(memoryview(content), stamp.encode())
    except (struct.error, ValueError):
        return None


def write_snapshot(folder: Path | None, stamp: str, arrays: Sequence[array[int]]) -> None:
    """Write arrays under a stamp; without a folder nothing is kept. Raises `CacheError` where the disk fails."""
    if folder is None:
        return
    written = stamp.encode()
    pieces = [_MAGIC, _HEADER.pack(len(written), len(arrays)), written]
    for each in arrays:
        whole = each if each.typecode == "q" else array("q", each)
        pieces += [_LENGTH.pack(len(whole)), whole.tobytes()]
    try:
        atomic_write(folder / FILE_NAME, b"".join(pieces))
    except OSError as error:
        if no_room(error):
            raise FullDisk(folder) from error
        raise CacheError(
            f"The cache folder {folder} cannot be written; make room there, or name another one."
        ) from error


def _unpacked(content: memoryview, stamp: bytes) -> list[array[int]] | None:
    at = len(_MAGIC)
    if content[:at] != _MAGIC:
        return None
    length, count = _HEADER.unpack_from(content, at)
    at += _HEADER.size
    if content[at : at + length] != stamp:
        return None
    at += length
    arrays = []
    for _ in range(count):
        (numbers,) = _LENGTH.unpack_from(content, at)
        at += _LENGTH.size
        end = at + 8 * numbers
        if end > len(content):
            raise ValueError("the file is cut off")
        row = array("q")
        row.frombytes(content[at:end])
        arrays.append(row)
        at = end
    return arrays

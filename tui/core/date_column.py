"""The date column: the publication dates of a whole dossier, read once for each state of its catalogue.

For a large dossier the dates are also kept in one file beside the catalogue, so that the next start need not read them
row by row. The file belongs to one state of the catalogue, which its stamp names, and ends with the CRC-32 of all that
is before it; a file that is missing, damaged, cut off or of another state is ignored.
"""

from __future__ import annotations

import struct
import threading
from array import array
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

from tui.base.atomic_write import atomic_write
from tui.catalogue.catalogue import Catalogue
from tui.errors import CacheError, FullDisk, no_room
from tui.importing.limits import WIDE
from tui.locale import _
from tui.timeline.published_dates import PublishedDates

FILE_NAME = "columns.bin"
_MAGIC = b"mali-tui columns 2\n"
_HEADER = struct.Struct("=HH")
"""The length of the stamp and the number of arrays, in the machine's own byte order, like all caches."""
_LENGTH = struct.Struct("=Q")
_SUM = struct.Struct("=I")
_NO_DATES = PublishedDates(array("q"), array("q"), array("q"))


class DateColumn:
    """The dates of one catalogue; may be used from any thread."""

    def __init__(self, catalogue: Catalogue, cache: Path | None) -> None:
        """Take the catalogue and the cache folder; None keeps nothing for the next start."""
        self._catalogue = catalogue
        self._cache = cache
        self._lock = threading.Lock()
        self._dates: PublishedDates | None = None
        self._revision = -1

    def now(self) -> PublishedDates:
        """Return the dates of all articles, read again whenever any program has changed the catalogue."""
        revision = self._catalogue.revision
        with self._lock:
            if self._dates is None or self._revision != revision:
                self._dates = self._kept(revision) or self._read()
                self._revision = revision
            return self._dates

    def is_old(self) -> bool:
        """Say whether the catalogue changed since `now` was called last; false if it never was."""
        return self._dates is not None and self._catalogue.revision != self._revision

    def highest(self) -> int:
        """Return the highest number of an article that was read so far; 0 if there is none."""
        return max(self._dates.numbers, default=0) if self._dates is not None else 0

    def keep(self) -> None:
        """Write the dates of a large dossier to the cache, unless they are there already.

        Raises `CacheError` if the disk fails.
        """
        revision = self._catalogue.revision
        if self._catalogue.count() >= WIDE and self._kept(revision) is None:
            write_columns(self._cache, self._stamp(revision), self.now().packed())

    def _read(self) -> PublishedDates:
        """Read the dates from the catalogue: only the newest ones, if none of the others went."""
        old, count = self._dates or _NO_DATES, self._catalogue.count()
        columns = self._catalogue.columns(after=old.numbers[-1] if len(old) else 0)
        if len(old) + len(columns.numbers) != count:
            old, columns = _NO_DATES, self._catalogue.columns()
        wide = len(old) + len(columns.numbers) >= WIDE and find_spec("numpy") is not None
        return old.grown(columns.numbers, columns.firsts, columns.lasts, wide)

    def _kept(self, revision: int) -> PublishedDates | None:
        """Return the dates that were kept for this state of the catalogue, or None."""
        arrays = read_columns(self._cache, self._stamp(revision))
        try:
            return PublishedDates.unpacked(arrays, find_spec("numpy") is not None) if arrays is not None else None
        except ValueError:
            return None

    def _stamp(self, revision: int) -> str:
        return f"{self._catalogue.identity} {revision}"


def read_columns(folder: Path | None, stamp: str) -> list[array[int]] | None:
    """Return the arrays that were written under a stamp, or None if there are none."""
    if folder is None:
        return None
    try:
        return _unpacked(memoryview((folder / FILE_NAME).read_bytes()), stamp.encode())
    except (OSError, struct.error, ValueError):
        return None


def write_columns(folder: Path | None, stamp: str, arrays: Sequence[array[int]]) -> None:
    """Write arrays under a stamp; without a folder nothing is written. Raises `CacheError` if the disk fails."""
    if folder is None:
        return
    encoded = stamp.encode()
    pieces = [_MAGIC, _HEADER.pack(len(encoded), len(arrays)), encoded]
    for each in arrays:
        whole = each if each.typecode == "q" else array("q", each)
        pieces += [_LENGTH.pack(len(whole)), whole.tobytes()]
    content = b"".join(pieces)
    try:
        atomic_write(folder / FILE_NAME, content + _SUM.pack(crc32(content)), private=True)
    except OSError as error:
        if no_room(error):
            raise FullDisk(folder) from error
        raise CacheError(
            _("The cache folder {folder} cannot be written; make room there, or name another one.").format(
                folder=folder
            )
        ) from error


def _unpacked(content: memoryview, stamp: bytes) -> list[array[int]] | None:
    at = len(_MAGIC)
    if content[:at] != _MAGIC:
        return None
    content, last = content[: -_SUM.size], content[-_SUM.size :]
    if _SUM.unpack(last) != (crc32(content),):
        return None
    length, count = _HEADER.unpack_from(content, at)
    at += _HEADER.size
    if content[at : at + length] != stamp:
        return None
    at += length
    arrays = []
    for _each in range(count):
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

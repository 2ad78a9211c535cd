"""Lists a zip archive and unpacks single files of it.

The archive's directory is believed only about where files are. If it is missing, as in a truncated archive, files are
found by their local headers.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.errors import FileProblem
from tui.importing.archives.unpacking import UNPACKING_ERRORS, Budget, PackedStream, Packing, joined
from tui.importing.limits import ARCHIVE_FILES
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

_HEAD = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3L2H")
"""The local header: signature, version, flags, method, time, day, checksum, packed and unpacked size, lengths of the
name and of the extra field (APPNOTE 4.3.7)."""

_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1 | 0x40 | 0x2000, 0x8, 0x800
_PACKINGS = {0: Packing.STORED, 8: Packing.RAW, 12: Packing.BZIP2}
_OTHERS = {1: "shrink", 6: "implode", 9: "deflate64", 14: "LZMA", 93: "zstd", 95: "xz", 98: "PPMd", 99: "AES"}


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in the archive."""

    name: str
    """Its name in the archive."""
    start: int
    """Where its packed bytes begin, or -1 if unknown."""
    end: int
    method: int
    checksum: int | None
    """None if the archive does not state it."""
    encrypted: bool = False
    link: bool = False
    overlaps: bool = False
    """Whether it overlaps another file, as in bombs that unpack the same bytes a thousand times."""


@dataclass(frozen=True, slots=True)
class ZipDirectory:
    """The files of a zip archive, in its order."""

    content: bytes
    entries: list[ZipEntry]
    note: str = ""


def read_directory(content: bytes) -> ZipDirectory:
    """List the files of a zip archive; raises `FileProblem` if it is not one."""
    if content.count(_LISTED) > 4 * ARCHIVE_FILES:
        raise FileProblem(N_("more than {most:,} files in it: none was read").format(most=4 * ARCHIVE_FILES))
    try:
        with translated_errors(N_("zip archive"), zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = [_listed(content, info) for info in archive.infolist() if not info.is_dir()]
        return ZipDirectory(content, _apart(listed))
    except FileProblem as problem:
        found = list(_found(content))
        if not found:
            raise FileProblem(N_("not a zip archive, or one without a complete file")) from problem
        return ZipDirectory(content, found, N_("damaged or truncated: its files were recovered one by one"))


def unpack(content: bytes, entry: ZipEntry, budget: Budget) -> bytes:
    """Return the content of a file in the archive.

    Raises `FileProblem` if it cannot be unpacked, and `BudgetExceeded` if no other file can be either.
    """
    if entry.encrypted:
        raise FileProblem("needs a password")
    if entry.overlaps:
        raise FileProblem(N_("it overlaps another file: a bomb, given up"))
    if entry.method not in _PACKINGS:
        raise FileProblem(
            N_("compressed in an unsupported way: {method}").format(method=_OTHERS.get(entry.method, entry.method))
        )
    if entry.start < 0:
        raise FileProblem(N_("damaged: it is not where the archive says"))
    stream = PackedStream(memoryview(content)[entry.start : entry.end], budget, _PACKINGS[entry.method])
    try:
        inside = joined(stream)
    except UNPACKING_ERRORS as fault:
        raise FileProblem(N_("damaged: it could not be unpacked to the end")) from fault
    if not stream.whole or entry.end > len(content):
        raise FileProblem(N_("cut short: its end is missing"))
    if entry.checksum is not None and zlib.crc32(inside) != entry.checksum:
        raise FileProblem(N_("damaged: its checksum does not match"))
    return inside


def _listed(content: bytes, info: zipfile.ZipInfo) -> ZipEntry:
    """Return a file listed in the directory."""
    head = content[info.header_offset : info.header_offset + _LOCAL.size] if info.header_offset >= 0 else b""
    start = -1
    if len(head) == _LOCAL.size and head.startswith(_HEAD):
        *_, name_length, more = _LOCAL.unpack(head)
        start = info.header_offset + _LOCAL.size + name_length + more
    return ZipEntry(
        name=_name(info),
        start=start,
        end=start + info.compress_size,
        method=info.compress_type,
        checksum=info.CRC,
        encrypted=bool(info.flag_bits & _ENCRYPTED),
        link=stat.S_ISLNK(info.external_attr >> 16),
    )


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file; it is UTF-8 more often than its flag says."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode()
    except UnicodeError:
        return info.orig_filename


def _apart(entries: list[ZipEntry]) -> list[ZipEntry]:
    """Mark the files that overlap others."""
    apart, end = entries[:], 0
    for number in sorted(range(len(entries)), key=lambda number: entries[number].start):
        entry = entries[number]
        if entry.start < 0 or entry.start == entry.end:
            continue
        if entry.start < end:
            apart[number] = replace(entry, overlaps=True)
        else:
            end = entry.end
    return apart


def _found(content: bytes) -> Iterator[ZipEntry]:
    """Yield the files found by their local headers."""
    place = 0 if content.startswith(_HEAD) else -1
    while place >= 0 and len(content) - place >= _LOCAL.size:
        _, _, flags, method, _, _, checksum, size, _, name_length, more = _LOCAL.unpack_from(content, place)
        start = place + _LOCAL.size + name_length + more
        sizes_known = not flags & _SIZES_FOLLOW
        place = content.find(_HEAD, start + (size if sizes_known else 0))
        name = content[start - name_length - more : start - more].decode("utf-8", "replace")
        if not name.endswith("/") and start < len(content):
            following = place if place >= 0 else len(content)
            end = start + size if sizes_known else following
            yield ZipEntry(name, start, end, method, checksum if sizes_known else None, bool(flags & _ENCRYPTED))

"""A single file compressed with gzip."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.archives.members import Members
from tui.importing.archives.unpacking import GZIP_MAGIC, GzipStreams, joined
from tui.importing.parsed import Draft, Piece, RawFile
from tui.importing.registry import FORMATS, suffix_of
from tui.locale import N_

_NAMED, _MORE = 0x8, 0x4
"""Header flags: a name is given, and an extra field precedes it (RFC 1952, 2.3)."""

_TAR = b"ustar"
_TAR_PLACE = 257


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the one file."""
    if not file.content.startswith(GZIP_MAGIC):
        raise FileProblem(N_("not a gzip file, whatever its name says"))
    names = Members(file.path)
    path = names.distinct(_name(file))
    unread = names.unread(path)
    if unread is not None:
        yield unread
        return
    unpacked = GzipStreams(file.content, file.budget)
    content = joined(unpacked)
    if unpacked.note:
        yield Draft(notes=(unpacked.note,))
    is_tar = content.startswith(_TAR, _TAR_PLACE) and not suffix_of(path)
    yield RawFile(path, content, suffix=".tar" if is_tar else "")


def _name(file: RawFile) -> str:
    """Return the original name: without `.gz`, or the one in the header if that has a known suffix."""
    name = file.path.rpartition("/")[2]
    suffix = suffix_of(name)
    name = name[: -len(suffix)] if suffix else name
    if suffix_of(name):
        return name
    stated = _name_in_header(file.content).replace("\\", "/").rpartition("/")[2]
    return stated if suffix_of(stated) in FORMATS and suffix_of(stated) and not stated.startswith(".") else name


def _name_in_header(content: bytes) -> str:
    """Return the name in the header, or ""."""
    if len(content) < 10 or not content[3] & _NAMED:
        return ""
    start = 10
    if content[3] & _MORE:
        start += 2 + int.from_bytes(content[10:12], "little")
    return content[start : start + 255].partition(b"\0")[0].decode("latin-1")

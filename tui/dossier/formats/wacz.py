"""Web archives in a zip (WACZ): the pages in all its WARC files, as if they lay in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.dossier.captures import Captures
from tui.dossier.draft import Draft, Piece, RawFile, Refused
from tui.dossier.room import NoRoom
from tui.dossier.zip_directory import directory, unpacked
from tui.errors import FileProblem

_WARC = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the pages, one at a time, and then a word on what else there is."""
    archive = directory(file.content)
    if archive.note:
        yield Draft(notes=(archive.note,))
    entries = [entry for entry in archive.entries if _WARC.fullmatch(entry.name)]
    if not entries:
        raise FileProblem("no archive of web pages in it")
    captures = Captures(file.path, file.room)
    for entry in entries:
        try:
            yield from captures.pieces(unpacked(archive.content, entry, file.room))
        except NoRoom:
            raise
        except FileProblem as problem:
            yield Refused(f"{file.path}/{entry.name}", str(problem))
    yield captures.note()

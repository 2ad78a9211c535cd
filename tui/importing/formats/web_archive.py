"""Web archives: the pages captured in a WARC file, or in all WARC files of a WACZ, which is a zip of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.archives.captures import Captures, PageList
from tui.importing.archives.unpacking import BudgetExceeded
from tui.importing.archives.zip_directory import ZipDirectory, ZipEntry, read_directory, unpack
from tui.importing.parsed import Draft, Piece, RawFile, Refused
from tui.importing.registry import suffix_of
from tui.locale import N_

_WARC = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
_LIST = re.compile(r"pages/[^/]+\.jsonl", re.IGNORECASE)


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the pages, one at a time, and at last a note on everything else."""
    if (file.suffix or suffix_of(file.path)) == ".wacz":
        yield from _read_zipped(file)
        return
    captures = Captures(file.path, file.budget)
    yield from captures.pieces(file.content)
    yield captures.note()


def _read_zipped(file: RawFile) -> Iterator[Piece]:
    archive = read_directory(file.content)
    if archive.note:
        yield Draft(notes=(archive.note,))
    entries = [entry for entry in archive.entries if _WARC.fullmatch(entry.name)]
    if not entries:
        raise FileProblem(N_("no WARC archive in it"))
    pages = _listed(archive, file)
    captures = Captures(file.path, file.budget, pages)
    yield from _captured(archive, entries, captures, file)
    if captures.frames and not pages.any_met:
        # None of the captured addresses is listed, so the list says nothing about them.
        captures = captures.without_list()
        pieces = _captured(archive, entries, captures, file)
        yield from (piece for piece in pieces if isinstance(piece, RawFile) and piece.suffix == ".html")
    yield captures.note()


def _listed(archive: ZipDirectory, file: RawFile) -> PageList:
    pages = PageList()
    for entry in archive.entries:
        if _LIST.fullmatch(entry.name):
            try:
                pages.read(unpack(archive.content, entry, file.budget))
            except BudgetExceeded:
                raise
            except FileProblem:
                return PageList()
    return pages


def _captured(archive: ZipDirectory, entries: list[ZipEntry], captures: Captures, file: RawFile) -> Iterator[Piece]:
    for entry in entries:
        try:
            yield from captures.pieces(unpack(archive.content, entry, file.budget))
        except BudgetExceeded:
            raise
        except FileProblem as problem:
            yield Refused(f"{file.path}/{entry.name}", str(problem))

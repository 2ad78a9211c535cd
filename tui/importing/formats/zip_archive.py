"""Zip archives: the files in them, each for its own format; the files of an export are read together."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.archives.members import Members
from tui.importing.archives.unpacking import Budget, BudgetExceeded
from tui.importing.archives.zip_directory import ZipDirectory, ZipEntry, read_directory, unpack
from tui.importing.parsed import Draft, Piece, RawFile, Refused
from tui.importing.records.omnivore import export_files, omnivore
from tui.locale import N_


def read(file: RawFile) -> Iterator[Piece]:
    """Yield the files of the archive lazily."""
    archive = read_directory(file.content)
    if archive.note:
        yield Draft(notes=(archive.note,))
    names = Members(file.path)
    names.expect(entry.name for entry in archive.entries)
    plain = {entry.name: entry for entry in archive.entries if not entry.link}
    export = export_files(plain)
    for entry in archive.entries:
        piece = None if entry.name in export else _member(archive, entry, names, file.budget)
        if piece is not None:
            yield piece
    if export:
        yield from omnivore(export, lambda name: unpack(archive.content, plain[name], file.budget))


def _member(archive: ZipDirectory, entry: ZipEntry, names: Members, budget: Budget) -> RawFile | Refused | None:
    path = names.admit(entry.name)
    if path is None or isinstance(path, Refused):
        return path
    if entry.link:
        return Refused(path, N_("a link; links are not followed"), failed=False)
    unread = names.unread(path)
    if unread is not None:
        return unread
    try:
        return RawFile(path, unpack(archive.content, entry, budget))
    except BudgetExceeded:
        raise
    except FileProblem as problem:
        return Refused(path, str(problem))

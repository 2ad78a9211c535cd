"""Walks a dossier's folder: every file in it, in a stable order.

Only regular files inside the folder are offered for reading. Links are not followed, so a walk neither leaves the
folder nor loops; whatever is not offered is listed with the reason.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote

from tui.dossier.account import Outcome
from tui.errors import DossierError
from tui.importing.limits import FOLDER_DEPTH
from tui.locale import N_, _

_KINDS = (
    (stat.S_ISFIFO, N_("a named pipe")),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_READMES = ("readme.md", "readme.txt")
"""Names of files about a folder, in lower case."""

BAG_DECLARATION, BAG_PAYLOAD = "bagit.txt", "data"
"""The file and the folder that make a folder a BagIt bag (RFC 8493)."""
AROUND = "../"
"""The path from the payload of a bag, opened as a dossier, to what lies around it."""
OF_A_BAG = N_("a part of a bag, not an article")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that the walk found, or something else that will not be read."""

    path: str
    """Relative to the folder, with forward slashes; bytes that are not UTF-8 are kept as lone surrogates."""
    size: int = 0
    """In bytes."""
    mtime_ns: int = 0
    """The time of the last change, in nanoseconds; used only to detect changes, never as a date."""
    outcome: Outcome | None = None
    """Its outcome if it is not to be read, else None."""
    reason: str = ""


def walk(folder: Path) -> Iterator[FileEntry]:
    """Yield every file below `folder`, sorted by name within each folder.

    Raises `DossierError` if the folder itself cannot be read.
    """
    try:
        top = _sorted_entries(folder)
    except OSError as error:
        raise DossierError(
            _("{folder} cannot be read: {why}; name another folder.").format(folder=folder, why=why(error))
        ) from error
    yield from _around(folder)
    stack = [_Level("", top)]
    while stack:
        level = stack[-1]
        entry = next(level.entries, None)
        if entry is None:
            stack.pop()
        elif level.is_bag and entry.name != BAG_PAYLOAD:
            yield _of_a_bag(level.prefix, entry)
        elif not entry.is_dir(follow_symlinks=False):
            yield _part(_file(entry, level.prefix), level.page)
        else:
            path = f"{level.prefix}{entry.name}/"
            below = _enter(entry, path, len(stack))
            if isinstance(below, FileEntry):
                yield below
            else:
                stack.append(_Level(path, below, level.page or page_beside(entry.name, level.names)))


class _Level:
    """A folder that is being walked."""

    def __init__(self, prefix: str, entries: list[os.DirEntry[str]], page: str = "") -> None:
        self.prefix = prefix
        self.entries = iter(entries)
        self.names = frozenset(entry.name for entry in entries)
        self.page = page
        """The saved page whose parts lie here, or ""."""
        self.is_bag = {BAG_DECLARATION, BAG_PAYLOAD} <= self.names


def is_bag(folder: Path) -> bool:
    """Say whether a folder is a BagIt bag, whose payload is the dossier."""
    return (folder / BAG_DECLARATION).is_file() and (folder / BAG_PAYLOAD).is_dir()


def bag_around(folder: Path) -> Path | None:
    """Return the bag whose payload a folder is, or None."""
    above = folder.resolve().parent
    return above if folder.resolve().name == BAG_PAYLOAD and is_bag(above) else None


def _around(folder: Path) -> Iterator[FileEntry]:
    """Yield what lies around a folder that is the payload of a bag: manifests, citations, the journal of a desk."""
    bag = bag_around(folder)
    for entry in _sorted_entries(bag) if bag is not None else ():
        if entry.name != BAG_PAYLOAD:
            yield _of_a_bag(AROUND, entry)


def _of_a_bag(prefix: str, entry: os.DirEntry[str]) -> FileEntry:
    end = "/" if entry.is_dir(follow_symlinks=False) else ""
    return FileEntry(f"{prefix}{entry.name}{end}", outcome=Outcome.SKIPPED, reason=OF_A_BAG)


def _part(entry: FileEntry, page: str) -> FileEntry:
    """Return the entry of a file, skipped if it is a part of a saved page.

    Its time of change is cleared then, so that it is read again when the page disappears.
    """
    if not page or entry.outcome is not None:
        return entry
    return replace(
        entry, mtime_ns=0, outcome=Outcome.SKIPPED, reason=N_("a part of the saved page {page}").format(page=page)
    )


def _enter(entry: os.DirEntry[str], path: str, depth: int) -> list[os.DirEntry[str]] | FileEntry:
    """Return the entries of a folder, or the entry that says why it is not entered."""
    if entry.name.startswith("."):
        return FileEntry(path, outcome=Outcome.SKIPPED, reason=N_("a hidden folder"))
    if depth > FOLDER_DEPTH:
        return FileEntry(
            path,
            outcome=Outcome.FAILED,
            reason=N_("more than {most} folders deep").format(most=FOLDER_DEPTH),
        )
    try:
        return _sorted_entries(entry.path)
    except OSError as error:
        return FileEntry(
            path, outcome=Outcome.FAILED, reason=N_("the folder cannot be read: {why}").format(why=why(error))
        )


def _sorted_entries(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _file(entry: os.DirEntry[str], prefix: str) -> FileEntry:
    """Return the entry of anything but a folder."""
    path = prefix + entry.name
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        return FileEntry(path, outcome=Outcome.FAILED, reason=N_("cannot be accessed: {why}").format(why=why(error)))
    size, mtime_ns, mode = found.st_size, found.st_mtime_ns, found.st_mode
    if stat.S_ISREG(mode):
        reason = skipped_by_name(entry.name)
        return FileEntry(path, size, mtime_ns, Outcome.SKIPPED if reason else None, reason)
    if stat.S_ISLNK(mode):
        return FileEntry(path, size, mtime_ns, Outcome.SKIPPED, N_("a link; links are not followed"))
    kind = next((name for test, name in _KINDS if test(mode)), N_("neither a file nor a folder"))
    return FileEntry(path, 0, 0, Outcome.SKIPPED, kind)


def skipped_by_name(name: str) -> str:
    """Return why a file is skipped for its name alone, or ""."""
    if name.startswith("."):
        return N_("a hidden file")
    return N_("a README, not an article") if name.lower() in _READMES else ""


def why(error: OSError) -> str:
    """Return the system's message for an error, in lower case."""
    return (error.strerror or type(error).__name__).lower()


def check_folder(folder: Path) -> None:
    """Raise `DossierError` if a folder is missing, is not a folder or may not be read."""
    try:
        there = folder.exists()
    except OSError as error:  # a parent may not be entered, or the name is too long for the system
        raise DossierError(
            _("{folder} cannot be accessed: {why}; name another folder.").format(folder=folder, why=why(error))
        ) from error
    if not there:
        raise DossierError(
            _("There is no folder {folder}; name one that holds articles: mali-tui FOLDER").format(folder=folder)
        )
    if not folder.is_dir():
        raise DossierError(
            _(
                "{folder} is a file, and a dossier is a folder. This opens its folder and lists what is in the file:"
                " mali-tui {parent} --query {query}"
            ).format(folder=folder, parent=quote(str(folder.parent)), query=quote(f'path:"{folder.name}"'))
        )
    if not os.access(folder, os.R_OK | os.X_OK):
        raise DossierError(
            _("{folder} may not be read; change its permissions, or name another folder.").format(folder=folder)
        )


_ENDINGS = (
    "_files", ".files", "-files", "_fichiers", "-fichiers", "-Dateien", "_Dateien", "_archivos", "-Archivos",
    "_arquivos", "_ficheiros", "_file", "-file", "_bestanden", "-bestanden", "_pliki", "_soubory", "-filer", "_filer",
    "_tiedostot", "_dosyalar", "_datoteke", "_fitxers", "_elemei", "_failid", "_ملفات", "_файлы", "_ファイル",
)  # fmt: skip
"""The suffixes that browsers add to a page's name, by language."""

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".HTML", ".HTM")


def page_beside(folder: str, names: Collection[str]) -> str:
    """Return the page whose parts a folder holds, by its name and the `names` beside it, or ""."""
    for ending in _ENDINGS:
        if folder.endswith(ending) and len(folder) > len(ending):
            stem = folder.removesuffix(ending)
            return next((stem + suffix for suffix in _PAGES if stem + suffix in names), "")
    return ""

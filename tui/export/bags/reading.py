"""The files of a bag, in a folder or in a zip archive, without ever leaving it.

What was made to do harm is refused before anything is read: links, names that lead out of the bag, two files of one
name, files that lie over one another, bombs.
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from tui.export.bags.layout import DECLARATION, BagRefused, is_tag_manifest
from tui.importing.folder import why
from tui.importing.limits import ARCHIVE_FILES, ARCHIVE_RATIO, ARCHIVE_RATIO_BYTES, FOLDER_DEPTH, MEMBER_NAME_CHARACTERS
from tui.locale import _

FAULTS = (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a damaged file of a bag raises."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_UTF8 = 0x800
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


class Bag(Protocol):
    """The files of an open bag."""

    @property
    def name(self) -> str:
        """The name of the bag's folder."""

    @property
    def files(self) -> dict[str, int]:
        """The size of each file in bytes, by its name within the bag."""

    def open(self, name: str) -> BinaryIO:
        """Open a file; raises one of `FAULTS` where it is damaged, now or while it is read."""


@contextmanager
def opened(path: Path) -> Iterator[Bag]:
    """Open the bag in a folder or a zip archive; raises `BagRefused` where there is none, or one that does harm."""
    if path.is_dir():
        bag: Bag = _Folder(path)
        _check(path, bag)
        yield bag
        return
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise BagRefused(_("There is no bag {path}; name a folder or a zip archive.").format(path=path)) from None
    except OSError as error:
        raise BagRefused(_("{path} cannot be read: {problem}.").format(path=path, problem=why(error))) from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise BagRefused(
            _("{path} is no zip archive, or it is cut short; a bag is a folder or a zip archive.").format(path=path)
        ) from None
    with archive:
        bag = _Zip(path, archive)
        _check(path, bag)
        yield bag


def _check(path: Path, bag: Bag) -> None:
    if DECLARATION in bag.files or any(map(is_tag_manifest, bag.files)):
        return
    raise BagRefused(
        _("{path} is no bag: there is no {file} in it. Make one with: mali-tui pack FOLDER").format(
            path=path, file=DECLARATION
        )
    )


class _Folder:
    """A bag in a folder."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.resolve().name
        self._folder = folder
        try:
            self.files = dict(self._found(folder, "", 0))
        except OSError as error:
            raise BagRefused(
                _("{folder} cannot be read: {problem}.").format(folder=folder, problem=why(error))
            ) from None

    def open(self, name: str) -> BinaryIO:
        """Open a file that is still a plain one."""
        stream = os.fdopen(os.open(self._folder / name, _FLAGS), "rb")
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            stream.close()
            raise OSError(_("{name} is no plain file any more").format(name=name))
        return stream

    def _found(self, folder: Path | str, prefix: str, depth: int) -> Iterator[tuple[str, int]]:
        if depth > FOLDER_DEPTH:
            raise BagRefused(
                _("The bag has more than {most} folders within one another: it is not opened.").format(
                    most=FOLDER_DEPTH
                )
            )
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    yield from self._found(entry.path, f"{path}/", depth + 1)
                elif entry.is_file(follow_symlinks=False):
                    yield path, entry.stat(follow_symlinks=False).st_size
                else:
                    raise BagRefused(
                        _("In the bag, {path} is a link or no plain file: the bag is not opened.").format(path=path)
                    )


class _Zip:
    """A bag in a zip archive."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        listed = archive.infolist()
        if len(listed) > 4 * ARCHIVE_FILES:
            raise BagRefused(
                _("{path} holds more than {most:,} files: it is not opened.").format(path=path, most=4 * ARCHIVE_FILES)
            )
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in listed:
            name = _name(info)
            fault = _harm(name, info) or (_("there are two files of this name") if name in entries else "")
            if fault:
                raise BagRefused(
                    _("In {path}, {file}: {fault}; the bag is not opened.").format(
                        path=path, file=_shown(name), fault=fault
                    )
                )
            if not name.endswith("/"):
                entries[name] = info
        _check_apart(path, list(entries.values()))
        tops = {name.partition("/")[0] for name in entries if "/" in name} | {n for n in entries if "/" not in n}
        inside = len(tops) == 1 and all("/" in name for name in entries)
        if not inside and DECLARATION not in entries:
            raise BagRefused(
                _("{path} is no bag: a bag is one folder with a {file} in it.").format(path=path, file=DECLARATION)
            )
        self.name = tops.pop() if inside else path.stem
        skip = len(self.name) + 1 if inside else 0
        self._entries = {name[skip:]: info for name, info in entries.items()}
        self.files = {name: info.file_size for name, info in self._entries.items()}

    def open(self, name: str) -> BinaryIO:
        """Open a file; not more of it is read than the archive's directory says."""
        return self._archive.open(self._entries[name])  # type: ignore[return-value]  # it reads as a file does


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file, which is UTF-8 more often than the archive says so."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode()
    except UnicodeError:
        return info.orig_filename


def _harm(name: str, info: zipfile.ZipInfo) -> str:
    """Return why a file of an archive makes opening it dangerous; empty where it does not."""
    parts = name.rstrip("/").split("/")
    if "\0" in name or "\\" in name or len(name) > MEMBER_NAME_CHARACTERS:
        return _("a name that no file of a bag has")
    if ".." in parts or "." in parts or "" in parts or _DRIVE.match(name):
        return _("its name leads out of the bag")
    if stat.S_ISLNK(info.external_attr >> 16):
        return _("a link")
    if info.flag_bits & _ENCRYPTED:
        return _("it needs a password")
    if info.file_size > ARCHIVE_RATIO_BYTES and info.file_size > ARCHIVE_RATIO * max(1, info.compress_size):
        return _("it unpacks to more than {times} times its size, a bomb").format(times=ARCHIVE_RATIO)
    return ""


def _check_apart(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive in which files share bytes, as those do that unpack the same bytes a thousand times."""
    end = -1
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise BagRefused(
                _("In {path}, files lie over one another, as in a bomb; the bag is not opened.").format(path=path)
            )
        end = info.header_offset + 30 + len(info.orig_filename) + info.compress_size


def _shown(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:80]}…"

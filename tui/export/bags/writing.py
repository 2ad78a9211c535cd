"""The writing of a bag as a zip archive: the same bytes for the same dossier, on every machine.

Files are stored as they are: what deflate makes of them differs from one build of zlib to the next.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from tui.errors import MaliTuiError
from tui.export.bags.layout import (
    DECLARATION,
    DECLARED,
    INFO,
    MANIFEST,
    PAYLOAD,
    PLAIN_SUMS,
    PUBLIC_KEY,
    SIGNATURE,
    TAG_MANIFEST,
    manifest,
)
from tui.importing.folder import AROUND, walk
from tui.locale import _

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the earliest that a zip archive can name."""
_PIECE = 2**20
_LARGE = 2**30
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the folder of the dossier that is not packed."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Packed:
    """What is to be packed."""

    name: str
    """The name of the bag's folder."""
    folder: Path
    paths: Sequence[str]
    """The files, relative to the folder."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the dossier as it stands in the bag."""

    path: str
    """Relative to the dossier."""
    size: int
    digest: str
    """SHA-256 in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs what a bag says of itself."""

    fingerprint: str
    public_key: bytes
    """PEM."""
    sign: Callable[[bytes], bytes]


Tags = Callable[[list[Stored]], Mapping[str, bytes]]
"""Makes the tag files of a bag, by name, of the files in it."""


def payload(folder: Path) -> Iterator[str | LeftOut]:
    """Yield the path of each file of a dossier that is packed, and what is left out, in a stable order.

    Every plain file is packed, also one that is no article, but for hidden ones.
    """
    for entry in walk(folder):
        if entry.path.startswith(AROUND):
            continue
        reason = _reason(folder, entry.path) or ("" if not entry.path.endswith("/") else entry.reason)
        yield LeftOut(entry.path, reason) if reason else entry.path


def _reason(folder: Path, path: str) -> str:
    """Return why a file is not packed; empty where it is."""
    if any(part.startswith(".") for part in path.split("/")):
        return _("hidden")
    if "\\" in path or any(ord(character) < 32 or ord(character) == 127 for character in path):
        return _("its name holds a character that not every system allows; rename it to pack it")
    if any("\ud800" <= character <= "\udfff" for character in path):
        return _("its name is not UTF-8; rename it to pack it")
    try:
        mode = os.lstat(folder / path).st_mode
    except OSError as error:
        return _("cannot be looked at: {problem}").format(problem=(error.strerror or _("unknown reason")).lower())
    if stat.S_ISLNK(mode):
        return _("a link; links are not followed")
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else _("no plain file")


def write_bag(stream: BinaryIO, dossier: Packed, tags: Tags, signer: Signer | None = None) -> list[Stored]:
    """Write files of a dossier as a bag and return what was stored.

    Raises `MaliTuiError` where a file cannot be read: a bag has every file that its dossier has.
    """
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        bag = _Writer(archive, dossier.name)
        stored = [bag.copy(dossier.folder, path) for path in sorted(dossier.paths)]
        for tag, content in sorted(_tag_files(stored, tags, signer).items()):
            bag.put(tag, content)
        listed = manifest(bag.checksums).encode()
        bag.put(TAG_MANIFEST, listed)
        if signer is not None:
            bag.put(SIGNATURE, signer.sign(listed))
            bag.put(PUBLIC_KEY, signer.public_key)
    return stored


def _tag_files(stored: list[Stored], tags: Tags, signer: Signer | None) -> dict[str, bytes]:
    """Return all tag files but the tag manifest and what signs it."""
    sums = {PAYLOAD + file.path: file.digest for file in stored}
    files = {DECLARATION: DECLARED.encode(), MANIFEST: manifest(sums).encode(), **tags(stored)}
    if any("%" in name for name in sums):
        files[PLAIN_SUMS] = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
    # No day and no version of the program: the same dossier makes the same bag tomorrow.
    info = {
        "Bag-Software-Agent": "mali-tui",
        "Payload-Oxum": f"{sum(file.size for file in stored)}.{len(stored)}",
        "Tag-Manifest": TAG_MANIFEST,
        "Signature": f"Ed25519, key {signer.fingerprint}" if signer else "",
    }
    files[INFO] = "".join(f"{label}: {value}\n" for label, value in info.items() if value).encode()
    return files


class _Writer:
    """Puts files into a zip archive below one folder, and keeps the checksums of the tag files."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self.checksums: dict[str, str] = {}

    def put(self, name: str, content: bytes) -> None:
        """Write a tag file."""
        self._archive.writestr(self._entry(name, len(content)), content)
        self.checksums[name] = sha256(content).hexdigest()

    def copy(self, folder: Path, path: str) -> Stored:
        """Copy a file of the dossier; what is told of it is what was copied."""
        digest, size = sha256(), 0
        try:
            with os.fdopen(os.open(folder / path, _READ), "rb") as source:
                found = os.fstat(source.fileno())
                if not stat.S_ISREG(found.st_mode):
                    raise MaliTuiError(_("{path} is no plain file any more; pack the dossier again.").format(path=path))
                entry = self._entry(PAYLOAD + path, found.st_size)
                with self._archive.open(entry, "w", force_zip64=found.st_size > _LARGE) as target:
                    while size < found.st_size and (piece := source.read(min(_PIECE, found.st_size - size))):
                        digest.update(piece)
                        target.write(piece)
                        size += len(piece)
                after = os.fstat(source.fileno())
        except OSError as error:
            raise MaliTuiError(
                _("{path} cannot be read: {problem}; nothing was packed.").format(
                    path=path, problem=error.strerror or error
                )
            ) from None
        if (size, found.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise MaliTuiError(_("{path} changed while it was packed; pack the dossier again.").format(path=path))
        return Stored(path, size, digest.hexdigest())

    def _entry(self, name: str, size: int) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(f"{self._name}/{name}", _EPOCH)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        entry.file_size = size
        return entry

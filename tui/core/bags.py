"""The opening of a bag as a dossier: its payload is the dossier, and nothing in it is written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.atomic_write import lives
from tui.base.locations import cache_root, private_folder, refuse_foreign
from tui.base.plurals import counted
from tui.importing.folder import BAG_PAYLOAD, bag_around, is_bag
from tui.importing.limits import ARCHIVE_BYTES
from tui.locale import _

if TYPE_CHECKING:
    from tui.export.bags.reading import Bag

_PIECE = 2**20


def dossier_of(path: Path) -> Path:
    """Return the folder that is the dossier: that of a bag is its payload, any other folder is one itself.

    A bag in a zip archive is verified and copied to the cache. Raises `BagRefused` where it does not verify, and
    `CacheError` where it cannot be copied.
    """
    try:
        if is_bag(path):
            return path / BAG_PAYLOAD
        if path.suffix.lower() == ".zip" and path.is_file():
            return _copied(path) / BAG_PAYLOAD
    except PermissionError:
        pass  # whoever opens the folder says so
    return path


def desk_in_bag(folder: Path) -> Path | None:
    """Return the desk that came in the bag whose payload a dossier is; None where none did."""
    from tui.export.bags.layout import DESK

    bag = bag_around(folder)
    path = bag / DESK if bag is not None else None
    return path if path is not None and path.is_file() else None


def _copied(path: Path) -> Path:
    """Return the copy of a bag in the cache, which is made where there is none."""
    from tui.errors import CacheError
    from tui.export.bags.layout import BagRefused
    from tui.export.bags.reading import opened
    from tui.export.bags.verification import verify

    with opened(path) as bag:
        different = verify(bag).different
        if different:
            raise BagRefused(
                _("In {path}, {files} are not as they were packed; mali-tui verify names them.").format(
                    path=path, files=counted(len(different), "file")
                )
            )
        if sum(bag.files.values()) > ARCHIVE_BYTES:
            raise BagRefused(
                _("{path} holds more than {most} MB; unpack it and open the folder.").format(
                    path=path, most=ARCHIVE_BYTES // 2**20
                )
            )
        try:
            return _copy(bag, cache_root() / "bags" / _digest(bag))
        except OSError as error:
            raise CacheError(
                _("{path} cannot be copied to {folder}: {problem}; unpack it and open the folder.").format(
                    path=path, folder=cache_root(), problem=error.strerror or error
                )
            ) from None


def _digest(bag: Bag) -> str:
    """Return what tells a bag from every other one: the checksum of its manifests."""
    from hashlib import sha256

    found = sha256()
    for name in sorted(bag.files):
        if "manifest-" in name and "/" not in name:
            with bag.open(name) as stream:
                found.update(name.encode() + b"\0" + stream.read())
    return found.hexdigest()[:32]


def _copy(bag: Bag, place: Path) -> Path:
    """Copy every file of a bag below a folder and return the bag's folder there: it is there whole, or not at all."""
    target = place / (bag.name or "bag")
    refuse_foreign(place)
    if target.is_dir():
        return target
    for folder in (place.parent.parent, place.parent, place):
        private_folder(folder)
    for left in place.glob(".*.part"):  # by a process that was killed
        if left.name[1:-5].isdecimal() and not lives(int(left.name[1:-5])):
            shutil.rmtree(left, ignore_errors=True)
    aside = place / f".{os.getpid()}.part"
    try:
        for name in bag.files:
            copy = aside / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            with bag.open(name) as source, copy.open("wb") as stream:
                shutil.copyfileobj(source, stream, _PIECE)
        (aside / BAG_PAYLOAD).mkdir(parents=True, exist_ok=True)
        try:
            aside.rename(target)
        except OSError:
            if not target.is_dir():  # else another program was faster
                raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return target

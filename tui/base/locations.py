"""Where files live: the bundled dossier, the cache of each dossier, the user's data."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from tui.base.settings import settings
from tui.errors import DossierError
from tui.locale import _

CACHE_VARIABLE = "MALI_TUI_CACHE"
"""The environment variable that names another cache folder."""

DATA_VARIABLE = "MALI_TUI_DATA"
"""The environment variable that names another folder for the user's data."""

DESK_VARIABLE = "MALI_TUI_DESK"
"""The environment variable that names the file of the desk, whichever dossier is opened."""

_LAYOUT = "1"
"""Raised when the layout of the cache changes: a new cache is built, and those of older layouts are tidied away."""


def bundled_dossier() -> Path:
    """Return the folder of the bundled articles: beside the package, or inside the installed one."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "articles", package.parent / "articles"):
        if folder.is_dir():
            return folder
    raise DossierError(_("The bundled articles are missing; install mali-tui again, or name a folder: mali-tui FOLDER"))


def cache_root() -> Path:
    """Return the folder that holds every dossier's cache; it may not exist yet."""
    named = os.environ.get(CACHE_VARIABLE) or settings().cache
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_path("mali-tui", appauthor=False))


def data_root() -> Path:
    """Return the folder of the user's data, which is never thrown away; it may not exist yet."""
    named = os.environ.get(DATA_VARIABLE) or settings().data
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_path("mali-tui", appauthor=False))


def cache_folder(dossier: Path) -> Path:
    """Return the cache folder of one dossier, named after it and made unique by two checksums of its full path."""
    return cache_root() / f"{_named_after(dossier)}-{_LAYOUT}"


def remove_older_caches(dossier: Path) -> None:
    """Delete what older releases kept of a dossier in other layouts; what cannot be deleted stays.

    Nothing is lost by that: a cache is built from the dossier. Caches of newer releases stay.
    """
    import shutil

    name, root = _named_after(dossier), cache_root()
    with suppress(OSError):
        for folder in root.iterdir():
            layout = folder.name.removeprefix(f"{name}-")
            if layout != folder.name and layout.isdecimal() and int(layout) < int(_LAYOUT) and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)


def desks_root() -> Path:
    """Return the folder that holds the desk of every dossier; it need not exist yet."""
    return data_root() / "desks"


def may_have_desk() -> bool:
    """Say whether any dossier may have a desk: where none has, nothing that desks need has to be loaded."""
    return bool(os.environ.get(DESK_VARIABLE) or settings().desk) or desks_root().is_dir()


def desk_folder(dossier: Path) -> Path:
    """Return the folder in which the desk of a dossier is made, named as that of its cache."""
    return desks_root() / _named_after(dossier)


def _named_after(dossier: Path) -> str:
    whole = str(dossier.resolve()).encode("utf-8", "surrogateescape")
    letters = "".join(c if c.isalnum() else "-" for c in dossier.resolve().name)[:40]
    return f"{letters}-{crc32(whole):08x}{crc32(whole[::-1]) & 0xFFFF:04x}"

"""Where files live: the bundled dossier, the cache of each dossier, the user's data."""

from __future__ import annotations

import os
from pathlib import Path
from zlib import crc32

from tui.errors import DossierError

CACHE_VARIABLE = "MALI_TUI_CACHE"
"""The environment variable that names another cache folder."""

DATA_VARIABLE = "MALI_TUI_DATA"
"""The environment variable that names another folder for the user's data."""

_LAYOUT = "1"
"""Raised when the layout of the cache changes; the older cache is left alone and a new one is built."""


def bundled_dossier() -> Path:
    """Return the folder of the bundled articles: beside the package, or inside the installed one."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "articles", package.parent / "articles"):
        if folder.is_dir():
            return folder
    raise DossierError("The bundled articles are missing; install mali-tui again, or name a folder: mali-tui FOLDER")


def cache_root() -> Path:
    """Return the folder that holds every dossier's cache; it may not exist yet."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_path("mali-tui", appauthor=False))


def data_root() -> Path:
    """Return the folder of the user's data, which is never thrown away; it may not exist yet."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_path("mali-tui", appauthor=False))


def cache_folder(dossier: Path) -> Path:
    """Return the cache folder of one dossier, named after it and made unique by two checksums of its full path."""
    whole = str(dossier.resolve()).encode("utf-8", "surrogateescape")
    letters = "".join(c if c.isalnum() else "-" for c in dossier.resolve().name)[:40]
    return cache_root() / f"{letters}-{crc32(whole):08x}{crc32(whole[::-1]) & 0xFFFF:04x}-{_LAYOUT}"

"""Where files live: the bundled dossier, the cache of each dossier, the user's data."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from tui.base.settings import settings
from tui.errors import CacheError, DossierError, MaliTuiError
from tui.locale import N_, _

CACHE_VARIABLE = "MALI_TUI_CACHE"
"""The environment variable that names another cache folder."""

DATA_VARIABLE = "MALI_TUI_DATA"
"""The environment variable that names another folder for the user's data."""

STATE_VARIABLE = "MALI_TUI_STATE"
"""The environment variable that names another folder for reports of errors."""

DESK_VARIABLE = "MALI_TUI_DESK"
"""The environment variable that names the file of the desk, whichever dossier is opened."""

SEEN = "seen"
"""The file beside the place that a reader left, in which it is kept what the last visit saw."""
_OWN = ("queries.txt", "last-copy.txt", "copies.json", "citation-style.txt", "writer")
"""The files in the user's data folder."""

_FOREIGN = N_(
    "The cache folder {folder} belongs to another user, or others can write there, so nothing in it is opened; "
    "take it back (chown, chmod go-w), or name another one with MALI_TUI_CACHE."
)

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
        return expanded(Path(named))
    import platformdirs

    return Path(platformdirs.user_cache_path("mali-tui", appauthor=False))


def data_root() -> Path:
    """Return the folder of the user's data, which is never thrown away; it may not exist yet."""
    named = os.environ.get(DATA_VARIABLE) or settings().data
    if named:
        return expanded(Path(named))
    import platformdirs

    return Path(platformdirs.user_data_path("mali-tui", appauthor=False))


def columns_file(dossier: Path) -> Path:
    """Return the file that names the columns of a dossier's tables; it may not exist."""
    from tui.base.settings import settings_file

    return settings_file().parent / _named_after(dossier) / "mali-tui.toml"


def state_root() -> Path:
    """Return the folder of what tells how the program fared; it may not exist yet."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return expanded(Path(named))
    import platformdirs

    return Path(platformdirs.user_state_path("mali-tui", appauthor=False))


def expanded(path: Path) -> Path:
    """Return a path with `~` and `~user` resolved; raises `MaliTuiError` where there is no such user."""
    try:
        return path.expanduser()
    except RuntimeError:
        first = path.parts[0]
        raise MaliTuiError(
            _("There is no user {name}; write ./{name} for a folder of that name.").format(name=first)
        ) from None


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner can enter, if it is missing, and return it; raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def refuse_foreign(folder: Path) -> None:
    """Raise `CacheError` if a cache folder, or the one around it, is another user's or others can write there.

    What they could have put there is not opened. A folder that is missing is no harm.
    """
    if os.name != "posix":
        return  # the folders of a user are closed to others by the system
    for place, owners, shared in (
        (folder.parent, {os.geteuid(), 0}, stat.S_IWOTH),
        (folder, {os.geteuid()}, stat.S_IWOTH | stat.S_IWGRP),
    ):
        try:
            found = place.lstat() if place == folder else place.stat()
        except OSError:
            continue  # it is made, or its error told, where it is opened
        kept = place != folder and found.st_mode & stat.S_ISVTX  # as /tmp is: nobody can rename what is ours
        if stat.S_ISLNK(found.st_mode) or found.st_uid not in owners or (found.st_mode & shared and not kept):
            raise CacheError(_(_FOREIGN).format(folder=place))


def make_private() -> None:
    """Take from others the right to read what is the user's own: data and reports, in folders of older versions too.

    Only what this program writes is touched, since the folders may be named by the user.
    """
    data, state = data_root(), state_root()
    ours = [root for root, variable in ((data, DATA_VARIABLE), (state, STATE_VARIABLE)) if not os.environ.get(variable)]
    for place in (
        *ours,
        *(data / name for name in _OWN),
        *_below(data / "desks"),
        *_below(data / "places"),
        *state.glob("fault-*.txt"),
    ):
        with suppress(OSError):
            found = place.lstat()
            if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode):
                private = found.st_mode & 0o700
                if stat.S_IMODE(found.st_mode) != private:
                    place.chmod(private)


def _below(folder: Path) -> Iterator[Path]:
    """Yield a folder and all that is in it; links are not followed."""
    if folder.is_dir() and not folder.is_symlink():
        yield folder
        for above, folders, files in os.walk(folder):
            yield from (Path(above) / name for name in (*folders, *files))


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


def place_folder(dossier: Path) -> Path:
    """Return the folder in which it is kept where the reader left a dossier; it need not exist yet."""
    return data_root() / "places" / _named_after(dossier)


def _named_after(dossier: Path) -> str:
    whole = str(dossier.resolve()).encode("utf-8", "surrogateescape")
    letters = "".join(c if c.isalnum() else "-" for c in dossier.resolve().name)[:40]
    return f"{letters}-{crc32(whole):08x}{crc32(whole[::-1]) & 0xFFFF:04x}"

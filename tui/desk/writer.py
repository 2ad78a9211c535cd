"""Who writes: a name for this person on this machine, which stands in each event and tells two people apart."""

from __future__ import annotations

import getpass
import re
import secrets
import string
from pathlib import Path

from tui.base.atomic_write import atomic_write

_FILE_NAME = "writer"
_NAME = re.compile(r"[\w.@+-]{1,64}")


def this_writer(folder: Path) -> str:
    """Return the writer that is kept in the user's data folder, which is made at the first call.

    It is the login name with four letters that tell two people of one name apart. Where it cannot be kept, it holds for
    this run only.
    """
    path = folder / _FILE_NAME
    kept = _kept(path)
    if kept:
        return kept
    made = f"{_login()}-{''.join(secrets.choice(string.ascii_lowercase) for _ in range(4))}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(path, f"{made}\n".encode(), replace=False, private=True)
    except FileExistsError:  # another program made it at the same moment, or somebody emptied it
        return _kept(path) or made
    except OSError:
        return made
    return made


def _kept(path: Path) -> str:
    try:
        found = _NAME.fullmatch(path.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return ""
    return found.group() if found else ""


def _login() -> str:
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = ""
    return re.sub(r"[^\w.+]", "", name)[:32] or "reader"

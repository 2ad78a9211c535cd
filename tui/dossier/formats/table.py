"""The table of formats: which module reads a file of which name.

A new format is one new module here with a function `read` (see `tui.dossier.draft.Reader`), and a line in the table.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import cast

from tui.dossier.draft import Reader

FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The module of each suffix, in lower case; the empty one stands for names without a suffix."""

_SUFFIX = re.compile(r"[^/.][^/]*(\.[A-Za-z][A-Za-z0-9]{0,11})")


def suffix_of(path: str) -> str:
    """Return the suffix of a file's name in lower case, or "" where what follows its last point is no suffix."""
    found = _SUFFIX.fullmatch(path.rpartition("/")[2])
    return found.group(1).lower() if found else ""


def reader_of(path: str) -> Reader | None:
    """Return the function that reads a file of this name, or None where no format does."""
    module = FORMATS.get(suffix_of(path))
    return _reader(module) if module is not None else None


@cache
def _reader(module: str) -> Reader:
    return cast(Reader, import_module(f"tui.dossier.formats.{module}").read)

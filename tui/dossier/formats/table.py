"""The table of formats: which module reads a file of which name.

A new format is one new module here with a function `read` (see `tui.dossier.draft.Reader`), and a line in the table.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.dossier.draft import Reader

FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The module of each suffix, in lower case; the empty one stands for names without a suffix."""

READING_VERSION = 1
"""Raised whenever the same bytes would give other articles: every file is then read again."""

RULES = f"{READING_VERSION} {' '.join(sorted(FORMATS))}"
"""Names the rules by which files are read now; the catalogue keeps it with each file."""

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
    return cast("Reader", import_module(f"tui.dossier.formats.{module}").read)

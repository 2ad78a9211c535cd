"""The table of formats: which module reads a file of which name.

A new format is one new module here with a function `read` (see `tui.dossier.draft.Reader`), and a line in the table.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from tui.errors import FileProblem

if TYPE_CHECKING:
    from tui.dossier.draft import Reader

FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".shtml": "page",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".pdf": "pdf",
    ".epub": "epub",
    ".csv": "separated",
    ".tsv": "separated",
    ".tab": "separated",
    ".json": "json_file",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".zip": "zip_archive",
    ".gz": "gzip_file",
    ".tar": "tar_archive",
    ".tar.gz": "tar_archive",
    ".tgz": "tar_archive",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wacz": "wacz",
}
"""The module of each suffix, in lower case; the empty one stands for names without a suffix."""

OURS = frozenset(("plain", "markdown"))
"""Formats that our own code reads, and which the program itself may read; all others are read in a process apart."""

NEEDS: dict[str, str] = {"page": "trafilatura", "mhtml": "trafilatura"}
"""The package, by its module's name, that a format needs and that a plain installation does not bring."""

READING_VERSION = 2
"""Raised whenever the same bytes would give other articles: every file is then read again."""

_SUFFIX = re.compile(r"[^/.][^/]*(\.[A-Za-z][A-Za-z0-9]{0,11})")


def suffix_of(path: str) -> str:
    """Return the suffix of a file's name in lower case, or "" where what follows its last point is no suffix.

    It is the longest one that a format has a name for: `.warc.gz` before `.gz`.
    """
    name = path.rpartition("/")[2]
    found = _SUFFIX.fullmatch(name)
    if found is None:
        return ""
    before = _SUFFIX.fullmatch(name[: found.start(1)])
    single = found.group(1).lower()
    double = before.group(1).lower() + single if before else single
    return double if double in FORMATS else single


def reader_of(path: str) -> Reader | None:
    """Return the function that reads a file of this name, or None where no format does.

    Raises `FileProblem` where the format needs a package that is not installed.
    """
    module = FORMATS.get(suffix_of(path))
    if module is None:
        return None
    if module in NEEDS and not _installed(NEEDS[module]):
        raise FileProblem(
            f"reading it needs {NEEDS[module]}, which is not installed; add it with: pip install 'mali-tui[import]'"
        )
    return _reader(module)


def is_ours(path: str) -> bool:
    """Say whether a file of this name is read by our own code alone, or not at all."""
    return FORMATS.get(suffix_of(path), "plain") in OURS


@cache
def rules() -> str:
    """Name the rules by which files are read now; the catalogue keeps it with each file.

    They are other rules where a package came or went that a format needs.
    """
    there = sorted(package for package in set(NEEDS.values()) if _installed(package))
    return " ".join((str(READING_VERSION), *sorted(FORMATS), *there))


@cache
def _installed(package: str) -> bool:
    return find_spec(package) is not None


@cache
def _reader(module: str) -> Reader:
    return cast("Reader", import_module(f"tui.dossier.formats.{module}").read)

"""The table of formats: which module reads a file of which name.

A new format is one new module in `tui.importing.formats` with a function `read` (see `tui.importing.parsed.Reader`),
and a line in the table.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from tui.errors import FileProblem

if TYPE_CHECKING:
    from tui.importing.parsed import Reader

FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".eml": "eml",
    ".emlx": "eml",
    ".mbox": "mbox",
    ".mbx": "mbox",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".xml": "xml",
    ".sgm": "tagged",
    ".sgml": "tagged",
    ".trec": "tagged",
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
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".rtf": "rtf",
    ".ris": "ris",
    ".enw": "ris",
    ".bib": "bibtex",
}
"""The module of each suffix, in lower case; the empty one stands for names without a suffix."""

MAILBOXES = frozenset(
    ("inbox", "sent", "sent mail", "sent messages", "drafts", "archive", "archives", "trash", "templates", "mbox")
)
"""Names in lower case, without a suffix, that mail programs give to mailboxes."""

OURS = frozenset(("plain", "markdown"))
"""Formats that our own code reads, and which the program itself may read; all others are read in a process apart."""

_PICTURE = "a picture: no text is looked for in it"
_SOUND = "a recording: no text is looked for in it"
_SLIDES = "slides: export them as PDF, or as .docx"
_SHEET = "a spreadsheet: save it as .csv, with a row for each article"
_KINDLE = "a book for one kind of reader: turn it into .epub"
_OLD_TEXT = "a text of an older program: save it as .docx or .odt"
_PACKED = "an archive of a kind that is not opened: unpack it, or pack it as .zip"

UNREAD = {
    **dict.fromkeys((".doc", ".dot"), "an old Word file: save it as .docx"),
    **dict.fromkeys((".wpd", ".wps", ".sxw", ".sdw", ".abw", ".lwp"), _OLD_TEXT),
    ".pages": "a Pages document: export it as .docx or PDF",
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), _SLIDES),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers"), _SHEET),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".kfx", ".fb2", ".lit"), _KINDLE),
    **dict.fromkeys((".djvu", ".djv"), "pictures of pages: turn it into PDF, with OCR"),
    **dict.fromkeys((".ps", ".eps"), "pages for a printer: turn it into PDF"),
    ".msg": "a message of Outlook: save it as .eml",
    **dict.fromkeys((".pst", ".ost"), "a mailbox of Outlook: export it as .mbox"),
    ".webarchive": "a page as Safari keeps it: save it as HTML or PDF",
    **dict.fromkeys((".chm", ".one", ".xps", ".oxps"), "a document of one program: export it as PDF"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".mkv", ".avi", ".webm"), _SOUND),
    **dict.fromkeys((".7z", ".rar", ".xz", ".bz2", ".zst"), _PACKED),
}
"""What is to be done with a file of a kind that is known and not read, by its suffix; one in `FORMATS` goes before."""

NEEDS: dict[str, str] = {"page": "trafilatura", "mhtml": "trafilatura"}
"""The package, by its module's name, that a format needs and that a plain installation does not bring."""

HELPED: dict[str, str] = {"pdf": "cryptography"}
"""The package that some files of a format need: those that are encrypted, though without a password."""

READING_VERSION = 8
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
    module = _module_of(path)
    if module is None:
        return None
    if module in NEEDS and not installed(NEEDS[module]):
        raise FileProblem(needs(NEEDS[module]))
    return _reader(module)


def needs(package: str, what: str = "reading it") -> str:
    """Say that something needs a package, and how to add it."""
    return f"{what} needs {package}, which is not installed; add it with: pip install 'mali-tui[import]'"


def why_unread(path: str) -> str:
    """Say why no format reads a file of this name, and what to do where that is known."""
    suffix = suffix_of(path)
    return UNREAD.get(suffix, f"no format that is read: {suffix}")


def is_ours(path: str) -> bool:
    """Say whether a file of this name is read by our own code alone, or not at all."""
    return (_module_of(path) or "plain") in OURS


def _module_of(path: str) -> str | None:
    return "mbox" if path.rpartition("/")[2].lower() in MAILBOXES else FORMATS.get(suffix_of(path))


@cache
def rules() -> str:
    """Name the rules by which files are read now; the catalogue keeps it with each file.

    They are other rules where a package came or went that a format needs.
    """
    there = sorted(package for package in {*NEEDS.values(), *HELPED.values()} if installed(package))
    return " ".join((str(READING_VERSION), *sorted(FORMATS), *there))


@cache
def installed(package: str) -> bool:
    """Say whether a package is there, by its module's name; nothing of it is loaded."""
    return find_spec(package) is not None


@cache
def _reader(module: str) -> Reader:
    return cast("Reader", import_module(f"tui.importing.formats.{module}").read)

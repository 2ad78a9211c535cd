"""The table of formats: which module reads files of which suffix.

A new format is a module in `tui.importing.formats` with a function `read` (see `tui.importing.parsed.Reader`), a line
in `FORMATS`, and a test.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from tui.errors import FileProblem
from tui.locale import N_

if TYPE_CHECKING:
    from tui.importing.parsed import Reader

FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".eml": "mail",
    ".emlx": "mail",
    ".mbox": "mail",
    ".mbx": "mail",
    ".msg": "outlook",
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
    ".jsonl": "json_file",
    ".ndjson": "json_file",
    ".zip": "zip_archive",
    ".gz": "gzip_file",
    ".tar": "tar_archive",
    ".tar.gz": "tar_archive",
    ".tgz": "tar_archive",
    ".warc": "web_archive",
    ".warc.gz": "web_archive",
    ".wacz": "web_archive",
    ".arc": "web_archive",
    ".arc.gz": "web_archive",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".rtf": "rtf",
    ".ris": "ris",
    ".enw": "ris",
    ".bib": "bibtex",
    ".enex": "enex",
    ".jex": "tar_archive",
    ".xls": "text_sheet",
}
"""The module of each suffix in lower case; the empty suffix stands for names without one."""

MAILBOXES = frozenset(
    ("inbox", "sent", "sent mail", "sent messages", "drafts", "archive", "archives", "trash", "templates", "mbox")
)
"""Names without a suffix, in lower case, that mail programs give to mailboxes."""

OURS = frozenset(("plain", "markdown"))
"""Formats read by our own code, in this process if the file is small; all others are read in the sandbox."""

_PICTURE = N_("a picture: not searched for text")
_SOUND = N_("a recording: not searched for text")
_SLIDES = N_("slides: export them as PDF, or as .docx")
_SHEET = N_("a spreadsheet: save it as .csv, with a row for each article")
_KINDLE = N_("a book for one kind of reader: convert it to .epub")
_OLD_TEXT = N_("a document of an older program: save it as .docx or .odt")
_PACKED = N_("an unsupported archive: unpack it, or pack it as .zip")

UNREAD = {
    **dict.fromkeys((".doc", ".dot"), N_("an old Word file: save it as .docx")),
    **dict.fromkeys((".wpd", ".wps", ".sxw", ".sdw", ".abw", ".lwp"), _OLD_TEXT),
    ".pages": N_("a Pages document: export it as .docx or PDF"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), _SLIDES),
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers"), _SHEET),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".kfx", ".fb2", ".lit"), _KINDLE),
    **dict.fromkeys((".djvu", ".djv"), N_("pictures of pages: convert it to PDF, with OCR")),
    **dict.fromkeys((".ps", ".eps"), N_("pages for a printer: convert it to PDF")),
    **dict.fromkeys((".pst", ".ost"), N_("an Outlook mailbox: export it as .mbox")),
    ".webarchive": N_("a Safari web archive: save it as HTML or PDF"),
    **dict.fromkeys((".chm", ".one", ".xps", ".oxps"), N_("a document of one program: export it as PDF")),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".mkv", ".avi", ".webm"), _SOUND),
    **dict.fromkeys((".7z", ".rar", ".xz", ".bz2", ".zst"), _PACKED),
}
"""Advice for known kinds of files that are not read, by suffix; `FORMATS` takes precedence."""

NEEDS: dict[str, str] = {"page": "trafilatura", "mhtml": "trafilatura"}
"""The optional package that a format needs, by its module's name."""

READING_VERSION = 15
"""Raised whenever the same bytes give other articles; every file is then read again."""

_SUFFIX = re.compile(r"[^/.][^/]*(\.[A-Za-z][A-Za-z0-9]{0,11})")


def suffix_of(path: str) -> str:
    """Return the suffix of a file's name in lower case, or "".

    It is the longest known one: `.warc.gz` rather than `.gz`.
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
    """Return the function that reads files of this name, or None.

    Raises `FileProblem` if the format needs a package that is not installed.
    """
    module = _module_of(path)
    if module is None:
        return None
    if module in NEEDS and not installed(NEEDS[module]):
        raise FileProblem(needs(NEEDS[module]))
    return _reader(module)


def needs(package: str, what: str = N_("reading it")) -> str:
    """Return the sentence that says how to add a missing package."""
    from tui.base.installation import command_to_add, packages_of

    add = command_to_add(packages_of("import") or [package])
    told = N_("{what} needs {package}, which is not installed; add it with: {command}")
    return told.format(what=what, package=package, command=add)


def why_unread(path: str) -> str:
    """Return why no format reads a file of this name, and what to do if that is known."""
    suffix = suffix_of(path)
    return UNREAD.get(suffix, N_("not a supported format: {suffix}").format(suffix=suffix))


def is_ours(path: str) -> bool:
    """Say whether a file of this name is read by our own code, or not at all."""
    return (_module_of(path) or "plain") in OURS


def _module_of(path: str) -> str | None:
    return "mail" if path.rpartition("/")[2].lower() in MAILBOXES else FORMATS.get(suffix_of(path))


@cache
def rules() -> str:
    """Return an identifier of the current import rules, which the catalogue keeps with each file.

    It changes when an optional package is added or removed.
    """
    there = sorted(package for package in set(NEEDS.values()) if installed(package))
    return " ".join((str(READING_VERSION), *sorted(FORMATS), *there))


@cache
def installed(package: str) -> bool:
    """Say whether a package is installed, by its module's name, without importing it."""
    return find_spec(package) is not None


@cache
def _reader(module: str) -> Reader:
    return cast("Reader", import_module(f"tui.importing.formats.{module}").read)

"""What formats produce: drafts of articles, and the files within archives.

A format is a function from the content of a file to drafts. It need not clean anything: drafts are made printable and
cut to the limits when they become articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tui.base.folding import essence
from tui.dossier.article import PublishedDate
from tui.importing.archives.unpacking import Budget
from tui.locale import N_

_FIRST = 4
"""Paragraphs at the beginning of a text in which its lead or summary may be repeated."""

_HEAD = 200
"""Characters of each that are examined beyond the length of the repeated part."""

_CUT = re.compile(r"\w(?:…|\.\.\.)\W*$")
"""The end of a part that was cut off, perhaps within a word."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a format read it."""

    paragraphs: tuple[str, ...] = ()
    """The paragraphs of the text."""
    title: str = ""
    """Empty if the file has none; a title is then made from the first sentence."""
    dates: tuple[PublishedDate, ...] = ()
    """Every publication date that the file offers; among equally trusted ones the first is best."""
    source: str = ""
    author: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    retold: bool = False
    left_out: tuple[str, ...] = ()
    """The lines of the file that are not part of the article, verbatim."""
    notes: tuple[str, ...] = ()
    """Notes for the account."""
    key: str = ""
    """Identifies the article within a file of many, independently of its place: a number, an address, a message id."""
    address: str = ""
    """The web address, if the file names it; the format need not look for a date in it."""
    captured: date | None = None
    """The day on which the page was saved; never a publication date."""
    day_order: str = ""
    """As in `Article`."""
    day_and_month: tuple[int, ...] = ()
    """Day and month of a dateline without a year, which may resolve an ambiguous date; else empty."""
    doubt: str = ""
    """Why the format doubts its own dates, in a few words; mostly empty."""
    dated_by_name: bool = True
    """Whether the file's name may date it; a download is named after the day of the download."""
    searched: bool = False
    """Whether the format has looked for a day in all of the file itself, so that one among the lines left out counts
    for less."""
    section: str = ""
    """As in `Article`, like the four below."""
    page: str = ""
    edition: str = ""
    archive_number: str = ""
    length: int = 0


HEARTBEAT = Draft()
"""Yielded by a format that takes long for one article: heartbeat for the watchdog, not an article."""


@dataclass(frozen=True, slots=True)
class Part:
    """Yielded by a format before it reads a part of a file that may stall or crash its parser, such as a page.

    It is a heartbeat, too. If the process ends while it reads the part, the file is read again without it.
    """

    name: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it is given to a format, or found in an archive."""

    path: str
    """Relative to the dossier, with forward slashes; within an archive: the archive's path, `/` and its own."""
    content: bytes
    suffix: str = ""
    """The suffix of its format, if the name does not tell: `.html` for a captured page."""
    address: str = ""
    """The web address it was captured from, if the archive says so."""
    captured: date | None = None
    """The day it was captured, if the archive says so."""
    charset: str = ""
    """The encoding that the archive states, verbatim; mostly empty and not always right."""
    avoided: frozenset[str] = frozenset()
    """The names of parts that ended a process and are not read."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What the columns of a table hold, by their folded names, as the reader says."""
    budget: Budget = field(default_factory=Budget, compare=False, repr=False)
    """The budget for unpacking it, shared with the file of the folder that holds it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file in an archive that is not read, with the reason."""

    path: str
    """As in `RawFile`."""
    reason: str
    failed: bool = True
    """Whether it should have been read; otherwise it is merely skipped."""


Piece = Draft | RawFile | Refused | Part

Reader = Callable[[RawFile], Iterable[Piece]]
"""The type of a format's `read`: yields the drafts of a file lazily.

An archive yields the files in it instead, each of which is then read by its own format. Raises `FileProblem` if the
bytes are not of the format; the pieces yielded before stay.
"""


def noting_missing_text(draft: Draft) -> Draft:
    """Add a note to a draft that has a title but no text: the text may not have been saved."""
    if draft.paragraphs or not draft.title:
        return draft
    return replace(draft, notes=(*draft.notes, N_("a title and no text")))


def draft_of_text(paragraphs: list[str], title: str) -> Draft:
    """Make a draft of a text that needs no cleaning: only a repeated title is removed."""
    if title and paragraphs and essence(paragraphs[0]) == essence(title):
        return Draft(paragraphs=tuple(paragraphs[1:]), title=title, left_out=(paragraphs[0],))
    return Draft(paragraphs=tuple(paragraphs), title=title)


def repeated_in(part: str, paragraphs: Sequence[str]) -> bool:
    """Say whether the first paragraphs of a text repeat a part, punctuation and a cut-off end apart."""
    words = essence(part).split()
    if _CUT.search(part):
        words.pop()
    begins = essence(" ".join(paragraph[: len(part) * 2 + _HEAD] for paragraph in paragraphs[:_FIRST]))
    return f" {' '.join(words)} " in f" {begins} "

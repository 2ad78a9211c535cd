"""A draft: what a format found in a file, before it becomes an article.

A format is a function from the content of a file to drafts. It need clean nothing: whatever a draft holds
is made printable, and cut to the limits, when it is taken in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tui.base.folding import essence
from tui.dossier.article import PublishedDate
from tui.importing.archives.budget import Room

_FIRST = 4
"""Paragraphs of a text in which its lead or its summary may stand again."""

_HEAD = 200
"""Characters of each that are looked at besides the length of what may stand there."""

_CUT = re.compile(r"\w(?:…|\.\.\.)\W*$")
"""What stands at the end of a part whose last word may not be whole."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece of writing as a format read it."""

    paragraphs: tuple[str, ...] = ()
    """The text, a paragraph each."""
    title: str = ""
    """Empty where the file has none: a title is then made of the first sentence."""
    dates: tuple[PublishedDate, ...] = ()
    """Every date that the file offers for the publication, in any order; among equals the first is the best."""
    source: str = ""
    author: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    retold: bool = False
    left_out: tuple[str, ...] = ()
    """The lines of the file that are no part of the article, as they stood."""
    notes: tuple[str, ...] = ()
    """What the account should say of the reading."""
    key: str = ""
    """What names the article within a file of many, whatever comes before it: a number, an address, a message's id."""
    address: str = ""
    """The web address, where the file names it; a date in it is found without the format's help."""
    captured: date | None = None
    """The day on which a copy of the page was taken; never a date of publication."""
    day_order: str = ""
    """As in `Article`."""
    day_and_month: tuple[int, ...] = ()
    """Those of a dateline that names no year, which may tell what a date in figures means; else empty."""
    doubt: str = ""
    """What the format has against the dates that it offers, in a few words; mostly empty."""
    dated_by_name: bool = True
    """Whether the file's name may date it: that of a download names the day of the download."""
    section: str = ""
    """As in `Article`, and so the four below."""
    page: str = ""
    edition: str = ""
    archive_number: str = ""
    length: int = 0


STILL_READING = Draft()
"""Given in between by a format that takes long for one article: nothing comes of it, but whoever watches sees life."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """What a format is given, or what an archive holds."""

    path: str
    """Relative to the dossier, with forward slashes; within an archive the archive's path, `/` and the file's own."""
    content: bytes
    suffix: str = ""
    """The suffix of the format that is to read it, where its name does not say so: `.html` for a captured page."""
    address: str = ""
    """The web address from which it was captured, where the archive says so."""
    captured: date | None = None
    """The day on which it was captured, where the archive says so."""
    charset: str = ""
    """The encoding that the archive names for it, as it is written there; mostly empty, and not always right."""
    room: Room = field(default_factory=Room, compare=False, repr=False)
    """What may still be unpacked of it and of the file of the folder that holds it: an archive takes from it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in an archive that is not read, with the outcome and the reason."""

    path: str
    """As in `RawFile`."""
    reason: str
    failed: bool = True
    """Whether it should have been read; else it is only passed over, as it is no article."""


Piece = Draft | RawFile | Refused

Reader = Callable[[RawFile], Iterable[Piece]]
"""What a format is: the content of a file becomes drafts, one after another, as they are asked for.

An archive yields the files in it instead, one at a time, each of which is then read by its own format. Raises
`FileProblem` where the bytes are not what the format reads; the pieces before it stay.
"""


def with_a_word(draft: Draft) -> Draft:
    """Return the one draft of a file, with a note where it has a title alone: its text may not have been saved."""
    if draft.paragraphs or not draft.title:
        return draft
    return replace(draft, notes=(*draft.notes, "a title and no text"))


def told(paragraphs: list[str], title: str) -> Draft:
    """Make a draft of a text of which the file itself says what it is: nothing goes but a title that is repeated."""
    if title and paragraphs and essence(paragraphs[0]) == essence(title):
        return Draft(paragraphs=tuple(paragraphs[1:]), title=title, left_out=(paragraphs[0],))
    return Draft(paragraphs=tuple(paragraphs), title=title)


def told_in(part: str, paragraphs: Sequence[str]) -> bool:
    """Say whether a text begins with a part, whatever stands between its words, or with one that was cut off."""
    words = essence(part).split()
    if _CUT.search(part):
        words.pop()
    begins = essence(" ".join(paragraph[: len(part) * 2 + _HEAD] for paragraph in paragraphs[:_FIRST]))
    return f" {' '.join(words)} " in f" {begins} "

"""A draft: what a format found in a file, before it becomes an article.

A format is a function from the content of a file to drafts. It need clean nothing: whatever a draft holds
is made printable, and cut to the limits, when it is taken in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui.dossier.article import PublishedDate
from tui.dossier.folding import essence


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


@dataclass(frozen=True, slots=True)
class RawFile:
    """What a format is given."""

    path: str
    """Relative to the dossier, with forward slashes; for a file within an archive, its path in there."""
    content: bytes


Reader = Callable[[RawFile], Iterable[Draft]]
"""What a format is: the content of a file becomes drafts, one after another, as they are asked for.

Raises `FileProblem` where the bytes are not what the format reads; the drafts before it stay.
"""


def told(paragraphs: list[str], title: str) -> Draft:
    """Make a draft of a text of which the file itself says what it is: nothing goes but a title that is repeated."""
    if title and paragraphs and essence(paragraphs[0]) == essence(title):
        return Draft(paragraphs=tuple(paragraphs[1:]), title=title, left_out=(paragraphs[0],))
    return Draft(paragraphs=tuple(paragraphs), title=title)

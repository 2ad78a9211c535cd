"""What is cited: one frozen value, made of an article and of what its file says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tui.base.days import Precision
from tui.base.printable import printable_line
from tui.dossier.article import PublishedDate
from tui.dossier.credit import credited

_BETWEEN = re.compile(r"\s*(?:;|\s(?:and|et|und|y|e)\s|&|,\s*(?:and|et)\s)\s*", re.IGNORECASE)
_PARTICLES = frozenset(("al", "bin", "ben", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "ibn", "la",
                        "le", "ould", "van", "von", "zu"))  # fmt: skip
_BODIES = re.compile(
    r"\b(?:agenc(?:y|e|ies)|agences?|bureau|center|centre|correspondents?|council|desk|editors?|government|group|magazine"
    r"|ministry|ministère|mission|nations?|network|news|newspaper|newsroom|office|organi[sz]ation|press|presse|radio"
    r"|rédaction|redaktion|reporters?|service|staff|studio|team|times|tv|watch|writers?|with|avec)\b",
    re.IGNORECASE,
)
"""Words that no personal name has: with one of them, a byline names a body."""

_MOST_WORDS = 5
"""Words of a personal name; a longer byline is cited as it stands."""


class Described(Protocol):
    """What a reference is made of: an article, or its head in a list."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def title_made(self) -> bool: ...  # noqa: D102
    @property
    def title_said(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> PublishedDate | None: ...  # noqa: D102
    @property
    def doubt(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def captured(self) -> date | None: ...  # noqa: D102
    @property
    def retold(self) -> bool: ...  # noqa: D102
    @property
    def section(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> str: ...  # noqa: D102
    @property
    def edition(self) -> str: ...  # noqa: D102
    @property
    def archive_number(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a writer, or of a body that stands in a writer's place."""

    family: str
    """The family name with its particles; of a body, its whole name."""
    given: str = ""
    """Empty for a body, and where only one name is known."""

    @property
    def straight(self) -> str:
        """The name as it is spoken: `Ada Quill`."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """The name as it is sorted: `Quill, Ada`."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initialled(self) -> str:
        """The name with initials in place of the given names: `Quill, A. B.`, and `Quill, J.-P.`."""
        parts = (("-".join(f"{piece[0]}." for piece in part.split("-") if piece)) for part in self.given.split())
        initials = " ".join(part for part in parts if part)
        return f"{self.family}, {initials}" if initials else self.family


@dataclass(frozen=True, slots=True)
class Reference:
    """A newspaper article as it is cited; empty strings stand for what is not known."""

    id: str
    """The article's id in its dossier, which exchange formats use as their key."""
    title: str
    container: str = ""
    """The newspaper, agency or site that published it."""
    authors: tuple[Name, ...] = ()
    published: PublishedDate | None = None
    section: str = ""
    page: str = ""
    edition: str = ""
    language: str = ""
    """A two-letter code of ISO 639-1."""
    address: str = ""
    accessed: date | None = None
    """The day on which the copy was taken, where the file says so."""
    archive_number: str = ""
    """The number that the press database gave it."""
    retold: bool = False
    """Whether the words are not the newspaper's own."""
    notes: tuple[str, ...] = ()
    """What a reader of the citation has to know, in a few words each: `date doubtful`, `day set by you`."""

    @classmethod
    def of(cls, article: Described) -> Reference:
        """Make the reference of an article; nothing unprintable of it comes along."""
        return cls(
            id=article.id,
            title=printable_line(article.title),
            container=printable_line(article.source),
            authors=names_in(printable_line(article.author), printable_line(article.source)),
            published=article.published,
            section=printable_line(article.section),
            page=printable_line(article.page),
            edition=printable_line(article.edition),
            language=article.language,
            address=printable_line(article.address),
            accessed=article.captured,
            archive_number=printable_line(article.archive_number),
            retold=article.retold,
            notes=tuple(_notes_on(article)),
        )

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        known = self.published is not None and self.published.precision is Precision.DAY
        return self.published.span.first if known and self.published else None

    @property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known; empty for an undated article."""
        if self.published is None:
            return ()
        first = self.published.span.first
        length = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}[self.published.precision]
        return (first.year, first.month, first.day)[:length]


def _notes_on(article: Described) -> Iterator[str]:
    """Yield what a reader of the citation has to know: what is in doubt, and what the file does not say itself."""
    published = article.published
    if published and article.doubt:
        yield "date doubtful"
    if published and published.said:
        yield f"{published.precision.value} {_by_whom(published.said)}"
    if article.title_said:
        yield f"title {_by_whom(article.title_said)}"


def _by_whom(said: str) -> str:
    """Return `set by you` of `set by you on 2026-11-30`, printable."""
    return printable_line(said).rpartition(" on ")[0] or printable_line(said)


def names_in(byline: str, container: str = "") -> tuple[Name, ...]:
    """Return the names of a byline, in its order; a byline that only repeats the newspaper names nobody.

    `Ada Quill and Ben Marsh`, `Ada Quill, Ben Marsh`, `Quill, Ada` and `Quill, Ada; Marsh, Ben` are understood; a
    byline with a word that no person is called by, such as `staff`, is one body.
    """
    bare = credited(byline).strip(" .;,|·")
    if not bare or bare.casefold() == container.casefold():
        return ()
    if _BODIES.search(bare):
        return (Name(bare),)
    pieces = [piece for piece in _BETWEEN.split(bare) if piece]
    names = tuple(name for piece in pieces for name in _names_of(piece.strip(" .,")))
    return names or (Name(bare),)


def _names_of(piece: str) -> tuple[Name, ...]:
    """Return the names of a piece of a byline: one in either order, or several between commas."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) == 2 and (len(parts[0].split()) == 1 or _begins_with_particle(parts[0])):
        return (Name(parts[0], parts[1]),)
    return tuple(_name(part) for part in parts)


def _begins_with_particle(name: str) -> bool:
    first, *rest = name.split()
    return bool(rest) and len(rest) <= 2 and first in _PARTICLES


def _name(written: str) -> Name:
    words = written.split()
    if len(words) == 1 or len(words) > _MOST_WORDS:
        return Name(written)
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))

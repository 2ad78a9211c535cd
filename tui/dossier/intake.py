"""The intake: a draft becomes an article. What comes out of here is printable and within the limits."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable

from tui.days import Precision, Span
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.dossier.draft import Draft
from tui.dossier.headline import made_title, shortened
from tui.dossier.language import guess_language
from tui.dossier.limits import NAME_CHARACTERS, TAGS, TITLE_CHARACTERS
from tui.printable import printable_line

_TRUSTED = (
    Provenance.FRONT_MATTER,
    Provenance.PAGE_METADATA,
    Provenance.DATE_LINE,
    Provenance.BYLINE,
    Provenance.DATELINE,
    Provenance.TEXT,
    Provenance.FILE_NAME,
    Provenance.PAGE_HEADER,
)
"""From the date that is believed first to the one that is only believed where there is no other."""

_RANKS = {provenance: rank for rank, provenance in enumerate(_TRUSTED)}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ID_LENGTH = 10
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_DATED_NAME = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?![0-9A-Za-z])"
)


def take_in(draft: Draft, path: str, place: int = 0) -> Article:
    """Make the article of a draft; `place` counts the articles of one file from 0."""
    text = "\n\n".join(_lines(draft.paragraphs))
    title = shortened(printable_line(draft.title), TITLE_CHARACTERS)
    published, candidates = _ranked(draft.dates, path)
    return Article(
        id=article_id(path, place),
        path=path,
        title=title or made_title(text) or printable_line(path.rpartition("/")[2]),
        title_made=not title,
        text=text,
        published=published,
        candidates=candidates,
        source=_name(draft.source),
        author=_name(draft.author),
        language=draft.language or guess_language(text),
        tags=tuple(dict.fromkeys(_name(tag) for tag in draft.tags if _name(tag)))[:TAGS],
        retold=draft.retold,
        left_out=tuple(_lines(draft.left_out)),
        words=len(_WORD.findall(text)),
    )


def article_id(path: str, place: int) -> str:
    """Return ten lower-case letters, made of the path and the place in the file and of nothing else."""
    digest = hashlib.sha256(os.fsencode(path) + f"\0{place}".encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = []
    for _ in range(_ID_LENGTH):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)


def date_of_name(path: str) -> PublishedDate | None:
    """Return the date in a file's name: `2023-08-20-talks.md`, `20230820.txt`, `2023-08 review.txt`."""
    found = _DATED_NAME.search(path.rpartition("/")[2])
    if found is None:
        return None
    year, between, month, day = found.groups()
    try:
        if day:
            span = Span.of_day(Span.of_month(int(year), int(month)).first.replace(day=int(day)))
            return PublishedDate(span, Precision.DAY, Provenance.FILE_NAME)
        if between in ("-", "_"):
            return PublishedDate(Span.of_month(int(year), int(month)), Precision.MONTH, Provenance.FILE_NAME)
    except ValueError:
        pass
    return None


def _ranked(dates: Iterable[PublishedDate], path: str) -> tuple[PublishedDate | None, tuple[PublishedDate, ...]]:
    """Return the date that is believed, and the others, best first."""
    named = date_of_name(path)
    offered = dict.fromkeys([*dates, named] if named else dates)
    ranked = sorted(offered, key=lambda date: _RANKS[date.provenance])
    return (ranked[0], tuple(ranked[1:])) if ranked else (None, ())


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for line in map(printable_line, texts) if line]


def _name(text: str) -> str:
    return shortened(printable_line(text), NAME_CHARACTERS)

"""Turns a draft into an article that is printable and within the limits."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable

from tui.base.printable import printable_line
from tui.dossier.article import Article
from tui.dossier.language import guess_language
from tui.importing.clippings.headline import made_title, shortened
from tui.importing.dating.address_and_name import date_of_address, dates_of_name
from tui.importing.dating.publication import chosen, with_days_left_out
from tui.importing.limits import ADDRESS_CHARACTERS, NAME_CHARACTERS, TAGS, TITLE_CHARACTERS
from tui.importing.parsed import Draft

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ID_LENGTH = 10
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def to_article(draft: Draft, path: str, place: int = 0, key: str = "") -> Article:
    """Make the article of a draft.

    `place` counts the articles of one file from 0; `key`, if given, identifies the article better than its place.
    """
    text = "\n\n".join(_lines(draft.paragraphs))
    title = shortened(printable_line(draft.title), TITLE_CHARACTERS)
    known = (*draft.dates, date_of_address(draft.address))
    named, doubt = dates_of_name(path, known, draft.day_and_month) if draft.dated_by_name else ((), "")
    publication = chosen((*known, *named), printable_line(draft.doubt) or doubt)
    publication = with_days_left_out(publication, draft.left_out, believed=not draft.searched)
    return Article(
        id=article_id(path, place, key),
        path=path,
        title=title or made_title(text) or printable_line(path.rpartition("/")[2]),
        title_made=not title,
        text=text,
        published=publication.date,
        candidates=publication.candidates,
        doubt=publication.doubt,
        captured=draft.captured,
        day_order=draft.day_order,
        address=_name(draft.address, ADDRESS_CHARACTERS),
        source=_name(draft.source),
        author=_name(draft.author),
        language=draft.language or guess_language(text),
        tags=tuple(dict.fromkeys(_name(tag) for tag in draft.tags if _name(tag)))[:TAGS],
        retold=draft.retold,
        left_out=tuple(_lines(draft.left_out)),
        words=len(_WORD.findall(text)),
        section=_name(draft.section),
        page=_name(draft.page),
        edition=_name(draft.edition),
        archive_number=_name(draft.archive_number),
        length=draft.length,
    )


def article_id(path: str, place: int, key: str = "") -> str:
    """Return ten lower-case letters derived only from the path and the key, or else the place in the file."""
    mark = f"\0{place}" if not key else f"\0key {key}"
    digest = hashlib.sha256(os.fsencode(path) + mark.encode(errors="surrogatepass")).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = []
    for _ in range(_ID_LENGTH):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for line in map(printable_line, texts) if line]


def _name(text: str, longest: int = NAME_CHARACTERS) -> str:
    return shortened(printable_line(text), longest)

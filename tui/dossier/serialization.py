"""Converts articles and accounts to rows of the catalogue and back; the only place that knows the column order."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from msgspec import Struct

from tui.base.days import Precision, Span
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate

Row = Sequence[object]

HEAD_COLUMNS = (
    "id, path, title, title_made, first, last, precision, provenance, source, author, language, tags, retold, words,"
    " doubt, address, candidates, captured, title_said, in_print"
)
"""The columns of a head, without its number."""

LIST_COLUMNS = frozenset({"tags"})
"""The columns that hold a list of texts, as JSON."""

ARTICLE_COLUMNS = f"{HEAD_COLUMNS}, day_order"
"""The columns of `articles` that hold an article, without its number and its place in the file."""

TEXT_COLUMNS = "text, left_out"

LABEL_COLUMNS = "title, source, id, author, language, tags, words, first, last"
"""The columns that are read of all articles at once, by which they are counted and compared."""

_LABELS = itemgetter(*(ARTICLE_COLUMNS.split(", ").index(name) for name in LABEL_COLUMNS.split(", ")))

_IN_PRINT = ("section", "page", "edition", "archive_number", "length")
"""The fields of an article that the column `in_print` holds."""

ACCOUNT_COLUMNS = "outcome, reason, articles, left_out, members"
"""The columns of `files` that hold an account, without the path."""


class Head(Struct, frozen=True):
    """An article without its text, as lists need it."""

    number: int
    """The article's number in the catalogue; never reused."""
    id: str
    path: str
    title: str
    title_made: bool
    published: PublishedDate | None
    source: str
    author: str
    language: str
    tags: tuple[str, ...]
    retold: bool
    words: int
    doubt: str = ""
    """Why the publication date is doubtful; empty if it is not."""
    address: str = ""
    candidates: tuple[PublishedDate, ...] = ()
    """Every other publication date that the file offers, best first."""
    captured: date | None = None
    """The day on which the page was saved, if the file says so."""
    title_said: str = ""
    """Who set the title and when; empty if it is the file's."""
    section: str = ""
    """As in `Article`, and so the four below."""
    page: str = ""
    edition: str = ""
    archive_number: str = ""
    length: int = 0


class Columns(Struct, frozen=True):
    """The publication days of every article, as parallel arrays ordered by number."""

    numbers: array[int]
    firsts: array[int]
    """The first ordinal of each publication date; 0 if there is none."""
    lasts: array[int]
    """The last ordinal of each publication date; 0 if there is none."""


def article_row(article: Article) -> tuple[object, ...]:
    """Return the values of `ARTICLE_COLUMNS`."""
    return (
        article.id,
        os.fsencode(article.path),
        article.title,
        int(article.title_made),
        *_date_row(article.published),
        article.source,
        article.author,
        article.language,
        _packed(article.tags),
        int(article.retold),
        article.words,
        article.doubt,
        article.address,
        pack_dates(article.candidates),
        article.captured.toordinal() if article.captured else 0,
        article.title_said,
        _packed_print(article),
        article.day_order,
    )


def label_row(row: Sequence[object]) -> tuple[object, ...]:
    """Return the values of `LABEL_COLUMNS` of a row of `ARTICLE_COLUMNS`."""
    return tuple(_LABELS(row))


def text_row(article: Article) -> tuple[str, str]:
    """Return the values of `TEXT_COLUMNS`."""
    return article.text, _packed(article.left_out)


def article_of(row: Row) -> Article:
    """Return the article of a row of `ARTICLE_COLUMNS` and `TEXT_COLUMNS`."""
    (*about, day_order, text, left_out) = row
    head = head_of(0, about)
    return Article(
        id=head.id,
        path=head.path,
        title=head.title,
        text=str(text),
        published=head.published,
        candidates=head.candidates,
        doubt=head.doubt,
        captured=head.captured,
        address=head.address,
        day_order=str(day_order),
        source=head.source,
        author=head.author,
        language=head.language,
        tags=head.tags,
        title_made=head.title_made,
        title_said=head.title_said,
        retold=head.retold,
        left_out=_unpacked(left_out),
        words=head.words,
        section=head.section,
        page=head.page,
        edition=head.edition,
        archive_number=head.archive_number,
        length=head.length,
    )


def head_of(number: int, row: Row) -> Head:
    """Return the head of a row of `HEAD_COLUMNS`."""
    ident, path, title, title_made, *about = row
    *published, source, author, language, tags, retold, words, doubt, address = about[:-4]
    candidates, captured, said, in_print = about[-4:]
    assert isinstance(path, bytes)
    return Head(
        number=number,
        id=str(ident),
        path=os.fsdecode(path),
        title=str(title),
        title_made=bool(title_made),
        published=_date(published),
        source=str(source),
        author=str(author),
        language=str(language),
        tags=_unpacked(tags),
        retold=bool(retold),
        words=int(str(words)),
        doubt=str(doubt),
        address=str(address),
        candidates=unpack_dates(candidates),
        captured=date.fromordinal(int(str(captured))) if captured else None,
        title_said=str(said),
        **_unpacked_print(in_print),
    )


def pack_dates(dates: tuple[PublishedDate, ...]) -> str:
    """Return dates as one string."""
    return json.dumps([_date_row(one) for one in dates]) if dates else "[]"


def unpack_dates(packed: object) -> tuple[PublishedDate, ...]:
    """Return the dates of a packed string."""
    return tuple(one for one in map(_date, json.loads(str(packed))) if one) if packed != "[]" else ()


def account_row(account: FileAccount) -> tuple[str, str, int, int, str]:
    """Return the values of `ACCOUNT_COLUMNS`."""
    return account.outcome.value, account.reason, account.articles, account.left_out, _packed_members(account.members)


def account_of(path: str, row: Row) -> FileAccount:
    """Return the account of a row of `account_row`."""
    outcome, reason, articles, left_out, members = row
    inner = json.loads(str(members)) if members != "[]" else ()
    return FileAccount(
        path,
        Outcome(str(outcome)),
        str(reason),
        int(str(articles)),
        int(str(left_out)),
        tuple(account_of(member[0], member[1:]) for member in inner),
    )


def _packed_members(members: tuple[FileAccount, ...]) -> str:
    return json.dumps([(member.path, *account_row(member)) for member in members]) if members else "[]"


def _date_row(published: PublishedDate | None) -> tuple[int, int, str, str]:
    if published is None:
        return 0, 0, "", ""
    span = published.span
    provenance = published.provenance.value + (f"\t{published.said}" if published.said else "")
    return span.first.toordinal(), span.last.toordinal(), published.precision.value, provenance


def _date(row: Row) -> PublishedDate | None:
    first, last, precision, provenance = row
    if not first:
        return None
    assert isinstance(first, int)
    assert isinstance(last, int)
    where, _, said = str(provenance).partition("\t")
    return PublishedDate(Span.from_ordinals(first, last), Precision(str(precision)), Provenance(where), said)


def _packed_print(article: Article) -> str:
    """Return what a record says of the place in print as one string; empty where it says nothing."""
    said = {name: value for name in _IN_PRINT if (value := getattr(article, name))}
    return json.dumps(said, ensure_ascii=False) if said else ""


def _unpacked_print(packed: object) -> dict[str, Any]:
    return json.loads(str(packed)) if packed else {}


def _packed(lines: tuple[str, ...]) -> str:
    return json.dumps(lines, ensure_ascii=False) if lines else "[]"


def _unpacked(lines: object) -> tuple[str, ...]:
    return tuple(json.loads(str(lines))) if lines != "[]" else ()

"""What is written into the catalogue's rows comes out of them as it was."""

from __future__ import annotations

import os
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.dossier.serialization import (
    ACCOUNT_COLUMNS,
    ARTICLE_COLUMNS,
    HEAD_COLUMNS,
    TEXT_COLUMNS,
    account_of,
    account_row,
    article_of,
    article_row,
    head_of,
    pack_dates,
    text_row,
    unpack_dates,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PATHS = st.one_of(TEXTS, st.binary(max_size=8).map(os.fsdecode))
DATES = st.builds(
    PublishedDate.from_iso,
    st.one_of(
        st.dates(date(1700, 1, 1), date(2199, 12, 31)).map(date.isoformat),
        st.integers(1700, 2199).map(str),
        st.builds("{}-{:02}".format, st.integers(1700, 2199), st.integers(1, 12)),
    ),
    st.sampled_from(Provenance),
)
LINES = st.lists(TEXTS, max_size=3).map(tuple)
ARTICLES = st.builds(
    Article,
    id=TEXTS,
    path=PATHS,
    title=TEXTS,
    text=TEXTS,
    published=st.none() | DATES,
    candidates=st.lists(DATES, max_size=3).map(tuple),
    doubt=TEXTS,
    captured=st.none() | st.dates(),
    address=TEXTS,
    day_order=TEXTS,
    source=TEXTS,
    author=TEXTS,
    language=TEXTS,
    tags=LINES,
    title_made=st.booleans(),
    title_said=TEXTS,
    retold=st.booleans(),
    left_out=LINES,
    words=st.integers(0, 10**7),
    section=TEXTS,
    page=TEXTS,
    edition=TEXTS,
    archive_number=TEXTS,
    length=st.integers(0, 10**7),
)
ACCOUNTS = st.recursive(
    st.builds(FileAccount, PATHS, st.sampled_from(Outcome), TEXTS, st.integers(0, 9), st.integers(0, 9)),
    lambda inner: st.builds(
        FileAccount, PATHS, st.just(Outcome.READ), TEXTS, members=st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=6,
)


def width(columns: str) -> int:
    return len(columns.split(","))


@given(ARTICLES)
def test_an_article_comes_back(article: Article) -> None:
    row = (*article_row(article), *text_row(article))
    assert article_of(row) == article
    assert (len(article_row(article)), len(text_row(article))) == (width(ARTICLE_COLUMNS), width(TEXT_COLUMNS))


@given(ARTICLES, st.integers(1, 10**9))
def test_a_head_says_the_same_as_its_article(article: Article, number: int) -> None:
    head = head_of(number, article_row(article)[: width(HEAD_COLUMNS)])
    assert head.number == number
    shared = ("id", "path", "title", "published", "source", "tags", "words", "doubt", "candidates", "captured")
    in_print = ("section", "page", "edition", "archive_number", "length")
    for name in (*shared, *in_print):
        assert getattr(head, name) == getattr(article, name), name


@given(ACCOUNTS)
def test_an_account_comes_back_with_its_members(account: FileAccount) -> None:
    assert account_of(account.path, account_row(account)) == account
    assert len(account_row(account)) == width(ACCOUNT_COLUMNS)


@given(st.lists(DATES, max_size=4).map(tuple))
def test_dates_come_back(dates: tuple[PublishedDate, ...]) -> None:
    assert unpack_dates(pack_dates(dates)) == dates

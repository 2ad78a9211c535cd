"""Statements held in memory are those that a catalogue keeps, and make the same chronology."""

from __future__ import annotations

from datetime import date

import pytest
from filed import explorer_of

from tui.base.days import Clock, Span
from tui.base.progress import never
from tui.core.mention_service import SUMMARY
from tui.core.queried_statements import QueriedStatements
from tui.core.view import Query
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.served.first_hits import HeldStatements

STORIES = [
    ("2021-03-04", "Herald", "The harbour was closed on Monday and will be opened by the end of June.", ()),
    ("2021-03-20", "Gazette", "Workers closed the harbour on 1 March 2021. It lasted three weeks.", ()),
    ("", "Herald", "In 1987 the old bridge fell. Nobody was there. The pier fell on a Friday.", ()),
    ("2021-04", "Herald", "Nothing happened here.", ()),
    ("2021-04-09", "Courier", "The mayor of Orma was elected on 2 April. The council met on 7 April.", ()),
    ("2021-05-01", "Almanac", "The mayor of Orma was elected on 2 April 2021.", (SUMMARY,)),
]


@pytest.fixture
def explorer(tmp_path):
    made = [
        Article(
            id=f"article{at:03}",
            path=f"{at}.md",
            title=f"Story {at}",
            text=text,
            published=PublishedDate.from_iso(day, Provenance.TEXT) if day else None,
            source=source,
            language="en",
            tags=tags,
        )
        for at, (day, source, text, tags) in enumerate(STORIES)
    ]
    opened = explorer_of(made, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def held(explorer):
    mentions, extent = explorer.services.mentions, explorer.services.dates.now().extent
    statements = HeldStatements(extent)
    for number in explorer.explore(Query()).hits:
        article = explorer.article(number)
        statements.add(number, article, mentions.dates(number, article))
    return statements


DAYS = (1, *(date(2021, month, 1).toordinal() for month in range(1, 8)), date.max.toordinal())


def test_held_statements_are_those_of_the_catalogue(explorer, held):
    kept, numbers = explorer.services.catalogue.mentions.statements, [1, 3, 5, 6, 99]
    assert held.count() == kept.count() > 0
    assert held.count_of(numbers) == kept.count_of(numbers)
    assert list(held.undated()) == list(kept.undated()) == []
    assert held.extent() == kept.extent()
    assert list(held.of(numbers)) == list(kept.of(numbers))
    assert held.articles(numbers) == kept.articles(numbers)
    for source in ("Herald", "Courier", "nobody"):
        assert sorted(held.articles_of(source)) == sorted(kept.articles_of(source))
    for first in DAYS:
        assert [held.day_after(first, some) for some in range(6)] == [kept.day_after(first, some) for some in range(6)]
        for last in DAYS:
            assert held.between(first, last) == kept.between(first, last)
            assert held.crowd(first, last, 2) == kept.crowd(first, last, 2)


@pytest.mark.parametrize("spans", [[], [Span(date(2021, 3, 1), date(2021, 4, 30))]])
def test_held_statements_make_the_same_chronology(explorer, held, spans):
    hits = explorer.explore(Query()).hits
    query = Query("", spans[0], Clock.MENTIONED) if spans else Query()
    expected = explorer.chronology(query)
    found = QueriedStatements(explorer.services.mentions, held, hits, {}, spans=spans).chronology(never)
    assert found == expected
    assert found.entries


def test_an_archive_without_any_day_has_no_extent():
    assert HeldStatements(None).extent() == (0, 0)

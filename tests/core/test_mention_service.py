"""The dating half finds each text's dates once, goes on where it was stopped, and puts them in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tui.core.mention_service
from tui.base.days import Span
from tui.catalogue.catalogue import Catalogue
from tui.core.mention_service import MentionService, read_words
from tui.core.read_folder import read_folder
from tui.dates import find_dates
from tui.errors import ArticleNotFound

ARTICLES = {
    "a.md": ("2021-03-04", "Herald", "The harbour was closed on Monday and will be opened by the end of June."),
    "b.md": ("2021-03-20", "Gazette", "Workers closed the harbour on 1 March 2021. It lasted three weeks."),
    "c.md": ("", "Herald", "In 1987 the old bridge fell. Nobody was there."),
    "d.md": ("2021-04", "Herald", "Nothing happened here."),
}


@pytest.fixture
def catalogue(tmp_path: Path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, (day, source, text) in ARTICLES.items():
        front = f"title: {name}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    opened = Catalogue.open(tmp_path / "cache")
    read_folder(folder, opened)
    yield opened
    opened.close()


def no_progress(done: int, of: int) -> None:
    """Tell nobody."""


def never() -> bool:
    return False


def test_what_is_kept_is_what_was_found(catalogue: Catalogue):
    service = MentionService(catalogue)
    assert service.update(no_progress, never)
    for number in catalogue.columns().numbers:
        article = catalogue.article(number)
        published = article.published.span if article.published else None
        found = find_dates(article.text, language="en", published=published)
        assert catalogue.mentions.of(number) is not None
        assert service.dates(number, article) == found
    assert not service.update(no_progress, never)


def test_a_text_that_waits_shows_its_dates_all_the_same(catalogue: Catalogue):
    number = catalogue.columns().numbers[0]
    assert [timex.text for timex in MentionService(catalogue).dates(number, catalogue.article(number))] == [
        "Monday",
        "the end of June",
    ]


def test_a_stopped_search_for_dates_goes_on_where_it_was(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.core.mention_service, "_BATCH_CHARACTERS", 0)
    told: list[tuple[int, int]] = []
    MentionService(catalogue).update(lambda done, of: told.append((done, of)), lambda: len(told) == 2)
    assert told == [(1, 4), (2, 4)]
    again = MentionService(catalogue)
    assert again.waiting() == 2
    again.update(lambda done, of: told.append((done, of)), never)
    assert told[2:] == [(1, 2), (2, 2)]


def test_other_rules_find_every_date_anew(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    MentionService(catalogue).update(no_progress, never)
    monkeypatch.setattr(tui.core.mention_service, "RULES", "better ones")
    assert MentionService(catalogue).waiting() == 4
    assert MentionService(catalogue).update(no_progress, never)
    assert MentionService(catalogue).waiting() == 0


def test_what_another_program_is_at_is_left_to_it(catalogue: Catalogue):
    with catalogue.mentions.exclusive():
        assert not MentionService(catalogue).update(no_progress, never)
    assert MentionService(catalogue).waiting() == 4


def test_an_article_that_goes_while_dates_are_sought_is_passed_over(catalogue: Catalogue):
    real = catalogue.article

    class Losing:
        mentions = catalogue.mentions
        faults = catalogue.faults
        revision = 0

        def article(self, number: int) -> object:
            if number == 2:
                raise ArticleNotFound("gone")
            return real(number)

    MentionService(Losing()).update(no_progress, iter([False] * 6 + [True] * 9).__next__)  # type: ignore[arg-type]
    assert catalogue.mentions.pending(9) == [2]


def test_the_clock_follows_what_is_found(catalogue: Catalogue):
    service = MentionService(catalogue)
    assert service.clock().whole.undated == 4
    service.update(no_progress, never)
    assert service.clock().whole.undated == 1
    assert service.clock() is service.clock()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("early 2013", date(2013, 1, 1), date(2013, 4, 1)),
        ("mid-november-2013", date(2013, 11, 11), date(2013, 11, 20)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("fin juin 2023", date(2023, 6, 21), date(2023, 6, 30)),
        ("last month", date(2024, 10, 1), date(2024, 10, 31)),
    ],
)
def test_dates_in_words_are_read_as_texts_write_them(catalogue: Catalogue, written: str, first: date, last: date):
    extent = Span(date(2021, 3, 4), date(2024, 11, 8))
    assert read_words(written, extent) == Span(first, last)


RANGES = [
    ("may", date(2024, 5, 1), date(2024, 5, 31)),
    ("March", date(2024, 3, 1), date(2024, 3, 31)),
    ("january", date(2024, 1, 1), date(2024, 1, 31)),
    ("mai", date(2024, 5, 1), date(2024, 5, 31)),
    ("between 2013 and 2015", date(2013, 1, 1), date(2015, 12, 31)),
    ("between_2013_and_2015", date(2013, 1, 1), date(2015, 12, 31)),
    ("from june to december 2023", date(2023, 6, 1), date(2023, 12, 31)),
    ("15 to 22 February 2014", date(2014, 2, 15), date(2014, 2, 22)),
    ("entre 2013 et 2015", date(2013, 1, 1), date(2015, 12, 31)),
    ("de juin à décembre 2023", date(2023, 6, 1), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("written", "first", "last"), RANGES)
def test_months_that_are_other_words_and_ranges_in_words_are_read(
    catalogue: Catalogue, written: str, first: date, last: date
):
    assert read_words(written, Span(date(2021, 3, 4), date(2024, 11, 8))) == Span(first, last)


@pytest.mark.parametrize(
    "written", ["2013 and 2015", "between 2015 and 2013", "between 2013 and 2015 it grew", "we may"]
)
def test_two_dates_that_make_no_range_are_none(catalogue: Catalogue, written: str):
    assert read_words(written, Span(date(2021, 3, 4), date(2024, 11, 8))) is None


@pytest.mark.parametrize("written", ["soon", "camp", "may", "", "in the year 2013 and then", "ten years"])
def test_what_is_no_date_alone_is_none(catalogue: Catalogue, written: str):
    assert read_words(written, None) is None


def test_equal_texts_are_searched_once_and_each_has_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    row = "Ferry sinks,2021-03-04,A ferry sank near the camp on 3 March 2021; 303 people reached the shore."
    other = row.replace("3 March", "2 March")
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "rows.csv").write_text("title,date,text\n" + "\n".join([row, row, other, row]) + "\n")
    searched = []
    search = tui.core.mention_service._searched
    monkeypatch.setattr(
        tui.core.mention_service, "_searched", lambda number, *rest: searched.append(number) or search(number, *rest)
    )
    catalogue = Catalogue.open(tmp_path / "cache")
    read_folder(tmp_path / "dossier", catalogue)
    service = MentionService(catalogue)
    service.update(no_progress, never)
    numbers = list(catalogue.columns().numbers)
    assert searched == [numbers[0], numbers[2]]
    for number in numbers:
        article = catalogue.article(number)
        assert service.kept_dates(number, article) == find_dates(
            article.text, language=article.language, published=article.published.span
        )
    rows = sorted(row.number for row in catalogue.mentions.statements.of(numbers))
    assert rows == numbers
    catalogue.close()

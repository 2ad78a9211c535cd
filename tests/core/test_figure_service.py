"""Figures are kept with the dates: what is read again is what would be found, and only what can answer is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from storm_figures import write_storm

from tui import figures
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.figures import find_figures
from tui.figures.answers import is_answer
from tui.figures.questions import questions


@pytest.fixture
def storm(tmp_path: Path) -> Iterator[Explorer]:
    folder = tmp_path / "storm"
    write_storm(folder)
    (folder / "calm.md").write_text(
        "---\ntitle: Calm\ndate: 2021-03-09\nsource: Post\n---\n\nIt was calm.\n", encoding="utf-8"
    )
    opened = Explorer.open(folder, tmp_path / "cache")
    opened.refresh()
    yield opened
    opened.close()


def test_what_is_kept_is_what_is_found(storm: Explorer):
    reports = list(storm.reports())
    assert len(reports) == storm.count
    for report in reports:
        article, dates = storm.article(report.number), storm.dates(report.number)
        found = find_figures(article.text, language=article.language, timexes=dates, title=article.title)
        assert report.figures == found == storm.figures(report.number)


def test_reports_that_answer_are_those_with_an_answer_and_ask_the_same_questions(storm: Explorer):
    whole, some = list(storm.reports()), list(storm.reports(answering=True))
    assert some == [report for report in whole if any(map(is_answer, report.figures))]
    assert 0 < len(some) < len(whole)
    assert questions(some) == questions(whole)


def test_figures_are_not_found_again_where_they_are_kept(storm: Explorer, monkeypatch):
    def failing(*_texts, **_about):
        raise AssertionError("found again")

    expected = list(storm.reports())
    monkeypatch.setattr(figures, "find_figures", failing)
    assert list(storm.reports()) == expected


def test_an_article_that_was_not_searched_yet_is_searched_when_it_is_asked_for(storm: Explorer):
    head = "---\ntitle: Toll\ndate: 2021-03-09\nsource: Tide\nlanguage: en\n---\n\n"
    (storm.folder / "new.md").write_text(f"{head}The storm killed 12 sailors in Orma.\n", encoding="utf-8")
    reached: list[str] = []
    storm.refresh(lambda step: reached.append(step.doing), lambda: "finding dates in" in reached)
    (number,) = storm.explore(Query("source:tide")).hits
    assert storm.services.catalogue.mentions.figures.of(number) is None
    (report,) = storm.reports(Query("source:tide"), answering=True)
    assert [figure.value for figure in report.figures] == [12]

"""The dates that texts name: with a reading, in a query, and as a chronology."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.base.days import Clock, Span
from tui.base.progress import Step
from tui.core.explorer import Explorer
from tui.core.read_folder import read_folder
from tui.core.view import Query
from tui.errors import Cancelled


def test_a_reading_comes_with_its_dates_where_they_are_asked_for(many: Explorer):
    number = many.explore(Query("event:1987")).hits[0]
    assert many.read(number).dates == ()
    reading = many.read(number, "story", dated=True)
    assert reading.marks
    assert "1987" in [timex.text for timex in reading.dates]
    assert reading.dates == many.dates(number)
    assert list(reading.dates) == sorted(reading.dates, key=lambda timex: timex.start)


def test_dates_that_were_found_come_with_a_reading(many: Explorer):
    for number in many.explore(Query("")).hits[:20]:
        assert many.read(number, dated=True).dates == many.dates(number)


def test_dates_that_nobody_has_looked_for_do_not(dossier: Path):
    explorer = Explorer.open(dossier, dossier.parent / "empty")
    read_folder(explorer.folder, explorer.services.catalogue, lambda *_: None)
    number = explorer.explore(Query("")).hits[0]
    assert explorer.read(number, dated=True) == explorer.read(number)
    explorer.close()


def test_dates_that_are_not_found_yet_are_told(dossier: Path):
    opened = Explorer.open(dossier)
    steps: list[str] = []

    def heard(step: Step) -> None:
        steps.append(step.doing)

    assert opened.refresh(heard, lambda: "finding dates in" in steps)
    view = opened.explore(Query("event:2021"))
    assert view.understood == "mentions 2021 · 6 of 6 articles are not searched for dates yet"
    assert opened.refresh()
    assert "not found yet" not in opened.explore(Query("event:2021")).understood
    opened.close()


def test_a_chronology_is_narrowed_by_words_events_and_the_span(many: Explorer):
    def years(query: Query) -> set[int]:
        return {entry.span.first.year for entry in many.chronology(query).entries}

    assert years(Query()) == {1987, 2019, 2020, 2021}
    assert years(Query("event:2019..2020")) == {2019, 2020}
    assert years(Query(span=Span.of_year(1987), clock=Clock.MENTIONED)) == {1987}
    assert years(Query("event:2019..2020", Span.of_year(2020), Clock.MENTIONED)) == {2020}
    assert years(Query("nonsense")) == set()
    assert years(Query("sorce:x")) == set()
    published = many.chronology(Query(span=Span.of_year(2021))).entries
    assert {told.published.first.year for entry in published for told in entry.told} == {2021}


def test_a_chronology_that_nobody_waits_for_is_given_up(many: Explorer):
    with pytest.raises(Cancelled):
        many.chronology(stop=lambda: True)

"""The hits divided: by outlet, and beside those of other queries."""

from __future__ import annotations

import pytest

from tui.base.days import Clock, Span
from tui.core.divided import by_outlet, by_query
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import EngineError

ARTICLES = (
    ("a", "2021-03-06", "Lake Post", "The ferry left on 4 March 2021."),
    ("b", "2021-04-02", "Inland Times", "The ferry left on 9 March 2021, or on 10 March 2021."),
    ("c", "2021-05-01", "Lake Post", "Nothing more was heard."),
    ("d", "2021-05-02", "", "The ferry is missed."),
)


@pytest.fixture
def ferry(tmp_path):
    for name, day, source, text in ARTICLES:
        front = f"title: {name}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (tmp_path / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    explorer = Explorer.open(tmp_path)
    explorer.refresh()
    yield explorer
    explorer.close()


def counted(parts):
    return [(part.name, part.tally.dated, part.is_rest) for part in parts]


def test_parts_are_the_outlets_with_the_most_hits_and_all_others(ferry):
    view = ferry.explore(Query())
    assert counted(by_outlet(ferry, view, 5)) == [
        ("Lake Post", 2, False),
        ("", 1, False),
        ("Inland Times", 1, False),
    ]
    assert counted(by_outlet(ferry, view, 1)) == [("Lake Post", 2, False), ("", 2, True)]


def test_an_outlet_without_a_date_gives_way_to_one_that_has_one(ferry, tmp_path):
    for name in ("e", "f", "g"):
        (tmp_path / f"{name}.md").write_text(f"---\nsource: Almanac\n---\n\nUndated {name}.\n", encoding="utf-8")
    ferry.refresh()
    view = ferry.explore(Query())
    assert [part.name for part in by_outlet(ferry, view, 4)] == ["Lake Post", "", "Inland Times", "Almanac"]


@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("text", ["", "ferry", "nothing-of-that-name"])
def test_the_parts_add_up_to_what_was_found(ferry, clock, text):
    view = ferry.explore(Query(text, clock=clock))
    parts = by_outlet(ferry, view, 1)
    assert sum(part.tally.dated for part in parts) == view.found.dated
    assert sum(part.tally.undated for part in parts) == view.found.undated


def test_a_span_divides_no_less_than_all_hits(ferry):
    whole = ferry.explore(Query("ferry"))
    view = ferry.explore(Query("ferry", Span.from_ordinals(*[whole.found.days[0][0]] * 2)))
    assert view.total == 1
    assert by_outlet(ferry, view, 5) == by_outlet(ferry, whole, 5)


def test_each_query_has_a_part_but_a_faulty_one(ferry):
    parts = by_query(ferry, ["ferry", "date:nonsense", "heard"], Clock.PUBLISHED)
    assert counted(parts) == [("ferry", 3, False), ("heard", 1, False)]


def test_an_archive_that_cannot_be_looked_through_says_so(ferry, monkeypatch):
    view = ferry.explore(Query())
    monkeypatch.setattr(ferry, "labels", lambda columns: iter(()))
    with pytest.raises(EngineError, match="of a dossier on this machine"):
        by_outlet(ferry, view, 5)

"""Views and readings: what a query is answered with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tui.base.days import Clock, Span
from tui.core.explorer import Explorer
from tui.core.read_folder import read_folder
from tui.core.view import PAGE, Query
from tui.errors import ArticleNotFound, Cancelled
from tui.search.language import parse
from tui.search.marks import find_marks


def test_everything_comes_by_date_with_the_undated_last(explorer: Explorer):
    view = explorer.explore(Query())
    assert [row.title for row in view.rows] == [
        "Ferry sinks",
        "Harbour closed",
        "New bridge",
        "A summer of works",
        "Bridge opened",
        "Looking back",
    ]
    assert view.total == view.of == 6
    assert view.whole == view.found
    assert view.whole.undated == 1
    assert view.understood == ""


def test_a_query_ranks_and_marks(explorer: Explorer):
    view = explorer.explore(Query("harbour"))
    assert view.order == "relevance"
    assert list(view.scores) == sorted(view.scores, reverse=True)
    assert {row.title for row in view.rows} == {"Ferry sinks", "Harbour closed", "Looking back"}
    for row in view.rows:
        assert row.snippet is not None
        assert {row.snippet.text[a:b].lower() for a, b in row.snippet.marks} == {"harbour"}


def test_stems_are_found_in_their_other_forms(explorer: Explorer):
    assert explorer.explore(Query("ferries")).total == explorer.explore(Query("ferry")).total == 5


def test_an_imprecise_date_is_found_by_every_span_that_it_touches(explorer: Explorer):
    view = explorer.explore(Query("summer", Span(date(2021, 7, 20), date(2021, 7, 21))))
    assert [row.title for row in view.rows] == ["A summer of works"]


def test_the_order_that_a_query_asks_for_is_told_whichever_way_round(explorer: Explorer):
    assert explorer.explore(Query("harbour sort:date")).understood == "harbour · oldest first"
    assert explorer.explore(Query("sort:-date")).understood == "newest first"


def test_a_faulty_query_is_a_view_with_a_fault(explorer: Explorer):
    view = explorer.explore(Query("sorce:x"))
    assert view.fault is not None
    assert view.fault.column == 0
    assert view.total == 0
    assert view.whole.total == 6


def test_nothing_found_offers_queries_that_find_something(explorer: Explorer):
    view = explorer.explore(Query("ferry volcano"))
    assert view.total == 0
    assert view.suggestions
    for suggestion in view.suggestions:
        assert explorer.explore(suggestion.query).total == suggestion.total > 0


def test_a_span_without_hits_offers_the_whole_time(explorer: Explorer):
    view = explorer.explore(Query("ferry", Span(date(2030, 1, 1), date(2030, 12, 31))))
    assert view.suggestions[0].query == Query("ferry")
    assert view.suggestions[0].total == 5


def test_a_cancelled_query_comes_back_at_once(explorer: Explorer):
    with pytest.raises(Cancelled):
        explorer.explore(Query("ferry"), lambda: True)


def test_as_many_rows_come_with_a_view_as_are_in_sight(many: Explorer):
    whole = many.explore(Query("harbour"))
    few = many.explore(Query("harbour"), rows=2)
    assert few.rows == whole.rows[:2]
    assert few.hits == whole.hits
    assert many.explore(Query(""), rows=2).rows == many.explore(Query("")).rows


def test_rows_beyond_the_first_page_are_the_hits_there(many: Explorer):
    view = many.explore(Query("story"))
    assert view.total == 90
    assert len(view.rows) == PAGE
    rows = many.rows(view, PAGE, 90)
    assert [row.number for row in rows] == list(view.listed[PAGE:])


def test_copies_share_a_row_and_the_hits_stay_what_they_are(many: Explorer):
    folded, single = many.explore(Query("story")), many.explore(Query("story", folded=False))
    assert folded.hits == single.hits == single.listed
    assert folded.total == single.total == 90
    assert folded.found == single.found
    assert len(folded.listed) == folded.distinct == single.distinct < 90
    shown = next(row for row in many.rows(folded, 0, 90) if row.copies)
    copies = folded.listing.copies[shown.number]
    assert set(copies) <= set(many.groups().others(shown.number))
    group = frozenset({many.groups().head(shown.number)})
    opened = many.explore(Query("story", opened=group))
    place = opened.listed.index(shown.number)
    below = many.rows(opened, place, place + 1 + len(copies))
    assert [row.number for row in below] == [shown.number, *copies]
    assert [(row.opened, row.below) for row in below] == [(True, 0), *[(False, shown.number)] * len(copies)]
    assert not any(row.copies or row.below for row in many.rows(single, 0, 90))


def test_an_article_is_read_with_the_heads_of_its_copies(many: Explorer):
    number = next(iter(many.explore(Query()).listing.copies))
    reading = many.read(number)
    assert [head.number for head in reading.copies] == list(many.groups().others(number))
    assert reading.copies_total == len(reading.copies) > 0


def test_reading_marks_exactly_what_matched(explorer: Explorer):
    number = explorer.explore(Query('"harbour master"')).hits[0]
    reading = explorer.read(number, '"harbour master"')
    assert [reading.article.text[a:b] for a, b in reading.marks] in (["harbour master"], ["harbour", "master"])
    tree = parse('"harbour master"').tree
    assert reading.marks == find_marks(tree, reading.article.text, "en")


def test_an_article_is_found_by_the_beginning_of_its_id_and_by_its_path(explorer: Explorer):
    row = explorer.explore(Query("volcano OR bridge")).rows[0]
    assert explorer.find(row.id) == row.number
    assert explorer.find(row.id[:6]) == row.number
    assert explorer.find(explorer.article(row.number).path) == row.number
    with pytest.raises(ArticleNotFound):
        explorer.find("0000")


def test_a_word_that_is_still_being_typed_is_taken_as_a_beginning(explorer: Explorer):
    view = explorer.explore(Query("harb", unfinished=True))
    assert view.answered == "harb*"
    assert view.total == 3
    assert view.understood == "harb* (harbour): no article has the last word as typed"
    assert all(row.marks for row in view.rows)
    assert explorer.rows(view, 0, 3) == view.rows


@pytest.mark.parametrize(
    ("text", "total", "understood"),
    [
        ("harbour date:", 3, "harbour · date: is ignored: it is incomplete"),
        ("date:", 6, "everything · date: is ignored: it is incomplete"),
        ("harbour 🚧", 3, "harbour · 🚧 is ignored: it has no letter or digit"),
    ],
)
def test_what_asks_nothing_yet_is_told_and_is_no_fault(explorer: Explorer, text: str, total: int, understood: str):
    view = explorer.explore(Query(text, unfinished=True))
    assert (view.fault, view.total, view.understood) == (None, total, understood)


def test_a_whole_word_stays_a_whole_word(explorer: Explorer):
    assert explorer.explore(Query("harbour", unfinished=True)).answered == "harbour"


def test_a_finished_query_is_never_lengthened(explorer: Explorer):
    assert explorer.explore(Query("harb")).total == 0


@pytest.mark.parametrize("text", ["/ferr/", "-/harbour/", "ferry", "*"])
def test_what_the_index_has_yet_to_drop_is_no_hit(explorer: Explorer, text: str):
    before = explorer.explore(Query(text))
    (explorer.folder / "d.md").unlink()
    read_folder(explorer.folder, explorer.services.catalogue)
    after = explorer.explore(Query(text))
    assert after.fault is None
    assert after.understood == before.understood
    assert [row.title for row in after.rows] == [row.title for row in before.rows if row.title != "Bridge opened"]
    assert after.total == before.total - 1


@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("text", ["", "ferry", "ferr"])
def test_all_time_is_offered_with_its_articles_whatever_the_clock_counts(many: Explorer, clock: Clock, text: str):
    nowhere = Span.of_day(date(1900, 1, 1))
    found = many.explore(Query(text, nowhere, clock, unfinished=True)).suggestions[0]
    assert found.reason == "the same for all time"
    assert found.total == many.explore(found.query).total > 0


def test_suggestions_keep_the_order_that_was_asked_for(explorer: Explorer):
    suggestions = explorer.explore(Query("ferry bridge zzz sort:-date")).suggestions
    assert [each.query.text for each in suggestions][:1] == ["ferry bridge sort:-date"]
    assert all(each.query.text.endswith(" sort:-date") for each in suggestions)


def test_suggestions_can_be_left_for_later(explorer: Explorer):
    for query in (Query("ferry volcano"), Query("", Span(date(2030, 1, 1), date(2030, 12, 31))), Query("ferry")):
        first = explorer.explore(query, suggest=False)
        assert first.suggestions == ()
        assert explorer.suggested(first) == explorer.explore(query)


def test_suggestions_that_nobody_waits_for_are_not_made(explorer: Explorer):
    view = explorer.explore(Query("ferry volcano"), suggest=False)
    assert explorer.suggested(view, lambda: True) == view
    answers = iter([False])
    with pytest.raises(Cancelled):
        explorer.suggested(view, lambda: next(answers, True))


def test_background_never_outranks_a_report(tmp_path: Path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, tags, text in (
        ("glossary.md", "[reference, background]", "Heron, heron, heron: a heron is a heron."),
        ("report.md", "[birds]", "Late in the evening a heron came back to the pond behind the mill."),
        ("other.md", "[birds]", "Nothing came back."),
    ):
        (folder / name).write_text(f"---\ntitle: {name}\ntags: {tags}\n---\n\n{text}\n", encoding="utf-8")
    explorer = Explorer.open(folder)
    explorer.refresh()
    view = explorer.explore(Query("heron"))
    assert [row.title for row in view.rows] == ["report.md", "glossary.md"]
    explorer.close()

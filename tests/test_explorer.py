from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.dates import find_dates
from tui.days import Clock, Span
from tui.dossier.refresh import refresh
from tui.errors import ArticleNotFound, Cancelled, DossierError
from tui.explorer import PAGE, Explorer
from tui.progress import Step
from tui.search.language import parse
from tui.search.marks import find_marks
from tui.view import Query

EVENTS = ("June 2019", "2021", "May 2020", "1987", "three days", "July 2020", "autumn 2021")
"""What texts name in the dossier of many articles: months, years, a season and a length of time."""

WORDS = ("ferry", "harbour", "bridge", "river", "summer")


@pytest.fixture
def explorer(dossier: Path):
    opened = Explorer.open(dossier)
    opened.refresh()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory):
    """A dossier of 90 articles of few words, with days, months, years and no dates, that name such dates or none."""
    folder = tmp_path_factory.mktemp("many")
    dates = ("2020-{m:02}-{d:02}", "2021-{m:02}-{d:02}", "2020-{m:02}", "2021", "")
    for place in range(90):
        when = dates[place % 5].format(m=place % 12 + 1, d=place % 28 + 1)
        words = " ".join(word for bit, word in enumerate(WORDS) if place >> bit & 1)
        front = f"title: Number {place}\n" + (f"date: {when}\n" if when else "")
        named = "".join(f" It was over in {each}." for bit, each in enumerate(EVENTS) if place * 7 >> bit & 1)
        text = f"Story {words}.{named if place % 4 else ''}"
        (folder / f"{place:03}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    opened = Explorer.open(folder, folder.parent / "many-cache")
    opened.refresh()
    yield opened
    opened.close()


def either(one, other):
    return f"({one[0]} OR {other[0]})", lambda words: one[1](words) or other[1](words)


def both(one, other):
    return f"({one[0]} {other[0]})", lambda words: one[1](words) and other[1](words)


def without(one):
    return f"(NOT {one[0]})", lambda words: not one[1](words)


QUERIES = st.recursive(
    st.sampled_from(WORDS).map(lambda word: (word, lambda words: word in words)),
    lambda inner: st.one_of(st.builds(either, inner, inner), st.builds(both, inner, inner), inner.map(without)),
    max_leaves=5,
)
"""Pairs of a query and what it asks of the set of an article's words."""

SPANS = st.none() | st.tuples(st.dates(date(2019, 12, 1), date(2022, 1, 31)), st.integers(0, 500)).map(
    lambda pair: Span.from_ordinals(pair[0].toordinal(), pair[0].toordinal() + pair[1])
)


WINDOWS = st.one_of(
    st.just(("", lambda _: True)),
    st.tuples(st.sampled_from(["", "-", "NOT "]), st.integers(1986, 2022), st.integers(0, 3)).map(
        lambda drawn: (
            f"{drawn[0]}event:{drawn[1]}..{drawn[1] + drawn[2]}",
            lambda spans: (
                any(span.first.year <= drawn[1] + drawn[2] and drawn[1] <= span.last.year for span in spans)
                != bool(drawn[0])
            ),
        )
    ),
)
"""Pairs of a query on mentioned dates and what it asks of the spans that a text names."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=QUERIES | st.just(("", lambda _: True)), window=WINDOWS, span=SPANS, clock=st.sampled_from(Clock))
def test_total_histogram_and_brute_force_agree(many: Explorer, asked, window, span: Span | None, clock: Clock):
    text, holds = asked
    event, names = window
    view = many.explore(Query(f"{text} {event}".strip(), span, clock))
    brute, counted = set(), []
    for head in many.heads(many.explore(Query()).hits):
        article = many.article(head.number)
        words = set(article.text.lower().replace(".", " ").split())
        published = head.published.span if head.published else None
        spans = [timex.span for timex in find_dates(article.text, language="", published=published) if timex.span]
        if not (holds(words) and names(spans)):
            continue
        own = spans if clock is Clock.MENTIONED else [published] if published else []
        counted += own or [None]
        if span is None or any(each.overlaps(span) for each in own):
            brute.add(head.number)
    assert set(view.hits) == brute
    assert view.total == len(view.hits) == len(brute)
    assert view.found.total == len(counted)
    assert view.found.undated == counted.count(None)
    if span is not None:
        assert view.found.within(span) == sum(each is not None and each.overlaps(span) for each in counted)
    assert view.whole == many.explore(Query(clock=clock)).found


def test_a_reading_comes_with_its_dates_where_they_are_asked_for(many: Explorer):
    number = many.explore(Query("event:1987")).hits[0]
    assert many.read(number).dates == ()
    reading = many.read(number, "story", dated=True)
    assert reading.marks
    assert "1987" in [timex.text for timex in reading.dates]
    assert reading.dates == many.dates(number)
    assert list(reading.dates) == sorted(reading.dates, key=lambda timex: timex.start)


def test_dates_that_are_not_found_yet_are_told(dossier: Path):
    opened = Explorer.open(dossier)
    steps: list[str] = []

    def heard(step: Step) -> None:
        steps.append(step.doing)

    assert opened.refresh(heard, lambda: "finding dates in" in steps)
    view = opened.explore(Query("event:2021"))
    assert view.understood == "mentions 2021 · the dates in 6 of 6 articles are not found yet"
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


def test_dates_that_were_found_come_with_a_reading(many: Explorer):
    for number in many.explore(Query("")).hits[:20]:
        assert many.recalled(many.read(number)).dates == many.dates(number)


def test_dates_that_nobody_has_looked_for_do_not(dossier: Path):
    explorer = Explorer.open(dossier, dossier.parent / "empty")
    refresh(explorer.folder, explorer._catalogue, lambda *_: None)
    number = explorer.explore(Query("")).hits[0]
    assert explorer.recalled(explorer.read(number)) == explorer.read(number)
    explorer.close()


@pytest.mark.parametrize("text", ["/ferr/", "-/harbour/", "ferry", "*"])
def test_what_the_index_has_yet_to_drop_is_no_hit(explorer: Explorer, text: str):
    before = explorer.explore(Query(text))
    (explorer.folder / "d.md").unlink()
    refresh(explorer.folder, explorer._catalogue)
    after = explorer.explore(Query(text))
    assert after.fault is None
    assert after.understood == before.understood
    assert [row.title for row in after.rows] == [row.title for row in before.rows if row.title != "Bridge opened"]
    assert after.total == before.total - 1


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


def test_a_changed_file_is_read_anew_and_a_lost_one_forgotten(explorer: Explorer, dossier: Path):
    (dossier / "a.md").write_text("---\ntitle: Volcano wakes\ndate: 2021-03-04\n---\n\nAsh fell.\n", encoding="utf-8")
    (dossier / "b.md").unlink()
    assert explorer.refresh()
    assert explorer.explore(Query("volcano")).total == 1
    assert explorer.explore(Query()).total == 5
    assert not explorer.refresh()


def test_a_stopped_refresh_goes_on_where_it_was(dossier: Path, cache: Path):
    first = Explorer.open(dossier, cache)
    first.refresh(stop=lambda: True)
    first.close()
    second = Explorer.open(dossier, cache)
    second.refresh()
    assert second.explore(Query("ferry")).total == 5
    second.close()


def test_two_programs_on_one_dossier_work(explorer: Explorer, dossier: Path):
    other = Explorer.open(dossier)
    other.refresh()
    assert other.explore(Query("ferry")).total == explorer.explore(Query("ferry")).total == 5
    (dossier / "g.md").write_text("A ferry again.\n", encoding="utf-8")
    other.refresh()
    explorer.refresh()
    assert other.explore(Query("ferry")).total == explorer.explore(Query("ferry")).total == 6
    other.close()


# Whoosh leaves a damaged table of contents open and lets Python close it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_index_is_built_anew(dossier: Path, cache: Path):
    first = Explorer.open(dossier, cache)
    first.refresh()
    first.close()
    for file in cache.rglob("*"):
        if file.is_file() and "index" in str(file.relative_to(cache)):
            file.write_bytes(b"rubbish")
    second = Explorer.open(dossier, cache)
    second.refresh()
    assert second.explore(Query("ferry")).total == 5
    second.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_cache_folder_means_a_search_in_memory(dossier: Path, tmp_path: Path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    check_memory(Explorer.open(dossier, locked / "cache"))


def test_a_cache_folder_that_cannot_be_made_means_a_search_in_memory(dossier: Path, tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    check_memory(Explorer.open(dossier, tmp_path / "file" / "cache"))


def check_memory(opened: Explorer) -> None:
    assert "in memory" in opened.notice
    opened.refresh()
    assert opened.explore(Query("ferry")).total == 5
    opened.close()


@pytest.mark.parametrize("name", ["missing", "a.md"])
def test_what_is_no_folder_is_refused_in_a_sentence(dossier: Path, name: str):
    with pytest.raises(DossierError, match="name"):
        Explorer.open(dossier / name)


def test_a_word_that_is_still_being_typed_is_taken_as_a_beginning(explorer: Explorer):
    view = explorer.explore(Query("harb", unfinished=True))
    assert view.answered == "harb*"
    assert view.total == 3
    assert view.understood == "harb* (harbour): no article has the last word as it stands"
    assert all(row.marks for row in view.rows)
    assert explorer.rows(view, 0, 3) == view.rows


def test_a_whole_word_stays_a_whole_word(explorer: Explorer):
    assert explorer.explore(Query("harbour", unfinished=True)).answered == "harbour"


def test_a_finished_query_is_never_lengthened(explorer: Explorer):
    assert explorer.explore(Query("harb")).total == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=QUERIES, span=SPANS, order=st.sampled_from(("", "sort:date", "sort:-date", "sort:length", "sort:-relevance"))
)
def test_a_large_dossier_answers_as_a_small_one(many: Explorer, large: Explorer, asked, span: Span | None, order: str):
    for query in (Query(f"{asked[0]} {order}".strip(), span), Query("", span)):
        assert large.explore(query) == many.explore(query)


@pytest.fixture(scope="module")
def large(many: Explorer):
    """The same dossier, as if it were a large one, with its dates read from the snapshot."""
    many.explore(Query("story"))
    patch = pytest.MonkeyPatch()
    for module in ("tui.datebook", "tui.search.engine"):
        patch.setattr(f"{module}.WIDE", 1)
    first = Explorer.open(many.folder, many.folder.parent / "many-cache")
    first.refresh()
    first.close()
    opened = Explorer.open(many.folder, many.folder.parent / "many-cache")
    opened.explore(Query("story"))
    assert list((many.folder.parent / "many-cache").glob("columns.bin"))
    yield opened
    opened.close()
    patch.undo()


def test_what_another_program_read_is_a_change(dossier, cache):
    first, second = Explorer.open(dossier, cache), Explorer.open(dossier, cache)
    assert second.explore(Query()).of == 0
    assert first.refresh()
    assert second.refresh()
    assert second.explore(Query()).of == 6
    assert not second.refresh()
    first.close()
    second.close()


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

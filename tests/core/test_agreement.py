"""Total, histogram and hits are what a search by hand finds, in small dossiers and in large ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from many_articles import WORDS

from tui.base.days import Clock, Span
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dates import find_dates


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


@pytest.fixture(scope="module")
def large(many: Explorer):
    """The same dossier, as if it were a large one, with its dates read from the snapshot."""
    cache = many.folder.parent / f"{many.folder.name}-cache"
    many.explore(Query("story"))
    patch = pytest.MonkeyPatch()
    for module in ("tui.core.date_column", "tui.search.engine"):
        patch.setattr(f"{module}.WIDE", 1)
    first = Explorer.open(many.folder, cache)
    first.refresh()
    first.close()
    opened = Explorer.open(many.folder, cache)
    opened.explore(Query("story"))
    assert list(cache.glob("columns.bin"))
    yield opened
    opened.close()
    patch.undo()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=QUERIES, span=SPANS, order=st.sampled_from(("", "sort:date", "sort:-date", "sort:length", "sort:-relevance"))
)
def test_a_large_dossier_answers_as_a_small_one(many: Explorer, large: Explorer, asked, span: Span | None, order: str):
    for query in (Query(f"{asked[0]} {order}".strip(), span), Query("", span)):
        assert large.explore(query) == many.explore(query)

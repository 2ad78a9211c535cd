from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.hits import Hits
from tui.timeline.published_dates import PublishedDates
from tui.timeline.tally import Tally

ORDERS = ("date", "-date", "relevance", "-relevance", "source", "-source", "length", "-length")

INTERVALS = st.one_of(
    st.just((0, 0)),
    st.tuples(st.integers(700_000, 700_040), st.sampled_from((0, 0, 0, 1, 30))).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
    st.just((1, 3_652_059)),
)
ARTICLES = st.dictionaries(st.integers(1, 60) | st.integers(100_000, 100_010), INTERVALS, max_size=30)
FOUND = st.dictionaries(
    st.integers(1, 60) | st.integers(-2, 200_000), st.sampled_from((0.0, 0.5, 1.0, 2.5)), max_size=40
)
SPANS = st.none() | st.tuples(st.integers(699_990, 700_050), st.integers(0, 40)).map(
    lambda pair: Span.from_ordinals(pair[0], pair[0] + pair[1])
)


def ranks(key: str) -> dict[int, int]:
    return {number: number % (3 if key == "source" else 5) for number in range(1, 55)}


def dated(articles: dict[int, tuple[int, int]], wide: bool) -> PublishedDates:
    numbers = sorted(articles)
    firsts, lasts = (array("q", [articles[number][side] for number in numbers]) for side in (0, 1))
    return PublishedDates(array("q", numbers), firsts, lasts, wide)


def naive(articles: dict[int, tuple[int, int]], found: dict[int, float], span: Span | None, order: str):
    """What is asked for, in a loop over pairs."""
    hits = [(number, score) for number, score in found.items() if number in articles]
    tally = Tally.of(articles[number] for number, _ in hits)
    if span is not None:
        low, high = span.first.toordinal(), span.last.toordinal()
        hits = [
            hit for hit in hits if articles[hit[0]][0] and articles[hit[0]][0] <= high and low <= articles[hit[0]][1]
        ]
    key, backwards = order.removeprefix("-"), order.startswith("-")

    def by_date(hit: tuple[int, float]) -> tuple[bool, int, int]:
        first = articles[hit[0]][0]
        return first == 0, -first if backwards and key == "date" else first, hit[0]

    hits.sort(key=by_date)
    if key == "relevance":
        hits.sort(key=lambda hit: hit[1], reverse=not backwards)
    elif key != "date":
        hits.sort(key=lambda hit: ranks(key).get(hit[0], 0), reverse=backwards)
    return tally, hits


def asked(hits: Hits, span: Span | None, order: str):
    tally = hits.tally()
    kept = (hits if span is None else hits.within(span)).ordered(order, ranks)
    assert len(kept) == len(kept.numbers)
    assert kept.ranked() == any(kept.scores)
    return tally, list(zip(kept.numbers, kept.scores, strict=True))


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
@given(articles=ARTICLES, found=FOUND, span=SPANS, order=st.sampled_from(ORDERS))
def test_hits_are_those_of_a_loop(wide: bool, articles, found, span, order):
    dates = dated(articles, wide)
    hits = dates.hits(array("q", found), array("d", found.values()))
    assert asked(hits, span, order) == naive(articles, found, span, order)


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
@pytest.mark.parametrize("kept", [False, True], ids=["made", "read"])
@given(articles=ARTICLES, span=SPANS, order=st.sampled_from(ORDERS))
def test_everything_is_hit_by_an_empty_query(wide: bool, kept: bool, articles, span, order):
    dates = dated(articles, wide)
    if kept:
        dates = PublishedDates.unpacked(dates.packed(), wide)
    everything = dict.fromkeys(articles, 0.0)
    assert asked(dates.everything(), span, order) == naive(articles, everything, span, order)


@pytest.mark.parametrize("place", range(7))
def test_arrays_that_do_not_fit_one_another_are_refused(place: int):
    arrays = dated({1: (0, 0), 2: (700_000, 700_000), 3: (700_000, 700_030)}, wide=False).packed()
    arrays[place] = array("q", [*arrays[place], 700_001, 4, 700_002][: len(arrays[place]) + 2])
    with pytest.raises(ValueError):  # noqa: PT011 - any sentence will do
        PublishedDates.unpacked(arrays)

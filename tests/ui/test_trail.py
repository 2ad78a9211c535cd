"""Where back leads, as a pure value: no application is started here."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Clock, Span
from tui.core.view import Query
from tui.ui.trail import Pane, Place, Trail

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
LIST = Place(Query(), Pane.LIST, article=1, line=0, row=0)
READER = Place(Query(), Pane.READER, article=1, line=400)
FOUND = Place(Query("ferry"), Pane.LIST, article=4)

SAME = [
    ("itself", LIST, LIST, True),
    ("another article of the same list", LIST, Place(article=9), True),
    ("the same list, scrolled", LIST, Place(article=1, row=40), True),
    ("copies listed otherwise", LIST, Place(Query(folded=False, opened=frozenset({3}))), True),
    ("typed to its end", FOUND, Place(Query("ferry ", unfinished=True)), True),
    ("other words", LIST, FOUND, False),
    ("a span", LIST, Place(Query(span=YEAR)), False),
    ("the other clock", LIST, Place(Query(clock=Clock.MENTIONED)), False),
    ("another pane", LIST, READER, False),
    ("the same article, scrolled", READER, Place(pane=Pane.READER, article=1, line=9), True),
    ("another article", READER, Place(pane=Pane.READER, article=2), False),
    ("the timeline over another article", Place(pane=Pane.TIMELINE, article=1), Place(pane=Pane.TIMELINE), True),
]


@pytest.mark.parametrize(("one", "other", "same"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_places_are_the_same_where_going_there_shows_nothing_else(one: Place, other: Place, same: bool):
    assert one.is_at(other) is same
    assert other.is_at(one) is same


def test_at_the_top_there_is_no_place_to_go_back_to():
    assert Trail().back(LIST) == (None, Trail())


def test_back_leads_to_the_place_that_was_left():
    trail = Trail().pushed(LIST).pushed(READER)
    place, rest = trail.back(FOUND)
    assert (place, rest) == (READER, Trail((LIST,)))
    assert rest.back(place)[1] == Trail()


def test_the_list_keeps_its_cursor_on_the_article_that_was_reached_by_reading_on():
    place, _ = Trail().pushed(LIST).back(Place(pane=Pane.READER, article=7, line=20))
    assert place == Place(pane=Pane.LIST, article=7, line=20)


def test_a_list_that_asks_something_else_has_its_own_article_again():
    assert Trail().pushed(LIST).back(Place(Query("ferry"), Pane.READER, article=7))[0] == LIST


def test_the_list_of_a_chronology_has_its_own_article_again():
    assert Trail().pushed(LIST).back(Place(pane=Pane.CHRONOLOGY, article=7))[0] == LIST


def test_places_that_show_what_is_shown_already_are_passed_over():
    assert Trail((READER, LIST)).back(Place(article=3))[0] == READER
    assert Trail((LIST,)).back(Place(article=3)) == (None, Trail())


def test_going_in_and_out_leaves_one_place_with_the_newest_article():
    trail = Trail().pushed(LIST).pushed(Place(article=5))
    assert trail.places == (Place(article=5),)


def test_what_was_typed_is_come_back_to_in_the_list():
    (place,) = Trail().pushed(Place(Query("ferry"), Pane.SEARCH, article=4)).places
    assert place == FOUND


def test_a_screen_over_the_panes_comes_back_as_it_was_left():
    account = Place(pane=Pane.ACCOUNT, state=("failed", "noise.md"))
    assert Trail().pushed(LIST).pushed(account).back(FOUND)[0] == account


queries = st.builds(
    Query, text=st.sampled_from(["", "ferry", "mill"]), span=st.sampled_from([None, YEAR]), clock=st.sampled_from(Clock)
)
places = st.builds(
    Place,
    query=queries,
    pane=st.sampled_from(Pane),
    article=st.none() | st.integers(1, 3),
    line=st.none() | st.integers(0, 5),
    row=st.integers(0, 3),
)
steps = st.lists(places, max_size=12)


def walked(visited: list[Place]) -> Trail:
    trail = Trail()
    for place in visited:
        trail = trail.pushed(place)
    return trail


@given(steps, places)
def test_every_step_back_shows_something_else_and_the_top_is_reached(visited: list[Place], here: Place):
    trail, taken = walked(visited), 0
    while (step := trail.back(here))[0] is not None:
        place, shorter = step
        assert not place.is_at(here)
        assert len(shorter.places) < len(trail.places)
        here, trail, taken = place, shorter, taken + 1
    assert step[1] == Trail()
    assert taken <= len(visited)


@given(steps, places, places)
def test_going_somewhere_and_back_is_where_one_was(visited: list[Place], here: Place, there: Place):
    trail = walked(visited).pushed(here)
    back, rest = trail.back(there)
    left = trail.places[-1]
    if left.is_at(there):
        assert back is None or not back.is_at(there)
    else:
        assert back is not None
        assert (back.query, back.pane) == (left.query, left.pane)
        assert rest.places == trail.places[:-1]


@given(steps)
def test_no_two_places_that_follow_one_another_are_the_same_and_none_is_the_search_bar(visited: list[Place]):
    found = walked(visited).places
    assert all(not one.is_at(other) for one, other in pairwise(found))
    assert all(place.pane is not Pane.SEARCH for place in found)


@given(steps, places)
def test_a_trail_is_never_changed(visited: list[Place], here: Place):
    trail = walked(visited)
    before = trail.places
    trail.pushed(here)
    trail.back(here)
    assert trail.places == before


def test_panes_gone_through_in_a_round_are_no_steps():
    trail = Trail().hopped(LIST, Pane.READER).hopped(READER, Pane.TIMELINE)
    assert trail.places == (LIST, READER)
    timeline = Place(pane=Pane.TIMELINE, article=1)
    assert trail.hopped(timeline, Pane.READER) == Trail((LIST,))
    assert trail.hopped(timeline, Pane.LIST) == Trail()


def test_a_pane_under_another_question_or_below_another_screen_is_come_back_to():
    chronology = Place(pane=Pane.CHRONOLOGY)
    assert Trail((LIST, chronology)).hopped(READER, Pane.LIST) == Trail((LIST, chronology))
    assert Trail((LIST,)).hopped(FOUND, Pane.LIST) == Trail((LIST,))


def test_taking_a_change_of_the_question_back_adds_no_step():
    trail = Trail().reasked(LIST, FOUND.query)
    assert trail.places == (LIST,)
    assert trail.reasked(FOUND, LIST.query) == Trail()
    assert trail.reasked(FOUND, Query("mission")).places == (LIST, FOUND)

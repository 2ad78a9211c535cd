"""Whether two figures count the same, and which of those that do not are joined by a name alone."""

from __future__ import annotations

import pytest

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import find_figures
from tui.figures.comparison import Dated, compare
from tui.figures.counted import came_of, related, same_force, same_owner, strangers
from tui.figures.figure import Figure


def figure(text: str) -> Figure:
    (found,) = find_figures(text, language="en", timexes=find_dates(text, language="en", published=None))
    return found


PAIRS = [
    ("an open range in one nation", "Hundreds of people died in Mali.", "At least 540 people died in Mali.", True),
    ("a number near the other", "About 240 people died in Mali.", "246 people died in Mali.", False),
    ("one people by name", "Hundreds of people died in Torvik.", "At least 540 people died in Torvik.", False),
    ("another cause", "A crash killed 12 people in Torvik.", "An attack killed 40 people in Torvik.", True),
    ("what was expected", "In Torvik 46 sailors will be released.", "In Torvik 49 sailors were released.", False),
    (
        "one force at two times",
        "The Velda mission has 900 soldiers.",
        "The Velda mission has 40 police officers.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "unrelated"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_what_is_joined_by_a_name_alone_is_unrelated(one: str, other: str, unrelated: bool) -> None:
    dated = [Dated(figure(text), read_iso("2022-03-04")[0]) for text in (one, other)]
    assert compare(dated[0], dated[1]).unrelated is unrelated
    assert compare(dated[1], dated[0]).unrelated is unrelated


def test_a_force_is_one_by_its_name_and_a_nation_names_none() -> None:
    mission = figure("The Velda mission has 900 soldiers.")
    assert same_force(mission, figure("The Velda mission numbers 950 soldiers."))
    assert not same_force(mission, figure("The Orma mission numbers 950 soldiers."))
    assert same_owner(figure("12 people died in Torvik."), figure("9 people died in Torvik."))
    assert not same_owner(figure("12 people died in Mali."), figure("9 people died in Mali."))


def test_what_came_of_a_plan_is_of_like_things() -> None:
    planned = figure("In Torvik 46 sailors will be released.")
    assert came_of(planned, figure("In Torvik 49 sailors were released."))
    assert not came_of(planned, figure("In Orma 49 sailors were released."))
    assert not came_of(planned, figure("In Torvik 49 camps were closed."))


def test_kinds_that_may_mean_the_same() -> None:
    assert related(frozenset({"peacekeeper"}), frozenset({"soldier"}))
    assert not related(frozenset({"camp"}), frozenset({"soldier"}))
    assert strangers(frozenset({"camp"}), frozenset({"soldier"}))
    assert not strangers(frozenset(), frozenset({"soldier"}))

from __future__ import annotations

import json
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.base.days import Span
from tui.dates import find_dates
from tui.figures import Bound, Direction, Figure, Scope, State, find_figures
from tui.figures.packing import packed, unpacked

TEXT = (
    "More than 300 sailors of Orma have died in storms since 2019, Mayor Ada Holm said. On 3 May 2022 some 12 to 15 "
    "ferries were expected, 5 % fewer than before."
)


def test_the_figures_of_a_text_come_back_as_they_were_found():
    found = find_figures(
        TEXT, language="en", timexes=find_dates(TEXT, language="en", published=None), title="A storm off Orma"
    )
    assert len(found) >= 3
    assert any(figure.when is not None for figure in found)
    assert unpacked(packed(found)) == found


def test_no_figures_are_none():
    assert unpacked(packed(())) == ()


def test_a_number_too_large_for_a_float_comes_back():
    found = find_figures(f"The flood cost Orma {'9' * 400} people.", language="en")
    assert [figure.value for figure in found] == [float("inf")]
    assert unpacked(packed(found)) == found


WORDS = st.frozensets(st.sampled_from(("orma", "ada", "soldier")), max_size=2)
NUMBERS = st.none() | st.floats(0, allow_nan=False)
SPANS = st.none() | st.dates().map(Span.of_day)
FIGURES = st.builds(
    Figure,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    text=st.text(max_size=5),
    value=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    bound=st.sampled_from(Bound),
    state=st.sampled_from(State),
    change=st.sampled_from(Direction),
    scope=st.sampled_from(Scope),
    things=WORDS,
    names=WORDS,
    when=SPANS,
    planned=st.booleans(),
)


@given(st.lists(FIGURES, max_size=4))
def test_every_figure_comes_back(figures):
    assert unpacked(packed(figures)) == tuple(figures)


@pytest.mark.parametrize("name", Figure.__struct_fields__)
def test_no_field_is_forgotten(name: str):
    one = Figure(0, 1, "1", 1.0, 1.0, 1.0, Bound.EXACT)
    value = getattr(one, name)
    other = next(each for each in type(value) if each != value) if isinstance(value, Enum) else _other(value)
    changed = replace(one, **{name: other})
    assert unpacked(packed([changed])) == (changed,)
    json.loads(packed([changed]))


def _other(value: object) -> object:
    if value is None:
        return Span.of_year(2020)
    if isinstance(value, frozenset):
        return frozenset({"orma"})
    if isinstance(value, bool):
        return not value
    return value * 2 + type(value)(3)

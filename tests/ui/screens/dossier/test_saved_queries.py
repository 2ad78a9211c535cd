"""Somebody saves what is asked and asks it again by its key."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.screens.dossier.test_desk_keys import held
from tui.base.days import Clock, Span
from tui.core.view import Query
from tui.desk.state import SavedQuery
from tui.ui.screens.dossier.saved_queries import query_of

SPANS = [
    ("all time", "", "published", Query("camp")),
    (
        "a span",
        "2023-06..2023-07",
        "mentioned",
        Query("camp", Span(date(2023, 6, 1), date(2023, 7, 31)), Clock.MENTIONED),
    ),
    ("no time at all", "whenever", "published", None),
    ("no clock", "", "sundial", None),
]


@pytest.mark.parametrize(("span", "clock", "query"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_what_a_saved_query_asks(span, clock, query):
    assert query_of(SavedQuery("a", "Camps", "camp", span, clock), folded=True) == query


async def test_a_query_is_saved_and_asked_by_its_key_and_q_goes_back(visit, lost_ferry):
    async with visit(lost_ferry, query="harbour") as reader:
        await reader.press("S")
        await reader.write("The harbour")
        await reader.press("enter")
        assert any("Saved as The harbour: key 1 asks it." in each.message for each in reader.app._notifications)
    async with visit(lost_ferry, (80, 24)) as reader:
        await reader.press("2")
        assert any("No query has the key 2" in each.message for each in reader.app._notifications)
        await reader.press("1")
        assert reader.app.screen.query_one("#search").value == "harbour"
        await reader.press("q")
        assert reader.app.screen.query_one("#search").value == ""
    assert [each.name for each in held(lost_ferry).saved.values()] == ["The harbour"]

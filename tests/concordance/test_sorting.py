from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.concordance import ORDERS, ContextLine, Document, RankedLines, lines_of, sorted_lines

TEXT = "The old boat left. A new boat came at noon.\n\nThe boat sank; nobody knows why."
MARKS = [found.span() for found in re.finditer("boat", TEXT)]


def line(name: str, day: date | None, source: str, text: str = "A boat.") -> ContextLine:
    span = Span(day, day) if day else None
    document = Document(name, text, source=source, day=day.isoformat() if day else "", published=span)
    return lines_of(document, [(2, 6)])[0]


@pytest.mark.parametrize("order", ["right", "left"])
def test_sorted_by_the_words_beside(order):
    found = sorted_lines(lines_of(Document("a", TEXT), MARKS, 3), order)
    assert [each.right_words[0] for each in found] == ["came", "left", "sank"]


def test_sorted_by_day_and_outlet_the_undated_last():
    made = [line("a", None, "Zeit"), line("b", date(2021, 3, 2), "Été"), line("c", date(2021, 3, 1), "Herald")]
    assert [each.document.id for each in sorted_lines(made, "day")] == ["c", "b", "a"]
    assert [each.document.id for each in sorted_lines(made, "source")] == ["b", "c", "a"]


def test_the_next_key_orders_what_the_first_one_leaves_equal():
    made = [line("a", date(2021, 3, 2), "Post"), line("b", date(2021, 3, 1), "Post"), line("c", None, "Courier")]
    ranked = RankedLines(made)
    assert [each.document.id for each in ranked.sorted(("source",))] == ["c", "a", "b"]
    assert [each.document.id for each in ranked.sorted(("source", "day"))] == ["c", "b", "a"]
    assert ranked.sorted(()) == made


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, date(2021, 3, 1), date(2021, 3, 2)]),
            st.sampled_from(["Post", "post", "Été", ""]),
            st.sampled_from(["A boat.", "A boat sank", "A boat came", "A boat came in"]),
        ),
        max_size=12,
    ),
    st.lists(st.sampled_from(sorted(ORDERS)), max_size=3, unique=True),
)
def test_ranks_sort_as_the_keys_themselves(made, orders):
    found = [line(str(place), *each) for place, each in enumerate(made)]
    ranked = RankedLines(found)
    ranked.prepare()
    by_hand = sorted(found, key=lambda each: tuple(ORDERS[order](each) for order in orders))
    assert ranked.sorted(orders) == by_hand

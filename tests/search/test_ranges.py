"""Ranges of numbers: `figures:11000..12000` finds and marks every way of writing one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse, understood, unparse
from tui.search.language.tree import Number
from tui.search.marks import find_marks

TEXTS = {
    1: "The port counted 11,600 barges on 2023-06-09.",
    2: "11 600 men and 3.5 tons, release 1.2.3",
    3: "eleven thousand six hundred men",
    4: "11.600 men and 12 boats at 06:15",
    5: "room 011 is empty",
}


@pytest.fixture(params=[False, True], ids=["plain", "wide"])
def engine(request, make_article):
    index = Index.open(None)
    index.add([(n, make_article(n, "t", text, language="en")) for n, text in TEXTS.items()])
    yield Engine(index, wide=request.param)
    index.close()


FOUND = [
    ("figures:11000..12000", {1: ["11,600"], 2: ["11 600"], 3: ["eleven thousand six hundred"], 4: ["11.600"]}),
    ("figures:11600", {1: ["11,600"], 2: ["11 600"], 3: ["eleven thousand six hundred"], 4: ["11.600"]}),
    ("figures:11,601..", {}),
    ("figures:11..12", {4: ["12"]}),
    ("figures:600", {}),
    ("chiffres:..4", {2: ["3.5"]}),
    ("figures:3.5", {2: ["3.5"]}),
    ("figures:1.2", {}),
    ("figures:9", {}),
    ("figures:11", {}),
    (
        "figures:11000..12000 ADJ/1 men",
        {2: ["11 600", "men"], 3: ["eleven thousand six hundred", "men"], 4: ["11.600", "men"]},
    ),
    ("-figures:1..", {5: []}),
    ("title:t figures:12", {4: ["12"]}),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[case[0] for case in FOUND])
def test_a_range_finds_and_marks_numbers_however_they_are_written(engine, query, expected):
    tree = parse(query).tree
    found = {
        number: [TEXTS[number][start:end] for start, end in find_marks(tree, TEXTS[number], "en", barred=engine.barred)]
        for number in sorted(engine.evaluate(tree).numbers)
    }
    assert found == expected


SAID = [
    ("figures:11000..12000", "a number from 11,000 to 12,000"),
    ("figures:11000..", "a number from 11,000 on"),
    ("figures:..3.5", "a number up to 3.5"),
    ("figures:7", "the number 7"),
]


@pytest.mark.parametrize(("query", "line"), SAID)
def test_a_range_is_said_in_words_and_printed_as_it_was(query, line):
    tree = parse(query).tree
    assert understood(tree) == line
    assert parse(unparse(tree)).tree == tree


FAULTS = [
    ("figures:x", "takes a number or a range"),
    ("figures:..", "takes a number or a range"),
    ("figures:1..2..3", "takes a number or a range"),
    ("figures:1..x", "takes a number or a range"),
    ("figures:2023-06", "takes a number or a range"),
    ("figures:5..3", "put the smaller number first"),
]


@pytest.mark.parametrize(("query", "said"), FAULTS)
def test_what_is_no_range_is_a_fault_with_its_column(query, said):
    fault = parse(f"camp {query}").fault
    assert fault is not None
    assert said in fault.message
    assert fault.column == 13


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_any_range_is_printed_as_a_query_that_asks_the_same(one, other):
    tree = Number(Decimal(min(one, other)), Decimal(max(one, other)))
    assert parse(unparse(tree)).tree == tree

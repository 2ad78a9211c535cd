"""Closeness on positions agrees with trying everything."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from tui.search.proximity import in_order, near, within

ROWS = st.lists(st.lists(st.integers(0, 25), unique=True, max_size=6).map(sorted), min_size=1, max_size=3)
CLOSE_ROWS = st.lists(st.lists(st.integers(0, 5), unique=True, max_size=4).map(sorted), min_size=1, max_size=5)


@given(ROWS)
def test_in_order(rows):
    assert in_order(rows) == [at for at in range(26) if all(at + place in row for place, row in enumerate(rows))]


@given(ROWS, st.integers(1, 4), st.booleans())
def test_near_keeps_exactly_the_members_of_chains(rows, distance, ordered):
    def close(one, other):
        return 0 < other - one <= distance or (not ordered and 0 < one - other <= distance)

    chains = [each for each in product(*rows) if all(close(a, b) for a, b in pairwise(each))]
    expected = [sorted({(chain[at], chain[at]) for chain in chains}) for at in range(len(rows))]
    assert near([[(at, at) for at in row] for row in rows], distance, ordered) == expected


@given(ROWS | CLOSE_ROWS, st.integers(1, 8))
def test_within_keeps_the_members_of_full_windows(rows, width):
    expected = [set() for _ in rows]
    for begin in range(26):
        window = [{at for at in row if begin <= at < begin + width} for row in rows]
        if any(len(set(choice)) == len(rows) for choice in product(*window)):
            expected = [keep | found for keep, found in zip(expected, window, strict=True)]
    assert within(rows, width) == [sorted(each) for each in expected]


def test_a_word_that_stands_once_is_not_there_twice():
    assert within([[1], [1], [0, 2]], 5) == [[], [], []]
    assert within([[1, 4], [1, 4], [0, 2]], 5) == [[1, 4], [1, 4], [0, 2]]
    row = list(range(20))
    assert within([row] * 20, 20)[0] == row
    assert within([row] * 21, 21)[0] == []

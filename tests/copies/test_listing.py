"""Copies stand behind the first of them that was found, and every hit is in the list or behind one that is."""

from __future__ import annotations

import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tui.copies.listing
from tui.copies.listing import Groups, Listing

GROUPS = Groups([(2, 1), (3, 1), (12, 11)])


def listed(hits: list[int], opened: set[int] = frozenset(), folded: bool = True) -> Listing | None:
    numbers = array("q", hits)
    return GROUPS.listing(numbers, array("d", [number / 10 for number in hits]), opened, folded)


LISTS = [
    ("no copies at all", [5, 6, 7], set(), None),
    ("one copy without the others", [5, 2, 7], set(), None),
    ("nothing", [], set(), None),
    ("the first stands for all", [5, 2, 7, 3, 1], set(), [5, 2, 7]),
    ("two groups", [12, 1, 11, 3], set(), [12, 1]),
    ("all of one text", [3, 2, 1], set(), [3]),
    ("one opened", [12, 1, 11, 5, 3], {1}, [12, 1, 3, 5]),
    ("both opened", [12, 1, 11, 5, 3], {1, 11}, [12, 11, 1, 3, 5]),
    ("another group is opened", [5, 2, 1], {11, 99}, [5, 2]),
]


@pytest.mark.parametrize(("name", "hits", "opened", "rows"), LISTS, ids=[case[0] for case in LISTS])
def test_copies_share_a_row(name: str, hits: list[int], opened: set[int], rows: list[int] | None):
    found = listed(hits, opened)
    assert (None if found is None else list(found.numbers)) == rows
    if found is not None:
        assert list(found.scores) == [number / 10 for number in rows]


def test_a_row_says_for_whom_it_stands():
    found = listed([5, 2, 7, 3, 1], {1})
    assert found.copies == {2: (3, 1)}
    assert found.stands_for == {3: 2, 1: 2}
    assert found.opened == {2}


def test_each_hit_has_a_place():
    found = listed([5, 2, 7, 3, 1])
    assert [found.place(number) for number in (5, 2, 7, 3, 1, 12)] == [0, 1, 2, 1, 1, None]


def test_hits_that_are_not_folded_stay_as_they_are():
    found = listed([5, 2, 7, 3, 1], {1}, folded=False)
    assert list(found.numbers) == [5, 2, 7, 3, 1]
    assert not found.folded
    assert len(found.stands_for) == 2


def test_the_others_of_a_text():
    assert [GROUPS.others(number) for number in (1, 2, 3, 11, 5)] == [(2, 3), (1, 3), (1, 2), (12,), ()]
    assert [GROUPS.head(number) for number in (1, 2, 5)] == [1, 1, 5]
    assert len(GROUPS) == 5
    assert not len(Groups())


numbers = st.lists(st.integers(1, 60), unique=True, max_size=50)


@given(numbers, st.dictionaries(st.integers(31, 60), st.integers(1, 30), max_size=20), st.sets(st.integers(1, 30)))
def test_no_hit_is_ever_lost(hits: list[int], copies: dict[int, int], opened: set[int]):
    groups = Groups(copies.items())
    column = array("q", hits)
    found = groups.listing(column, array("d", hits), opened)
    rows = list(found.numbers) if found else hits
    behind = found.stands_for if found else {}
    assert len(set(rows)) == len(rows)
    assert set(rows) | set(behind) == set(hits)
    assert [number for number in rows if number not in behind] == [number for number in hits if number not in behind]
    for copy, shown in behind.items():
        assert groups.head(copy) == groups.head(shown)
        assert hits.index(shown) < hits.index(copy)
        assert (copy in rows) == (groups.head(copy) in opened)


@settings(deadline=None)
@given(numbers, st.dictionaries(st.integers(31, 90), st.integers(1, 30), min_size=1, max_size=20))
def test_many_hits_are_listed_as_few(hits: list[int], copies: dict[int, int]):
    import numpy  # noqa: F401  # from then on it finds the copies among many

    groups, column, scores = Groups(copies.items()), array("q", hits), array("d", hits)
    few = groups.listing(column, scores)
    before, tui.copies.listing._WIDE = tui.copies.listing._WIDE, 0
    try:
        assert groups.listing(column, scores) == few
    finally:
        tui.copies.listing._WIDE = before


def test_numpy_is_never_loaded_for_a_list():
    program = "import sys, tui.copies.listing; sys.exit('numpy' in sys.modules or 'hashlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[2]).returncode == 0

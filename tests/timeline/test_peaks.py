"""Peaks and hits: landmarks to jump to, over all time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.peaks import beyond, peaks

HEIGHTS = [
    ("nothing", [], []),
    ("one", [4], [0]),
    ("a-hill", [1, 2, 5, 2, 1], [2]),
    ("a-plateau-is-one-peak", [1, 4, 4, 1], [1]),
    ("a-step-is-none", [1, 3, 3, 5], [3]),
    ("gaps-part-peaks", [3, 0, 3], [0, 2]),
    ("equals-in-a-row-are-one", [2, 2, 2], [0]),
    ("ripples-below-the-mean-are-none", [9, 1, 2, 1, 8], [0, 4]),
    ("lone-articles-all-stand-out", [1, 0, 0, 1, 0, 1], [0, 3, 5]),
]


@pytest.mark.parametrize(("heights", "expected"), [c[1:] for c in HEIGHTS], ids=[c[0] for c in HEIGHTS])
def test_peaks_stand_out(heights, expected):
    assert peaks([(number, height) for number, height in enumerate(heights) if height]) == tuple(expected)


@given(st.lists(st.integers(0, 5), min_size=1).filter(any))
def test_the_highest_bucket_is_a_peak(heights):
    found = peaks([(number, height) for number, height in enumerate(heights) if height])
    assert max(heights) in {heights[number] for number in found}


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [(3, 1, 7), (3, -1, None), (4, 1, 7), (7, 1, 9), (9, 1, None), (9, -1, 7), (8, -1, 7), (0, 1, 3), (99, -1, 9)],
)
def test_the_next_one_lies_beyond(number, step, expected):
    assert beyond((3, 7, 9), number, step) == expected

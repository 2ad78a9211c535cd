from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.sorting import distinct, order_of

FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.one_of(FLOATS, st.sampled_from([0.0, -0.0, 1.5, 2.25]))))
def test_equal_keys_stay_in_their_order(keys: list[float]) -> None:
    assert order_of(np.array(keys, dtype=np.float64)).tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@given(st.lists(st.integers(-3, 3)))
def test_whole_numbers_are_ordered_alike(keys: list[int]) -> None:
    assert order_of(np.array(keys, dtype=np.int64)).tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@pytest.mark.parametrize("kinds", [1, 2, 50, 4_999], ids=lambda kinds: f"{kinds} different")
def test_a_long_column_is_ordered_as_a_stable_sort_does(kinds: int) -> None:
    keys = np.random.default_rng(7).integers(0, kinds, 5_000) / 3
    assert order_of(keys).tolist() == np.argsort(keys, kind="stable").tolist()


@given(st.lists(st.integers(-(1 << 40), 1 << 40) | st.integers(0, 3)))
def test_distinct_numbers_are_those_of_a_set(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))

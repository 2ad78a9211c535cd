"""Room is used up once, by whoever takes the last of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.archives.budget import Budget, BudgetExceeded


@given(st.integers(0, 100), st.lists(st.integers(0, 40), max_size=8))
def test_no_more_is_given_than_there_is(size: int, counts: list[int]) -> None:
    budget, taken = Budget(size), 0
    for count in counts:
        taken += count
        if taken > size:
            with pytest.raises(BudgetExceeded, match="the rest was not read"):
                budget.take(count)
        else:
            budget.take(count)

from __future__ import annotations

import pytest

from tui.ui.sorting import with_next_order

STEPS = [
    ("from nothing", "", "sort:date"),
    ("after words", "camp gao", "camp gao sort:date"),
    ("the next one", "camp sort:date", "camp sort:-date"),
    ("the last but one", "camp sort:source", "camp sort:length"),
    ("the last goes away", "camp sort:length", "camp"),
    ("an unknown order is replaced", "sort:nonsense camp", "camp sort:date"),
    ("a word that only ends like it stays", "resort:x", "resort:x sort:date"),
]


@pytest.mark.parametrize(("text", "after"), [case[1:] for case in STEPS], ids=[case[0] for case in STEPS])
def test_the_order_changes_in_turn(text: str, after: str):
    assert with_next_order(text) == after

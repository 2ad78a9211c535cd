from types import SimpleNamespace
from typing import cast

import pytest

from tui.core import advice as module
from tui.core.advice import advice
from tui.core.archive import Archive
from tui.importing.limits import WIDE


@pytest.mark.parametrize(
    ("articles", "near", "there", "said"),
    [(WIDE - 1, True, False, False), (WIDE, True, False, True), (WIDE, True, True, False), (WIDE, False, False, False)],
)
def test_a_large_dossier_without_numpy_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch, articles: int, near: bool, there: bool, said: bool
):
    monkeypatch.setattr(module, "find_spec", lambda name: object() if there else None)
    told = advice(cast(Archive, SimpleNamespace(count=articles, at_hand=near)))
    assert bool(told) is said
    if said:
        assert f"{articles:,}" in told
        assert told.endswith("install numpy")

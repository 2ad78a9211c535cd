import pytest

from tui.core import advice as module
from tui.core.advice import advice
from tui.importing.limits import WIDE


@pytest.mark.parametrize(
    ("articles", "there", "said"), [(WIDE - 1, False, False), (WIDE, False, True), (WIDE, True, False)]
)
def test_a_large_dossier_without_numpy_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch, articles: int, there: bool, said: bool
):
    monkeypatch.setattr(module, "find_spec", lambda name: object() if there else None)
    told = advice(articles)
    assert bool(told) is said
    if said:
        assert f"{articles:,}" in told
        assert told.endswith("install numpy")

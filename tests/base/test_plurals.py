from __future__ import annotations

import pytest

from tui.base.plurals import counted


@pytest.mark.parametrize(("number", "told"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (12345, "12,345 files")])
def test_a_number_with_its_noun(number: int, told: str):
    assert counted(number, "file") == told

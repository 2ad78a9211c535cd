"""What is said of how often days were right is what was measured, of provenances that date articles."""

from __future__ import annotations

from tui.importing.dating.measured import MEASURED


def test_each_figure_is_a_share_of_enough_pages() -> None:
    assert all(0 < right <= count for right, count in MEASURED.values())
    assert all(count >= 10 for _, count in MEASURED.values())

"""The bar at the chosen row of a list of options, at several widths and while the list scrolls."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from tui.ui.widgets.base.pointed_list import PointedList


class Choices(App[None]):
    def compose(self) -> ComposeResult:
        yield PointedList(*(Option(f"value {place} of a rather long list of values") for place in range(30)))


def rows(app: App[None]) -> list[str]:
    listed = app.query_one(PointedList)
    return [listed.render_line(y).text for y in range(listed.scrollable_content_region.height)]


@pytest.mark.parametrize("width", [20, 40, 80])
async def test_one_row_has_the_bar_and_it_follows_the_cursor(width: int):
    async with Choices().run_test(size=(width, 12)) as pilot:
        listed = pilot.app.query_one(PointedList)
        listed.focus()
        for place in (0, 1, 7, 29):
            listed.highlighted = place
            await pilot.pause()
            marked = [row for row in rows(pilot.app) if row.startswith("▌ ")]
            assert marked[0].startswith(f"▌ value {place} ")
            assert all(len(row) == listed.scrollable_content_region.width for row in rows(pilot.app))


async def test_without_a_chosen_row_there_is_no_bar():
    async with Choices().run_test(size=(40, 12)) as pilot:
        pilot.app.query_one(PointedList).highlighted = None
        await pilot.pause()
        assert not any(row.startswith("▌") for row in rows(pilot.app))

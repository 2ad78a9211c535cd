"""A line of words: what fits is shown, and keys are never cut."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal

from tui.ui.widgets.text_line import TextLine, Words

KEYS: Words = tuple(
    piece
    for key, does in (("?", " keys   "), ("enter", " read   "), ("t", " time"))
    for piece in ((key, "key"), (does, "muted"))
)


class Alone(App[None]):
    """An application that holds one line."""

    def compose(self) -> ComposeResult:
        yield TextLine()


CASES = [
    ("all of them fit", 30, True, "? keys   enter read   t time"),
    ("they fit exactly", 28, True, "? keys   enter read   t time"),
    ("the last one does not", 27, True, "? keys   enter read"),
    ("without the space behind them they do", 19, True, "? keys   enter read"),
    ("only the first does", 18, True, "? keys"),
    ("not even the first", 4, True, "? k…"),
    ("other words are cut", 24, False, "? keys   enter read   t…"),
]


@pytest.mark.parametrize(("width", "whole", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
async def test_keys_are_left_away_whole(width: int, whole: bool, shown: str):
    app = Alone()
    async with app.run_test(size=(width, 2)) as pilot:
        line = app.query_one(TextLine)
        line.whole, line.words = whole, KEYS
        await pilot.pause()
        strip = line.render_line(0)
        assert strip.text.rstrip() == shown
        assert strip.cell_length == width


class Beside(App[None]):
    """An application that holds a line beside one whose width is `auto`."""

    CSS = "Horizontal { height: 1; } #auto { width: auto; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield TextLine(id="rest")
            yield TextLine(id="auto")


async def test_a_line_of_its_own_width_keeps_its_cells_until_they_are_needed_beside_it():
    app = Beside()
    async with app.run_test(size=(60, 2)) as pilot:
        line = app.query_one("#auto", TextLine)
        line.words = (("x" * 30, "plain"),)
        await pilot.pause()
        line.words = (("x" * 20, "plain"),)
        await pilot.pause()
        assert app.query_one("#rest").size.width == 24
        line.fit()
        await pilot.pause()
        assert (app.query_one("#rest").size.width, line.size.width) == (40, 20)

"""The cursor of the list of figures passes over the questions."""

from __future__ import annotations

import pytest
from storm_figures import storm_questions
from textual.app import App, ComposeResult

from tui.ui.drawing.figure_items import items_of
from tui.ui.widgets.figure_list import FigureList


class Listed(App[None]):
    def compose(self) -> ComposeResult:
        yield FigureList()


WALKS = [
    ("the first figure, below its question", (), 1),
    ("down over a question", ("j", "j", "j"), 5),
    ("back over a question", ("j", "j", "j", "k"), 3),
    ("not above the first", ("k", "k"), 1),
    ("the last", ("G", "j"), 6),
    ("the first again", ("G", "g"), 1),
    ("the next question", ("n",), 5),
    ("no further question", ("n", "n"), 5),
    ("the beginning of this question", ("j", "N"), 1),
    ("the question before", ("n", "N"), 1),
]


@pytest.mark.parametrize(("keys", "place"), [case[1:] for case in WALKS], ids=[case[0] for case in WALKS])
async def test_keys_lead_from_figure_to_figure(keys, place):
    app = Listed()
    async with app.run_test(size=(80, 12)) as pilot:
        listed = app.query_one(FigureList)
        listed.list_items(items_of(storm_questions()))
        listed.focus()
        await pilot.press(*keys)
        assert listed.cursor == place
        top, row = listed.scroll_offset.y, place * listed.item_height
        assert top <= row < top + listed.size.height


async def test_the_chosen_figure_stays_chosen_and_an_empty_list_has_none():
    items = items_of(storm_questions())
    app = Listed()
    async with app.run_test(size=(80, 12)) as pilot:
        listed = app.query_one(FigureList)
        listed.list_items(items, items[3].name)
        assert listed.item is items[3]
        listed.list_items((items[0], items[3]))
        assert listed.item is items[3]
        listed.list_items(())
        listed.focus()
        await pilot.press("j", "k", "n", "N", "enter", "pagedown")
        assert listed.item is None

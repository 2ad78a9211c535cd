"""The line of keys: what a pane is used for comes first, and every key that it names does something there."""

from __future__ import annotations

import pytest

from tui.ui.drawing.key_table import key_named
from tui.ui.screens.dossier.screen import DossierScreen
from tui.ui.screens.key_sections import _FOOTERS, _SELECTION
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

PANES = {pane.__name__: pane for pane in (ArticleList, Reader, Timeline)}


def bound(node: type) -> set[str]:
    return {key.strip() for entry in node.BINDINGS for key in entry.key.split(",")}


@pytest.mark.parametrize("name", sorted(_FOOTERS))
def test_every_key_of_a_footer_is_bound_in_its_pane(name):
    keys = [key_named(key) for key, _ in _FOOTERS[name]]
    assert len(keys) == len(set(keys))
    assert set(keys) <= bound(PANES[name]) | bound(DossierScreen)


def test_every_key_of_a_selection_is_bound_in_the_reader():
    keys = {key_named(key) for key, _ in _SELECTION if key != "←→"}
    assert keys | {"left", "right"} <= bound(Reader) | bound(DossierScreen)


@pytest.mark.parametrize(
    ("pane", "keys", "line"),
    [
        ("list", (), "? keys   enter read   / search   T chronology   = figures   t timeline"),
        ("reader", ("enter",), "? keys   n next mark   s search   / find here   y copy   e next date   q back"),
        ("timeline", ("t",), "? keys   enter choose and list   z zoom in   Z out   c other dates   F fit"),
    ],
)
async def test_at_80_columns_the_keys_that_are_used_most_are_named(visit, dossier, pane, keys, line):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("j", *keys)
        assert reader.rows[-1].strip().startswith(line), pane


async def test_s_asks_another_question_from_the_text(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("enter", "s")
        await reader.write("camp")
        assert reader.app.screen.asked.text == "camp"

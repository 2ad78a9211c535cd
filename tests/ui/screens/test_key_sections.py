"""The line of keys: what a pane is used for comes first, and every key that it names does something there."""

from __future__ import annotations

import pytest
from storm_figures import write_storm

from tui.search.language.fields import STATES
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
        ("list", (), "? keys   / search   o sort   T chronology   = figures   t timeline   y copy"),
        ("reader", ("enter",), "? keys   s search   / find here   y copy   e next date   q back"),
        ("timeline", ("t",), "? keys   enter choose and list   z zoom in   Z out   c other dates   F fit"),
    ],
)
async def test_at_80_columns_the_keys_that_are_used_most_are_named(visit, dossier, pane, keys, line):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("j", *keys)
        assert reader.rows[-1].strip().startswith(line), pane


@pytest.mark.parametrize(
    ("query", "keys", "hinted", "not_hinted"),
    [
        ("ferry", ("enter",), "n next mark", ""),
        ("", ("enter",), "s search", "n next mark"),
        ("ferry", ("t",), "n next hits", "m next milestone"),
        ("volcano", ("t",), "F fit", "n next hits"),
    ],
)
async def test_no_key_is_named_that_has_nowhere_to_go(visit, dossier, query, keys, hinted, not_hinted):
    async with visit(dossier, (160, 45), query=query) as reader:
        await reader.press(*keys)
        assert hinted in reader.rows[-1]
        assert not not_hinted or not_hinted not in reader.rows[-1]


async def test_s_asks_another_question_from_the_text(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("enter", "s")
        await reader.write("camp")
        assert reader.app.screen.asked.text == "camp"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("key", "words"), [("T", "q back to the chronology"), ("equals_sign", "q back to the figures")]
)
async def test_the_line_of_keys_says_first_which_screen_back_leads_to(visit, tmp_path, size, key, words):
    async with visit(write_storm(tmp_path / "storm"), size) as reader:
        assert "back to" not in reader.rows[-1]
        await reader.press("j", key)
        over = reader.app.screen
        assert not isinstance(over, DossierScreen)
        await reader.press("enter")
        assert reader.rows[-1].split("   ")[1] == words
        await reader.press("escape")
        assert words in reader.rows[-1], "in the list it leads there too"
        await reader.press("q")
        assert type(reader.app.screen) is type(over)
        await reader.press("q")
        assert "back to" not in reader.rows[-1]


async def test_the_line_above_the_list_says_which_key_sorts_until_something_is_asked(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        assert "by date · o sorts" in reader.rows[1]
        await reader.press("o")
        assert "o sorts" not in reader.rows[1]


async def test_all_values_of_a_field_are_seen_at_80_columns(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("slash")
        await reader.write("is:")
        told = " ".join(reader.rows[1:3])
        assert all(state in told for state in STATES)
        assert "…" not in told
        await reader.write("x")
        told = " ".join(reader.rows[1:3])
        assert all(state in told for state in STATES)
        await reader.press("ctrl+u", "escape")
        assert not reader.app.screen.query("#more")


async def test_a_folder_without_a_file_names_the_keys_that_act_there_alone(visit, tmp_path):
    (tmp_path / "bare").mkdir()
    async with visit(tmp_path / "bare", (80, 24)) as reader:
        assert "This folder has no file." in reader.text
        keys = "? keys   F5 read the folder again   A account   q quit   ctrl+p all actions"
        assert reader.rows[-1].strip() == keys


async def test_an_empty_list_names_no_key_that_acts_on_an_item(visit, tmp_path):
    async with visit(write_storm(tmp_path / "storm"), (80, 24)) as reader:
        await reader.press("equals_sign")
        assert "enter read there" in reader.rows[-1]
        await reader.press("slash")
        await reader.write("budget")
        await reader.press("enter")
        assert "No figure has these words." in reader.text
        assert reader.rows[-1].strip() == "? keys   s search the dossier   / filter   q back   ctrl+p all actions"
        await reader.press("escape")
        assert "enter read there" in reader.rows[-1]


async def test_the_meaning_of_a_date_has_the_line_to_itself_where_there_is_no_room_for_the_count(visit, lost_ferry):
    async with visit(lost_ferry, (80, 24)) as reader:
        await reader.press("enter", "e", "e", "e")
        assert "counted from the publication, 6 Mar 2021" in reader.rows[1]
        assert "…" not in reader.rows[1]
        await reader.press("escape", "escape")
        assert "3 articles" in reader.rows[1]

"""The palette: what can be done here and now, in groups."""

from __future__ import annotations

from itertools import groupby

import pytest
from textual.command import CommandList

from tui.base.locations import state_root
from tui.ui.kept_choice import THEME
from tui.ui.palette import Actions


async def offered(visiting) -> list[str]:
    provider = Actions(visiting.app.screen)
    return [hit.display.plain async for hit in provider.discover()]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_actions_stand_in_groups_with_their_keys_at_the_right(visit, dossier, size):
    async with visit(dossier, size) as reader:
        rows = await offered(reader)
        groups = [row.split("  ")[0] for row in rows]
        assert len(set(groups)) == len([group for group, _ in groupby(groups)]), "each group in one piece"
        assert {len(row) for row in rows if not row.endswith(" ")} == {size[0] - 6}
        assert any(row.startswith("Take away") and row.endswith(" x") for row in rows)
        assert any("Theme: light" in row for row in rows)


async def test_what_cannot_act_is_not_offered(visit, dossier):
    async with visit(dossier) as reader:
        rows = "\n".join(await offered(reader))
        assert "Saved query" not in rows
        assert "Selection:" not in rows
        await reader.press("slash", *"zzzzzz", "enter")
        assert "Copy the passage with its citation" not in "\n".join(await offered(reader))


async def test_a_theme_is_taken_from_the_palette_and_kept(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("colon")
        await reader.write("theme light")
        await reader.press("enter")
        await reader.rest()
        assert reader.app.theme == "mali-light"
        assert THEME.get() == "light"


async def test_the_program_can_be_quit_from_the_palette(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("ctrl+p")
        await reader.write("quit")
        rows = [row for row in reader.rows if "Quit" in row]
        assert [row.split()[-1] for row in rows] == ["ctrl+q"]


@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_page_of_a_list_that_was_not_drawn_yet_is_no_error(visit, dossier, key, monkeypatch):
    monkeypatch.setattr(CommandList, "_index_to_line", {}, raising=False)
    monkeypatch.setattr(CommandList, "_update_lines", lambda listed: None)
    async with visit(dossier) as reader:
        await reader.press("colon")
        await reader.rest()
        await reader.press(key, "escape")
        await reader.rest()
        assert not list(state_root().glob("fault-*.txt"))


async def test_a_command_for_a_screen_runs_there_though_the_palette_is_open_again(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("D")
        desk = reader.app.screen
        (leave,) = [command for command in Actions(desk)._bound() if command.keys.startswith("q")]
        await reader.press("colon")
        assert reader.app.screen is not desk
        await leave.run()
        await reader.rest()
        assert desk not in reader.app.screen_stack
        assert len(reader.app.screen_stack) == 1
        await reader.press("D", "q")
        assert len(reader.app.screen_stack) == 1


async def test_a_command_for_a_screen_that_was_left_does_nothing(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("D")
        (leave,) = [command for command in Actions(reader.app.screen)._bound() if command.keys.startswith("q")]
        await reader.press("q")
        await leave.run()
        await reader.rest()
        assert len(reader.app.screen_stack) == 1
        assert reader.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("typed", "first", "never"),
    [("export", "Write what is listed to a file", "Next"), ("date", "Sort by date", "Star,")],
)
async def test_what_has_the_typed_word_comes_first_and_what_only_has_its_letters_not_at_all(
    visit, dossier, size, typed, first, never
):
    async with visit(dossier, size) as reader:
        await reader.press("ctrl+p")
        await reader.write(typed)
        listed = reader.app.screen.query_one(CommandList)
        rows = [str(option.prompt) for option in listed.options]
        assert first in rows[0]
        assert not any(never in row for row in rows)

"""Quitting: ctrl+q ends the program from every screen and dialog, behind all that was typed before it."""

from __future__ import annotations

import pytest

PLACES = {
    "ArticleList": (),
    "Reader": ("enter",),
    "SearchBar": ("slash", "f"),
    "FindBar": ("enter", "slash", "f"),
    "CommandInput": ("D", "colon", "q"),
    "VerticalScroll": ("question_mark",),
    "NoteEditor": ("a", "x"),
    "PromptLine": ("plus", "x"),
    "MendLine": ("f2", "x"),
    "PointedList": ("0",),
    "DeskList": ("D",),
    "FilterBar": ("D", "slash", "x"),
    "AccountList": ("A",),
    "ChronologyList": ("T",),
    "FigureList": ("equals_sign",),
    "ContextList": ("w", "x"),
    "OutletList": ("B",),
    "ComparisonView": ("C", "j", "C"),
    "ExportScreen": ("x",),
}
"""What has the focus, or else the screen, and the keys that lead there."""


@pytest.mark.parametrize("place", PLACES)
async def test_ctrl_q_quits_from_everywhere(visit, dossier, place):
    async with visit(dossier) as reader:
        await reader.press(*PLACES[place])
        assert place in (type(reader.app.focused).__name__, type(reader.app.screen).__name__)
        await reader.press("ctrl+q")
        assert not reader.app.is_running


async def test_keys_that_come_with_ctrl_q_are_handled_before_it(visit, dossier):
    async with visit(dossier) as reader:
        reader.post(*["a", "x", "escape", "colon", "escape", "D", "escape", "question_mark", "escape"] * 8, "ctrl+q")
        await reader.rest()
        assert not reader.app.is_running
        assert not reader.app._typed

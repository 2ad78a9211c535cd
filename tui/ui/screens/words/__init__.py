"""The screen of words in context: its lists, what it says of them, and how they come about."""

from __future__ import annotations

from tui.ui.screens.words.screen import WordsScreen, WordsState

__all__ = ["WordsScreen", "WordsState"]

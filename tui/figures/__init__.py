"""Figures: the numbers that articles give, who gives them, and where they agree; pure."""

from __future__ import annotations

from tui.figures.figure import Bound, Change, Figure, Scope, State
from tui.figures.finder import find_figures

__all__ = ["Bound", "Change", "Figure", "Scope", "State", "find_figures"]

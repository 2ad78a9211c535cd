"""Figures: the numbers that articles give, who gives them, and where they agree; pure."""

from __future__ import annotations

from tui.figures.figure import Bound, Change, Figure, Scope, State
from tui.figures.finder import find_figures

RULES_VERSION = "1"
"""Increment when other figures are found, or what is known of them is another."""

__all__ = ["RULES_VERSION", "Bound", "Change", "Figure", "Scope", "State", "find_figures"]
